// Gives each book to the storyteller of its language: a Korean model writes no English books.
import type { Locale } from '../../story.ts';
import type { Storyteller } from '../types.ts';

/** Goes by the name of `tellers.ko`. */
export const createByLocale = (tellers: Readonly<Record<Locale, Storyteller>>): Storyteller => ({
  name: tellers.ko.name,
  tell: (manuscript, wanted, options) => tellers[manuscript.locale].tell(manuscript, wanted, options),
});
