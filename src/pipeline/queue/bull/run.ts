// One job of the queue through Redis, from its lock to its end: its news are laid down before it is taken away, so that
// whenever a worker dies the job is either there or told of.
import type { Job, JobFailure, JobHandlers, JobNews } from '../../../jobs.ts';
import type { Log } from '../../../log.ts';
import type { RedisPlace } from '../../../redis.ts';
import { readToWorker } from '../child/messages.ts';
import { perform } from '../perform.ts';
import { begunKey, type Fetched, newsKey, readId } from './door.ts';

export interface RunOptions {
  readonly place: RedisPlace;
  readonly handlers: JobHandlers;
  readonly log: Pick<Log, 'warn' | 'error'>;
  /** How many workers a job may take with it before it fails with `worker-died`. */
  readonly mostDeaths: number;
  readonly signal: AbortSignal;
}

/** How long the end of a job waits in Redis for someone to hear of it. Milliseconds. */
const UNHEARD = 24 * 60 * 60 * 1000;

/** The job that lies in Redis; `undefined` when it is none. Inputs are left to their handlers. */
function readJob({ data }: Fetched): Job | undefined {
  const message = readToWorker({ type: 'run', job: data });
  return message?.type === 'run' ? message.job : undefined;
}

const failed = ({ id, book, kind }: Job, failure: JobFailure): JobNews => ({ id, book, kind, type: 'failed', failure });

/** How many workers have died while the job ran. */
export async function deathsOf(place: RedisPlace, { id = '' }: Fetched): Promise<number> {
  return Number(await place.client.get(begunKey(place, readId(id))));
}

/** Runs it with its handler, unless it has taken too many workers with it. `undefined` when the signal has stopped it. */
async function workOn(job: Job, fetched: Fetched, options: RunOptions): Promise<JobNews | undefined> {
  const { place, handlers, log, mostDeaths, signal } = options;
  const [[, begun] = []] =
    (await place.client.multi().incr(begunKey(place, job.id)).pexpire(begunKey(place, job.id), UNHEARD).exec()) ?? [];
  const times = Number(begun) - 1;
  if (times >= mostDeaths) {
    log.error({ job: job.id, book: job.book, kind: job.kind, code: 'worker-died' }, 'a job was given up');
    return failed(job, { code: 'worker-died', details: { times }, retryable: false });
  }
  let telling: Promise<unknown> = Promise.resolve();
  const onNews = (news: JobNews): void => {
    if (news.type !== 'progress') return;
    const { done, total } = news;
    // That a step could not be told is no reason to fail the job.
    telling = telling.then(() => fetched.updateProgress({ done, total })).catch(() => {});
  };
  const news = await perform(job, { handlers, log, signal, onNews });
  await telling;
  return news;
}

/** Brings it to its end, or puts it back where the signal has stopped it. */
export async function runFetched(fetched: Fetched, token: string, options: RunOptions): Promise<void> {
  const { place, log } = options;
  const { client } = place;
  const job = readJob(fetched);
  if (job === undefined) {
    log.error({ job: fetched.id }, 'what lies in the queue is no job');
    await fetched.moveToCompleted(undefined, token, false);
    return;
  }
  // A worker has done it, and died or was cut off before it could take it away.
  const isDone = (await client.exists(newsKey(place, job.id))) === 1;
  const news = isDone ? undefined : await workOn(job, fetched, options);
  if (news !== undefined) await client.set(newsKey(place, job.id), JSON.stringify(news), 'PX', UNHEARD);
  await client.del(begunKey(place, job.id));
  if (isDone || news !== undefined) await fetched.moveToCompleted(undefined, token, false);
  else await fetched.moveToWait(token);
}
