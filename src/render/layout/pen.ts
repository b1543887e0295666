// Where the pen sets down each letter and each emoji of a text: one reckoning for every way of drawing it. Pure.
import type { FaceId } from '../fonts/catalogue.ts';
import { EMOJI_SIZE } from '../text/shape.ts';
import type { TextPart } from './sheet.ts';

/** A glyph whose pen stands at (x, baseline), in points from the top left corner of the sheet. */
export interface PlacedGlyph {
  readonly face: FaceId;
  readonly id: number;
  readonly x: number;
  readonly baseline: number;
}

/** The square that an emoji's drawing fills. */
export interface PlacedEmoji {
  readonly emoji: string;
  readonly left: number;
  readonly bottom: number;
  readonly side: number;
}

/** Below the baseline, in sizes, so that an emoji is level with syllables. */
const EMOJI_DROP = 0.16;

export function glyphsOf({ lines, size }: Pick<TextPart, 'lines' | 'size'>): readonly PlacedGlyph[] {
  const placed: PlacedGlyph[] = [];
  for (const { x: start, baseline, runs } of lines) {
    let x = start;
    for (const run of runs) {
      if (run.kind === 'emoji') {
        x += run.width * size;
        continue;
      }
      for (const { id, step } of run.glyphs) {
        placed.push({ face: run.face, id, x, baseline });
        x += step * size;
      }
    }
  }
  return placed;
}

export function emojiOf({ lines, size }: Pick<TextPart, 'lines' | 'size'>): readonly PlacedEmoji[] {
  const placed: PlacedEmoji[] = [];
  const side = size * EMOJI_SIZE;
  for (const { x: start, baseline, runs } of lines) {
    let x = start;
    for (const run of runs) {
      if (run.kind === 'emoji') {
        const left = x + (run.width * size - side) / 2;
        placed.push({ emoji: run.emoji, left, bottom: baseline + EMOJI_DROP * size, side });
      }
      x += run.width * size;
    }
  }
  return placed;
}
