// Python's random numbers, number for number: MT19937 seeded from an integer, getrandbits, randbelow, shuffle.
// The storyteller was trained on fields in the order that Python shuffled them into.
import { createHash } from 'node:crypto';

const SIZE = 624;
const MIDDLE = 397;

function seededBy(seed: number): Uint32Array {
  const state = new Uint32Array(SIZE);
  state[0] = seed;
  let last = seed >>> 0;
  for (let index = 1; index < SIZE; index += 1) {
    last = (Math.imul(1812433253, last ^ (last >>> 30)) + index) >>> 0;
    state[index] = last;
  }
  return state;
}

/** The reference's `init_by_array`, with the seed's 32-bit words, lowest first. */
function seededByArray(words: readonly number[]): Uint32Array {
  const state = seededBy(19650218);
  const at = (index: number): number => state[index] ?? 0;
  let place = 1;
  const advance = (): void => {
    place += 1;
    if (place === SIZE) {
      state[0] = at(SIZE - 1);
      place = 1;
    }
  };
  const mixed = (factor: number): number => at(place) ^ Math.imul(at(place - 1) ^ (at(place - 1) >>> 30), factor);
  for (let step = 0; step < Math.max(SIZE, words.length); step += 1) {
    const word = step % words.length;
    state[place] = mixed(1664525) + (words[word] ?? 0) + word;
    advance();
  }
  for (let step = 1; step < SIZE; step += 1) {
    state[place] = mixed(1566083941) - place;
    advance();
  }
  state[0] = 0x80000000;
  return state;
}

function wordsOf(seed: bigint): readonly number[] {
  const words: number[] = [];
  for (let rest = seed < 0n ? -seed : seed; rest > 0n; rest >>= 32n) words.push(Number(rest & 0xffffffffn));
  return words.length > 0 ? words : [0];
}

/** All 624 words of the next round, in place. */
function refill(state: Uint32Array): void {
  const at = (index: number): number => state[index % SIZE] ?? 0;
  for (let index = 0; index < SIZE; index += 1) {
    const joined = (at(index) & 0x80000000) | (at(index + 1) & 0x7fffffff);
    state[index] = at(index + MIDDLE) ^ (joined >>> 1) ^ (joined & 1 ? 0x9908b0df : 0);
  }
}

export interface PythonRandom {
  /** `random.getrandbits(bits)`, for 1 to 32 bits. */
  getrandbits(bits: number): number;
  /** A whole number from 0 to `limit` − 1, for limits up to 2³² − 1: what `random.randrange(limit)` gives. */
  below(limit: number): number;
  /** `random.shuffle`, on a copy. */
  shuffled<T>(items: readonly T[]): T[];
}

/** The generator after `random.seed(seed)`. */
export function pythonRandom(seed: bigint): PythonRandom {
  const state = seededByArray(wordsOf(seed));
  let next = SIZE;
  const word = (): number => {
    if (next === SIZE) {
      refill(state);
      next = 0;
    }
    let value = state[next] ?? 0;
    next += 1;
    value ^= value >>> 11;
    value ^= (value << 7) & 0x9d2c5680;
    value ^= (value << 15) & 0xefc60000;
    value ^= value >>> 18;
    return value >>> 0;
  };
  const getrandbits = (bits: number): number => word() >>> (32 - bits);
  const below = (limit: number): number => {
    const bits = 32 - Math.clz32(limit);
    for (;;) {
      const drawn = getrandbits(bits);
      if (drawn < limit) return drawn;
    }
  };
  const shuffled = <T>(items: readonly T[]): T[] => {
    const rest = [...items];
    for (let last = rest.length - 1; last >= 1; last -= 1) {
      const chosen = below(last + 1);
      [rest[last], rest[chosen]] = [rest[chosen] as T, rest[last] as T];
    }
    return rest;
  };
  return { getrandbits, below, shuffled };
}

/** The seed that the original made of a text: its MD5, modulo a hundred million. */
export const seedOfText = (text: string): bigint =>
  BigInt(`0x${createHash('md5').update(text).digest('hex')}`) % 100_000_000n;
