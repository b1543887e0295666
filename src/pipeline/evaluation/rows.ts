// Rows of a data set as `storybook dataset build` leaves them (dataset_train.csv, dataset_val.csv): which of them can be
// worked with, a sample of them, and the rows themselves one after another. Nothing keeps all of a file in memory.
import { readCsv } from '../../csv.ts';
import { TalesError } from '../../errors.ts';
import { pythonRandom } from '../random.ts';

/** Of the columns there are, what telling a page again and comparing it takes. */
export interface DataRow {
  /** Place among the records of the file, from 1: what tells a row from another, whatever its id. */
  readonly number: number;
  readonly id: string;
  /** What the model reads, as in training: `generate: <name> …`. */
  readonly inputText: string;
  /** What people wrote, as in training. */
  readonly outputText: string;
  /** Empty where the file has no such column or nothing in it. */
  readonly name: string;
  readonly action: string;
}

/** Columns that no work on a data set can do without. */
const NEEDED = ['id', 'input_text', 'output_text'] as const;

export interface RowsSurvey {
  /** Places of the rows that can be used, in order. */
  readonly usable: readonly number[];
  /** Lines of the file, from 1, whose text to read or to compare with is blank: passed over. */
  readonly blank: readonly number[];
}

export interface RowsCall {
  readonly signal?: AbortSignal;
}

interface Found extends DataRow {
  readonly line: number;
}

const isUsable = ({ inputText, outputText }: DataRow): boolean => inputText !== '' && outputText !== '';

async function* allRows(path: string, call: RowsCall): AsyncGenerator<Found> {
  let number = 0;
  for await (const { values, line } of readCsv(path, { columns: NEEDED, ...call })) {
    number += 1;
    const given = (column: string): string => (values[column] ?? '').trim();
    yield {
      number,
      line,
      id: given('id'),
      inputText: given('input_text'),
      outputText: given('output_text'),
      name: given('name'),
      action: given('i_action'),
    };
  }
}

/**
 * Reads the whole file once, so that what is wrong with it is known before any work is done.
 * @throws TalesError `file-missing`, `file-unreadable`, `data-unusable`, `cancelled`.
 */
export async function surveyRows(path: string, call: RowsCall = {}): Promise<RowsSurvey> {
  const usable: number[] = [];
  const blank: number[] = [];
  for await (const row of allRows(path, call)) {
    if (isUsable(row)) usable.push(row.number);
    else blank.push(row.line);
  }
  if (usable.length === 0)
    throw new TalesError('data-unusable', { path, reason: 'value', columns: ['input_text', 'output_text'] });
  return { usable, blank };
}

export interface SampleWish {
  /** How many. Absent: all. */
  readonly sample?: number;
  /** The same seed draws the same rows of the same file. */
  readonly seed: number;
}

/**
 * Places of the rows to work with, in the file's order: all of them where there are no more than asked for.
 * @throws TalesError `option-invalid` for a sample of nothing.
 */
export function drawRows({ usable }: RowsSurvey, { sample, seed }: SampleWish): readonly number[] {
  if (sample === undefined) return usable;
  if (sample < 1) {
    const expected = { kind: 'number', least: 1 } as const;
    throw new TalesError('option-invalid', { option: '--sample', value: String(sample), expected });
  }
  const drawn = pythonRandom(BigInt(seed)).shuffled(usable).slice(0, sample);
  return drawn.sort((one, other) => one - other);
}

/** The rows at these places, in the file's order. @throws as `surveyRows` does. */
export async function* readRows(path: string, places: readonly number[], call: RowsCall = {}): AsyncGenerator<DataRow> {
  const wanted = new Set(places);
  const last = places.at(-1) ?? 0;
  if (wanted.size === 0) return;
  for await (const { line, ...row } of allRows(path, call)) {
    if (wanted.has(row.number)) yield row;
    if (row.number >= last) return;
  }
}
