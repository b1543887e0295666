// How much a page says at each reading level when a language model writes it: what is asked for, and what is refused.
import type { Locale, ReadingLevel } from '../../story.ts';

export interface Measure {
  /** Sentences on a page. */
  readonly least: number;
  readonly most: number;
  /** Words in a sentence; in Korean 어절. */
  readonly words: number;
}

/** What one 어절 says takes about 1.4 English words: articles and prepositions stand by themselves. */
export const MEASURES: Readonly<Record<Locale, Readonly<Record<ReadingLevel, Measure>>>> = {
  ko: {
    유아: { least: 1, most: 2, words: 5 },
    저학년: { least: 2, most: 4, words: 7 },
    고학년: { least: 4, most: 6, words: 10 },
  },
  en: {
    유아: { least: 1, most: 2, words: 7 },
    저학년: { least: 2, most: 4, words: 10 },
    고학년: { least: 4, most: 6, words: 14 },
  },
};

export interface Limits extends Measure {
  /** Words on the whole page. */
  readonly page: number;
}

/**
 * A good page may have one sentence more or less than asked, and one long sentence among short ones; what goes beyond
 * is too hard for its readers. Naming several people takes as many words more.
 */
export function limitsFor({ least, most, words }: Measure, names: number): Limits {
  const more = Math.max(0, names - 1);
  return {
    least: Math.max(1, least - 1),
    most: most + 1,
    words: Math.ceil(words * 1.6) + more,
    page: Math.ceil(most * words * 1.2) + more,
  };
}
