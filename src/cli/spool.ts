// Bytes of many pictures put aside on the disk while their books are made, so that a whole class fits into memory.
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface Spool {
  put(key: string, bytes: Uint8Array): Promise<void>;
  /** @throws RangeError when nothing was put there. */
  get(key: string): Promise<Uint8Array>;
}

/** Whatever happens in `work`, nothing of it stays on the disk. The folder is this user's alone. */
export async function withSpool<T>(work: (spool: Spool) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'storybook-'));
  const names = new Map<string, string>();
  try {
    return await work({
      async put(key, bytes) {
        if (names.has(key)) return;
        const path = join(folder, String(names.size));
        names.set(key, path);
        await writeFile(path, bytes);
      },
      async get(key) {
        const path = names.get(key);
        if (path === undefined) throw new RangeError(`no picture was put aside under ${key}`);
        return readFile(path);
      },
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
