// How a book begins and how it comes to rest.
import type { Pattern } from '../deck.ts';
import { lines, type Scene, say } from './context.ts';

export interface Intro extends Scene {
  /** The subject as first met: "a rabbit", "Mia". */
  readonly first: string;
  readonly proper: boolean;
  /** "in the forest", when the page has a place that may be told here. */
  readonly at?: string;
}

export const INTRO: readonly Pattern<Intro>[] = [
  say('intro.once', (c) => !c.proper && c.at === undefined && `once upon a time, there ${c.was} ${c.first}`),
  say('intro.once-at', (c) => !c.proper && c.at !== undefined && `once upon a time, there ${c.was} ${c.first} ${c.at}`),
  say('intro.begins-at', (c) => c.at !== undefined && `our story begins ${c.at}`),
  say('intro.story-of', (c) => c.outside && `this is the story of ${c.first}`),
  say('intro.meet', (c) => c.outside && c.proper && `meet ${c.first}`),
];

/** The last words of a book that would end on a bare deed. */
export const CLOSING: readonly Pattern<Scene>[] = [
  ...lines<Scene>('closing', ['bright'], ['what a day it had been!', 'it was a day to remember']),
  ...lines<Scene>('closing', ['quiet'], ['and then all was still']),
];
