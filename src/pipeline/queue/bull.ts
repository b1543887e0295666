// The queue through Redis, the side that hands in and hears: jobs are carried by BullMQ to workers on any machine.
// What they made lies in Redis until it was heard, so that this process may end meanwhile. The workers are in `bull/serve.ts`.
import { TalesError } from '../../errors.ts';
import type { Job, JobNews, JobQueue } from '../../jobs.ts';
import type { Log } from '../../log.ts';
import { answered, type RedisPlace, unlessAway } from '../../redis.ts';
import { countWorkers } from '../../redis-crew.ts';
import { createAnnouncer } from './announce.ts';
import { jobKey, LOWEST_PRIORITY, listenToJobs, newsKey, openJobs } from './bull/door.ts';
import { createFairOrder } from './bull/fair.ts';
import { readNews } from './child/messages.ts';
import { throughJson } from './perform.ts';

export interface BullQueueOptions {
  readonly place: RedisPlace;
  readonly log: Pick<Log, 'warn' | 'error'>;
  /** How often it is looked how jobs are, besides being told: a server may forget. Milliseconds. Default 5000. */
  readonly lookEvery?: number;
}

/** How long what was done is remembered once it was told, so that it is not done again. Milliseconds. */
const REMEMBERED = 60 * 60 * 1000;

/** After so many looks: a worker takes its time to start. */
const MOST_ALONE = 6;
/** How long an answer is waited for; whoever hands a job in waits as long at most. Milliseconds. */
const PATIENCE = 2000;

/** What lies in Redis about a job's end: `gone` when it knows neither the job nor its end. */
async function look(place: RedisPlace, job: Job): Promise<JobNews | 'known' | 'gone' | 'garbled'> {
  const { client } = place;
  // Together, because a worker writes the news before it removes the job.
  const answers = await client.multi().get(newsKey(place, job.id)).exists(jobKey(place, job.id)).exec();
  const [[, text] = [], [, isThere] = []] = answers ?? [];
  if (typeof text !== 'string') return isThere === 1 ? 'known' : 'gone';
  const news = readNews(text);
  const isAbout = news !== undefined && news.id === job.id && news.kind === job.kind && news.type !== 'progress';
  return isAbout ? { ...news, book: job.book } : 'garbled';
}

const GARBLED = { code: 'unexpected', details: {}, retryable: false } as const;

/** Jobs in the order in which books take turns. */
function createEntrance(place: RedisPlace) {
  const jobs = openJobs(place);
  const order = createFairOrder(LOWEST_PRIORITY);
  let last: Promise<unknown> = Promise.resolve();
  return {
    /** One after another, so that each sees who waits. `isWanted` is asked when its turn has come. */
    push(job: Job, isWanted: () => boolean): Promise<void> {
      const entered = last.then(async () => {
        if (!isWanted()) return;
        await jobs.add(job, order.numberFor(job.book, await jobs.headPriority()));
      });
      last = entered.catch(() => {});
      return entered;
    },
    close: () => jobs.close(),
  };
}

/** Says once when work waits and nobody is there to do it. */
function createLookout(place: RedisPlace, log: Pick<Log, 'warn'>) {
  let times = 0;
  return async (): Promise<void> => {
    if (place.client.status !== 'ready') return;
    // Whatever is wrong with the answer is told about the jobs themselves.
    const count = await answered(place.url, () => countWorkers(place), PATIENCE).catch(() => undefined);
    times = count === 0 ? times + 1 : 0;
    if (times === MOST_ALONE) log.warn('work waits, and no worker is there to do it');
  };
}

export function createBullQueue({ place, log, lookEvery = 5000 }: BullQueueOptions): JobQueue {
  const { client } = place;
  const { tell, listen } = createAnnouncer(log);
  const entrance = createEntrance(place);
  /** Handed in here, and their end not yet told. */
  const owed = new Map<string, Job>();
  let isClosed = false;

  /** Tells the end of a job, once, and lets it be tried again if it failed. */
  const end = async (job: Job, news: JobNews): Promise<void> => {
    if (owed.get(job.id) !== job) return;
    owed.delete(job.id);
    // Before it is told, because a listener may add the same job at once.
    if (news.type === 'failed') await client.del(newsKey(place, job.id));
    else await client.pexpire(newsKey(place, job.id), REMEMBERED);
    tell(news);
  };

  const settle = async (job: Job): Promise<void> => {
    const isWanted = (): boolean => owed.get(job.id) === job && !isClosed;
    const found = await look(place, job);
    if (found === 'known' || !isWanted()) return;
    if (found === 'gone') return entrance.push(job, isWanted);
    if (found !== 'garbled') return end(job, found);
    const { id, book, kind } = job;
    log.error({ job: id, book, kind }, 'a worker says what no worker says');
    await end(job, { id, book, kind, type: 'failed', failure: GARBLED });
  };
  /** What cannot be asked now is asked at the next look. */
  const trySettling = async (job: Job): Promise<void> => {
    if (client.status !== 'ready') return;
    try {
      await answered(place.url, () => settle(job), PATIENCE);
    } catch (error) {
      if (!isClosed) log.warn({ err: error, job: job.id }, 'the queue does not answer');
    }
  };

  const events = listenToJobs(place, {
    onProgress(id, progress) {
      const job = owed.get(id);
      const news = job && readNews({ ...Object(progress), id, book: job.book, kind: job.kind, type: 'progress' });
      if (news !== undefined) tell(news);
    },
    onEnd(id) {
      const job = owed.get(id);
      if (job !== undefined) void trySettling(job);
    },
  });
  const lookForWorkers = createLookout(place, log);
  let isLooking = false;
  const lookAtAll = async (): Promise<void> => {
    if (isLooking || owed.size === 0) return;
    isLooking = true;
    for (const job of owed.values()) await trySettling(job);
    await lookForWorkers();
    isLooking = false;
  };
  const timer = setInterval(lookAtAll, lookEvery);

  return {
    listen,
    async add(given) {
      if (isClosed) throw new TalesError('cancelled', {});
      const job = throughJson(given);
      if (owed.has(job.id)) return;
      owed.set(job.id, job);
      await trySettling(job);
    },
    async close() {
      if (isClosed) return;
      isClosed = true;
      clearInterval(timer);
      owed.clear();
      await unlessAway(place, Promise.all([events.close(), entrance.close()]));
    },
  };
}
