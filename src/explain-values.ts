// The smaller parts of explanations: what a value has to be, where a FIELDS.json needs mending, why a file cannot be written.
import type {
  ConfigProblem,
  Expectation,
  FieldsProblem,
  UnsuitablePlace,
  UnsuitableTopic,
  WriteFault,
} from './errors.ts';
import { CAPTION_LABEL, FIELD_LABELS } from './labels.ts';
import type { Fields, Locale } from './story.ts';

type Of<K extends Expectation['kind']> = Extract<Expectation, { readonly kind: K }>;
type Expectations = { readonly [K in Expectation['kind']]: (expected: Of<K>) => string };

const EXPECTED: Readonly<Record<Locale, Expectations>> = {
  ko: {
    choice: ({ values }) => `쓸 수 있는 값: ${values.join(', ')}`,
    number: (expected) => `${range(expected, 'ko')} 수를 적어 주세요.`,
    text: ({ least = 1, most }) => `${least}자부터 ${most}자까지 쓸 수 있어요.`,
    ending: ({ ending }) => `이름의 끝을 ${ending} 꼴로 적어 주세요.`,
    folder: () => '폴더의 위치를 적어 주세요.',
    type: ({ type }) => `이런 값이어야 해요: ${TYPES.ko[type] ?? type}`,
    divides: ({ setting }) => `이 수로 나누어떨어져야 해요: ${setting}`,
    tokens: ({ examples }) =>
      `이야기를 짓도록 미세 조정한 모델에는 칸마다 이런 토큰이 있어야 해요: ${examples.join(', 또는 ')}`,
    unmixed: ({ owner }) => `이 폴더에는 다른 것의 결과가 있어요: ${owner}. 섞이지 않게 다른 폴더를 적어 주세요.`,
    address: ({ example }) => `이런 꼴로 적어 주세요: ${example}`,
    book: ({ example }) => `그런 책이 없어요. storybook books로 목록을 보세요.${example ? ` 예: ${example}` : ''}`,
    id: ({ example }) => `숫자로 된 ID를 적어 주세요. 예: ${example}`,
    'needed-by': ({ setting }) => `${setting} 설정에는 이 값도 있어야 해요. 어디에서 얻는지는 README에 있어요.`,
    'only-with': ({ setting }) => `${setting} 값이 있어야 쓸 수 있어요.`,
    'not-with': ({ setting }) => `${setting} 값과 함께 쓸 수 없어요. 둘 가운데 하나를 지워 주세요.`,
    with: ({ options }) => `함께 적어야 하는 옵션: ${options.join(' 또는 ')}`,
  },
  en: {
    choice: ({ values }) => `Possible values: ${values.join(', ')}`,
    number: (expected) => `Give ${range(expected, 'en')}.`,
    text: ({ least = 1, most }) => `Give ${least} to ${most} characters.`,
    ending: ({ ending }) => `The name has to end in ${ending}.`,
    folder: () => 'Name a folder.',
    type: ({ type }) => `It has to be ${TYPES.en[type] ?? type}.`,
    divides: ({ setting }) => `It has to divide ${setting}.`,
    tokens: ({ examples }) =>
      `A model that was fine-tuned for stories has a token for each field: ${examples.join(', or ')}`,
    unmixed: ({ owner }) => `It has the results of something else: ${owner}. Name another folder to keep them apart.`,
    address: ({ example }) => `Write it like this: ${example}`,
    book: ({ example }) =>
      `There is no such book. storybook books lists all of them${example ? `, such as ${example}` : ''}.`,
    id: ({ example }) => `Give the numeric id, such as ${example}.`,
    'needed-by': ({ setting }) => `It is needed for ${setting}. The README says where to get it.`,
    'only-with': ({ setting }) => `It needs ${setting}.`,
    'not-with': ({ setting }) => `It cannot be used beside ${setting}. Remove one of the two.`,
    with: ({ options }) => `It goes with ${options.join(' or ')}.`,
  },
};

/** What a value has to be, as a sentence. */
export const expectation = <K extends Expectation['kind']>(expected: Of<K>, locale: Locale): string =>
  EXPECTED[locale][expected.kind](expected);

