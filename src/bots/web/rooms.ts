// Who is looking at which book just now: wakes them when something has changed. Nothing is kept here.

export interface Rooms {
  /** Something about the thread may have changed. */
  touch(thread: string): void;
  /** Calls the listener at every change, until the returned function is called. */
  watch(thread: string, listener: () => void): () => void;
  /**
   * Resolves with whether the condition came true; asked now and after each change, until the time (in milliseconds)
   * is over.
   */
  until(thread: string, condition: () => Promise<boolean>, milliseconds: number): Promise<boolean>;
}

export function createRooms(): Rooms {
  const listeners = new Map<string, Set<() => void>>();
  const watch: Rooms['watch'] = (thread, listener) => {
    const here = listeners.get(thread) ?? new Set();
    listeners.set(thread, here.add(listener));
    return () => {
      here.delete(listener);
      if (here.size === 0 && listeners.get(thread) === here) listeners.delete(thread);
    };
  };
  return {
    touch: (thread) => {
      for (const listener of [...(listeners.get(thread) ?? [])]) listener();
    },
    watch,
    async until(thread, condition, milliseconds) {
      const ends = AbortSignal.timeout(milliseconds);
      let wake = (): void => {};
      let changed = new Promise<void>((resolve) => {
        wake = resolve;
      });
      const renew = (): void => {
        wake();
        changed = new Promise((resolve) => {
          wake = resolve;
        });
      };
      const leave = watch(thread, renew);
      ends.addEventListener('abort', renew);
      try {
        while (!ends.aborted) {
          const next = changed;
          if (await condition()) return true;
          if (!ends.aborted) await next;
        }
        return false;
      } finally {
        leave();
      }
    },
  };
}
