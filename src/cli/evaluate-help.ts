// What `storybook evaluate --help` teaches, in Korean and English.
import type { Locale } from '../story.ts';

export interface EvaluateHelp {
  readonly about: string;
  readonly examples: string;
  readonly data: string;
  readonly results: string;
  readonly against: string;
  readonly sample: string;
  readonly seed: string;
  readonly bert: string;
  readonly bertLayer: string;
  readonly bertIdf: string;
  readonly spice: string;
  readonly ciderWords: string;
  readonly out: string;
}

const ko: EvaluateHelp = {
  about: '이야기 모델이 지은 글을 사람이 쓴 글과 견주어 재요',
  examples: `
예:
  storybook evaluate --data dataset_val.csv --model 모델/kot5 --sample 200
  storybook evaluate --data dataset_val.csv --model 모델/kot5 --bert 모델/bert-base-multilingual-cased
  storybook evaluate --data dataset_val.csv --model 모델/새것 --against 모델/옛것 --sample 500
  storybook evaluate --results 첫째/rows.csv --against 둘째/rows.csv

무엇을 재나요:
  METEOR, CIDEr, BERTScore   사람이 쓴 글과 얼마나 같은지. nltk, pycocoevalcap, bert-score와 같은 값이에요.
                             METEOR의 영어 동의어 사전은 쓰지 않아요. 한국어에는 값이 같고, 영어 낱말이 있으면 다를 수 있어요.
                             "CIDEr"는 pycocoevalcap의 값(논문의 CIDEr-D), "CIDEr 논문"은 자르기와 길이 벌점이 없는 값이에요.
  SPICE                      공식 프로그램(spice-1.0.jar)과 Java가 있을 때만 재요. 영어 문장을 장면으로 풀어 견주는 값이라,
                             한국어 글에서는 똑같은 낱말 말고는 거의 알아보지 못해요. 참고로만 봐 주세요.
  이름·행동, 길이, 되풀이, 한글, 끝맺음, 베껴 씀   견줄 글이 없어도 볼 수 있는 것들이에요.

지은 글은 쪽마다 남겨 두어요. 멈추었다가 같은 명령을 다시 하면 이어서 해요.`,
  data: 'storybook dataset build로 만든 CSV (id, input_text, output_text 열)',
  results: '다시 짓지 않고, 전에 잰 결과(rows.csv나 그 폴더)를 써요',
  against: '견줄 것: 다른 모델 폴더, 또는 전에 잰 결과(rows.csv나 그 폴더)',
  sample: '이만큼만 골라서 재요 (더 적으면 모두). 적지 않으면 모두',
  seed: '같은 수이면 같은 쪽을 골라요',
  bert: 'BERTScore에 쓸 BERT 폴더 (bert-base-multilingual-cased). 없으면 BERTScore를 재지 않아요',
  bertLayer: '견줄 층',
  bertIdf: '드문 낱말을 더 무겁게 봐요',
  spice: 'SPICE의 공식 프로그램 (spice-1.0.jar). Java가 있어야 해요',
  ciderWords:
    'CIDEr의 낱말: spaces는 띄어쓰기대로(원래 값과 견줄 때), bare는 부호를 떼고 소문자로 (PTBTokenizer와 비슷하게)',
  out: '결과를 둘 폴더. 적지 않으면 evaluation/모델이름 (다른 모델의 결과가 있으면 그 옆에)',
};

const en: EvaluateHelp = {
  about: 'measure what a story model tells against what people wrote',
  examples: `
Examples:
  storybook evaluate --data dataset_val.csv --model models/kot5 --sample 200
  storybook evaluate --data dataset_val.csv --model models/kot5 --bert models/bert-base-multilingual-cased
  storybook evaluate --data dataset_val.csv --model models/new --against models/old --sample 500
  storybook evaluate --results first/rows.csv --against second/rows.csv

What is measured:
  METEOR, CIDEr, BERTScore   how much a page is like what people wrote, in the values of nltk, pycocoevalcap and bert-score.
                             METEOR does without the English dictionary of synonyms: the same for Korean, but texts with
                             English words may differ. "CIDEr" is pycocoevalcap's (CIDEr-D of the paper), "CIDEr paper" the
                             one without clipping and without a penalty for length.
  SPICE                      only with its official program (spice-1.0.jar) and Java. It compares the scenes that English
                             sentences describe; of Korean it sees hardly more than equal words, so it says little here.
  name, action, length, repetition, Hangul, ending, copying   what can be seen without a text to compare with.

Every page is kept as soon as it is told: the same command goes on where it was stopped.`,
  data: 'a CSV made by storybook dataset build (columns id, input_text, output_text)',
  results: 'tell nothing anew: use earlier results (a rows.csv or its folder)',
  against: 'compare with another model folder, or with earlier results (a rows.csv or its folder)',
  sample: 'measure only so many rows, or all if there are fewer; without it all',
  seed: 'the same number picks the same rows',
  bert: 'BERT folder for BERTScore (bert-base-multilingual-cased); without it there is no BERTScore',
  bertLayer: 'layer to compare',
  bertIdf: 'let rare words weigh more',
  spice: 'official program of SPICE (spice-1.0.jar); needs Java',
  ciderWords:
    'words of CIDEr: spaces cuts at spaces (to compare with the original figures), bare drops marks and capitals (much as PTBTokenizer)',
  out: 'folder for the results; without it evaluation/MODEL (beside it where that has results of another model)',
};

export const EVALUATE_HELP: Readonly<Record<Locale, EvaluateHelp>> = { ko, en };
