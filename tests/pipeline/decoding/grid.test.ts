// Grids of settings: which combinations they stand for, and what is no grid.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { checkGrid, ORIGINAL_GRID, readGrid, settingsOf } from '../../../src/pipeline/decoding/grid.ts';
import { ORIGINAL_SETTINGS } from '../../../src/pipeline/storyteller/kot5-engine.ts';

async function fileOf(content: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'grid-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  await writeFile(join(folder, 'grid.json'), content);
  return join(folder, 'grid.json');
}

describe('the original grid', () => {
  const settings = settingsOf(ORIGINAL_GRID);

  test('has 54 different settings, the first option changing slowest', () => {
    expect(settings).toHaveLength(54);
    expect(new Set(settings.map(({ named }) => JSON.stringify(named))).size).toBe(54);
    expect(settings.map(({ options }) => options.numBeams).filter((beams) => beams === 3)).toHaveLength(18);
    expect(settings.slice(0, 3).map(({ named }) => Object.values(named))).toEqual([
      [3, 0.8, 1.2, 2],
      [3, 0.8, 1.2, 3],
      [3, 0.8, 1.5, 2],
    ]);
  });

  test('holds what the original chose, which is how stories are told', () => {
    const chosen = { numBeams: 3, lengthPenalty: 0.8, repetitionPenalty: 1.5, noRepeatNgramSize: 3 };
    expect(settings.map(({ options }) => options)).toContainEqual(chosen);
    expect(ORIGINAL_SETTINGS).toMatchObject(chosen);
  });
});

test('a file of one’s own gives every combination of its values, each value once', async () => {
  const path = await fileOf('\ufeff{"early_stopping": [true, "never"], "num_beams": [1, 4, 1], "max_length": [64]}');
  const settings = settingsOf(await readGrid(path));
  expect(settings.map(({ options }) => options)).toEqual(
    [true, 'never'].flatMap((earlyStopping) => [1, 4].map((numBeams) => ({ earlyStopping, numBeams, maxLength: 64 }))),
  );
});

describe('what is no grid is refused by name:', () => {
  test.each([
    ['{"temperature": [0.7]}', '--grid', '"temperature"'],
    ['{"numBeams": [3]}', '--grid', '"numBeams"'],
    ['{"num_beams": 3}', '--grid num_beams', '3'],
    ['{"num_beams": []}', '--grid num_beams', '[]'],
    ['{"num_beams": [3, 0]}', '--grid num_beams', '0'],
    ['{"num_beams": [3, "5"]}', '--grid num_beams', '"5"'],
    ['{"num_beams": [null]}', '--grid num_beams', 'null'],
    ['{"repetition_penalty": [0]}', '--grid repetition_penalty', '0'],
    ['{"early_stopping": ["always"]}', '--grid early_stopping', '"always"'],
    ['{}', '--grid', '{}'],
    ['[3, 5]', '--grid', '[3,5]'],
    ['num_beams: 3', '--grid', expect.stringContaining('grid.json')],
  ])('%s', async (content, option, value) => {
    await expect(readGrid(await fileOf(content))).rejects.toMatchObject({
      code: 'option-invalid',
      details: { option, value },
    });
  });

  test('one with more combinations than anybody would look through', () => {
    const values = Array.from({ length: 60 }, (_, at) => at / 10 + 0.1);
    expect(() => checkGrid({ length_penalty: values, repetition_penalty: values }, '--grid')).toThrow(
      expect.objectContaining({ code: 'option-invalid', details: expect.objectContaining({ value: '3600' }) }),
    );
  });

  test('a file that is not there', async () => {
    await expect(readGrid('no-such-grid.json')).rejects.toMatchObject({ code: 'file-missing' });
  });
});
