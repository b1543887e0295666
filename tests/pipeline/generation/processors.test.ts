// What changes scores before a token is chosen, one rule at a time.
import { describe, expect, it } from 'vitest';
import { type ProcessorOptions, processScores } from '../../../src/pipeline/generation/processors.ts';

const NONE: ProcessorOptions = { repetitionPenalty: 1, noRepeatNgramSize: 0, minLength: 0, endIds: [1] };

function processed(tokens: readonly number[], options: Partial<ProcessorOptions>, row = [-1, -2, -3, -4, 2]): number[] {
  const scores = Float32Array.from(row);
  processScores(scores, tokens, { ...NONE, ...options });
  return [...scores];
}

describe('the repetition penalty', () => {
  it('multiplies scores below zero and divides those above, once for each token that was used', () => {
    expect(processed([0, 2, 2, 4], { repetitionPenalty: 2 })).toEqual([-2, -2, -6, -4, 1]);
  });
  it('rounds as float32 does', () => {
    expect(processed([0], { repetitionPenalty: 1.1 }, [-0.1])).toEqual([
      Math.fround(Math.fround(-0.1) * Math.fround(1.1)),
    ]);
  });
});

describe('no repeated runs', () => {
  it('of one token bans every token that was used', () => {
    expect(processed([0, 3], { noRepeatNgramSize: 1 })).toEqual([-Infinity, -2, -3, -Infinity, 2]);
  });
  it('of three bans what would complete a run again, and nothing before there is one', () => {
    expect(processed([0, 2, 3, 4, 2, 3], { noRepeatNgramSize: 3 })).toEqual([-1, -2, -3, -4, -Infinity]);
    expect(processed([2, 3], { noRepeatNgramSize: 3 })).toEqual([-1, -2, -3, -4, 2]);
  });
  it('counts runs that overlap themselves', () => {
    expect(processed([3, 3], { noRepeatNgramSize: 2 })).toEqual([-1, -2, -3, -Infinity, 2]);
  });
});

describe('the minimal length', () => {
  it('bans every end id until the sequence, its start counted, is that long', () => {
    expect(processed([0, 2], { minLength: 3, endIds: [1, 4] })).toEqual([-1, -Infinity, -3, -4, -Infinity]);
    expect(processed([0, 2, 3], { minLength: 3, endIds: [1, 4] })).toEqual([-1, -2, -3, -4, 2]);
  });
});

it('a banned token stays banned whatever its penalty', () => {
  expect(processed([0, 3], { repetitionPenalty: 2, noRepeatNgramSize: 1 })[3]).toBe(-Infinity);
});
