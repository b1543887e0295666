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

/**
 * The `count` best, best first. A whole vocabulary per beam is read at every step, so that nearly every score is put
 * aside by one comparison; only those close to the worst kept one are added up and rounded as the reference does.
 */
export function bestCandidates({ rows, vocabulary, running }: ScoredBeams, count: number): Candidate[] {
  const best: Candidate[] = [];
  for (const [beam, sum] of running.entries()) {
    const row = rows.subarray(beam * vocabulary, (beam + 1) * vocabulary);
    let least = best.length < count ? -Infinity : (best.at(-1) as Candidate).score;
    const following = (from: number): number => notBelow(lowest(least, sum), row, from);
    for (let token = following(0); token < vocabulary; token = following(token + 1)) {
      const score = Math.fround((row[token] as number) + sum);
      if (best.length >= count && !(score > least)) continue;
      insert(best, { score, beam, token }, count);
      if (best.length >= count) least = (best.at(-1) as Candidate).score;
    }
  }
  return best;
}

/**
 * The first place from `from` on whose value is not below `floor`; the row's length if there is none. Eight at a time:
 * that takes a third of the time of a plain loop.
 */
function notBelow(floor: number, row: Float32Array, from: number): number {
  let at = from;
  const below = (place: number): boolean => (row[at + place] as number) < floor;
  while (
    at + 8 <= row.length &&
    below(0) &&
    below(1) &&
    below(2) &&
    below(3) &&
    below(4) &&
    below(5) &&
    below(6) &&
    below(7)
  )
    at += 8;
  while (at < row.length && below(0)) at++;
  return at;
}

/** No value below this can reach `least` when added to `sum`, whichever way float32 rounds. */
const lowest = (least: number, sum: number): number =>
  least === -Infinity ? -Infinity : least - sum - (Math.abs(least) + Math.abs(sum)) * 2 ** -22;

/** Keeps the list sorted; of equal scores the earlier stays first. */
function insert(best: Candidate[], candidate: Candidate, count: number): void {
  if (best.length >= count) best.pop();
  let place = best.length;
  while (place > 0 && (best[place - 1] as Candidate).score < candidate.score) place--;
  best.splice(place, 0, candidate);
}

/** Indices of the `count` greatest, greatest first. */
export function greatest(scores: readonly number[], count: number): number[] {
  const order = scores.map((_, index) => index);
  return order.sort((a, b) => (scores[b] as number) - (scores[a] as number) || a - b).slice(0, count);
}
