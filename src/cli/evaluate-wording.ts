// What `storybook evaluate` says, in Korean and English.
import type { Measure, Stage } from '../pipeline/index.ts';
import type { Locale } from '../story.ts';

export interface EvaluateWording {
  readonly measures: Readonly<Record<Measure, string>>;
  readonly stages: Readonly<Record<Stage, string>>;
  readonly heading: (pages: number, model: string) => string;
  readonly comparing: (one: string, other: string, pages: number) => string;
  readonly columns: Readonly<
    Record<'measure' | 'mean' | 'interval' | 'people' | 'one' | 'other' | 'difference' | 'verdict', string>
  >;
  readonly chartTitle: string;
  /** Points of percent. */
  readonly points: string;
  readonly better: string;
  readonly worse: string;
  readonly unclear: string;
  readonly differs: string;
  readonly legend: string;
  readonly comparingLegend: string;
  readonly blank: (lines: readonly number[]) => string;
  readonly kept: (pages: number) => string;
  /** The usual folder has results of something else. */
  readonly taken: (usual: string, other: string, folder: string) => string;
  readonly few: (asked: number, pages: number) => string;
  readonly cut: (pages: number) => string;
  readonly noBert: string;
  readonly noSpice: (reason: string) => string;
  readonly spiceSaysLittle: string;
  readonly apart: (rows: number) => string;
  readonly written: (folder: string, isCompared: boolean) => string;
  readonly keptPart: (pages: number, folder: string) => string;
}

const lines = (numbers: readonly number[]): string =>
  numbers.slice(0, 5).join(', ') + (numbers.length > 5 ? ` … (${numbers.length})` : '');

const ko: EvaluateWording = {
  measures: {
    bertF1: 'BERTScore F1',
    bertPrecision: 'BERTScore 정밀도',
    bertRecall: 'BERTScore 재현율',
    meteor: 'METEOR',
    cider: 'CIDEr',
    ciderPlain: 'CIDEr 논문',
    spice: 'SPICE',
    name: '이름 담기',
    action: '행동 담기',
    sentences: '문장 수',
    eojeol: '어절 수',
    repeated: '되풀이',
    distinct1: '낱말 다양성',
    distinct2: '두 낱말 다양성',
    hangul: '한글 비율',
    ended: '끝맺음',
    copied: '베껴 쓰기',
  },
  stages: {
    telling: '이야기 쓰기',
    encoding: 'BERTScore 재기',
    spice: 'SPICE 재기',
    measuring: '글 재기',
  },
  heading: (pages, model) => `${model}: ${pages.toLocaleString('ko')}쪽을 재었어요.`,
  comparing: (one, other, pages) =>
    `두 결과를 같은 ${pages.toLocaleString('ko')}쪽에서 견주었어요.\n  가: ${one}\n  나: ${other}`,
  columns: {
    measure: '재는 것',
    mean: '평균',
    interval: '95% 구간',
    people: '사람이 쓴 글',
    one: '가',
    other: '나',
    difference: '가 − 나',
    verdict: '',
  },
  chartTitle: '이야기 모델 견주기 (막대는 평균, 선은 95% 구간, 눈금은 줄마다 달라요)',
  points: '%p',
  better: '가 쪽이 나아요',
  worse: '나 쪽이 나아요',
  unclear: '알 수 없어요',
  differs: '달라요',
  legend: '구간은 쪽을 1,000번 다시 뽑아 구했어요.',
  comparingLegend: '차이의 구간에 0이 들어 있으면 어느 쪽이 나은지 알 수 없어요.',
  blank: (numbers) => `읽을 글이나 견줄 글이 비어 있는 줄은 건너뛰었어요: ${lines(numbers)}`,
  kept: (pages) => `전에 지어 둔 ${pages.toLocaleString('ko')}쪽을 이어서 써요.`,
  taken: (usual, other, folder) =>
    `${usual} 폴더에는 다른 것(${other})의 결과가 있어요. 섞이지 않게 이 폴더에 두어요: ${folder}`,
  few: (asked, pages) =>
    `--sample은 ${asked.toLocaleString('ko')}쪽이지만 쓸 수 있는 쪽은 모두 ${pages.toLocaleString('ko')}쪽이에요. 모두 써요.`,
  cut: (pages) => `${pages.toLocaleString('ko')}쪽은 입력이 모델이 읽는 길이보다 길어서, 학습 때처럼 뒤를 잘랐어요.`,
  noBert: 'BERTScore는 재지 않았어요. --bert로 bert-base-multilingual-cased 폴더를 알려 주면 재요.',
  noSpice: (reason) => `SPICE는 재지 못했어요: ${reason}`,
  spiceSaysLittle: 'SPICE는 영어 문장을 풀어 견주는 값이라, 한국어 글에서는 같은 낱말 말고는 거의 알아보지 못해요.',
  apart: (rows) => `한쪽에만 있는 ${rows.toLocaleString('ko')}쪽은 견주지 않았어요.`,
  written: (folder, isCompared) =>
    `결과: ${folder} (rows.csv, summary.csv, ${isCompared ? 'comparison.csv, ' : ''}chart.png …)`,
  keptPart: (pages, folder) =>
    `멈추었어요. 지은 ${pages.toLocaleString('ko')}쪽은 남겨 두었어요 (${folder}). 같은 명령을 다시 하면 이어서 해요.`,
};

