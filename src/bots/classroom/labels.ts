// What children are called in class: a number or a nickname, told apart where two are the same. Never a real name unless
// somebody types one.
import type { Locale } from '../../story.ts';
import { tidy } from '../conversation/values.ts';
import { type ClassBook, type Classroom, LABEL_LIMIT } from './facts.ts';
import { WORDING } from './wording.ts';

/** The number in which a book came. */
export const numberOf = ({ key }: Pick<ClassBook, 'key'>): number => Number(key.slice(1));

export const labelOf = (classroom: Pick<Classroom, 'settings'>, book: ClassBook): string =>
  book.label ?? WORDING[classroom.settings.locale].numbered(numberOf(book));

const labelsIn = (classroom: Classroom, but?: string): ReadonlySet<string> =>
  new Set(classroom.books.filter(({ key }) => key !== but).map((book) => labelOf(classroom, book)));

/** The first number from there on that nobody goes by. */
export function freeNumber(classroom: Classroom, from: number): string {
  const taken = labelsIn(classroom);
  for (let number = from; ; number += 1) {
    const label = WORDING[classroom.settings.locale].numbered(number);
    if (!taken.has(label)) return label;
  }
}

/** A label of its own for a book: as it was typed, or with a number behind it. */
export function freeLabel(classroom: Classroom, wanted: string, but?: string): string {
  const taken = labelsIn(classroom, but);
  const tidied = tidy(wanted, 'line').slice(0, LABEL_LIMIT).trim();
  for (let times = 1; ; times += 1) {
    const label = times === 1 ? tidied : `${tidied} (${times})`;
    if (!taken.has(label)) return label;
  }
}

/** Compares as people count: 2번 before 10번. */
export const inOrder = (locale: Locale): ((a: string, b: string) => number) =>
  new Intl.Collator(locale, { numeric: true }).compare;
