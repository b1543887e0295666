// Every sentence the command line says, in Korean and English. Errors are worded in `explain.ts`.
import { FIELD_LABELS } from '../labels.ts';
import type { Locale } from '../story.ts';

export interface Wording {
  readonly reading: string;
  readonly describing: string;
  readonly telling: string;
  readonly printing: string;
  readonly passedOver: (names: readonly string[]) => string;
  readonly captionLeftOut: (number: number) => string;
  readonly notInFields: (names: readonly string[]) => string;
  readonly refused: (name: string, reason: string) => string;
  readonly made: (file: string, pages: number, size: string) => string;
  readonly took: (label: string, seconds: string) => string;
  readonly helped: (tokens: number) => string;
  readonly pageHeading: (number: number, picture: string) => string;
  readonly deviceRefused: (asked: string, used: string, reason: string) => string;
  readonly unexpected: string;
  /** After questions that were broken off. */
  readonly draftKept: (file: string) => string;
  /** After all questions. */
  readonly answersKept: (file: string) => string;
  readonly replacing: (file: string) => string;
  readonly choose: string;
  readonly firstHint: (index: number, total: number, picture: string) => string;
  readonly askTitle: string;
  readonly askAuthors: string;
  readonly askCaption: string;
  readonly askName: string;
  readonly askAction: string;
  readonly askMore: string;
  readonly askDescribeRest: (names: readonly string[]) => string;
  readonly commaHint: string;
  readonly needed: string;
  readonly tooLong: (limit: number) => string;
  readonly namesTooLong: (limit: number) => string;
  readonly tooManyNames: (limit: number) => string;
  readonly yes: string;
  readonly no: string;
}

const some = (names: readonly string[], locale: Locale): string => {
  const shown = names.slice(0, 5).join(', ');
  const more = names.length - 5;
  if (more <= 0) return shown;
  return locale === 'ko' ? `${shown} 외 ${more}개` : `${shown} and ${more} more`;
};

const ko: Wording = {
  reading: '그림 읽기',
  describing: '그림 설명하기',
  telling: '이야기 쓰기',
  printing: '책 만들기',
  passedOver: (names) => `그림이 아니어서 건너뛰었어요: ${some(names, 'ko')}`,
  captionLeftOut: (number) => `그림 ${number}의 설명은 그림책에 맞지 않는 말이 있는 것 같아 쓰지 않았어요.`,
  notInFields: (names) => `FIELDS.json에 없어서 책에 넣지 않았어요: ${some(names, 'ko')}`,
  refused: (name, reason) => `${name}: ${reason}`,
  made: (file, pages, size) => `책을 만들었어요: ${file} (${pages}쪽, ${size})`,
  took: (label, seconds) => `${label} ${seconds}초`,
  helped: (tokens) => `AI가 도운 양: 토큰 ${tokens.toLocaleString('ko')}개`,
  pageHeading: (number, picture) => `${number}쪽 (${picture})`,
  deviceRefused: (asked, used, reason) =>
    `이 장치로는 모델을 계산할 수 없어요: ${asked} (${reason}). 대신 쓰는 것: ${used}`,
  unexpected: '프로그램에 뜻밖의 문제가 생겼어요. 아래 내용을 알려 주시면 고칠게요.',
  draftKept: (file) => `적은 내용은 ${file}에 남겨 두었어요. --fields로 알려 주면 이어서 할 수 있어요.`,
  answersKept: (file) => `적은 내용은 ${file}에 있어요. 고친 뒤 --fields로 알려 주면 책을 다시 만들 수 있어요.`,
  replacing: (file) => `있던 책을 새 책으로 바꾸어요: ${file}`,
  choose: '위아래 화살표로 고르고 Enter',
  firstHint: (index, total, picture) => `${index}/${total}번째 그림 ${picture}`,
  askTitle: '책 제목은 무엇인가요? (비워 두면 지어 드려요)',
  askAuthors: '지은이는 누구인가요? (여럿이면 쉼표로, 비워 두어도 돼요)',
  askCaption: '그림에 무엇이 보이나요? (비워 두어도 돼요)',
  askName: `${FIELD_LABELS.ko.name}: 누구의 이야기인가요?`,
  askAction: `${FIELD_LABELS.ko.i_action}: 무엇을 하나요?`,
  askMore: '등장인물, 배경, 감정 같은 것도 더 적을까요?',
  askDescribeRest: (names) => `아직 설명하지 않은 그림이 있어요(${some(names, 'ko')}). 지금 적을까요?`,
  commaHint: '여럿이면 쉼표로, 비워 두어도 돼요',
  needed: '꼭 적어 주세요.',
  tooLong: (limit) => `${limit}자까지 쓸 수 있어요.`,
  namesTooLong: (limit) => `이름은 하나에 ${limit}자까지 쓸 수 있어요.`,
  tooManyNames: (limit) => `이름은 ${limit}개까지 쓸 수 있어요.`,
  yes: '네',
  no: '아니요',
};

const en: Wording = {
  reading: 'Reading pictures',
  describing: 'Describing pictures',
  telling: 'Writing the story',
  printing: 'Making the book',
  passedOver: (names) => `Passed over, not a picture: ${some(names, 'en')}`,
  captionLeftOut: (number) =>
    `The description of picture ${number} was not used: it may have words that do not suit a picture book.`,
  notInFields: (names) => `Left out of the book, not in the fields file: ${some(names, 'en')}`,
  refused: (name, reason) => `${name}: ${reason}`,
  made: (file, pages, size) => `Made the book: ${file} (${pages} pages, ${size})`,
  took: (label, seconds) => `${label} ${seconds} s`,
  helped: (tokens) => `AI help: ${tokens.toLocaleString('en')} tokens`,
  pageHeading: (number, picture) => `Page ${number} (${picture})`,
  deviceRefused: (asked, used, reason) => `${asked} cannot compute the models (${reason}); using ${used} instead.`,
  unexpected: 'This is a fault of the program. Please report what follows.',
  draftKept: (file) => `What you wrote is kept in ${file}. Name it with --fields to go on from there.`,
  answersKept: (file) =>
    `Your answers are in ${file}. Change them there and name it with --fields to make the book again.`,
  replacing: (file) => `Replacing the book that is there: ${file}`,
  choose: 'arrows to choose, then Enter',
  firstHint: (index, total, picture) => `Picture ${index} of ${total}: ${picture}`,
  askTitle: 'What is the title? (leave empty and one is made up)',
  askAuthors: 'Who made this book? (separate names by commas; may be empty)',
  askCaption: 'What can be seen in the picture? (may be empty)',
  askName: `${FIELD_LABELS.en.name}: who is it about?`,
  askAction: `${FIELD_LABELS.en.i_action}: what do they do?`,
  askMore: 'Add characters, setting, feelings and so on?',
  askDescribeRest: (names) => `Some pictures are not described yet (${some(names, 'en')}). Describe them now?`,
  commaHint: 'separate several by commas; may be empty',
  needed: 'This one is needed.',
  tooLong: (limit) => `At most ${limit} characters.`,
  namesTooLong: (limit) => `At most ${limit} characters for each name.`,
  tooManyNames: (limit) => `At most ${limit} names.`,
  yes: 'Yes',
  no: 'No',
};

export const WORDING: Readonly<Record<Locale, Wording>> = { ko, en };
