// Int8 weights: made once into the cache folder, close to the exact ones, and never the checkpoint's loss.
import { chmodSync, cpSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createGenerator } from '../../../src/pipeline/generation/generate.ts';
import { loadBlip } from '../../../src/pipeline/onnx/blip.ts';
import type { LoadOptions } from '../../../src/pipeline/onnx/load.ts';
import { quantise, turned, unsigned } from '../../../src/pipeline/onnx/quantise.ts';
import { addsExactly, exactBytes } from '../../../src/pipeline/onnx/saturation.ts';
import { loadT5 } from '../../../src/pipeline/onnx/t5.ts';
import {
  type BLIP_MODELS,
  type GoldenModel,
  type GPT2_MODELS,
  goldenBlip,
  goldenFolder,
  goldenGpt2,
  goldenT5,
  type T5_MODELS,
} from '../golden-models.ts';
import { temporaryFolder } from './files.ts';

const int8 = (cacheDir: string): LoadOptions => ({ threads: 1, precision: 'int8', cacheDir });

/** How many of the recorded cases come out token for token. */
async function agreement<Input>(golden: GoldenModel<Input>, options: LoadOptions): Promise<number> {
  const model = await golden.load(options);
  const generator = createGenerator(model);
  const same = await Promise.all(
    golden.cases.map(async ({ input, options: settings, tokenIds }) => {
      const [sequence] = await generator.generate([golden.inputs[input] as Input], settings);
      return sequence?.tokenIds.join() === tokenIds.join() ? 1 : 0;
    }),
  );
  await model.close();
  return same.reduce<number>((sum, one) => sum + one, 0) / golden.cases.length;
}

describe('quantise', () => {
  it('gives back every weight within half a step of its output’s scale, transposed', () => {
    const weights = fc.array(fc.float({ noNaN: true, min: -8, max: 8 }), { minLength: 6, maxLength: 6 });
    fc.assert(
      fc.property(weights, (values) => {
        const found = quantise(Float32Array.from(values), [2, 3]);
        for (const [at, value] of values.entries()) {
          const [row, column] = [Math.floor(at / 3), at % 3];
          const scale = found.scales[row] as number;
          expect(Math.abs((found.values[column * 2 + row] as number) * scale - value)).toBeLessThanOrEqual(
            scale * 0.5001,
          );
        }
      }),
    );
  });

  it('says the same in bytes without a sign, whose zero is 128', () => {
    expect(unsigned(Int8Array.of(-127, -1, 0, 1, 127))).toEqual(Uint8Array.of(1, 127, 128, 129, 255));
  });

  it('takes matrices that lie the other way round', () => {
    const weights = fc.array(fc.float({ noNaN: true }), { minLength: 6, maxLength: 6 });
    fc.assert(
      fc.property(weights, (values) => {
        const matrix = Float32Array.from(values);
        expect(turned(turned(matrix, [2, 3]), [3, 2])).toEqual(matrix);
      }),
    );
    expect([...turned(Float32Array.of(1, 2, 3, 4, 5, 6), [2, 3])]).toEqual([1, 4, 2, 5, 3, 6]);
  });

  it('leaves an output of zeros at zero', () => {
    expect(quantise(new Float32Array(4), [2, 2]).values).toEqual(new Int8Array(4));
  });
});

describe('an int8 model', () => {
  // Measured in 2026-11: 0.96, 0.69, 0.81, 0.95, 0.94, 0.98; the 0.69 is a model of three layers with 56 numbers each.
  it.each<[(typeof T5_MODELS)[number], number]>([
    ['t5-relu', 0.9],
    ['t5-gated', 0.6],
    ['t5-sharded-bf16', 0.7],
    ['t5-bin', 0.9],
  ])('of %s says the same as the exact one in most cases (%d)', async (name, least) => {
    expect(await agreement(goldenT5(name), int8(temporaryFolder()))).toBeGreaterThan(least);
  });
  it.each<[(typeof GPT2_MODELS)[number], number]>([
    ['gpt2', 0.8],
    ['gpt2-bin', 0.8],
  ])('of %s goes on as the exact one does in most cases (%d)', async (name, least) => {
    expect(await agreement(goldenGpt2(name), int8(temporaryFolder()))).toBeGreaterThan(least);
  });
  it.each<[(typeof BLIP_MODELS)[number], number]>([
    ['blip', 0.9],
    ['blip-odd-f16', 0.95],
  ])('of %s captions the same as the exact one in nearly all cases (%d)', async (name, least) => {
    expect(await agreement(goldenBlip(name), int8(temporaryFolder()))).toBeGreaterThan(least);
  });

  it('makes its weights once, smaller than the checkpoint, and again when the checkpoint changes', async () => {
    const [folder, cacheDir] = [temporaryFolder(), join(temporaryFolder(), 'not', 'there', 'yet')];
    cpSync(goldenFolder('blip'), folder, { recursive: true });
    const load = async () => {
      await (await loadBlip(folder, int8(cacheDir))).close();
      return readdirSync(cacheDir).map((file) => ({ file, made: statSync(join(cacheDir, file)).mtimeMs }));
    };
    const first = await load();
    expect(first).toHaveLength(1);
    expect(statSync(join(cacheDir, first[0]?.file ?? '')).size).toBeLessThan(
      statSync(join(folder, 'model.safetensors')).size * 0.6,
    );
    expect(await load()).toEqual(first);
    utimesSync(join(folder, 'model.safetensors'), 1, 1);
    expect(await load()).toHaveLength(2);
  });

  it('leaves nothing half made when it is cancelled', async () => {
    const cacheDir = temporaryFolder();
    const signal = AbortSignal.abort();
    await expect(loadT5(goldenFolder('t5-relu'), { ...int8(cacheDir), signal })).rejects.toMatchObject({
      code: 'cancelled',
    });
    expect(readdirSync(cacheDir)).toEqual([]);
  });

  it('says where it cannot write', async () => {
    const path = join(temporaryFolder(), 'file');
    writeFileSync(path, '');
    await expect(loadT5(goldenFolder('t5-relu'), int8(join(path, 'cache')))).rejects.toMatchObject({
      code: 'store-unusable',
      details: { path: join(path, 'cache') },
    });
  });
});

it('a checkpoint folder is never written to, in either precision', async () => {
  const folder = temporaryFolder();
  cpSync(goldenFolder('t5-relu'), folder, { recursive: true });
  const before = readdirSync(folder);
  chmodSync(folder, 0o555);
  await (await loadT5(folder, { threads: 1 })).close();
  await (await loadT5(folder, int8(temporaryFolder()))).close();
  chmodSync(folder, 0o755);
  expect(readdirSync(folder)).toEqual(before);
  rmSync(folder, { recursive: true });
});

it('sums of bytes are exact here, or become so in the way that is then taken', async () => {
  expect(await addsExactly(await exactBytes())).toBe(true);
  expect(await addsExactly('uint8')).toBe(true);
});