function range({ least, most }: { readonly least?: number; readonly most?: number }, locale: Locale): string {
  const isKorean = locale === 'ko';
  if (least !== undefined && most !== undefined)
    return isKorean ? `${least}부터 ${most} 사이의` : `a number from ${least} to ${most}`;
  if (least !== undefined) return isKorean ? `${least} 이상의` : `a number of at least ${least}`;
  if (most !== undefined) return isKorean ? `${most} 이하의` : `a number of at most ${most}`;
  return isKorean ? '끝이 있는' : 'a finite number';
}

const TYPES: Readonly<Record<Locale, Readonly<Record<string, string>>>> = {
  ko: {
    string: '글(" ")',
    array: '목록([ ])',
    object: '묶음({ })',
    number: '수',
    int: '정수',
    boolean: 'true 또는 false',
    positive: '0보다 큰 수',
    ids: '토큰의 번호, 또는 그 목록([ ])',
    size: '화소의 수 하나, 또는 height와 width',
  },
  en: {
    string: 'a text (" ")',
    array: 'a list ([ ])',
    object: 'an object ({ })',
    number: 'a number',
    int: 'a whole number',
    boolean: 'true or false',
    positive: 'a number above 0',
    ids: 'the id of a token, or a list ([ ]) of them',
    size: 'one number of pixels, or height and width',
  },
};

const PAGE_LABELS: Readonly<Record<Locale, Readonly<Record<string, string>>>> = {
  ko: { picture: '그림', caption: CAPTION_LABEL.ko, fields: '칸', text: '글' },
  en: { picture: 'picture', caption: CAPTION_LABEL.en, fields: 'fields', text: 'text' },
};

/** `pages[0].fields.name` with the page's number and the field's name in front: 1쪽 이름. */
function placeOf(path: string, locale: Locale): string {
  if (path === '') return locale === 'ko' ? '파일 전체' : 'The file';
  const [, index, key] = /^pages\[(\d+)\](?:\.fields\.|\.)?(\w*)/.exec(path) ?? [];
  if (index === undefined) return path;
  const page = locale === 'ko' ? `${Number(index) + 1}쪽` : `Page ${Number(index) + 1}`;
  const label = FIELD_LABELS[locale][key as keyof Fields] ?? PAGE_LABELS[locale][key ?? ''] ?? '';
  return `${`${page} ${label}`.trim()} (${path})`;
}

/** One fault of a FIELDS.json as a sentence that names its place. */
export function fieldsProblem(problem: FieldsProblem, locale: Locale): string {
  const expected = problem.expected ?? '';
  const type = TYPES[locale][expected] ?? expected;
  const ko: Record<FieldsProblem['kind'], string> = {
    missing: `꼭 있어야 하는데 없어요.${expected && ` 쓸 수 있는 값: ${expected}`}`,
    unknown: `모르는 이름이에요.${expected && ` 쓸 수 있는 이름: ${expected}`}`,
    type: `이런 값이어야 해요: ${type}`,
    choice: `다음 가운데 하나여야 해요: ${expected}`,
    long: `너무 길어요. ${expected}자까지 쓸 수 있어요.`,
    empty: '비어 있어요. 내용을 적어 주세요.',
    many: `너무 많아요. ${expected}개까지 쓸 수 있어요.`,
    'no-file': `이 이름의 그림 파일이 없어요: ${expected}`,
    unclear: `이 이름의 그림 파일이 여럿이에요: ${expected}. 이름을 서로 다르게 바꿔 주세요.`,
  };
  const en: Record<FieldsProblem['kind'], string> = {
    missing: `is required but missing.${expected && ` Possible values: ${expected}`}`,
    unknown: `is not a known key.${expected && ` Known keys: ${expected}`}`,
    type: `has to be ${type}.`,
    choice: `must be one of: ${expected}`,
    long: `is too long: at most ${expected} characters.`,
    empty: 'is empty. Please write something.',
    many: `has too many entries: at most ${expected}.`,
    'no-file': `names a picture that is not there: ${expected}`,
    unclear: `could mean several pictures: ${expected}. Give them different names.`,
  };
  const place = placeOf(problem.path, locale);
  return locale === 'ko' ? `${place}: ${ko[problem.kind]}` : `${place} ${en[problem.kind]}`;
}

/** One fault of the environment. */
export const configProblem = ({ variable, value, expected }: ConfigProblem, locale: Locale): string =>
  `${variable}=${JSON.stringify(value)} → ${expectation(expected, locale)}`;

