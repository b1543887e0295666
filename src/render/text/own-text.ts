// An author's own words as paragraphs: every line as it was written, its spaces, and the empty lines between stanzas.
// What an engine tells is set by `clean.ts` and `words.ts` alone: there, line ends only part paragraphs.
import { cleanLines } from './clean.ts';

export interface OwnLine {
  /** With its spaces, also at the beginning. */
  readonly text: string;
  /** Empty lines before it. */
  readonly empty: number;
}

/** More empty lines than this are taken for an accident. */
const MOST_EMPTY = 3;
const SPACE_AT_END = / +$/u;

/** The lines of a text that show something; empty ones count before the next, but not at the beginning or end. */
export function ownLines(text: string): readonly OwnLine[] {
  const lines: OwnLine[] = [];
  let empty = 0;
  for (const line of cleanLines(text).map((each) => each.replace(SPACE_AT_END, ''))) {
    if (line === '') {
      empty++;
      continue;
    }
    lines.push({ text: line, empty: lines.length === 0 ? 0 : Math.min(empty, MOST_EMPTY) });
    empty = 0;
  }
  return lines;
}
