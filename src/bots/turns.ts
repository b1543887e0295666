// Turns of conversations: one at a time for each session, and what was learnt is kept before anybody is answered.
import type { Store } from '../store.ts';
import { type Deed, teacherDeed } from './conversation/audit.ts';
import { hear } from './conversation/converse.ts';
import type { TalkEvent } from './conversation/events.ts';
import type { Answer } from './conversation/replies.ts';
import type { Session } from './conversation/session.ts';
import { readSession } from './conversation/stored.ts';
import { createSerial } from './serial.ts';

export interface Turn {
  readonly session: Session | undefined;
  readonly answers: readonly Answer[];
}

export interface Turns {
  /** Hears several things as one: all are kept, or none. @throws TalesError `store-unusable` */
  take(id: string, events: readonly TalkEvent[]): Promise<Turn>;
  /** @throws TalesError `store-unusable` */
  read(id: string): Promise<Session | undefined>;
}

/** @param onDeed what a teacher did in somebody else's book, told once it is kept. */
export function createTurns(sessions: Pick<Store<Session>, 'get' | 'set'>, onDeed: (deed: Deed) => void): Turns {
  const serial = createSerial();
  const read = async (id: string): Promise<Session | undefined> => {
    const stored: unknown = await sessions.get(id);
    return stored === undefined ? undefined : readSession(stored);
  };
  const take = async (id: string, events: readonly TalkEvent[]): Promise<Turn> => {
    const before = await read(id);
    let session = before;
    const answers: Answer[] = [];
    const deeds: Deed[] = [];
    for (const event of events) {
      const deed = teacherDeed(session, event);
      if (deed) deeds.push(deed);
      const turn = hear(session, event);
      session = turn.session;
      answers.push(...turn.answers);
    }
    if (session && session !== before) await sessions.set(id, session);
    for (const deed of deeds) onDeed(deed);
    return { session, answers };
  };
  return { read, take: (id, events) => serial.run(id, () => take(id, events)) };
}
