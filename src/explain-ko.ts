// What went wrong, in Korean: one sentence or two for each code of `errors.ts`.
import type { DataFault, ErrorDetails, NotAPicture, StoreFault } from './errors.ts';
import { list, mebibytes, megapixels, type Sentences, sentenceOf } from './explain-types.ts';
import { configProblem, expectation, fieldsProblem, jsonPlace, unsuitable, writeFault } from './explain-values.ts';

// The phrases bring their own ending, because 이에요/예요 follows the last syllable of each.
const FOUND: Readonly<Record<NotAPicture, string>> = {
  pdf: 'PDF 문서예요',
  svg: '글자로 된 그림 파일(SVG)이에요',
  html: '웹 페이지예요',
  text: '글자 파일이에요',
  zip: '압축 파일이나 문서예요',
  video: '동영상이에요',
  audio: '소리 파일이에요',
  unknown: '알 수 없는 파일이에요',
};

const STORE_FAULT: Readonly<Record<StoreFault, string>> = {
  unwritable: '쓸 권한이 없어요. 쓸 수 있는 폴더를 DATA_DIR에 적어 주세요.',
  'wrong-kind': '파일이 있을 자리에 폴더가, 또는 폴더가 있을 자리에 파일이 있어요. 그것을 옮겨 주세요.',
  damaged: '파일이 망가졌어요. 다른 곳으로 옮겨 두면 새로 시작할 수 있어요.',
  foreign: '다른 프로그램의 데이터베이스예요. 다른 폴더를 DATA_DIR에 적어 주세요.',
  newer: '더 새로운 판의 프로그램이 만든 파일이에요. 프로그램을 새 판으로 바꿔 주세요.',
  busy: '다른 프로그램이 오래 쓰고 있어요. 잠시 뒤에 다시 해 주세요.',
  full: '디스크가 가득 찼어요. 자리를 비우고 다시 해 주세요.',
  unreachable: 'Redis가 대답하지 않아요. Redis가 켜져 있는지, REDIS_URL이 맞는지 확인해 주세요.',
  denied: 'Redis가 들여보내 주지 않아요. REDIS_URL의 이름과 비밀번호를 확인해 주세요.',
  untrusted: 'Redis의 인증서를 확인할 수 없어요. 학교에서 만든 인증서라면 NODE_EXTRA_CA_CERTS에 그 파일을 적어 주세요.',
  memory: 'Redis의 메모리가 모자라요. Redis의 maxmemory를 늘려 주세요.',
  failed: '읽거나 쓰지 못했어요. 디스크를 확인하고 다시 해 주세요.',
};

const DATA_FAULT: Readonly<Record<DataFault, (columns: string) => string>> = {
  empty: () => '읽을 줄이 하나도 없어요. 첫 줄에는 열 이름이, 그 아래에는 내용이 있어야 해요.',
  encoding: () => '글자를 읽을 수 없어요. UTF-8로 다시 저장해 주세요.',
  syntax: () => 'CSV 형식이 어긋났어요. 따옴표가 닫혔는지, 열의 수가 첫 줄과 같은지 살펴봐 주세요.',
  columns: (columns) => `꼭 있어야 하는 열이 없어요: ${columns}`,
  value: (columns) => `쓸 수 없는 값이 있거나 비어 있어요: ${columns}`,
  archive: () =>
    '압축 파일이 아니거나 덜 받은 것이에요. 조각(.part0)으로 받았다면 하나로 합치고, 아니면 다시 받아 주세요.',
};

type PortFault = ErrorDetails['port-unavailable']['reason'];

const PORT_FAULT: Readonly<Record<PortFault, (variable: string) => string>> = {
  'in-use': (variable) => `다른 프로그램이 쓰고 있어요. 그 프로그램을 끄거나 ${variable} 값을 다른 수로 바꿔 주세요.`,
  denied: (variable) => `이 포트를 열 권한이 없어요. ${variable} 값을 1024보다 큰 수로 바꿔 주세요.`,
  'no-host': () => '이 컴퓨터에 없는 주소예요. WEB_HOST 값을 확인해 주세요.',
};

const ANSWER_FAULT: Readonly<Record<ErrorDetails['answer-unusable']['reason'], string>> = {
  shape: '정해 준 형식이 아니었어요.',
  faulty: '부탁한 것과 달랐어요.',
  refused: '모델이 대답하지 않으려고 했어요.',
  'cut-off': '대답이 중간에 끊겼어요.',
};

const DAMAGE: Readonly<Record<ErrorDetails['model-file-damaged']['reason'], string>> = {
  json: 'JSON 형식이 어긋났어요.',
  weights: '가중치 파일의 형식이 아니거나 망가졌어요.',
  'cut-short': '끝까지 받지 못한 파일 같아요.',
  strange: '망가졌거나, 이 프로그램이 모르는 것이 들어 있어요.',
};

