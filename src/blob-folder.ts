// Bytes by key in a folder of files: written under a temporary name, flushed, then renamed, so that a file is whole
// whenever it is there, whatever crashes. The folder belongs to this program alone.
import { mkdir, open, readdir, readFile, stat, unlink } from 'node:fs/promises';
import { basename, dirname, join, sep } from 'node:path';
import { checkBlobKey, isBlobKey } from './blob-key.ts';
import type { Blobs } from './blobs.ts';
import { errnoOf, storeFault } from './store-fault.ts';
import { UNFINISHED, writeWholeFile } from './whole-file.ts';

/** A temporary file this old has no writer any more: even a slow disk takes seconds. In milliseconds. */
const ABANDONED_AFTER = 60 * 60 * 1000;

export interface BlobFolderOptions {
  /** Made when missing, for its owner alone. */
  readonly folder: string;
}

/** Makes a rename or a new folder survive a power cut. Windows flushes folders by itself and cannot open them. */
async function flushFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function makeFolder(folder: string): Promise<void> {
  const first = await mkdir(folder, { recursive: true, mode: 0o700 });
  if (first === undefined) return;
  for (let made = folder; made.length >= first.length; made = dirname(made)) await flushFolder(dirname(made));
}

async function put(path: string, bytes: Uint8Array): Promise<void> {
  const folder = dirname(path);
  await makeFolder(folder);
  await writeWholeFile(path, bytes, { mode: 0o600 });
  await flushFolder(folder);
}

/** `undefined` instead of an error when there is no such file; it may be gone since somebody saw it. */
async function ifThere<R>(work: Promise<R>): Promise<R | undefined> {
  try {
    return await work;
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}

const remove = async (path: string): Promise<boolean> =>
  (await ifThere(unlink(path).then(() => true as const))) ?? false;

interface Sweeping {
  /** Files that were last written before these times, by their sort, are swept. */
  readonly keys: number;
  readonly temporary: number;
  readonly isInUse: (key: string) => boolean;
}

/** Returns how many keys went. */
async function sweepFolder(folder: string, { isInUse, ...times }: Sweeping) {
  let swept = 0;
  for (const path of await readdir(folder, { recursive: true })) {
    const key = path.split(sep).join('/');
    const isKey = isBlobKey(key);
    if (isKey ? isInUse(key) : !UNFINISHED.test(basename(path))) continue;
    const found = await ifThere(stat(join(folder, path)));
    if (found === undefined || found.mtimeMs >= (isKey ? times.keys : times.temporary)) continue;
    if ((await remove(join(folder, path))) && isKey) swept += 1;
  }
  return swept;
}

/**
 * Opens the folder and sweeps what crashed writers have left in it.
 * @throws TalesError `store-unusable`, as does every method.
 */
export async function openBlobFolder({ folder }: BlobFolderOptions): Promise<Blobs> {
  const guard = async <R>(work: () => Promise<R>): Promise<R> => {
    try {
      return await work();
    } catch (error) {
      throw storeFault(folder, error);
    }
  };
  const pathOf = (key: string): string => {
    checkBlobKey(key);
    return join(folder, key);
  };
  const sweep = (keys: number, isInUse: Sweeping['isInUse'] = () => false) =>
    sweepFolder(folder, { keys, temporary: Date.now() - ABANDONED_AFTER, isInUse });

  await guard(async () => {
    await makeFolder(folder);
    await sweep(Number.NEGATIVE_INFINITY);
  });

  return {
    async put(key, bytes) {
      const path = pathOf(key);
      await guard(() => put(path, bytes));
    },
    async get(key) {
      const path = pathOf(key);
      const bytes = await guard(() => ifThere(readFile(path)));
      return bytes && new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    },
    async delete(key) {
      const path = pathOf(key);
      return guard(async () => {
        const removed = await remove(path);
        if (removed) await flushFolder(dirname(path));
        return removed;
      });
    },
    sweep: (olderThan, isInUse) => guard(() => sweep(olderThan, isInUse)),
  };
}
