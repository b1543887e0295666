// What `storybook doctor` says, in Korean and English.
import type { Seam } from '../config.ts';
import type { Locale } from '../story.ts';

export interface DoctorWording {
  readonly machine: string;
  readonly pictures: string;
  readonly fonts: string;
  readonly dataFolder: string;
  readonly network: string;
  readonly noNetwork: string;
  readonly known: string;
  readonly free: (size: string) => string;
  readonly seams: Readonly<Record<Seam, string>>;
  /** What the engine that was chosen does, by seam and name. */
  readonly engines: Readonly<Record<Seam, Readonly<Record<string, string>>>>;
  readonly weights: (folder: string, size: string) => string;
  readonly computing: string;
}

export const DOCTOR_WORDING: Readonly<Record<Locale, DoctorWording>> = {
  ko: {
    machine: '컴퓨터',
    pictures: '그림 읽기',
    fonts: '글꼴',
    dataFolder: '보관 폴더',
    network: '네트워크',
    noNetwork: '쓰지 않아요. 그림도 글도 이 컴퓨터를 떠나지 않아요.',
    known: '쓸 수 있는 것',
    free: (size) => `남은 공간 ${size}`,
    seams: { captioner: '그림 설명', translator: '번역', keywords: '낱말 제안', storyteller: '이야기 쓰기' },
    engines: {
      captioner: {
        none: '그림을 설명하는 엔진이 없어서, 그림 설명은 사람이 적어요. BLIP 모델 폴더가 있으면 BLIP_DIR에 적어 주세요',
        blip: '그림에 보이는 것을 영어로 설명해요',
        openai: '그림에 보이는 것을 책의 언어로 설명해요',
      },
      translator: {
        none: '번역기가 없어서, 영어 설명은 영어 그대로예요. 영한 T5 모델 폴더가 있으면 TRANSLATOR_DIR에 적어 주세요',
        t5: '그림 설명을 영어에서 한국어로 옮겨요',
        openai: '그림 설명을 책의 언어로 옮겨요',
      },
      keywords: {
        local: '적은 말과 그림 설명에서 어울리는 낱말을 골라 드려요. 네트워크가 필요 없어요',
        openai: '그림과 이야기에 어울리는 낱말을 골라 드려요',
      },
      storyteller: {
        frames: '적어 준 말로 규칙에 따라 문장을 지어요. 모델도 네트워크도 필요 없어요',
        kot5: '한국어 책의 쪽마다 글을 지어요. 영어 책은 frames가 지어요',
        openai: '책 전체를 한 번에 이어지게 지어요',
      },
    },
    weights: (folder, size) => `${folder}, 가중치 ${size}`,
    computing: '모델 계산',
  },
  en: {
    machine: 'Computer',
    pictures: 'Pictures',
    fonts: 'Fonts',
    dataFolder: 'Data folder',
    network: 'Network',
    noNetwork: 'not used: neither pictures nor words leave this computer',
    known: 'available',
    free: (size) => `${size} free`,
    seams: { captioner: 'Captions', translator: 'Translation', keywords: 'Suggestions', storyteller: 'Story' },
    engines: {
      captioner: {
        none: 'no engine describes pictures, so people do; if you have the folder of a BLIP model, name it in BLIP_DIR',
        blip: 'says in English what is seen in a picture',
        openai: 'says what is seen in a picture, in the language of the book',
      },
      translator: {
        none: 'no translator, so captions stay English; if you have the folder of an English to Korean T5, name it in TRANSLATOR_DIR',
        t5: 'puts captions from English into Korean',
        openai: 'puts captions into the language of the book',
      },
      keywords: {
        local: 'picks words that suit what was said and seen; needs no network',
        openai: 'picks words that suit the picture and the story',
      },
      storyteller: {
        frames: 'composes sentences from your words by grammar; needs no model and no network',
        kot5: 'writes each page of Korean books; English ones are left to frames',
        openai: 'writes the whole book at once, so that its pages belong together',
      },
    },
    weights: (folder, size) => `${folder}, weights ${size}`,
    computing: 'Models run on',
  },
};
