// How long to wait before a worker is started again: twice as long after each failure, and never quite the same,
// so that several queues on one machine do not start their workers all at once.

export interface Backoff {
  /** After the first failure, at most. Milliseconds. */
  readonly firstMs: number;
  /** After any number of failures, at most. Milliseconds. */
  readonly mostMs: number;
}

/**
 * Milliseconds: between half of the full pause and the whole.
 * @param failures how many in a row, from 1.
 * @param random from 0 to 1, as Math.random gives.
 */
export function pauseAfter(failures: number, { firstMs, mostMs }: Backoff, random: () => number): number {
  const full = Math.min(mostMs, firstMs * 2 ** (failures - 1));
  return (full / 2) * (1 + random());
}
