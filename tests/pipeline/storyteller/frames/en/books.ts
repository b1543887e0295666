// Helps the tests of the English grammar: a short way to write a book and have it told.
import { seededChoice } from '../../../../../src/pipeline/storyteller/frames/choice.ts';
import type { Line } from '../../../../../src/pipeline/storyteller/frames/en/draft.ts';
import { composeEnglish, tellEnglish } from '../../../../../src/pipeline/storyteller/frames/en/grammar.ts';
import { planBook } from '../../../../../src/pipeline/storyteller/frames/plan.ts';
import type { Fields, Manuscript, ReadingLevel } from '../../../../../src/story.ts';

export interface Options {
  readonly level?: ReadingLevel;
  readonly seed?: number;
}

export const manuscript = (pages: readonly Fields[], { level = '저학년', seed = 1 }: Options = {}): Manuscript => ({
  locale: 'en',
  level,
  seed,
  scenes: pages.map((fields) => ({ fields })),
});

/** The text of each page. */
export function tell(pages: readonly Fields[], options: Options = {}): readonly string[] {
  const book = manuscript(pages, options);
  return tellEnglish(planBook(book), seededChoice(book.seed)).map((sentences) => sentences.join(' '));
}

/** The lines of each page with the pattern behind each. */
export function compose(pages: readonly Fields[], options: Options = {}): readonly (readonly Line[])[] {
  const book = manuscript(pages, options);
  return composeEnglish(planBook(book), seededChoice(book.seed));
}
