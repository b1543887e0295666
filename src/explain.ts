// What went wrong, for the person it happened to: with which value, and what to do about it.
// One table per language; every code of `errors.ts` and every note of `story.ts` has its sentence here.
import type { ErrorCode, ErrorDetails, NotAPicture, StoreFault, TalesError } from './errors.ts';
import { configProblem, expectation, fieldsProblem, jsonPlace, writeFault } from './explain-values.ts';
import { CAPTION_LABEL, FIELD_LABELS } from './labels.ts';
import type { CoarsePicture, Locale, Note } from './story.ts';

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

type PortFault = ErrorDetails['port-unavailable']['reason'];

const PORT_FAULT: Readonly<Record<Locale, Readonly<Record<PortFault, (variable: string) => string>>>> = {
  ko: {
    'in-use': (variable) => `다른 프로그램이 쓰고 있어요. 그 프로그램을 끄거나 ${variable} 값을 다른 수로 바꿔 주세요.`,
    denied: (variable) => `이 포트를 열 권한이 없어요. ${variable} 값을 1024보다 큰 수로 바꿔 주세요.`,
    'no-host': () => '이 컴퓨터에 없는 주소예요. WEB_HOST 값을 확인해 주세요.',
  },
  en: {
    'in-use': (variable) => `Another program uses it. Stop that program, or set ${variable} to another number.`,
    denied: (variable) => `There is no right to open it. Set ${variable} to a number above 1024.`,
    'no-host': () => 'This computer does not have that address. Check WEB_HOST.',
  },
};

