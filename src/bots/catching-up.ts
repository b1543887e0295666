// Catching up with threads beside everything else, again and again until it works. Until it has, no new message may move
// a thread's mark: what lies before it was not told. What is looked up, and where, is the platform's.
import { isTalesError } from '../errors.ts';
import type { Log } from '../log.ts';
import { createRecent } from './recent.ts';
import type { Tasks } from './tasks.ts';

export interface CatchingUp {
  /** Starts now; nobody waits for it. A later start takes the place of an earlier one that waits to be tried again. */
  start(thread: string, work: () => Promise<void>): void;
  /** Whether all of it was told: only then may a new message move the mark. */
  isComplete(thread: string): boolean;
  /** Nothing was said there before. */
  opened(thread: string): void;
  /** Something that was said there could not be kept. */
  dropped(thread: string): void;
  /** From now on something may go unheard, everywhere. */
  interrupted(): void;
}

export interface CatchingUpOptions {
  readonly tasks: Pick<Tasks, 'start' | 'later'>;
  readonly log: Pick<Log, 'warn'>;
  /** How long to wait before each further try, in milliseconds; the last for ever. */
  readonly delays?: readonly number[];
}

interface Run {
  /** Whether something has gone unheard since it began. */
  hasGap: boolean;
}

const WHAT = 'a thread could not be caught up with';
const DELAYS: readonly number[] = [5000, 30_000, 60_000];
/** Threads remembered at once; the mark of one that was forgotten stays where it is until it is caught up with again. */
const MOST_THREADS = 5000;

export function createCatchingUp({ tasks, log, delays = DELAYS }: CatchingUpOptions): CatchingUp {
  let complete = createRecent<true>(MOST_THREADS);
  /** What runs or waits for each thread. */
  const latest = new Map<string, Run>();

  const attempt = async (thread: string, run: Run, work: () => Promise<void>, tries = 0): Promise<void> => {
    if (latest.get(thread) !== run) return;
    run.hasGap = false;
    let again = false;
    try {
      await work();
    } catch (error) {
      log.warn({ err: error }, WHAT);
      run.hasGap = true;
      again = !isTalesError(error) || error.retryable;
    }
    if (latest.get(thread) !== run) return;
    if (again) {
      const delay = delays[Math.min(tries, delays.length - 1)] ?? 0;
      tasks.later(delay, WHAT, () => attempt(thread, run, work, tries + 1));
      return;
    }
    latest.delete(thread);
    if (!run.hasGap) complete.set(thread, true);
  };

  return {
    start(thread, work) {
      const run: Run = { hasGap: false };
      latest.set(thread, run);
      tasks.start(WHAT, () => attempt(thread, run, work));
    },
    isComplete: (thread) => complete.get(thread) === true,
    opened: (thread) => complete.set(thread, true),
    dropped(thread) {
      complete.delete(thread);
      const run = latest.get(thread);
      if (run) run.hasGap = true;
    },
    interrupted() {
      complete = createRecent(MOST_THREADS);
      for (const run of latest.values()) run.hasGap = true;
    },
  };
}
