// A classroom's turn: facts and an event in, facts and answers out. Pure: no clock, no network, no chance. What it owes
// afterwards is computed from the facts: messages, work, rules for its books, books that have grown old.
import { isSameContent } from '../conversation/content-hash.ts';
import { without } from '../conversation/session.ts';
import type { ClassEvent, ClassPersonEvent } from './events.ts';
import type { ClassBook, ClassPlace, Classroom } from './facts.ts';
import { forgetOldFailures, hearHouse } from './house-events.ts';
import { labelOf } from './labels.ts';
import { hearPerson } from './person-events.ts';
import type { ClassSpoken } from './spoken.ts';

const isPersonal = (event: ClassEvent): event is ClassPersonEvent => 'actor' in event;

/** The same object when nothing was learnt. Time alone is nothing, but for a tick, which says so itself. */
function settled(before: Classroom | undefined, after: Classroom, at: number): Classroom {
  if (after === before) return before;
  const classroom = forgetOldFailures(after);
  if (before && isSameContent(without(before, 'now'), without(classroom, 'now'))) {
    return before.now === classroom.now ? before : classroom;
  }
  return { ...classroom, now: at };
}

/**
 * @param classroom what is known; `undefined` where there never was a class.
 * @param at Unix milliseconds.
 */
export function convene(
  classroom: Classroom | undefined,
  event: ClassEvent,
  place: ClassPlace,
  at: number,
): ClassSpoken<Classroom | undefined> {
  if (isPersonal(event)) {
    const { classroom: after, answers } = hearPerson(classroom, event, { place, at });
    return { classroom: after && settled(classroom, after, at), answers };
  }
  if (!classroom) return { classroom, answers: [] };
  return { classroom: settled(classroom, hearHouse(classroom, event, at), at), answers: [] };
}

/** Books that do not know yet what holds in the class now, or what it calls them. */
export const rulesOwed = (classroom: Classroom): readonly (ClassBook & { readonly label: string })[] =>
  classroom.books.flatMap((book) => {
    const label = labelOf(classroom, book);
    const { digest } = book;
    const isBehind = digest && (digest.revision < classroom.settings.revision || digest.label !== label);
    return isBehind ? [{ ...book, label }] : [];
  });
