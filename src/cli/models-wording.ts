// What `storybook models …` says, in Korean and English.
import type { ModelEntry, VerifiedModel } from '../pipeline/index.ts';
import type { Locale } from '../story.ts';

type FileState = VerifiedModel['files'][number]['state'];

export interface ModelsWording {
  readonly states: Readonly<Record<ModelEntry['state'], string>>;
  readonly fileStates: Readonly<Record<FileState, string>>;
  readonly about: (size: string) => string;
  readonly ownLicence: string;
  readonly namedBy: (variable: string) => string;
  /** Before the command to fetch it, to use what is there, to name a folder of one's own. */
  readonly toGet: string;
  readonly toUse: string;
  readonly byHand: string;
  readonly folderWord: string;
  readonly pulling: (source: string, licence: string, size: string, folder: string) => string;
  readonly checking: (file: string) => string;
  readonly found: (file: string) => string;
  readonly broken: (file: string) => string;
  readonly waiting: (file: string) => string;
  readonly retrying: (file: string, seconds: number) => string;
  readonly pulled: (name: string, size: string, folder: string) => string;
  readonly thereAlready: (name: string, folder: string) => string;
  readonly overridden: (variable: string, folder: string) => string;
  readonly keptPart: (command: string) => string;
  readonly added: (engine: string, folder: string, size: string) => string;
  readonly allSound: string;
  readonly someBroken: (command: string) => string;
  readonly handRepair: string;
  readonly nothingHere: string;
  readonly askRemove: (name: string, files: number, size: string) => string;
  readonly removed: (name: string, size: string) => string;
  readonly forgotten: (name: string) => string;
  readonly kept: (name: string) => string;
  readonly nothingToRemove: (name: string) => string;
  readonly offer: (command: string, size: string) => string;
}

const ko: ModelsWording = {
  states: {
    used: '있어요. 쓰고 있어요',
    unused: '받아 둔 것이 있지만 아직 쓰지 않아요',
    partly: '받다가 만 것이 있어요',
    absent: '없어요',
    'by-hand': '손으로 둔 폴더를 쓰고 있어요',
    vanished: '알려 준 폴더가 없어졌어요',
  },
  fileStates: {
    sound: '맞아요',
    wrong: '원래와 달라요',
    absent: '없어요',
    unknown: '원래 것을 몰라서 확인할 수 없어요',
  },
  about: (size) => `약 ${size}`,
  ownLicence: '라이선스는 모델을 나누어 준 이가 정한 대로',
  namedBy: (variable) => `${variable}에 적은 폴더`,
  toGet: '받으려면',
  toUse: '쓰려면',
  byHand: '모델 폴더가 있으면',
  folderWord: '폴더',
  pulling: (source, licence, size, folder) => `${source}\n  라이선스 ${licence} · 약 ${size}\n  두는 곳 ${folder}`,
  checking: (file) => `확인하고 있어요: ${file}`,
  found: (file) => `이미 있어요: ${file}`,
  broken: (file) => `있던 파일이 원래와 달라서 다시 받아요: ${file}`,
  waiting: (file) => `다른 프로그램이 받고 있어서 기다려요: ${file}`,
  retrying: (file, seconds) => `연결이 고르지 않아요. ${seconds}초 뒤에 이어서 받아요: ${file}`,
  pulled: (name, size, folder) => `${name} 모델을 받았어요 (${size}): ${folder}`,
  thereAlready: (name, folder) => `${name} 모델은 이미 다 있어요. 이제 써요: ${folder}`,
  overridden: (variable, folder) => `지금은 ${variable}에 적은 폴더를 먼저 써요: ${folder}`,
  keptPart: (command) => `멈추었어요. 받은 데까지는 남겨 두었어요. 이어서 받으려면: ${command}`,
  added: (engine, folder, size) => `${engine} 모델의 폴더를 기억했어요 (가중치 ${size}): ${folder}`,
  allSound: '모두 온전해요.',
  someBroken: (command) => `온전하지 않은 것이 있어요. 다시 받으려면: ${command}`,
  handRepair: '온전하지 않은 것이 있어요. 그 폴더의 파일을 다시 구해 주세요.',
  nothingHere: '확인할 모델이 없어요. 무엇을 받을 수 있는지는 npx storybook models list로 볼 수 있어요.',
  askRemove: (name, files, size) => `${name} 모델의 파일 ${files}개(${size})를 지울까요? 다시 쓰려면 새로 받아야 해요.`,
  removed: (name, size) => `${name} 모델을 지웠어요. ${size}가 비었어요.`,
  forgotten: (name) => `${name} 모델을 이제 쓰지 않아요. 폴더는 그대로 두었어요.`,
  kept: (name) => `${name} 모델을 지우지 않았어요.`,
  nothingToRemove: (name) => `${name} 모델은 없어서 지울 것이 없어요.`,
  offer: (command, size) => `그림 설명을 자동으로 받고 싶다면: ${command} (한 번만 약 ${size}를 받아요)`,
};

const en: ModelsWording = {
  states: {
    used: 'here and in use',
    unused: 'here, but not in use yet',
    partly: 'only a part of it is here',
    absent: 'not here',
    'by-hand': 'in use from a folder of yours',
    vanished: 'its folder is gone',
  },
  fileStates: { sound: 'right', wrong: 'not as it should be', absent: 'missing', unknown: 'cannot be told' },
  about: (size) => `about ${size}`,
  ownLicence: 'licence as whoever gave it to you says',
  namedBy: (variable) => `the folder named in ${variable}`,
  toGet: 'to get it',
  toUse: 'to use it',
  byHand: 'if you have its folder',
  folderWord: 'FOLDER',
  pulling: (source, licence, size, folder) => `${source}\n  licence ${licence} · about ${size}\n  into ${folder}`,
  checking: (file) => `Checking ${file}`,
  found: (file) => `Already here: ${file}`,
  broken: (file) => `The file that was here is not as it should be; fetching it anew: ${file}`,
  waiting: (file) => `Another program is fetching it; waiting: ${file}`,
  retrying: (file, seconds) => `The connection failed; going on in ${seconds} s: ${file}`,
  pulled: (name, size, folder) => `Fetched ${name} (${size}): ${folder}`,
  thereAlready: (name, folder) => `All of ${name} was here already; it is used from now on: ${folder}`,
  overridden: (variable, folder) => `For now the folder named in ${variable} comes first: ${folder}`,
  keptPart: (command) => `Stopped. What came so far is kept. To go on from there: ${command}`,
  added: (engine, folder, size) => `The folder of ${engine} is remembered (weights ${size}): ${folder}`,
  allSound: 'All is as it should be.',
  someBroken: (command) => `Something is not as it should be. To fetch it anew: ${command}`,
  handRepair: 'Something is not as it should be. Please get the files of that folder again.',
  nothingHere: 'There is no model to check. See npx storybook models list for what can be fetched.',
  askRemove: (name, files, size) =>
    `Delete the ${files} files of ${name} (${size})? To use it again, it has to be fetched again.`,
  removed: (name, size) => `Deleted ${name}; ${size} are free again.`,
  forgotten: (name) => `${name} is not used any more. Its folder is as it was.`,
  kept: (name) => `${name} was not deleted.`,
  nothingToRemove: (name) => `${name} is not here, so there is nothing to delete.`,
  offer: (command, size) => `To have pictures described for you: ${command} (fetches about ${size}, once)`,
};

export const MODELS_WORDING: Readonly<Record<Locale, ModelsWording>> = { ko, en };
