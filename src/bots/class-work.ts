// Hands the queue what classes owe, with the approved books that it is made of; waits a little before it hands over again
// what has failed.
import type { JobQueue } from '../jobs.ts';
import type { Book } from '../story.ts';
import type { Classroom } from './classroom/facts.ts';
import { booksToBind, jobsOwed } from './classroom/jobs-owed.ts';
import type { Session } from './conversation/session.ts';
import type { Tasks } from './tasks.ts';
import type { Platform } from './types.ts';

export interface ClassWorkOptions {
  readonly queue: Pick<JobQueue, 'add'>;
  readonly platforms: readonly Platform[];
  readonly read: (id: string) => Promise<Classroom | undefined>;
  readonly readSession: (id: string) => Promise<Session | undefined>;
  readonly tasks: Tasks;
  /** How long to wait before each further try, in milliseconds; after the last, as long again. */
  readonly retryDelays: readonly number[];
}

export interface ClassWork {
  /** Adds everything that is owed and does not rest. */
  add(classroom: Classroom): Promise<void>;
  /** A job has failed: it rests, also while an earlier state of its class is still being seen to. */
  hold(job: string): void;
  /** What `hold` began ends after a while, once the failure is among the facts. */
  release(job: string, classroom: Classroom | undefined): void;
}

/** Bytes of one file of an anthology where the platform knows no limit: still to be opened on a small computer. */
const LARGEST_FILE = 50_000_000;

export function createClassWork(options: ClassWorkOptions): ClassWork {
  const { queue, platforms, read, readSession, tasks, retryDelays } = options;
  const resting = new Set<string>();

  /** Only the editions that the class knows to be approved. */
  const approvedIn = async (classroom: Classroom): Promise<ReadonlyMap<string, Book>> => {
    const approved = new Map<string, Book>();
    for (const { key, book, digest } of booksToBind(classroom)) {
      const session = await readSession(book);
      const edition = session?.state === 'open' ? session.approved : undefined;
      if (edition && edition.printed.job === digest?.approved?.job) approved.set(key, edition.book);
    }
    return approved;
  };

  const add = async (classroom: Classroom): Promise<void> => {
    if (classroom.anthologies.length === 0) return;
    const platform = platforms.find(({ name }) => name === classroom.platform);
    const budget = platform?.largestFile ?? LARGEST_FILE;
    const approved = await approvedIn(classroom);
    for (const job of jobsOwed(classroom, { approved, budget })) if (!resting.has(job.id)) await queue.add(job);
  };

  return {
    add,
    hold: (job) => void resting.add(job),
    release(job, classroom) {
      const times = Object.entries(classroom?.failures ?? {}).find(([name]) => job.startsWith(name))?.[1].times;
      if (!classroom || times === undefined) {
        resting.delete(job);
        return;
      }
      const delay = retryDelays[times - 1] ?? retryDelays.at(-1) ?? 0;
      tasks.later(delay, 'adding work of a class failed', async () => {
        resting.delete(job);
        const now = await read(classroom.id);
        if (now) await add(now);
      });
    },
  };
}
