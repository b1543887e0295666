// The search over made-up evaluations: what is asked, what comes out, and how sure it is.
import { describe, expect, test } from 'vitest';
import { type Evaluate, meansOf, searchDecoding } from '../../../src/pipeline/decoding/search.ts';
import type { MeasuredRow } from '../../../src/pipeline/evaluation/columns.ts';
import { ORIGINAL_SETTINGS } from '../../../src/pipeline/storyteller/kot5-engine.ts';

const GRID = { num_beams: [3, 5], length_penalty: [0.8], repetition_penalty: [1.5], no_repeat_ngram_size: [3] };
const row = (number: number, told: string, meteor: number): MeasuredRow => ({
  ...{ number, told, id: `r${number}`, wanted: 'w', measured: { meteor } },
});
const evaluation = (rows: readonly MeasuredRow[], settings = ORIGINAL_SETTINGS) => ({ settings, rows, notes: [] });
const call = { seed: 1, way: 'mean', original: ORIGINAL_SETTINGS } as const;

/** Of each number of beams, the values of some rows. */
const giving =
  (
    values: Readonly<Record<number, readonly number[]>>,
    textOf = (beams: number, at: number) => `${beams} ${at}`,
  ): Evaluate =>
  async ({ options }) => {
    const rows = (values[options.numBeams ?? 0] ?? []).map((value, at) =>
      row(at + 1, textOf(options.numBeams ?? 0, at), value),
    );
    return evaluation(rows, { ...ORIGINAL_SETTINGS, ...options });
  };

describe('a search', () => {
  test('evaluates every setting once, in order, and picks the best mean', async () => {
    const asked: number[] = [];
    const evaluate: Evaluate = async (setting, place) => {
      asked.push(place);
      return giving({ 3: [0.1, 0.3], 5: [0.4, 0.6] })(setting, place);
    };
    const { results, best } = await searchDecoding(GRID, evaluate, call);
    expect(asked).toEqual([0, 1]);
    expect(results.map(({ means }) => means.meteor)).toEqual([expect.closeTo(0.2), expect.closeTo(0.5)]);
    expect(best).toBe(1);
  });

  test('says how the best differs from the original settings over the same rows', async () => {
    const values = Array.from({ length: 40 }, (_, at) => at / 100);
    const better = await searchDecoding(GRID, giving({ 3: values, 5: values.map((value) => value + 0.1) }), call);
    expect(better.against).toMatchObject({ place: 0, difference: { mean: expect.closeTo(0.1), count: 40 } });
    expect(better.against?.difference.low).toBeGreaterThan(0);
    const alike = values.map((value, at) => value + (at % 2 === 0 ? 0.2 : -0.19));
    const chance = await searchDecoding(GRID, giving({ 3: values, 5: alike }), call);
    expect(chance.best).toBe(1);
    expect(chance.against?.difference.low).toBeLessThan(0);
    // A grid may say nothing of what the original settings are anyway.
    const short = await searchDecoding({ num_beams: [5, 3] }, giving({ 3: values, 5: values }), call);
    expect(short.against?.place).toBe(1);
    const without = await searchDecoding({ num_beams: [5] }, giving({ 5: values }), call);
    expect(without.against).toBeUndefined();
  });

  test('finds the settings that tell the very same texts', async () => {
    const { best, same } = await searchDecoding(
      GRID,
      giving({ 3: [0.5], 5: [0.5] }, () => '같은 글'),
      call,
    );
    expect({ best, same }).toEqual({ best: 0, same: [1] });
    expect((await searchDecoding(GRID, giving({ 3: [0.5], 5: [0.5] }), call)).same).toEqual([]);
  });

  test('stops between two settings when it is no longer wanted', async () => {
    const controller = new AbortController();
    let asked = 0;
    const evaluate: Evaluate = async () => {
      asked += 1;
      controller.abort();
      return evaluation([row(1, 'a', 1)]);
    };
    await expect(searchDecoding(GRID, evaluate, { ...call, signal: controller.signal })).rejects.toMatchObject({
      code: 'cancelled',
    });
    expect(asked).toBe(1);
  });
});

test('means are over the rows that have a value', () => {
  const rows = [row(1, 'a', 0.2), row(2, 'b', 0.4), { ...row(3, 'c', 0), measured: { name: 1 } }];
  expect(meansOf(rows)).toEqual({ meteor: expect.closeTo(0.3), name: 1 });
  expect(meansOf([])).toEqual({});
});