const WRITE_FAULT: Readonly<Record<Locale, Readonly<Record<WriteFault, string>>>> = {
  ko: {
    'no-folder': '그런 폴더가 없어요. 폴더를 먼저 만들거나 다른 곳을 알려 주세요.',
    'is-folder': '그 이름의 폴더가 있어요. 파일 이름까지 적어 주세요.',
    denied: '쓸 권한이 없어요. 다른 곳을 알려 주세요.',
    full: '디스크가 가득 찼어요. 자리를 비우고 다시 해 주세요.',
    failed: '디스크를 확인하거나 다른 곳을 알려 주세요.',
  },
  en: {
    'no-folder': 'There is no such folder. Make it first, or name another place.',
    'is-folder': 'A folder has that name. Add the name of a file.',
    denied: 'There is no right to write there. Name another place.',
    full: 'The disk is full. Make room and try again.',
    failed: 'Check the disk, or name another place.',
  },
};

export const writeFault = (reason: WriteFault, locale: Locale): string => WRITE_FAULT[locale][reason];

/** Where a JSON text breaks off, as far as the parser says. */
export function jsonPlace(line: number | undefined, column: number | undefined, locale: Locale): string {
  if (line === undefined || column === undefined) {
    return locale === 'ko'
      ? '괄호와 따옴표가 모두 닫혔는지, 끝까지 저장되었는지 살펴봐 주세요.'
      : 'See whether all brackets and quotation marks are closed and the file was saved whole.';
  }
  return locale === 'ko'
    ? `${line}번째 줄 ${column}번째 글자 근처의 쉼표, 따옴표, 괄호를 살펴봐 주세요.`
    : `Look at the commas, quotation marks and brackets near line ${line}, column ${column}.`;
}

const TOPICS: Readonly<Record<Locale, Readonly<Record<UnsuitableTopic, string>>>> = {
  ko: {
    insult: '놀리거나 욕하는 말',
    violence: '무섭거나 다치게 하는 말',
    sexual: '어린이에게 맞지 않는 말',
    'self-harm': '스스로를 해치는 말',
    drugs: '술이나 약에 관한 말',
    other: '그림책에 맞지 않는 말',
  },
  en: {
    insult: 'insulting words',
    violence: 'frightening or violent words',
    sexual: 'words that are not for children',
    'self-harm': 'words about hurting oneself',
    drugs: 'words about alcohol or drugs',
    other: 'words that do not suit a picture book',
  },
};

type BookPart = 'title' | 'className' | 'authors' | 'text' | 'told';
const BOOK_PARTS: Readonly<Record<Locale, Readonly<Record<BookPart, string>>>> = {
  ko: { title: '책 제목', className: '반 이름', authors: '지은이', text: '글', told: '컴퓨터가 지은 글' },
  en: {
    title: 'Title',
    className: 'Class name',
    authors: 'Authors',
    text: 'Text',
    told: 'The text written by the computer',
  },
};
const isBookPart = (part: UnsuitablePlace['part']): part is BookPart => Object.hasOwn(BOOK_PARTS.ko, part);
/** Nobody has typed what an engine wrote: what can be done is to tell the engine something else, or to write it oneself. */
const INSTEAD_OF_TOLD: Readonly<Record<Locale, string>> = {
  ko: ' (이 쪽의 이름이나 행동을 바꾸거나, 글을 직접 적어 주세요)',
  en: ' (change who or what this page is about, or write its text yourself)',
};

/** Where unsuitable words are and of what kind, without repeating them. */
export function unsuitable({ book, page, part, topic }: UnsuitablePlace, locale: Locale): string {
  const label = isBookPart(part)
    ? BOOK_PARTS[locale][part]
    : part === 'caption'
      ? CAPTION_LABEL[locale]
      : FIELD_LABELS[locale][part];
  const onPage = page === undefined ? label : locale === 'ko' ? `${page}쪽 ${label}` : `Page ${page}, ${label}`;
  const where = book === undefined ? onPage : locale === 'ko' ? `${book}번째 책 ${onPage}` : `Book ${book}, ${onPage}`;
  return `${where}: ${TOPICS[locale][topic]}${part === 'told' ? INSTEAD_OF_TOLD[locale] : ''}`;
}
