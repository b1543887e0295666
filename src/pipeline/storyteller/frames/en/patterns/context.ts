// What a sentence pattern may lean on. Every pattern is written against these shapes and nothing else.
import type { Classification } from '../../../../../story.ts';
import type { Position } from '../../types.ts';
import type { Pattern } from '../deck.ts';
import { sentence } from '../text.ts';

/** How a page feels: lively, still, troubled, or none of these. */
export type Mood = 'bright' | 'quiet' | 'blue' | 'plain';

export interface Scene {
  /** The page's subject at this point: a name, or a pronoun where it is safe. Not capitalised. */
  readonly s: string;
  /** The same by its name, whatever was said before. */
  readonly name: string;
  /** The name itself, never a pronoun. */
  readonly full: string;
  /** As an object. */
  readonly them: string;
  /** "Mia's". */
  readonly own: string;
  readonly plural: boolean;
  /** The subject is known by name, or stood on an earlier page. */
  readonly met: boolean;
  /** "I", "we" and "you" are not spoken about from outside. */
  readonly outside: boolean;
  readonly was: 'was' | 'were';
  readonly mood: Mood;
  readonly position: Position;
  readonly classification: Classification;
}

type Said = string | readonly string[] | false | undefined;

/** A pattern from its words: sentences get their capital and stop here; `false` where it would not be right. */
export function say<C>(id: string, write: (context: C) => Said): Pattern<C> {
  return {
    id,
    write: (context) => {
      const said = write(context);
      if (said === undefined || said === false) return undefined;
      return (typeof said === 'string' ? [said] : said).map(sentence);
    },
  };
}

/** Patterns that are right as they stand, in the moods named. */
export function lines<C extends { readonly mood: Mood }>(
  family: string,
  moods: readonly Mood[],
  texts: readonly (string | readonly string[])[],
): readonly Pattern<C>[] {
  return texts.map((text, at) =>
    say(`${family}.${moods.join('-')}.${at}`, (context: C) => moods.includes(context.mood) && text),
  );
}

export const isStart = (position: Position): boolean => position === 'opening' || position === 'only';
export const isEnd = (position: Position): boolean => position === 'closing' || position === 'only';
