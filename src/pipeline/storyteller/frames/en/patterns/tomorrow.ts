// What may come next: on a page it leads over the leaf, on the last page it looks to tomorrow.
import type { Pattern } from '../deck.ts';
import { isEnd, type Scene, say } from './context.ts';

export interface Guess extends Scene {
  /** "they would go home". */
  readonly would: string;
  /** The text already names its day. */
  readonly dated: boolean;
  /** What somebody wanted or promised, told as such: it needs no "soon". */
  readonly wish: boolean;
}

const page = (c: Guess): boolean => !isEnd(c.position);
const end = (c: Guess): boolean => isEnd(c.position) && !c.dated;

export const GUESS: readonly Pattern<Guess>[] = [
  say('guess.maybe', (c) => page(c) && `maybe ${c.would}`),
  say('guess.perhaps', (c) => page(c) && `perhaps ${c.would}`),
  say('guess.soon', (c) => page(c) && !c.dated && !/\bsoon\b/.test(c.would) && `soon, perhaps, ${c.would}`),
  say('guess.maybe-tomorrow', (c) => end(c) && `maybe tomorrow, ${c.would}`),
  say('guess.tomorrow', (c) => end(c) && `tomorrow, perhaps, ${c.would}`),
  say('guess.new-day', (c) => end(c) && `when a new day came, perhaps ${c.would}`),
  say('guess.dated', (c) => isEnd(c.position) && c.dated && `and perhaps ${c.would}`),
  say('guess.dated-maybe', (c) => isEnd(c.position) && c.dated && `maybe ${c.would}`),
];

/** What was typed as sure ("will go home", "promised to help"): never turned into a doubt. */
export const SURE: readonly Pattern<Guess>[] = [
  say('sure.plain', (c) => (c.dated || c.wish) && c.would),
  say('sure.and', (c) => (c.dated || c.wish) && `and ${c.would}`),
  say('sure.soon', (c) => !c.dated && !c.wish && `soon ${c.would}`),
  say('sure.before-long', (c) => !c.dated && !c.wish && `before long, ${c.would}`),
];

export interface GuessThing extends Scene {
  readonly thing: string;
}

const ahead = (c: GuessThing): boolean => !isEnd(c.position);

export const GUESS_THING: readonly Pattern<GuessThing>[] = [
  say('guess-thing.what-next', (c) => ahead(c) && `next, perhaps, came ${c.thing}`),
  say('guess-thing.soon', (c) => ahead(c) && !/^the /.test(c.thing) && `soon, perhaps, there would be ${c.thing}`),
  say('guess-thing.maybe', (c) => ahead(c) && !/^the /.test(c.thing) && `maybe there would be ${c.thing}`),
  say('guess-thing.then', (c) => ahead(c) && `and then, perhaps, ${c.thing}`),
  say('guess-thing.new-day', (c) => !ahead(c) && `perhaps a new day would bring ${c.thing}`),
  say('guess-thing.tomorrow', (c) => !ahead(c) && `and tomorrow, perhaps, ${c.thing}`),
  say(
    'guess-thing.maybe-tomorrow',
    (c) => !ahead(c) && !/^the /.test(c.thing) && `maybe tomorrow there would be ${c.thing}`,
  ),
];

export const GUESS_ANY: readonly Pattern<GuessThing>[] = [
  say('guess-any.next', (c) => `and this may come next: ${c.thing}`),
  say('guess-any.after', (c) => `this is what may come after that: ${c.thing}`),
];

/** A question typed without its mark. */
export const GUESS_ASKED: readonly Pattern<GuessThing>[] = [
  say('guess-asked.plain', (c) => `${c.thing}?`),
  say('guess-asked.and', (c) => `and ${c.thing}?`),
];
