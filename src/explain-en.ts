// What went wrong, in English: one sentence or two for each code of `errors.ts`.
import type { DataFault, ErrorDetails, NotAPicture, StoreFault } from './errors.ts';
import { list, mebibytes, megapixels, type Sentences, sentenceOf } from './explain-types.ts';
import { configProblem, expectation, fieldsProblem, jsonPlace, unsuitable, writeFault } from './explain-values.ts';

const FOUND: Readonly<Record<NotAPicture, string>> = {
  pdf: 'a PDF document',
  svg: 'an SVG (vector) file',
  html: 'a web page',
  text: 'a text file',
  zip: 'an archive or an office document',
  video: 'a video',
  audio: 'a sound file',
  unknown: 'a file of an unknown kind',
};

const STORE_FAULT: Readonly<Record<StoreFault, string>> = {
  unwritable: 'There is no right to write there. Set DATA_DIR to a folder that can be written to.',
  'wrong-kind': 'A folder is where a file should be, or a file where a folder should be. Please move it away.',
  damaged: 'The file is damaged. Move it away to start afresh.',
  foreign: 'It is the database of another program. Set DATA_DIR to another folder.',
  newer: 'It was written by a later version of this program. Please update the program.',
  busy: 'Another program has been using it for too long. Try again in a moment.',
  full: 'The disk is full. Make room and try again.',
  unreachable: 'Redis does not answer. See whether it runs, and whether REDIS_URL is right.',
  denied: 'Redis does not let this program in. Check the name and the password in REDIS_URL.',
  untrusted:
    'The certificate of Redis cannot be verified. If it is of your own making, name its file in NODE_EXTRA_CA_CERTS.',
  memory: 'Redis has no memory left. Raise its maxmemory.',
  failed: 'It could not be read or written. Check the disk and try again.',
};

const DATA_FAULT: Readonly<Record<DataFault, (columns: string) => string>> = {
  empty: () => 'It has no rows. The first line names the columns, and the rows come below.',
  encoding: () => 'Its characters cannot be read. Please save it as UTF-8.',
  syntax: () =>
    'It is not proper CSV. See whether quotation marks are closed and each line has as many columns as the first.',
  columns: (columns) => `Columns that are needed are missing: ${columns}`,
  value: (columns) => `A value is blank or cannot be used: ${columns}`,
  archive: () =>
    'It is no ZIP archive, or only a part of one. Join it first if it came in pieces (.part0), or fetch it again.',
};

type PortFault = ErrorDetails['port-unavailable']['reason'];

const PORT_FAULT: Readonly<Record<PortFault, (variable: string) => string>> = {
  'in-use': (variable) => `Another program uses it. Stop that program, or set ${variable} to another number.`,
  denied: (variable) => `There is no right to open it. Set ${variable} to a number above 1024.`,
  'no-host': () => 'This computer does not have that address. Check WEB_HOST.',
};

const ANSWER_FAULT: Readonly<Record<ErrorDetails['answer-unusable']['reason'], string>> = {
  shape: 'it was not in the form asked for.',
  faulty: 'it was not what was asked for.',
  refused: 'the model would not answer.',
  'cut-off': 'it was cut off.',
};

const DAMAGE: Readonly<Record<ErrorDetails['model-file-damaged']['reason'], string>> = {
  json: 'it is not valid JSON',
  weights: 'it is no file of weights, or it is damaged',
  'cut-short': 'it seems to be without its end',
  strange: 'it is damaged, or has parts that this program does not know',
};

const UNPRINTABLE: Readonly<Record<ErrorDetails['book-unprintable']['reason'], (path: string) => string>> = {
  'no-pdf': (path) => `${path} is no PDF, or a damaged one. Name a book that storybook make has made.`,
  pages: (path) =>
    `${path} cannot be laid out for printing: its pages have to be of one size, two or more, and two of them side by side have to fit on A3.`,
  bleed: () => 'A book of this size does not fit on A3 with 3 mm of bleed. Make its booklet without bleed.',
};

