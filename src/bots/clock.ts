// Time, as the host sees it: so that tests need not wait.

export interface Clock {
  /** Unix milliseconds. */
  now(): number;
  /** Calls `action` once after so many milliseconds, unless the returned function is called before. */
  after(milliseconds: number, action: () => void): () => void;
}

export const systemClock: Clock = {
  now: Date.now,
  after(milliseconds, action) {
    const timer = setTimeout(action, milliseconds);
    return () => clearTimeout(timer);
  },
};
