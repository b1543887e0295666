// Files that people asked for: whole or not at all.
import { access, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { TalesError } from '../errors.ts';

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
    throw new TalesError('file-unwritable', { path }, { cause });
  }
}

/** @throws TalesError `file-unwritable` when a file could not be made at `path`; found out before any work is done. */
export async function assertWritable(path: string): Promise<void> {
  const probe = partialFor(path);
  try {
    await writeFile(probe, '');
    await rm(probe);
  } catch (cause) {
    throw new TalesError('file-unwritable', { path }, { cause });
  }
  if (await isFolder(path)) throw new TalesError('file-unwritable', { path });
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
