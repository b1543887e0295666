// Whole books in Korean: every page is told in turn, so that no pattern comes twice in a row and people return by name.
import { seededChoice } from '../choice.ts';
import type { BookPlan, Choice, Grammar, PagePlan } from '../types.ts';
import { isGravePage } from './mood.ts';
import { tellPage } from './page.ts';
import { createTeller, type Told } from './teller.ts';
import { viewOf } from './view.ts';

/** Each page rolls its own dice, so that a change on one page leaves the pages before it as they were. */
export function patternsOf(book: BookPlan, choice: Choice): readonly (readonly Told[])[] {
  const seed = Math.floor(choice.next() * 2 ** 32);
  const teller = createTeller();
  const grave = book.pages.some(isGravePage);
  let before: PagePlan | undefined;
  return book.pages.map((page) => {
    teller.turn(seededChoice(seed + page.index));
    const links = {
      level: book.level,
      grave,
      ...(book.title === undefined ? {} : { title: book.title }),
      ...(before === undefined ? {} : { before }),
    };
    const told = page.fixed ? [] : tellPage(viewOf(page, links), teller);
    before = page;
    return told;
  });
}

export const tellKorean: Grammar = (book, choice) =>
  patternsOf(book, choice).map((page) => page.map(({ text }) => text));
