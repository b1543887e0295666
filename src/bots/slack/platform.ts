// Slack as a chat service: starts, sends, and stops what runs. Its parts are put together in `assembly.ts`.
import type { Blobs } from '../../blobs.ts';
import type { Config, SlackConfig } from '../../config.ts';
import { TalesError } from '../../errors.ts';
import type { Log } from '../../log.ts';
import type { Stores } from '../../store.ts';
import type { Locale } from '../../story.ts';
import { type Clock, systemClock } from '../clock.ts';
import { createTasks } from '../tasks.ts';
import type { Platform } from '../types.ts';
import { assemble, type Running } from './assembly.ts';
import { SERVICE } from './faults.ts';
import { TIMES } from './limits.ts';
import { openMemory } from './memory.ts';
import { readChannel, readThread } from './thread.ts';
import { SLACK_WORDS } from './wording.ts';

export interface SlackOptions {
  readonly config: Config;
  readonly blobs: Pick<Blobs, 'get'>;
  readonly stores: Pick<Stores, 'open'>;
  readonly log: Log;
  readonly announce: (line: string) => void;
  /** The language of whoever started the program. */
  readonly locale: Locale;
  readonly clock?: Clock;
  readonly fetch?: typeof fetch;
  /** Least time between two edits of one card, in milliseconds. Default 2000. */
  readonly betweenEdits?: number;
  /** How long to wait before a thread is caught up with again after that failed, in milliseconds; the last for ever. */
  readonly catchUpDelays?: readonly number[];
}

const DAY = 24 * 60 * 60 * 1000;

/** Where Slack has to be able to reach this program, and where people install the bot. */
const pathsOf = ({ way, access }: SlackConfig): readonly string[] => [
  ...(way.mode === 'http' ? ['/slack/events'] : []),
  ...(access.kind === 'install' ? ['/slack/install'] : []),
];

/** Work that stopping waits for. */
function createFollowing() {
  const underWay = new Set<Promise<unknown>>();
  return {
    follow: <T>(work: Promise<T>): Promise<T> => {
      underWay.add(work);
      const done = (): void => void underWay.delete(work);
      work.then(done, done);
      return work;
    },
    settled: () => Promise.allSettled(underWay),
  };
}

export function createSlack(options: SlackOptions, slack: SlackConfig): Platform {
  const { config, blobs, stores, log, announce, locale, clock = systemClock } = options;
  const tasks = createTasks(clock, log);
  const following = createFollowing();
  const parts = {
    config,
    slack,
    blobs,
    log,
    memory: openMemory(stores, config.retentionDays * DAY),
    installations: stores.open<never>({ namespace: 'slack-installations' }),
    clock,
    fetch: options.fetch ?? fetch,
    betweenEdits: options.betweenEdits ?? TIMES.betweenEdits,
    tasks,
    catchUpDelays: options.catchUpDelays,
    follow: following.follow,
  };
  let running: Running | undefined;
  return {
    name: 'slack',
    async start(reception) {
      const fresh = assemble(parts, reception);
      try {
        const { port } = await fresh.connection.open();
        if (port !== undefined) announce(SLACK_WORDS[locale].listening(`http://localhost:${port}`, pathsOf(slack)));
      } catch (error) {
        await fresh.connection.close();
        throw error;
      }
      running = fresh;
      await fresh.resume();
    },
    async send(place, message) {
      if (!running) throw new TalesError('service-unreachable', { service: SERVICE }, { retryable: true });
      return message.to === 'class'
        ? running.sendToClass(readChannel(place), message)
        : running.send(readThread(place), message);
    },
    async stop() {
      const stopped = tasks.stop();
      await running?.connection.close();
      await Promise.all([following.settled(), stopped]);
      running = undefined;
    },
  };
}
