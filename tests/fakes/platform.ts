// A chat service in memory: keeps threads, knows message keys again, and can be made to stumble.

import type { ClassPersonEvent } from '../../src/bots/classroom/events.ts';
import type { ClassAnswer, ClassOutbound } from '../../src/bots/classroom/replies.ts';
import type { PersonEvent } from '../../src/bots/conversation/events.ts';
import type { Answer, Outbound as BookOutbound } from '../../src/bots/conversation/replies.ts';
import type { Platform, Reception, Sent, Upload } from '../../src/bots/types.ts';

export type Outbound = BookOutbound | ClassOutbound;

export interface Message {
  readonly ref: string;
  readonly key: string;
  /** The thread, channel or desk that it is in. */
  readonly place: string;
  /** As it is now, after edits. */
  readonly shows: Outbound;
}

/** What the service itself keeps: it outlives every program that talks to it. */
export interface Service {
  readonly messages: Message[];
  /** Everything that was sent, edits and repetitions too. */
  readonly sent: Outbound[];
}

export const createService = (): Service => ({ messages: [], sent: [] });

export interface FakePlatform extends Platform {
  readonly say: (
    event: PersonEvent,
    more?: { uploads?: readonly Upload[]; mark?: string; thread?: string },
  ) => Promise<readonly Answer[]>;
  /** Something about the class of the channel. */
  readonly tell: (event: ClassPersonEvent, channel?: string) => Promise<readonly ClassAnswer[]>;
  readonly catchUps: Extract<Outbound, { type: 'catch-up' }>[];
}

export interface FakeOptions {
  readonly service: Service;
  readonly thread?: string;
  /** Called before a message is taken; may throw, or never return. */
  readonly before?: (message: Outbound) => void | Promise<void>;
  /** Called once it is taken; may throw, or never return. */
  readonly after?: (message: Outbound) => void | Promise<void>;
}

function take(service: Service, place: string, message: Outbound): Sent {
  service.sent.push(message);
  if (message.type === 'withdraw') {
    const kept = service.messages.filter((one) => one.place !== place || !message.refs.includes(one.ref));
    service.messages.splice(0, Number.POSITIVE_INFINITY, ...kept);
    return {};
  }
  const known = service.messages.findIndex((one) => one.key === message.key && one.place === place);
  const edited = 'ref' in message && message.ref !== undefined ? message.ref : undefined;
  const at = edited === undefined ? known : service.messages.findIndex(({ ref }) => ref === edited);
  const there = service.messages[at];
  if (there && edited === undefined) return { ref: there.ref, repeated: true };
  if (there) {
    service.messages[at] = { ...there, shows: message };
    return { ref: there.ref };
  }
  const ref = `m${service.sent.length}`;
  service.messages.push({ ref, key: message.key, place, shows: message });
  return { ref };
}

export function createFakePlatform({ service, thread = 't', before, after }: FakeOptions): FakePlatform {
  let reception: Reception | undefined;
  const catchUps: FakePlatform['catchUps'] = [];
  return {
    name: 'fake',
    catchUps,
    async start(given) {
      reception = given;
    },
    async send(place, message) {
      await before?.(message);
      if (message.type === 'catch-up') {
        catchUps.push(message);
        return {};
      }
      const sent = take(service, place, JSON.parse(JSON.stringify(message)));
      await after?.(message);
      return sent;
    },
    async stop() {
      reception = undefined;
    },
    async say(event, more = {}) {
      if (!reception) throw new Error('the platform was not started');
      return reception.receive({ thread, event, ...more });
    },
    async tell(event, channel = 'c') {
      if (!reception) throw new Error('the platform was not started');
      return reception.classes.receive({ channel, event });
    },
  };
}
