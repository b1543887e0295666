// Sees to it that a file of a revision is in the cache with the right bytes, fetching it only where it is not. Safe beside
// other processes that want the same.
import { mkdir, rename, rm } from 'node:fs/promises';
import { dirname, relative } from 'node:path';
import { unfinishedName } from '../../whole-file.ts';
import { type FilePlace, placeOf } from './cache.ts';
import { downloadBlob } from './download.ts';
import { writeFault } from './faults.ts';
import { type Soundness, sizeOf, soundness } from './hash.ts';
import { whileLocked } from './lock.ts';
import type { HubModel } from './manifest.ts';
import type { HubContext, HubFile } from './types.ts';

async function look(place: FilePlace, file: HubFile, { tell, signal }: HubContext): Promise<Soundness> {
  for (const path of [place.pointer, place.blob]) {
    if ((await sizeOf(path)) === undefined) continue;
    tell({ kind: 'checking', file: file.path, size: file.size });
    return soundness(path, file, signal);
  }
  return 'absent';
}

/** Links are relative, so that the cache can be moved; where they are not allowed the file itself moves there. */
async function point({ pointer, blob }: FilePlace, { tools }: HubContext): Promise<void> {
  const isReady = (await sizeOf(pointer)) !== undefined;
  if (isReady) return;
  const folder = dirname(pointer);
  await mkdir(folder, { recursive: true });
  const made = `${folder}/${unfinishedName()}`;
  try {
    await tools.symlink(relative(folder, blob), made);
  } catch {
    // Whatever the reason, such as EPERM on Windows: if nothing can be written here, renaming says so too.
    await rename(blob, pointer);
    return;
  }
  await rename(made, pointer);
}

/** The link and our own blob: what somebody's link leads to elsewhere is theirs. */
async function discard({ pointer, blob }: FilePlace): Promise<void> {
  await rm(pointer, { force: true });
  await rm(blob, { force: true });
}

/**
 * @returns bytes that were fetched.
 * @throws TalesError as `downloadBlob`; `store-unusable` when no lock can be made.
 */
export async function ensureFile(file: HubFile, model: HubModel, context: HubContext): Promise<number> {
  const { hub, tools, signal, tell } = context;
  const place = placeOf(hub, model, file);
  const found = async (): Promise<number> => {
    await point(place, context);
    tell({ kind: 'found', file: file.path });
    return 0;
  };
  try {
    // Without the lock: a cache that can only be read is of use too.
    if ((await look(place, file, context)) === 'sound') return await found();
    const onWait = (): void => tell({ kind: 'waiting', file: file.path });
    await mkdir(dirname(place.lock), { recursive: true });
    return await whileLocked(place.lock, { clock: tools.clock, signal, onWait }, async () => {
      const state = await look(place, file, context);
      if (state === 'sound') return found();
      if (state === 'wrong') {
        tell({ kind: 'broken', file: file.path });
        await discard(place);
      }
      const before = (await sizeOf(place.part)) ?? 0;
      const url = new URL(`${hub.endpoint}/${model.repo}/resolve/${model.revision}/${file.path}`);
      await downloadBlob({ file, place, url }, context);
      await point(place, context);
      return Math.max(0, file.size - before);
    });
  } catch (error) {
    throw await writeFault({ path: dirname(place.blob), needed: file.size }, error, tools);
  }
}