const en: EvaluateWording = {
  measures: {
    bertF1: 'BERTScore F1',
    bertPrecision: 'BERTScore precision',
    bertRecall: 'BERTScore recall',
    meteor: 'METEOR',
    cider: 'CIDEr',
    ciderPlain: 'CIDEr paper',
    spice: 'SPICE',
    name: 'has the name',
    action: 'has the action',
    sentences: 'sentences',
    eojeol: 'words between spaces',
    repeated: 'repeats itself',
    distinct1: 'different words',
    distinct2: 'different word pairs',
    hangul: 'Hangul',
    ended: 'comes to an end',
    copied: 'copies its input',
  },
  stages: {
    telling: 'Writing the stories',
    encoding: 'Measuring BERTScore',
    spice: 'Measuring SPICE',
    measuring: 'Measuring the texts',
  },
  heading: (pages, model) => `${model}: measured ${pages.toLocaleString('en')} pages.`,
  comparing: (one, other, pages) =>
    `Compared on the same ${pages.toLocaleString('en')} pages.\n  A: ${one}\n  B: ${other}`,
  columns: {
    measure: 'measure',
    mean: 'mean',
    interval: '95 % interval',
    people: 'people wrote',
    one: 'A',
    other: 'B',
    difference: 'A − B',
    verdict: '',
  },
  chartTitle: 'Story models measured (bars: means, lines: 95 % intervals; each row has its own scale)',
  points: ' pp',
  better: 'A is better',
  worse: 'B is better',
  unclear: 'cannot be told',
  differs: 'differs',
  legend: 'Intervals come from drawing the pages again 1,000 times.',
  comparingLegend: 'An interval of a difference with 0 in it does not tell which is better.',
  blank: (numbers) => `Passed over, with nothing to read or to compare with, lines: ${lines(numbers)}`,
  kept: (pages) => `Going on with ${pages.toLocaleString('en')} pages that were told before.`,
  taken: (usual, other, folder) =>
    `${usual} has results of something else (${other}). To keep them apart, these go to ${folder}`,
  few: (asked, pages) =>
    `--sample asks for ${asked.toLocaleString('en')} pages, but only ${pages.toLocaleString('en')} can be used. All of them are taken.`,
  cut: (pages) =>
    `The inputs of ${pages.toLocaleString('en')} pages were longer than what the model reads; their ends were cut off, as in training.`,
  noBert: 'No BERTScore: name a folder of bert-base-multilingual-cased with --bert.',
  noSpice: (reason) => `No SPICE: ${reason}`,
  spiceSaysLittle: 'SPICE compares the scenes of English sentences; of Korean it sees hardly more than equal words.',
  apart: (rows) => `${rows.toLocaleString('en')} pages that only one of them has were not compared.`,
  written: (folder, isCompared) =>
    `Results: ${folder} (rows.csv, summary.csv, ${isCompared ? 'comparison.csv, ' : ''}chart.png …)`,
  keptPart: (pages, folder) =>
    `Stopped. The ${pages.toLocaleString('en')} pages told so far are kept (${folder}). The same command goes on from there.`,
};

export const EVALUATE_WORDING: Readonly<Record<Locale, EvaluateWording>> = { ko, en };
