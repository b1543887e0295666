// Folders that data sets are written to: made when missing, refused before any work when they cannot be used.
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { TalesError } from '../../errors.ts';
import { errnoOf } from '../../store-fault.ts';
import { unfinishedName } from '../../whole-file.ts';
import { unwritable } from '../../write-fault.ts';

/** A file stands where the folder is to be, or where one above it is. */
const IN_THE_WAY: ReadonlySet<string | undefined> = new Set(['EEXIST', 'ENOTDIR']);

/**
 * @returns what the folder holds.
 * @throws TalesError `option-invalid` where it is no folder, `file-unwritable` where nothing can be written.
 */
export async function openOutFolder(path: string): Promise<readonly string[]> {
  try {
    await mkdir(path, { recursive: true });
    const probe = join(path, unfinishedName());
    await writeFile(probe, '');
    await rm(probe);
    return await readdir(path);
  } catch (cause) {
    if (!IN_THE_WAY.has(errnoOf(cause))) throw unwritable(path, cause);
    const expected = { kind: 'folder' } as const;
    throw new TalesError('option-invalid', { option: '--out', value: path, expected }, { cause });
  }
}
