// A process that puts blobs until it is killed: `blob-writer.ts FOLDER`. Each is named by its own hash,
// and each name is printed when its bytes are acknowledged.
import { createHash } from 'node:crypto';
import { writeSync } from 'node:fs';
import { openBlobFolder } from '../../src/blob-folder.ts';

const blobs = await openBlobFolder({ folder: process.argv[2] ?? '' });
const putOne = async (index: number): Promise<void> => {
  const bytes = new Uint8Array(4_000_000 + index).fill(index);
  const name = createHash('sha256').update(bytes).digest('hex');
  await blobs.put(`pictures/${name}`, bytes);
  writeSync(1, `${name}\n`);
};
// An end, so that a test that never kills it fails instead of filling the disk.
for (let index = 0; index < 40; index += 2) await Promise.all([putOne(index), putOne(index + 1)]);
