// The order in which books take turns, as numbers that jobs wait under, lowest first: a book's second job waits behind
// the first of every other (start-time fair queueing, Goyal et al. 1996, with one job as the unit). Pure bookkeeping.

export interface FairOrder {
  /** @param head the number of the job that is next now; absent when none waits. */
  numberFor(book: string, head: number | undefined): number;
}

/** What was numbered is forgotten with this process; then a book may once come before its turn, and nothing is lost. */
export function createFairOrder(lowest: number): FairOrder {
  const last = new Map<string, number>();
  return {
    numberFor(book, head) {
      // Nobody waits for anybody: the numbers begin anew.
      if (head === undefined) last.clear();
      const now = head ?? 1;
      for (const [other, number] of last) if (number < now) last.delete(other);
      const number = Math.min(lowest, Math.max(now, (last.get(book) ?? 0) + 1));
      last.set(book, number);
      return number;
    },
  };
}
