// What one task for a language model depends on: which pages of which book are to be written, and how. Numbers and
// choices of ours; no word of a person's.
import type { ReadingLevel } from '../../story.ts';
import type { Measure } from './openai-measures.ts';

export interface Assignment {
  /** Pages to write, counted from 1. */
  readonly numbers: readonly number[];
  /** Pages of the book. */
  readonly count: number;
  readonly level: ReadingLevel;
  readonly measure: Measure;
  /** Whether other pages have their text already. */
  readonly fixed: boolean;
  /** Whether a page to write has been told before. */
  readonly again: boolean;
  readonly seed: number;
}

/**
 * What a telling dwells on. Tellings of one page have seeds in a row, so each dwells on something else than the one
 * before, even where the service takes no notice of seeds.
 */
export function dwellOn(choices: readonly string[], seed: number): string {
  const choice = choices[Math.abs(Math.trunc(seed)) % choices.length];
  if (choice === undefined) throw new RangeError('nothing to dwell on');
  return choice;
}
