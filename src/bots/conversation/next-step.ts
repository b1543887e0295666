// The one thing to do next, computed from the facts: whatever happened before, there always is one.
import { isUpToDate, troubleOf } from './jobs-owed.ts';
import { missingFields } from './manuscript.ts';
import { isHeld, isWaiting } from './review.ts';
import type { OpenSession, SceneFacts } from './session.ts';

interface AtScene {
  readonly scene: SceneFacts;
  /** From 1. */
  readonly number: number;
}

export type NextStep =
  | { readonly type: 'add' }
  | ({ readonly type: 'replace' } & AtScene)
  | ({ readonly type: 'describe' } & AtScene)
  /** For pictures that are on their way. */
  | { readonly type: 'wait' }
  | { readonly type: 'making' }
  | { readonly type: 'retry' }
  | { readonly type: 'deliver' }
  /** A teacher looks at the book, or has given it back. */
  | { readonly type: 'review' }
  | { readonly type: 'returned' }
  | { readonly type: 'make' }
  | { readonly type: 'remake' }
  | { readonly type: 'done' };

/** Whether work for the text or the book is asked for. */
export const isBusy = (session: OpenSession): boolean =>
  session.making || session.scenes.some(({ awaited }) => awaited);

function openScene(session: OpenSession): NextStep | undefined {
  const at = session.scenes.map((scene, index) => ({ scene, number: index + 1 }));
  const lost = at.find(({ scene }) => scene.picture === undefined && scene.incoming === undefined);
  if (lost) return { type: 'replace', ...lost };
  const open = at.find(({ scene }) => missingFields(scene).length > 0);
  return open && { type: 'describe', ...open };
}

export function nextStep(session: OpenSession): NextStep {
  if (session.scenes.length === 0) return { type: 'add' };
  const open = openScene(session);
  if (open) return open;
  if (troubleOf(session)) return { type: 'retry' };
  if (session.scenes.some(({ incoming }) => incoming)) return { type: 'wait' };
  if (isBusy(session)) return { type: 'making' };
  if (isHeld(session) && isUpToDate(session)) return { type: isWaiting(session) ? 'review' : 'returned' };
  if (session.book && !session.book.delivered && !isHeld(session)) return { type: 'deliver' };
  if (!session.book) return { type: session.requests > 0 && session.undelivered ? 'remake' : 'make' };
  return { type: isUpToDate(session) ? 'done' : 'remake' };
}
