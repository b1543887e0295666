// A printed book in a class: it waits for a teacher's yes, comes back with a word, or is the class's to see. Pure.
// Who may say so is left to `class-acts.ts`.
import type { Book } from '../../story.ts';
import { doom, keptFor, withThumbnail } from './pictures.ts';
import type { Printed } from './printed.ts';
import type { Review } from './room.ts';
import { type OpenSession, without } from './session.ts';

const needsYes = ({ room }: OpenSession): boolean => room?.rules.approval ?? false;

/** Whether a teacher has said yes to the book as it was printed last. */
const isApproved = ({ book, review }: OpenSession): boolean =>
  book !== undefined && review?.job === book.job && review.state === 'approved';

/** Whether a teacher gave back the book that was printed last. Printed once more, even as it was, it is another. */
const isReturned = ({ book, review }: OpenSession): boolean =>
  book !== undefined && review?.request === book.request && review.state === 'returned';

const isAsked = ({ book, review }: OpenSession): boolean =>
  book !== undefined && review?.job === book.job && review.state === 'waiting';

/**
 * Whether the book that was printed last may not be handed over yet. One that nobody had to say yes to stays handed over.
 * Where nobody has to any more, one that waits goes on waiting, and one that was given back is to be made again: that
 * later books are free says nothing of those.
 */
export const isHeld = (session: OpenSession): boolean =>
  session.book?.delivered === false &&
  (isReturned(session) || isAsked(session) || (needsYes(session) && !isApproved(session)));

/** A teacher is to look at the book. */
export const isWaiting = (session: OpenSession): boolean => isHeld(session) && isAsked(session);

/** How the book that was printed last stands with its teacher; `undefined` where nobody has to say anything of it. */
export function verdictOn(session: OpenSession): Review['state'] | undefined {
  if (isReturned(session)) return 'returned';
  if (isApproved(session) && session.review?.by !== undefined) return 'approved';
  return isWaiting(session) ? 'waiting' : undefined;
}

/** The teacher's word on the book that came back, until there is a new one. */
export const returnedWith = (session: OpenSession): string | undefined =>
  isReturned(session) ? (session.review?.comment ?? '') : undefined;

/** Bytes that only an earlier edition held go with it. */
function changed(before: OpenSession, after: OpenSession): OpenSession {
  const kept = new Set(keptFor(after));
  const held = [before.proof, before.approved?.book].flatMap((book) => book?.pages ?? []);
  const gone = held.flatMap(({ picture }) => withThumbnail(picture.key)).filter((key) => !kept.has(key));
  return doom(after, gone);
}

/** The edition that the class may see. */
const published = (session: OpenSession, printed: Printed, book: Book): OpenSession =>
  changed(session, { ...(without(session, 'proof') as OpenSession), approved: { printed, book } });

/** Nobody is asked any more about the print before: this one takes its place, and nobody has to say yes to it. */
function decided(session: OpenSession, { job, request }: Printed): OpenSession {
  if (session.review?.state !== 'waiting') return session;
  return { ...session, review: { job, request, state: 'approved' } };
}

/** A book was printed: in a class it is published at once, or shown to a teacher first. */
export function submitForReview(session: OpenSession, printed: Printed, book: Book): OpenSession {
  if (!session.room) return session;
  if (!needsYes(session) || isApproved(session)) return published(decided(session, printed), printed, book);
  const review = { job: printed.job, request: printed.request, state: 'waiting' } as const;
  return changed(session, { ...session, review, proof: book });
}

/** From now on somebody has to say yes: what nobody has been handed yet is shown to a teacher after all. */
export function recall(session: OpenSession): OpenSession {
  const { book, review, approved } = session;
  if (!book || !isHeld(session) || review?.request === book.request || approved?.printed.job !== book.job)
    return session;
  return submitForReview(without(session, 'approved') as OpenSession, book, approved.book);
}

/** Yes to the printed book; only for one that is held. */
export function approve(session: OpenSession, by: string): OpenSession {
  const { book, proof } = session;
  if (!book || !proof) return session;
  const review = { job: book.job, request: book.request, state: 'approved', by } as const;
  return published({ ...session, review }, book, proof);
}

/** Back to the child with a word; only for a book that is held. */
export function giveBack(session: OpenSession, by: string, comment: string): OpenSession {
  const { book } = session;
  if (!book) return session;
  return { ...session, review: { job: book.job, request: book.request, state: 'returned', by, comment } };
}
