// Feelings shown: states ("happy"), things ("joy") and what could not be read.
import type { Pattern } from '../deck.ts';
import type { Tone } from '../feelings.ts';
import { type Scene, say } from './context.ts';

export interface State extends Scene {
  readonly state: string;
  /** One word. */
  readonly single: boolean;
  /** Right after "was" as well as after "felt". */
  readonly sure: boolean;
  readonly tone: Tone;
}

const HEARTFELT =
  /^(?:sad|lonely|proud|worried|afraid|scared|nervous|brave|calm|peaceful|sorry|loved|safe|hopeful|thankful|grateful|homesick)\b/;

export const STATE: readonly Pattern<State>[] = [
  say('state.felt', (c) => `${c.s} felt ${c.state}`),
  say('state.was', (c) => c.sure && `${c.s} ${c.was} ${c.state}`),
  say('state.how', (c) => c.single && c.sure && c.outside && c.mood !== 'blue' && `how ${c.state} ${c.s} ${c.was}!`),
  say('state.inside', (c) => HEARTFELT.test(c.state) && `deep inside, ${c.s} felt ${c.state}`),
  say('state.tell', (c) => c.sure && c.outside && `you could tell that ${c.s} ${c.was} ${c.state}`),
  say('state.so', (c) => c.single && c.sure && `${c.s} ${c.was} so ${c.state}`),
  say('state.never-so', (c) => c.single && c.tone === 'glad' && `${c.s} had never felt so ${c.state}`),
];

export interface Caused extends State {
  readonly because: string;
}

export const CAUSED: readonly Pattern<Caused>[] = [
  say('caused.so', (c) => `${c.because}, so ${c.s} felt ${c.state}`),
  say('caused.because', (c) => `${c.s} felt ${c.state} because ${c.because}`),
];

/** A feeling and the wish that came of it, in one breath. */
export interface Wishing extends State {
  readonly wish: string;
}

export const WISHING: readonly Pattern<Wishing>[] = [
  say('wishing.felt', (c) => `${c.s} felt ${c.state} and ${c.wish}`),
  say('wishing.was', (c) => c.sure && `${c.s} ${c.was} ${c.state} and ${c.wish}`),
];

export interface Emotion extends Scene {
  readonly thing: string;
}

export const EMOTION: readonly Pattern<Emotion>[] = [
  say('emotion.heart', (c) => `${c.own} ${c.plural ? 'hearts were' : 'heart was'} full of ${c.thing}`),
  say('emotion.there-was', (c) => `there was ${c.thing} in ${c.own} ${c.plural ? 'hearts' : 'heart'}`),
  say('emotion.felt', (c) => `${c.s} felt ${c.thing}`),
  say('emotion.what', (c) => !c.thing.includes(' ') && `what ${c.thing} ${c.s} felt!`),
];

export const FEELING_ANY: readonly Pattern<Emotion>[] = [
  say('feeling-any.how', (c) => `this is how ${c.name} felt: ${c.thing}`),
  say('feeling-any.was', (c) => `this is how it was for ${c.them}: ${c.thing}`),
];

/** A word for the thing felt about: "fun", "exciting". */
export const ABOUT_IT: readonly Pattern<Emotion>[] = [
  say('about.it-was', (c) => `it was ${c.thing}`),
  say('about.found', (c) => `${c.s} found it ${c.thing}`),
  say('about.for', (c) => `for ${c.them}, it was ${c.thing}`),
];

export interface FeltClause extends Scene {
  readonly clause: string;
}

/** A feeling told as a clause of its own: "the dog was sad". */
export const FELT: readonly Pattern<FeltClause>[] = [
  say('felt.plain', (c) => c.clause),
  say('felt.and', (c) => `and ${c.clause}`),
  say('felt.tell', (c) => `you could tell that ${c.clause}`),
];
