// What a book tells its class of itself. Pure.
import type { BookDigest } from '../classroom/digest.ts';
import { troubleOf } from './jobs-owed.ts';
import { missingFields } from './manuscript.ts';
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
