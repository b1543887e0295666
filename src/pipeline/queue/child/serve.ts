// The worker's side: takes jobs from its parent, runs them with their handlers, and tells how they went.
// How many run at once, in which order, and what happens when this process dies is left to the parent.
import { Worker } from 'node:worker_threads';
import type { Job, JobHandlers, JobNews } from '../../../jobs.ts';
import type { Log } from '../../../log.ts';
import { perform } from '../perform.ts';
import { type FromWorker, readToWorker, type ToWorker } from './messages.ts';

export interface ServeOptions {
  readonly handlers: JobHandlers;
  readonly log: Pick<Log, 'error' | 'warn'>;
  /** This process. */
  readonly self: NodeJS.Process;
}

/** Those that a terminal or a service manager sends to every process of a program: the parent decides what follows. */
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** From here on the process ends with its parent, whatever its main thread does. */
function holdLifeline({ self, log }: ServeOptions): void {
  const thread = new Worker(new URL('./lifeline.ts', import.meta.url));
  thread.on('error', (error) => {
    log.error({ err: error }, 'the worker would outlive its parent');
    self.exit(1);
  });
  thread.unref();
}

/** Says things to the parent, and when all that was said has left this process. */
function createMouth(self: NodeJS.Process) {
  const leaving = new Set<Promise<void>>();
  const tell = (message: FromWorker): void => {
    const left: Promise<void> = new Promise<void>((resolve) => {
      // A parent that cannot be reached is gone, and `disconnect` follows.
      self.send?.(message, undefined, undefined, () => resolve());
    }).then(() => void leaving.delete(left));
    leaving.add(left);
  };
  return { tell, silence: () => Promise.all(leaving) };
}

/**
 * Serves until the parent says stop or is gone, and ends the process then.
 * @throws TypeError in a process that no queue has started.
 */
export function serveJobs(options: ServeOptions): void {
  const { handlers, log, self } = options;
  if (self.send === undefined) throw new TypeError('a worker is started by a queue');
  const { tell, silence } = createMouth(self);
  const stopping = new AbortController();
  const running = new Set<Promise<void>>();
  const onNews = (news: JobNews): void => tell({ type: 'news', news });

  const run = (job: Job): void => {
    const work: Promise<void> = perform(job, { handlers, log, signal: stopping.signal, onNews }).then((news) => {
      running.delete(work);
      if (news !== undefined) onNews(news);
    });
    running.add(work);
  };
  const stop = async (): Promise<void> => {
    stopping.abort();
    await Promise.all(running);
    await silence();
    self.exit(0);
  };
  const hear = (message: ToWorker): void => {
    if (message.type === 'run') run(message.job);
    else if (message.type === 'ping') tell({ type: 'alive' });
    else void stop();
  };

  for (const signal of SIGNALS) self.on(signal, () => {});
  self.on('uncaughtException', (error) => {
    log.error({ err: error }, 'the worker failed');
    self.exit(1);
  });
  self.on('disconnect', () => self.exit(0));
  self.on('message', (value) => {
    const message = readToWorker(value);
    if (message === undefined) throw new TypeError('the parent says what no queue says');
    hear(message);
  });
  holdLifeline(options);
  tell({ type: 'ready' });
}
