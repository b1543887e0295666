// Keeps the locks of the jobs that this worker has, from a thread of its own.
import { Worker } from 'node:worker_threads';
import type { RedisPlace } from '../../../redis.ts';

export interface KeeperData {
  readonly url: string;
  readonly prefix: string;
  readonly lockMs: number;
  /** How long the main thread may compute without a pause. Milliseconds. */
  readonly patienceMs: number;
}

export type ToKeeper =
  | { readonly type: 'hold' | 'drop'; readonly id: string; readonly token: string }
  | { readonly type: 'alive' };

export interface KeeperOptions {
  readonly place: RedisPlace;
  readonly lockMs: number;
  /** The thread has failed: locks run out from now on. */
  readonly onFailure: (error: Error) => void;
}

export interface Keeper {
  /** Renews the lock that `token` opens until it is dropped. */
  hold(id: string, token: string): void;
  drop(id: string, token: string): void;
  close(): Promise<unknown>;
}

/** As long as a model may take to load: what the queue over a child process waits, too. */
const PATIENCE = 180_000;
const ALIVE_EVERY = 1000;

export function startKeeper({ place, lockMs, onFailure }: KeeperOptions): Keeper {
  const { url, prefix } = place;
  const workerData: KeeperData = { url, prefix, lockMs, patienceMs: PATIENCE };
  const thread = new Worker(new URL('./keeper-thread.ts', import.meta.url), { workerData });
  thread.on('error', onFailure);
  const say = (message: ToKeeper): void => thread.postMessage(message);
  const timer = setInterval(() => say({ type: 'alive' }), ALIVE_EVERY);
  return {
    hold: (id, token) => say({ type: 'hold', id, token }),
    drop: (id, token) => say({ type: 'drop', id, token }),
    close() {
      clearInterval(timer);
      return thread.terminate();
    },
  };
}
