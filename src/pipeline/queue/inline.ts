// The queue inside one process: for tests, for the command line, and inside the worker, where jobs meet their handlers.
// It forgets everything when the process ends; the sessions still owe what was not done.
import { TalesError } from '../../errors.ts';
import { isAside, type Job, type JobHandlers, type JobQueue } from '../../jobs.ts';
import type { Log } from '../../log.ts';
import { createAnnouncer } from './announce.ts';
import { createLedger } from './ledger.ts';
import { perform, throughJson } from './perform.ts';
import { createTurns } from './turns.ts';

export interface InlineQueueOptions {
  readonly handlers: JobHandlers;
  readonly log: Pick<Log, 'error' | 'warn'>;
  /** How many jobs run at once. Default 1: a model uses every core by itself. */
  readonly concurrency?: number;
  /** How many finished jobs are remembered, so that they are not done again. Default 500. */
  readonly remembered?: number;
}

function checkCount(name: string, value: number): void {
  if (!Number.isSafeInteger(value) || value < 1) throw new RangeError(`${name} must be a whole number above 0`);
}

/** @throws RangeError for a count that is none. */
export function createInlineQueue({ handlers, log, concurrency = 1, remembered = 500 }: InlineQueueOptions): JobQueue {
  checkCount('concurrency', concurrency);
  checkCount('remembered', remembered);
  const { tell, listen } = createAnnouncer(log);
  const ledger = createLedger(remembered);
  const waiting = createTurns<Job>();
  /** Behind all that a book waits for. */
  const aside = createTurns<Job>();
  const running = new Set<Promise<void>>();
  const closing = new AbortController();

  const run = async (job: Job): Promise<void> => {
    const news = await perform(job, { handlers, log, signal: closing.signal, onNews: tell });
    if (news === undefined) return;
    // Before it is told, because a listener may add the same job at once.
    ledger.close(news);
    tell(news);
  };

  const fill = (): void => {
    while (running.size < concurrency && !closing.signal.aborted) {
      const job = waiting.shift() ?? aside.shift();
      if (job === undefined) return;
      const work: Promise<void> = run(job).finally(() => {
        running.delete(work);
        fill();
      });
      running.add(work);
    }
  };

  const add = async (given: Job): Promise<void> => {
    if (closing.signal.aborted) throw new TalesError('cancelled', {});
    const job = throughJson(given);
    const entry = ledger.enter(job.id);
    if (entry === 'known') return;
    if (entry !== 'new') return tell(entry);
    (isAside(job.kind) ? aside : waiting).push(job.book, job);
    fill();
  };

  const close = async (): Promise<void> => {
    closing.abort();
    waiting.clear();
    aside.clear();
    await Promise.all(running);
  };

  return { add, listen, close };
}
