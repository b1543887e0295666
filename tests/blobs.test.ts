// Bytes in a folder and in memory: the shared contract, then crashes, leftovers, rights and broken folders.
import { createHash } from 'node:crypto';
import { watch } from 'node:fs';
import { mkdir, readdir, readFile, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openBlobFolder } from '../src/blob-folder.ts';
import { memoryBlobs } from '../src/blobs.ts';
import { blobsContract } from './contracts/blobs.ts';
import { startChild } from './support/child.ts';
import { freshFolder } from './support/folder.ts';

blobsContract('a folder', async () => openBlobFolder({ folder: join(await freshFolder(), 'blobs') }));
blobsContract('memory', async () => memoryBlobs());

const unusable = (reason: string) => ({ code: 'store-unusable', details: expect.objectContaining({ reason }) });
const leftover = `.${'0'.repeat(8)}-0000-4000-8000-${'0'.repeat(12)}.partial`;
const bytes = Uint8Array.of(1, 2, 3);

describe('a folder of bytes', () => {
  it('is still there after opening it again', async () => {
    const folder = await freshFolder();
    await (await openBlobFolder({ folder })).put('pictures/a', bytes);
    expect(await (await openBlobFolder({ folder })).get('pictures/a')).toEqual(bytes);
  });

  it('is for its owner alone, and holds nothing but what was put', async () => {
    const folder = join(await freshFolder(), 'deep', 'blobs');
    const blobs = await openBlobFolder({ folder });
    await blobs.put('pictures/a', bytes);
    for (const path of [folder, join(folder, 'pictures')]) expect((await stat(path)).mode & 0o777).toBe(0o700);
    expect((await stat(join(folder, 'pictures', 'a'))).mode & 0o777).toBe(0o600);
    expect(await readdir(join(folder, 'pictures'))).toEqual(['a']);
  });

  it('loses its abandoned temporary files when opened, but not one that is being written', async () => {
    const folder = await freshFolder();
    const pictures = join(folder, 'pictures');
    await mkdir(pictures);
    const young = leftover.replaceAll('0', '1');
    for (const name of [leftover, young]) await writeFile(join(pictures, name), 'half');
    const hoursAgo = new Date(Date.now() - 2 * 60 * 60 * 1000);
    await utimes(join(pictures, leftover), hoursAgo, hoursAgo);
    await openBlobFolder({ folder });
    expect(await readdir(pictures)).toEqual([young]);
  });

  it('sweeps by the age of the last put, and leaves files alone that are not its own', async () => {
    const folder = await freshFolder();
    const blobs = await openBlobFolder({ folder });
    for (const name of ['old', 'renewed']) await blobs.put(`pictures/${name}`, bytes);
    await writeFile(join(folder, 'pictures', 'README.TXT'), 'mine');
    await writeFile(join(folder, 'note'), 'mine');
    const longAgo = new Date(1_000_000);
    for (const name of ['old', 'renewed', 'README.TXT']) {
      await utimes(join(folder, 'pictures', name), longAgo, longAgo);
    }
    await blobs.put('pictures/renewed', bytes);
    expect(await blobs.sweep(2_000_000)).toBe(1);
    expect((await readdir(join(folder, 'pictures'))).sort()).toEqual(['README.TXT', 'renewed']);
    expect(await readdir(folder)).toContain('note');
  });

  it('leaves no temporary file behind when a put fails', async () => {
    const folder = await freshFolder();
    const blobs = await openBlobFolder({ folder });
    await mkdir(join(folder, 'pictures', 'a', 'b'), { recursive: true });
    await expect(blobs.put('pictures/a', bytes)).rejects.toMatchObject({ code: 'store-unusable' });
    expect(await readdir(join(folder, 'pictures'))).toEqual(['a']);
  });

  // The moment of the kill follows what happens in the folder, so that it falls into the middle of a write.
  it.each([1, 2, 3, 5, 8, 13, 21])(
    'holds only whole files, and all that were acknowledged, when its writer is killed at change %i',
    async (change) => {
      const folder = await freshFolder();
      const pictures = join(folder, 'pictures');
      await mkdir(pictures);
      const child = startChild('support/blob-writer.ts', [folder]);
      let changes = 0;
      const watcher = watch(pictures, () => {
        changes += 1;
        if (changes === change) child.process.kill('SIGKILL');
      });
      expect(await child.ended).toEqual({ code: null, errors: '' });
      watcher.close();
      const kept = (await readdir(pictures)).filter((name) => !name.startsWith('.'));
      expect(kept).toEqual(expect.arrayContaining(child.output().split('\n').slice(0, -1)));
      for (const name of kept) {
        const content = await readFile(join(pictures, name));
        expect(createHash('sha256').update(content).digest('hex')).toBe(name);
      }
    },
  );
});

describe('a folder that cannot be used says so', () => {
  it('when a file is where the folder should be', async () => {
    const folder = join(await freshFolder(), 'blobs');
    await writeFile(folder, '');
    await expect(openBlobFolder({ folder })).rejects.toMatchObject(unusable('wrong-kind'));
    await expect(openBlobFolder({ folder: join(folder, 'deeper') })).rejects.toMatchObject(unusable('wrong-kind'));
  });

  it('when a folder is where the bytes should be', async () => {
    const folder = await freshFolder();
    const blobs = await openBlobFolder({ folder });
    await mkdir(join(folder, 'pictures', 'a'), { recursive: true });
    await expect(blobs.get('pictures/a')).rejects.toMatchObject(unusable('wrong-kind'));
  });

  it.skipIf(process.getuid?.() === 0)('when it may not be written (skipped for root, who may)', async () => {
    const folder = join(await freshFolder(), 'blobs');
    await mkdir(folder, { mode: 0o500 });
    const blobs = await openBlobFolder({ folder });
    await expect(blobs.put('pictures/a', bytes)).rejects.toMatchObject(unusable('unwritable'));
  });
});
