// The conversation itself: facts and an event in, facts and replies out. Pure: no clock, no network, no chance.
// Saying something twice, late or in another order does no harm; every turn ends with the one next step on the card.
import { ask } from './asking.ts';
import { openCard } from './card.ts';
import { contentHash, isSameContent, shortKey } from './content-hash.ts';
import type { HouseEvent, PlacedEvent, TalkEvent } from './events.ts';
import { hearHouse } from './house-events.ts';
import { forgetOldFailures, jobsNeeded } from './jobs-owed.ts';
import { messagesOwed } from './messages-owed.ts';
import { isBusy } from './next-step.ts';
import { hearPerson } from './person-events.ts';
import type { Outbound, Reply, Spoken } from './replies.ts';
import type { Session } from './session.ts';

export interface Talk {
  /** `undefined` while there is none. The same object when nothing was learnt. */
  readonly session: Session | undefined;
  /** First the answers to whoever did something, then all that the thread is still to be told. */
  readonly replies: readonly Reply[];
}

const isPersonal = (event: TalkEvent): event is PlacedEvent => 'id' in event;

/** How far the work is, on the card that is there. Passes by: it is no fact, and is not remembered. */
function passingCard(session: Session, event: HouseEvent): readonly Outbound[] {
  if (event.type !== 'news' || event.news.type !== 'progress') return [];
  const { ref } = session.shown;
  if (session.state !== 'open' || ref === undefined || !isBusy(session)) return [];
  const { news } = event;
  const [first] = jobsNeeded(session);
  if (first?.kind !== news.kind || !jobsNeeded(session).some(({ id }) => id === news.id)) return [];
  const card = openCard(session, session.locale, news);
  const content = contentHash(card);
  return [
    { to: 'thread', type: 'card', key: shortKey('now', [session.id, content]), card, content, ref, passing: true },
  ];
}

const settled = (before: Session | undefined, after: Session): Session => {
  const session = after.state === 'open' ? forgetOldFailures(ask(after)) : after;
  return before && isSameContent(before, session) ? before : session;
};

/** What is known afterwards, and what whoever did something is answered: a turn but for what the thread is to be told. */
export function hear(session: Session | undefined, event: TalkEvent): Spoken<Session | undefined> {
  if (!isPersonal(event)) return { session: session && settled(session, hearHouse(session, event)), answers: [] };
  const { session: after, answers } = hearPerson(session, event);
  return { session: after && settled(session, after), answers };
}

/**
 * One turn of a conversation.
 * @param session what is known; `undefined` when nothing was said here yet.
 */
export function converse(session: Session | undefined, event: TalkEvent): Talk {
  const { session: after, answers } = hear(session, event);
  const passing = after && !isPersonal(event) ? passingCard(after, event) : [];
  if (passing.length > 0) return { session: after, replies: passing };
  return { session: after, replies: [...answers, ...(after ? messagesOwed(after) : [])] };
}
