// How much a page says at each reading level. The limits are aims: what a person gave is never left out to keep them.
import type { ReadingLevel } from '../../../../story.ts';

export interface Measure {
  readonly least: number;
  readonly most: number;
  /** Words in a sentence. */
  readonly words: number;
}

export const MEASURES: Readonly<Record<ReadingLevel, Measure>> = {
  유아: { least: 1, most: 2, words: 6 },
  저학년: { least: 1, most: 4, words: 9 },
  고학년: { least: 1, most: 6, words: 18 },
};
