// A file that is there whole or not at all: written under a temporary name, flushed, then renamed.
import { randomUUID } from 'node:crypto';
import { rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** Names of files that were not finished. Not made of the file's own name, which may be as long as names can be. */
export const UNFINISHED = /^\.[0-9a-f-]{36}\.partial$/;

export const unfinishedName = (): string => `.${randomUUID()}.partial`;

export interface WholeFileOptions {
  /** Permissions of the new file; the system's own by default. */
  readonly mode?: number;
}

/** Writes and replaces. Throws what the file system throws, and leaves nothing behind then. */
export async function writeWholeFile(
  path: string,
  data: Uint8Array | string,
  { mode }: WholeFileOptions = {},
): Promise<void> {
  const unfinished = join(dirname(path), unfinishedName());
  try {
    // Closed before it is renamed, which Windows may demand.
    await writeFile(unfinished, data, { flag: 'wx', flush: true, ...(mode !== undefined && { mode }) });
    await rename(unfinished, path);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
}
