// What `storybook doctor` says, in Korean and English.
import type { Seam } from '../pipeline/index.ts';
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
  /** Why an engine was chosen and what it does, by its name. */
  readonly engines: Readonly<Record<string, string>>;
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
    seams: { captioner: '그림 설명', storyteller: '이야기 쓰기' },
    engines: {
      none: '그림을 설명하는 엔진이 없어서, 그림 설명은 사람이 적어요',
      frames: '적어 준 말로 규칙에 따라 문장을 지어요. 모델도 네트워크도 필요 없어요',
    },
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
    seams: { captioner: 'Captions', storyteller: 'Story' },
    engines: {
      none: 'no engine describes pictures, so people do',
      frames: 'composes sentences from your words by grammar; needs no model and no network',
    },
  },
};
