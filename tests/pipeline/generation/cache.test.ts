// The cache over a model that only remembers: which slots beams see, and that they hold what was put there.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Cache, createCache, type Seat } from '../../../src/pipeline/generation/cache.ts';
import type { Memory, StepArrays } from '../../../src/pipeline/generation/types.ts';

const SIZES = { layers: 2, heads: 3, headSize: 2, vocabulary: 5, startId: 0, endIds: [1], hiddenBucket: -1 };
const BEAMS = 3;

const newCache = (): Cache =>
  createCache({
    model: { ...SIZES, memory: { ...SIZES, arrays: 3 }, slotBucket: (distance) => distance },
    beams: BEAMS,
    wanted: 'logits',
  });

const memory = (length: number, value: number): Memory => {
  const array = () => new Float32Array(SIZES.heads * length * SIZES.headSize).fill(value);
  return { length, mask: new Float32Array(length), arrays: [array(), array(), array()] };
};

/** A page of the test: its seat, and each beam's tokens, which are also what its keys are filled with. */
interface Page {
  readonly seat: Seat;
  readonly value: number;
  histories: readonly (readonly number[])[];
}

/** What a step would do: the new keys of a row are its token. */
function step(cache: Cache, pages: readonly Page[]): StepArrays {
  const arrays = cache.arrays((seat) =>
    (pages.find((page) => page.seat === seat)?.histories ?? []).map((history) => history.at(-1) ?? 0),
  );
  const width = SIZES.heads * SIZES.headSize;
  for (const [row, token] of arrays.tokens.entries())
    for (const layer of [...arrays.newKeys, ...arrays.newValues]) layer.fill(token, row * width, (row + 1) * width);
  return arrays;
}

/** The tokens that a beam sees through its slots, oldest first, by head and layer. */
function seen({ slotCount, slots, keys }: StepArrays, row: number): number[][] {
  const page = Math.floor(row / BEAMS);
  const visible = [...slots.subarray(row * slotCount, (row + 1) * slotCount).entries()]
    .filter(([, bucket]) => bucket !== SIZES.hiddenBucket)
    .toSorted(([, a], [, b]) => b - a);
  return keys.flatMap((layer) =>
    Array.from({ length: SIZES.heads }, (_, head) =>
      visible.map(([slot]) => layer[((page * SIZES.heads + head) * slotCount + slot) * SIZES.headSize] ?? Number.NaN),
    ),
  );
}

const action = fc.record({
  kind: fc.constantFrom('step', 'step', 'step', 'step', 'join', 'leave'),
  pick: fc.nat(),
  parents: fc.array(fc.nat(BEAMS - 1), { minLength: BEAMS, maxLength: BEAMS }),
  length: fc.integer({ min: 1, max: 9 }),
});

/** Every row of the step sees its beam's history, and its page's memory. */
function expectOwn(arrays: StepArrays, { histories, value }: Page): void {
  const row = arrays.tokens.indexOf(histories[0]?.at(-1) ?? 0);
  for (const [beam, history] of histories.entries())
    for (const tokens of seen(arrays, row + beam)) expect(tokens).toEqual(history.slice(0, -1));
  const index = row / BEAMS;
  expect(arrays.memory[2]?.[index * SIZES.heads * arrays.memoryLength * SIZES.headSize]).toBe(value);
  expect(arrays.positions[index]).toBe((histories[0]?.length ?? 1) - 1);
}

/** A batch that is driven by actions; all its tokens are different. */
function driven() {
  const cache = newCache();
  const pages: Page[] = [];
  let token = 1;
  return {
    join(length: number): void {
      const value = token++;
      const histories = Array.from({ length: BEAMS }, () => [token++]);
      pages.push({ seat: cache.join(memory(length, value)), value, histories });
    },
    leave(pick: number): void {
      const [gone] = pages.splice(pick % Math.max(pages.length, 1), 1);
      if (gone) cache.leave(gone.seat);
    },
    step(parents: readonly number[]): void {
      const arrays = step(cache, pages);
      for (const page of pages) expectOwn(arrays, page);
      for (const page of pages) {
        cache.keep(page.seat, parents);
        page.histories = parents.map((parent) => [...(page.histories[parent] ?? []), token++]);
      }
    },
  };
}

describe('the cache', () => {
  it('shows every beam its own ancestors and its page’s memory, however pages come, go and change beams', () => {
    fc.assert(
      fc.property(fc.array(action, { minLength: 1, maxLength: 80 }), (actions) => {
        const batch = driven();
        batch.join(3);
        for (const { kind, pick, parents, length } of actions) {
          if (kind === 'join') batch.join(length);
          else if (kind === 'leave') batch.leave(pick);
          else batch.step(parents);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('uses a slot again when no beam descends from it any more', () => {
    const cache = newCache();
    const page: Page = { seat: cache.join(memory(1, 1)), value: 1, histories: [[1], [2], [3]] };
    for (let count = 0; count < 60; count++) {
      step(cache, [page]);
      cache.keep(page.seat, count % 2 === 0 ? [0, 1, 2] : [0, 0, 0]);
    }
    // 120 were written; 60 are the one surviving history, and two of the others' slots lie among them.
    expect(Math.max(...page.seat.paths.flat())).toBeLessThan(63);
  });
});
