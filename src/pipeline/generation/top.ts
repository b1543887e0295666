// The best few of many scores, in order; of equal ones the first.

export interface Candidate {
  readonly score: number;
  /** [beam, token] of the row it was found in. */
  readonly beam: number;
  readonly token: number;
}

export interface ScoredBeams {
  /** [beams, vocabulary] */
  readonly rows: Float32Array;
  readonly vocabulary: number;
  /** Added to every score of the beam's row, in float32. [beams] */
  readonly running: readonly number[];
}

/** Ascending places of the `count` best; an insertion into a short list beats sorting a vocabulary. */
export function bestCandidates({ rows, vocabulary, running }: ScoredBeams, count: number): Candidate[] {
  const best: Candidate[] = [];
  let least = -Infinity;
  for (const [beam, sum] of running.entries()) {
    for (let token = 0, at = beam * vocabulary; token < vocabulary; token++, at++) {
      const score = Math.fround((rows[at] as number) + sum);
      if (!(score > least) && best.length >= count) continue;
      if (best.length >= count) best.pop();
      let place = best.length;
      while (place > 0 && (best[place - 1] as Candidate).score < score) place--;
      best.splice(place, 0, { score, beam, token });
      least = (best.at(-1) as Candidate).score;
    }
  }
  return best;
}

/** Indices of the `count` greatest, greatest first. */
export function greatest(scores: readonly number[], count: number): number[] {
  const order = scores.map((_, index) => index);
  return order.sort((a, b) => (scores[b] as number) - (scores[a] as number) || a - b).slice(0, count);
}
