// The settings that a search tries: every combination of some values of each. Which one is best is left to `choose.ts`.
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { type Expectation, TalesError } from '../../errors.ts';
import { errnoOf } from '../../store-fault.ts';
import type { GenerationOptions } from '../generation/types.ts';

/** Values to try, by transformers' names of the options. */
export type Grid = Readonly<Record<string, readonly GridValue[]>>;
export type GridValue = number | boolean | 'never';

/** What the original tried: 54 combinations, each told with early stopping and at most 128 ids. */
export const ORIGINAL_GRID: Grid = {
  num_beams: [3, 5, 7],
  length_penalty: [0.8, 1.0, 1.2],
  repetition_penalty: [1.2, 1.5, 2.0],
  no_repeat_ngram_size: [2, 3],
};

interface GridOption {
  readonly key: keyof GenerationOptions;
  readonly schema: z.ZodType<GridValue>;
  readonly expected: Expectation;
}

const whole = (key: keyof GenerationOptions, least: number, most: number): GridOption => ({
  ...{ key, schema: z.int().min(least).max(most), expected: { kind: 'number', least, most } },
});
const decimal = (key: keyof GenerationOptions, least: number, most: number): GridOption => ({
  ...{ key, schema: z.number().min(least).max(most), expected: { kind: 'number', least, most } },
});

/** With the bounds that `storybook tell` has for the same options. */
const OPTIONS: Readonly<Record<string, GridOption>> = {
  num_beams: whole('numBeams', 1, 64),
  length_penalty: decimal('lengthPenalty', -100, 100),
  repetition_penalty: decimal('repetitionPenalty', 0.01, 100),
  no_repeat_ngram_size: whole('noRepeatNgramSize', 0, 512),
  early_stopping: {
    key: 'earlyStopping',
    schema: z.union([z.boolean(), z.literal('never')]),
    expected: { kind: 'choice', values: ['true', 'false', '"never"'] },
  },
  max_length: whole('maxLength', 2, 1024),
  min_length: whole('minLength', 0, 1024),
};

/** More would not be looked through by anybody, and take weeks. */
export const MOST_SETTINGS = 1000;

/** One combination. */
export interface Setting {
  /** By transformers' names, in the grid's order. */
  readonly named: Readonly<Record<string, GridValue>>;
  readonly options: Partial<GenerationOptions>;
}

const wrong = (option: string, value: unknown, expected: Expectation): TalesError =>
  new TalesError('option-invalid', { option, value: JSON.stringify(value) ?? '', expected });

/**
 * @param place what to call the grid in errors.
 * @throws TalesError `option-invalid` naming the option or the value that cannot be tried.
 */
export function checkGrid(value: unknown, place: string): Grid {
  const isTable = typeof value === 'object' && value !== null && !Array.isArray(value);
  const known = { kind: 'choice', values: Object.keys(OPTIONS) } as const;
  if (!isTable || Object.keys(value).length === 0) throw wrong(place, value, known);
  for (const [name, values] of Object.entries(value)) {
    const option = Object.hasOwn(OPTIONS, name) ? OPTIONS[name] : undefined;
    if (!option) throw wrong(place, name, known);
    const list: readonly unknown[] = Array.isArray(values) ? values : [];
    const bad = Array.isArray(values) ? list.find((each) => !option.schema.safeParse(each).success) : values;
    if (bad !== undefined || list.length === 0)
      throw wrong(`${place} ${name}`, bad === undefined ? values : bad, option.expected);
  }
  // A value that is there twice is one value.
  const grid: Grid = Object.fromEntries(
    Object.entries(value as Grid).map(([name, values]) => [name, [...new Set(values)]]),
  );
  const count = Object.values(grid).reduce((product, values) => product * values.length, 1);
  if (count > MOST_SETTINGS) throw wrong(place, count, { kind: 'number', least: 1, most: MOST_SETTINGS });
  return grid;
}

/** A JSON file of options and lists of values. @throws TalesError `file-missing`, `file-unreadable`, `option-invalid`. */
export async function readGrid(path: string): Promise<Grid> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (cause) {
    throw new TalesError(errnoOf(cause) === 'ENOENT' ? 'file-missing' : 'file-unreadable', { path }, { cause });
  }
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch (cause) {
    const example = '{"num_beams": [3, 5], "length_penalty": [0.8, 1.0]}';
    const expected = { kind: 'address', example } as const;
    throw new TalesError('option-invalid', { option: '--grid', value: path, expected }, { cause });
  }
  return checkGrid(value, '--grid');
}

/** Every combination; the first option changes slowest, as in the original. */
export function settingsOf(grid: Grid): readonly Setting[] {
  let rows: readonly (readonly (readonly [string, GridValue])[])[] = [[]];
  for (const [name, values] of Object.entries(grid)) {
    rows = rows.flatMap((row) => values.map((value) => [...row, [name, value] as const]));
  }
  return rows.map((row) => ({
    named: Object.fromEntries(row),
    options: Object.fromEntries(row.map(([name, value]) => [OPTIONS[name]?.key ?? name, value])),
  }));
}
