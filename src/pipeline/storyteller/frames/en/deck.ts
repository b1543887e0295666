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

export function createDeck(choice: Choice): Deck {
  const uses = new Map<string, number>();
  /** When a pattern was last dealt, counted in deals. */
  const times = new Map<string, number>();
  let last: string | undefined;
  let deals = 0;
  let recent: readonly string[] = [];

  const remember = (sentences: readonly string[]): void => {
    recent = [...recent, ...sentences].slice(-MEMORY);
  };
  const clash = (dealt: Dealt): number => {
    const first = dealt.sentences[0] ?? '';
    const again = recent.slice(-4).some((sentence) => opening(sentence) === opening(first)) ? 2 : 0;
    const asked = first.endsWith('?') && recent.slice(-4).some((sentence) => /\?[”’]?$/.test(sentence)) ? 2 : 0;
    return again + asked + (firstWord(recent.at(-1) ?? '') === firstWord(first) ? 1 : 0);
  };
  const least = (dealt: readonly Dealt[], measure: (one: Dealt) => number): readonly Dealt[] => {
    const best = Math.min(...dealt.map(measure));
    return dealt.filter((one) => measure(one) === best);
  };

  return {
    deal(patterns, context, { words, room }) {
      const right = patterns.flatMap((pattern): Dealt[] => {
        const sentences = pattern.write(context);
        return sentences === undefined || sentences.length === 0 ? [] : [{ pattern: pattern.id, sentences }];
      });
      if (right.length === 0) return undefined;
      const fresh = right.filter((one) => one.pattern !== last);
      const roomy = least(fresh.length > 0 ? fresh : right, (one) => Math.max(0, one.sentences.length - room));
      const limit = Math.max(words, Math.min(...roomy.map(longest)));
      const short = roomy.filter((one) => longest(one) <= limit + SLACK);
      // Rather a new sentence that is a little long than one that was heard before.
      const unused = least(short, (one) => (uses.get(one.pattern) ?? 0) + (longest(one) > limit ? 1 : 0));
      const dealt = choice.pick(least(least(unused, clash), (one) => times.get(one.pattern) ?? 0));
      times.set(dealt.pattern, ++deals);
      uses.set(dealt.pattern, (uses.get(dealt.pattern) ?? 0) + 1);
      last = dealt.pattern;
      remember(dealt.sentences);
      return dealt;
    },
    note(sentence) {
      last = undefined;
      remember([sentence]);
    },
  };
}
