// Hands the queue what sessions owe, and waits a little before it hands it something again that has failed.
import type { JobQueue } from '../jobs.ts';
import { jobsOwed } from './conversation/jobs-owed.ts';
import type { Session } from './conversation/session.ts';
import type { Tasks } from './tasks.ts';

export interface WorkOptions {
  readonly queue: Pick<JobQueue, 'add'>;
  readonly read: (id: string) => Promise<Session | undefined>;
  readonly tasks: Tasks;
  /** How long to wait before each further try, in milliseconds; after the last, as long again. */
  readonly retryDelays: readonly number[];
}

export interface Work {
  /** Adds everything that is owed and does not rest. Work that the queue knows changes nothing there. */
  add(session: Session): Promise<void>;
  /** A job has failed: it rests, also while an earlier state of its session is still being seen to. */
  hold(id: string): void;
  /** What `hold` began ends after a while, once the failure is among the facts; at once when nobody wants the job. */
  release(id: string, session: Session | undefined): void;
}

export function createWork({ queue, read, tasks, retryDelays }: WorkOptions): Work {
  const resting = new Set<string>();
  const add = async (session: Session): Promise<void> => {
    for (const job of jobsOwed(session)) if (!resting.has(job.id)) await queue.add(job);
  };
  return {
    add,
    hold: (id) => void resting.add(id),
    release(id, session) {
      const attempts = session?.state === 'open' ? session.failures[id] : undefined;
      if (!session || !attempts) {
        resting.delete(id);
        return;
      }
      const delay = retryDelays[attempts.times - 1] ?? retryDelays.at(-1) ?? 0;
      tasks.later(delay, 'adding work failed', async () => {
        resting.delete(id);
        const now = await read(session.id);
        if (now) await add(now);
      });
    },
  };
}
