// What a class keeps of one of its books, for whoever the book belongs to: nothing of other children is in it.
import type { ClassBook } from '../../bots/index.ts';
import type { KeptBook } from './books.ts';

/** Where a book stands with its teacher. */
export type ReviewState = 'approved' | 'waiting' | 'returned' | 'none';

export interface ClassMemory {
  readonly id: string;
  /** Absent: the class has no name. */
  readonly title?: string;
  readonly label: string;
  readonly review: ReviewState;
  /** Whether a teacher has said yes to any print of it; where nobody has to, whether there is one. */
  readonly isApproved: boolean;
  /** As the class has it. */
  readonly book: ClassBook;
  readonly anthologies: readonly { readonly number: number; readonly title: string }[];
}

export function classMemory({ session, inClass }: KeptBook): ClassMemory | undefined {
  if (session.state !== 'open' || !session.room || !inClass) return undefined;
  const { classroom, book } = inClass;
  const { title } = classroom.settings;
  return {
    id: classroom.id,
    ...(title !== '' && { title }),
    label: session.room.label,
    review: session.review?.state ?? 'none',
    isApproved: session.approved !== undefined,
    book,
    anthologies: classroom.anthologies
      .filter(({ books }) => books.includes(book.key))
      .map(({ number, title }) => ({ number, title })),
  };
}
