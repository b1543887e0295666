// Keyv's storage adapter over one table of SQLite: keys and expiry live here, serialised values come from Keyv.
// Faults are thrown by the call that met them, never emitted. One adapter serves one Keyv, which sets its namespace.
import type { DatabaseSync } from 'node:sqlite';
import { openSqlite, type SqliteOptions } from './sqlite.ts';
import { storeFault } from './store-fault.ts';

interface Entry {
  readonly key: string;
  /** As serialised by Keyv. */
  readonly value: string;
  /** Milliseconds from now; absence means for ever. */
  readonly ttl?: number | undefined;
}

/** What Keyv asks of a store (`KeyvStoreAdapter`), with a `setMany` that answers as Keyv promises its callers. */
export interface SqliteAdapter {
  readonly opts: { readonly dialect: 'sqlite'; readonly url: string };
  namespace?: string | undefined;
  get(key: string): Promise<string | undefined>;
  getMany(keys: readonly string[]): Promise<(string | undefined)[]>;
  set(key: string, value: string, ttl?: number): Promise<boolean>;
  setMany(entries: readonly Entry[]): Promise<boolean[]>;
  /** Whether there was one. */
  delete(key: string): Promise<boolean>;
  /** Whether there was any. */
  deleteMany(keys: readonly string[]): Promise<boolean>;
  has(key: string): Promise<boolean>;
  hasMany(keys: readonly string[]): Promise<boolean[]>;
  clear(): Promise<void>;
  iterator(namespace?: string): AsyncGenerator<[string, string], void>;
  disconnect(): Promise<void>;
  on(event: string, listener: (...values: unknown[]) => void): SqliteAdapter;
}

export interface SqliteFile {
  /** A new adapter on this file. */
  adapter(): SqliteAdapter;
  /** Deletes what has expired before `now` (Unix milliseconds), and empties the write-ahead log. Returns how many. */
  sweep(now: number): number;
  /** Closes the file. What is asked of its adapters afterwards fails. */
  close(): void;
}

const PAGE = 100;

/** A JSON string holds every key there is, NUL and lone surrogates included, which SQLite's text does not. */
const encode = (key: string): string => JSON.stringify(key);
const decode = (key: unknown): string => String(JSON.parse(String(key)));

function statements(database: DatabaseSync) {
  return {
    get: database.prepare(
      'SELECT value FROM entries WHERE namespace = ? AND key = ? AND (expires IS NULL OR expires >= ?)',
    ),
    set: database.prepare('INSERT OR REPLACE INTO entries (namespace, key, value, expires) VALUES (?, ?, ?, ?)'),
    delete: database.prepare('DELETE FROM entries WHERE namespace = ? AND key = ? RETURNING expires'),
    clear: database.prepare('DELETE FROM entries WHERE namespace = ?'),
    page: database.prepare(
      `SELECT key, value FROM entries
       WHERE namespace = ? AND key > ? AND (expires IS NULL OR expires >= ?) ORDER BY key LIMIT ${PAGE}`,
    ),
    sweep: database.prepare('DELETE FROM entries WHERE expires < ?'),
  };
}

type Statements = ReturnType<typeof statements>;
type Guard = <R>(work: () => R) => R;

function transaction<R>(database: DatabaseSync, work: () => R): R {
  database.exec('BEGIN IMMEDIATE');
  try {
    const result = work();
    database.exec('COMMIT');
    return result;
  } catch (error) {
    if (database.isTransaction) database.exec('ROLLBACK');
    throw error;
  }
}

interface OpenFile {
  readonly path: string;
  readonly database: DatabaseSync;
  readonly sql: Statements;
  readonly guard: Guard;
}

/** Page by page, so that no statement stays open between turns and keeps the write-ahead log from shrinking. */
async function* entriesOf({ sql, guard }: OpenFile, namespace: string): AsyncGenerator<[string, string], void> {
  for (let after = ''; ; ) {
    const rows = guard(() => sql.page.all(namespace, after, Date.now()));
    for (const { key, value } of rows) {
      yield [decode(key), String(value)];
      after = String(key);
    }
    if (rows.length < PAGE) return;
  }
}

/** The table as the namespace that `space` names sees it. */
function createRows({ sql }: OpenFile, space: () => string) {
  return {
    read(key: string): string | undefined {
      const { value } = sql.get.get(space(), encode(key), Date.now()) ?? {};
      return value === undefined ? undefined : String(value);
    },
    write({ key, value, ttl }: Entry): boolean {
      if (typeof value !== 'string') throw new TypeError('sqlite-keyv needs values serialised to strings');
      sql.set.run(space(), encode(key), value, ttl === undefined ? null : Date.now() + ttl);
      return true;
    },
    /** What has expired was not there, though its row was. */
    remove(key: string): boolean {
      const { expires } = sql.delete.get(space(), encode(key)) ?? {};
      return expires === null || Number(expires) >= Date.now();
    },
  };
}

function createAdapter(file: OpenFile): SqliteAdapter {
  const { database, sql, guard, path } = file;
  const space = (): string => adapter.namespace ?? '';
  const { read, write, remove } = createRows(file, space);
  const adapter: SqliteAdapter = {
    opts: { dialect: 'sqlite', url: `sqlite://${path}` },
    get: async (key) => guard(() => read(key)),
    getMany: async (keys) => guard(() => keys.map(read)),
    set: async (key, value, ttl) => guard(() => write({ key, value, ttl })),
    setMany: async (entries) => guard(() => transaction(database, () => entries.map(write))),
    delete: async (key) => guard(() => remove(key)),
    deleteMany: async (keys) => guard(() => transaction(database, () => keys.map(remove).some(Boolean))),
    has: async (key) => guard(() => read(key) !== undefined),
    hasMany: async (keys) => guard(() => keys.map((key) => read(key) !== undefined)),
    clear: async () => guard(() => void sql.clear.run(space())),
    iterator: (namespace = space()) => entriesOf(file, namespace),
    disconnect: async () => {
      if (database.isOpen) database.close();
    },
    on: () => adapter,
  };
  return adapter;
}

/**
 * Opens the file and sweeps what has expired.
 * @throws TalesError `store-unusable`, as does every method of its adapters.
 */
export async function openSqliteFile(options: SqliteOptions): Promise<SqliteFile> {
  const database = await openSqlite(options);
  const guard: Guard = (work) => {
    try {
      return work();
    } catch (error) {
      if (error instanceof TypeError) throw error;
      throw storeFault(options.path, error);
    }
  };
  const sweep = (now: number): number =>
    guard(() => {
      const { changes } = sql.sweep.run(now);
      wipe();
      return Number(changes);
    });
  // What was deleted, now or before, is whole in the log until that is emptied; readers elsewhere may put it off.
  const wipe = (): void => database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  const close = (): void => {
    if (!database.isOpen) return;
    try {
      wipe();
    } finally {
      database.close();
    }
  };
  let sql: Statements;
  try {
    sql = guard(() => statements(database));
    sweep(Date.now());
  } catch (error) {
    close();
    throw error;
  }
  return { adapter: () => createAdapter({ path: options.path, database, sql, guard }), sweep, close };
}
