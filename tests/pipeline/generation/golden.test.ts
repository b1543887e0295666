// Every recorded case, token for token: small checkpoints of all the kinds that folders come in.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createCache } from '../../../src/pipeline/generation/cache.ts';
import { createGenerator } from '../../../src/pipeline/generation/generate.ts';
import type { SequenceModel } from '../../../src/pipeline/generation/types.ts';
import type { Gpt2Input } from '../../../src/pipeline/onnx/gpt2.ts';
import {
  BLIP_MODELS,
  type GoldenModel,
  GPT2_MODELS,
  goldenBlip,
  goldenGpt2,
  goldenT5,
  T5_MODELS,
} from '../golden-models.ts';

/** The logits after the given tokens, fed one step at a time through the cache. */
async function logitsAfter<Input>(
  model: SequenceModel<Input>,
  input: Input,
  tokens: readonly number[],
): Promise<Float32Array> {
  const cache = createCache({ model, beams: 1, wanted: 'logits' });
  const seat = cache.join(await model.show(input));
  for (const token of tokens) {
    await model.step(cache.arrays(() => [token]));
    cache.keep(seat, [0]);
  }
  return cache.scores(seat);
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

function suite<Input>(golden: GoldenModel<Input>): void {
  describe(golden.name, () => {
    let model: SequenceModel<Input>;
    beforeAll(async () => {
      model = await golden.load();
    });
    afterAll(() => model.close());
    const inputOf = (index: number): Input => golden.inputs[index] as Input;

    it(`generates the recorded tokens in all ${golden.cases.length} cases, each alone`, async () => {
      const generator = createGenerator(model);
      for (const { input, options, tokenIds, score } of golden.cases) {
        const [sequence] = await generator.generate([inputOf(input)], options);
        expect(sequence?.tokenIds, JSON.stringify({ input, options })).toEqual(tokenIds);
        if (score !== null && options.numBeams > 1) expect(sequence?.score).toBeCloseTo(score, 3);
      }
    });

    it('generates them all at once, sharing batches of up to 5 pages', async () => {
      const generator = createGenerator(model, { maxPages: 5 });
      const all = await Promise.all(
        golden.cases.map(
          async ({ input, options }) => (await generator.generate([inputOf(input)], options))[0]?.tokenIds,
        ),
      );
      expect(all).toEqual(golden.cases.map(({ tokenIds }) => tokenIds));
    });

    it('computes the recorded logits of single steps within 0.001', async () => {
      expect(golden.logits.length).toBeGreaterThan(0);
      for (const { input, decoderIds, logits } of golden.logits) {
        const found = await logitsAfter(model, inputOf(input), decoderIds);
        expect(found).toHaveLength(logits.length);
        expect(Math.max(...found.map((value, at) => Math.abs(value - (logits[at] ?? Number.NaN))))).toBeLessThan(1e-3);
      }
    });
  });
}

for (const name of T5_MODELS) suite(goldenT5(name));
for (const name of BLIP_MODELS) suite(goldenBlip(name));
for (const name of GPT2_MODELS) suite(goldenGpt2(name));

describe.each(GPT2_MODELS)('prompts of %s', (name) => {
  const golden = goldenGpt2(name);
  const original = {
    numBeams: 3,
    lengthPenalty: 0.8,
    repetitionPenalty: 1.5,
    noRepeatNgramSize: 3,
    earlyStopping: true,
  };

  it('of different lengths share a batch and give what the reference gives them padded on the left', async () => {
    const model = await golden.load();
    const generator = createGenerator(model);
    const { newTokens, tokenIds } = golden.together;
    const told = await Promise.all(
      golden.inputs.map(async (input) => {
        const maxLength = input.promptIds.length + newTokens;
        return (await generator.generate([input], { ...original, maxLength }))[0]?.tokenIds;
      }),
    );
    expect(told).toEqual(tokenIds);
    await model.close();
  });

  it('that leave no room get nothing, and those beyond the places of the model are refused', async () => {
    const model = await golden.load();
    const [input] = golden.inputs;
    const [sequence] = await createGenerator(model).generate([input as Gpt2Input], { ...original, maxLength: 3 });
    expect(sequence?.tokenIds).toEqual([]);
    const endless = { promptIds: Array<number>(500).fill(7) };
    await expect(createGenerator(model).generate([endless], { ...original, maxLength: 9 })).rejects.toThrow(RangeError);
    await expect(model.show({ promptIds: [] })).rejects.toThrow(RangeError);
    await model.close();
  });
});

it('the recorded cases cover greedy and up to 7 beams, all kinds of early stopping, and every penalty', () => {
  const options = [...T5_MODELS.map(goldenT5), ...BLIP_MODELS.map(goldenBlip)].flatMap(({ cases }) =>
    cases.map((one) => one.options),
  );
  expect(options.length).toBeGreaterThan(150);
  expect(new Set(options.map(({ numBeams }) => numBeams))).toEqual(new Set([1, 2, 3, 4, 5, 6, 7]));
  expect(new Set(options.map(({ earlyStopping }) => earlyStopping))).toEqual(new Set([true, false, 'never']));
  expect(sum(options.map(({ repetitionPenalty }) => (repetitionPenalty === 1 ? 0 : 1)))).toBeGreaterThan(20);
  expect(sum(options.map(({ noRepeatNgramSize }) => (noRepeatNgramSize ? 1 : 0)))).toBeGreaterThan(20);
  expect(sum(options.map(({ minLength }) => (minLength ? 1 : 0)))).toBeGreaterThan(5);
});
