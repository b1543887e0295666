// Forgets a model, and deletes the files that were fetched for it unless another revision in the cache needs them.
import { readdir, readFile, readlink, realpath, rm, rmdir, stat } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
import type { Config } from '../../config.ts';
import { errnoOf } from '../../store-fault.ts';
import { refPath, repoFolder, snapshotFolder } from './cache.ts';
import { writeFault } from './faults.ts';
import { type FetchableModel, isFetchable, type ListedModel } from './manifest.ts';
import { changeRemembered, readRemembered } from './remembered.ts';
import { createTools } from './tools.ts';

/** What removing a model would do. */
export interface Removal {
  readonly model: ListedModel;
  readonly isRemembered: boolean;
  /** Absolute paths of what would be deleted: links, what they lead to, and parts. */
  readonly files: readonly string[];
  /** Bytes. */
  readonly size: number;
}

async function listing(folder: string): Promise<readonly string[]> {
  try {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    return entries.filter((entry) => !entry.isDirectory()).map(({ parentPath, name }) => join(parentPath, name));
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes(errnoOf(error) ?? '')) return [];
    throw error;
  }
}

/** Where a link leads, even if nothing is there; a file itself. */
const targetOf = (path: string): Promise<string> =>
  readlink(path).then(
    (target) => resolve(dirname(path), target),
    () => path,
  );

/** Only what this program would fetch: other programs may have put more into the same revision. */
async function filesOf({ hub: model }: FetchableModel, { hub }: Config): Promise<readonly string[]> {
  const repo = repoFolder(hub, model);
  const snapshot = snapshotFolder(hub, model);
  const ours = new Set([...model.files, ...model.weights].map((name) => join(snapshot, name)));
  const pointers = (await listing(join(repo, 'snapshots'))).map(async (path) => ({ path, to: await targetOf(path) }));
  const found = await Promise.all(pointers);
  const others = found.filter(({ path }) => !ours.has(path));
  const kept = new Set(others.map(({ to }) => to));
  const isInCache = (path: string): boolean => !relative(repo, path).startsWith('..');
  const gone = found
    .filter(({ path }) => ours.has(path))
    .flatMap(({ path, to }) => (kept.has(to) || !isInCache(to) ? [path] : [path, to]));
  const parts = (await listing(join(repo, 'blobs'))).filter((path) => path.endsWith('.incomplete'));
  const isEmptied = !others.some(({ path }) => !relative(snapshot, path).startsWith('..'));
  const ref = refPath(hub, model);
  const isNamed = isEmptied && gone.length > 0 && (await readFile(ref, 'utf8').catch(() => '')) === model.revision;
  return [...new Set([...gone, ...parts, ...(isNamed ? [ref] : [])])];
}

async function bytesIn(files: readonly string[]): Promise<number> {
  const real = await Promise.all(files.map((path) => realpath(path).catch(() => path)));
  const sizes = await Promise.all([...new Set(real)].map((path) => stat(path).catch(() => undefined)));
  return sizes.reduce((sum, stats) => sum + (stats?.size ?? 0), 0);
}

/** @throws TalesError `store-unusable` */
export async function planRemoval(model: ListedModel, config: Config): Promise<Removal> {
  const known = (await readRemembered(config)).models[model.engine];
  // A folder that a person has placed is theirs, and what lies in the cache beside it is not in use.
  const files = isFetchable(model) ? await filesOf(model, config) : [];
  const there = files.length === 0 ? 0 : await bytesIn(files);
  return { model, isRemembered: known !== undefined, files, size: there };
}

/** Folders of the revision that have nothing in them any more. */
async function tidy(files: readonly string[], { hub }: Config): Promise<void> {
  const top = join(hub.home, 'hub');
  const isBelow = (folder: string): boolean => !relative(top, folder).startsWith('..') && folder !== top;
  for (const file of files) {
    let folder = dirname(file);
    while (isBelow(folder) && (await readdir(folder).catch(() => ['?'])).length === 0) {
      await rmdir(folder);
      folder = dirname(folder);
    }
  }
}

/** @throws TalesError `store-unusable`, `file-unwritable`. */
export async function removeModel({ model, files }: Removal, config: Config, signal: AbortSignal): Promise<void> {
  await changeRemembered(config, signal, (known) => {
    const { [model.engine]: _, ...models } = known.models;
    return { ...known, models };
  });
  for (const path of files) {
    try {
      await rm(path, { force: true });
    } catch (error) {
      throw await writeFault({ path, needed: 0 }, error, createTools());
    }
  }
  await tidy(files, config);
}
