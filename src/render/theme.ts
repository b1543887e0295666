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
export const BODY: Readonly<Record<ReadingLevel, BodySizes>> = {
  유아: { ideal: 24, floor: 18, leading: 1.7 },
  저학년: { ideal: 20, floor: 15, leading: 1.6 },
  고학년: { ideal: 16, floor: 14, leading: 1.6 },
};

/** Space between paragraphs, in sizes. There is no indent. */
export const PARAGRAPH_GAP = 0.55;

/** Ink of body text: a soft near-black. */
export const INK: Rgb = [36, 32, 46];
export const WHITE: Rgb = [255, 255, 255];
/** Paper of a page whose picture offers no colour. */
export const CREAM: Rgb = [255, 253, 246];

/** How much of a picture may be lost where it fills the whole page: what rounding to pixels takes, no stroke of a pen. */
export const MAX_CROP = 0.005;
