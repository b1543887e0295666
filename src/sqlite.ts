// Opens the one database file of the embedded store: private, in WAL mode, with its schema, safe to share between
// processes. What rows mean is left to `sqlite-keyv.ts`.
import { mkdir, open, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { setTimeout as wait } from 'node:timers/promises';
import { TalesError } from './errors.ts';
import { errnoOf, sqliteCode, storeFault } from './store-fault.ts';

export const SCHEMA_VERSION = 1;

const SCHEMA = `
  CREATE TABLE entries (
    namespace TEXT NOT NULL,
    key TEXT NOT NULL,
    value TEXT NOT NULL,
    expires INTEGER, -- Unix milliseconds; NULL is never
    PRIMARY KEY (namespace, key)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX entries_by_expiry ON entries (expires) WHERE expires IS NOT NULL;
  CREATE TABLE schema_version (version INTEGER NOT NULL) STRICT;
  INSERT INTO schema_version VALUES (${SCHEMA_VERSION});
`;

export interface SqliteOptions {
  /** The database file. Its folder is made when missing. */
  readonly path: string;
  /** How long to wait for other processes, in milliseconds. */
  readonly busyTimeout: number;
}

/** Early releases of Node 24 call `node:sqlite` experimental on standard error; that is news for us, not for the user. */
export function loadSqlite(): typeof import('node:sqlite') {
  const { emitWarning } = process;
  process.emitWarning = () => {};
  try {
    return process.getBuiltinModule('node:sqlite');
  } finally {
    process.emitWarning = emitWarning;
  }
}

/** Makes the file before SQLite does, so that neither it nor its WAL (which takes its mode) is readable by others. */
async function makePrivateFile(path: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  try {
    // `wx` never opens a file that exists: closing it would drop the locks that this process holds through SQLite.
    await (await open(path, 'wx', 0o600)).close();
  } catch (error) {
    if (errnoOf(error) !== 'EEXIST') throw error;
    if ((await stat(path)).isDirectory()) throw new TalesError('store-unusable', { path, reason: 'wrong-kind' });
  }
}

function prepareSchema(database: DatabaseSync, path: string): void {
  database.exec('BEGIN IMMEDIATE');
  try {
    const tables = database.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").all();
    if (tables.length === 0) {
      database.exec(SCHEMA);
    } else if (!tables.some(({ name }) => name === 'schema_version')) {
      throw new TalesError('store-unusable', { path, reason: 'foreign' });
    } else {
      const { version } = database.prepare('SELECT version FROM schema_version').get() ?? {};
      if (version !== SCHEMA_VERSION) throw new TalesError('store-unusable', { path, reason: 'newer' });
    }
    database.exec('COMMIT');
  } catch (error) {
    database.exec('ROLLBACK');
    throw error;
  }
}

function connect({ path, busyTimeout }: SqliteOptions): DatabaseSync {
  const { DatabaseSync: Database } = loadSqlite();
  const database = new Database(path, { timeout: busyTimeout });
  try {
    // FULL: what has been acknowledged survives a power cut. secure_delete: what is deleted is overwritten.
    database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON');
    prepareSchema(database, path);
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

/**
 * Opens the database, making it when it is missing.
 * @throws TalesError `store-unusable`; `busy` after `busyTimeout`.
 */
export async function openSqlite(options: SqliteOptions): Promise<DatabaseSync> {
  const deadline = performance.now() + options.busyTimeout;
  try {
    await makePrivateFile(options.path);
    for (;;) {
      try {
        return connect(options);
      } catch (error) {
        // Turning WAL on does not wait for the busy timeout: SQLite reports the lock of another opener at once.
        if (sqliteCode(error) !== 5 || performance.now() >= deadline) throw error;
        await wait(10);
      }
    }
  } catch (error) {
    throw storeFault(options.path, error);
  }
}
