// The sheets a book can be printed on, in points, with the margins that hold on each.
// B5 is the JIS size that Korea prints on, not the ISO one; 46 is 46배판, the usual trim of school books.

import type { PageFormat } from '../story.ts';

export interface Sheet {
  /** Points. */
  readonly width: number;
  readonly height: number;
  /** Where text may begin, measured from the trim on the left and right. */
  readonly margin: number;
  /** Nothing but pictures and colour comes closer to the trim than this: 10 mm. */
  readonly safe: number;
  /** Type is set this much larger than on a sheet of 21 cm by 21 cm. */
  readonly scale: number;
  /** Distance from the lower trim to the baseline of the page number. */
  readonly folio: number;
}

const MILLIMETRE = 72 / 25.4;

const SIZES: Readonly<Record<PageFormat, readonly [width: number, height: number, margin: number]>> = {
  square: [210, 210, 20],
  a5: [148, 210, 14],
  b5: [182, 257, 17],
  '46': [188, 257, 18],
  a4: [210, 297, 21],
};

export function sheetOf(format: PageFormat): Sheet {
  const [width, height, margin] = SIZES[format];
  return {
    width: width * MILLIMETRE,
    height: height * MILLIMETRE,
    margin: margin * MILLIMETRE,
    scale: format === 'a4' ? 1.15 : 1,
    safe: 10 * MILLIMETRE,
    folio: 11.5 * MILLIMETRE,
  };
}
