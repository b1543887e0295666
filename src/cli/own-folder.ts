// Whose results a folder holds, so that those of another model are never mixed with them or replaced: what the results are
// of is kept beside them, in `model.json`. What is measured, and the files of it, are left to the commands.
import { mkdir, readdir, readFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { TalesError } from '../errors.ts';
import { errnoOf } from '../store-fault.ts';
import { unwritable } from '../write-fault.ts';
import { writeWhole } from './output.ts';
import { json } from './results.ts';

const OWNER = 'model.json';

export interface FolderWish {
  /** Named by a person: this folder or none. */
  readonly out?: string | undefined;
  /** Otherwise this one, or the next name that is free: `kot5`, `kot5-2`, `kot5-3` … */
  readonly usual: string;
  /** What the results are of: the absolute path of a model's folder, or of a file of results. */
  readonly of: string;
}

export interface OwnFolder {
  readonly folder: string;
  /** What the usual folder has results of; absent where that folder was free. */
  readonly taken?: string;
}

/** @throws TalesError `file-unwritable`, or `option-invalid` when a file is in its way. */
async function makeFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true }).catch((cause: unknown) => {
    if (!['EEXIST', 'ENOTDIR'].includes(errnoOf(cause) ?? '')) throw unwritable(folder, cause);
    throw new TalesError('option-invalid', { option: '--out', value: folder, expected: { kind: 'folder' } }, { cause });
  });
}

/** Damaged, it says as little as a folder from before there were such files: whoever comes first takes it. */
function ownerIn(text: string): string | undefined {
  try {
    const { model } = JSON.parse(text) as { readonly model?: unknown };
    return typeof model === 'string' ? model : undefined;
  } catch {
    return undefined;
  }
}

/** What the results in a folder are of; `undefined` where it has none, or nothing says so. */
async function ownerOf(folder: string): Promise<string | undefined> {
  const text = await readFile(join(folder, OWNER), 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  // Work that was refused at once has left nothing but the name.
  const others = (await readdir(folder)).filter((name) => name !== OWNER);
  return others.length > 0 ? ownerIn(text) : undefined;
}

async function own(folder: string, of: string): Promise<void> {
  await makeFolder(folder);
  await writeWhole(join(folder, OWNER), json({ model: of }));
}

/**
 * A folder that is there, for the results of this and nothing else.
 * @throws TalesError `option-invalid` when the folder that a person named has other results; `file-unwritable`.
 */
export async function ownFolder({ out, usual, of }: FolderWish): Promise<OwnFolder> {
  const first = out ?? usual;
  const owner = await ownerOf(first);
  const isOwn = (other: string | undefined): boolean => other === undefined || other === of;
  // Results that lie in the folder itself are only written down once more.
  if (isOwn(owner) || dirname(of) === resolve(first)) {
    await own(first, owner ?? of);
    return { folder: first };
  }
  if (out !== undefined) {
    const expected = { kind: 'unmixed', owner: owner ?? '' } as const;
    throw new TalesError('option-invalid', { option: '--out', value: out, expected });
  }
  let [folder, number] = [`${usual}-2`, 2];
  while (!isOwn(await ownerOf(folder))) {
    number += 1;
    folder = `${usual}-${number}`;
  }
  await own(folder, of);
  return { folder, taken: owner ?? '' };
}
