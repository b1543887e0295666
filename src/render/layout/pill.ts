// A line of names on a light pill, as covers have it.
import type { Locale } from '../../story.ts';
import type { FaceId } from '../fonts/catalogue.ts';
import type { Palette } from '../palette.ts';
import type { Rgb } from '../picture-types.ts';
import { type Block, setBlock } from '../text/block.ts';
import { fitBlock, type Room } from '../text/fit.ts';
import type { Shaper } from '../text/shape.ts';
import { shapeParagraph } from '../text/words.ts';
import { placeLines, shadow } from './place.ts';
import type { Part, Rect } from './sheet.ts';

const PAPER: Rgb = [255, 252, 242];
const BYLINE = { leading: 1.45, balanced: 'title' } as const;

export interface BylineRange {
  readonly ideal: number;
  readonly floor: number;
}

export interface Byline {
  /** What it may say, fullest first. */
  readonly choices: readonly string[];
  readonly faces: readonly FaceId[];
}

/** The fullest choice that fits its room, at the largest size; `undefined` where there is nothing to say. */
export function bylineBlock(
  shaper: Shaper,
  { choices, faces }: Byline,
  range: BylineRange,
  room: Room,
): { readonly text: string; readonly block: Block } | undefined {
  const sizes = { ...BYLINE, ...range, ideal: range.ideal * shaper.style.small };
  for (const text of choices) {
    const block = fitBlock(shaper, [shapeParagraph(shaper, text, faces)], sizes, room);
    if (block) return { text, block };
  }
  const last = choices.at(-1);
  return last === undefined ? undefined : { text: last, block: bylineAt(shaper, last, faces, range.floor, room) };
}

export const bylineAt = (
  shaper: Shaper,
  text: string,
  faces: readonly FaceId[],
  size: number,
  { width }: Room,
): Block => setBlock(shaper, [shapeParagraph(shaper, text, faces)], { ...BYLINE, size, measure: width });

/** How large the pill around such letters is. */
export const pillSize = ({ width, height, size }: Pick<Block, 'width' | 'height' | 'size'>): Room => ({
  width: width + 2.6 * size,
  height: height + 1.35 * size,
});

export function pillParts(block: Block, rect: Rect, palette: Palette, locale?: Locale): readonly Part[] {
  const radius = Math.min(rect.height / 2, 24);
  const lines = placeLines(block, { ...rect, y: rect.y + (rect.height - block.height) / 2 }, 'centre');
  return [
    ...shadow(rect, radius, palette.deep),
    { kind: 'shape', outline: { kind: 'rect', rect, radius }, fill: PAPER },
    { kind: 'text', role: 'P', lines, size: block.size, colour: palette.deep, ...(locale && { locale }) },
  ];
}
