// What the grammars of `frames` are given: pages as plans, already split into items, and a seeded choice.
import type { Classification, ReadingLevel } from '../../../story.ts';

/** Where a page stands in its book. A book of one page has only `only`. */
export type Position = 'only' | 'opening' | 'middle' | 'closing';

/** One scene, made ready for a grammar: trimmed, NFC, split at commas, empty items dropped. */
export interface PagePlan {
  readonly index: number;
  readonly position: Position;
  /** Who the scene is about; several when the name lists several. */
  readonly names: readonly string[];
  /** What they do, as the person typed it. */
  readonly actions: readonly string[];
  readonly classification: Classification;
  /** The optional fields: empty when absent. */
  readonly characters: readonly string[];
  readonly settings: readonly string[];
  readonly moreActions: readonly string[];
  readonly feelings: readonly string[];
  readonly causes: readonly string[];
  readonly outcomes: readonly string[];
  readonly predictions: readonly string[];
  /** Caption in the book's language; absent when there is none or it is in another language. */
  readonly caption?: string;
  /** Names and characters that stood on an earlier page too. */
  readonly returning: readonly string[];
  /** Text given word for word: the grammar returns nothing for this page, but later pages may refer to it. */
  readonly fixed: boolean;
}

/** A seeded choice: the same seed gives the same run of choices. */
export interface Choice {
  /** A number in [0, 1). */
  next(): number;
  /** One of `items`, which must not be empty. */
  pick<T>(items: readonly T[]): T;
}

/** Everything a grammar needs to write a whole book. */
export interface BookPlan {
  readonly title?: string;
  readonly level: ReadingLevel;
  readonly pages: readonly PagePlan[];
}

/** The sentences of each page, in order, in one language. Deterministic for a given plan and choice. */
export type Grammar = (book: BookPlan, choice: Choice) => readonly (readonly string[])[];