const refusals = (refused: ErrorDetails['pictures-refused']['refused'], locale: Locale): string =>
  list(refused.map(({ name, error }) => `${name}: ${explain(error, locale)}`));

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
    `그림이 너무 작거나 가늘어요(${width}×${height}). 가로와 세로가 모두 16화소 이상인 그림을 올려 주세요.`,
  'picture-not-a-picture': ({ found }) =>
    `그림이 아니라 ${FOUND.ko[found]}. JPEG, PNG, WebP, GIF, AVIF, TIFF, HEIC 그림을 올려 주세요.`,
  'picture-damaged': ({ format }) =>
    `${format} 그림 파일이 망가졌거나 끝까지 저장되지 않았어요. 원본을 다시 올려 주세요.`,
  'pictures-refused': ({ refused }) => `책에 넣을 수 없는 그림이 있어요.${refusals(refused, 'ko')}`,
  'book-no-pictures': ({ where }) =>
    `그림을 찾지 못했어요${where && `: ${where}`}. 그림 파일이나 그림이 든 폴더를 알려 주세요. 예: storybook make 그림폴더`,
  'book-too-many-pictures': ({ count, limit }) =>
    `그림이 ${count}장이에요. 책 한 권에는 ${limit}장까지 넣을 수 있어요. ${count - limit}장을 빼고 다시 해 주세요.`,
  'book-too-big': ({ size, limit }) =>
    `그림의 품질을 가장 낮추어도 책이 ${mebibytes(size)}예요. ${mebibytes(limit)}까지 만들 수 있으니 그림 수를 줄여 주세요.`,
  'fields-invalid': ({ file, problems }) =>
    `${file}에 고칠 곳이 있어요.${list(problems.map((problem) => fieldsProblem(problem, 'ko')))}`,
  'fields-not-json': ({ file, line, column }) =>
    `${file}의 내용이 올바른 JSON이 아니에요. ${jsonPlace(line, column, 'ko')}`,
  'fields-needed': () =>
    '장면마다 이름, 행동, 이야기 분류가 있어야 해요. --fields FILE로 알려 주거나, 터미널에서 실행해 하나씩 답해 주세요.',
  'file-missing': ({ path }) => `파일이나 폴더가 없어요: ${path}. 이름과 위치를 확인해 주세요.`,
  'file-unreadable': ({ path }) => `읽을 수 없어요: ${path}. 폴더가 아니라 파일인지, 읽을 권한이 있는지 확인해 주세요.`,
  'file-unwritable': ({ path, reason }) => `이곳에 쓸 수 없어요: ${path}. ${writeFault(reason, 'ko')}`,
  'output-not-a-book': ({ path }) =>
    `이미 있는 파일이고 PDF가 아니어서 덮어쓰지 않았어요: ${path}. 다른 이름을 알려 주세요.`,
  'blob-missing': ({ key }) => `보관해 둔 그림이 없어졌어요(${key}). 그림을 다시 올려 주세요.`,
  'store-unusable': ({ path, reason }) => `보관하는 곳을 쓸 수 없어요: ${path}. ${STORE_FAULT.ko[reason]}`,
  'config-invalid': ({ problems }) =>
    `설정에 고칠 곳이 있어요.${list(problems.map((problem) => configProblem(problem, 'ko')))}`,
  'option-invalid': ({ option, value, expected }) =>
    `${option}에 이 값은 쓸 수 없어요: ${JSON.stringify(value)}. ${expectation(expected, 'ko')}`,
  'engine-unknown': ({ seam, engine, known }) =>
    `${seam}에 이런 엔진은 없어요: "${engine}". 쓸 수 있는 것: ${known.join(', ')}`,
  'worker-died': ({ times }) =>
    `이 일을 하다가 일하는 프로그램이 ${times}번 멈추었어요. 메모리가 모자랄 수 있으니, 더 작은 그림으로 바꾸거나 그림 수를 줄여서 다시 해 주세요.`,
  'worker-not-started': ({ times }) =>
    `일하는 프로그램을 ${times}번 시작했지만 켜지지 않았어요. 기록(log)에서 까닭을 확인하고 다시 해 주세요.`,
  'model-unnamed': ({ engine, variable }) =>
    `이 엔진은 모델 폴더가 있어야 해요: ${engine}. .env의 ${variable}에 폴더를 적거나 --model로 알려 주세요.`,
  'runtime-unavailable': ({ reason }) =>
    `이 컴퓨터에서는 모델을 돌리는 onnxruntime-node를 쓸 수 없어요: ${reason}. npm install을 다시 하거나, 모델 폴더 설정을 지워 다른 엔진을 써 주세요.`,
  'model-file-missing': ({ folder, files }) =>
    `모델 폴더에 파일이 없어요: ${folder}. 다음 파일 가운데 하나가 있어야 하니, 모델을 받을 때의 파일을 모두 이 폴더에 넣어 주세요: ${files.join(', ')}`,
  'model-file-damaged': ({ path, reason }) =>
    `모델 파일을 읽을 수 없어요: ${path} (${reason}). 파일을 다시 받아 주세요.`,
  'model-tensor-missing': ({ folder, tensor, shape }) =>
    `모델 폴더 안의 가중치에 빠진 것이 있어요: ${folder}, ${tensor} [${shape.join(', ')}]. config.json 파일과 가중치 파일이 같은 모델의 것인지 확인해 주세요.`,
  'model-tensor-unusable': ({ folder, tensor, found, expected }) =>
    `모델 폴더 안의 가중치를 쓸 수 없어요: ${folder}, ${tensor}. 필요한 것: F32, F16, BF16 가운데 하나, ${expected}. 파일에 있는 것: ${found}. config.json 파일과 가중치 파일이 같은 모델의 것인지 확인해 주세요.`,
  'model-unsupported': ({ folder, option, value, supported }) =>
    `모델 폴더의 설정에 지원하지 않는 값이 있어요: ${folder}, ${option} = ${value}. ${supported}`,
  'service-login': ({ service, variable }) =>
    `${service}에 들어가지 못했어요. ${variable} 값이 맞는지, 새로 발급한 뒤 옛 값이 남아 있지 않은지 확인해 주세요.`,
  'service-permission': ({ service, missing }) =>
    `${service}에서 봇에게 권한이 없어요: ${missing.join(', ')}. 관리자에게 이 권한을 켜 달라고 해 주세요.`,
  'service-refused': ({ service, reason }) =>
    `${service}에서 받아 주지 않았어요(${reason}). 잠시 뒤에 다시 해 보고, 또 그러면 관리자에게 이 말을 전해 주세요.`,
  'service-unreachable': ({ service }) =>
    `${service}에 연결하지 못했어요. 인터넷 연결을 확인하고 잠시 뒤에 다시 해 주세요.`,
  'thread-gone': ({ service }) => `${service}에서 이 책을 이야기하던 곳이 없어졌어요. 새로 시작해 주세요.`,
  'port-unavailable': ({ variable, port, reason }) =>
    `${port}번 포트를 열 수 없어요. ${PORT_FAULT.ko[reason](variable)}`,
  'nothing-to-start': () =>
    '켤 것이 없어요. WEB=on으로 이 컴퓨터의 페이지를 열거나, DISCORD_TOKEN이나 SLACK_BOT_TOKEN을 적어 주세요.',
  'already-running': ({ folder }) =>
    `이 폴더를 쓰는 프로그램이 벌써 켜져 있어요: ${folder}. 켜져 있는 것을 쓰거나, 먼저 끄거나, DATA_DIR에 다른 폴더를 적어 주세요.`,
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
    `No pictures found${where && `: ${where}`}. Name picture files, or a folder that holds some. Example: storybook make my-pictures`,
  'book-too-many-pictures': ({ count, limit }) =>
    `There are ${count} pictures. A book holds up to ${limit}: leave out ${count - limit} and try again.`,
  'book-too-big': ({ size, limit }) =>
    `Even at the lowest picture quality the book takes ${mebibytes(size)}; the limit is ${mebibytes(limit)}. Use fewer pictures.`,
  'fields-invalid': ({ file, problems }) =>
    `${file} needs mending.${list(problems.map((problem) => fieldsProblem(problem, 'en')))}`,
  'fields-not-json': ({ file, line, column }) => `${file} is not valid JSON. ${jsonPlace(line, column, 'en')}`,
  'fields-needed': () =>
    'Every scene needs a name, an action and a classification. Give them with --fields FILE, or run this on a terminal to be asked.',
  'file-missing': ({ path }) => `No such file or folder: ${path}. Check its name and place.`,
  'file-unreadable': ({ path }) =>
    `Cannot read ${path}. Check that it is a file, not a folder, and that you may read it.`,
  'file-unwritable': ({ path, reason }) => `Cannot write to ${path}. ${writeFault(reason, 'en')}`,
  'output-not-a-book': ({ path }) => `${path} is there already and no PDF, so it was left alone. Give another name.`,
  'blob-missing': ({ key }) => `A stored picture is gone (${key}). Please upload it again.`,
  'store-unusable': ({ path, reason }) => `The store cannot be used: ${path}. ${STORE_FAULT.en[reason]}`,
  'config-invalid': ({ problems }) =>
    `The configuration needs mending.${list(problems.map((problem) => configProblem(problem, 'en')))}`,
  'option-invalid': ({ option, value, expected }) =>
    `${option} cannot be ${JSON.stringify(value)}. ${expectation(expected, 'en')}`,
  'engine-unknown': ({ seam, engine, known }) => `There is no ${seam} called "${engine}". Known: ${known.join(', ')}`,
  'worker-died': ({ times }) =>
    `The process that does the work stopped ${times} times over this. It may lack memory: use smaller or fewer pictures and try again.`,
  'worker-not-started': ({ times }) =>
    `The process that does the work was started ${times} times and never got going. Look at the log for the cause and try again.`,
  'model-unnamed': ({ engine, variable }) =>
    `The engine ${engine} works from a model folder: name it in ${variable} (.env), or with --model.`,
  'runtime-unavailable': ({ reason }) =>
    `onnxruntime, which runs the models, cannot be loaded on this machine (${reason}). Run npm install again, or unset the model folders to use other engines.`,
  'model-file-missing': ({ folder, files }) =>
    `The model folder ${folder} has no ${files.join(' or ')}. Put all files that the model came with into this folder.`,
  'model-file-damaged': ({ path, reason }) => `Cannot read the model file ${path} (${reason}). Download it again.`,
  'model-tensor-missing': ({ folder, tensor, shape }) =>
    `The weights in ${folder} lack ${tensor} [${shape.join(', ')}]. Check that config.json and the weights belong to the same model.`,
  'model-tensor-unusable': ({ folder, tensor, found, expected }) =>
    `In the model folder ${folder}, ${tensor} is ${found} but has to be ${expected} of F32, F16 or BF16. Check that config.json and the weights belong to the same model.`,
  'model-unsupported': ({ folder, option, value, supported }) =>
    `The model in ${folder} sets ${option} = ${value}, which is not supported. ${supported}`,
  'service-login': ({ service, variable }) =>
    `${service} did not accept the token. Check the value of ${variable}, and that it was not replaced by a newer one.`,
  'service-permission': ({ service, missing }) =>
    `The bot may not do this in ${service}; it lacks: ${missing.join(', ')}. Ask an administrator to allow it.`,
  'service-refused': ({ service, reason }) =>
    `${service} did not accept this (${reason}). Try again in a moment; if it stays so, tell an administrator.`,
  'service-unreachable': ({ service }) =>
    `${service} cannot be reached. Check the connection and try again in a moment.`,
  'thread-gone': ({ service }) =>
    `The place in ${service} where this book was talked about is gone. Please start anew.`,
  'port-unavailable': ({ variable, port, reason }) =>
    `Port ${port} cannot be opened. ${PORT_FAULT.en[reason](variable)}`,
  'nothing-to-start': () =>
    'There is nothing to start. Open the local page with WEB=on, or set DISCORD_TOKEN or SLACK_BOT_TOKEN.',
  'already-running': ({ folder }) =>
    `This program is already running with this folder: ${folder}. Use that one, stop it first, or set DATA_DIR to another folder.`,
  cancelled: () => 'Stopped. No half-made file was left behind.',
  unexpected: () => 'Something unexpected happened inside the program. Try again; if it comes back, look at the log.',
};

