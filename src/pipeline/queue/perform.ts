// Runs one job with its handler and makes news of how it went. Nothing here waits, remembers or listens.
import { isRefusal, isTalesError, TalesError } from '../../errors.ts';
import type { Job, JobContext, JobFailure, JobHandlers, JobKind, JobNews, JobOutput } from '../../jobs.ts';
import { checkJson } from '../../json.ts';
import type { Log } from '../../log.ts';

export interface PerformOptions {
  readonly handlers: JobHandlers;
  readonly log: Pick<Log, 'error' | 'warn'>;
  readonly signal: AbortSignal;
  readonly onNews: (news: JobNews) => void;
}

/** A copy as another process would see it, so that jobs mean the same in every queue. */
export function throughJson<T>(value: T): T {
  checkJson(value);
  return JSON.parse(JSON.stringify(value));
}

function failureOf(error: unknown): JobFailure {
  const { code, details, retryable } = isTalesError(error) ? error : new TalesError('unexpected', {});
  // Through JSON, as it would reach another process; the union pairs each code with its details, as TalesError does.
  return JSON.parse(JSON.stringify({ code, details, retryable }));
}

const handle = async <K extends JobKind>(
  handlers: JobHandlers,
  job: Job<K>,
  context: JobContext,
): Promise<JobOutput<K>> => throughJson(await handlers[job.kind](job.input, context));

/** Of what people are told and can mend themselves, one line is enough: nothing went wrong here. */
function logFailure(
  log: PerformOptions['log'],
  { id, book, kind }: Pick<Job, 'id' | 'book' | 'kind'>,
  error: unknown,
  { code }: JobFailure,
): void {
  const about = { job: id, book, kind };
  if (isRefusal(code)) log.warn({ ...about, code }, 'a job was refused');
  else log[code === 'unexpected' ? 'error' : 'warn']({ ...about, err: error }, 'a job failed');
}

/** Resolves with the last news of the job, or with nothing when it ended because the signal fired. */
export async function perform(
  job: Job,
  { handlers, log, signal, onNews }: PerformOptions,
): Promise<JobNews | undefined> {
  const { id, book, kind } = job;
  let over = false;
  const onProgress = (done: number, total: number): void => {
    if (!over) onNews({ id, book, kind, type: 'progress', done, total });
  };
  try {
    const output = await handle(handlers, job, { signal, onProgress });
    return { id, book, kind, type: 'done', output } as JobNews;
  } catch (error) {
    const failure = failureOf(error);
    if (signal.aborted && failure.code === 'cancelled') return undefined;
    logFailure(log, { id, book, kind }, error, failure);
    return signal.aborted ? undefined : { id, book, kind, type: 'failed', failure };
  } finally {
    over = true;
  }
}
