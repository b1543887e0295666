// What `--help` teaches of `storybook models`, in Korean and English.
import type { Locale } from '../story.ts';

export interface ModelsHelp {
  readonly models: string;
  readonly examples: string;
  readonly list: string;
  readonly pull: string;
  readonly verify: string;
  readonly remove: string;
  readonly add: string;
  readonly pullNames: string;
  readonly verifyNames: string;
  readonly name: string;
  readonly engine: string;
  readonly folder: string;
  readonly yes: string;
}

const ko: ModelsHelp = {
  models: '모델을 살펴보고, 받고, 확인하고, 지워요',
  examples: `
예:
  storybook models list              무엇이 있고 무엇이 없는지 (네트워크를 쓰지 않아요)
  storybook models pull blip         그림을 설명하는 모델을 받아요 (약 0.9 GB). 끊기면 같은 명령으로 이어서 받아요
  storybook models verify            받은 파일이 온전한지 다시 확인해요 (네트워크를 쓰지 않아요)
  storybook models add kot5 모델/kot5  손으로 둔 폴더를 알려 줘요
  storybook models remove blip       그만 쓰고 받은 파일을 지워요

  받은 파일은 HF_HOME(기본 ~/.cache/huggingface)에, 파이썬의 Hugging Face 도구와 같은 꼴로 두어요.
  받는 곳은 HF_ENDPOINT, 토큰이 필요하면 HF_TOKEN. 시키지 않으면 아무것도 받지 않아요.
  BLIP_DIR, KOT5_DIR, KOGPT2_DIR, TRANSLATOR_DIR에 적은 폴더가 있으면 그것을 먼저 써요.`,
  list: '모델마다 무엇을 하는지, 있는지, 어떻게 받는지 보여 줘요',
  pull: '모델을 받아서 써요',
  verify: '있는 모델의 파일을 모두 다시 확인해요',
  remove: '모델을 그만 써요. 받은 것이면 파일도 지워요',
  add: '손으로 둔 모델 폴더를 살펴보고 써요',
  pullNames: '모델의 이름. 없으면 받을 수 있는 것 모두',
  verifyNames: '모델의 이름. 없으면 있는 것 모두',
  name: '모델의 이름',
  engine: '모델의 종류',
  folder: '모델 폴더 (config.json, tokenizer.json, 가중치 …)',
  yes: '지워도 되는지 묻지 않아요',
};

const en: ModelsHelp = {
  models: 'look at models, fetch, check and remove them',
  examples: `
Examples:
  storybook models list              what is here and what is not (uses no network)
  storybook models pull blip         fetch the model that describes pictures (about 0.9 GB); goes on where it was cut off
  storybook models verify            check the files that were fetched once more (uses no network)
  storybook models add kot5 models/kot5   use a folder that you have
  storybook models remove blip       stop using it and delete what was fetched

  What is fetched lies in HF_HOME (~/.cache/huggingface if not set), just as Hugging Face's tools for Python keep it.
  It comes from HF_ENDPOINT, with HF_TOKEN where one is needed. Nothing is ever fetched unasked.
  Folders named in BLIP_DIR, KOT5_DIR, KOGPT2_DIR and TRANSLATOR_DIR come first.`,
  list: 'show what each model is for, whether it is here, and how to get it',
  pull: 'fetch a model and use it',
  verify: 'check all files of the models that are here',
  remove: 'stop using a model; what was fetched is deleted',
  add: 'look at a model folder of yours and use it',
  pullNames: 'names of models; without any, all that can be fetched',
  verifyNames: 'names of models; without any, all that are here',
  name: 'name of the model',
  engine: 'kind of model',
  folder: 'model folder (config.json, tokenizer.json, weights …)',
  yes: 'do not ask before deleting',
};

export const MODELS_HELP: Readonly<Record<Locale, ModelsHelp>> = { ko, en };
