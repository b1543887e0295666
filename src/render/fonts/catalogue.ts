// The fonts a book can be set in: which file, under which name and licence. Loading them is left to `face.ts`.

/** `noto` is the light weight, whose strokes are as thin as Gowun Dodum's. */
export const FACE_IDS = ['gowun', 'andika', 'jua', 'noto', 'notoBold', 'emoji'] as const;
export type FaceId = (typeof FACE_IDS)[number];

export interface CatalogueEntry {
  /** Resolved like an import. */
  readonly file: string;
  readonly postScriptName: string;
  /** As printed on the last page. */
  readonly family: string;
  readonly licence: string;
  /** Characters it has but draws badly; another face stands in. */
  readonly avoid?: string;
}

const OFL = 'SIL OFL 1.1';

export const CATALOGUE: Readonly<Record<FaceId, CatalogueEntry>> = {
  gowun: {
    file: '@expo-google-fonts/gowun-dodum/400Regular/GowunDodum_400Regular.ttf',
    postScriptName: 'GowunDodum-Regular',
    family: 'Gowun Dodum',
    licence: OFL,
  },
  andika: {
    file: '@expo-google-fonts/andika/Andika_400Regular.ttf',
    postScriptName: 'Andika-Regular',
    family: 'Andika',
    licence: OFL,
  },
  jua: {
    file: '@expo-google-fonts/jua/400Regular/Jua_400Regular.ttf',
    postScriptName: 'Jua-Regular',
    family: 'Jua',
    licence: OFL,
    // Its double quotation marks look like single ones.
    avoid: '“”',
  },
  noto: {
    file: '@expo-google-fonts/noto-sans-kr/300Light/NotoSansKR_300Light.ttf',
    postScriptName: 'NotoSansKR-Light',
    family: 'Noto Sans KR',
    licence: OFL,
  },
  notoBold: {
    file: '@expo-google-fonts/noto-sans-kr/800ExtraBold/NotoSansKR_800ExtraBold.ttf',
    postScriptName: 'NotoSansKR-ExtraBold',
    family: 'Noto Sans KR',
    licence: OFL,
  },
  emoji: {
    file: '@expo-google-fonts/noto-emoji/400Regular/NotoEmoji_400Regular.ttf',
    postScriptName: 'NotoEmoji-Regular',
    family: 'Noto Emoji',
    licence: OFL,
  },
};

/** Faces tried in order for each character. The first that draws all of a grapheme wins. */
export const BODY_FACES: Readonly<Record<'ko' | 'en', readonly FaceId[]>> = {
  ko: ['gowun', 'noto'],
  en: ['andika', 'gowun', 'noto'],
};
/** Jua has 2,367 syllables and few marks; a bold face of like weight stands in for the rest. */
export const TITLE_FACES: readonly FaceId[] = ['jua', 'notoBold'];
