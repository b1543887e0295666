// The sentence a page is about: who does what. One list for all classes and one of its own for each class.
import type { Classification } from '../../../../../story.ts';
import type { Position } from '../../types.ts';
import type { Pattern } from '../deck.ts';
import { endsSentence } from '../text.ts';
import { isStart, type Scene, say } from './context.ts';

export interface Deed extends Scene {
  readonly past: string;
  readonly base?: string;
  readonly ing?: string;
  /** "in the forest, " where the sentence is to begin with it; otherwise empty. */
  readonly lead: string;
  /** `lead` is a place, not a time. */
  readonly where: boolean;
  /** The page has already said that something begins. */
  readonly begun: boolean;
  /** A sentence before has led up to this one. */
  readonly led: boolean;
  /** One verb alone. */
  readonly bare: boolean;
  /** Says that something is not done or cannot be. */
  readonly denied: boolean;
  /** The page tells later what they do together. */
  readonly joint: boolean;
  /** Death, illness, blows. */
  readonly grave: boolean;
  /** Says a state or a denial rather than a deed. */
  readonly still: boolean;
}

type Deeds = readonly Pattern<Deed>[];

const free = (c: Deed): boolean => c.lead === '';
/** Grave things are not strung along like the turns of a tale. */
const easy = (c: Deed): boolean => !c.grave;
const active = (c: Deed): boolean => free(c) && !c.still;
const going = (c: Deed): boolean => free(c) && !c.grave && !c.led && !isStart(c.position);
/** To another place, on a later page. */
const moving = (c: Deed): boolean => !c.grave && c.where && !c.led && c.position === 'middle';
/** Nothing that begins at a moment: "kept walking", "practiced every day". */
const lasting = (c: Deed): boolean => c.denied || /\b(?:every|always|kept|all day|never|still|soon)\b/.test(c.past);
const several = (c: Deed): boolean =>
  free(c) && c.plural && !c.still && c.mood !== 'blue' && !c.joint && !/\b(?:together|each other)\b/.test(c.past);

const START: Deeds = [
  say('main.one-day', (c) => isStart(c.position) && free(c) && `one day, ${c.s} ${c.past}`),
  say(
    'main.began',
    (c) => easy(c) && isStart(c.position) && free(c) && !c.begun && `it all began when ${c.s} ${c.past}`,
  ),
  say(
    'main.once',
    (c) => easy(c) && isStart(c.position) && /^(?!one |once )./.test(c.lead) && `once, ${c.lead}${c.s} ${c.past}`,
  ),
  say(
    'main.began-at',
    (c) => easy(c) && isStart(c.position) && c.lead !== '' && !c.begun && `it all began ${c.lead}when ${c.s} ${c.past}`,
  ),
];

const GOING: Deeds = [
  say('main.but', (c) => going(c) && c.denied && `but ${c.s} ${c.past}`),
  say('main.then', (c) => going(c) && !c.past.includes('and then ') && `then ${c.s} ${c.past}`),
  say('main.soon', (c) => going(c) && !lasting(c) && `soon ${c.s} ${c.past}`),
  say('main.after-that', (c) => going(c) && `after that, ${c.s} ${c.past}`),
  say('main.before-long', (c) => going(c) && !lasting(c) && `before long, ${c.s} ${c.past}`),
  say('main.a-while', (c) => going(c) && !c.denied && `after a little while, ${c.s} ${c.past}`),
  say('main.then-at', (c) => moving(c) && !c.past.includes('and then ') && `then, ${c.lead}${c.s} ${c.past}`),
  say('main.later-at', (c) => moving(c) && `later, ${c.lead}${c.s} ${c.past}`),
];

const END: Deeds = [
  say('main.at-last', (c) => c.position === 'closing' && c.mood !== 'blue' && free(c) && `at last, ${c.s} ${c.past}`),
  say('main.finally', (c) => c.position === 'closing' && c.mood !== 'blue' && free(c) && `finally, ${c.s} ${c.past}`),
  say(
    'main.at-last-at',
    (c) => c.position === 'closing' && c.mood !== 'blue' && c.where && `at last, ${c.lead}${c.s} ${c.past}`,
  ),
];

