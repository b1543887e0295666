// The outside world as it is: the network, the clock, chance and the disk.
import { access, statfs, symlink } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { WeightsTools } from './types.ts';

/** The folder itself or the closest one above it that is there: where it would be made. */
async function nearestExisting(folder: string): Promise<string> {
  const isThere = await access(folder).then(
    () => true,
    () => false,
  );
  return isThere || dirname(folder) === folder ? folder : nearestExisting(dirname(folder));
}

export const createTools = (): WeightsTools => ({
  fetch,
  clock: {
    now: Date.now,
    wait: (milliseconds, signal) => wait(milliseconds, undefined, { signal }),
  },
  random: Math.random,
  async freeBytes(folder) {
    const { bavail, bsize } = await statfs(await nearestExisting(folder));
    return bavail * bsize;
  },
  async write(file, bytes, position) {
    let done = 0;
    while (done < bytes.byteLength) {
      const { bytesWritten } = await file.write(bytes, done, bytes.byteLength - done, position + done);
      done += bytesWritten;
    }
  },
  symlink: (target, path) => symlink(target, path),
  silence: 60_000,
});
