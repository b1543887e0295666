// Keeps one worker alive as long as there is work: starts it when it is needed, and again, after a pause, when it dies.
// Which jobs it runs is left to the queue.
import type { Job, JobNews } from '../../../jobs.ts';
import { type Backoff, pauseAfter } from './backoff.ts';
import { startWorkerProcess, type WorkerProcess, type WorkerProcessOptions } from './worker-process.ts';

export interface SupervisorOptions extends WorkerProcessOptions {
  readonly restart: Backoff;
  readonly random: () => number;
}

export interface SupervisorEvents {
  /** A worker is ready for jobs, and has none. */
  readonly onReady: () => void;
  readonly onNews: (news: JobNews) => void;
  /** A worker has died: 0 when it was ready, else how many in a row have died before they were. */
  readonly onDeath: (failedStarts: number) => void;
  /** Whether a worker that has died is to be followed by another. */
  readonly isNeeded: () => boolean;
}

export interface Supervisor {
  /** Starts a worker, unless one is there or on its way. */
  wake(): void;
  /** Has no effect before `onReady`. */
  run(job: Job): void;
  /** The worker breaks its promises: ends it, as if it had died by itself. */
  kill(reason: string): void;
  /** A job has come to its end: the worker works. */
  praise(): void;
  /** Stops the worker for good. */
  close(): Promise<void>;
}

export function createSupervisor(options: SupervisorOptions, events: SupervisorEvents): Supervisor {
  let worker: WorkerProcess | undefined;
  let pause: NodeJS.Timeout | undefined;
  let isClosed = false;
  let deaths = 0;
  let failedStarts = 0;

  const onReady = (): void => {
    failedStarts = 0;
    if (!isClosed) events.onReady();
  };
  const onEnd = (): void => {
    worker = undefined;
    if (isClosed) return;
    deaths += 1;
    pause = setTimeout(
      () => {
        pause = undefined;
        if (events.isNeeded()) wake();
      },
      pauseAfter(deaths, options.restart, options.random),
    );
    events.onDeath(failedStarts);
  };
  const wake = (): void => {
    if (worker !== undefined || pause !== undefined || isClosed) return;
    failedStarts += 1;
    try {
      worker = startWorkerProcess(options, { onReady, onEnd, onNews: events.onNews });
    } catch (error) {
      options.log.error({ err: error }, 'no worker can be started');
      onEnd();
    }
  };

  return {
    wake,
    run: (job) => worker?.run(job),
    kill: (reason) => worker?.kill(reason),
    praise: () => {
      deaths = 0;
    },
    async close() {
      isClosed = true;
      clearTimeout(pause);
      await worker?.stop();
    },
  };
}
