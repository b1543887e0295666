// What is printed on: a page or two side by side, what bleeds over their edges, and the paper around them. Pure.
import type { Rect } from '../layout/sheet.ts';

const MILLIMETRE = 72 / 25.4;

/** How far colour goes on beyond the cut, so that a knife that errs leaves no white: 3 mm, as print shops ask. */
export const BLEED = 3 * MILLIMETRE;
/** Around a page that is cut out of its own sheet: bleed, a gap and the marks. */
const SLUG = BLEED + 7 * MILLIMETRE;

/** Upright sheets in millimetres, smallest first. B4 is the JIS size, twice the B5 that Korea prints on. */
const PAPERS = { a4: [210, 297], b4: [257, 364], a3: [297, 420] } as const;
export type PaperName = keyof typeof PAPERS;

/** A millimetre: two A5 sheets are that much narrower than A4, and nobody cuts it away. */
const TOLERANCE = 3;

/** Points, from the lower left corner. */
export interface Ground {
  readonly width: number;
  readonly height: number;
  /** Where it is cut. */
  readonly trim: Rect;
  /** Zero where nothing goes beyond the cut. */
  readonly bleed: number;
  /** Where it is folded; absent on single pages. */
  readonly fold?: number;
  /** Whether there is paper to cut away. */
  readonly isCut: boolean;
}

interface Size {
  /** Points. */
  readonly width: number;
  readonly height: number;
}

/** A sheet of its own for each page, with room for bleed and marks. */
export const singlePage = ({ width, height }: Size): Ground => ({
  width: width + 2 * SLUG,
  height: height + 2 * SLUG,
  trim: { x: SLUG, y: SLUG, width, height },
  bleed: BLEED,
  isCut: true,
});

/** The smallest paper for two such pages side by side; `undefined` where none is large enough. */
export function pair(page: Size, bleed: number): { readonly paper: PaperName; readonly ground: Ground } | undefined {
  const trim = { width: 2 * page.width, height: page.height };
  for (const [paper, [short, long]] of Object.entries(PAPERS) as [PaperName, readonly [number, number]][]) {
    const [width, height] = [long * MILLIMETRE, short * MILLIMETRE];
    const [besides, above] = [width - trim.width, height - trim.height];
    if (Math.min(besides, above) < 2 * bleed - TOLERANCE) continue;
    const at = { x: besides / 2, y: above / 2, ...trim };
    const isCut = Math.max(besides, above) > TOLERANCE;
    return { paper, ground: { width, height, trim: at, bleed, fold: width / 2, isCut } };
  }
  return undefined;
}
