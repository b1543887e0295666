// What is shown of one book of the class: to its teachers for their word, to everybody once they have given it. Drawn from
// the book's session, and only from the printed book that is meant: no other ever takes its place.
import { fileNameFor } from '../../file-name.ts';
import type { Locale } from '../../story.ts';
import { contentHash } from '../conversation/content-hash.ts';
import { notesOf } from '../conversation/messages-owed.ts';
import { notesIn } from '../conversation/printed-notes.ts';
import type { BookMessage } from '../conversation/replies.ts';
import type { Review } from '../conversation/room.ts';
import type { OpenSession } from '../conversation/session.ts';
import type { ClassBook, Classroom, Shown } from './facts.ts';
import { labelOf } from './labels.ts';
import type { ReviewMessage } from './replies.ts';
import { reviewButtons } from './roster-view.ts';
import { WORDING } from './wording.ts';

type Announcement = Omit<BookMessage, 'mention' | 'buttons'>;

/** The approved book of that job; `undefined` when the session has none such. */
export function announceOf(
  { approved }: OpenSession,
  job: string,
  { label, locale, again }: { readonly label: string; readonly locale: Locale; readonly again?: true },
): Announcement | undefined {
  if (approved?.printed.job !== job) return undefined;
  const words = WORDING[locale];
  const { printed, book } = approved;
  const { title, pdf, pages } = printed;
  return {
    text: again ? words.sentAgain(label, title) : words.announced(label, title),
    title,
    fileName: fileNameFor(title, '.pdf'),
    pdf,
    cover: pages[0],
    coverAlt: words.coverAlt(title),
    pages,
    notes: notesIn(
      printed,
      book.pages.flatMap(({ scene, told }) => [scene.caption, told]),
      locale,
    ),
  };
}

/** Names what the message about a review says, in a way that `isFollowed` can read. */
export function reviewContent(classroom: Classroom, book: ClassBook, { job, state, comment }: Review): string {
  const words = contentHash([comment, labelOf(classroom, book), classroom.settings.locale]);
  return `${state}/${job}/${words}`;
}

/**
 * Whether the review is to have a message of its own. A book that comes back after it was decided on is news, but only
 * where the message before says so by now; one that is made again before that is the same wish for a look.
 */
export function isFollowed(shown: Shown | undefined, { job }: Review): boolean {
  if (!shown) return true;
  const [state, about] = shown.content?.split('/') ?? [];
  // What it says is not known: an edit sees to that where there is something to edit.
  if (about === undefined) return shown.ref === undefined;
  if (about === job) return false;
  return shown.ref === undefined || state !== 'waiting';
}

function textOf(title: string, label: string, { state, comment, by }: Review, locale: Locale): string {
  const words = WORDING[locale];
  const texts = {
    waiting: words.review,
    approved: by === undefined ? words.reviewFree : words.reviewApproved,
    returned: words.reviewReturned,
  };
  return [texts[state](label, title), ...(comment ? [words.comment(comment)] : [])].join('\n');
}

/** The book that the class's own digest speaks of; `undefined` when the session has gone on. */
export function reviewOf(classroom: Classroom, book: ClassBook, session: OpenSession): ReviewMessage | undefined {
  const review = book.digest?.review;
  const there = [session.approved?.printed, session.book].filter((one) => one !== undefined);
  const exact = there.find(({ job }) => job === review?.job);
  // Where it was decided on and is not there any more, the message still has to lose its buttons.
  const printed = exact ?? (review?.state === 'waiting' ? undefined : there[0]);
  if (!review || !printed) return undefined;
  const { locale } = classroom.settings;
  const label = labelOf(classroom, book);
  const { title, pdf, pages } = printed;
  return {
    text: textOf(title, label, review, locale),
    label,
    title,
    thread: book.thread,
    fileName: fileNameFor(title, '.pdf'),
    pdf,
    pages,
    notes: notesOf(session, printed, locale),
    buttons: reviewButtons(book, locale),
  };
}
