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
  /** Says a state or a denial rather than a deed. */
  readonly still: boolean;
}

type Deeds = readonly Pattern<Deed>[];

const free = (c: Deed): boolean => c.lead === '';
const active = (c: Deed): boolean => free(c) && !c.still;
const going = (c: Deed): boolean => free(c) && !c.led && !isStart(c.position);

const START: Deeds = [
  say('main.one-day', (c) => isStart(c.position) && free(c) && `one day, ${c.s} ${c.past}`),
  say('main.began', (c) => isStart(c.position) && free(c) && !c.begun && `it all began when ${c.s} ${c.past}`),
  say('main.first-of-all', (c) => c.position === 'opening' && free(c) && `first of all, ${c.s} ${c.past}`),
  say('main.the-day', (c) => isStart(c.position) && free(c) && c.met && `this was the day ${c.s} ${c.past}`),
  say('main.once', (c) => isStart(c.position) && /^(?!one |once )./.test(c.lead) && `once, ${c.lead}${c.s} ${c.past}`),
  say('main.begins', (c) => isStart(c.position) && c.lead !== '' && `this story begins ${c.lead}when ${c.s} ${c.past}`),
];

const GOING: Deeds = [
  say('main.but', (c) => going(c) && c.denied && `but ${c.s} ${c.past}`),
  say('main.then', (c) => going(c) && `then ${c.s} ${c.past}`),
  say('main.next', (c) => going(c) && `next, ${c.s} ${c.past}`),
  say('main.soon', (c) => going(c) && !c.denied && `soon ${c.s} ${c.past}`),
  say('main.after-that', (c) => going(c) && `after that, ${c.s} ${c.past}`),
  say('main.before-long', (c) => going(c) && !c.denied && `before long, ${c.s} ${c.past}`),
  say('main.by-and-by', (c) => going(c) && !c.denied && `by and by, ${c.s} ${c.past}`),
  say('main.a-moment', (c) => going(c) && !c.denied && `a moment later, ${c.s} ${c.past}`),
  say('main.that-was-when', (c) => going(c) && !c.still && `that was when ${c.s} ${c.past}`),
  say('main.a-while', (c) => going(c) && !c.denied && `after a little while, ${c.s} ${c.past}`),
  say(
    'main.once-more',
    (c) =>
      going(c) && c.met && c.outside && c.turned && !c.full.includes(',') && [`and ${c.full}?`, `${c.again} ${c.past}`],
  ),
  say(
    'main.what-next',
    (c) =>
      going(c) &&
      c.met &&
      c.outside &&
      !c.turned &&
      !c.still && [`what did ${c.name} do next?`, `${c.again} ${c.past}`],
  ),
  say(
    'main.time-to',
    (c) =>
      going(c) &&
      c.met &&
      !c.still &&
      c.mood !== 'blue' &&
      c.base !== undefined &&
      `now it was time for ${c.them} to ${c.base}`,
  ),
];

const END: Deeds = [
  say('main.at-last', (c) => c.position === 'closing' && free(c) && `at last, ${c.s} ${c.past}`),
  say('main.last-page', (c) => c.position === 'closing' && free(c) && `on the very last page, ${c.s} ${c.past}`),
  say('main.so-it-was', (c) => c.position === 'closing' && free(c) && `so it was that ${c.s} ${c.past}`),
  say('main.and-finally', (c) => c.position === 'closing' && free(c) && `and finally, ${c.s} ${c.past}`),
  say('main.end-of-it', (c) => c.position === 'closing' && free(c) && `when the day was nearly over, ${c.s} ${c.past}`),
];

const ALWAYS: Deeds = [
  say('main.plain', (c) => `${c.lead}${c.s} ${c.past}`),
  say(
    'main.there-was',
    (c) => !c.still && c.ing !== undefined && c.outside && `${c.lead}there ${c.was} ${c.full}, ${c.ing}`,
  ),
  say('main.look', (c) => active(c) && c.ing !== undefined && ['look!', `${c.s} ${c.was} ${c.ing}`]),
  say('main.see-how', (c) => active(c) && c.met && c.mood !== 'blue' && `see how ${c.s} ${c.past}!`),
  say(
    'main.should-have-seen',
    (c) =>
      active(c) &&
      c.met &&
      c.outside &&
      c.mood !== 'blue' &&
      c.base !== undefined &&
      `you should have seen ${c.them} ${c.base}!`,
  ),
  say(
    'main.where-was',
    (c) => c.where && c.met && c.outside && [`where ${c.was} ${c.name}?`, `${c.lead}${c.again} ${c.past}`],
  ),
  say('main.lead-this', (c) => c.lead !== '' && `${c.lead}this is what happened: ${c.s} ${c.past}`),
  say(
    'main.lead-what',
    (c) => c.lead !== '' && c.met && c.outside && [`${c.lead}what did ${c.name} do?`, `${c.again} ${c.past}`],
  ),
  say('main.lead-see', (c) => c.lead !== '' && !c.led && c.outside && ['can you see it?', `${c.lead}${c.s} ${c.past}`]),
  say('main.lead-it-was', (c) => /^on an? [^,]+, $/.test(c.lead) && `it was ${c.lead.slice(3)}and ${c.s} ${c.past}`),
  say(
    'main.on-and-on',
    (c) => active(c) && c.bare && c.mood === 'bright' && `${c.s} ${c.past} and ${c.past} and ${c.past}`,
  ),
  say(
    'main.can-you-see',
    (c) => active(c) && c.met && c.outside && c.ing !== undefined && `can you see ${c.them}, ${c.ing}?`,
  ),
];

