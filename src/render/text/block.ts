// Paragraphs set to a measure: lines with their baselines, ready to be placed on a page as one block.
// Sizes are given; choosing them is left to `fit.ts`.
import { PARAGRAPH_GAP } from '../theme.ts';
import { type Balance, breakBalanced, breakLines } from './breaking.ts';
import type { Run, Shaper } from './shape.ts';
import { fitted, type Paragraph, type ShapedPiece } from './words.ts';

/** Of a syllable's square above and below the baseline, in sizes: what the eye takes for the top and bottom of a line. */
export const RISE = 0.82;
export const DROP = 0.13;

export interface SetLine {
  readonly runs: readonly Run[];
  /** Points, without the space that follows. */
  readonly width: number;
  /** Index of the paragraph it belongs to. */
  readonly paragraph: number;
  /** Space above that paragraph, in sizes; that of the house when absent. */
  readonly gap?: number;
  /** Index, in its paragraph, of the piece after its last; absent on lines that are not cut further. */
  readonly end?: number;
}

export interface Block {
  /** Points. */
  readonly size: number;
  /** Between baselines, in sizes. */
  readonly leading: number;
  readonly lines: readonly SetLine[];
  /** Of the longest line, in points. */
  readonly width: number;
  /** From the top of the first line's syllables to the foot of the last's, in points. */
  readonly height: number;
}

export interface BlockOptions {
  readonly size: number;
  readonly leading: number;
  /** Points. */
  readonly measure: number;
  /** Lines of nearly equal width, for centred text. */
  readonly balanced?: Balance;
}

export function setBlock(shaper: Shaper, paragraphs: readonly Paragraph[], options: BlockOptions): Block {
  const measure = options.measure / options.size;
  const lines = paragraphs.flatMap((paragraph, index) => {
    const pieces = fitted(shaper, paragraph, measure);
    const space = shaper.shape(' ', paragraph.faces).runs;
    const ranges =
      options.balanced === undefined ? breakLines(pieces, measure) : breakBalanced(pieces, measure, options.balanced);
    const { gap } = paragraph;
    return ranges.map(({ start, end }) => ({
      ...toLine(pieces.slice(start, end), space, options.size, end === pieces.length),
      paragraph: index,
      end,
      ...(gap === undefined ? {} : { gap }),
    }));
  });
  return blockOf(lines, options);
}

/** A block of lines that are set already. */
export function blockOf(lines: readonly SetLine[], { size, leading }: Pick<BlockOptions, 'size' | 'leading'>): Block {
  const width = Math.max(0, ...lines.map((line) => line.width));
  const last = baselinesOf({ lines, size, leading }).at(-1);
  return { size, leading, lines, width, height: last === undefined ? 0 : last + DROP * size };
}

/** Distance of each line's baseline from the top of the block. */
export function baselinesOf({ lines, size, leading }: Pick<Block, 'lines' | 'size' | 'leading'>): readonly number[] {
  let y = RISE * size;
  return lines.map((line, index) => {
    const before = lines[index - 1];
    const gap = before?.paragraph === line.paragraph ? 0 : (line.gap ?? PARAGRAPH_GAP);
    if (before !== undefined) y += (leading + gap) * size;
    return y;
  });
}

function toLine(
  pieces: readonly ShapedPiece[],
  space: readonly Run[],
  size: number,
  isLast: boolean,
): Pick<SetLine, 'runs' | 'width'> {
  let width = 0;
  const runs: Run[] = [];
  pieces.forEach((piece, index) => {
    runs.push(...piece.runs);
    width += piece.width;
    const atEnd = index === pieces.length - 1;
    // The space is drawn at the end of a line too, or a screen reader would join the words.
    if (piece.space > 0 && !(atEnd && isLast)) for (let i = 0; i < (piece.spaces ?? 1); i++) runs.push(...space);
    if (!atEnd) width += piece.space;
  });
  return { runs, width: width * size };
}
