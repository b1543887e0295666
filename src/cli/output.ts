// Files that people asked for: whole or not at all.
import { access, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { TalesError } from '../errors.ts';
import { errnoOf } from '../store-fault.ts';
import { unfinishedName, writeWholeFile } from '../whole-file.ts';
import { unwritable } from '../write-fault.ts';

/**
 * Writes a file so that neither Ctrl-C nor a crash leaves half of it.
 * @throws TalesError `file-unwritable`.
 */
export async function writeWhole(path: string, data: Uint8Array | string): Promise<void> {
  try {
    await writeWholeFile(path, data);
  } catch (cause) {
    throw unwritable(path, cause);
  }
}

/** @throws TalesError `file-unwritable` when a file could not be made at `path`; found out before any work is done. */
export async function assertWritable(path: string): Promise<void> {
  const probe = join(dirname(path), unfinishedName());
  try {
    await writeFile(probe, '');
    await rm(probe);
  } catch (cause) {
    throw unwritable(path, cause);
  }
  if (await isFolder(path)) throw new TalesError('file-unwritable', { path, reason: 'is-folder' });
}

const ENDING = '.pdf';
const PDF = '%PDF-';

/**
 * Whether a book may be written to `path`: its name says PDF, and what is there already, if anything, is one.
 * So neither a picture nor a file of fields is ever replaced by a slip of the hand.
 * @returns whether a book is there already.
 * @throws TalesError `option-invalid`, `output-not-a-book`, `file-unwritable`.
 */
export async function assertBookPath(path: string): Promise<boolean> {
  if (!path.toLowerCase().endsWith(ENDING)) {
    throw new TalesError('option-invalid', {
      option: '--out',
      value: path,
      expected: { kind: 'ending', ending: ENDING },
    });
  }
  await assertWritable(path);
  const there = await readFile(path).catch((cause: unknown) => {
    if (errnoOf(cause) === 'ENOENT') return undefined;
    throw unwritable(path, cause);
  });
  if (there === undefined) return false;
  if (there.subarray(0, PDF.length).toString('latin1') !== PDF) throw new TalesError('output-not-a-book', { path });
  return true;
}

const isFolder = (path: string): Promise<boolean> =>
  stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );

/** `name`, or `name-2`, `name-3`, …: the first that would overwrite nothing in `folder`. */
export async function freeName(folder: string, name: string, ending: string): Promise<string> {
  const stem = name.slice(0, name.length - ending.length);
  for (let copy = 1; ; copy += 1) {
    const path = resolve(folder, copy === 1 ? name : `${stem}-${copy}${ending}`);
    const taken = await access(path).then(
      () => true,
      () => false,
    );
    if (!taken) return path;
  }
}
