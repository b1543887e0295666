// The one importer of `p-limit`: how many requests are under way at once. Who waits may leave at any time.
import pLimit from 'p-limit';

export interface Limiter {
  /** Runs `work` when its turn comes. Rejects with the signal's reason, without having run, when it fires before. */
  run<T>(work: () => Promise<T>, signal?: AbortSignal): Promise<T>;
}

export function createLimiter(most: number): Limiter {
  const limit = pLimit(most);
  return {
    run: <T>(work: () => Promise<T>, signal?: AbortSignal) =>
      new Promise<T>((resolve, reject) => {
        const leave = (): void => reject(signal?.reason);
        if (signal?.aborted) return leave();
        signal?.addEventListener('abort', leave, { once: true });
        const turn = async (): Promise<void> => {
          signal?.removeEventListener('abort', leave);
          // Who has left gives the turn to the next at once.
          if (!signal?.aborted) await work().then(resolve, reject);
        };
        void limit(turn);
      }),
  };
}