const ALWAYS: Deeds = [
  say('main.plain', (c) => `${c.lead}${c.s} ${c.past}`),
  say('main.later', (c) => c.grave && free(c) && !isStart(c.position) && `later, ${c.s} ${c.past}`),
  say('main.lead-it-was', (c) => /^on an? [^,]+, $/.test(c.lead) && `it was ${c.lead.slice(3)}and ${c.s} ${c.past}`),
  say(
    'main.see-how',
    (c) =>
      active(c) &&
      c.met &&
      c.outside &&
      c.mood === 'bright' &&
      !/\b(?:away|off)\b/.test(c.past) &&
      `see how ${c.s} ${c.past}!`,
  ),
  say(
    'main.on-and-on',
    (c) => active(c) && c.bare && c.mood === 'bright' && `${c.s} ${c.past} and ${c.past} and ${c.past}`,
  ),
];

const OWN: Readonly<Record<Classification, Deeds>> = {
  의사소통: [],
  자연탐구: [],
  사회관계: [
    say('main.social.together', (c) => several(c) && `together, ${c.name} ${c.past}`),
    say('main.social.side', (c) => several(c) && `side by side, ${c.name} ${c.past}`),
  ],
  예술경험: [],
  신체운동_건강: [],
};

/** A page that opens or closes a book is to sound like it; empty in the middle. */
export function edgePatterns(position: Position): Deeds {
  if (position === 'middle') return [];
  return position === 'closing' ? END : START;
}

export const mainPatterns = (classification: Classification): Deeds => [
  ...OWN[classification],
  ...START,
  ...GOING,
  ...END,
  ...ALWAYS,
];

/** For deeds that are a thing ("the school play") or could not be read. */
export interface Matter extends Scene {
  readonly thing: string;
}

/** A deed that somebody else does: a clause of its own. */
export interface Event extends Scene {
  readonly clause: string;
}

export const EVENT: readonly Pattern<Event>[] = [
  say('event.plain', (c) => c.clause),
  say('event.one-day', (c) => isStart(c.position) && `one day, ${c.clause}`),
  say('event.then', (c) => !isStart(c.position) && `then ${c.clause}`),
  say('event.happened', (c) => `this is what happened: ${c.clause}`),
  say('event.soon', (c) => !isStart(c.position) && `soon ${c.clause}`),
];

/** The page's subject, when the deed has not named it. */
export const WITNESS: readonly Pattern<Scene>[] = [
  say('witness.there', (c) => `${c.name} ${c.was} there`),
  say('witness.and-there', (c) => c.outside && `and there ${c.was} ${c.full}`),
  say('witness.near', (c) => `${c.name} ${c.was} right there to see it`),
];

export const THING: readonly Pattern<Matter>[] = [
  say('thing.time-for', (c) => `it was time for ${c.thing}`),
  say('thing.busy', (c) => `${c.s} ${c.was} busy with ${c.thing}`),
  say('thing.all-about', (c) => `for ${c.them}, it was all about ${c.thing}`),
  say('thing.had', (c) => `now ${c.s} had ${c.thing}`),
  say('thing.thought', (c) => `all day long, ${c.s} thought of ${c.thing}`),
];

/** Right for any text at all, because the text stands apart. */
export const ANYTHING: readonly Pattern<Matter>[] = [
  say('any.did', (c) => `this is what ${c.name} did: ${c.thing}`),
  say('any.about', (c) => `here is something about ${c.name}: ${c.thing}`),
];

export const SPEECH: readonly Pattern<Matter>[] = [
  say('speech.said', (c) => c.outside && spoken(c.thing, `said ${c.name}`)),
  say('speech.called', (c) => c.outside && spoken(c.thing, `called ${c.name}`)),
  say('speech.said-first', (c) => `${c.s} said, “${stopped(c.thing)}”`),
];

const stopped = (text: string): string => (endsSentence(text) ? text : `${text}.`);

/** “Let's play!” said Mia; “I am here,” said Mia. */
function spoken(text: string, said: string): string {
  const stopped = /[!?…]$/.test(text) ? text : `${text.replace(/\.$/, '')},`;
  return `“${stopped}” ${said}`;
}
