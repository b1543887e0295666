// The queue through Redis, the side that hands in and hears: jobs are carried by BullMQ to workers on any machine.
// What they made lies in Redis until it was heard, so that this process may end meanwhile. The workers are in `bull/serve.ts`.
import { TalesError } from '../../errors.ts';
import type { Job, JobNews, JobQueue } from '../../jobs.ts';
import type { Log } from '../../log.ts';
import { type RedisPlace, unlessAway } from '../../redis.ts';
import { createAnnouncer } from './announce.ts';
import { listenToJobs } from './bull/door.ts';
import { createLookout } from './bull/look.ts';
import { createSettler, type Settler } from './bull/settle.ts';
import { readNews } from './child/messages.ts';
import { throughJson } from './perform.ts';

export interface BullQueueOptions {
  readonly place: RedisPlace;
  readonly log: Pick<Log, 'warn' | 'error'>;
  /** How often it is looked how jobs are, besides being told: a server may forget. Milliseconds. Default 5000. */
  readonly lookEvery?: number;
}

interface Hearing extends Pick<Settler, 'settle'> {
  readonly owed: ReadonlyMap<string, Job>;
  readonly tell: (news: JobNews) => void;
}

/** Hears what workers tell while it happens. */
const hear = (place: RedisPlace, { owed, tell, settle }: Hearing) =>
  listenToJobs(place, {
    onProgress(id, progress) {
      const job = owed.get(id);
      const news = job && readNews({ ...Object(progress), id, book: job.book, kind: job.kind, type: 'progress' });
      if (news !== undefined) tell(news);
    },
    onEnd(id) {
      const job = owed.get(id);
      if (job !== undefined) void settle(job);
    },
  });

/** Looks now and again at all that is owed. Returns how to end that. */
function lookAgain(work: () => Promise<void>, lookEvery: number): () => void {
  let isLooking = false;
  const look = async (): Promise<void> => {
    if (isLooking) return;
    isLooking = true;
    await work();
    isLooking = false;
  };
  const timer = setInterval(look, lookEvery);
  return () => clearInterval(timer);
}

export function createBullQueue({ place, log, lookEvery = 5000 }: BullQueueOptions): JobQueue {
  const { tell, listen } = createAnnouncer(log);
  const owed = new Map<string, Job>();
  const settler = createSettler({ place, log, tell, owed });
  const { settle } = settler;
  const events = hear(place, { owed, tell, settle });
  const lookForWorkers = createLookout(place, log);
  const stopLooking = lookAgain(async () => {
    for (const job of owed.values()) await settle(job);
    if (owed.size > 0) await lookForWorkers();
  }, lookEvery);
  let isClosed = false;

  return {
    listen,
    async add(given) {
      if (isClosed) throw new TalesError('cancelled', {});
      const job = throughJson(given);
      if (owed.has(job.id)) return;
      owed.set(job.id, job);
      await settle(job);
    },
    async close() {
      if (isClosed) return;
      isClosed = true;
      stopLooking();
      owed.clear();
      await unlessAway(place, Promise.all([events.close(), settler.close()]));
    },
  };
}
