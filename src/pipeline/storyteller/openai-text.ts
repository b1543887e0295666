// Small hands for what a language model wrote: the text of a page from its answer, its sentences and words, and how much
// two texts are alike. Pure.
import { tidy } from './frames/items.ts';

/** Marks that models write in a form that no keyboard has and few fonts draw. */
const COMMON: Readonly<Record<string, string>> = {
  '⋯': '…',
  '‥': '…',
  '―': '—',
  '〜': '~',
  '～': '~',
  '！': '!',
  '？': '?',
  '，': ',',
  '。': '.',
};

/** A page is one paragraph: a line feed between its sentences is a space. */
export const pageText = (answered: string): string =>
  tidy(answered)
    .replace(/\n/g, ' ')
    .replace(/[⋯‥―〜～！？，。]/g, (mark) => COMMON[mark] ?? mark);

const QUOTED = /([,:] ?)?(“[^”]*”|"[^"]*"|‘[^’]*’|「[^」]*」|『[^』]*』|\([^)]*\))/gu;
const ABBREVIATED = /\b(Mr|Mrs|Ms|Dr|St)\./g;

/**
 * What is spoken belongs to the sentence around it. Where that sentence comes first and leads into the speech by a comma
 * (She said, “Look!”), it ends with it.
 */
const hidden = (text: string): string =>
  text
    .replace(QUOTED, (all, lead: string | undefined) =>
      lead && /[.!?…]["”’」』]$/u.test(all) ? `${'_'.repeat(all.length - 1)}.` : '_'.repeat(all.length),
    )
    .replace(ABBREVIATED, (all) => '_'.repeat(all.length));

/** The sentences of a page, each with its marks. */
export function sentencesOf(text: string): readonly string[] {
  const sentences: string[] = [];
  let start = 0;
  for (const match of hidden(text).matchAll(/[.!?…~]+(?=\s|$)/gu)) {
    const end = match.index + match[0].length;
    sentences.push(text.slice(start, end).trim());
    start = end;
  }
  return [...sentences, text.slice(start).trim()].filter((sentence) => /[\p{L}\p{N}]/u.test(sentence));
}

export const countWords = (text: string): number =>
  text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;

/** Letters and digits in runs, in lower case. */
export const wordsIn = (text: string): readonly string[] =>
  text
    .normalize('NFC')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? [];

function pairsIn(text: string): ReadonlyMap<string, number> {
  const letters = [...wordsIn(text).join('')];
  const pairs = new Map<string, number>();
  letters.slice(1).forEach((letter, index) => {
    const pair = `${letters[index]}${letter}`;
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  });
  return pairs;
}

/** From 0 to 1: Dice's coefficient over pairs of letters, which reads Korean and English alike. */
export function likeness(one: string, other: string): number {
  const [left, right] = [pairsIn(one), pairsIn(other)];
  const total = (pairs: ReadonlyMap<string, number>): number =>
    [...pairs.values()].reduce((sum, many) => sum + many, 0);
  const shared = [...left].reduce((sum, [pair, many]) => sum + Math.min(many, right.get(pair) ?? 0), 0);
  const all = total(left) + total(right);
  return all === 0 ? 0 : (2 * shared) / all;
}
