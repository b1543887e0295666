// The worker's side: takes jobs from its parent, runs them with their handlers, and tells how they went.
// How many run at once, in which order, and what happens when this process dies is left to the parent.
import type { Job, JobHandlers, JobNews } from '../../../jobs.ts';
import type { Log } from '../../../log.ts';
import { perform } from '../perform.ts';
import { joinParent } from './parent.ts';

export interface ServeOptions {
  readonly handlers: JobHandlers;
  readonly log: Pick<Log, 'error' | 'warn'>;
  /** This process. */
  readonly self: NodeJS.Process;
}

/**
 * Serves until the parent says stop or is gone, and ends the process then.
 * @throws TypeError in a process that no queue has started.
 */
export function serveJobs({ handlers, log, self }: ServeOptions): void {
  const stopping = new AbortController();
  const running = new Set<Promise<void>>();
  const onNews = (news: JobNews): void => tell({ type: 'news', news });
  const onRun = (job: Job): void => {
    const work: Promise<void> = perform(job, { handlers, log, signal: stopping.signal, onNews }).then((news) => {
      running.delete(work);
      if (news !== undefined) onNews(news);
    });
    running.add(work);
  };
  const onStop = async (): Promise<void> => {
    stopping.abort();
    await Promise.all(running);
  };
  const { tell } = joinParent({ log, self, onRun, onStop });
  tell({ type: 'ready' });
}