const OWN: Readonly<Record<Classification, Deeds>> = {
  의사소통: [
    say(
      'main.talk.do-you-know',
      (c) => free(c) && c.met && c.outside && [`“Do you know what ${c.name} did?”`, `${c.again} ${c.past}`],
    ),
    say('main.talk.let-me-tell', (c) => free(c) && `let me tell you: ${c.s} ${c.past}`),
    say(
      'main.talk.look',
      (c) =>
        active(c) && c.mood !== 'blue' && c.outside && c.ing !== undefined && ['“Look!”', `${c.s} ${c.was} ${c.ing}`],
    ),
    say('main.talk.guess', (c) => free(c) && c.mood !== 'blue' && ['“Guess what!”', `${c.s} ${c.past}`]),
  ],
  자연탐구: [
    say('main.nature.just-look', (c) => active(c) && c.ing !== undefined && `look closely: ${c.s} ${c.was} ${c.ing}`),
    say(
      'main.nature.wonder',
      (c) => free(c) && c.met && c.outside && [`what ${c.was} ${c.name} up to?`, `${c.again} ${c.past}`],
    ),
    say('main.nature.noticed', (c) => free(c) && ['did you notice?', `${c.s} ${c.past}`]),
  ],
  사회관계: [
    say('main.social.together', (c) => free(c) && c.plural && !c.still && `together, ${c.name} ${c.past}`),
    say('main.social.side', (c) => free(c) && c.plural && !c.still && `side by side, ${c.name} ${c.past}`),
    say('main.social.everyone', (c) => free(c) && !c.still && c.met && `everyone could see it: ${c.s} ${c.past}`),
  ],
  예술경험: [
    say('main.art.picture-it', (c) => free(c) && c.met && `picture it: ${c.s} ${c.past}`),
    say('main.art.one-two-three', (c) => active(c) && c.mood !== 'blue' && `one, two, three, and ${c.s} ${c.past}!`),
    say(
      'main.art.what-a-picture',
      (c) => active(c) && c.outside && c.ing !== undefined && `what a picture: ${c.full}, ${c.ing}!`,
    ),
  ],
  신체운동_건강: [
    say('main.body.ready', (c) => active(c) && c.mood === 'bright' && ['ready, set, go!', `${c.s} ${c.past}`]),
    say('main.body.breath', (c) => active(c) && c.mood !== 'quiet' && ['deep breath in!', `and ${c.s} ${c.past}`]),
    say('main.body.up', (c) => active(c) && c.mood === 'bright' && `with arms and legs and all, ${c.s} ${c.past}`),
  ],
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
  say('event.look', (c) => ['look!', c.clause]),
  say('event.happened', (c) => `and this is what happened: ${c.clause}`),
  say('event.guess', (c) => ['guess what!', c.clause]),
  say('event.soon', (c) => !isStart(c.position) && `soon ${c.clause}`),
];

/** The page's subject, when the deed has not named it. */
export const WITNESS: readonly Pattern<Scene>[] = [
  say('witness.there', (c) => `${c.name} ${c.was} there`),
  say('witness.saw', (c) => `${c.name} saw it all`),
  say('witness.and-there', (c) => c.outside && `and there ${c.was} ${c.full}`),
  say('witness.near', (c) => `${c.name} ${c.was} right there to see it`),
];

export const THING: readonly Pattern<Matter>[] = [
  say('thing.time-for', (c) => `it was time for ${c.thing}`),
  say('thing.busy', (c) => `${c.s} ${c.was} busy with ${c.thing}`),
  say('thing.all-about', (c) => `for ${c.them}, it was all about ${c.thing}`),
  say('thing.had', (c) => `now ${c.s} had ${c.thing}`),
  say('thing.thought', (c) => `all day long, ${c.s} thought of ${c.thing}`),
  say('thing.big', (c) => c.outside && [`what made ${c.own} day?`, c.thing]),
];

/** Right for any text at all, because the text stands apart. */
export const ANYTHING: readonly Pattern<Matter>[] = [
  say('any.said', (c) => c.outside && spoken(`${c.thing}!`, `said ${c.name}`)),
  say('any.up-to', (c) => c.outside && [`what ${c.was} ${c.name} up to?`, `“${c.thing}!”`]),
  say('any.in-mind', (c) => `${c.s} had one thing in mind: ${c.thing}`),
  say('any.moment', (c) => `this was ${c.own} moment: ${c.thing}`),
  say('any.word', (c) => `${c.s} called it “${stopped(c.thing)}”`),
  say('any.nothing-but', (c) => `there was one thing ${c.s} would not forget: ${c.thing}`),
];

export const SPEECH: readonly Pattern<Matter>[] = [
  say('speech.said', (c) => c.outside && spoken(c.thing, `said ${c.name}`)),
  say('speech.called', (c) => c.outside && spoken(c.thing, `called ${c.name}`)),
  say('speech.said-first', (c) => `${c.s} said, “${stopped(c.thing)}”`),
  say('speech.and', (c) => `and ${c.s} said, “${stopped(c.thing)}”`),
];

const stopped = (text: string): string => (endsSentence(text) ? text : `${text}.`);

/** “Let's play!” said Mia; “I am here,” said Mia. */
function spoken(text: string, said: string): string {
  const stopped = /[!?…]$/.test(text) ? text : `${text.replace(/\.$/, '')},`;
  return `“${stopped}” ${said}`;
}
