// What can be seen in Redis of a job and of those who work: read, looked at before it is believed, and left as it is.
import type { Job, JobNews } from '../../../jobs.ts';
import type { Log } from '../../../log.ts';
import { answered, type RedisPlace } from '../../../redis.ts';
import { countWorkers } from '../../../redis-crew.ts';
import { readNews } from '../child/messages.ts';
import { jobKey, newsKey } from './door.ts';

/** How long an answer is waited for; whoever hands a job in waits as long at most. Milliseconds. */
export const PATIENCE = 2000;
/** After so many looks without a worker it is said: one takes its time to start. */
const MOST_ALONE = 6;

/** What lies in Redis about a job's end: `gone` when it knows neither the job nor its end. */
export async function look(place: RedisPlace, job: Job): Promise<JobNews | 'known' | 'gone' | 'garbled'> {
  const { client } = place;
  // Together, because a worker writes the news before it removes the job.
  const answers = await client.multi().get(newsKey(place, job.id)).exists(jobKey(place, job.id)).exec();
  const [[, text] = [], [, isThere] = []] = answers ?? [];
  if (typeof text !== 'string') return isThere === 1 ? 'known' : 'gone';
  const news = readNews(text);
  const isAbout = news !== undefined && news.id === job.id && news.kind === job.kind && news.type !== 'progress';
  return isAbout ? { ...news, book: job.book } : 'garbled';
}

/** Says once when work waits and nobody is there to do it; to be called while work waits. */
export function createLookout(place: RedisPlace, log: Pick<Log, 'warn'>): () => Promise<void> {
  let times = 0;
  return async () => {
    if (place.client.status !== 'ready') return;
    // Whatever is wrong with the answer is told about the jobs themselves.
    const count = await answered(place.url, () => countWorkers(place), PATIENCE).catch(() => undefined);
    times = count === 0 ? times + 1 : 0;
    if (times === MOST_ALONE) log.warn('work waits, and no worker is there to do it');
  };
}
