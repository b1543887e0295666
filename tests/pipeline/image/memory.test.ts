import { execFile } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { memoryBound } from '../../../src/pipeline/image/receive.ts';
import { loadSharp } from '../../../src/raster.ts';
import { pngChunk } from './crafted.ts';
import { LIMITS } from './drawn.ts';
import { spoiled } from './hostile.ts';

const golden = (name: string): string => join(import.meta.dirname, '../../golden/pictures', name);
const folder = mkdtempSync(join(tmpdir(), 'hostile-'));

interface Answer {
  readonly outcomes: Readonly<Record<string, string>>;
  readonly peak: number;
}

/** What a process answers that receives every file of the folder at once. */
async function receiveAll(): Promise<Answer> {
  const child = join(import.meta.dirname, 'memory-child.ts');
  const { stdout } = await promisify(execFile)(process.execPath, [child, folder, JSON.stringify(LIMITS)]);
  return JSON.parse(stdout);
}

/** The largest that may come in, in the kinds that are dearest to decode; small files all of them. */
async function writeGiants(): Promise<void> {
  const sharp = await loadSharp();
  const wall = sharp({ create: { width: 8000, height: 7400, channels: 3, background: '#aabbcc' } });
  for (const name of ['giant.heic', 'giant.avif', 'giant.webp']) copyFileSync(golden(name), join(folder, name));
  copyFileSync(golden('giant.heic'), join(folder, 'giant-again.heic'));
  const progressive = { progressive: true, chromaSubsampling: '4:4:4', quality: 50 } as const;
  await wall.clone().withMetadata({ orientation: 6 }).jpeg(progressive).toFile(join(folder, 'giant.jpg'));
  const interlaced = await wall.clone().ensureAlpha(0.5).png({ progressive: true, compressionLevel: 1 }).toBuffer();
  writeFileSync(join(folder, 'giant.png'), interlaced);
  // A remark that inflates to 200 MB, before the first line of the picture.
  const remark = await import('node:zlib').then(({ deflateSync }) => deflateSync(Buffer.alloc(200e6)));
  const chunk = pngChunk('zTXt', Buffer.concat([Buffer.from('Comment\0\0'), remark]));
  const small = await sharp({ create: { width: 100, height: 100, channels: 3, background: '#fff' } })
    .png()
    .toBuffer();
  writeFileSync(join(folder, 'remark.png'), Buffer.concat([small.subarray(0, 33), chunk, small.subarray(33)]));
}

describe('memory', () => {
  const codes = new Map<string, string>();

  beforeAll(async () => {
    await writeGiants();
    const hostile = await spoiled(readFileSync(golden('turned-6.heic')));
    for (const [index, { bytes, code }] of hostile.entries()) {
      codes.set(`hostile-${index}`, code);
      writeFileSync(join(folder, `hostile-${index}`), bytes);
    }
  }, 240_000);

  afterAll(() => rmSync(folder, { recursive: true }));

  it('stays under its bound when giants and everything hostile come in at once', async () => {
    const { outcomes, peak } = await receiveAll();
    for (const [name, code] of codes) expect([name, outcomes[name]]).toEqual([name, code]);
    expect(outcomes).toMatchObject({
      'giant.heic': '3508×3245',
      'giant-again.heic': '3508×3245',
      'giant.avif': '3508×3508',
      'giant.webp': '3508×3245',
      'giant.jpg': '3245×3508',
      'giant.png': '3508×3245',
    });
    expect(['100×100', 'picture-damaged']).toContain(outcomes['remark.png']);
    expect(peak).toBeLessThan(memoryBound(LIMITS));
    // The bound says something: one giant alone comes to more than half of it.
    expect(peak).toBeGreaterThan(memoryBound(LIMITS) / 2);
  }, 240_000);
});
