// What a teacher did in somebody else's book, for the log: who, what kind of deed, in which book. Never a word of what was
// written. Pure; the line itself is the host's.
import type { ActionType } from './actions.ts';
import type { TalkEvent } from './events.ts';
import type { Session } from './session.ts';

export interface Deed {
  /** The platform's own id of the teacher: an audit that names nobody is none, and ids are no names. */
  readonly actor: string;
  readonly book: string;
  /** `posted`, an action's type, or `submitted:` with the form's id. */
  readonly deed: string;
  /** The scene's key. */
  readonly scene?: string;
}

/** Actions that change a book; all others only look, or open a form that says so when it is sent. */
const CHANGING: readonly ActionType[] = [
  'make',
  'retry',
  'stop',
  'cancel',
  'move',
  'remove',
  'restore',
  'retell',
  'lock',
  'unlock',
  'approve',
  'pause',
  'reopen',
  'close',
];

type Personal = Extract<TalkEvent, { readonly actor: unknown }>;

function deedOf(event: Personal): Pick<Deed, 'deed' | 'scene'> | undefined {
  switch (event.type) {
    case 'posted':
      return { deed: 'posted' };
    case 'submitted':
      return { deed: `submitted:${event.form}`, ...(event.scene !== undefined && { scene: event.scene }) };
    case 'pressed': {
      const { action } = event;
      if (!CHANGING.includes(action.type)) return undefined;
      return { deed: action.type, ...('scene' in action && { scene: action.scene }) };
    }
    case 'started':
      return undefined;
  }
}

/**
 * What is to be logged of an event, once however often it is told.
 * @param session as it was before the event.
 */
export function teacherDeed(session: Session | undefined, event: TalkEvent): Deed | undefined {
  if (session?.state !== 'open' || !('actor' in event) || session.seen.includes(event.id)) return undefined;
  const { actor } = event;
  if (!actor.teacher || actor.id === session.owner) return undefined;
  const deed = deedOf(event);
  return deed && { actor: actor.id, book: session.id, ...deed };
}
