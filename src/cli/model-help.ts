// What `--help` teaches of the commands that look into models, in Korean and English.
import type { Locale } from '../story.ts';

export interface ModelHelp {
  readonly caption: string;
  readonly captionExamples: string;
  readonly pictures: string;
  readonly model: string;
  readonly kot5Only: string;
  readonly beams: string;
  readonly maxLength: string;
  readonly lengthPenalty: string;
  readonly repetitionPenalty: string;
  readonly noRepeatNgram: string;
  readonly earlyStopping: string;
  readonly noEarlyStopping: string;
}

const ko: ModelHelp = {
  caption: '그림에 보이는 것을 영어로 설명해요 (BLIP 모델)',
  captionExamples: `
예:
  storybook caption 1.png 2.jpg --model 모델/blip
  storybook caption 우리그림/ --model 모델/blip --beams 3 --json   [{ picture, tokenIds, caption }]`,
  pictures: '그림 파일들, 또는 그림이 든 폴더',
  model: '모델 폴더 (config.json, model.safetensors, tokenizer.json …). 없으면 .env에 적은 폴더',
  kot5Only: '--storyteller kot5나 kogpt2와 함께',
  beams: '빔의 수. 1이면 가장 그럴듯한 낱말만 골라요',
  maxLength: '지은 글의 가장 긴 길이 (토큰, 시작 토큰까지)',
  lengthPenalty: '클수록 긴 글을 좋아해요',
  repetitionPenalty: '1보다 크면 이미 나온 낱말을 피해요',
  noRepeatNgram: '이만큼 이어진 낱말은 두 번 나오지 않아요. 0이면 상관없어요',
  earlyStopping: '다 쓴 글이 빔의 수만큼 모이면 멈춰요',
  noEarlyStopping: '더 나은 글이 나올 수 있는 동안은 멈추지 않아요',
};

const en: ModelHelp = {
  caption: 'say in English what pictures show (BLIP model)',
  captionExamples: `
Examples:
  storybook caption 1.png 2.jpg --model models/blip
  storybook caption my-pictures/ --model models/blip --beams 3 --json   [{ picture, tokenIds, caption }]`,
  pictures: 'picture files, or a folder of pictures',
  model: 'model folder (config.json, model.safetensors, tokenizer.json …); without it the one in .env',
  kot5Only: 'with --storyteller kot5 or kogpt2',
  beams: 'number of beams; 1 takes the likeliest token each time',
  maxLength: 'longest text that is written, in tokens with the start token',
  lengthPenalty: 'the higher, the longer the texts',
  repetitionPenalty: 'above 1 avoids tokens that were used before',
  noRepeatNgram: 'no run of this many tokens comes twice; 0 lets any',
  earlyStopping: 'stop when there are as many finished texts as beams',
  noEarlyStopping: 'go on as long as a better text can come',
};

export const MODEL_HELP: Readonly<Record<Locale, ModelHelp>> = { ko, en };
