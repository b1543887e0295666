// Papers that a school's printer takes, and where two pages side by side lie on them. Pure.
import type { Rect } from '../layout/sheet.ts';

const MILLIMETRE = 72 / 25.4;

/** Upright sheets in millimetres, smallest first. B4 is the JIS size, twice the B5 that Korea prints on. */
const PAPERS = { a4: [210, 297], b4: [257, 364], a3: [297, 420] } as const;
export type PaperName = keyof typeof PAPERS;

/** A millimetre: two A5 sheets are that much narrower than A4, and nobody cuts it away. */
const TOLERANCE = 3;

export interface PaperSide {
  readonly name: PaperName;
  /** Points, lying on its long side. */
  readonly width: number;
  readonly height: number;
  /** Where the two pages lie, measured from the lower left corner. */
  readonly spread: Rect;
  /** Whether there is paper to cut away. */
  readonly isLarger: boolean;
}

/** The smallest paper for two pages of this size side by side, in points; `undefined` where none is large enough. */
export function paperFor(page: { readonly width: number; readonly height: number }): PaperSide | undefined {
  const [wide, high] = [2 * page.width, page.height];
  for (const [name, [short, long]] of Object.entries(PAPERS) as [PaperName, readonly [number, number]][]) {
    const [width, height] = [long * MILLIMETRE, short * MILLIMETRE];
    if (wide > width + TOLERANCE || high > height + TOLERANCE) continue;
    return {
      name,
      width,
      height,
      spread: { x: (width - wide) / 2, y: (height - high) / 2, width: wide, height: high },
      isLarger: width - wide > TOLERANCE || height - high > TOLERANCE,
    };
  }
  return undefined;
}
