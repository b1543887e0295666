// One process at a time fetches a blob; others wait until it is done with it, however it ends.
import { isTalesError } from '../../errors.ts';
import { holdLock, type RunningLock } from '../../running-lock.ts';
import { type Clock, pauseFor } from './retry.ts';

const LOOK_AGAIN = 250;

export interface LockOptions {
  readonly clock: Clock;
  readonly signal: AbortSignal;
  /** Called once, when another has it. */
  readonly onWait: () => void;
}

async function take(path: string): Promise<RunningLock | undefined> {
  try {
    return await holdLock(path);
  } catch (error) {
    if (isTalesError(error) && error.code === 'already-running') return undefined;
    throw error;
  }
}

/** @throws TalesError `store-unusable` when a lock cannot be made there; `cancelled`, and what `work` throws. */
export async function whileLocked<T>(
  path: string,
  { clock, signal, onWait }: LockOptions,
  work: () => Promise<T>,
): Promise<T> {
  let lock = await take(path);
  if (!lock) onWait();
  while (!lock) {
    await pauseFor(LOOK_AGAIN, clock, signal);
    lock = await take(path);
  }
  try {
    return await work();
  } finally {
    lock.release();
  }
}
