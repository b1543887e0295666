// Measured pages as a CSV, and back again, so that two evaluations can be compared whenever they were made.
import { csvWriter, readCsv } from '../../csv.ts';
import { TalesError } from '../../errors.ts';
import { MEASURES, type Measure, type Measured, type MeasuredRow } from './columns.ts';

/** As the columns of the files are spelled: `bert_f1`. */
export const columnOf = (measure: Measure): string => measure.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** Columns of a row beside its measures. */
const OWN = ['number', 'id', 'told', 'wanted'] as const;

/** The measures that any row has, in the order in which they are shown. */
export const measuresIn = (rows: readonly MeasuredRow[]): readonly Measure[] =>
  MEASURES.filter((measure) => rows.some(({ measured }) => measured[measure] !== undefined));

/** Piece by piece, the first with the names of the columns. Every number comes back as it was. */
export async function* rowsAsCsv(rows: readonly MeasuredRow[]): AsyncGenerator<string> {
  const line = await csvWriter();
  const measures = measuresIn(rows);
  yield line([...OWN, ...measures.map(columnOf)]);
  for (const { number, id, told, wanted, measured } of rows)
    yield line([number, id, told, wanted, ...measures.map((measure) => measured[measure] ?? '')]);
}

/** @throws TalesError `file-…`, or `data-unusable` when it is no file of results. */
export async function readResults(path: string, signal?: AbortSignal): Promise<readonly MeasuredRow[]> {
  const rows: MeasuredRow[] = [];
  for await (const { values, line } of readCsv(path, { columns: OWN, ...(signal && { signal }) })) {
    const numberOf = (column: string): number | undefined => {
      const text = values[column] ?? '';
      if (text === '') return undefined;
      const value = Number(text);
      if (Number.isFinite(value)) return value;
      throw new TalesError('data-unusable', { path, reason: 'value', line, columns: [column] });
    };
    const number = numberOf('number');
    if (number === undefined)
      throw new TalesError('data-unusable', { path, reason: 'value', line, columns: ['number'] });
    const found = MEASURES.map((measure) => [measure, numberOf(columnOf(measure))] as const);
    const measured: Measured = Object.fromEntries(found.filter(([, value]) => value !== undefined));
    rows.push({ number, id: values['id'] ?? '', told: values['told'] ?? '', wanted: values['wanted'] ?? '', measured });
  }
  return rows;
}
