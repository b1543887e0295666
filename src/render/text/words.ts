// Paragraphs to words and words to pieces that can be placed: the ground on which lines are broken.
import type { FaceId } from '../fonts/catalogue.ts';
import type { Piece } from './breaking.ts';
import { graphemesOf } from './clean.ts';
import type { Run, Shaper } from './shape.ts';

/** A piece with its glyphs. */
export interface ShapedPiece extends Piece {
  readonly runs: readonly Run[];
  /** Spaces that follow it; 1 when absent. */
  readonly spaces?: number;
}

/** A paragraph shaped but not yet broken. Words do not depend on the measure; `fitted` cuts those that do not fit it. */
export interface Paragraph {
  readonly words: readonly ShapedPiece[];
  readonly faces: readonly FaceId[];
  /** Space above it, in sizes; that of the house when absent. */
  readonly gap?: number;
}

const NO_LINE_START = /^[.,!?…、。，．！？:;)\]}’”」』》〉ー~]/u;
const NO_LINE_END = /[([{‘“「『《〈]$/u;

export function shapeParagraph(shaper: Shaper, text: string, faces: readonly FaceId[]): Paragraph {
  const space = shaper.shape(' ', faces).width;
  const words = text
    .split(' ')
    .map((word) => ({ text: word, ...shaper.shape(word, faces), space }))
    .filter((word) => word.runs.length > 0);
  return { words, faces };
}

/** A line of an author's own text: spaces that come together stay, also those at its beginning. */
export function shapeOwnLine(shaper: Shaper, text: string, faces: readonly FaceId[], gap: number): Paragraph {
  const space = shaper.shape(' ', faces).width;
  const words = [...text.matchAll(/^( *)(\S+)( *)|(\S+)( *)/gu)]
    .map(([, indent = '', first, afterFirst = '', later = '', afterLater = '']) => {
      const word = indent + (first ?? later);
      const spaces = Math.max(1, (first === undefined ? afterLater : afterFirst).length);
      return { text: word, ...shaper.shape(word, faces), space: space * spaces, spaces };
    })
    .filter((word) => word.runs.length > 0);
  return { words, faces, gap };
}

/** The words, with those wider than `measure` (ems) cut between graphemes, closing marks kept with what they close. */
export function fitted(shaper: Shaper, { words, faces }: Paragraph, measure: number): readonly ShapedPiece[] {
  return words.flatMap((word) => (word.width <= measure ? [word] : cut(shaper, word, faces)));
}

function cut(shaper: Shaper, word: ShapedPiece, faces: readonly FaceId[]): readonly ShapedPiece[] {
  const parts: string[] = [];
  for (const grapheme of graphemesOf(word.text)) {
    const before = parts.at(-1);
    if (before !== undefined && (NO_LINE_START.test(grapheme) || NO_LINE_END.test(before)) && before.length < 8)
      parts[parts.length - 1] = before + grapheme;
    else parts.push(grapheme);
  }
  const pieces = parts
    .map((text) => ({ text, ...shaper.shape(text, faces), space: 0 }))
    .filter((piece) => piece.runs.length > 0);
  return pieces.map((piece, index) =>
    index === pieces.length - 1
      ? { ...piece, space: word.space, ...(word.spaces === undefined ? {} : { spaces: word.spaces }) }
      : piece,
  );
}
