// What went wrong, for the person it happened to: with which value, and what to do about it.
// One table per language; every code of `errors.ts` and every note of `story.ts` has its sentence here.
import type {
  ConfigProblem,
  ErrorCode,
  ErrorDetails,
  FieldsProblem,
  NotAPicture,
  StoreFault,
  TalesError,
} from './errors.ts';
import type { Locale, Note } from './story.ts';

type Sentences = { readonly [C in ErrorCode]: (details: ErrorDetails[C]) => string };

const mebibytes = (bytes: number): string => `${(bytes / 1024 / 1024).toFixed(1).replace(/\.0$/, '')} MB`;
const megapixels = (pixels: number): string => `${Math.round(pixels / 1e6)}`;
const list = (lines: readonly string[]): string => lines.map((line) => `\n  - ${line}`).join('');

// The Korean phrases bring their own ending, because 이에요/예요 follows the last syllable of each.
const FOUND: Readonly<Record<Locale, Readonly<Record<NotAPicture, string>>>> = {
  ko: {
    pdf: 'PDF 문서예요',
    svg: '글자로 된 그림 파일(SVG)이에요',
    html: '웹 페이지예요',
    text: '글자 파일이에요',
    zip: '압축 파일이나 문서예요',
    video: '동영상이에요',
    audio: '소리 파일이에요',
    unknown: '알 수 없는 파일이에요',
  },
  en: {
    pdf: 'a PDF document',
    svg: 'an SVG (vector) file',
    html: 'a web page',
    text: 'a text file',
    zip: 'an archive or an office document',
    video: 'a video',
    audio: 'a sound file',
    unknown: 'a file of an unknown kind',
  },
};

const STORE_FAULT: Readonly<Record<Locale, Readonly<Record<StoreFault, string>>>> = {
  ko: {
    unwritable: '쓸 권한이 없어요. 쓸 수 있는 폴더를 DATA_DIR에 적어 주세요.',
    'wrong-kind': '파일이 있을 자리에 폴더가, 또는 폴더가 있을 자리에 파일이 있어요. 그것을 옮겨 주세요.',
    damaged: '파일이 망가졌어요. 다른 곳으로 옮겨 두면 새로 시작할 수 있어요.',
    foreign: '다른 프로그램의 데이터베이스예요. 다른 폴더를 DATA_DIR에 적어 주세요.',
    newer: '더 새로운 판의 프로그램이 만든 파일이에요. 프로그램을 새 판으로 바꿔 주세요.',
    busy: '다른 프로그램이 오래 쓰고 있어요. 잠시 뒤에 다시 해 주세요.',
    full: '디스크가 가득 찼어요. 자리를 비우고 다시 해 주세요.',
    failed: '읽거나 쓰지 못했어요. 디스크를 확인하고 다시 해 주세요.',
  },
  en: {
    unwritable: 'There is no right to write there. Set DATA_DIR to a folder that can be written to.',
    'wrong-kind': 'A folder is where a file should be, or a file where a folder should be. Please move it away.',
    damaged: 'The file is damaged. Move it away to start afresh.',
    foreign: 'It is the database of another program. Set DATA_DIR to another folder.',
    newer: 'It was written by a later version of this program. Please update the program.',
    busy: 'Another program has been using it for too long. Try again in a moment.',
    full: 'The disk is full. Make room and try again.',
    failed: 'It could not be read or written. Check the disk and try again.',
  },
};

function fieldsProblem(problem: FieldsProblem, locale: Locale): string {
  const expected = problem.expected ?? '';
  const ko: Record<FieldsProblem['kind'], string> = {
    missing: '꼭 있어야 하는데 없어요.',
    unknown: `모르는 이름이에요.${expected && ` 쓸 수 있는 이름: ${expected}`}`,
    type: `${expected} 값이어야 해요.`,
    choice: `다음 가운데 하나여야 해요: ${expected}`,
    long: `너무 길어요. ${expected}자까지 쓸 수 있어요.`,
    empty: '비어 있어요. 내용을 적어 주세요.',
    many: `너무 많아요. ${expected}개까지 쓸 수 있어요.`,
    'no-file': `이 이름의 그림 파일이 없어요: ${expected}`,
  };
  const en: Record<FieldsProblem['kind'], string> = {
    missing: 'is required but missing.',
    unknown: `is not a known key.${expected && ` Known keys: ${expected}`}`,
    type: `must be a ${expected}.`,
    choice: `must be one of: ${expected}`,
    long: `is too long: at most ${expected} characters.`,
    empty: 'is empty. Please write something.',
    many: `has too many entries: at most ${expected}.`,
    'no-file': `names a picture that is not there: ${expected}`,
  };
  return locale === 'ko' ? `${problem.path}: ${ko[problem.kind]}` : `${problem.path} ${en[problem.kind]}`;
}

