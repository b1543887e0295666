// The original's three ways of choosing: by hand on a few numbers, and what holds of any numbers.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { choose, WAYS } from '../../../src/pipeline/decoding/choose.ts';
import type { Measured } from '../../../src/pipeline/evaluation/columns.ts';

const row = (bertF1: number, meteor: number, cider: number, spice: number): Measured => ({
  ...{ bertF1, meteor, cider, spice },
});

describe('the three ways', () => {
  /** Seven settings of the original's table, in the order of its grid. */
  const published = [
    row(0.838934, 0.431053, 1.801084, 0.285492), // 3 1.0 1.2 3
    row(0.838915, 0.426628, 1.770709, 0.301558), // 3 0.8 1.5 2
    row(0.835566, 0.42106, 1.837091, 0.307842), // 3 0.8 1.5 3
    row(0.83782, 0.422959, 1.840629, 0.291538), // 3 1.0 1.5 3
    row(0.840346, 0.430577, 1.812495, 0.284371), // 3 1.2 1.5 2
    row(0.835798, 0.429711, 1.762743, 0.318842), // 7 1.0 1.5 3
    row(0.834018, 0.427107, 1.7654, 0.318162), // 7 0.8 2.0 3
  ];

  test('by the mean, the original’s own choice wins over what it published', () => {
    const { by, order, scores } = choose(published);
    expect(by).toEqual(['bertF1', 'meteor', 'cider', 'spice']);
    expect(order.mean[0]).toBe(2);
    expect(scores[2]?.mean).toBeCloseTo(0.85039, 5);
    expect(scores[4]?.mean).toBeCloseTo(0.841947, 5);
  });

  test('by weights, each measure counts by its deviations from the mean', () => {
    // Mean 2, population deviation sqrt(2/3): z of 1, 2, 3 is -1.2247, 0, 1.2247.
    const { scores } = choose([row(1, 3, 2, 2), row(2, 2, 2, 2), row(3, 1, 2, 2)]);
    const z = 1.5 ** 0.5;
    expect(scores.map(({ weighted }) => weighted)).toEqual([
      expect.closeTo(-0.4 * z + 0.2 * z, 9),
      expect.closeTo(0, 9),
      expect.closeTo(0.4 * z - 0.2 * z, 9),
    ]);
  });

  test('by the five best of each measure, the one that is among them most often', () => {
    const means = Array.from({ length: 9 }, (_, at) => row(at, at, -at, 10 - at));
    const { scores, order } = choose(means);
    // The greatest five of two measures, the least five of the others; the middle is among all of them.
    expect(scores.map(({ top5 }) => top5)).toEqual([2, 2, 2, 2, 4, 2, 2, 2, 2]);
    expect(order.top5[0]).toBe(4);
  });

  test('without some of the measures, the others keep their proportions', () => {
    const without = (measured: Measured): Measured => ({ meteor: measured.meteor ?? 0, cider: measured.cider ?? 0 });
    const { by, scores } = choose(published.map(without));
    expect(by).toEqual(['meteor', 'cider']);
    const both = choose(published.map((each) => ({ ...each, bertF1: 1, spice: 1 })));
    // What does not differ counts nothing, but for what all the weights come to.
    both.scores.forEach(({ weighted }, place) => {
      expect(scores[place]?.weighted).toBeCloseTo(weighted / 0.4, 9);
    });
    expect(choose([{ meteor: 1 }, { cider: 2 }]).by).toEqual([]);
  });
});

test('of settings that are equal, the one that comes first in the grid is taken', () => {
  const equal = [row(0.5, 0.5, 0.5, 0.5), row(0.5, 0.5, 0.5, 0.5), row(0.1, 0.1, 0.1, 0.1)];
  for (const way of WAYS) expect(choose(equal).order[way]).toEqual([0, 1, 2]);
});

test('every way orders all settings, and none is moved by a measure that is the same for all', () => {
  const value = fc.float({ min: 0, max: 2, noNaN: true });
  const settings = fc.array(fc.tuple(value, value, value), { minLength: 1, maxLength: 20 });
  fc.assert(
    fc.property(settings, (rows) => {
      const means = rows.map(([meteor, cider, spice]): Measured => ({ meteor, cider, spice }));
      const found = choose(means);
      for (const way of WAYS) {
        expect(found.order[way].toSorted((a, b) => a - b)).toEqual(rows.map((_, place) => place));
        const scores = found.order[way].map((place) => found.scores[place]?.[way] ?? Number.NaN);
        expect(scores).toEqual(scores.toSorted((a, b) => b - a));
      }
      const more = choose(means.map((mean) => ({ ...mean, bertF1: 0.75 })));
      const best = found.scores[found.order.weighted[0] ?? 0]?.weighted ?? 0;
      expect(more.scores[more.order.weighted[0] ?? 0]?.weighted).toBeCloseTo(best * 0.6, 6);
    }),
  );
});
