// Hashes again all files of the models that are here, and says which are not what they should be.
import { lstat, readlink } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Config } from '../../config.ts';
import { isTalesError, type TalesError } from '../../errors.ts';
import { checkModel } from '../models.ts';
import { type Soundness, sizeOf, soundness } from './hash.ts';
import { listModels, type ModelEntry } from './list.ts';
import { isFetchable, type ListedModel, MODELS } from './manifest.ts';
import { readRemembered, withFolder } from './remembered.ts';
import type { FileHash, HubFile, WeightsEvent } from './types.ts';

export interface VerifyOptions {
  readonly signal: AbortSignal;
  readonly tell: (event: WeightsEvent) => void;
}

export interface VerifiedModel {
  readonly name: string;
  readonly folder: string;
  /** `unknown`: nothing is known of what the file should be. */
  readonly files: readonly { readonly path: string; readonly state: Soundness | 'unknown' }[];
  /** Why the folder is of no use as a model, whatever its files are. */
  readonly fault?: TalesError;
}

const KINDS: Readonly<Record<number, FileHash['kind']>> = { 40: 'git-sha1', 64: 'sha256' };

/** In the hub's cache a file is a link to a blob that is named by its hash. */
async function hashByLink(path: string): Promise<FileHash | undefined> {
  const stats = await lstat(path).catch(() => undefined);
  if (!stats?.isSymbolicLink()) return undefined;
  const hex = basename(await readlink(path));
  const kind = KINDS[hex.length];
  return kind && /^[0-9a-f]+$/.test(hex) ? { kind, hex } : undefined;
}

type Expected = Pick<HubFile, 'path' | 'size' | 'hash'> | { readonly path: string };

/** What the files of a model should be: as the hub said when it was fetched, else as the cache names its blobs. */
async function expectedOf({ engine, name, folder = '' }: ModelEntry, config: Config, models: readonly ListedModel[]) {
  const known = (await readRemembered(config)).models[engine];
  if (known?.origin === 'pulled' && known.folder === folder) return known.files;
  const model = models.find((each) => each.name === name);
  const names = model && isFetchable(model) ? [...model.hub.files, ...model.hub.weights] : [];
  const expected: Expected[] = [];
  for (const path of names) {
    const size = await sizeOf(join(folder, path));
    if (size === undefined) continue;
    const hash = await hashByLink(join(folder, path));
    expected.push(hash ? { path, size, hash } : { path });
  }
  return expected;
}

async function faultOf(entry: ModelEntry, config: Config): Promise<TalesError | undefined> {
  try {
    await checkModel(entry.engine, withFolder(config, entry.engine, entry.folder ?? ''));
    return undefined;
  } catch (error) {
    if (isTalesError(error)) return error;
    throw error;
  }
}

async function verifyOne(entry: ModelEntry, config: Config, models: readonly ListedModel[], options: VerifyOptions) {
  const { name, folder = '' } = entry;
  const files: VerifiedModel['files'][number][] = [];
  for (const file of await expectedOf(entry, config, models)) {
    const path = join(folder, file.path);
    if (!('hash' in file)) {
      files.push({ path: file.path, state: 'unknown' });
      continue;
    }
    options.tell({ kind: 'checking', file: file.path, size: file.size });
    files.push({ path: file.path, state: await soundness(path, file, options.signal) });
  }
  const fault = await faultOf(entry, config);
  return { name, folder, files, ...(fault && { fault }) };
}

/**
 * @param names of models, each of the list; none: all that are here.
 * @param config as the environment has it, without what is remembered.
 * @throws TalesError `store-unusable`, `cancelled`. What is wrong with a model is told, not thrown.
 */
export async function verifyModels(
  names: readonly string[],
  config: Config,
  options: VerifyOptions,
  models: readonly ListedModel[] = MODELS,
): Promise<readonly VerifiedModel[]> {
  const entries = await listModels(config, models);
  const isAsked = ({ name, state }: ModelEntry) => (names.length > 0 ? names.includes(name) : state !== 'absent');
  const verified: VerifiedModel[] = [];
  for (const entry of entries.filter(isAsked)) verified.push(await verifyOne(entry, config, models, options));
  return verified;
}
