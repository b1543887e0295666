// Lets in as much work as fits: each piece says its weight, and waits until that much is free. First come, first served.

export interface Gate {
  /**
   * Runs `work` when its weight fits. Work heavier than the whole gate runs alone.
   * A signal that fires while waiting gives the place up: `work` is run at once, and is to look at the signal itself.
   */
  pass<T>(weight: number, work: () => Promise<T>, signal?: AbortSignal): Promise<T>;
}

interface Waiting {
  readonly weight: number;
  readonly enter: () => void;
}

/** @param capacity sum of the weights inside at one time. */
export function createGate(capacity: number): Gate {
  const queue: Waiting[] = [];
  let free = capacity;

  const admit = (): void => {
    for (let next = queue[0]; next && next.weight <= free; next = queue[0]) {
      queue.shift();
      free -= next.weight;
      next.enter();
    }
  };

  /** True once it is in; false when the signal fired first. */
  const enter = async (weight: number, signal: AbortSignal | undefined): Promise<boolean> => {
    const over = new AbortController();
    const entered = await new Promise<boolean>((resolve) => {
      const waiting: Waiting = { weight, enter: () => resolve(true) };
      queue.push(waiting);
      const giveUp = (): void => {
        const place = queue.indexOf(waiting);
        if (place < 0) return;
        queue.splice(place, 1);
        resolve(false);
        admit();
      };
      signal?.addEventListener('abort', giveUp, { once: true, signal: over.signal });
      admit();
    });
    over.abort();
    return entered;
  };

  return {
    async pass(wanted, work, signal) {
      const weight = Math.min(wanted, capacity);
      const entered = await enter(weight, signal);
      try {
        return await work();
      } finally {
        if (entered) {
          free += weight;
          admit();
        }
      }
    },
  };
}
