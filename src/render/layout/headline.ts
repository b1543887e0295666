// Large round letters with an edge, as titles are set: the block for a room, and its part of the sheet.

import type { Locale } from '../../story.ts';
import { TITLE_FACES } from '../fonts/catalogue.ts';
import type { Palette } from '../palette.ts';
import { type Block, setBlock } from '../text/block.ts';
import { fitBlock, type Room } from '../text/fit.ts';
import type { Shaper } from '../text/shape.ts';
import { shapeParagraph } from '../text/words.ts';
import { WHITE } from '../theme.ts';
import { placeLines } from './place.ts';
import type { Rect, TextPart } from './sheet.ts';

const LEADING = 1.2;
/** In sizes. */
const EDGE = 0.17;

export interface HeadlineRange {
  readonly ideal: number;
  readonly floor: number;
  readonly mostLines: number;
}

/** At the largest size in `range` that fits, in as few lines as its letters can stay large; else at the floor. */
export function headline(shaper: Shaper, text: string, { ideal, floor, mostLines }: HeadlineRange, room: Room): Block {
  const paragraphs = [shapeParagraph(shaper, text, TITLE_FACES)];
  const range = { ideal, leading: LEADING, balanced: 'title' } as const;
  for (let lines = 1; lines <= mostLines; lines++) {
    const least = lines === mostLines ? floor : Math.max(floor, ideal * 0.62);
    const block = fitBlock(shaper, paragraphs, { ...range, floor: least }, room, lines);
    if (block) return block;
  }
  return (
    fitBlock(shaper, paragraphs, { ...range, floor: floor / 2 }, room) ?? headlineAt(shaper, text, floor / 2, room)
  );
}

export const headlineAt = (shaper: Shaper, text: string, size: number, { width }: Room): Block =>
  setBlock(shaper, [shapeParagraph(shaper, text, TITLE_FACES)], {
    size,
    leading: LEADING,
    measure: width,
    balanced: 'title',
  });

export interface HeadlineStyle {
  readonly role: 'H1' | 'H2';
  readonly palette: Palette;
  readonly locale?: Locale;
}

/** Centred in a place. */
export function headlinePart(block: Block, at: Rect, { role, palette, locale }: HeadlineStyle): TextPart {
  return {
    kind: 'text',
    role,
    lines: placeLines(block, { ...at, y: at.y + (at.height - block.height) / 2 }, 'centre'),
    size: block.size,
    colour: palette.deep,
    edge: { colour: WHITE, width: Math.max(3.5, block.size * EDGE) },
    ...(locale && { locale }),
  };
}
