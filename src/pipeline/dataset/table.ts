// A CSV that is there whole or not at all, written row by row in bounded memory.
import { open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { csvWriter } from '../../csv.ts';
import { unfinishedName } from '../../whole-file.ts';
import { unwritable } from '../../write-fault.ts';

export interface Table {
  add(values: readonly string[]): Promise<void>;
  /** Puts the file in its place; what was there is replaced. */
  finish(): Promise<void>;
  /** Leaves nothing behind; nothing happens after `finish`. */
  abandon(): Promise<void>;
}

/** Characters that are held before they are written. */
const HELD = 64 * 1024;

/** Each of its functions throws TalesError `file-unwritable` where the disk does not take it. */
export async function openTable(folder: string, name: string, columns: readonly string[]): Promise<Table> {
  const path = join(folder, name);
  const unfinished = join(folder, unfinishedName());
  const line = await csvWriter();
  const tried = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (cause) {
      throw unwritable(path, cause);
    }
  };
  const handle = await tried(() => open(unfinished, 'wx'));
  let held = line(columns);
  let isDone = false;
  const flush = async (): Promise<void> => {
    const text = held;
    held = '';
    await handle.appendFile(text);
  };
  return {
    async add(values) {
      held += line(values);
      if (held.length >= HELD) await tried(flush);
    },
    async finish() {
      await tried(async () => {
        await flush();
        await handle.sync();
        await handle.close();
        await rename(unfinished, path);
      });
      isDone = true;
    },
    async abandon() {
      if (isDone) return;
      isDone = true;
      await handle.close().catch(() => {});
      await rm(unfinished, { force: true });
    },
  };
}
