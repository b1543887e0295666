// Turns of conversations: one at a time for each session, and what was learnt is kept before anybody is answered.
import type { Store } from '../store.ts';
import { converse } from './conversation/converse.ts';
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

export function createTurns(sessions: Pick<Store<Session>, 'get' | 'set'>): Turns {
  const serial = createSerial();
  const read = async (id: string): Promise<Session | undefined> => {
    const stored: unknown = await sessions.get(id);
    return stored === undefined ? undefined : readSession(stored);
  };
  const take = async (id: string, events: readonly TalkEvent[]): Promise<Turn> => {
    const before = await read(id);
    let session = before;
    const answers: Answer[] = [];
    for (const event of events) {
      const talk = converse(session, event);
      session = talk.session;
      answers.push(...talk.replies.filter((reply) => reply.to === 'actor'));
    }
    if (session && session !== before) await sessions.set(id, session);
    return { session, answers };
  };
  return { read, take: (id, events) => serial.run(id, () => take(id, events)) };
}
