// Why something happened and how it ended: causes, effects and outcomes.
import type { Pattern } from '../deck.ts';
import { type Scene, say } from './context.ts';

/** A cause, as a clause in the past without capital or stop. */
export interface Cause extends Scene {
  readonly because: string;
}

export const CAUSE: readonly Pattern<Cause>[] = [
  say('cause.that-was', (c) => `that was because ${c.because}`),
  say('cause.it-was', (c) => !/^it\b/.test(c.because) && `it was because ${c.because}`),
  say('cause.that-was-why', (c) => `${c.because}, and that was why`),
];

/** A cause with its effect. */
export interface Chain extends Scene {
  readonly because: string;
  readonly effect: string;
}

export const CHAIN: readonly Pattern<Chain>[] = [
  say('chain.so', (c) => `${c.because}, so ${c.effect}`),
  say('chain.because', (c) => `because ${c.because}, ${c.effect}`),
  say('chain.since', (c) => `since ${c.because}, ${c.effect}`),
];

/** "when it rained, frogs came out" */
export const TIMED: readonly Pattern<Ending>[] = [
  say('timed.plain', (c) => c.clause),
  say('timed.for', (c) => `for ${c.clause}`),
];

/** A cause that is a thing: "the rain". */
export interface Reason extends Scene {
  readonly thing: string;
}

export const REASON: readonly Pattern<Reason>[] = [
  say('reason.because-of', (c) => `it was all because of ${c.thing}`),
  say('reason.that-was', (c) => `that was because of ${c.thing}`),
];

export const PURPOSE: readonly Pattern<Reason>[] = [
  say('purpose.wanted', (c) => `${c.s} wanted ${c.thing}`),
  say('purpose.all', (c) => `all this was ${c.thing}`),
];

export const REASON_ANY: readonly Pattern<Reason>[] = [
  say('reason-any.why', (c) => `this is why: ${c.thing}`),
  say('reason-any.reason', (c) => `there was a reason: ${c.thing}`),
];

/** How it ended, as a clause in the past. */
export interface Ending extends Scene {
  readonly clause: string;
}

export const OUTCOME: readonly Pattern<Ending>[] = [
  say('outcome.in-the-end', (c) => `in the end, ${c.clause}`),
  say('outcome.at-last', (c) => c.mood !== 'blue' && `at last, ${c.clause}`),
  say('outcome.plain', (c) => c.clause),
  say('outcome.and-so', (c) => `and so ${c.clause}`),
  say('outcome.finally', (c) => `finally, ${c.clause}`),
  say('outcome.after-it-all', (c) => `after all that, ${c.clause}`),
];

export interface EndingThing extends Scene {
  readonly thing: string;
}

export const OUTCOME_THING: readonly Pattern<EndingThing>[] = [
  say('outcome-thing.ended', (c) => `it all ended with ${c.thing}`),
  say('outcome-thing.there-was', (c) => `at the end of it all came ${c.thing}`),
];

export const OUTCOME_ANY: readonly Pattern<EndingThing>[] = [
  say('outcome-any.this', (c) => `this is how it ended: ${c.thing}`),
  say('outcome-any.result', (c) => `this is what came of it: ${c.thing}`),
];