export const en: Sentences = {
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
    `This is ${FOUND[found]}, not a picture. Please use JPEG, PNG, WebP, GIF, AVIF, TIFF or HEIC.`,
  'picture-damaged': ({ format }) =>
    `The ${format} picture is damaged or was not saved completely. Please use the original again.`,
  'pictures-refused': ({ refused }) =>
    `Some pictures cannot be used.${list(refused.map(({ name, error }) => `${name}: ${sentenceOf(en, error)}`))}`,
  'book-no-pictures': ({ where }) =>
    `No pictures found${where && `: ${where}`}. Name picture files, or a folder that holds some. Example: storybook make my-pictures`,
  'book-too-many-pictures': ({ count, limit }) =>
    `There are ${count} pictures. A book holds up to ${limit}: leave out ${count - limit} and try again.`,
  'books-refused': ({ refused }) =>
    `Some books cannot be bound, so nothing was made.${list(refused.map(({ name, error }) => `${name}: ${sentenceOf(en, error)}`))}`,
  'book-unclear': ({ path, found }) =>
    found.length === 0
      ? `There is no FIELDS.json in ${path}. Name a folder with pictures and a fields.json for each child.`
      : `It is not clear which of these is the book in ${path}: ${found.join(', ')}. Name the file itself, or call it fields.json.`,
  'book-too-big': ({ size, limit }) =>
    `Even at the lowest picture quality the book takes ${mebibytes(size)}; the limit is ${mebibytes(limit)}. Use fewer pictures.`,
  'book-unprintable': ({ path, reason }) => UNPRINTABLE[reason](path),
  'fields-invalid': ({ file, problems }) =>
    `${file} needs mending.${list(problems.map((problem) => fieldsProblem(problem, 'en')))}`,
  'fields-not-json': ({ file, line, column }) => `${file} is not valid JSON. ${jsonPlace(line, column, 'en')}`,
  'fields-needed': () =>
    'Every scene needs a name, an action and a classification. Give them with --fields FILE, or run this on a terminal to be asked.',
  'file-missing': ({ path }) => `No such file or folder: ${path}. Check its name and place.`,
  'file-unreadable': ({ path }) =>
    `Cannot read ${path}. Check that it is a file, not a folder, and that you may read it.`,
  'file-unwritable': ({ path, reason }) => `Cannot write to ${path}. ${writeFault(reason, 'en')}`,
  'folder-not-empty': ({ path }) => `There is something in this folder already: ${path}. Name a new or an empty one.`,
  'output-not-a-book': ({ path }) => `${path} is there already and no PDF, so it was left alone. Give another name.`,
  'blob-missing': ({ key }) => `A stored picture is gone (${key}). Please upload it again.`,
  'store-unusable': ({ path, reason }) => `The store cannot be used: ${path}. ${STORE_FAULT[reason]}`,
  'config-invalid': ({ problems }) =>
    `The configuration needs mending.${list(problems.map((problem) => configProblem(problem, 'en')))}`,
  'option-invalid': ({ option, value, expected }) =>
    `${value === '' ? `${option} is empty.` : `${option} cannot be ${JSON.stringify(value)}.`} ${expectation(expected, 'en')}`,
  'engine-unknown': ({ seam, engine, known }) => `There is no ${seam} called "${engine}". Known: ${known.join(', ')}`,
  'worker-died': ({ times }) =>
    `The process that does the work stopped ${times} times over this. It may lack memory: use smaller or fewer pictures and try again.`,
  'worker-not-started': ({ times }) =>
    `The process that does the work was started ${times} times and never got going. Look at the log for the cause and try again.`,
  'model-unnamed': ({ engine, variable }) =>
    `The engine ${engine} works from a model folder: name it in ${variable} (.env), or with --model. npx storybook models list says how to get one.`,
  'runtime-unavailable': ({ reason }) =>
    `onnxruntime, which runs the models, cannot be loaded on this machine (${reason}). Run npm install again, or unset the model folders to use other engines.`,
  'model-folder-missing': ({ engine, folder, variable }) =>
    `The model folder of ${engine} is not there: ${folder}. ${variable === undefined ? 'Name the folder where it is with npx storybook models add' : `Check ${variable}`}, or see npx storybook models list.`,
  'model-file-missing': ({ folder, files }) =>
    `The model folder ${folder} has no ${files.join(' or ')}. Put all files that the model came with into this folder.`,
  'model-file-damaged': ({ path, reason }) =>
    `Cannot read the model file ${path}: ${DAMAGE[reason]}. Download it again.`,
  'model-tensor-missing': ({ folder, tensor, shape }) =>
    `The weights in ${folder} lack ${tensor} [${shape.join(', ')}]. Check that config.json and the weights belong to the same model.`,
  'model-tensor-unusable': ({ folder, tensor, found, expected }) =>
    `In the model folder ${folder}, ${tensor} is ${found} but has to be ${expected} of F32, F16 or BF16. Check that config.json and the weights belong to the same model.`,
  'model-unsupported': ({ folder, option, value, supported }) =>
    `The model in ${folder} sets ${option} = ${value}, which is not supported.${supported ? ` ${expectation(supported, 'en')}` : ''}`,
  'service-login': ({ service, variable }) =>
    `${service} did not accept the token. Check the value of ${variable}, and that it was not replaced by a newer one.`,
  'service-permission': ({ service, missing }) =>
    `The bot may not do this in ${service}; it lacks: ${missing.join(', ')}. Ask an administrator to allow it.`,
  'service-refused': ({ service, reason }) =>
    `${service} did not accept this (${reason}). Try again in a moment; if it stays so, tell an administrator.`,
  'service-unreachable': ({ service }) =>
    `${service} cannot be reached. Check that it is running and that there is a connection, and try again in a moment.`,
  'thread-gone': ({ service }) =>
    `The place in ${service} where this book was talked about is gone. Please start anew.`,
  'port-unavailable': ({ variable, port, reason }) => `Port ${port} cannot be opened. ${PORT_FAULT[reason](variable)}`,
  'nothing-to-start': () =>
    'There is nothing to start. Open the local page with WEB=on, or set DISCORD_TOKEN or SLACK_BOT_TOKEN.',
  'already-running': ({ folder }) =>
    /^rediss?:/.test(folder)
      ? `This program is already running with this Redis: ${folder}. Use that one, stop it first, or set REDIS_URL to another place. To share the work, start npm run worker on that computer.`
      : `This program is already running with this folder: ${folder}. Use that one, stop it first, or set DATA_DIR to another folder.`,
  'engine-unconfigured': ({ engine, variables }) => `To use ${engine}, set ${variables.join(' or ')} in .env.`,
  'service-busy': ({ service }) => `${service} has too many requests just now. Try again in a moment.`,
  'service-quota': ({ service }) =>
    `The quota at ${service} is used up. Check its plan and limits, or choose another engine.`,
  'service-too-slow': ({ service, seconds }) =>
    `${service} did not answer within ${seconds} seconds. Try again, or raise OPENAI_TIMEOUT.`,
  'service-model-missing': ({ service, model, variable }) =>
    `${service} has no model called ${model}. Check the value of ${variable}.`,
  'answer-unusable': ({ model, reason }) =>
    `The answer of the AI model ${model} could not be used: ${ANSWER_FAULT[reason]} Try again, or choose another model or engine.`,
  'text-unsuitable': ({ places }) =>
    `Some words may not be fit for a picture book. Change them and try again.${list(places.map((place) => unsuitable(place, 'en')))}`,
  'model-unlisted': ({ model, known }) =>
    `No model called ${model} can be fetched; these can: ${known.join(', ')}. If you have its folder, name it with storybook models add.`,
  'hub-not-found': ({ address }) => `The model hub does not have ${address}. Check HF_ENDPOINT.`,
  'hub-denied': ({ address }) =>
    `The model hub does not hand out ${address}. Check HF_TOKEN, and whether its terms were accepted.`,
  'download-corrupt': ({ file }) =>
    `${file} did not arrive as it is on the hub, and was removed. Fetch it again; if it stays so, check HF_ENDPOINT.`,
  'data-unusable': ({ path, reason, line, columns = [] }) =>
    `This file of data cannot be used: ${path}${line === undefined ? '' : `, line ${line}`}. ${DATA_FAULT[reason](columns.join(', '))}`,
  'nothing-paired': ({ pictures, annotations }) =>
    `There is nothing to pair: found ${pictures} pictures (.jpg) and ${annotations} annotations (.json). Check the folders or archives given with --images and --annotations.`,
  'nothing-shared': ({ one, other }) =>
    `Nothing could be compared: ${one} and ${other} have no page in common. Measure both on the same data, --sample and --seed.`,
  'folder-busy': ({ path }) =>
    `The same work is under way in this folder: ${path}. Wait until it is done, or name another folder.`,
  'work-differs': ({ path, settings }) =>
    `The work in this folder was begun with other settings: ${path}.${list(settings)}\nGo on with those, begin anew with --restart, or name another folder.`,
  'disk-too-small': ({ path, needed, free }) =>
    `The disk is too small: ${path} needs ${mebibytes(needed)} more and has ${mebibytes(free)}. Make room, or set HF_HOME to another folder.`,
  cancelled: () => 'Stopped. No half-made file was left behind.',
  unexpected: () => 'Something unexpected happened inside the program. Try again; if it comes back, look at the log.',
};
