// Which rows are for training and which for validation: as they were delivered, else by the book, so that no book lies in
// both. Pure and the same on every machine.
import { createHash } from 'node:crypto';
import type { Part } from './rows.ts';

/** Names of folders and archives, such as `1.Training`, `Validation`, `TL_01T_의사소통_01S_유아`, `VS1`. */
const NAMES: readonly (readonly [Part, RegExp])[] = [
  ['train', /^(?:\d+[.\-_ ]*)?(?:training|train)$/i],
  ['val', /^(?:\d+[.\-_ ]*)?(?:validation|valid|val)$/i],
  ['train', /^T[SL](?:_?\d|_|$)/],
  ['val', /^V[SL](?:_?\d|_|$)/],
];

/** What a path says, the part nearest to the file first; `undefined` when nothing in it does. */
export function deliveredPart(path: string): Part | undefined {
  for (const name of path.split(/[/\\]/).reverse()) {
    const found = NAMES.find(([, pattern]) => pattern.test(name.replace(/\.zip$/i, '')));
    if (found) return found[0];
  }
  return undefined;
}

/** @param share of all books that are for validation, from 0 to 1. */
export function partOfBook(book: string, share: number): Part {
  const first = createHash('sha256').update(book).digest().readUInt32BE(0);
  return first / 2 ** 32 < share ? 'val' : 'train';
}

/** The book of a picture whose JSON names none: the number in `03_01T_01S_9788959991051_57122`, else all of the name. */
export const bookOfStem = (stem: string): string => /(?<=_)\d{10,13}(?=_)/.exec(stem)?.[0] ?? stem;
