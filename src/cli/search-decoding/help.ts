// What `storybook search-decoding --help` teaches, in Korean and English.
import type { Locale } from '../../story.ts';

export interface SearchHelp {
  readonly about: string;
  readonly examples: string;
  readonly data: string;
  readonly model: string;
  readonly out: string;
  readonly grid: string;
  readonly sample: string;
  readonly seed: string;
  readonly choose: string;
  readonly bert: string;
  readonly bertLayer: string;
  readonly bertIdf: string;
  readonly spice: string;
  readonly ciderWords: string;
}

const ko: SearchHelp = {
  about: '글을 짓는 여러 설정을 해 보고, 사람이 쓴 글에 가장 가까운 것을 찾아요',
  examples: `
예:
  storybook search-decoding --data dataset_val.csv --model 모델/kot5 --out 찾기
  storybook search-decoding --data dataset_val.csv --model 모델/kot5 --out 찾기 --sample 30 --bert 모델/bert-base-multilingual-cased
  storybook search-decoding --data dataset_val.csv --model 모델/kot5 --out 찾기 --grid grid.json

무엇을 해 보나요:
  처음부터 정해 둔 것은 원래 연구가 해 본 54가지예요.
    num_beams 3 5 7 × length_penalty 0.8 1.0 1.2 × repetition_penalty 1.2 1.5 2.0 × no_repeat_ngram_size 2 3
  --grid에 JSON 파일을 주면 그 값들을 해 봐요. 예: {"num_beams": [1, 3], "length_penalty": [0.8, 1.0]}
  쓸 수 있는 이름: num_beams length_penalty repetition_penalty no_repeat_ngram_size early_stopping max_length min_length

어떻게 고르나요 (--choose). BERTScore, METEOR, CIDEr, SPICE 가운데 잰 것만 써요:
  mean      네 값의 평균이 가장 높은 것. 원래 연구가 마지막에 고른 방법이에요
  weighted  값마다 표준 점수로 바꾸어 더한 것이 가장 높은 것 (BERTScore 0.4, 나머지 0.2씩)
  top5      네 값의 상위 5위 안에 가장 자주 드는 것

지은 글은 하나하나 남겨 두어요. 멈추었다가 같은 명령을 다시 하면 이어서 해요.`,
  data: 'storybook dataset build로 만든 CSV (id, input_text, output_text 열)',
  model: '이야기 모델 폴더 (KoT5나 KoGPT2). 없으면 KOT5_DIR에 적은 폴더나 models add로 알려 준 폴더',
  out: '결과와 지은 글을 둘 폴더. 적지 않으면 decoding/모델이름 (다른 모델의 결과가 있으면 그 옆에)',
  grid: '해 볼 값을 적은 JSON 파일. 없으면 원래의 54가지',
  sample: '이만큼만 골라서 해 봐요 (더 적으면 모두). 적지 않으면 100쪽',
  seed: '같은 수이면 같은 쪽을 골라요',
  choose: '고르는 방법',
  bert: 'BERTScore에 쓸 BERT 폴더 (bert-base-multilingual-cased). 없으면 BERTScore를 재지 않아요',
  bertLayer: '견줄 층',
  bertIdf: '드문 낱말을 더 무겁게 봐요',
  spice: 'SPICE의 공식 프로그램 (spice-1.0.jar). Java가 있어야 해요',
  ciderWords: 'CIDEr의 낱말: spaces는 띄어쓰기대로(원래 값과 견줄 때), bare는 부호를 떼고 소문자로',
};

const en: SearchHelp = {
  about: 'try settings of generation and find the one that comes closest to what people wrote',
  examples: `
Examples:
  storybook search-decoding --data dataset_val.csv --model models/kot5 --out search
  storybook search-decoding --data dataset_val.csv --model models/kot5 --out search --sample 30 --bert models/bert-base-multilingual-cased
  storybook search-decoding --data dataset_val.csv --model models/kot5 --out search --grid grid.json

What is tried:
  Without a grid, the 54 combinations of the original work:
    num_beams 3 5 7 × length_penalty 0.8 1.0 1.2 × repetition_penalty 1.2 1.5 2.0 × no_repeat_ngram_size 2 3
  --grid takes other values from a JSON file, such as {"num_beams": [1, 3], "length_penalty": [0.8, 1.0]}
  Names: num_beams length_penalty repetition_penalty no_repeat_ngram_size early_stopping max_length min_length

How it is chosen (--choose), by those of BERTScore, METEOR, CIDEr and SPICE that were measured:
  mean      the highest mean of the four; the original chose this way in the end
  weighted  the highest sum of z-scores (BERTScore weighs 0.4, the others 0.2 each)
  top5      most often among the five best of a measure

Every page is kept as soon as it is told: the same command goes on where it was stopped.`,
  data: 'a CSV made by storybook dataset build (columns id, input_text, output_text)',
  model: 'folder of a story model (KoT5 or KoGPT2); without it the one in KOT5_DIR, or that models add was told of',
  out: 'folder for the results and for what was told; without it decoding/MODEL (beside it where that has results of another model)',
  grid: 'JSON file of values to try; without it the original 54 combinations',
  sample: 'try so many rows, or all if there are fewer; without it 100',
  seed: 'the same number picks the same rows',
  choose: 'how to choose',
  bert: 'BERT folder for BERTScore (bert-base-multilingual-cased); without it there is no BERTScore',
  bertLayer: 'layer to compare',
  bertIdf: 'let rare words weigh more',
  spice: 'official program of SPICE (spice-1.0.jar); needs Java',
  ciderWords:
    'words of CIDEr: spaces cuts at spaces (to compare with the original figures), bare drops marks and capitals',
};

export const SEARCH_HELP: Readonly<Record<Locale, SearchHelp>> = { ko, en };
