// The shelf: what was approved, in the order in which it came there, each under a number that lasts.
import type { BookDigest } from './digest.ts';
import type { ClassBook, Classroom } from './facts.ts';

export type Approval = NonNullable<BookDigest['approved']>;

export interface Shelved {
  readonly book: ClassBook;
  readonly number: number;
  readonly approved: Approval;
}

export const shelfOf = ({ books }: Classroom): readonly Shelved[] =>
  books
    .flatMap((book) => {
      const approved = book.digest?.approved;
      return approved && book.shelved !== undefined ? [{ book, number: book.shelved, approved }] : [];
    })
    .sort((a, b) => a.number - b.number);
