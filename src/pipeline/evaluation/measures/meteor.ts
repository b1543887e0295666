// METEOR as nltk's `meteor_score` computes it for one reference: exact matches, then matches of stems. Its third stage,
// synonyms of the English WordNet, is not here: no Korean word has any, but a text with English words may differ.
import { stemmed } from './porter.ts';

/** nltk's defaults: the weight of precision against recall, and how chunks are punished. */
const ALPHA = 0.9;
const BETA = 3;
const GAMMA = 0.5;

interface Match {
  readonly told: number;
  readonly wanted: number;
}

interface Word {
  readonly at: number;
  readonly text: string;
}

interface Aligned {
  readonly matches: readonly Match[];
  readonly told: readonly Word[];
  readonly wanted: readonly Word[];
}

/** Equal words, from the end: each takes the last one of the other text that is still free. */
function aligned(told: readonly Word[], wanted: readonly Word[]): Aligned {
  const places = new Map<string, number[]>();
  wanted.forEach(({ text }, index) => {
    const known = places.get(text);
    if (known) known.push(index);
    else places.set(text, [index]);
  });
  const matches: Match[] = [];
  const used = new Set<number>();
  const left = told.toReversed().filter(({ at, text }) => {
    const index = places.get(text)?.pop();
    const other = index === undefined ? undefined : wanted[index];
    if (index === undefined || !other) return true;
    used.add(index);
    matches.push({ told: at, wanted: other.at });
    return false;
  });
  return { matches, told: left.reverse(), wanted: wanted.filter((_, index) => !used.has(index)) };
}

const numbered = (tokens: readonly string[]): readonly Word[] =>
  tokens.map((token, at) => ({ at, text: token.toLowerCase() }));
const byStem = (words: readonly Word[]): readonly Word[] => words.map(({ at, text }) => ({ at, text: stemmed(text) }));

/** Runs of matches that stand side by side in both texts. */
function chunksOf(matches: readonly Match[]): number {
  const sorted = matches.toSorted((one, other) => one.told - other.told);
  return sorted.filter(({ told, wanted }, index) => {
    const before = sorted[index - 1];
    return !(before && told === before.told + 1 && wanted === before.wanted + 1);
  }).length;
}

/** Both texts cut into words, as `words` of `tokens.ts` does. 0 … 1 */
export function meteor(told: readonly string[], wanted: readonly string[]): number {
  const exact = aligned(numbered(told), numbered(wanted));
  const matches = [...exact.matches, ...aligned(byStem(exact.told), byStem(exact.wanted)).matches];
  if (matches.length === 0) return 0;
  const precision = matches.length / told.length;
  const recall = matches.length / wanted.length;
  const mean = (precision * recall) / (ALPHA * precision + (1 - ALPHA) * recall);
  return (1 - GAMMA * (chunksOf(matches) / matches.length) ** BETA) * mean;
}
