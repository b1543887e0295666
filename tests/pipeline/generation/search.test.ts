// The searches over made-up scores: what the recorded cases leave to chance is put to the test here.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { beamSearch, greedySearch, type SearchOptions, startSearch } from '../../../src/pipeline/generation/search.ts';
import { bestCandidates, greatest } from '../../../src/pipeline/generation/top.ts';

const OPTIONS: SearchOptions = {
  numBeams: 2,
  maxLength: 6,
  minLength: 0,
  lengthPenalty: 1,
  repetitionPenalty: 1,
  noRepeatNgramSize: 0,
  earlyStopping: false,
  startId: 0,
  endIds: [1],
  vocabulary: 4,
};

describe('the best candidates', () => {
  it('are those that sorting everything finds, whatever the scores, equal ones in their order', () => {
    const score = fc.oneof(fc.integer({ min: -4, max: 0 }), fc.float({ noNaN: true }), fc.constant(-Infinity));
    const rows = fc.array(score, { minLength: 12, maxLength: 12 });
    const sums = fc.array(fc.oneof(fc.constant(-1e9), fc.float({ noNaN: true, min: -100, max: 0 })), {
      minLength: 3,
      maxLength: 3,
    });
    fc.assert(
      fc.property(rows, sums, fc.integer({ min: 1, max: 6 }), (values, running, count) => {
        const table = Float32Array.from(values);
        const totals = [...table].map((value, at) => Math.fround(value + (running[Math.floor(at / 4)] ?? 0)));
        const expected = greatest(totals, count).map((at) => ({
          score: totals[at],
          beam: Math.floor(at / 4),
          token: at % 4,
        }));
        expect(bestCandidates({ rows: table, vocabulary: 4, running }, count)).toEqual(expected);
      }),
      { numRuns: 500 },
    );
  });
});

describe('greedy search', () => {
  it('takes the first of equally good tokens and stops at the end id, which it keeps', () => {
    const search = greedySearch({ ...OPTIONS, numBeams: 1 });
    search.advance(Float32Array.of(0, 1, 3, 3));
    search.advance(Float32Array.of(0, 5, 3, 3));
    expect(search.done).toBe(true);
    expect(search.result().tokenIds).toEqual([2, 1]);
  });
  it('stops at the maximal length, its start counted', () => {
    const search = startSearch({ ...OPTIONS, numBeams: 1, maxLength: 3 });
    search.advance(Float32Array.of(0, 1, 3, 2));
    expect(search.done).toBe(false);
    search.advance(Float32Array.of(0, 1, 2, 3));
    expect(search.done).toBe(true);
    expect(search.result().tokenIds).toEqual([2, 3]);
  });
});

describe('beam search', () => {
  const twice = (row: readonly number[]): Float32Array => Float32Array.from([...row, ...row]);

  it('starts from one beam, so that its beams differ', () => {
    const search = beamSearch(OPTIONS);
    expect(search.advance(twice([-9, -9, -1, -2]))).toEqual([0, 0]);
    expect(search.running).toEqual([
      [0, 2],
      [0, 3],
    ]);
  });

  it('says which beam each beam continues', () => {
    const search = beamSearch(OPTIONS);
    search.advance(twice([-9, -9, -1, -1.5]));
    expect(search.advance(Float32Array.of(-9, -9, -9, -8, -1, -9, -2, -9))).toEqual([1, 1]);
    expect(search.running).toEqual([
      [0, 3, 0],
      [0, 3, 2],
    ]);
  });

  it('ends a page at once with early stopping when as many sequences ended as there are beams', () => {
    const ended = (earlyStopping: SearchOptions['earlyStopping']): boolean => {
      const search = beamSearch({ ...OPTIONS, earlyStopping });
      search.advance(twice([-9, -2, -1, -9]));
      search.advance(twice([-9, -0.5, -0.1, -9]));
      search.advance(twice([-9, -0.5, -0.1, -9]));
      return search.done;
    };
    expect(ended(true)).toBe(true);
    expect(ended('never')).toBe(false);
  });

  it('prefers the longer sequence under a larger length penalty', () => {
    const best = (lengthPenalty: number): readonly number[] => {
      const search = beamSearch({ ...OPTIONS, lengthPenalty, maxLength: 4 });
      search.advance(twice([-9, -1.2, -0.5, -9]));
      while (!search.done) search.advance(twice([-9, -9, -0.5, -9]));
      return search.result().tokenIds;
    };
    expect(best(0)).toEqual([1]);
    expect(best(2)).toEqual([2, 2, 2]);
  });

  it('can end by any of several end ids', () => {
    const search = beamSearch({ ...OPTIONS, endIds: [1, 3], earlyStopping: true });
    search.advance(twice([-5, -1, -9, -0.5]));
    expect(search.result()).toEqual({ tokenIds: [3], score: -0.5 });
    expect(search.done).toBe(true);
  });
});
