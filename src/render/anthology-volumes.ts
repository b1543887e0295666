// How books are shared out among volumes: in their order, each whole, so that the heaviest volume is as light as can be.
// Pure.

/**
 * @param weights of the books, in their order.
 * @param volumes at most as many as there are books.
 * @returns how many books each volume holds, one at least.
 */
export function sharedOut(weights: readonly number[], volumes: number): readonly number[] {
  // best[v][n]: of the first n books in v volumes, the weight of the heaviest, and where the last one begins.
  type Best = { readonly heaviest: number; readonly from: number };
  const sums = [0];
  for (const weight of weights) sums.push((sums.at(-1) ?? 0) + weight);
  const weigh = (from: number, to: number): number => (sums[to] ?? 0) - (sums[from] ?? 0);
  let row: readonly Best[] = sums.map((sum, n) => ({ heaviest: n === 0 ? 0 : sum, from: 0 }));
  const rows = [row];
  for (let volume = 2; volume <= volumes; volume++) {
    const before = row;
    row = sums.map((_, n): Best => {
      let best: Best = { heaviest: Number.POSITIVE_INFINITY, from: 0 };
      for (let from = volume - 1; from < n; from++) {
        const heaviest = Math.max(before[from]?.heaviest ?? 0, weigh(from, n));
        if (heaviest < best.heaviest) best = { heaviest, from };
      }
      return best;
    });
    rows.push(row);
  }
  const counts: number[] = [];
  let to = weights.length;
  for (const best of rows.toReversed()) {
    const from = best[to]?.from ?? 0;
    counts.unshift(to - from);
    to = from;
  }
  return counts;
}
