// A house around the host: stores, bytes and a queue that outlive it, so that it can be killed and started again.

import { memoryBlobs } from '../../src/blobs.ts';
import type { Classroom } from '../../src/bots/classroom/facts.ts';
import type { Clock } from '../../src/bots/clock.ts';
import type { Session } from '../../src/bots/conversation/session.ts';
import { createHost, type HostOptions } from '../../src/bots/host.ts';
import type { Job, JobHandlers } from '../../src/jobs.ts';
import { createInlineQueue } from '../../src/pipeline/queue/inline.ts';
import { memoryStores } from '../../src/store.ts';
import { scriptedHandlers, scriptedPages } from '../contracts/scripted-handlers.ts';
import { createFakePlatform, createService, type FakeOptions } from '../fakes/platform.ts';

/** Time that stands still until it is told to go on. */
export function createFakeClock() {
  let now = 0;
  let timers: { readonly at: number; readonly action: () => void }[] = [];
  const clock: Clock = {
    now: () => now,
    after(milliseconds, action) {
      const timer = { at: now + milliseconds, action };
      timers.push(timer);
      return () => {
        timers = timers.filter((other) => other !== timer);
      };
    },
  };
  return {
    clock,
    get waiting() {
      return timers.length;
    },
    pass(milliseconds: number) {
      now += milliseconds;
      const due = timers.filter(({ at }) => at <= now);
      timers = timers.filter(({ at }) => at > now);
      for (const { action } of due) action();
    },
  };
}

export function createWorld(overrides: Partial<JobHandlers> = {}) {
  const sessions = memoryStores().open<Session>({ namespace: 'sessions' });
  const classrooms = memoryStores().open<Classroom>({ namespace: 'classrooms' });
  const blobs = memoryBlobs();
  const service = createService();
  const logged: unknown[] = [];
  const log = {
    error: (...line: unknown[]) => void logged.push(line),
    warn: () => {},
    info: () => {},
  } as unknown as HostOptions['log'];
  const ran: string[] = [];
  const handlers: JobHandlers = {
    ...scriptedHandlers,
    async receive(input, context) {
      const output = await scriptedHandlers.receive(input, context);
      await blobs.put(input.keep, new Uint8Array([1]));
      await blobs.put(output.thumbnail.key, new Uint8Array([1]));
      return output;
    },
    async write({ manuscript, wanted }) {
      const text = (index: number): string => `${manuscript.scenes[index]?.fields.name}의 쪽`;
      return {
        told: wanted.map((index) => ({ text: text(index), locale: 'ko', source: { kind: 'rules', engine: 'x' } })),
      };
    },
    async print({ book }) {
      const name = `books/${book.pages.length}`;
      const pdf = { key: `${name}.pdf`, mediaType: 'application/pdf', size: 1 };
      const pages = scriptedPages(name);
      for (const { key } of [pdf, ...pages]) await blobs.put(key, new Uint8Array([2]));
      return { pdf, pages, notes: [] };
    },
    ...overrides,
  };

  /** One life of the program, with a queue of its own. */
  function live(fake: Partial<FakeOptions> = {}, more: Partial<HostOptions> = {}) {
    const time = createFakeClock();
    const platform = createFakePlatform({ service, ...fake });
    const inner = createInlineQueue({ handlers, log });
    const queue = {
      ...inner,
      add: (job: Job) => {
        ran.push(job.kind);
        return inner.add(job);
      },
    };
    const host = createHost({
      platforms: [platform],
      sessions,
      classrooms,
      blobs,
      queue,
      limits: { bytes: 1000 },
      log,
      clock: time.clock,
      retryDelays: [10, 20],
      progressEvery: 1000,
      ...more,
    });
    return { host, platform, time, queue };
  }
  const books = () => service.messages.filter(({ shows }) => shows.type === 'book');
  const card = () => {
    const last = service.messages.map(({ shows }) => shows).findLast(({ type }) => type === 'card');
    if (last?.type !== 'card') throw new Error('there is no card');
    return last.card;
  };
  return { sessions, classrooms, blobs, service, logged, ran, live, books, card };
}
