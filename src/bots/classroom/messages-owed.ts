// What a class is still to be told, and its teachers at their desk: computed from the facts under lasting keys, so that
// whatever was lost, repeated or late is owed again as the same message. Books are drawn from their sessions when they go out.
import { contentHash, shortKey } from '../conversation/content-hash.ts';
import type { OpenSession } from '../conversation/session.ts';
import { anthologyMessages } from './anthology-messages.ts';
import { announceOf, isFollowed, reviewContent, reviewOf } from './book-messages.ts';
import type { ClassBook, Classroom } from './facts.ts';
import { labelOf } from './labels.ts';
import { noticeText } from './notices.ts';
import { fixed, type Owed } from './owed.ts';
import type { ClassOutbound } from './replies.ts';
import { summaryView } from './summary-view.ts';

/** The same whatever the card says: after a crash it is to be recognised, not posted twice. */
export const newCardKey = ({ id, summary }: Classroom): string => shortKey('sum', [id, summary.posts, 'new']);

function deskOwed({ id, channel, teacher, settings, desk, desks }: Classroom): readonly Owed[] {
  if (desk !== undefined) return [];
  const key = shortKey('desk', [id, desks]);
  const title = settings.title;
  return [fixed(key, channel, { type: 'desk' }, { to: 'class', type: 'desk', key, teacher, title })];
}

function cardOwed(classroom: Classroom, desk: string): readonly Owed[] {
  const { id, settings, summary } = classroom;
  const { ref, content: shown, posts } = summary;
  const view = summaryView({ classroom, locale: settings.locale });
  const content = contentHash(view);
  if (ref !== undefined && content === shown) return [];
  const key = ref === undefined ? newCardKey(classroom) : shortKey('sum', [id, posts, content]);
  const message = { to: 'class', type: 'class-card', key, view, content, ...(ref !== undefined && { ref }) } as const;
  return [fixed(key, desk, { type: 'card' }, message)];
}

function reviewOwed(classroom: Classroom, book: ClassBook, desk: string): readonly Owed[] {
  const { id } = classroom;
  const review = book.digest?.review;
  const shown = book.review;
  if (!review) return [];
  // Owed also once it is decided: it may be there though nobody has heard of that, with buttons that are to go.
  const isNew = isFollowed(shown, review);
  const content = reviewContent(classroom, book, review);
  if (!isNew && (shown?.ref === undefined || shown.content === content)) return [];
  const posts = (shown?.posts ?? 0) + (isNew ? 1 : 0);
  const key = shortKey('rev', [id, book.key, posts, isNew ? 'new' : content]);
  const edits = isNew || shown?.ref === undefined ? {} : { ref: shown.ref };
  return [
    {
      key,
      place: desk,
      about: { type: 'review', book: book.key, isNew, content },
      of: book.book,
      draw: (session) => {
        const drawn = session && reviewOf(classroom, book, session);
        return drawn && { to: 'class', type: 'review', key, content, review: drawn, ...edits };
      },
    },
  ];
}

function announceOwed(classroom: Classroom, book: ClassBook): readonly Owed[] {
  const { id, channel, settings } = classroom;
  const label = labelOf(classroom, book);
  const approved = book.digest?.approved;
  if (!approved || book.announced?.job === approved.job) return [];
  const key = shortKey('show', [id, book.key, book.announced?.times ?? 0, approved.job]);
  const about = { type: 'announce', book: book.key, job: approved.job } as const;
  const draw = (session?: OpenSession): ClassOutbound | undefined => {
    const drawn = session && announceOf(session, approved.job, { label, locale: settings.locale });
    return drawn && { to: 'class', type: 'announce', key, label, book: drawn };
  };
  return [{ key, place: channel, about, of: book.book, draw }];
}

function copiesOwed(classroom: Classroom): readonly Owed[] {
  const { resends, books, channel, settings } = classroom;
  return resends.flatMap(({ key, book: of }): readonly Owed[] => {
    const book = books.find((candidate) => candidate.key === of);
    const approved = book?.digest?.approved;
    if (!book || !approved) return [];
    const label = labelOf(classroom, book);
    const draw = (session?: OpenSession): ClassOutbound | undefined => {
      const drawn = session && announceOf(session, approved.job, { label, locale: settings.locale, again: true });
      return drawn && { to: 'class', type: 'announce', key, label, book: drawn };
    };
    return [{ key, place: channel, about: { type: 'copy', book: of }, of: book.book, draw }];
  });
}

const withdrawalsOwed = ({ id, leftover }: Classroom): readonly Owed[] =>
  leftover.map(({ place, refs }) => {
    const key = shortKey('gone', [id, place, refs]);
    return fixed(key, place, { type: 'withdraw' }, { to: 'class', type: 'withdraw', key, refs });
  });

function toDesk(classroom: Classroom, desk: string): readonly Owed[] {
  return [
    ...classroom.books.flatMap((book) => reviewOwed(classroom, book, desk)),
    ...anthologyMessages(classroom, desk, ['bound', 'folded']),
    ...classroom.notices.map((told) =>
      fixed(
        told.key,
        desk,
        { type: 'notice' },
        { to: 'class', type: 'notice', key: told.key, text: noticeText(classroom, told) },
      ),
    ),
    ...cardOwed(classroom, desk),
  ];
}

/** In the order in which they are to be said. */
export function messagesOwed(classroom: Classroom): readonly Owed[] {
  const { desk, deskFailure, books, channel } = classroom;
  const desked = deskFailure ? [] : desk === undefined ? deskOwed(classroom) : toDesk(classroom, desk);
  return [
    ...withdrawalsOwed(classroom),
    ...books.flatMap((book) => announceOwed(classroom, book)),
    ...copiesOwed(classroom),
    ...anthologyMessages(classroom, channel, ['shown']),
    ...desked,
  ];
}
