// Joins what people said with the captions into the tables that models are trained and measured with.
import { join } from 'node:path';
import { readCsv } from '../../csv.ts';
import { isTalesError, throwIfCancelled } from '../../errors.ts';
import { trainingInput } from './input-text.ts';
import { outputText } from './python-text.ts';
import {
  ANNOTATION_COLUMNS,
  type Annotated,
  CAPTION_COLUMNS,
  DATASET_COLUMNS,
  fileOf,
  PARTS,
  type Part,
} from './rows.ts';
import { openTable } from './table.ts';

/** A row's picture as tables show it, and what is said of it; empty where nobody was to describe it. */
export interface CaptionOf {
  readonly path: string;
  readonly caption: string;
}

export interface JoinOptions {
  readonly out: string;
  /** `undefined` for rows that cannot be used. */
  readonly captionOf: (id: string) => CaptionOf | undefined;
  readonly signal?: AbortSignal;
  readonly onDone?: (done: number) => void;
}

/** The rows of a table of annotations; none where it has only its first line. */
async function* annotated(path: string, signal: AbortSignal | undefined): AsyncGenerator<Annotated> {
  try {
    const reading = { columns: ANNOTATION_COLUMNS, ...(signal && { signal }) };
    for await (const { values } of readCsv(path, reading)) yield values as Annotated;
  } catch (error) {
    if (!isTalesError(error) || !('reason' in error.details) || error.details.reason !== 'empty') throw error;
  }
}

async function joinPart(part: Part, { out, captionOf, signal }: JoinOptions, onRow: () => void): Promise<number> {
  const captions = await openTable(out, fileOf('captions', part), CAPTION_COLUMNS);
  const dataset = await openTable(out, fileOf('dataset', part), DATASET_COLUMNS);
  let count = 0;
  try {
    for await (const row of annotated(join(out, fileOf('annotations', part)), signal)) {
      throwIfCancelled(signal);
      onRow();
      const found = captionOf(row.id);
      if (found === undefined) continue;
      const shown = [row.id, found.path, found.caption];
      const said = ANNOTATION_COLUMNS.slice(1).map((column) => row[column]);
      await captions.add(shown);
      await dataset.add([...shown, ...said, trainingInput(found.caption, row), outputText(row.srcText)]);
      count += 1;
    }
    await captions.finish();
    await dataset.finish();
  } finally {
    await captions.abandon();
    await dataset.abandon();
  }
  return count;
}

/** @returns how many rows each part has. @throws TalesError `file-unwritable`, `cancelled`. */
export async function joinTables(options: JoinOptions): Promise<Readonly<Record<Part, number>>> {
  const counts = { train: 0, val: 0 };
  let done = 0;
  const onRow = (): void => {
    done += 1;
    options.onDone?.(done);
  };
  for (const part of PARTS) counts[part] = await joinPart(part, options, onRow);
  return counts;
}
