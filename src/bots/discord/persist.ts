// Work that is tried again for as long as it may work later, and for as long as the program runs.
import { isTalesError } from '../../errors.ts';
import type { Log } from '../../log.ts';
import type { Tasks } from '../tasks.ts';
import { explainFault } from './faults.ts';

/** How long to wait before each further try, in milliseconds; the last for ever. */
const DELAYS = [5000, 30_000, 60_000] as const;

/** Resolves after the first try. `what` says in the log what failed. */
export type Persist = (tasks: Tasks, what: string, work: () => Promise<void>) => Promise<void>;

export function createPersist(log: Pick<Log, 'warn'>): Persist {
  const persist = async (tasks: Tasks, what: string, work: () => Promise<void>, tries = 0): Promise<void> => {
    try {
      await work();
    } catch (error) {
      const fault = explainFault(error);
      log.warn({ err: fault }, what);
      if (isTalesError(fault) && !fault.retryable) return;
      const delay = DELAYS[Math.min(tries, DELAYS.length - 1)] ?? 0;
      tasks.later(delay, what, () => persist(tasks, what, work, tries + 1));
    }
  };
  return (tasks, what, work) => persist(tasks, what, work);
}
