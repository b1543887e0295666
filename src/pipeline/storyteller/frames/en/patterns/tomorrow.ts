// What may come next: on a page it leads over the leaf, on the last page it looks to tomorrow.
import type { Pattern } from '../deck.ts';
import { isEnd, type Scene, say } from './context.ts';

export interface Guess extends Scene {
  /** "they would go home". */
  readonly would: string;
  /** "would they go home", where that can be asked. */
  readonly question?: string;
  /** The text already names its day. */
  readonly dated: boolean;
}

const page = (c: Guess): boolean => !isEnd(c.position);
const end = (c: Guess): boolean => isEnd(c.position) && !c.dated;

export const GUESS: readonly Pattern<Guess>[] = [
  say('guess.what-next', (c) => page(c) && ['what would happen next?', `maybe ${c.would}`]),
  say('guess.soon', (c) => page(c) && !c.dated && !/\bsoon\b/.test(c.would) && `soon, perhaps, ${c.would}`),
  say('guess.who-could-say', (c) => page(c) && ['who could say?', `perhaps ${c.would}`]),
  say('guess.turn', (c) => page(c) && ['turn the page!', `maybe ${c.would}`]),
  say('guess.and-then', (c) => page(c) && ['and then?', `perhaps ${c.would}`]),
  say('guess.would', (c) => page(c) && c.question !== undefined && [`${c.question}?`, 'turn the page and see!']),
  say('guess.maybe-just-maybe', (c) => page(c) && `maybe, just maybe, ${c.would}`),
  say('guess.next', (c) => page(c) && !c.dated && `next, perhaps, ${c.would}`),
  say('guess.it-seemed', (c) => page(c) && `it looked as if ${c.would}`),
  say('guess.tomorrow', (c) => end(c) && ['and tomorrow?', `perhaps ${c.would}`]),
  say('guess.maybe-tomorrow', (c) => end(c) && `maybe tomorrow, ${c.would}`),
  say('guess.who-knows', (c) => end(c) && ['who knows?', `tomorrow, perhaps, ${c.would}`]),
  say('guess.waiting', (c) => end(c) && `tomorrow was waiting, and perhaps ${c.would}`),
  say('guess.new-day', (c) => end(c) && `when a new day came, perhaps ${c.would}`),
  say('guess.dated', (c) => isEnd(c.position) && c.dated && `and perhaps ${c.would}`),
  say('guess.dated-who', (c) => isEnd(c.position) && c.dated && ['who knows?', `perhaps ${c.would}`]),
];

export interface GuessThing extends Scene {
  readonly thing: string;
}

const ahead = (c: GuessThing): boolean => !isEnd(c.position);

export const GUESS_THING: readonly Pattern<GuessThing>[] = [
  say('guess-thing.what-next', (c) => ahead(c) && ['what would come next?', `perhaps ${c.thing}`]),
  say('guess-thing.soon', (c) => ahead(c) && !/^the /.test(c.thing) && `soon, perhaps, there would be ${c.thing}`),
  say('guess-thing.maybe', (c) => ahead(c) && !/^the /.test(c.thing) && `maybe there would be ${c.thing}`),
  say('guess-thing.and-then', (c) => ahead(c) && ['and then?', `perhaps ${c.thing}`]),
  say('guess-thing.new-day', (c) => !ahead(c) && ['what would a new day bring?', `perhaps ${c.thing}`]),
  say('guess-thing.tomorrow', (c) => !ahead(c) && ['and tomorrow?', `perhaps ${c.thing}`]),
  say(
    'guess-thing.maybe-tomorrow',
    (c) => !ahead(c) && !/^the /.test(c.thing) && `maybe tomorrow there would be ${c.thing}`,
  ),
];

export const GUESS_ANY: readonly Pattern<GuessThing>[] = [
  say('guess-any.what-next', (c) => ahead(c) && ['what would come next?', `“${c.thing}!”`]),
  say('guess-any.next', (c) => ahead(c) && ['and next?', `${c.thing}!`]),
  say('guess-any.tomorrow', (c) => !ahead(c) && ['and tomorrow?', `“${c.thing}!”`]),
  say('guess-any.new-day', (c) => !ahead(c) && ['what would tomorrow bring?', `${c.thing}!`]),
];

/** A question typed without its mark. */
export const GUESS_ASKED: readonly Pattern<GuessThing>[] = [
  say('guess-asked.plain', (c) => `${c.thing}?`),
  say('guess-asked.turn', (c) => ahead(c) && [`${c.thing}?`, 'turn the page and see!']),
  say('guess-asked.who-knows', (c) => !ahead(c) && [`${c.thing}?`, 'who knows?']),
];
