// A word as typed, understood: which verb or adjective it is, in which tense and shape.
import type { Shape, Tense } from './endings.ts';
import type { Verb } from './verb.ts';

export interface Analysis {
  readonly verb: Verb;
  readonly tense: Tense;
  readonly shape: Shape;
  /** Whether the lexicon knows the word, or at least the verb it ends in. */
  readonly known: boolean;
}
