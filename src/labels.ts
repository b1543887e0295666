// What fields, classifications and levels are called when shown to people.
import type { Classification, Fields, Locale, ReadingLevel } from './story.ts';

type Labels<Key extends string> = Readonly<Record<Locale, Readonly<Record<Key, string>>>>;

export const FIELD_LABELS: Labels<keyof Fields> = {
  ko: {
    name: '이름',
    i_action: '행동',
    classification: '이야기 분류',
    character: '등장인물',
    setting: '배경',
    action: '행동 더하기',
    feeling: '감정',
    causalRelationship: '원인과 결과',
    outcomeResolution: '마무리',
    prediction: '다음 이야기',
  },
  en: {
    name: 'Name',
    i_action: 'Action',
    classification: 'Theme',
    character: 'Characters',
    setting: 'Setting',
    action: 'More actions',
    feeling: 'Feelings',
    causalRelationship: 'Cause and effect',
    outcomeResolution: 'Outcome',
    prediction: 'What comes next',
  },
};

export const CAPTION_LABEL: Readonly<Record<Locale, string>> = { ko: '그림 설명', en: 'Caption' };

export const CLASSIFICATION_LABELS: Labels<Classification> = {
  ko: {
    의사소통: '의사소통',
    자연탐구: '자연탐구',
    사회관계: '사회관계',
    예술경험: '예술경험',
    신체운동_건강: '신체운동·건강',
  },
  en: {
    의사소통: 'Communication',
    자연탐구: 'Nature and inquiry',
    사회관계: 'Social relations',
    예술경험: 'Art',
    신체운동_건강: 'Body and health',
  },
};

export const LEVEL_LABELS: Labels<ReadingLevel> = {
  ko: { 유아: '유아', 저학년: '저학년(1–2학년)', 고학년: '고학년(3–6학년)' },
  en: { 유아: 'kindergarten', 저학년: 'grades 1–2', 고학년: 'grades 3–6' },
};
