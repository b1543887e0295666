// Tries settings of generation on a sample of a data set, one after another, and compares what was measured of each.
// Telling and measuring, and keeping what took long, is the evaluation's; which setting is best is `choose.ts`'s.
import { isDeepStrictEqual } from 'node:util';
import { throwIfCancelled } from '../../errors.ts';
import { type Difference, difference } from '../evaluation/bootstrap.ts';
import { MEASURES, type Measured, type MeasuredRow } from '../evaluation/columns.ts';
import type { Evaluation } from '../evaluation/request.ts';
import type { GenerationOptions } from '../generation/types.ts';
import { type Choosing, choose, type Way } from './choose.ts';
import { type Grid, type Setting, settingsOf } from './grid.ts';

/** Has the pages of the sample told with these settings, and measures them. The rows are the same each time. */
export type Evaluate = (setting: Setting, place: number) => Promise<Evaluation>;

export interface SettingResult {
  readonly setting: Setting;
  /** All of how pages were told: what the grid says nothing of included. */
  readonly told: GenerationOptions;
  readonly means: Measured;
  readonly rows: readonly MeasuredRow[];
}

/** How the chosen settings differ from those of the original, over the same rows. */
export interface AgainstOriginal {
  /** Place of the original's settings. */
  readonly place: number;
  /** Of the mean of the measures that are compared, for each row. */
  readonly difference: Difference;
}

export interface SearchOutcome {
  readonly results: readonly SettingResult[];
  readonly choosing: Choosing;
  readonly way: Way;
  /** Place of the best by that way. */
  readonly best: number;
  /** Places of other settings that tell the very same texts. */
  readonly same: readonly number[];
  /** What the measures of any text are of people's own pages. */
  readonly people: Measured;
  /** Absent where the grid is without the original's settings, or nothing could be compared. */
  readonly against?: AgainstOriginal;
}

/** Means over the rows that have a value. */
export function meansOf(rows: readonly MeasuredRow[]): Measured {
  const means = MEASURES.map((measure) => {
    const values = rows.flatMap(({ measured }) => measured[measure] ?? []);
    return [
      measure,
      values.length === 0 ? undefined : values.reduce((sum, one) => sum + one, 0) / values.length,
    ] as const;
  });
  return Object.fromEntries(means.filter(([, mean]) => mean !== undefined));
}

/** The same for settings that told the very same texts. */
export const textsOf = (result: SettingResult | undefined): string =>
  JSON.stringify(result?.rows.map(({ told }) => told));

function againstOriginal(
  results: readonly SettingResult[],
  choosing: Choosing,
  best: number,
  { original, seed }: SearchCall,
) {
  const place = results.findIndex(({ told }) =>
    isDeepStrictEqual({ minLength: 0, ...told }, { minLength: 0, ...original }),
  );
  const { by } = choosing;
  if (place < 0 || by.length === 0) return undefined;
  const compared = ({ measured }: MeasuredRow): number =>
    by.reduce((sum, measure) => sum + (measured[measure] ?? 0), 0) / by.length;
  const others = new Map((results[place]?.rows ?? []).map((row) => [row.number, compared(row)]));
  const pairs = (results[best]?.rows ?? []).flatMap((row): (readonly [number, number])[] => {
    const other = others.get(row.number);
    return other === undefined ? [] : [[compared(row), other]];
  });
  const found = difference(pairs, { seed });
  return found && { place, difference: found };
}

export interface SearchCall {
  readonly signal?: AbortSignal;
  /** By which the best is chosen. */
  readonly way: Way;
  /** How the original told. */
  readonly original: GenerationOptions;
  /** Draws the rows that say how sure a difference is. */
  readonly seed: number;
}

/** @throws what `evaluate` throws, and `cancelled`; what was told and measured until then is the evaluation's to keep. */
export async function searchDecoding(grid: Grid, evaluate: Evaluate, call: SearchCall): Promise<SearchOutcome> {
  const { signal, way } = call;
  const results: SettingResult[] = [];
  for (const [place, setting] of settingsOf(grid).entries()) {
    throwIfCancelled(signal);
    const { rows, settings: told } = await evaluate(setting, place);
    results.push({ setting, told, means: meansOf(rows), rows });
  }
  const choosing = choose(results.map(({ means }) => means));
  const best = choosing.order[way][0] ?? 0;
  const same = results.flatMap((result, place) =>
    place !== best && textsOf(result) === textsOf(results[best]) ? [place] : [],
  );
  const against = againstOriginal(results, choosing, best, call);
  const people = meansOf((results[best]?.rows ?? []).map((row) => ({ ...row, measured: row.people ?? {} })));
  return { results, choosing, way, best, same, people, ...(against && { against }) };
}
