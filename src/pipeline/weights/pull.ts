// Fetches a model of the list: lists its files, sees that there is room, fetches what is not there, looks whether it can be
// used, and remembers where it is.
import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Config } from '../../config.ts';
import { TalesError } from '../../errors.ts';
import { writeWholeFile } from '../../whole-file.ts';
import { checkModel } from '../models.ts';
import { placeOf, refPath, repoFolder, snapshotFolder } from './cache.ts';
import { ensureFile } from './ensure-file.ts';
import { writeFault } from './faults.ts';
import { sizeOf } from './hash.ts';
import { listFiles } from './list-files.ts';
import type { FetchableModel, HubModel } from './manifest.ts';
import { remember, withFolder } from './remembered.ts';
import { createTools } from './tools.ts';
import type { HubContext, HubFile, WeightsEvent, WeightsTools } from './types.ts';

export interface PullOptions {
  readonly signal: AbortSignal;
  readonly tell: (event: WeightsEvent) => void;
  /** What stands in for the outside world; default: none of it. */
  readonly tools?: Partial<WeightsTools>;
}

export interface PulledModel {
  readonly name: string;
  readonly folder: string;
  /** Of all its files, in bytes. */
  readonly size: number;
  /** Bytes that had to be fetched. */
  readonly fetched: number;
}

/** @throws TalesError `disk-too-small` when what is still to come does not fit. */
async function checkRoom(files: readonly HubFile[], model: HubModel, { hub, tools }: HubContext): Promise<void> {
  let needed = 0;
  for (const file of files) {
    const { pointer, blob, part } = placeOf(hub, model, file);
    const isThere = (await sizeOf(pointer)) === file.size || (await sizeOf(blob)) === file.size;
    if (!isThere) needed += Math.max(0, file.size - ((await sizeOf(part)) ?? 0));
  }
  const path = repoFolder(hub, model);
  const free = needed === 0 ? 0 : await tools.freeBytes(path);
  if (needed > free) throw new TalesError('disk-too-small', { path, needed, free });
}

/** Lets other programs find the revision by its branch; what they know already is theirs to keep. */
async function nameRevision(model: HubModel, { hub, tools }: HubContext): Promise<void> {
  const path = refPath(hub, model);
  if ((await sizeOf(path)) !== undefined) return;
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeWholeFile(path, model.revision);
  } catch (error) {
    throw await writeFault({ path, needed: model.revision.length }, error, tools);
  }
}

/**
 * @throws TalesError `hub-…`, `service-…`, `download-corrupt`, `disk-too-small`, `file-unwritable`, `store-unusable`,
 * `cancelled` (what came so far is kept, and the next time goes on from there), `model-…` when it cannot be used.
 */
export async function pullModel(model: FetchableModel, config: Config, options: PullOptions): Promise<PulledModel> {
  const { signal, tell } = options;
  const context: HubContext = { hub: config.hub, tools: { ...createTools(), ...options.tools }, signal, tell };
  const files = await listFiles(context, model.hub);
  await checkRoom(files, model.hub, context);
  let fetched = 0;
  for (const file of files) fetched += await ensureFile(file, model.hub, context);
  if (fetched > 0) await nameRevision(model.hub, context);
  const folder = snapshotFolder(config.hub, model.hub);
  await checkModel(model.engine, withFolder(config, model.engine, folder));
  await remember(config, signal, model.engine, { origin: 'pulled', name: model.name, folder, files: [...files] });
  return { name: model.name, folder, size: files.reduce((sum, { size }) => sum + size, 0), fetched };
}
