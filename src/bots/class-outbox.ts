// Brings to channels and desks what their classes owe them: at least once, one message at a time, again when it fails. The
// summary is edited now and then only, and the last word always gets there: a service's patience is shared by a whole class.
import type { Log } from '../log.ts';
import type { ClassEvent } from './classroom/events.ts';
import type { Classroom } from './classroom/facts.ts';
import { messagesOwed } from './classroom/messages-owed.ts';
import type { Owed } from './classroom/owed.ts';
import type { ClassOutbound } from './classroom/replies.ts';
import type { Session } from './conversation/session.ts';
import { failureOf } from './failures.ts';
import { createSerial } from './serial.ts';
import type { Tasks } from './tasks.ts';
import type { Platform, Sent } from './types.ts';

export interface ClassOutboxOptions {
  readonly platforms: readonly Platform[];
  readonly read: (id: string) => Promise<Classroom | undefined>;
  readonly readSession: (id: string) => Promise<Session | undefined>;
  readonly hear: (id: string, event: ClassEvent) => Promise<unknown>;
  readonly tasks: Tasks;
  readonly log: Pick<Log, 'warn'>;
  /** Least time between two edits of a summary, in milliseconds. */
  readonly summaryEvery: number;
  /** How long to wait before each further try, in milliseconds; after the last, as long again. */
  readonly retryDelays: readonly number[];
}

export interface ClassOutbox {
  /** Sends what the class owes now. */
  flush(id: string): void;
}

const isEdit = (message: ClassOutbound): boolean => 'ref' in message && message.ref !== undefined;

/** What a message says now that it was sent; absent when that is not known. */
function saidBy(message: ClassOutbound, { ref, repeated }: Sent): { readonly content?: string } {
  const isNamed = message.type === 'desk' || 'content' in message;
  if (isNamed && !isEdit(message) && ref === undefined) {
    throw new TypeError(`a platform has to name the ${message.type} that it has opened`);
  }
  if (!('content' in message) || (repeated && !isEdit(message))) return {};
  return { content: message.content };
}

export function createClassOutbox(options: ClassOutboxOptions): ClassOutbox {
  const { read, readSession, hear, tasks, log, summaryEvery, retryDelays } = options;
  const { clock, signal } = tasks;
  const platforms = new Map(options.platforms.map((platform) => [platform.name, platform]));
  const serial = createSerial();
  const waiting = new Set<string>();
  const tries = new Map<string, number>();
  const editedAt = new Map<string, number>();
  const scheduled = new Set<string>();

  const flushLater = (id: string, delay: number): void =>
    tasks.later(delay, 'sending for a class again failed', async () => flush(id));

  const tryAgain = (id: string, key: string): void => {
    const count = tries.get(key) ?? 0;
    // Never given up: what is owed is owed however long its service is out of reach.
    tries.set(key, count + 1);
    flushLater(id, retryDelays[count] ?? retryDelays.at(-1) ?? 0);
  };

  /** Whether the summary was edited only just now; then it is seen to a little later. */
  const isTooSoon = (id: string, { about, draw }: Owed): boolean => {
    const message = about.type === 'card' ? draw() : undefined;
    if (!message || !isEdit(message)) return false;
    const wait = (editedAt.get(id) ?? Number.NEGATIVE_INFINITY) + summaryEvery - clock.now();
    if (wait <= 0) return false;
    if (!scheduled.has(id)) {
      scheduled.add(id);
      tasks.later(wait, 'sending for a class failed', async () => {
        scheduled.delete(id);
        flush(id);
      });
    }
    return true;
  };

  /** Whether it is there. */
  const send = async (platform: Platform, id: string, owed: Owed, message: ClassOutbound): Promise<boolean> => {
    const { key, place } = owed;
    try {
      if (message.type === 'class-card') editedAt.set(id, clock.now());
      const sent = await platform.send(place, message);
      tries.delete(key);
      const { ref } = sent;
      await hear(id, { type: 'sent', key, ...(ref !== undefined && { ref }), ...saidBy(message, sent) });
      return true;
    } catch (error) {
      if (signal.aborted) return false;
      log.warn({ err: error, classroom: id, message: message.type }, 'a message of a class could not be sent');
      const failure = failureOf(error);
      if (failure) await hear(id, { type: 'undeliverable', key, failure });
      else tryAgain(id, key);
      return false;
    }
  };

  const draw = async ({ of, draw: drawn }: Owed): Promise<ClassOutbound | undefined> => {
    const session = of === undefined ? undefined : await readSession(of);
    return drawn(session?.state === 'open' ? session : undefined);
  };

  const sendAll = async (id: string): Promise<void> => {
    waiting.delete(id);
    const seen = new Set<string>();
    while (!signal.aborted) {
      const classroom = await read(id);
      const platform = classroom && platforms.get(classroom.platform);
      const owed = classroom && messagesOwed(classroom).find((one) => !seen.has(one.key) && !isTooSoon(id, one));
      if (!platform || !owed) return;
      seen.add(owed.key);
      const message = await draw(owed);
      if (message) await send(platform, id, owed, message);
    }
  };

  function flush(id: string): void {
    if (waiting.has(id)) return;
    waiting.add(id);
    tasks.start('sending for a class failed', () => serial.run(id, () => sendAll(id)));
  }

  return { flush };
}
