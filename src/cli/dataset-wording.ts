// What `storybook dataset …` says, in Korean and English.
import type { BuildStep, FaultKind } from '../pipeline/index.ts';
import type { Locale } from '../story.ts';

export interface DatasetWording {
  readonly drawing: string;
  readonly drawn: (folder: string, pictures: number, books: number, training: number, validation: number) => string;
  readonly captions: (file: string) => string;
  readonly steps: Readonly<Record<BuildStep, string>>;
  /** Who describes and who translates; the model is empty where there is none. */
  readonly describedBy: (captioner: string, translator: string) => string;
  readonly byAnnotators: string;
  readonly byNobody: string;
  readonly nobodyThere: string;
  readonly stayEnglish: string;
  readonly resumed: (done: number) => string;
  readonly kept: (done: number) => string;
  readonly stopped: string;
  readonly built: (folder: string) => string;
  readonly rows: (training: number, validation: number) => string;
  readonly leftOut: (count: number, report: string) => string;
  readonly faults: Readonly<Record<FaultKind, string>>;
  readonly pieces: (names: string) => string;
  readonly untranslated: (count: number) => string;
  readonly sharedBooks: (count: number) => string;
  readonly noValidation: string;
  readonly noRows: string;
}

const ko: DatasetWording = {
  drawing: '그림 그리기',
  drawn: (folder, pictures, books, training, validation) =>
    `그림 ${pictures}장을 지어냈어요 (책 ${books}권, 학습용 ${training}장, 검증용 ${validation}장): ${folder}`,
  captions: (file) => `영어 그림 설명: ${file}`,
  steps: {
    finding: '그림과 설명 파일을 찾고 있어요.',
    annotations: '설명 파일 읽기',
    captions: '그림 설명하기',
    writing: '표 쓰기',
  },
  describedBy: (captioner, translator) => `그림 설명: ${captioner} · 번역: ${translator}`,
  byAnnotators: '그림 설명: JSON에 사람이 적어 둔 것을 써요.',
  byNobody: '그림 설명: 비워 두어요. 모델은 설명 없이 배우게 돼요.',
  nobodyThere:
    '그림을 설명할 모델이나 서비스가 없어요. npx storybook models pull blip으로 모델을 받거나, BLIP_DIR이나 OPENAI_API_KEY를 적거나, JSON에 적힌 설명을 쓰려면 --captioner annotations를 붙여 주세요.',
  stayEnglish:
    '번역기를 찾지 못해 영어 설명을 그대로 두어요. 한국어로 옮기려면 TRANSLATOR_DIR이나 OPENAI_API_KEY를 적어 주세요.',
  resumed: (done) => `이미 설명한 그림 ${done}장은 다시 묻지 않아요.`,
  kept: (done) => `지금까지 설명한 그림 ${done}장은 남겨 두었어요.`,
  stopped: '멈추었어요. 같은 명령을 다시 치면 이어서 해요.',
  built: (folder) => `데이터를 만들었어요: ${folder}`,
  rows: (training, validation) => `학습용 ${training}줄 · 검증용 ${validation}줄`,
  leftOut: (count, report) => `건너뛴 것 ${count}개 (하나하나는 ${report}에):`,
  faults: {
    'no-picture': '짝이 되는 그림이 없어요',
    'no-annotation': '짝이 되는 JSON이 없어요',
    'doubled-picture': '같은 이름의 그림이 또 있어요',
    'doubled-annotation': '같은 이름의 JSON이 또 있어요',
    'doubled-id': '같은 번호(id)가 또 있어요',
    'broken-json': 'JSON을 읽을 수 없어요',
    'wrong-shape': 'JSON의 꼴이 달라요',
    'missing-field': '꼭 있어야 할 칸이 비었어요',
    unreadable: '파일을 읽거나 압축 파일에서 꺼낼 수 없어요',
    'refused-picture': '그림을 쓸 수 없어요',
    'no-caption': '그림 설명이 없어요',
    'archive-piece': '조각난 압축 파일이에요',
  },
  pieces: (names) => `조각난 압축 파일은 읽지 못해요. 먼저 하나로 합쳐 주세요: ${names}`,
  untranslated: (count) => `그림 설명 ${count}개는 번역하지 못해 영어 그대로예요.`,
  sharedBooks: (count) =>
    `책 ${count}권의 그림이 학습용과 검증용에 나뉘어 있어요. 한 책이 한쪽에만 있게 하려면 --split books를 붙여 주세요.`,
  noValidation:
    '검증용이 한 줄도 없어요. Validation 쪽도 함께 적거나, --split books로 책마다 나누거나, 책이 적으면 --val-share를 늘려 주세요.',
  noRows: '쓸 수 있는 줄이 하나도 없어요. 왜 그런지는 위에 적은 까닭을 봐 주세요.',
};

const en: DatasetWording = {
  drawing: 'Drawing pictures',
  drawn: (folder, pictures, books, training, validation) =>
    `Drew ${pictures} pictures of ${books} books (${training} for training, ${validation} for validation): ${folder}`,
  captions: (file) => `English captions: ${file}`,
  steps: {
    finding: 'Looking for pictures and annotations.',
    annotations: 'Reading annotations',
    captions: 'Describing pictures',
    writing: 'Writing tables',
  },
  describedBy: (captioner, translator) => `Captions by ${captioner}, translated by ${translator}`,
  byAnnotators: 'Captions are what people wrote in the JSON.',
  byNobody: 'Captions are left empty: a model will learn without them.',
  nobodyThere:
    'There is no model or service that describes pictures. Fetch a model with npx storybook models pull blip, set BLIP_DIR or OPENAI_API_KEY, or add --captioner annotations to take what the JSON says.',
  stayEnglish:
    'There is no translator, so captions stay in English. To have them in Korean, set TRANSLATOR_DIR or OPENAI_API_KEY.',
  resumed: (done) => `${done} pictures are described already and are not asked about again.`,
  kept: (done) => `The ${done} captions made so far are kept.`,
  stopped: 'Stopped. The same command goes on from there.',
  built: (folder) => `Made the data set: ${folder}`,
  rows: (training, validation) => `${training} rows for training, ${validation} for validation`,
  leftOut: (count, report) => `Left out ${count} (each of them is in ${report}):`,
  faults: {
    'no-picture': 'no picture of that name',
    'no-annotation': 'no JSON of that name',
    'doubled-picture': 'another picture has that name',
    'doubled-annotation': 'another JSON has that name',
    'doubled-id': 'another row has that id',
    'broken-json': 'JSON cannot be read',
    'wrong-shape': 'JSON of another shape',
    'missing-field': 'a required field is missing',
    unreadable: 'the file cannot be read, or got out of its archive',
    'refused-picture': 'the picture cannot be used',
    'no-caption': 'no caption',
    'archive-piece': 'a piece of an archive',
  },
  pieces: (names) => `Pieces of archives cannot be read. Join them first: ${names}`,
  untranslated: (count) => `${count} captions could not be translated and stay in English.`,
  sharedBooks: (count) =>
    `Pictures of ${count} books are in both parts. Add --split books to keep every book in one of them.`,
  noValidation:
    'There is no row for validation. Name the Validation part, too, split by --split books, or, with few books, raise --val-share.',
  noRows: 'There is not one row that can be used. See the reasons above.',
};

export const DATASET_WORDING: Readonly<Record<Locale, DatasetWording>> = { ko, en };
