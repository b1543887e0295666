// Sizes of type by reading level, and the handful of colours that are the same in every book.
// What changes with the pictures (paper, accent) is derived in `palette.ts`.

import type { ReadingLevel } from '../story.ts';
import type { Rgb } from './picture-types.ts';

export interface BodySizes {
  /** Points; the size a page starts from. */
  readonly ideal: number;
  /** Never set smaller than this: the text flows on to another page instead. */
  readonly floor: number;
  /** Distance between baselines, in sizes. */
  readonly leading: number;
}

/** Hangul syllables are dense, so these lie above what is advised for Latin. */
const BODY: Readonly<Record<ReadingLevel, BodySizes>> = {
  유아: { ideal: 24, floor: 18, leading: 1.7 },
  저학년: { ideal: 20, floor: 15, leading: 1.6 },
  고학년: { ideal: 16, floor: 14, leading: 1.6 },
};

/** How letters are set throughout a book. */
export interface TypeStyle {
  readonly body: Readonly<Record<ReadingLevel, BodySizes>>;
  /** Between letters, in ems. */
  readonly tracking: number;
  /** Width of a space, in spaces of the font. */
  readonly wordSpace: number;
  /** Labels, credits and the like are set so much larger than usual, and so much further apart, in sizes. */
  readonly small: number;
  readonly smallLeading: number;
  /** Whether a larger sheet has a larger floor, too. */
  readonly floorScales: boolean;
  /** Whether a word is cut only where it is longer than any line: a column too narrow for it is not used. */
  readonly wholeWords: boolean;
  /** Whether a picture rather gives way, and a sheet rather stays emptier, than that a page is turned in a sentence. */
  readonly wholeSentences: boolean;
}

export const USUAL_TYPE: TypeStyle = {
  body: BODY,
  tracking: 0,
  wordSpace: 1,
  small: 1,
  smallLeading: 0,
  floorScales: false,
  wholeWords: false,
  wholeSentences: false,
};

/** Large and wide: everything but the picture grows. Its smallest size lies above the one that usual type starts from. */
export const ROOMY_TYPE: TypeStyle = {
  body: {
    유아: { ideal: 30, floor: 27, leading: 2 },
    저학년: { ideal: 26, floor: 23, leading: 1.95 },
    고학년: { ideal: 22, floor: 19, leading: 1.95 },
  },
  tracking: 0.045,
  wordSpace: 1.35,
  small: 1.25,
  smallLeading: 0.1,
  floorScales: true,
  wholeWords: true,
  wholeSentences: true,
};

export const typeOf = ({ roomy }: { readonly roomy?: true }): TypeStyle => (roomy ? ROOMY_TYPE : USUAL_TYPE);

/** Space between paragraphs, in sizes. There is no indent. */
export const PARAGRAPH_GAP = 0.55;

/** Ink of body text: a soft near-black. */
export const INK: Rgb = [36, 32, 46];
export const WHITE: Rgb = [255, 255, 255];
/** Paper of a page whose picture offers no colour. */
export const CREAM: Rgb = [255, 253, 246];

/** How much of a picture may be lost where it fills the whole page: what rounding to pixels takes, no stroke of a pen. */
export const MAX_CROP = 0.005;
