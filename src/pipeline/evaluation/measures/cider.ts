// CIDEr with one reference for each text: how much of what is rare in the references a text shares with its own.
// `cider` is what pycocoevalcap calls CIDEr and the paper CIDEr-D (counts clipped, other lengths punished);
// `plain` is the paper's CIDEr without those two. Both are 10 for a text that is its own reference.

const LONGEST = 4;
const SIGMA = 6;

/** Reads all references before the first score: what is rare is decided by all of them. */
export interface Cider {
  score(told: readonly string[], wanted: readonly string[]): CiderScore;
}

export interface CiderScore {
  /** 0 … 10 */
  readonly cider: number;
  /** 0 … 10 */
  readonly plain: number;
}

type Counts = ReadonlyMap<string, number>;

/** How often each run of `size` words is there. */
function countsOf(tokens: readonly string[], size: number): Counts {
  const counts = new Map<string, number>();
  for (let at = 0; at + size <= tokens.length; at += 1) {
    const run = tokens.slice(at, at + size).join(' ');
    counts.set(run, (counts.get(run) ?? 0) + 1);
  }
  return counts;
}

interface Vector {
  readonly weights: ReadonlyMap<string, number>;
  readonly norm: number;
}

export interface CiderMaking {
  /** To be called for each reference, before `finish`. */
  add(wanted: readonly string[]): void;
  finish(): Cider;
}

/** The similarity of two vectors, with and without the weights of what was told held to those of what was wanted. */
function similarity(told: Vector, wanted: Vector): { readonly clipped: number; readonly whole: number } {
  let [clipped, whole] = [0, 0];
  for (const [run, weight] of told.weights) {
    const other = wanted.weights.get(run) ?? 0;
    clipped += Math.min(weight, other) * other;
    whole += weight * other;
  }
  // As in the reference, what has no length is not divided by it.
  const norms = told.norm * wanted.norm || 1;
  return { clipped: clipped / norms, whole: whole / norms };
}

export function makeCider(): CiderMaking {
  /** In how many references a run of words is. */
  const frequency = new Map<string, number>();
  let references = 0;

  const vectorOf = (tokens: readonly string[], size: number): Vector => {
    const weights = new Map<string, number>();
    let squares = 0;
    for (const [run, count] of countsOf(tokens, size)) {
      const weight = count * (Math.log(references) - Math.log(Math.max(1, frequency.get(run) ?? 0)));
      weights.set(run, weight);
      squares += weight ** 2;
    }
    return { weights, norm: Math.sqrt(squares) };
  };

  const score: Cider['score'] = (told, wanted) => {
    // The reference counts pairs of words for the length.
    const pairs = (tokens: readonly string[]): number => Math.max(0, tokens.length - 1);
    const punished = Math.exp(-((pairs(told) - pairs(wanted)) ** 2) / (2 * SIGMA ** 2));
    let [cider, plain] = [0, 0];
    for (let size = 1; size <= LONGEST; size += 1) {
      const { clipped, whole } = similarity(vectorOf(told, size), vectorOf(wanted, size));
      cider += (10 / LONGEST) * clipped * punished;
      plain += (10 / LONGEST) * whole;
    }
    return { cider, plain };
  };

  return {
    add(wanted) {
      references += 1;
      for (let size = 1; size <= LONGEST; size += 1)
        for (const run of countsOf(wanted, size).keys()) frequency.set(run, (frequency.get(run) ?? 0) + 1);
    },
    finish: () => ({ score }),
  };
}
