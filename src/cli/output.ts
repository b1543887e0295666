// Files that people asked for: whole or not at all.
import { access, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { TalesError, type WriteFault } from '../errors.ts';
import { errnoOf } from '../store-fault.ts';

/** Not made of the file's own name, which may be as long as names can be. */
const partialFor = (path: string): string => join(dirname(path), `.storybook-${process.pid}.partial`);

/**
 * Writes a file under a temporary name, syncs and renames it, so that neither Ctrl-C nor a crash leaves half of it.
 * @throws TalesError `file-unwritable`.
 */
export async function writeWhole(path: string, data: Uint8Array | string): Promise<void> {
  const partial = partialFor(path);
  try {
    // Closed before it is renamed, which Windows may demand.
    await writeFile(partial, data, { flush: true });
    await rename(partial, path);
  } catch (cause) {
    await rm(partial, { force: true });
    throw new TalesError('file-unwritable', { path, reason: faultOf(cause) }, { cause });
  }
}

/** @throws TalesError `file-unwritable` when a file could not be made at `path`; found out before any work is done. */
export async function assertWritable(path: string): Promise<void> {
  const probe = partialFor(path);
  try {
    await writeFile(probe, '');
    await rm(probe);
  } catch (cause) {
    throw new TalesError('file-unwritable', { path, reason: faultOf(cause) }, { cause });
  }
  if (await isFolder(path)) throw new TalesError('file-unwritable', { path, reason: 'is-folder' });
}

const FAULTS: Readonly<Record<string, WriteFault>> = {
  ENOENT: 'no-folder',
  ENOTDIR: 'no-folder',
  EISDIR: 'is-folder',
  EACCES: 'denied',
  EPERM: 'denied',
  EROFS: 'denied',
  ENOSPC: 'full',
  EDQUOT: 'full',
};

const faultOf = (cause: unknown): WriteFault => FAULTS[errnoOf(cause) ?? ''] ?? 'failed';

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
    throw new TalesError('file-unwritable', { path, reason: faultOf(cause) }, { cause });
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

// Forbidden in names by one of Windows, macOS and Linux.
const UNSAFE = /[\p{Cc}\p{Cf}<>:"/\\|?*]/gu;
const LONGEST_NAME = 60;

/** A file name that says the title on every system. */
export function fileNameFor(title: string, ending: string): string {
  const safe = title
    .normalize('NFC')
    .replace(UNSAFE, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^\.+|\.+$/g, '');
  const short = [...safe].slice(0, LONGEST_NAME).join('').trim();
  return `${short || 'storybook'}${ending}`;
}

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
