// Whether a file's bytes are the ones that are wanted.
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { throwIfCancelled } from '../../errors.ts';
import { errnoOf } from '../../store-fault.ts';
import type { HubFile } from './types.ts';

export type Soundness = 'sound' | 'wrong' | 'absent';

/** Bytes; `undefined` when there is no such file, or a link that leads nowhere. */
export async function sizeOf(path: string): Promise<number | undefined> {
  try {
    return (await stat(path)).size;
  } catch (error) {
    if (['ENOENT', 'ENOTDIR', 'ELOOP'].includes(errnoOf(error) ?? '')) return undefined;
    throw error;
  }
}

/** @param size of the file, which git's hash begins with. */
async function hashOf(path: string, { size, hash }: Pick<HubFile, 'size' | 'hash'>, signal?: AbortSignal) {
  const digest = createHash(hash.kind === 'sha256' ? 'sha256' : 'sha1');
  if (hash.kind === 'git-sha1') digest.update(`blob ${size}\0`);
  for await (const chunk of createReadStream(path, { highWaterMark: 1024 * 1024 })) {
    throwIfCancelled(signal);
    digest.update(chunk as Buffer);
  }
  return digest.digest('hex');
}

/** @throws TalesError `cancelled`; what the file system throws. */
export async function soundness(
  path: string,
  file: Pick<HubFile, 'size' | 'hash'>,
  signal?: AbortSignal,
): Promise<Soundness> {
  const size = await sizeOf(path);
  if (size === undefined) return 'absent';
  if (size !== file.size) return 'wrong';
  return (await hashOf(path, file, signal)) === file.hash.hex ? 'sound' : 'wrong';
}
