// One process alone keeps conversations in a folder. The lock is SQLite's own on a file of its own, so that it ends with
// the process, however that ends.
import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { TalesError } from './errors.ts';
import { loadSqlite } from './sqlite.ts';
import { sqliteCode, storeFault } from './store-fault.ts';

export interface RunningLock {
  release(): void;
}

/**
 * @param path of the lock's own file; its folder is made when missing.
 * @throws TalesError `already-running` when another process holds it, `store-unusable` when the folder is of no use.
 */
export async function holdLock(path: string): Promise<RunningLock> {
  const folder = dirname(path);
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const { DatabaseSync } = loadSqlite();
    const database = new DatabaseSync(path, { timeout: 0 });
    try {
      database.exec('BEGIN EXCLUSIVE');
    } catch (error) {
      database.close();
      throw error;
    }
    return { release: () => database.close() };
  } catch (error) {
    if (sqliteCode(error) === 5) throw new TalesError('already-running', { folder }, { cause: error });
    throw storeFault(path, error);
  }
}
