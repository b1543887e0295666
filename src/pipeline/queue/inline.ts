// The queue inside one process: for tests, for the command line, and inside the worker, where jobs meet their handlers.
// It forgets everything when the process ends; the sessions still owe what was not done.
import { isTalesError, TalesError } from '../../errors.ts';
import type { Job, JobFailure, JobHandlers, JobKind, JobNews, JobOutput, JobQueue } from '../../jobs.ts';
import { checkJson } from '../../json.ts';
import type { Log } from '../../log.ts';
import { createAnnouncer } from './announce.ts';
import { createTurns } from './turns.ts';

export interface InlineQueueOptions {
  readonly handlers: JobHandlers;
  readonly log: Pick<Log, 'error' | 'warn'>;
  /** How many jobs run at once. Default 1: a model uses every core by itself. */
  readonly concurrency?: number;
  /** How many finished jobs are remembered, so that they are not done again. Default 500. */
  readonly remembered?: number;
}

/** A copy as another process would see it, so that jobs mean the same in every queue. */
function throughJson<T>(value: T): T {
  checkJson(value);
  return JSON.parse(JSON.stringify(value));
}

function failureOf(error: unknown): JobFailure {
  const told = isTalesError(error) ? error : new TalesError('unexpected', {}, { cause: error });
  // Through JSON, as it would reach another process; the union pairs each code with its details, as TalesError does.
  return JSON.parse(JSON.stringify({ code: told.code, details: told.details, retryable: told.retryable }));
}

async function perform<K extends JobKind>(
  handlers: JobHandlers,
  job: Job<K>,
  context: Parameters<JobHandlers[K]>[1],
): Promise<JobOutput<K>> {
  return throughJson(await handlers[job.kind](job.input, context));
}

function checkCount(name: string, value: number): void {
  if (!Number.isSafeInteger(value) || value < 1) throw new RangeError(`${name} must be a whole number above 0`);
}

export function createInlineQueue(options: InlineQueueOptions): JobQueue {
  const { handlers, log, concurrency = 1, remembered = 500 } = options;
  checkCount('concurrency', concurrency);
  checkCount('remembered', remembered);
  const announcer = createAnnouncer(log);
  const waiting = createTurns<Job>();
  const known = new Set<string>();
  const done = new Map<string, JobNews>();
  const running = new Set<Promise<void>>();
  const closing = new AbortController();

  const remember = (news: JobNews): void => {
    done.set(news.id, news);
    const [oldest] = done.keys();
    if (done.size > remembered && oldest !== undefined) done.delete(oldest);
  };

  const finish = (news: JobNews): void => {
    // Before it is told, because a listener may add the same job at once.
    known.delete(news.id);
    if (news.type === 'done') remember(news);
    announcer.tell(news);
  };

  const fail = (job: Job, error: unknown): void => {
    const { id, book, kind } = job;
    const failure = failureOf(error);
    const isOurs = closing.signal.aborted;
    if (isOurs && failure.code === 'cancelled') return;
    log[failure.code === 'unexpected' ? 'error' : 'warn']({ err: error, job: id, book, kind }, 'a job failed');
    if (!isOurs) finish({ id, book, kind, type: 'failed', failure });
  };

  const run = async (job: Job): Promise<void> => {
    const { id, book, kind } = job;
    let over = false;
    const onProgress = (finished: number, total: number): void => {
      if (!over) announcer.tell({ id, book, kind, type: 'progress', done: finished, total });
    };
    try {
      const output = await perform(handlers, job, { signal: closing.signal, onProgress });
      over = true;
      finish({ id, book, kind, type: 'done', output } as JobNews);
    } catch (error) {
      over = true;
      fail(job, error);
    }
  };

  const fill = (): void => {
    while (running.size < concurrency && !closing.signal.aborted) {
      const job = waiting.shift();
      if (job === undefined) return;
      const work: Promise<void> = run(job).finally(() => {
        running.delete(work);
        fill();
      });
      running.add(work);
    }
  };

  return {
    async add(given) {
      if (closing.signal.aborted) throw new TalesError('cancelled', {});
      const job = throughJson(given);
      const news = done.get(job.id);
      if (news) announcer.tell(news);
      if (news || known.has(job.id)) return;
      known.add(job.id);
      waiting.push(job.book, job);
      fill();
    },
    listen: announcer.listen,
    async close() {
      closing.abort();
      waiting.clear();
      await Promise.all(running);
    },
  };
}
