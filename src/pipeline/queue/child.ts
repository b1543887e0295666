// The queue whose jobs run in a worker process, so that models and rendering never keep the talking process waiting.
// A worker that dies is followed by another, which runs again what was owed; a job that takes every worker with it fails.
// What has been done is forgotten when this process ends; the sessions still owe the rest.
import { TalesError } from '../../errors.ts';
import type { Job, JobFailure, JobNews, JobQueue } from '../../jobs.ts';
import type { Log } from '../../log.ts';
import { createAnnouncer } from './announce.ts';
import { PROCESS_DEFAULTS, type ProcessOptions } from './child/defaults.ts';
import { createOwed, type Owed, type Together } from './child/owed.ts';
import { createSupervisor, type Supervisor } from './child/supervisor.ts';
import { createLedger, type Ledger } from './ledger.ts';
import { throughJson } from './perform.ts';

export interface ChildQueueOptions extends Partial<ProcessOptions> {
  /** The file that the worker runs. It calls `serveJobs`. */
  readonly module: string | URL;
  /** The worker's environment, whole: what is not in it, the worker cannot give away. */
  readonly env: NodeJS.ProcessEnv;
  readonly log: Pick<Log, 'warn' | 'error'>;
  /** How many jobs the worker runs at once. Default 1: a model uses every core by itself. */
  readonly concurrency?: number;
  /** Kinds of jobs that run beside others of their kind, up to so many. Default none. */
  readonly together?: Together;
  /** Kinds whose work is done by a service: they run beside all others, up to so many of each. Default none. */
  readonly elsewhere?: Together;
  /** How many finished jobs are remembered, so that they are not done again. Default 500. */
  readonly remembered?: number;
  /** How many workers a job may take with it before it fails with `worker-died`. Default 3. */
  readonly mostDeaths?: number;
  /** After so many workers in a row that never became ready, all jobs fail with `worker-not-started`. Default 5. */
  readonly mostStarts?: number;
}

const DEFAULTS = {
  concurrency: 1,
  together: {} as Together,
  elsewhere: {} as Together,
  remembered: 500,
  mostDeaths: 3,
  mostStarts: 5,
  ...PROCESS_DEFAULTS,
} as const;

const COUNTS = ['concurrency', 'remembered', 'mostDeaths', 'mostStarts'] as const;

function checkCounts(options: Readonly<Record<(typeof COUNTS)[number], number>>): void {
  for (const name of COUNTS) {
    const value = options[name];
    if (!Number.isSafeInteger(value) || value < 1) throw new RangeError(`${name} must be a whole number above 0`);
  }
}

interface Books {
  readonly owed: Owed;
  readonly ledger: Ledger;
  readonly tell: (news: JobNews) => void;
  readonly log: Pick<Log, 'error'>;
}

/** Brings jobs to their end, one way or the other. */
function createEnding({ owed, ledger, tell, log }: Books) {
  const end = (news: JobNews): void => {
    owed.finish(news.id);
    // Before it is told, because a listener may add the same job at once.
    ledger.close(news);
    tell(news);
  };
  const giveUp = (jobs: readonly Job[], failure: JobFailure): void => {
    for (const { id, book, kind } of jobs) {
      log.error({ job: id, book, kind, code: failure.code }, 'a job was given up');
      end({ id, book, kind, type: 'failed', failure });
    }
  };
  return { end, giveUp };
}

type Settled = Required<ChildQueueOptions>;

/** Joins what is owed with the worker that does it. */
function superviseJobs(options: Settled, books: Books): Supervisor & { readonly fill: () => void } {
  const { owed, tell } = books;
  const { end, giveUp } = createEnding(books);
  const fill = (): void => {
    for (let job = owed.start(); job !== undefined; job = owed.start()) supervisor.run(job);
  };
  const onReady = (): void => {
    for (const job of owed.allRunning()) supervisor.run(job);
  };
  const onNews = (news: JobNews): void => {
    const job = owed.running(news.id);
    if (job?.kind !== news.kind) {
      supervisor.kill('it tells of a job that it was not given');
    } else if (news.type === 'progress') {
      tell({ ...news, book: job.book });
    } else {
      supervisor.praise();
      end({ ...news, book: job.book });
      fill();
    }
  };
  const onDeath = (failedStarts: number): void => {
    if (failedStarts === 0) {
      const times = options.mostDeaths;
      giveUp(owed.interrupt(), { code: 'worker-died', details: { times }, retryable: false });
      fill();
    } else if (failedStarts >= options.mostStarts) {
      giveUp(owed.drain(), { code: 'worker-not-started', details: { times: failedStarts }, retryable: true });
    }
  };
  const supervisor = createSupervisor(options, { onReady, onNews, onDeath, isNeeded: () => !owed.isEmpty() });
  return { ...supervisor, fill };
}

/**
 * The worker is started with the first job.
 * @throws RangeError for a count that is none.
 */
export function createChildQueue(given: ChildQueueOptions): JobQueue {
  const options: Settled = { ...DEFAULTS, ...given };
  checkCounts(options);
  const { tell, listen } = createAnnouncer(options.log);
  const ledger = createLedger(options.remembered);
  const owed = createOwed(options);
  const supervisor = superviseJobs(options, { owed, ledger, tell, log: options.log });
  let isClosed = false;

  const add = async (given: Job): Promise<void> => {
    if (isClosed) throw new TalesError('cancelled', {});
    const job = throughJson(given);
    const entry = ledger.enter(job.id);
    if (entry === 'known') return;
    if (entry !== 'new') return tell(entry);
    owed.push(job);
    supervisor.wake();
    supervisor.fill();
  };

  const close = async (): Promise<void> => {
    isClosed = true;
    // What waits is not to be started by a job that ends meanwhile.
    owed.clear();
    await supervisor.close();
  };

  return { add, listen, close };
}
