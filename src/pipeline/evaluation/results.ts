// Measured pages as a CSV, and back again, so that two evaluations can be compared whenever they were made.
import { csvWriter, readCsv } from '../../csv.ts';
import { TalesError } from '../../errors.ts';
import { MEASURES, type Measure, type Measured, type MeasuredRow, OF_ANY_TEXT } from './columns.ts';

/** As the columns of the files are spelled: `bert_f1`. */
export const columnOf = (measure: Measure): string => measure.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** Columns of a row beside its measures. */
const OWN = ['number', 'id', 'told', 'wanted'] as const;

/** The measures that any row has, in the order in which they are shown. */
export const measuresIn = (rows: readonly MeasuredRow[]): readonly Measure[] =>
  MEASURES.filter((measure) => rows.some(({ measured }) => measured[measure] !== undefined));

/** Of what people wrote: `people_eojeol`. */
const peopleColumnOf = (measure: Measure): string => `people_${columnOf(measure)}`;

/** Piece by piece, the first with the names of the columns. Every number comes back as it was. */
export async function* rowsAsCsv(rows: readonly MeasuredRow[]): AsyncGenerator<string> {
  const line = await csvWriter();
  const measures = measuresIn(rows);
  const ofPeople = OF_ANY_TEXT.filter((measure) => rows.some(({ people }) => people?.[measure] !== undefined));
  yield line([...OWN, ...measures.map(columnOf), ...ofPeople.map(peopleColumnOf)]);
  for (const { number, id, told, wanted, measured, people } of rows) {
    const values = measures.map((measure) => measured[measure] ?? '');
    yield line([number, id, told, wanted, ...values, ...ofPeople.map((measure) => people?.[measure] ?? '')]);
  }
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
    const valuesOf = (measures: readonly Measure[], column: (measure: Measure) => string): Measured => {
      const found = measures.map((measure) => [measure, numberOf(column(measure))] as const);
      return Object.fromEntries(found.filter(([, value]) => value !== undefined));
    };
    const people = valuesOf(OF_ANY_TEXT, peopleColumnOf);
    rows.push({
      number,
      id: values['id'] ?? '',
      told: values['told'] ?? '',
      wanted: values['wanted'] ?? '',
      measured: valuesOf(MEASURES, columnOf),
      ...(Object.keys(people).length > 0 && { people }),
    });
  }
  return rows;
}
