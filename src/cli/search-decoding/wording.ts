// What `storybook search-decoding` says, in Korean and English.
import type { ChoosingMeasure, Way } from '../../pipeline/index.ts';
import type { Locale } from '../../story.ts';

export interface SearchWording {
  readonly telling: (settings: number) => string;
  readonly tried: (settings: number, pages: number) => string;
  /** Above the table, which is ordered by the way that was asked for. */
  readonly listed: (way: string) => string;
  /** Head of the column that counts settings with the very same texts. */
  readonly alike: string;
  /** Names the row of what people wrote. */
  readonly people: string;
  readonly ways: Readonly<Record<Way, string>>;
  readonly picks: string;
  readonly allAgree: string;
  readonly recommended: string;
  readonly sameText: (others: number) => string;
  readonly isOriginal: string;
  readonly better: (difference: string) => string;
  readonly worse: (difference: string) => string;
  readonly unclear: (difference: string) => string;
  readonly interval: (mean: string, low: string, high: string) => string;
  readonly few: (pages: number) => string;
  readonly comparedBy: (measures: readonly string[], missing: readonly string[]) => string;
  readonly measures: Readonly<Record<ChoosingMeasure, string>>;
  readonly toUse: string;
  readonly fields: string;
  readonly written: (folder: string) => string;
  readonly keptPart: (folder: string) => string;
}

const ko: SearchWording = {
  telling: (settings) => `설정 ${settings}가지로 이야기 쓰기`,
  tried: (settings, pages) => `설정 ${settings}가지로 같은 ${pages}쪽을 지어 보았어요.`,
  listed: (way) => `나은 차례로 (${way}). 글이 똑같은 설정은 하나로 묶었어요:`,
  alike: '같은 글',
  people: '사람',
  ways: { mean: '평균', weighted: '가중 표준 점수', top5: '상위 5위에 든 횟수' },
  picks: '방법마다 고른 것:',
  allAgree: '세 방법이 모두 같은 것을 골랐어요.',
  recommended: '권하는 설정:',
  sameText: (others) => `이 표본에서는 다른 ${others}가지도 글이 똑같아요. 그 가운데 표에서 앞선 것을 골랐어요.`,
  isOriginal: '원래 연구가 고른 설정과 같아요.',
  better: (difference) => `원래 설정보다 나아요: ${difference}.`,
  worse: (difference) => `원래 설정보다 못해요: ${difference}.`,
  unclear: (difference) =>
    `원래 설정과의 차이: ${difference}. 이 표본으로는 어느 쪽이 낫다고 말할 수 없어요. 원래 설정을 그대로 써도 좋아요.`,
  interval: (mean, low, high) => `평균에서 ${mean} (95% 구간 ${low} ~ ${high})`,
  few: (pages) => `${pages}쪽은 적어서 순위가 우연일 수 있어요. --sample을 늘려 보세요.`,
  comparedBy: (measures, missing) =>
    missing.length === 0
      ? `견준 값: ${measures.join(', ')}.`
      : `견준 값: ${measures.join(', ')}. ${missing.join(', ')} 없이 골랐으니, 원래 연구의 순위와 그대로 견줄 수는 없어요.`,
  measures: { bertF1: 'BERTScore', meteor: 'METEOR', cider: 'CIDEr', spice: 'SPICE' },
  toUse: '이렇게 써요:',
  fields: '이야기.json',
  written: (folder) => `결과: ${folder} (settings.csv, search.json)`,
  keptPart: (folder) => `멈추었어요. 지은 글은 남겨 두었어요 (${folder}). 같은 명령을 다시 하면 이어서 해요.`,
};

const en: SearchWording = {
  telling: (settings) => `Writing the stories with ${settings} settings`,
  tried: (settings, pages) =>
    `Told the same ${pages} ${pages === 1 ? 'page' : 'pages'} with ${settings} ${settings === 1 ? 'setting' : 'settings'}.`,
  listed: (way) => `Best first (${way}); settings that tell the very same texts share a row:`,
  alike: 'same',
  people: 'people',
  ways: { mean: 'mean', weighted: 'weighted z-scores', top5: 'times among the five best' },
  picks: 'What each way picks:',
  allAgree: 'All three ways pick the same.',
  recommended: 'Recommended:',
  sameText: (others) =>
    `On this sample, ${others} other ${others === 1 ? 'setting tells' : 'settings tell'} the very same texts. The first of them was taken.`,
  isOriginal: 'These are the settings that the original work chose.',
  better: (difference) => `Better than the original settings: ${difference}.`,
  worse: (difference) => `Worse than the original settings: ${difference}.`,
  unclear: (difference) =>
    `Against the original settings: ${difference}. This sample does not tell which is better; the original settings will do.`,
  interval: (mean, low, high) => `${mean} in the mean (95 % interval ${low} to ${high})`,
  few: (pages) => `With ${pages} ${pages === 1 ? 'page' : 'pages'}, the order may be chance. Try a larger --sample.`,
  comparedBy: (measures, missing) =>
    missing.length === 0
      ? `Compared by ${measures.join(', ')}.`
      : `Compared by ${measures.join(', ')}, without ${missing.join(', ')}: the order cannot be held against the original’s.`,
  measures: { bertF1: 'BERTScore', meteor: 'METEOR', cider: 'CIDEr', spice: 'SPICE' },
  toUse: 'To use it:',
  fields: 'story.json',
  written: (folder) => `Results: ${folder} (settings.csv, search.json)`,
  keptPart: (folder) => `Stopped. What was told is kept (${folder}). The same command goes on from there.`,
};

export const SEARCH_WORDING: Readonly<Record<Locale, SearchWording>> = { ko, en };
