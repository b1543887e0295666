// Work that nobody waits for at once: followed to its end, its faults logged, its timers stopped with the host.
import type { Log } from '../log.ts';
import type { Clock } from './clock.ts';

export interface Tasks {
  readonly signal: AbortSignal;
  readonly clock: Clock;
  /** Starts work now. `what` says in the log what failed. */
  start(what: string, work: () => Promise<unknown>): void;
  /** Starts work later, unless the host is stopped before. */
  later(milliseconds: number, what: string, work: () => Promise<unknown>): void;
  /** Resolves after so many milliseconds; rejects when the host is stopped. */
  pause(milliseconds: number): Promise<void>;
  /** Resolves when nothing runs; what waits for its time does not count. */
  idle(): Promise<void>;
  /** Stops what waits and resolves when nothing runs. */
  stop(): Promise<void>;
}

export function createTasks(clock: Clock, log: Pick<Log, 'error'>): Tasks {
  const stopping = new AbortController();
  const { signal } = stopping;
  const running = new Set<Promise<void>>();
  const timers = new Set<() => void>();

  const start: Tasks['start'] = (what, work) => {
    if (signal.aborted) return;
    const followed: Promise<void> = work().then(
      () => void running.delete(followed),
      (error: unknown) => {
        running.delete(followed);
        if (!signal.aborted) log.error({ err: error }, what);
      },
    );
    running.add(followed);
  };

  const schedule = (milliseconds: number, action: () => void): (() => void) => {
    const cancel = clock.after(milliseconds, () => {
      timers.delete(cancel);
      action();
    });
    timers.add(cancel);
    return cancel;
  };

  const idle = async (): Promise<void> => {
    while (running.size > 0) await Promise.all(running);
  };

  return {
    signal,
    clock,
    start,
    later: (milliseconds, what, work) => {
      if (!signal.aborted) schedule(milliseconds, () => start(what, work));
    },
    pause: (milliseconds) =>
      new Promise((resolve, reject) => {
        const stopped = (): void => reject(signal.reason);
        if (signal.aborted) return stopped();
        signal.addEventListener('abort', stopped, { once: true });
        schedule(milliseconds, () => {
          signal.removeEventListener('abort', stopped);
          resolve();
        });
      }),
    idle,
    async stop() {
      stopping.abort();
      for (const cancel of timers) cancel();
      timers.clear();
      await idle();
    },
  };
}
