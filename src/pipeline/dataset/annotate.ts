// Reads all annotations, one after the other, into the tables of what people said; knows of each row where its picture is.
import { throwIfCancelled } from '../../errors.ts';
import { type AnnotatedRow, readAnnotation } from './annotation.ts';
import type { Fault } from './report.ts';
import { ANNOTATION_COLUMNS, fileOf, type Part } from './rows.ts';
import { type Found, pathOf, readFound, typedPathOf } from './sources.ts';
import { deliveredPart, partOfBook } from './split.ts';
import { openTable } from './table.ts';

/** A row that has a picture. */
export interface PicturedRow {
  readonly id: string;
  readonly picture: Found;
  /** What people wrote in place of a caption. */
  readonly described: string;
}

export interface SplitOptions {
  /** `books`: by the book, whatever folders say. */
  readonly split: 'auto' | 'books';
  /** Of all books those for validation, where folders do not say. */
  readonly share: number;
}

export interface AnnotateOptions extends SplitOptions {
  readonly out: string;
  readonly signal?: AbortSignal;
  readonly onDone?: (done: number) => void;
}

export interface AnnotatedSet {
  readonly pictured: readonly PicturedRow[];
  readonly faults: readonly Fault[];
  /** Rows of the tables of annotations. */
  readonly rows: Readonly<Record<Part, number>>;
  /** Books that are in both parts. */
  readonly sharedBooks: number;
}

/** Bytes; a real one has two thousand. */
const LARGEST_JSON = 4 * 2 ** 20;

type Entries = readonly (AnnotatedRow | Fault)[];

async function entriesOf(file: Found): Promise<Entries> {
  const bytes = await readFound(file, LARGEST_JSON);
  const path = pathOf(file);
  if (typeof bytes === 'string') return [{ kind: 'unreadable', id: file.stem, path, detail: bytes }];
  return readAnnotation(bytes, file.stem).map((entry) =>
    'row' in entry ? entry : { id: entry.id, path, ...entry.fault },
  );
}

function partOf(book: string, file: Found, { split, share }: SplitOptions): Part {
  const delivered = split === 'auto' ? deliveredPart(typedPathOf(file)) : undefined;
  return delivered ?? partOfBook(book, share);
}

/** What is known of the rows so far. */
function createGathering(pictures: ReadonlyMap<string, Found>) {
  const seen = new Set<string>();
  const books = new Map<string, Part | 'both'>();
  const pictured: PicturedRow[] = [];
  const faults: Fault[] = [];
  return {
    pictured,
    faults,
    sharedBooks: () => [...books.values()].filter((part) => part === 'both').length,
    /** Whether the row is one of the table's. */
    take({ row, book, described }: AnnotatedRow, file: Found, part: Part): boolean {
      const { id } = row;
      const path = pathOf(file);
      if (seen.has(id)) {
        faults.push({ kind: 'doubled-id', id, path });
        return false;
      }
      seen.add(id);
      books.set(book, (books.get(book) ?? part) === part ? part : 'both');
      const picture = pictures.get(id);
      if (picture) pictured.push({ id, picture, described });
      else faults.push({ kind: 'no-picture', id, path });
      return true;
    },
  };
}

/** @throws TalesError `file-unwritable`, `file-unreadable`, `cancelled`. */
export async function annotate(
  annotations: readonly Found[],
  pictures: ReadonlyMap<string, Found>,
  options: AnnotateOptions,
): Promise<AnnotatedSet> {
  const { out, signal, onDone } = options;
  const gathering = createGathering(pictures);
  const { pictured, faults } = gathering;
  const tables = {
    train: await openTable(out, fileOf('annotations', 'train'), ANNOTATION_COLUMNS),
    val: await openTable(out, fileOf('annotations', 'val'), ANNOTATION_COLUMNS),
  };
  const rows = { train: 0, val: 0 };
  try {
    for (const [index, file] of annotations.entries()) {
      throwIfCancelled(signal);
      for (const entry of await entriesOf(file)) {
        if (!('row' in entry)) {
          faults.push(entry);
          continue;
        }
        const part = partOf(entry.book, file, options);
        if (!gathering.take(entry, file, part)) continue;
        rows[part] += 1;
        await tables[part].add(ANNOTATION_COLUMNS.map((column) => entry.row[column]));
      }
      onDone?.(index + 1);
    }
    for (const table of Object.values(tables)) await table.finish();
  } finally {
    for (const table of Object.values(tables)) await table.abandon();
  }
  return { pictured, faults, rows, sharedBooks: gathering.sharedBooks() };
}
