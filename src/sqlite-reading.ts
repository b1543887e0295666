// Looks into a store's file without changing anything in it, also while the program runs that keeps it: for whoever has
// to be told what is kept. What is to be written goes through `store.ts`.
import { access } from 'node:fs/promises';
import { TalesError } from './errors.ts';
import { loadSqlite, SCHEMA_VERSION } from './sqlite.ts';
import { storeFault } from './store-fault.ts';

export interface StoredEntry {
  readonly namespace: string;
  readonly key: string;
  /** As it was put into its store. */
  readonly value: unknown;
  /** Unix milliseconds; absence means never. */
  readonly expires?: number;
}

const isThere = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );

function entriesIn(path: string): readonly StoredEntry[] {
  const { DatabaseSync } = loadSqlite();
  const database = new DatabaseSync(path, { readOnly: true, timeout: 5000 });
  try {
    const { version } = database.prepare('SELECT version FROM schema_version').get() ?? {};
    if (version !== SCHEMA_VERSION) throw new TalesError('store-unusable', { path, reason: 'newer' });
    return database
      .prepare('SELECT namespace, key, value, expires FROM entries ORDER BY namespace, key')
      .all()
      .map(({ namespace, key, value, expires }) => ({
        namespace: String(namespace),
        // As `sqlite-keyv.ts` writes keys, and Keyv values.
        key: String(JSON.parse(String(key))),
        value: JSON.parse(String(value)).value,
        ...(expires !== null && { expires: Number(expires) }),
      }));
  } finally {
    database.close();
  }
}

/**
 * All that is kept and has not expired at `now` (Unix milliseconds); nothing where there is no file.
 * @throws TalesError `store-unusable`
 */
export async function readEntries(path: string, now: number): Promise<readonly StoredEntry[]> {
  if (!(await isThere(path))) return [];
  try {
    return entriesIn(path).filter(({ expires }) => expires === undefined || expires >= now);
  } catch (error) {
    throw storeFault(path, error);
  }
}
