// BERTScore of two texts from the rows that an encoder made of their tokens, as bert-score computes it: every token finds
// the one most like it in the other text. The encoder itself is `encoder.ts`.

export interface Encoded {
  /** Ids with those of [CLS] and [SEP] at the ends. */
  readonly ids: readonly number[];
  /** A row for each id. [length, width] */
  readonly rows: Float32Array;
  readonly width: number;
}

export interface BertScore {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

/** What a token weighs. Where nothing else is asked for, all weigh the same but [CLS] and [SEP], which weigh nothing. */
export type WeightOf = (id: number) => number;

/** As bert-score has it without idf. */
export const evenly = ({ ids }: Encoded): WeightOf => {
  const [first, last] = [ids[0], ids.at(-1)];
  return (id) => (id === first || id === last ? 0 : 1);
};

function normalised({ rows, width }: Encoded): Float32Array {
  const unit = new Float32Array(rows.length);
  for (let from = 0; from < rows.length; from += width) {
    let squares = 0;
    for (let at = from; at < from + width; at += 1) squares += (rows[at] ?? 0) ** 2;
    const norm = Math.sqrt(squares);
    for (let at = from; at < from + width; at += 1) unit[at] = (rows[at] ?? 0) / norm;
  }
  return unit;
}

/** The best similarity of each row with any of the others, in both directions. */
function greedy(told: Encoded, wanted: Encoded): { readonly ofTold: Float64Array; readonly ofWanted: Float64Array } {
  const { width } = told;
  const [a, b] = [normalised(told), normalised(wanted)];
  const ofTold = new Float64Array(told.ids.length).fill(-1);
  const ofWanted = new Float64Array(wanted.ids.length).fill(-1);
  for (let i = 0; i < ofTold.length; i += 1) {
    for (let j = 0; j < ofWanted.length; j += 1) {
      let product = 0;
      for (let k = 0; k < width; k += 1) product += (a[i * width + k] ?? 0) * (b[j * width + k] ?? 0);
      if (product > (ofTold[i] ?? 0)) ofTold[i] = product;
      if (product > (ofWanted[j] ?? 0)) ofWanted[j] = product;
    }
  }
  return { ofTold, ofWanted };
}

function weighted(best: Float64Array, ids: readonly number[], weightOf: WeightOf): number {
  let [sum, weights] = [0, 0];
  ids.forEach((id, at) => {
    const weight = weightOf(id);
    sum += weight * (best[at] ?? 0);
    weights += weight;
  });
  return weights === 0 ? 0 : sum / weights;
}

/** A text without tokens of its own scores 0. */
export function bertScore(told: Encoded, wanted: Encoded, weightOf: WeightOf = evenly(wanted)): BertScore {
  if (told.ids.length <= 2 || wanted.ids.length <= 2) return { precision: 0, recall: 0, f1: 0 };
  const { ofTold, ofWanted } = greedy(told, wanted);
  const precision = weighted(ofTold, told.ids, weightOf);
  const recall = weighted(ofWanted, wanted.ids, weightOf);
  const sum = precision + recall;
  return { precision, recall, f1: sum === 0 ? 0 : (2 * precision * recall) / sum };
}

/** Weights by how rare a token is among references: log of (texts + 1) through (texts with it + 1). */
export function makeRarity(): { add(ids: readonly number[]): void; finish(): WeightOf } {
  const found = new Map<number, number>();
  let texts = 0;
  return {
    add(ids) {
      texts += 1;
      for (const id of new Set(ids)) found.set(id, (found.get(id) ?? 0) + 1);
    },
    finish: () => (id) => Math.log((texts + 1) / ((found.get(id) ?? 0) + 1)),
  };
}
