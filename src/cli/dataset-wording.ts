// What `storybook dataset …` says, in Korean and English.
import type { Locale } from '../story.ts';

export interface DatasetWording {
  readonly drawing: string;
  readonly drawn: (folder: string, pictures: number, books: number, training: number, validation: number) => string;
  readonly captions: (file: string) => string;
}

const ko: DatasetWording = {
  drawing: '그림 그리기',
  drawn: (folder, pictures, books, training, validation) =>
    `그림 ${pictures}장을 지어냈어요 (책 ${books}권, 학습용 ${training}장, 검증용 ${validation}장): ${folder}`,
  captions: (file) => `영어 그림 설명: ${file}`,
};

const en: DatasetWording = {
  drawing: 'Drawing pictures',
  drawn: (folder, pictures, books, training, validation) =>
    `Drew ${pictures} pictures of ${books} books (${training} for training, ${validation} for validation): ${folder}`,
  captions: (file) => `English captions: ${file}`,
};

export const DATASET_WORDING: Readonly<Record<Locale, DatasetWording>> = { ko, en };
