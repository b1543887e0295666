// ZIP archives for tests: whole ones, and ones that were meddled with.
import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { buffer } from 'node:stream/consumers';
import yazl from 'yazl';

export async function zipOf(files: Readonly<Record<string, Uint8Array | string>>, compress = true): Promise<Buffer> {
  const zip = new yazl.ZipFile();
  for (const [name, data] of Object.entries(files)) zip.addBuffer(Buffer.from(data), name, { compress });
  zip.end();
  return await buffer(zip.outputStream);
}

/** All files below a folder, by their paths with slashes. */
export async function filesBelow(folder: string): Promise<Readonly<Record<string, Buffer>>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const files = await Promise.all(
    paths.map(async (path) => [relative(folder, path).replaceAll('\\', '/'), await readFile(path)] as const),
  );
  return Object.fromEntries(files.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Every place of `from`, which is as long as `to`, made into `to`: names that no library would write. */
export function renamed(zip: Buffer, from: string, to: Buffer): Buffer {
  const wanted = Buffer.from(from);
  if (wanted.length !== to.length) throw new Error('the names differ in length');
  const changed = Buffer.from(zip);
  for (let at = changed.indexOf(wanted); at >= 0; at = changed.indexOf(wanted, at + 1)) to.copy(changed, at);
  return changed;
}

const CENTRAL = Buffer.from('PK\x01\x02', 'latin1');

/** Fields of the first entry of the central directory (APPNOTE 4.3.12), by their places. */
export const CENTRAL_FIELDS = { flags: 8, method: 10, crc: 16, size: 24 } as const;

export function meddled(zip: Buffer, field: keyof typeof CENTRAL_FIELDS, value: number): Buffer {
  const changed = Buffer.from(zip);
  const at = changed.indexOf(CENTRAL) + CENTRAL_FIELDS[field];
  if (field === 'flags' || field === 'method') changed.writeUInt16LE(value, at);
  else changed.writeUInt32LE(value, at);
  return changed;
}
