// The small checkpoints of models/mini as the reference computes them, and that they stay small and are asked for by name.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readConfig } from '../../src/config.ts';
import { type BlipEngine, loadBlipEngine } from '../../src/pipeline/captioner/blip-engine.ts';
import type { LoadOptions } from '../../src/pipeline/onnx/load.ts';
import { type Kot5Engine, loadKot5 } from '../../src/pipeline/storyteller/kot5-engine.ts';
import type { Fields } from '../../src/story.ts';
import { temporaryFolder } from './onnx/files.ts';

const root = join(import.meta.dirname, '../..');
const golden = <T>(name: string): T => JSON.parse(readFileSync(join(root, 'tests/golden/mini', name), 'utf8')) as T;

interface Captions {
  readonly cases: readonly {
    readonly picture: string;
    readonly beams: number;
    readonly tokenIds: readonly number[];
    readonly caption: string;
  }[];
}
interface Stories {
  readonly cases: readonly {
    readonly settings: 'original' | 'greedy';
    readonly fields: Fields & { readonly caption: string };
    readonly inputText: string;
    readonly inputIds: readonly number[];
    readonly tokenIds: readonly number[];
    readonly text: string;
  }[];
}

const captions = golden<Captions>('captions.json').cases;
const stories = golden<Stories>('stories.json').cases;
const GREEDY = { numBeams: 1, lengthPenalty: 1, repetitionPenalty: 1, noRepeatNgramSize: 0, earlyStopping: false };

const folder = (name: 'kot5' | 'blip'): string => join(root, 'models/mini', name);
const int8 = (): LoadOptions => ({ threads: 1, precision: 'int8', cacheDir: temporaryFolder() });

const bytesOf = (rows: Captions['cases']) => Promise.all(rows.map(({ picture }) => readFile(join(root, picture))));
const scenesOf = (rows: Stories['cases']) => rows.map(({ fields: { caption, ...fields } }) => ({ caption, fields }));

/** The share of rows in which both say the same tokens. */
function agreement(rows: readonly { readonly tokenIds: readonly number[] }[], made: typeof rows): number {
  return rows.filter(({ tokenIds }, at) => tokenIds.join() === made[at]?.tokenIds.join()).length / rows.length;
}

describe('the small captioner', () => {
  const rowsWith = (wanted: number) => captions.filter(({ beams }) => beams === wanted);
  let engine: BlipEngine;
  beforeAll(async () => {
    engine = await loadBlipEngine(folder('blip'), { threads: 1 });
  });
  afterAll(() => engine.close());

  it.each([1, 3])('says of every recorded picture what the reference says, with beams %i', async (beams) => {
    const rows = rowsWith(beams);
    expect(rows.length).toBeGreaterThan(15);
    const made = await engine.caption(await bytesOf(rows), { settings: { numBeams: beams } });
    expect(made).toEqual(rows.map(({ tokenIds, caption }) => ({ tokenIds, caption })));
  });

  it('says nearly the same in int8', async () => {
    const rows = rowsWith(1);
    const small = await loadBlipEngine(folder('blip'), int8());
    const made = await small.caption(await bytesOf(rows));
    await small.close();
    expect(agreement(rows, made)).toBeGreaterThan(0.7);
  });
});

describe('the small storyteller', () => {
  const rowsOf = (wanted: string) => stories.filter(({ settings }) => settings === wanted);
  let engine: Kot5Engine;
  beforeAll(async () => {
    engine = await loadKot5(folder('kot5'), { threads: 1 });
  });
  afterAll(() => engine.close());

  it.each([
    ['original', {}],
    ['greedy', GREEDY],
  ] as const)('tells every recorded page as the reference does (%s)', async (name, settings) => {
    const rows = rowsOf(name);
    expect(rows.length).toBeGreaterThan(15);
    const pages = await engine.write(scenesOf(rows), { settings });
    expect(pages).toEqual(
      rows.map(({ inputText, inputIds, tokenIds, text }) => ({ inputText, inputIds, tokenIds, text, leftOut: [] })),
    );
  });

  it('tells many pages the same in int8', async () => {
    const rows = rowsOf('original');
    const small = await loadKot5(folder('kot5'), int8());
    const pages = await small.write(scenesOf(rows));
    await small.close();
    expect(agreement(rows, pages)).toBeGreaterThan(0.3);
  });
});

describe('models/mini', () => {
  it.each(['kot5', 'blip'] as const)('%s is at most 8 MB', (name) => {
    const files = readdirSync(folder(name));
    expect(files).toContain('model.safetensors');
    const size = files.reduce((sum, file) => sum + statSync(join(folder(name), file)).size, 0);
    expect(size).toBeLessThanOrEqual(8_000_000);
  });

  it('has a card that names both, their limits and their licence', () => {
    const card = readFileSync(join(root, 'models/mini/MODEL_CARD.md'), 'utf8');
    for (const word of ['kot5', 'blip', 'MIT', '못', 'seed', 'cannot']) expect(card).toContain(word);
  });

  it('is taken by no configuration that does not name it', () => {
    const { blipDir, kot5Dir, translatorDir } = readConfig({});
    expect([blipDir, kot5Dir, translatorDir]).toEqual([undefined, undefined, undefined]);
    expect(readFileSync(join(root, 'models/manifest.json'), 'utf8')).not.toContain('models/mini');
  });
});