const refusals = (refused: ErrorDetails['pictures-refused']['refused'], locale: Locale): string =>
  list(refused.map(({ name, error }) => `${name}: ${explain(error, locale)}`));

const configProblem = (problem: ConfigProblem): string =>
  `${problem.variable}=${JSON.stringify(problem.value)} → ${problem.expected}`;

const ko: Sentences = {
  'picture-empty': () => '빈 파일이에요. 그림을 다시 저장하거나 다시 올려 주세요.',
  'picture-not-received': () => '그림 파일을 끝까지 받지 못했어요. 다시 올려 주세요.',
  'picture-too-large': ({ size, limit }) =>
    `그림 파일이 너무 커요(${mebibytes(size)}). ${mebibytes(limit)}까지 받을 수 있으니 크기를 줄여서 다시 올려 주세요.`,
  'picture-too-many-pixels': ({ width, height, limit }) =>
    `그림이 너무 커요(${width}×${height}). ${megapixels(limit)}00만 화소까지 받을 수 있으니 가로세로를 줄여서 다시 올려 주세요.`,
  'picture-too-many-frames': ({ frames, limit }) =>
    `움직이는 그림의 장면이 너무 많아요(${frames}장). ${limit}장까지 받을 수 있어요. 멈춘 그림 한 장으로 올려 주세요.`,
  'picture-too-thin': ({ width, height }) =>
    `그림이 너무 작거나 가늘어요(${width}×${height}). 가로와 세로가 모두 16화소보다 큰 그림을 올려 주세요.`,
  'picture-not-a-picture': ({ found }) =>
    `그림이 아니라 ${FOUND.ko[found]}. JPEG, PNG, WebP, GIF, AVIF, TIFF, HEIC 그림을 올려 주세요.`,
  'picture-damaged': ({ format }) =>
    `${format} 그림 파일이 망가졌거나 끝까지 저장되지 않았어요. 원본을 다시 올려 주세요.`,
  'pictures-refused': ({ refused }) => `책에 넣을 수 없는 그림이 있어요.${refusals(refused, 'ko')}`,
  'book-no-pictures': ({ where }) =>
    `그림을 찾지 못했어요: ${where}. 그림 파일이나 그림이 든 폴더를 알려 주세요. 예: storybook make 그림폴더`,
  'book-too-many-pictures': ({ count, limit }) =>
    `그림이 ${count}장이에요. 책 한 권에는 ${limit}장까지 넣을 수 있어요. ${count - limit}장을 빼고 다시 해 주세요.`,
  'book-too-big': ({ size, limit }) =>
    `그림의 품질을 가장 낮추어도 책이 ${mebibytes(size)}예요. ${mebibytes(limit)}까지 만들 수 있으니 그림 수를 줄여 주세요.`,
  'fields-invalid': ({ file, problems }) =>
    `${file}에 고칠 곳이 있어요.${list(problems.map((problem) => fieldsProblem(problem, 'ko')))}`,
  'fields-not-json': ({ file, reason }) => `${file}의 내용이 올바른 JSON이 아니에요: ${reason}`,
  'fields-needed': () =>
    '장면마다 이름, 행동, 이야기 분류가 있어야 해요. --fields FILE로 알려 주거나, 터미널에서 실행해 하나씩 답해 주세요.',
  'file-missing': ({ path }) => `파일이나 폴더가 없어요: ${path}. 이름과 위치를 확인해 주세요.`,
  'file-unreadable': ({ path }) => `읽을 수 없어요: ${path}. 파일 권한을 확인해 주세요.`,
  'file-unwritable': ({ path }) => `이곳에 쓸 수 없어요: ${path}. 다른 곳을 --out으로 알려 주세요.`,
  'blob-missing': ({ key }) => `보관해 둔 그림이 없어졌어요(${key}). 그림을 다시 올려 주세요.`,
  'store-unusable': ({ path, reason }) => `보관하는 곳을 쓸 수 없어요: ${path}. ${STORE_FAULT.ko[reason]}`,
  'config-invalid': ({ problems }) => `설정에 고칠 곳이 있어요.${list(problems.map(configProblem))}`,
  'option-invalid': ({ option, value, expected }) =>
    `${option}에 이 값은 쓸 수 없어요: ${JSON.stringify(value)}. ${expected}`,
  'engine-unknown': ({ seam, engine, known }) =>
    `${seam}에 이런 엔진은 없어요: "${engine}". 쓸 수 있는 것: ${known.join(', ')}`,
  cancelled: () => '멈추었어요. 만들다 만 파일은 남기지 않았어요.',
  unexpected: () => '프로그램 안에서 예상하지 못한 일이 생겼어요. 다시 해 보고, 또 그러면 기록(log)을 확인해 주세요.',
};

