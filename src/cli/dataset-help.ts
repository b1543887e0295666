// What `storybook dataset --help` teaches, in Korean and English.
import type { Locale } from '../story.ts';

export interface DatasetHelp {
  readonly dataset: string;
  readonly examples: string;
  readonly build: string;
  readonly buildExamples: string;
  readonly images: string;
  readonly annotations: string;
  readonly buildOut: string;
  readonly captioner: string;
  readonly model: string;
  readonly batch: string;
  readonly split: string;
  readonly valShare: string;
  readonly restart: string;
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
  storybook dataset synthesize --out 연습 --count 1000                          연습할 그림과 글을 지어내요
  storybook dataset build --images 연습 --annotations 연습 --out 데이터 --captioner annotations
                                                                              학습용·검증용 CSV를 만들어요`,
  build: '그림과 설명 파일(AI-Hub 동화 삽화 데이터)로 학습용·검증용 CSV를 만들어요',
  buildExamples: `
예:
  storybook dataset build --images Training/01.원천데이터 Validation/01.원천데이터 \\
                          --annotations Training/02.라벨링데이터 Validation/02.라벨링데이터 --out 데이터
  storybook dataset build --images TS1.zip --annotations TL1.zip --out 데이터 --split books

  폴더는 안쪽까지 살펴보고, 압축 파일(.zip)은 풀지 않고 바로 읽어요. 그림과 JSON은 이름이 같으면 어디에 있든 짝이 돼요.
  도중에 멈추거나 꺼져도 괜찮아요. 같은 명령을 다시 치면 이어서 하고, 한 번 설명한 그림은 다시 묻지 않아요.
  한국어로 옮기는 번역기는 다른 명령과 같아요 (TRANSLATOR_DIR 또는 OPENAI_…).

  만드는 것: dataset_train.csv, dataset_val.csv (학습과 평가에 쓰는 것),
            captions_*.csv, annotations_*.csv (설명만, 사람이 적은 것만), report.csv (건너뛴 것과 까닭)`,
  images: '그림이 있는 폴더나 압축 파일 (여럿도 돼요)',
  annotations: 'JSON이 있는 폴더나 압축 파일 (여럿도 돼요). 그림과 같은 곳이어도 돼요',
  buildOut: 'CSV를 둘 폴더',
  captioner: '그림을 설명하는 엔진. annotations는 JSON에 사람이 적어 둔 설명을 쓰고, none은 비워 두어요',
  model: '그림을 설명하는 모델(BLIP) 폴더',
  batch: '한꺼번에 설명할 그림 수',
  split: 'auto는 Training·Validation 폴더대로 나누고, books는 책 단위로만 나눠요',
  valShare: '폴더로 알 수 없을 때 검증용으로 둘 책의 비율 (0부터 1)',
  restart: '이 폴더에 받아 둔 설명을 버리고 처음부터 다시 해요',
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
  storybook dataset synthesize --out practice --count 1000                      makes pictures and texts up
  storybook dataset build --images practice --annotations practice --out data --captioner annotations
                                                                              makes CSV to train and to validate with`,
  build: 'make CSV for training and validation from pictures and annotations (AI-Hub’s fairy-tale illustrations)',
  buildExamples: `
Examples:
  storybook dataset build --images Training/01.원천데이터 Validation/01.원천데이터 \\
                          --annotations Training/02.라벨링데이터 Validation/02.라벨링데이터 --out data
  storybook dataset build --images TS1.zip --annotations TL1.zip --out data --split books

  Folders are searched to the bottom, archives (.zip) are read as they are. A picture and a JSON of the same name belong
  together wherever they lie. It may be stopped or killed at any time: the same command goes on from there, and no picture
  is described twice. Captions are put into Korean by the translator that the other commands use (TRANSLATOR_DIR or OPENAI_…).

  It makes dataset_train.csv and dataset_val.csv (what training and evaluation read), captions_*.csv and annotations_*.csv
  (what was seen, what people said), and report.csv (what was left out and why).`,
  images: 'folders or archives with pictures',
  annotations: 'folders or archives with JSON; may be the same as those of the pictures',
  buildOut: 'folder for the CSV',
  captioner:
    'engine that describes the pictures; annotations takes what people wrote in the JSON, none leaves it empty',
  model: 'folder of the model (BLIP) that describes pictures',
  batch: 'pictures described at once',
  split: 'auto goes by folders called Training and Validation, books by the book alone',
  valShare: 'of the books that no folder tells of, the share for validation (0 to 1)',
  restart: 'forget the captions in this folder and begin anew',
  synthesize: 'draw a data set in the layout of AI-Hub’s fairy-tale illustrations, to practise and test without theirs',
  synthesizeOut: 'folder to fill (has to be empty)',
  count: 'number of pictures',
  seed: 'the same number gives the same data',
  size: 'width and height of each picture in pixels',
};

export const DATASET_HELP: Readonly<Record<Locale, DatasetHelp>> = { ko, en };
