// SPICE through its own program, for which a stand-in is called: how it is called, what is read, what is said when it fails.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { spiceScores } from '../../../src/pipeline/evaluation/spice.ts';
import { freshFolder } from '../../support/folder.ts';

const STAND_IN = [process.execPath, fileURLToPath(new URL('../../fakes/spice.ts', import.meta.url))];

const CASES = [
  { key: 3, told: '별이가 달을 보았어요', wanted: '별이가 달을 찾았어요' },
  { key: 8, told: '', wanted: '별이가' },
];

const run = async (jar: string, java: readonly string[] = STAND_IN) =>
  spiceScores(CASES, { java, jar, folder: await freshFolder() });

describe('SPICE', () => {
  test('gives each page its score, and none where the program has none', async () => {
    expect(await run('spice.jar')).toEqual({ scores: new Map([[3, 2 / 3]]) });
  });

  test('hands the program what pycocoevalcap hands it', async () => {
    const folder = await freshFolder();
    await spiceScores(CASES, { java: STAND_IN, jar: 'spice.jar', folder });
    expect(JSON.parse(await readFile(join(folder, 'input.json'), 'utf8'))).toEqual([
      { image_id: 3, test: '별이가 달을 보았어요', refs: ['별이가 달을 찾았어요'] },
      { image_id: 8, test: '', refs: ['별이가'] },
    ]);
  });

  test('says what the program said when it fails', async () => {
    expect(await run('broken.jar')).toEqual({ failed: 'Error: Invalid or corrupt jarfile' });
  });

  test('says that there is no Java', async () => {
    expect(await run('spice.jar', ['no-such-java'])).toEqual({ failed: expect.stringContaining('no-such-java') });
  });

  test('says that nothing came out', async () => {
    expect(await run('silent.jar')).toEqual({ failed: expect.stringContaining('output.json') });
  });

  test('stops when nobody wants it any more', async () => {
    const signal = AbortSignal.abort();
    const folder = await freshFolder();
    await expect(spiceScores(CASES, { java: STAND_IN, jar: 'spice.jar', folder, signal })).rejects.toMatchObject({
      code: 'cancelled',
    });
  });
});