const en: Sentences = {
  'picture-empty': () => 'The file is empty. Save or upload the picture again.',
  'picture-not-received': () => 'The picture file did not arrive completely. Please upload it again.',
  'picture-too-large': ({ size, limit }) =>
    `The picture file is too big (${mebibytes(size)}). Up to ${mebibytes(limit)} is accepted: make it smaller and try again.`,
  'picture-too-many-pixels': ({ width, height, limit }) =>
    `The picture is too big (${width}×${height}). Up to ${megapixels(limit)} megapixels are accepted: scale it down and try again.`,
  'picture-too-many-frames': ({ frames, limit }) =>
    `The animation has too many frames (${frames}; at most ${limit}). Please use a still picture.`,
  'picture-too-thin': ({ width, height }) =>
    `The picture is too small or too thin (${width}×${height}). Both sides must be at least 16 pixels.`,
  'picture-not-a-picture': ({ found }) =>
    `This is ${FOUND.en[found]}, not a picture. Please use JPEG, PNG, WebP, GIF, AVIF, TIFF or HEIC.`,
  'picture-damaged': ({ format }) =>
    `The ${format} picture is damaged or was not saved completely. Please use the original again.`,
  'pictures-refused': ({ refused }) => `Some pictures cannot be used.${refusals(refused, 'en')}`,
  'book-no-pictures': ({ where }) =>
    `No pictures found: ${where}. Name picture files, or a folder that holds some. Example: storybook make my-pictures`,
  'book-too-many-pictures': ({ count, limit }) =>
    `There are ${count} pictures. A book holds up to ${limit}: leave out ${count - limit} and try again.`,
  'book-too-big': ({ size, limit }) =>
    `Even at the lowest picture quality the book takes ${mebibytes(size)}; the limit is ${mebibytes(limit)}. Use fewer pictures.`,
  'fields-invalid': ({ file, problems }) =>
    `${file} needs mending.${list(problems.map((problem) => fieldsProblem(problem, 'en')))}`,
  'fields-not-json': ({ file, reason }) => `${file} is not valid JSON: ${reason}`,
  'fields-needed': () =>
    'Every scene needs a name, an action and a classification. Give them with --fields FILE, or run this on a terminal to be asked.',
  'file-missing': ({ path }) => `No such file or folder: ${path}. Check its name and place.`,
  'file-unreadable': ({ path }) => `Cannot read ${path}. Check its permissions.`,
  'file-unwritable': ({ path }) => `Cannot write to ${path}. Name another place with --out.`,
  'blob-missing': ({ key }) => `A stored picture is gone (${key}). Please upload it again.`,
  'store-unusable': ({ path, reason }) => `The store cannot be used: ${path}. ${STORE_FAULT.en[reason]}`,
  'config-invalid': ({ problems }) => `The configuration needs mending.${list(problems.map(configProblem))}`,
  'option-invalid': ({ option, value, expected }) => `${option} cannot be ${JSON.stringify(value)}. ${expected}`,
  'engine-unknown': ({ seam, engine, known }) => `There is no ${seam} called "${engine}". Known: ${known.join(', ')}`,
  cancelled: () => 'Stopped. No half-made file was left behind.',
  unexpected: () => 'Something unexpected happened inside the program. Try again; if it comes back, look at the log.',
};

const sentences: Readonly<Record<Locale, Sentences>> = { ko, en };

/** The sentence for an error, also one that came through JSON, in the reader's language. */
export function explain<C extends ErrorCode>(error: Pick<TalesError<C>, 'code' | 'details'>, locale: Locale): string {
  return sentences[locale][error.code](error.details);
}

/** The sentence for a note, in the reader's language. */
export function explainNote(note: Note, locale: Locale): string {
  switch (note.code) {
    case 'untranslated':
      return locale === 'ko'
        ? '번역기를 찾지 못해 그림 설명을 그대로 두었어요.'
        : 'No translator was found, so the caption was left in its own language.';
    case 'undrawable':
      return locale === 'ko'
        ? `글꼴에 없는 글자를 뺐어요: ${note.characters.join(' ')}`
        : `Left out characters that no font here can draw: ${note.characters.join(' ')}`;
    case 'reduced-pictures':
      return locale === 'ko'
        ? `파일 크기를 맞추려고 그림을 긴 쪽 ${note.longSide}화소로 줄여 실었어요.`
        : `To keep the file small, pictures were printed at ${note.longSide} pixels on the long side.`;
  }
}