const UNPRINTABLE: Readonly<Record<ErrorDetails['book-unprintable']['reason'], (path: string) => string>> = {
  'no-pdf': (path) => `PDF 파일이 아니거나 망가졌어요: ${path}. storybook make로 만든 책을 알려 주세요.`,
  pages: (path) =>
    `이 파일은 접는 책으로 만들 수 없어요: ${path}. 모든 쪽의 크기가 같고 두 쪽 이상이어야 하며, 나란히 놓은 두 쪽이 A3 종이에 들어가야 해요.`,
  bleed: () => '이 크기의 책은 3mm 여분까지 넣으면 A3 종이에 들어가지 않아요. 여분 없이 접는 책을 만들어 주세요.',
};

export const ko: Sentences = {
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
    `그림이 아니라 ${FOUND[found]}. JPEG, PNG, WebP, GIF, AVIF, TIFF, HEIC 그림을 올려 주세요.`,
  'picture-damaged': ({ format }) =>
    `${format} 그림 파일이 망가졌거나 끝까지 저장되지 않았어요. 원본을 다시 올려 주세요.`,
  'pictures-refused': ({ refused }) =>
    `책에 넣을 수 없는 그림이 있어요.${list(refused.map(({ name, error }) => `${name}: ${sentenceOf(ko, error)}`))}`,
  'book-no-pictures': ({ where }) =>
    `그림을 찾지 못했어요${where && `: ${where}`}. 그림 파일이나 그림이 든 폴더를 알려 주세요. 예: storybook make 그림폴더`,
  'book-too-many-pictures': ({ count, limit }) =>
    `그림이 ${count}장이에요. 책 한 권에는 ${limit}장까지 넣을 수 있어요. ${count - limit}장을 빼고 다시 해 주세요.`,
  'books-refused': ({ refused }) =>
    `묶을 수 없는 책이 있어서 아무것도 만들지 않았어요.${list(refused.map(({ name, error }) => `${name}: ${sentenceOf(ko, error)}`))}`,
  'book-unclear': ({ path, found }) =>
    found.length === 0
      ? `장면을 적은 FIELDS.json이 없어요: ${path}. 아이마다 그림과 fields.json이 든 폴더를 알려 주세요.`
      : `어느 것이 책인지 알 수 없어요: ${path} (${found.join(', ')}). 그 파일을 바로 적거나, 이름을 fields.json으로 해 주세요.`,
  'book-too-big': ({ size, limit }) =>
    `그림의 품질을 가장 낮추어도 책이 ${mebibytes(size)}예요. ${mebibytes(limit)}까지 만들 수 있으니 그림 수를 줄여 주세요.`,
  'book-unprintable': ({ path, reason }) => UNPRINTABLE[reason](path),
  'fields-invalid': ({ file, problems }) =>
    `${file}에 고칠 곳이 있어요.${list(problems.map((problem) => fieldsProblem(problem, 'ko')))}`,
  'fields-not-json': ({ file, line, column }) =>
    `${file}의 내용이 올바른 JSON이 아니에요. ${jsonPlace(line, column, 'ko')}`,
  'fields-needed': () =>
    '장면마다 이름, 행동, 이야기 분류가 있어야 해요. --fields FILE로 알려 주거나, 터미널에서 실행해 하나씩 답해 주세요.',
  'file-missing': ({ path }) => `파일이나 폴더가 없어요: ${path}. 이름과 위치를 확인해 주세요.`,
  'file-unreadable': ({ path }) => `읽을 수 없어요: ${path}. 폴더가 아니라 파일인지, 읽을 권한이 있는지 확인해 주세요.`,
  'file-unwritable': ({ path, reason }) => `이곳에 쓸 수 없어요: ${path}. ${writeFault(reason, 'ko')}`,
  'folder-not-empty': ({ path }) => `이 폴더에는 이미 다른 것이 있어요: ${path}. 새 폴더나 빈 폴더를 알려 주세요.`,
  'output-not-a-book': ({ path }) =>
    `이미 있는 파일이고 PDF가 아니어서 덮어쓰지 않았어요: ${path}. 다른 이름을 알려 주세요.`,
  'blob-missing': ({ key }) => `보관해 둔 그림이 없어졌어요(${key}). 그림을 다시 올려 주세요.`,
  'store-unusable': ({ path, reason }) => `보관하는 곳을 쓸 수 없어요: ${path}. ${STORE_FAULT[reason]}`,
  'config-invalid': ({ problems }) =>
    `설정에 고칠 곳이 있어요.${list(problems.map((problem) => configProblem(problem, 'ko')))}`,
  'option-invalid': ({ option, value, expected }) =>
    `${value === '' ? `${option} 값이 비어 있어요.` : `${option}에 이 값은 쓸 수 없어요: ${JSON.stringify(value)}.`} ${expectation(expected, 'ko')}`,
  'engine-unknown': ({ seam, engine, known }) =>
    `${seam}에 이런 엔진은 없어요: "${engine}". 쓸 수 있는 것: ${known.join(', ')}`,
  'worker-died': ({ times }) =>
    `이 일을 하다가 일하는 프로그램이 ${times}번 멈추었어요. 메모리가 모자랄 수 있으니, 더 작은 그림으로 바꾸거나 그림 수를 줄여서 다시 해 주세요.`,
  'worker-not-started': ({ times }) =>
    `일하는 프로그램을 ${times}번 시작했지만 켜지지 않았어요. 기록(log)에서 까닭을 확인하고 다시 해 주세요.`,
  'model-unnamed': ({ engine, variable }) =>
    `이 엔진은 모델 폴더가 있어야 해요: ${engine}. .env의 ${variable}에 폴더를 적거나 --model로 알려 주세요. 모델을 얻는 법은 npx storybook models list로 볼 수 있어요.`,
  'runtime-unavailable': ({ reason }) =>
    `이 컴퓨터에서는 모델을 돌리는 onnxruntime-node를 쓸 수 없어요: ${reason}. npm install을 다시 하거나, 모델 폴더 설정을 지워 다른 엔진을 써 주세요.`,
  'model-folder-missing': ({ engine, folder, variable }) =>
    `${engine} 모델의 폴더가 없어요: ${folder}. ${variable === undefined ? 'npx storybook models add로 지금 있는 폴더를 알려 주거나' : `${variable} 값을 확인하거나`}, npx storybook models list로 살펴봐 주세요.`,
  'model-file-missing': ({ folder, files }) =>
    `모델 폴더에 파일이 없어요: ${folder}. 다음 파일 가운데 하나가 있어야 하니, 모델을 받을 때의 파일을 모두 이 폴더에 넣어 주세요: ${files.join(', ')}`,
  'model-file-damaged': ({ path, reason }) =>
    `모델 파일을 읽을 수 없어요: ${path}. ${DAMAGE[reason]} 파일을 다시 받아 주세요.`,
  'model-tensor-missing': ({ folder, tensor, shape }) =>
    `모델 폴더 안의 가중치에 빠진 것이 있어요: ${folder}, ${tensor} [${shape.join(', ')}]. config.json 파일과 가중치 파일이 같은 모델의 것인지 확인해 주세요.`,
  'model-tensor-unusable': ({ folder, tensor, found, expected }) =>
    `모델 폴더 안의 가중치를 쓸 수 없어요: ${folder}, ${tensor}. 필요한 것: F32, F16, BF16 가운데 하나, ${expected}. 파일에 있는 것: ${found}. config.json 파일과 가중치 파일이 같은 모델의 것인지 확인해 주세요.`,
  'model-unsupported': ({ folder, option, value, supported }) =>
    `모델 폴더의 설정에 지원하지 않는 값이 있어요: ${folder}, ${option} = ${value}.${supported ? ` ${expectation(supported, 'ko')}` : ''}`,
  'service-login': ({ service, variable }) =>
    `${service}에 들어가지 못했어요. ${variable} 값이 맞는지, 새로 발급한 뒤 옛 값이 남아 있지 않은지 확인해 주세요.`,
  'service-permission': ({ service, missing }) =>
    `${service}에서 봇에게 권한이 없어요: ${missing.join(', ')}. 관리자에게 이 권한을 켜 달라고 해 주세요.`,
  'service-refused': ({ service, reason }) =>
    `${service}에서 받아 주지 않았어요(${reason}). 잠시 뒤에 다시 해 보고, 또 그러면 관리자에게 이 말을 전해 주세요.`,
  'service-unreachable': ({ service }) =>
    `${service}에 연결하지 못했어요. 그 서비스가 켜져 있는지와 인터넷 연결을 확인하고 잠시 뒤에 다시 해 주세요.`,
  'thread-gone': ({ service }) => `${service}에서 이 책을 이야기하던 곳이 없어졌어요. 새로 시작해 주세요.`,
  'port-unavailable': ({ variable, port, reason }) => `${port}번 포트를 열 수 없어요. ${PORT_FAULT[reason](variable)}`,
  'nothing-to-start': () =>
    '켤 것이 없어요. WEB=on으로 이 컴퓨터의 페이지를 열거나, DISCORD_TOKEN이나 SLACK_BOT_TOKEN을 적어 주세요.',
  'already-running': ({ folder }) =>
    /^rediss?:/.test(folder)
      ? `이 Redis를 쓰는 프로그램이 벌써 켜져 있어요: ${folder}. 켜져 있는 것을 쓰거나, 먼저 끄거나, REDIS_URL에 다른 곳을 적어 주세요. 일을 나눠 하려면 그 컴퓨터에서 npm run worker를 켜 주세요.`
      : `이 폴더를 쓰는 프로그램이 벌써 켜져 있어요: ${folder}. 켜져 있는 것을 쓰거나, 먼저 끄거나, DATA_DIR에 다른 폴더를 적어 주세요.`,
  'engine-unconfigured': ({ engine, variables }) =>
    `이 엔진을 쓰려면 .env에 ${variables.join(' 또는 ')} 값을 적어 주세요: ${engine}`,
  'service-busy': ({ service }) => `${service}에 지금 부탁이 너무 많이 몰렸어요. 잠시 뒤에 다시 해 주세요.`,
  'service-quota': ({ service }) =>
    `${service}에서 쓸 수 있는 양을 다 썼어요. 요금제와 한도를 확인하거나, 다른 엔진을 골라 주세요.`,
  'service-too-slow': ({ service, seconds }) =>
    `${service}에서 ${seconds}초 안에 대답하지 않았어요. 다시 해 보거나, OPENAI_TIMEOUT 값을 늘려 주세요.`,
  'service-model-missing': ({ service, model, variable }) =>
    `${service}에 이런 모델은 없어요: ${model}. ${variable} 값을 확인해 주세요.`,
  'answer-unusable': ({ model, reason }) =>
    `인공지능 모델(${model})의 대답을 쓸 수 없었어요: ${ANSWER_FAULT[reason]} 다시 해 보거나, 다른 모델이나 엔진을 골라 주세요.`,
  'text-unsuitable': ({ places }) =>
    `그림책에 싣기 어려운 말이 있는 것 같아요. 고쳐서 다시 해 주세요.${list(places.map((place) => unsuitable(place, 'ko')))}`,
  'model-unlisted': ({ model, known }) =>
    `이 이름의 모델은 받을 수 없어요: ${model}. 받을 수 있는 것: ${known.join(', ')}. 모델 폴더를 가지고 있으면 storybook models add로 알려 주세요.`,
  'hub-not-found': ({ address }) =>
    `모델을 나누어 주는 곳에 이것이 없어요: ${address}. HF_ENDPOINT 값을 확인해 주세요.`,
  'hub-denied': ({ address }) =>
    `모델을 받을 권한이 없어요: ${address}. HF_TOKEN 값이 맞는지, 그 모델의 조건에 동의했는지 확인해 주세요.`,
  'download-corrupt': ({ file }) =>
    `받은 파일이 원래 파일과 달라요: ${file}. 받은 것은 지웠어요. 다시 받아 보고, 또 그러면 HF_ENDPOINT를 확인해 주세요.`,
  'data-unusable': ({ path, reason, line, columns = [] }) =>
    `자료 파일을 쓸 수 없어요: ${path}${line === undefined ? '' : `, ${line}번째 줄`}. ${DATA_FAULT[reason](columns.join(', '))}`,
  'nothing-paired': ({ pictures, annotations }) =>
    `짝지을 것이 없어요. 찾은 그림(.jpg) ${pictures}장, 찾은 설명 파일(.json) ${annotations}개. --images와 --annotations에 적은 폴더나 압축 파일이 맞는지 살펴봐 주세요.`,
  'nothing-shared': ({ one, other }) =>
    `두 결과에 같은 쪽이 하나도 없어서 아무것도 견주지 못했어요: ${one}, ${other}. 같은 자료와 같은 --sample, --seed로 재어 주세요.`,
  'folder-busy': ({ path }) =>
    `이 폴더에서 같은 일을 이미 하고 있어요: ${path}. 끝나기를 기다리거나, 다른 폴더를 알려 주세요.`,
  'work-differs': ({ path, settings }) =>
    `이 폴더의 일은 다른 설정으로 시작했어요: ${path}.${list(settings)}\n그때의 설정으로 이어서 하거나, --restart로 처음부터 다시 하거나, 다른 폴더를 알려 주세요.`,
  'disk-too-small': ({ path, needed, free }) =>
    `디스크에 자리가 모자라요: ${path}. ${mebibytes(needed)}가 더 있어야 하는데 ${mebibytes(free)}가 남았어요. 자리를 비우거나 HF_HOME에 다른 폴더를 적어 주세요.`,
  cancelled: () => '멈추었어요. 만들다 만 파일은 남기지 않았어요.',
  unexpected: () => '프로그램 안에서 예상하지 못한 일이 생겼어요. 다시 해 보고, 또 그러면 기록(log)을 확인해 주세요.',
};
