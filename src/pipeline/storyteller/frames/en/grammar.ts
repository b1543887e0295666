// The English grammar: a planned book → the sentences of each page. Holds what pages share (who has been met, which
// sentence patterns are used up); how one page is put together is the matter of `page.ts`.
import type { BookPlan, Choice, Grammar } from '../types.ts';
import { createCast, namesOf } from './cast.ts';
import { createDeck } from './deck.ts';
import type { Line } from './draft.ts';
import { figuresOf } from './figures.ts';
import { MEASURES } from './levels.ts';
import { composePage } from './page.ts';

/** Each page's sentences, with the pattern behind each; a sentence in the person's own words has none. */
export function composeEnglish(book: BookPlan, choice: Choice): readonly (readonly Line[])[] {
  const cast = createCast();
  const deck = createDeck(choice);
  const names = namesOf(book.pages.flatMap((page) => [...page.names, ...page.characters]));
  const everyone = figuresOf(book.pages.flatMap((page) => [...page.names, ...page.characters]));
  const measure = MEASURES[book.level];
  return book.pages.map((page) => {
    if (!page.fixed) return composePage(page, { cast, deck, choice, names, measure, everyone });
    cast.meet(figuresOf([...page.names, ...page.characters]));
    return [];
  });
}

/** Tells a book in English, in the past tense. */
export const tellEnglish: Grammar = (book, choice) =>
  composeEnglish(book, choice).map((page) => page.map((line) => line.text));
