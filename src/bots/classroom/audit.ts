// What a teacher did about a class, for the log: who, what kind of deed, in which class and about which book. Never a word
// of what was written. Pure; the line itself is the host's.
import type { ClassActionType } from './actions.ts';
import type { ClassEvent } from './events.ts';
import type { Classroom } from './facts.ts';

export interface ClassDeed {
  /** The platform's own id of the teacher. */
  readonly actor: string;
  readonly classroom: string;
  /** An action's type, or `submitted:` with the form's id. */
  readonly deed: string;
  /** The key of a book, or the number of an anthology. */
  readonly about?: string;
}

/** All others only look, or open a form that says so when it is sent. */
const CHANGING: readonly ClassActionType[] = ['on', 'off', 'summary', 'send', 'show', 'fold', 'again'];

/**
 * What is to be logged of an event, once however often it is told.
 * @param classroom as it was before the event.
 */
export function classDeed(classroom: Classroom | undefined, id: string, event: ClassEvent): ClassDeed | undefined {
  if (!('actor' in event) || !event.actor.teacher || classroom?.seen.includes(event.id)) return undefined;
  const actor = event.actor.id;
  if (event.type === 'submitted') {
    if (!classroom) return undefined;
    const about = event.about === undefined ? {} : { about: event.about };
    return { actor, classroom: id, deed: `submitted:${event.form}`, ...about };
  }
  const { action } = event;
  if (!CHANGING.includes(action.type) || (!classroom && action.type !== 'on')) return undefined;
  const about = 'book' in action ? action.book : 'anthology' in action ? `${action.anthology}` : undefined;
  return { actor, classroom: id, deed: action.type, ...(about !== undefined && { about }) };
}
