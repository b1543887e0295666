// The measures of many pages in a few numbers, and how two evaluations of the same pages differ. Pure.
import { type Difference, type Draws, difference, type Interval, interval, type Pair } from './bootstrap.ts';
import type { Measure, MeasuredRow } from './columns.ts';
import { measuresIn } from './results.ts';

export interface MeasureSummary extends Interval {
  readonly measure: Measure;
  /** The mean of what people wrote, of measures that take no other text. */
  readonly people?: number;
}

const meanOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/** Means with their 95 % intervals, of all measures that any row has. */
export const summarised = (rows: readonly MeasuredRow[], draws: Draws): readonly MeasureSummary[] =>
  measuresIn(rows).flatMap((measure) => {
    const found = interval(
      rows.flatMap(({ measured }) => measured[measure] ?? []),
      draws,
    );
    const people = rows.flatMap((row) => row.people?.[measure] ?? []);
    return found ? [{ measure, ...found, ...(people.length > 0 && { people: meanOf(people) }) }] : [];
  });

export interface MeasureDifference extends Difference {
  readonly measure: Measure;
  /** Means over the rows that both have. */
  readonly one: number;
  readonly other: number;
}

export interface Comparison {
  /** Rows that both evaluations have, with the same text of people's. */
  readonly shared: number;
  /** Rows that only one of them has. */
  readonly apart: number;
  readonly differences: readonly MeasureDifference[];
}

const keyOf = ({ number, id, wanted }: MeasuredRow): string => JSON.stringify([number, id, wanted]);

/** Row by row, over the pages that both have told. */
export function compared(one: readonly MeasuredRow[], other: readonly MeasuredRow[], draws: Draws): Comparison {
  const others = new Map(other.map((row) => [keyOf(row), row]));
  const shared = one.flatMap((row) => {
    const match = others.get(keyOf(row));
    return match ? [[row.measured, match.measured] as const] : [];
  });
  const differences = measuresIn(one).flatMap((measure): readonly MeasureDifference[] => {
    const pairs = shared.flatMap(([a, b]): readonly Pair[] => {
      const [mine, theirs] = [a[measure], b[measure]];
      return mine === undefined || theirs === undefined ? [] : [[mine, theirs]];
    });
    const found = difference(pairs, draws);
    if (!found) return [];
    return [
      { measure, ...found, one: meanOf(pairs.map(([mine]) => mine)), other: meanOf(pairs.map(([, its]) => its)) },
    ];
  });
  return { shared: shared.length, apart: one.length + other.length - 2 * shared.length, differences };
}