const sentences: Readonly<Record<Locale, Sentences>> = { ko, en };

/** Whether it is one of the codes that there are, for codes from another process. */
export const isErrorCode = (code: string): code is ErrorCode => Object.hasOwn(en, code);

/** The sentence for an error, also one that came through JSON, in the reader's language. */
export function explain<C extends ErrorCode>(error: Pick<TalesError<C>, 'code' | 'details'>, locale: Locale): string {
  return sentences[locale][error.code](error.details);
}

const coarse: Readonly<Record<Locale, (picture: CoarsePicture) => string>> = {
  ko: ({ number, dpi, name }) => `${number}번${name ? ` “${name}”` : ''}(인치당 ${dpi}화소)`,
  en: ({ number, dpi, name }) => `no. ${number}${name ? ` “${name}”` : ''} (${dpi} dpi)`,
};

/** The sentence for a note, in the reader's language. */
export function explainNote(note: Note, locale: Locale): string {
  switch (note.code) {
    case 'untranslated':
      return locale === 'ko'
        ? '번역기를 찾지 못해 글을 그 언어 그대로 두었어요.'
        : 'No translator was found, so the text was left in its own language.';
    case 'left-out': {
      const fields = note.fields.map((field) =>
        field === 'caption' ? CAPTION_LABEL[locale] : FIELD_LABELS[locale][field],
      );
      return locale === 'ko'
        ? `적은 말이 이야기 모델이 읽을 수 있는 길이를 넘어서 덜어 냈어요: ${fields.join(', ')}`
        : `The scene says more than the story model can read, so some of it was left out: ${fields.join(', ')}`;
    }
    case 'undrawable':
      return locale === 'ko'
        ? `글꼴에 없는 글자를 뺐어요: ${note.characters.join(' ')}`
        : `Left out characters that no font here can draw: ${note.characters.join(' ')}`;
    case 'reduced-pictures':
      return locale === 'ko'
        ? `파일 크기를 맞추려고 그림을 긴 쪽 ${note.longSide}화소로 줄여 실었어요.`
        : `To keep the file small, pictures were printed at ${note.longSide} pixels on the long side.`;
    case 'coarse-pictures': {
      const pictures = note.pictures.map(coarse[locale]).join(', ');
      return locale === 'ko'
        ? `화소가 적어 인쇄하면 작거나 흐릿한 그림이 있어요: ${pictures}. 더 큰 파일이 있으면 바꿔 주세요.`
        : `Some pictures have few pixels and print small or blurred: ${pictures}. Use larger files if there are any.`;
    }
  }
}
