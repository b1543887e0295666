// BullMQ as this program uses it: one queue of jobs in Redis, its events, its workers who fetch by hand, and their locks.
// What lies there is spelled here; what is done with it is left to the two sides.
import { type Job as BullJob, Queue, QueueEvents, Worker } from 'bullmq';
import type { Job, JobKind } from '../../../jobs.ts';
import type { RedisPlace } from '../../../redis.ts';

/** A job as it lies in Redis, and its lock, which is this process's for as long as it is renewed. */
export type Fetched = BullJob<Job, void, JobKind>;

export interface LockTimes {
  /** How long a lock outlives its last renewal. Milliseconds. */
  readonly lockMs: number;
  /** How often jobs are looked for whose lock has run out. Milliseconds. */
  readonly stalledMs: number;
}

const NAME = 'jobs';
/** Events that are kept for a listener who was cut off. They hold ids and numbers, never words. */
const MOST_EVENTS = 1000;
/** The lowest that BullMQ knows. */
export const LOWEST_PRIORITY = 2 ** 21 - 1;

/** BullMQ takes no colons and no plain numbers. */
export const spellId = (id: string): string => `j${encodeURIComponent(id)}`;
export const readId = (spelled: string): string => decodeURIComponent(spelled.slice(1));

/** Where the news of a job's end lie, apart from the job, so that words are forgotten in time. */
export const newsKey = ({ prefix }: RedisPlace, id: string): string => `${prefix}:news:${spellId(id)}`;
/** How many workers have begun the job and not ended it. */
export const begunKey = ({ prefix }: RedisPlace, id: string): string => `${prefix}:begun:${spellId(id)}`;
export const jobKey = ({ prefix }: RedisPlace, id: string): string => `${prefix}:${NAME}:${spellId(id)}`;

const common = ({ client, prefix }: RedisPlace) => ({ connection: client, prefix, skipVersionCheck: true });

/** The faults of connections are told by the connection that all share. */
const quiet = <T extends { on(event: 'error', listener: () => void): unknown }>(emitter: T): T => {
  emitter.on('error', () => {});
  return emitter;
};

export function openJobs(place: RedisPlace) {
  const queue = quiet(
    new Queue<Job, void, JobKind>(NAME, { ...common(place), streams: { events: { maxLen: MOST_EVENTS } } }),
  );
  const at = (part: string): string => `${place.prefix}:${NAME}:${part}`;
  /** What would be fetched next: jobs of workers who died go before all others. */
  const headId = async (): Promise<string | undefined> => {
    const [stalled] = await place.client.lrange(at('wait'), '-1', '-1');
    if (stalled !== undefined) return stalled;
    const [first] = await place.client.zrange(at('prioritized'), '0', '0');
    return first;
  };
  return {
    /** One with a known id changes nothing. Those with a lower number go first. */
    add: async (job: Job, priority: number): Promise<void> => {
      await queue.add(job.kind, job, { jobId: spellId(job.id), priority, removeOnComplete: true, removeOnFail: true });
    },
    /** The number under which the next waits; `undefined` when none waits. */
    headPriority: async (): Promise<number | undefined> => {
      const [, score] = await place.client.zrange(at('prioritized'), '0', '0', 'WITHSCORES');
      // The lower half of a score counts those of one priority.
      return score === undefined ? undefined : Math.floor(Number(score) / 2 ** 32);
    },
    headKind: async (): Promise<string | undefined> => {
      const id = await headId();
      return id === undefined ? undefined : ((await place.client.hget(at(id), 'name')) ?? undefined);
    },
    close: () => queue.close(),
  };
}

export interface JobEvents {
  readonly onProgress: (id: string, progress: unknown) => void;
  /** A job has come to an end, whichever. */
  readonly onEnd: (id: string) => void;
}

export function listenToJobs(place: RedisPlace, { onProgress, onEnd }: JobEvents): { close(): Promise<void> } {
  // From the oldest that is kept: events of jobs that nobody waits for are nothing to anybody.
  const events = quiet(new QueueEvents(NAME, { ...common(place), lastEventId: '0' }));
  events.on('progress', ({ jobId, data }) => onProgress(readId(jobId), data));
  events.on('completed', ({ jobId }) => onEnd(readId(jobId)));
  events.on('failed', ({ jobId }) => onEnd(readId(jobId)));
  return { close: () => events.close() };
}

export function openFetcher(place: RedisPlace, { lockMs, stalledMs }: LockTimes) {
  const worker = quiet(
    new Worker<Job, void, JobKind>(NAME, null, {
      ...common(place),
      autorun: false,
      lockDuration: lockMs,
      stalledInterval: stalledMs,
      // How often a job may take a worker with it is counted apart, see `serve.ts`.
      maxStalledCount: Number.MAX_SAFE_INTEGER,
    }),
  );
  return {
    lookForStalled: () => worker.startStalledCheckTimer(),
    /** Waits a few seconds for one when `block` is set. */
    fetch: (token: string, block: boolean): Promise<Fetched | undefined> => worker.getNextJob(token, { block }),
    /** Without waiting for a fetch that waits. */
    close: () => worker.close(true),
  };
}

/** Renews locks; no more is done with this one. */
export function openLocks(place: RedisPlace) {
  const worker = quiet(new Worker(NAME, null, { ...common(place), autorun: false }));
  return (ids: readonly string[], tokens: readonly string[], lockMs: number) =>
    worker.extendJobLocks([...ids], [...tokens], lockMs);
}
