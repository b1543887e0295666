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

export const STATE: readonly Pattern<State>[] = [
  say('state.felt', (c) => `${c.s} felt ${c.state}`),
  say('state.was', (c) => c.sure && `${c.s} ${c.was} ${c.state}`),
  say('state.how', (c) => c.single && c.sure && `how ${c.state} ${c.s} ${c.was}!`),
  say('state.oh-how', (c) => c.single && `oh, how ${c.state} ${c.s} felt!`),
  say('state.inside', (c) => `deep inside, ${c.s} felt ${c.state}`),
  say('state.tell', (c) => c.sure && c.outside && `you could tell that ${c.s} ${c.was} ${c.state}`),
  say('state.made', (c) => `it made ${c.them} feel ${c.state}`),
  say(
    'state.thrice',
    (c) => c.single && c.state.length < 7 && `${c.state}, ${c.state}, ${c.state}: that was how ${c.s} felt`,
  ),
  say('state.anyone', (c) => c.single && c.sure && c.outside && `anyone could see how ${c.state} ${c.s} ${c.was}`),
  say('state.never-so', (c) => c.single && c.tone === 'glad' && `${c.s} had never felt so ${c.state}`),
  say('state.and-how', (c) => c.outside && [`how did ${c.name} feel?`, c.state]),
  say(
    'state.talk',
    (c) => c.classification === '의사소통' && c.sure && `“${c.plural ? 'We are' : 'I am'} ${c.state},” said ${c.name}`,
  ),
  say('state.body', (c) => c.classification === '신체운동_건강' && `from head to toe, ${c.s} felt ${c.state}`),
  say(
    'state.nature',
    (c) => c.classification === '자연탐구' && c.sure && c.outside && [`${c.was} ${c.name} ${c.state}?`, 'oh, yes!'],
  ),
  say(
    'state.art',
    (c) => c.classification === '예술경험' && c.single && `you could paint a picture of how ${c.state} ${c.s} felt`,
  ),
  say('state.social', (c) => c.classification === '사회관계' && c.single && `everyone knew how ${c.state} ${c.s} felt`),
];

export interface Emotion extends Scene {
  readonly thing: string;
}

export const EMOTION: readonly Pattern<Emotion>[] = [
  say('emotion.heart', (c) => `${c.own} ${c.plural ? 'hearts were' : 'heart was'} full of ${c.thing}`),
  say('emotion.there-was', (c) => `there was ${c.thing} in ${c.own} ${c.plural ? 'hearts' : 'heart'}`),
  say('emotion.felt', (c) => `${c.s} felt ${c.thing}`),
  say('emotion.filled', (c) => `${c.thing} filled the whole page`),
  say('emotion.what', (c) => !c.thing.includes(' ') && `what ${c.thing} ${c.s} felt!`),
  say('emotion.called', (c) => [`how did ${c.name} feel?`, `it was ${c.thing}`]),
];

export const FEELING_ANY: readonly Pattern<Emotion>[] = [
  say('feeling-any.and', (c) => ['and the feeling?', `“${c.thing}!”`]),
  say('feeling-any.one', (c) => `there was only one way to say it: ${c.thing}`),
  say('feeling-any.how', (c) => c.outside && [`how did ${c.name} feel?`, `“${c.thing}!”`]),
];

/** A word for the thing felt about: "fun", "exciting". */
export const ABOUT_IT: readonly Pattern<Emotion>[] = [
  say('about.it-was', (c) => `it was ${c.thing}`),
  say('about.oh', (c) => `oh, it was ${c.thing}!`),
  say('about.found', (c) => `${c.s} found it ${c.thing}`),
  say('about.for', (c) => `for ${c.them}, it was ${c.thing}`),
  say('about.how', (c) => c.outside && [`how was it for ${c.them}?`, `${c.thing}!`]),
];

export interface FeltClause extends Scene {
  readonly clause: string;
}

/** A feeling told as a clause of its own: "the dog was sad". */
export const FELT: readonly Pattern<FeltClause>[] = [
  say('felt.plain', (c) => c.clause),
  say('felt.and', (c) => `and ${c.clause}`),
  say('felt.tell', (c) => `you could tell that ${c.clause}`),
  say('felt.no-wonder', (c) => `no wonder ${c.clause}`),
];
