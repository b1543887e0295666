// Python's generator, number for number.
import { expect, test } from 'vitest';
import { pythonRandom, seedOfText } from '../../src/pipeline/random.ts';
import { golden } from './golden.ts';

interface Recorded {
  readonly generators: readonly {
    readonly seed: string;
    readonly bits: readonly number[];
    readonly below: readonly number[];
    readonly shuffles: readonly (readonly number[])[];
    readonly late: readonly number[];
  }[];
  readonly digests: readonly { readonly text: string; readonly seed: number }[];
}

const recorded = golden<Recorded>('python-random.json');
const LIMITS = [1, 2, 3, 7, 10, 100, 2 ** 20, 2 ** 31 - 1, 2 ** 31, 2 ** 32 - 1];

test.each(recorded.generators)('seed $seed gives the numbers and shuffles that Python gives', (row) => {
  const seed = BigInt(row.seed);
  const bits = pythonRandom(seed);
  expect([32, 1, 5, 31, 32, 8].map((count) => bits.getrandbits(count))).toEqual(row.bits);
  const below = pythonRandom(seed);
  expect(LIMITS.map((limit) => below.below(limit))).toEqual(row.below);
  for (const shuffle of row.shuffles) {
    const items = [...shuffle].sort((one, other) => one - other);
    expect(pythonRandom(seed).shuffled(items)).toEqual(shuffle);
  }
  const late = pythonRandom(seed);
  const numbers = Array.from({ length: 1300 }, () => late.getrandbits(32));
  expect(numbers.slice(-3)).toEqual(row.late);
});

test.each(recorded.digests)('the seed of "$text" is the one the original computed', ({ text, seed }) => {
  expect(seedOfText(text)).toBe(BigInt(seed));
});

test('shuffling leaves the given list as it was', () => {
  const items = Object.freeze([1, 2, 3, 4]);
  expect(pythonRandom(5n).shuffled(items).toSorted()).toEqual([1, 2, 3, 4]);
  expect(items).toEqual([1, 2, 3, 4]);
});
