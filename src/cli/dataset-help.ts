// What `storybook dataset --help` teaches, in Korean and English.
import type { Locale } from '../story.ts';

export interface DatasetHelp {
  readonly dataset: string;
  readonly examples: string;
  readonly synthesize: string;
  readonly synthesizeOut: string;
  readonly count: string;
  readonly seed: string;
  readonly size: string;
}

const ko: DatasetHelp = {
  dataset: '모델을 가르치고 재어 볼 데이터를 만들어요',
  examples: `
예:
  storybook dataset synthesize --out 연습데이터 --count 1000      그림과 글을 지어내요`,
  synthesize: 'AI-Hub 동화 삽화 데이터와 같은 꼴로 그림과 글을 지어내요. 받은 데이터 없이 연습하고 시험할 때 써요',
  synthesizeOut: '새로 채울 폴더 (비어 있어야 해요)',
  count: '그림의 수',
  seed: '같은 수이면 같은 데이터가 나와요',
  size: '그림의 가로세로 화소 수',
};

const en: DatasetHelp = {
  dataset: 'make data to train and measure models with',
  examples: `
Examples:
  storybook dataset synthesize --out practice --count 1000      makes pictures and texts up`,
  synthesize: 'draw a data set in the layout of AI-Hub’s fairy-tale illustrations, to practise and test without theirs',
  synthesizeOut: 'folder to fill (has to be empty)',
  count: 'number of pictures',
  seed: 'the same number gives the same data',
  size: 'width and height of each picture in pixels',
};

export const DATASET_HELP: Readonly<Record<Locale, DatasetHelp>> = { ko, en };
