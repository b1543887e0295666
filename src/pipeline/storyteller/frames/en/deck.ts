// Deals out sentence patterns so that no book repeats itself: an unused one before a used one, never the same twice
// in a row, rather one that fits the reading level, rather one that does not begin like its neighbours.
import type { Choice } from '../types.ts';
import { countWords } from './text.ts';

/** One way of saying something. `write` gives finished sentences, or undefined where it would not be right. */
export interface Pattern<C> {
  readonly id: string;
  readonly write: (context: C) => readonly string[] | undefined;
}

export interface Dealt {
  readonly pattern: string;
  readonly sentences: readonly string[];
}

export interface DealOptions {
  /** Words a sentence should have at most. */
  readonly words: number;
  /** Sentences there is room for; at least one is always dealt. */
  readonly room: number;
}

export interface Deck {
  /** Undefined only when no pattern is right for the context. */
  deal<C>(patterns: readonly Pattern<C>[], context: C, options: DealOptions): Dealt | undefined;
  /** Tells the deck of a sentence that came from no pattern. */
  note(sentence: string): void;
}

/** How many sentences back a beginning is remembered. */
const MEMORY = 8;
/** A sentence may be this many words over the limit where everything shorter has been used. */
const SLACK = 2;

const opening = (sentence: string): string =>
  sentence
    .toLowerCase()
    .replace(/[^\p{L}\p{N} ]/gu, '')
    .split(' ')
    .slice(0, 2)
    .join(' ');
const firstWord = (sentence: string): string => opening(sentence).split(' ')[0] ?? '';
const longest = (dealt: Dealt): number => Math.max(...dealt.sentences.map(countWords));

const least = (dealt: readonly Dealt[], measure: (one: Dealt) => number): readonly Dealt[] => {
  const best = Math.min(...dealt.map(measure));
  return dealt.filter((one) => measure(one) === best);
};

/** Begins with the same two words as a sentence just before. */
const echoes = (dealt: Dealt, recent: readonly string[]): boolean =>
  recent.slice(-4).some((sentence) => opening(sentence) === opening(dealt.sentences[0] ?? ''));

/** Words that wear out fast, with the number of sentences for which they are remembered. */
const STOCK: readonly { readonly mark: RegExp; readonly span: number }[] = [
  { mark: /\btoo[.!]/i, span: 12 },
  { mark: /\bfinally\b/i, span: Number.POSITIVE_INFINITY },
  { mark: /\bat last\b/i, span: Number.POSITIVE_INFINITY },
  { mark: /\b(?:finally|at last|in the end|after all that)\b/i, span: 6 },
  { mark: /\?[”’]?$/, span: Number.POSITIVE_INFINITY },
  { mark: /![”’]?$/, span: 6 },
  { mark: /^and\b/i, span: 3 },
  { mark: /^and so\b/i, span: 24 },
  { mark: /\bstory\b/i, span: 12 },
];

/** How many worn words it would bring again. */
const stale = (dealt: Dealt, said: readonly string[]): number =>
  STOCK.filter(
    ({ mark, span }) =>
      dealt.sentences.some((sentence) => mark.test(sentence)) &&
      said.slice(Math.max(0, said.length - span)).some((sentence) => mark.test(sentence)),
  ).length;

/** Asks where something was asked just before, or begins with the same word. */
function clash(dealt: Dealt, recent: readonly string[]): number {
  const first = dealt.sentences[0] ?? '';
  const asked = first.endsWith('?') && recent.slice(-4).some((sentence) => /\?[”’]?$/.test(sentence)) ? 2 : 0;
  return asked + (firstWord(recent.at(-1) ?? '') === firstWord(first) ? 1 : 0);
}

/** What `patterns` have to say, each in its finished words. */
function sayings<C>(patterns: readonly Pattern<C>[], context: C): readonly Dealt[] {
  return patterns.flatMap((pattern): Dealt[] => {
    const sentences = pattern.write(context);
    return sentences === undefined || sentences.length === 0 ? [] : [{ pattern: pattern.id, sentences }];
  });
}

export function createDeck(choice: Choice): Deck {
  const uses = new Map<string, number>();
  /** When a pattern was last dealt, counted in deals. */
  const times = new Map<string, number>();
  let last: string | undefined;
  let deals = 0;
  let recent: readonly string[] = [];
  const said: string[] = [];

  const remember = (pattern: string | undefined, sentences: readonly string[]): void => {
    last = pattern;
    said.push(...sentences);
    recent = [...recent, ...sentences].slice(-MEMORY);
  };
  /** How often it was heard; a sentence that is long, or begins like its neighbours, counts as heard once more. */
  const worn = (dealt: Dealt, limit: number): number =>
    (uses.get(dealt.pattern) ?? 0) + (longest(dealt) > limit ? 1 : 0) + (echoes(dealt, recent) ? 1 : 0);

  return {
    deal(patterns, context, { words, room }) {
      const right = sayings(patterns, context);
      if (right.length === 0) return undefined;
      const fresh = right.filter((one) => one.pattern !== last);
      const roomy = least(fresh.length > 0 ? fresh : right, (one) => Math.max(0, one.sentences.length - room));
      const limit = Math.max(words, Math.min(...right.map(longest)));
      const near = roomy.filter((one) => longest(one) <= limit + SLACK);
      const short = near.length > 0 ? near : least(roomy, longest);
      const unworn = least(
        least(
          least(short, (one) => stale(one, said)),
          (one) => worn(one, limit),
        ),
        (one) => clash(one, recent),
      );
      const dealt = choice.pick(least(unworn, (one) => times.get(one.pattern) ?? 0));
      times.set(dealt.pattern, ++deals);
      uses.set(dealt.pattern, (uses.get(dealt.pattern) ?? 0) + 1);
      remember(dealt.pattern, dealt.sentences);
      return dealt;
    },
    note: (sentence) => remember(undefined, [sentence]),
  };
}
