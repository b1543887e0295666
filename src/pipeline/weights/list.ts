// Which models there are to have, and which of them are here and where. Asks nothing of the network, and hashes nothing.
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Config } from '../../config.ts';
import type { Locale } from '../../story.ts';
import { repoFolder, snapshotFolder } from './cache.ts';
import { sizeOf } from './hash.ts';
import { type FetchableModel, isFetchable, type ListedModel, MODELS, type ModelEngine } from './manifest.ts';
import { namedFolder, type RememberedModel, readRemembered } from './remembered.ts';

/** `unused` is there whole, but nobody has said that it is to be used. */
export type ModelState = 'used' | 'unused' | 'partly' | 'absent' | 'by-hand' | 'vanished';

export interface ModelEntry {
  readonly name: string;
  readonly engine: ModelEngine;
  readonly about: Readonly<Record<Locale, string>>;
  /** Absent where it is for whoever gave the model away to say. */
  readonly licence?: string;
  /** Where it is fetched from, and about how many bytes that is; absent for what is placed by hand. */
  readonly repo?: string;
  readonly revision?: string;
  readonly approximateSize?: number;
  readonly state: ModelState;
  /** Where it is, or where it was looked for. */
  readonly folder?: string;
  /** Whether the folder is named by the environment, which comes before what commands say. */
  readonly isNamed: boolean;
}

/** By the names of the files alone: how large they have to be only the hub knows. */
async function stateInCache({ hub: model }: FetchableModel, { hub }: Config): Promise<'unused' | 'partly' | 'absent'> {
  const folder = snapshotFolder(hub, model);
  const sizes = await Promise.all(model.files.map((name) => sizeOf(join(folder, name))));
  const weights = await Promise.all(model.weights.map((name) => sizeOf(join(folder, name))));
  const hasWeights = weights.some((size) => size !== undefined);
  if (hasWeights && sizes.every((size) => size !== undefined)) return 'unused';
  if (hasWeights || sizes.some((size) => size !== undefined)) return 'partly';
  const blobs = await readdir(join(repoFolder(hub, model), 'blobs')).catch(() => []);
  return blobs.some((name) => name.endsWith('.incomplete')) ? 'partly' : 'absent';
}

async function stateOfPulled({ folder, files }: Extract<RememberedModel, { origin: 'pulled' }>): Promise<ModelState> {
  const sound = await Promise.all(files.map(async ({ path, size }) => (await sizeOf(join(folder, path))) === size));
  if (sound.every(Boolean)) return 'used';
  return sound.some(Boolean) ? 'partly' : 'vanished';
}

type Found = Pick<ModelEntry, 'state' | 'folder' | 'isNamed'>;

async function find(model: ListedModel, config: Config, known: RememberedModel | undefined): Promise<Found> {
  const named = namedFolder(model.engine, config);
  const folder = named ?? known?.folder;
  if (named !== undefined || known?.origin === 'by-hand') {
    const isThere = folder !== undefined && (await sizeOf(folder)) !== undefined;
    return { state: isThere ? 'by-hand' : 'vanished', isNamed: named !== undefined, ...(folder && { folder }) };
  }
  if (known) return { state: await stateOfPulled(known), folder: known.folder, isNamed: false };
  if (!isFetchable(model)) return { state: 'absent', isNamed: false };
  const state = await stateInCache(model, config);
  return { state, isNamed: false, ...(state !== 'absent' && { folder: snapshotFolder(config.hub, model.hub) }) };
}

/**
 * @param config as the environment has it, without what is remembered.
 * @throws TalesError `store-unusable` when what is remembered cannot be read.
 */
export async function listModels(
  config: Config,
  models: readonly ListedModel[] = MODELS,
): Promise<readonly ModelEntry[]> {
  const remembered = await readRemembered(config);
  return Promise.all(
    models.map(async (model): Promise<ModelEntry> => {
      const { name, engine, about, licence, hub } = model;
      const found = await find(model, config, remembered.models[engine]);
      return {
        ...{ name, engine, about },
        ...(licence !== undefined && { licence }),
        ...(hub && { repo: hub.repo, revision: hub.revision, approximateSize: hub.approximateSize }),
        ...found,
      };
    }),
  );
}
