// What a book tells its class of itself, and what teachers are shown of it before they say yes. Pure.
import { fileNameFor } from '../../file-name.ts';
import type { BookDigest } from '../classroom/digest.ts';
import type { ReviewMessage } from '../classroom/replies.ts';
import { troubleOf } from './jobs-owed.ts';
import { authorsOf, missingFields } from './manuscript.ts';
import { notesOf } from './messages-owed.ts';
import { nextStep } from './next-step.ts';
import type { OpenSession } from './session.ts';

/** `undefined` for a book outside of classes. */
export function digestOf(session: OpenSession): BookDigest | undefined {
  const { room, owner, title, scenes, review, approved } = session;
  if (!room) return undefined;
  const trouble = troubleOf(session) ?? session.undelivered;
  return {
    owner,
    ...(title !== undefined && { title }),
    pictures: scenes.length,
    complete: scenes.filter((scene) => missingFields(scene).length === 0).length,
    step: nextStep(session).type,
    ...(trouble && { trouble: trouble.code }),
    state: room.state,
    label: room.label,
    revision: room.rules.revision,
    ...(review && { review }),
    ...(approved && {
      approved: {
        job: approved.printed.job,
        request: approved.printed.request,
        title: approved.printed.title,
        authors: approved.book.authors,
        cover: approved.printed.pages[0],
      },
    }),
  };
}

/** The book that was printed last, for teachers; `undefined` where there is none. */
export function reviewOf(session: OpenSession): Omit<ReviewMessage, 'text' | 'buttons'> | undefined {
  const { book, room, thread, locale } = session;
  if (!book || !room) return undefined;
  return {
    label: room.label,
    title: book.title,
    thread,
    fileName: fileNameFor([authorsOf(session).join(' '), book.title].filter(Boolean).join(' - '), '.pdf'),
    pdf: book.pdf,
    pages: book.pages,
    notes: notesOf(session, book, locale),
  };
}
