// Files that people asked for: whole or not at all.
import { access, open, rename, rm } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { TalesError } from '../errors.ts';

/**
 * Writes a file under a temporary name, syncs and renames it, so that neither Ctrl-C nor a crash leaves half of it.
 * @throws TalesError `file-unwritable`.
 */
export async function writeWhole(path: string, data: Uint8Array | string): Promise<void> {
  const partial = join(dirname(path), `.${basename(path)}.${process.pid}.partial`);
  try {
    await using file = await open(partial, 'w');
    await file.writeFile(data);
    await file.sync();
    await rename(partial, path);
  } catch (cause) {
    await rm(partial, { force: true });
    throw new TalesError('file-unwritable', { path }, { cause });
  }
}

/** @throws TalesError `file-unwritable` when a file could not be made at `path`; found out before any work is done. */
export async function assertWritable(path: string): Promise<void> {
  const probe = join(dirname(path), `.${basename(path)}.${process.pid}.partial`);
  try {
    await using _file = await open(probe, 'w');
    await rm(probe);
  } catch (cause) {
    throw new TalesError('file-unwritable', { path }, { cause });
  }
}

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
