// Brings to the threads what their sessions owe them: at least once, one message at a time, again when it fails.
// What is owed is computed from the facts each time, so nothing here has to survive a restart.
import type { JobNews } from '../jobs.ts';
import type { Log } from '../log.ts';
import { converse } from './conversation/converse.ts';
import type { TalkEvent } from './conversation/events.ts';
import { messagesOwed } from './conversation/messages-owed.ts';
import type { Outbound } from './conversation/replies.ts';
import type { Session } from './conversation/session.ts';
import { failureOf } from './failures.ts';
import { createSerial } from './serial.ts';
import type { Tasks } from './tasks.ts';
import type { Platform, Sent } from './types.ts';

export interface OutboxOptions {
  readonly platforms: readonly Platform[];
  readonly read: (id: string) => Promise<Session | undefined>;
  readonly hear: (id: string, event: TalkEvent) => Promise<unknown>;
  readonly tasks: Tasks;
  readonly log: Pick<Log, 'warn'>;
  /** Least time between two cards that only tell how far the work is, in milliseconds. */
  readonly progressEvery: number;
  /** How long to wait before each further try, in milliseconds; after the last, as long again. */
  readonly retryDelays: readonly number[];
}

export interface Outbox {
  /** Sends what the session owes now. */
  flush(id: string): void;
  /** Shows how far the work is, now or a little later; only the latest counts. */
  pass(id: string, news: JobNews): void;
  /** Sends one message as it is, once. */
  say(session: Session, message: Outbound): void;
}

type Outcome = 'sent' | 'failed';

/** What a card says now that it was sent; `undefined` when that is not known. */
function shownBy(message: Outbound, { ref, repeated }: Sent): string | undefined {
  if (message.type !== 'card') return undefined;
  if (message.ref !== undefined) return message.content;
  if (ref === undefined) throw new TypeError('a platform has to name the message of a new card');
  return repeated ? undefined : message.content;
}

export function createOutbox(options: OutboxOptions): Outbox {
  const { read, hear, tasks, log, progressEvery, retryDelays } = options;
  const { clock, signal } = tasks;
  const platforms = new Map(options.platforms.map((platform) => [platform.name, platform]));
  const serial = createSerial();
  const waiting = new Set<string>();
  const tries = new Map<string, number>();
  const latest = new Map<string, JobNews>();
  const passedAt = new Map<string, number>();
  /** Messages that a session still owes though its service will not take them, until it takes another. */
  const refused = new Map<string, ReadonlySet<string>>();

  const tryAgain = (id: string, key: string): void => {
    const count = tries.get(key) ?? 0;
    // Never given up: what is owed to a thread is owed however long its service is out of reach.
    const delay = retryDelays[count] ?? retryDelays.at(-1) ?? 0;
    tries.set(key, count + 1);
    tasks.later(delay, 'sending again failed', async () => flush(id));
  };

  const send = async (platform: Platform, session: Session, message: Outbound): Promise<Outcome> => {
    try {
      const sent = await platform.send(session.thread, message);
      const { ref } = sent;
      tries.delete(message.key);
      refused.delete(session.id);
      const content = shownBy(message, sent);
      await hear(session.id, {
        type: 'sent',
        key: message.key,
        ...(ref !== undefined && { ref }),
        ...(content && { content }),
      });
      return 'sent';
    } catch (error) {
      if (signal.aborted) return 'failed';
      const failure = failureOf(error);
      log.warn({ err: error, book: session.id, message: message.type }, 'a message could not be sent');
      if (failure) {
        // Before it is heard: a card is owed for ever, and must not be sent for ever.
        refused.set(session.id, new Set([...(refused.get(session.id) ?? []), message.key]));
        await hear(session.id, { type: 'undeliverable', key: message.key, failure });
      } else tryAgain(session.id, message.key);
      return 'failed';
    }
  };

  const sendAll = async (id: string): Promise<void> => {
    waiting.delete(id);
    const failed = new Set<string>();
    while (!signal.aborted) {
      const session = await read(id);
      const platform = session && platforms.get(session.platform);
      const isOpen = ({ key }: Outbound): boolean => !failed.has(key) && refused.get(id)?.has(key) !== true;
      const message = session && messagesOwed(session).find(isOpen);
      if (!platform || !message) return;
      if ((await send(platform, session, message)) === 'failed') failed.add(message.key);
      else if (message.type !== 'card') failed.add(message.key);
    }
  };

  function flush(id: string): void {
    if (waiting.has(id)) return;
    waiting.add(id);
    tasks.start('sending failed', () => serial.run(id, () => sendAll(id)));
  }

  const passNow = async (id: string): Promise<void> => {
    const news = latest.get(id);
    latest.delete(id);
    const session = await read(id);
    const platform = session && platforms.get(session.platform);
    if (!news || !platform || signal.aborted) return;
    const cards = converse(session, { type: 'news', news }).replies;
    const passing = cards.find((reply) => reply.to === 'thread' && reply.type === 'card' && reply.passing);
    if (passing?.to !== 'thread') return;
    passedAt.set(id, clock.now());
    try {
      await platform.send(session.thread, passing);
    } catch (error) {
      // It passes by; the next card says more.
      log.warn({ err: error, book: id, message: 'progress' }, 'a message could not be sent');
    }
  };

  const pass = (id: string, news: JobNews): void => {
    const isScheduled = latest.has(id);
    latest.set(id, news);
    if (isScheduled) return;
    const wait = Math.max(0, (passedAt.get(id) ?? Number.NEGATIVE_INFINITY) + progressEvery - clock.now());
    tasks.later(wait, 'showing progress failed', () => serial.run(id, () => passNow(id)));
  };

  const say = (session: Session, message: Outbound): void => {
    const platform = platforms.get(session.platform);
    if (platform)
      tasks.start('a message could not be sent', () =>
        serial.run(session.id, () => platform.send(session.thread, message)),
      );
  };

  return { flush, pass, say };
}
