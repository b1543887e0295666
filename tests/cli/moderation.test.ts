// The command line with MODERATION=on: nothing unfit is told or printed, and the sentence says where it is.
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { loadSharp } from '../../src/raster.ts';
import { storybook } from '../fakes/command.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'storybook-'));
  const sharp = await loadSharp();
  const create = { width: 320, height: 240, channels: 3, background: '#88f' } as const;
  await writeFile(join(folder, '1.png'), await sharp({ create }).png().toBuffer());
});
afterEach(() => rm(folder, { recursive: true }));

const fields = (i_action: string) =>
  writeFile(
    join(folder, 'f.json'),
    JSON.stringify({ pages: [{ picture: '1.png', fields: { name: '별이', i_action, classification: '자연탐구' } }] }),
  );
const run = (moderation: string, ...words: string[]) =>
  storybook(words, { cwd: folder, env: { MODERATION: moderation } });

describe('storybook with MODERATION=on', () => {
  test('tells nothing of a page with unfit words, and says which page and field', async () => {
    await fields('씨1발 뛴다');
    const { status, stdout, stderr } = await run('on', 'tell', 'f.json');
    expect(status).toBe(3);
    expect(stdout).toBe('');
    expect(stderr).toMatch(/1쪽 행동|Page 1, Action/);
    expect(stderr).not.toContain('씨1발');
    expect((await run('off', 'tell', 'f.json')).status).toBe(0);
  });

  test('makes no book of unfit authors, and makes it of fit ones', async () => {
    await fields('뛴다');
    const words = ['make', '.', '--fields', 'f.json', '--out', 'book.pdf', '--authors'];
    const { status, stderr } = await run('on', ...words, 'f*ck');
    expect(status).toBe(3);
    expect(stderr).toMatch(/지은이|Authors/);
    expect(await readdir(folder)).not.toContain('book.pdf');
    expect((await run('on', ...words, '별님반')).status).toBe(0);
    expect(await readdir(folder)).toContain('book.pdf');
  });
});
