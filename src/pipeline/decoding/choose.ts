// Which of the settings that were measured is best: the original's three ways. All of them compare settings with each
// other, so none says how good a setting is by itself. Pure.
import type { Measure, Measured } from '../evaluation/columns.ts';

/** The four that the original looked at, with the weights of its first way. */
export const WEIGHTS = { bertF1: 0.4, meteor: 0.2, cider: 0.2, spice: 0.2 } as const satisfies Partial<
  Record<Measure, number>
>;
export type ChoosingMeasure = keyof typeof WEIGHTS;
const CHOOSING = Object.keys(WEIGHTS) as readonly ChoosingMeasure[];

/**
 * `mean`: the highest plain mean, by which the original chose in the end. `weighted`: the highest weighted sum of
 * z-scores. `top5`: most often among the five best of a measure.
 */
export const WAYS = ['mean', 'weighted', 'top5'] as const;
export type Way = (typeof WAYS)[number];

const TOP = 5;

/** What the ways make of one setting. */
export type WayScores = Readonly<Record<Way, number>>;

export interface Choosing {
  /** The measures that all settings have, which alone could be compared. */
  readonly by: readonly ChoosingMeasure[];
  /** One for each setting, in order. */
  readonly scores: readonly WayScores[];
  /** Places of the settings, best first; of equal ones the earlier. */
  readonly order: Readonly<Record<Way, readonly number[]>>;
}

const meanOf = (values: readonly number[]): number =>
  values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;

/** By how many standard deviations each lies above the mean; 0 for all where none differs. */
function standardised(values: readonly number[]): readonly number[] {
  const mean = meanOf(values);
  const deviation = Math.sqrt(meanOf(values.map((value) => (value - mean) ** 2)));
  // Differences that are but rounding would be blown up to whole deviations.
  return values.map((value) => (deviation > 1e-12 ? (value - mean) / deviation : 0));
}

/** Places by value, the greatest first, of equal ones the earlier. */
const ranked = (values: readonly number[]): readonly number[] =>
  values.map((_, place) => place).sort((a, b) => (values[b] ?? 0) - (values[a] ?? 0) || a - b);

/** @param means of each setting, over the same rows. */
export function choose(means: readonly Measured[]): Choosing {
  const by = CHOOSING.filter((measure) => means.length > 0 && means.every((mean) => mean[measure] !== undefined));
  const columns = by.map((measure) => means.map((mean) => mean[measure] ?? 0));
  const normal = columns.map(standardised);
  // Without a measure, the others keep their proportions.
  const total = by.reduce((sum, measure) => sum + WEIGHTS[measure], 0) || 1;
  const best = columns.map((column) => new Set(ranked(column).slice(0, TOP)));
  const scores = means.map((_, place): WayScores => {
    const sum = by.reduce((sum, measure, at) => sum + WEIGHTS[measure] * (normal[at]?.[place] ?? 0), 0);
    return {
      mean: meanOf(columns.map((column) => column[place] ?? 0)),
      weighted: sum / total,
      top5: best.filter((places) => places.has(place)).length,
    };
  });
  const sorted = (way: Way): readonly number[] => ranked(scores.map((score) => score[way]));
  // How often a setting is among the best is a small number that many share: of these, the better mean goes first.
  const byMean = sorted('mean');
  const top5 = [...byMean].sort((a, b) => (scores[b]?.top5 ?? 0) - (scores[a]?.top5 ?? 0));
  return { by, scores, order: { mean: byMean, weighted: sorted('weighted'), top5 } };
}
