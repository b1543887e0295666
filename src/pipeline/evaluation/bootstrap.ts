// How sure a mean is: confidence intervals by drawing the rows again and again, with a seed. Pure.
import { pythonRandom } from '../random.ts';

export interface Interval {
  readonly mean: number;
  /** Bounds of the 95 % interval. */
  readonly low: number;
  readonly high: number;
  /** Rows that had a value. */
  readonly count: number;
}

export interface Difference extends Interval {
  /** Share of draws in which the first is higher; 0.5 where nothing tells them apart. */
  readonly above: number;
}

export interface Draws {
  readonly seed: number;
  /** Default 1000. */
  readonly draws?: number;
}

const meanOf = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/** The share of sorted values below which a share of them lies, between neighbours in proportion. */
function quantile(sorted: Float64Array, share: number): number {
  const at = share * (sorted.length - 1);
  const [below, above] = [sorted[Math.floor(at)] ?? 0, sorted[Math.ceil(at)] ?? 0];
  return below + (above - below) * (at - Math.floor(at));
}

/** Means of as many rows, drawn with repetition. */
function drawnMeans(values: Float64Array, { seed, draws = 1000 }: Draws): Float64Array {
  const random = pythonRandom(BigInt(seed));
  return Float64Array.from({ length: draws }, () => {
    let sum = 0;
    for (let row = 0; row < values.length; row += 1) sum += values[random.below(values.length)] ?? 0;
    return sum / values.length;
  });
}

/** `undefined` without any value. */
export function interval(given: readonly number[], draws: Draws): Interval | undefined {
  if (given.length === 0) return undefined;
  const values = Float64Array.from(given);
  const means = drawnMeans(values, draws).sort();
  return { mean: meanOf(values), low: quantile(means, 0.025), high: quantile(means, 0.975), count: values.length };
}

/** Of one row by both: a value of each, for the same page. */
export type Pair = readonly [one: number, other: number];

/** How far the first lies above the second, row by row: what both find hard does not count. */
export function difference(pairs: readonly Pair[], draws: Draws): Difference | undefined {
  if (pairs.length === 0) return undefined;
  const values = Float64Array.from(pairs, ([one, other]) => one - other);
  const means = drawnMeans(values, draws).sort();
  const higher = means.filter((mean) => mean > 0).length + means.filter((mean) => mean === 0).length / 2;
  return {
    mean: meanOf(values),
    low: quantile(means, 0.025),
    high: quantile(means, 0.975),
    count: values.length,
    above: higher / means.length,
  };
}
