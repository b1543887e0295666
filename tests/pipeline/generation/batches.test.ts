// How pages share a batch: it never changes what they say, and a caller who gives up disturbs nobody.
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createGenerator, generate } from '../../../src/pipeline/generation/generate.ts';
import type { GenerationOptions, SequenceModel } from '../../../src/pipeline/generation/types.ts';
import type { T5Input } from '../../../src/pipeline/onnx/t5.ts';
import { goldenT5 } from '../golden-models.ts';

const golden = goldenT5('t5-relu');
const OPTIONS: GenerationOptions = {
  numBeams: 3,
  maxLength: 40,
  lengthPenalty: 0.8,
  repetitionPenalty: 1.5,
  noRepeatNgramSize: 3,
  earlyStopping: true,
};

let model: SequenceModel<T5Input>;
/** Each input's tokens, generated alone. */
let alone: (readonly number[])[];
const tokensOf = (sequences: readonly { readonly tokenIds: readonly number[] }[]) =>
  sequences.map(({ tokenIds }) => tokenIds);

beforeAll(async () => {
  model = await golden.load();
  alone = [];
  for (const input of golden.inputs) alone.push(...tokensOf(await generate(model, [input], OPTIONS)));
});
afterAll(() => model.close());

describe('a batch', () => {
  it('of any pages in any order, with any room, gives each page what it gets alone', async () => {
    const pages = fc.array(fc.nat(golden.inputs.length - 1), { minLength: 1, maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(pages, fc.integer({ min: 1, max: 8 }), async (indices, maxPages) => {
        const generator = createGenerator(model, { maxPages });
        const inputs = indices.map((index) => golden.inputs[index] as T5Input);
        expect(tokensOf(await generator.generate(inputs, OPTIONS))).toEqual(indices.map((index) => alone[index]));
      }),
      { numRuns: 12 },
    );
  });

  it('takes in another book between two steps without changing either', async () => {
    const generator = createGenerator(model);
    let second: Promise<readonly (readonly number[])[]> | undefined;
    let steps = 0;
    const first = await generator.generate(golden.inputs.slice(0, 4), OPTIONS, {
      onStep: () => {
        steps++;
        if (steps === 22) second = generator.generate(golden.inputs.slice(4), OPTIONS).then(tokensOf);
      },
    });
    expect(tokensOf(first)).toEqual(alone.slice(0, 4));
    expect(await second).toEqual(alone.slice(4));
  });

  it('holds calls with different numbers of beams at the same time', async () => {
    const generator = createGenerator(model);
    const beams = [1, 2, 3, 5];
    const together = await Promise.all(
      beams.map((numBeams) => generator.generate(golden.inputs, { ...OPTIONS, numBeams })),
    );
    for (const [at, numBeams] of beams.entries()) {
      const apart = await generate(model, golden.inputs, { ...OPTIONS, numBeams });
      expect(tokensOf(together[at] ?? [])).toEqual(tokensOf(apart));
    }
  });

  it('tells each page’s steps and, once, its end', async () => {
    const ended: number[] = [];
    const lengths = golden.inputs.map((): number[] => []);
    const sequences = await generate(model, golden.inputs, OPTIONS, {
      onSequence: (index, { tokenIds }) => {
        ended.push(index);
        expect(tokenIds).toEqual(alone[index]);
      },
      onStep: (index, length) => lengths[index]?.push(length),
    });
    expect(ended.toSorted((a, b) => a - b)).toEqual(golden.inputs.map((_, index) => index));
    for (const [index, { tokenIds }] of sequences.entries()) {
      expect(lengths[index]).toEqual(Array.from({ length: lengths[index]?.length ?? 0 }, (_, at) => at + 1));
      expect(lengths[index]?.length).toBeGreaterThanOrEqual(tokenIds.length);
    }
  });

  it('of nothing is nothing', async () => {
    expect(await generate(model, [], OPTIONS)).toEqual([]);
  });
});

describe('cancelling', () => {
  it('stops one call at the next step and leaves the others as they were', async () => {
    const generator = createGenerator(model);
    const controller = new AbortController();
    const steps: number[] = [];
    const given = generator.generate(golden.inputs.slice(0, 3), OPTIONS, {
      signal: controller.signal,
      onStep: (_, length) => {
        steps.push(length);
        if (length === 3) controller.abort();
      },
    });
    const kept = generator.generate(golden.inputs.slice(3), OPTIONS);
    await expect(given).rejects.toMatchObject({ code: 'cancelled' });
    expect(Math.max(...steps)).toBe(3);
    expect(tokensOf(await kept)).toEqual(alone.slice(3));
  });

  it('also takes back pages that still wait for room', async () => {
    const generator = createGenerator(model, { maxPages: 1 });
    const controller = new AbortController();
    const busy = generator.generate([golden.inputs[0] as T5Input], OPTIONS, {
      onStep: (_, length) => {
        if (length === 2) controller.abort();
      },
    });
    const waiting = generator.generate([golden.inputs[1] as T5Input], OPTIONS, { signal: controller.signal });
    await expect(waiting).rejects.toMatchObject({ code: 'cancelled' });
    expect(tokensOf(await busy)).toEqual([alone[0]]);
  });

  it('is noticed before anything starts', async () => {
    await expect(generate(model, golden.inputs, OPTIONS, { signal: AbortSignal.abort() })).rejects.toMatchObject({
      code: 'cancelled',
    });
  });
});

describe('a failing model', () => {
  it('fails the pages it was to show or step, and nothing hangs or stays behind', async () => {
    let broken = true;
    const flaky: SequenceModel<T5Input> = {
      ...model,
      step: async (arrays) => {
        if (broken && arrays.positions[0] === 4) throw new Error('out of memory');
        await model.step(arrays);
      },
    };
    const generator = createGenerator(flaky);
    await expect(generator.generate(golden.inputs, OPTIONS)).rejects.toThrow('out of memory');
    broken = false;
    expect(tokensOf(await generator.generate(golden.inputs, OPTIONS))).toEqual(alone);
  });
});

describe('options', () => {
  it.each<[keyof GenerationOptions, Partial<GenerationOptions>]>([
    ['numBeams', { numBeams: 0 }],
    ['numBeams', { numBeams: 1.5 }],
    ['maxLength', { maxLength: 1 }],
    ['minLength', { minLength: 41 }],
    ['lengthPenalty', { lengthPenalty: Number.NaN }],
    ['repetitionPenalty', { repetitionPenalty: 0 }],
    ['noRepeatNgramSize', { noRepeatNgramSize: -1 }],
  ])('are refused by name: %s', async (option, wrong) => {
    await expect(generate(model, golden.inputs, { ...OPTIONS, ...wrong })).rejects.toMatchObject({
      code: 'option-invalid',
      details: { option },
    });
  });
});
