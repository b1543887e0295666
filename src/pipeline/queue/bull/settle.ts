// Brings jobs that were handed in to their end as Redis tells it: told once, handed in again when Redis has forgotten
// them, and looked at again later when Redis does not answer.
import { isAside, type Job, type JobNews } from '../../../jobs.ts';
import type { Log } from '../../../log.ts';
import { answered, type RedisPlace } from '../../../redis.ts';
import { LOWEST_PRIORITY, newsKey, openJobs } from './door.ts';
import { createFairOrder } from './fair.ts';
import { look, PATIENCE } from './look.ts';

export interface SettlerOptions {
  readonly place: RedisPlace;
  readonly log: Pick<Log, 'warn' | 'error'>;
  readonly tell: (news: JobNews) => void;
  /** Handed in, and their end not yet told, by their ids. */
  readonly owed: Map<string, Job>;
}

export interface Settler {
  /** Sees to a job as far as Redis lets it now. Never rejects. */
  settle(job: Job): Promise<void>;
  close(): Promise<void>;
}

/** How long what was done is remembered once it was told, so that it is not done again. Milliseconds. */
const REMEMBERED = 60 * 60 * 1000;
const GARBLED = { code: 'unexpected', details: {}, retryable: false } as const;

/** Jobs in the order in which books take turns. */
function createEntrance(place: RedisPlace) {
  const jobs = openJobs(place);
  const order = createFairOrder(LOWEST_PRIORITY - 1);
  let last: Promise<unknown> = Promise.resolve();
  return {
    /** One after another, so that each sees who waits. `isWanted` is asked when its turn has come. */
    push(job: Job, isWanted: () => boolean): Promise<void> {
      const entered = last.then(async () => {
        if (!isWanted()) return;
        // Help waits until no book waits for anything.
        if (isAside(job.kind)) return jobs.add(job, LOWEST_PRIORITY);
        const head = await jobs.headPriority();
        await jobs.add(job, order.numberFor(job.book, head === LOWEST_PRIORITY ? undefined : head));
      });
      last = entered.catch(() => {});
      return entered;
    },
    close: () => jobs.close(),
  };
}

export function createSettler({ place, log, tell, owed }: SettlerOptions): Settler {
  const { client } = place;
  const entrance = createEntrance(place);
  const isOwed = (job: Job): boolean => owed.get(job.id) === job;

  /** Tells the end of a job, once, and lets it be tried again if it failed. */
  const end = async (job: Job, news: JobNews): Promise<void> => {
    owed.delete(job.id);
    try {
      // Before it is told, because a listener may add the same job at once.
      if (news.type === 'failed') await client.del(newsKey(place, job.id));
      else await client.pexpire(newsKey(place, job.id), REMEMBERED);
    } catch (error) {
      // Not told yet: it is seen to again.
      if (!owed.has(job.id)) owed.set(job.id, job);
      throw error;
    }
    tell(news);
  };
  const see = async (job: Job): Promise<void> => {
    const found = await look(place, job);
    if (found === 'known' || !isOwed(job)) return;
    if (found === 'gone') return entrance.push(job, () => isOwed(job));
    if (found !== 'garbled') return end(job, found);
    const { id, book, kind } = job;
    log.error({ job: id, book, kind }, 'a worker says what no worker says');
    await end(job, { id, book, kind, type: 'failed', failure: GARBLED });
  };

  return {
    async settle(job) {
      if (client.status !== 'ready') return;
      try {
        await answered(place.url, () => see(job), PATIENCE);
      } catch (error) {
        if (isOwed(job)) log.warn({ err: error, job: job.id }, 'the queue does not answer');
      }
    },
    close: () => entrance.close(),
  };
}
