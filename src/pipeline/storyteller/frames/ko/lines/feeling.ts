// Lines for feelings: shown in a face or a step, named, or told as what a thing is.
import { type Predicate, say } from '../clause.ts';
import { withParticle } from '../particles.ts';
import type { Line } from '../teller.ts';
import type { View } from '../view.ts';
import type { Named } from './inner.ts';

export interface Felt {
  readonly view: View;
  readonly clause: Predicate;
  /** How it shows; absent when no family of feelings is known. */
  readonly sign?: string;
  /** Somebody else was spoken of last: whose feeling it is has to be said. */
  readonly named: boolean;
}

const shown = ({ sign, view }: Felt): boolean => sign !== undefined && view.level !== '유아';
/** Only what lasts in one's heart: 기뻐서, not 웃어서. */
const causes = (felt: Felt): boolean =>
  shown(felt) && felt.clause.mood === 'plain' && !/(?:있|싶)$/.test(felt.clause.verb.stem);
const howMuch = (clause: Predicate): string => `${say(clause, 'pastBut').replace(/데$/, '지')}`;
/** What may be felt of a thing as well: 참 신기했어요 rather than 토끼는 신기했어요. */
const OF_THINGS = /(?:무섭|재미있|신기하|따뜻하|시원하|불쌍하|좋)$/;
const ofThings = ({ clause }: Pick<Felt, 'clause'>): boolean =>
  clause.before === '' && OF_THINGS.test(clause.verb.stem);

function very({ before, verb }: Predicate): string {
  if (before !== '') return '';
  if (verb.stem === '놀라') return '깜짝 ';
  return verb.kind === 'adjective' || /(?:재미있|맛있|멋있|[대정장]되|설레)$/.test(verb.stem) ? '참 ' : '';
}

/** Signs that are somebody's: 토끼의 어깨가, but not 토끼의 자꾸만. */
const OWNED = /^(?!자꾸|“|발을|한숨|웃음|콧노래|눈물)/;

const whose = ({ view, named }: Felt): string => (named ? `${view.s('은/는')} ` : '');

export const FELT: readonly Line<Felt>[] = [
  {
    id: 'felt-so',
    fits: (felt) => causes(felt) && !ofThings(felt),
    say: ({ view, clause, sign }) => `${view.s('은/는')} ${say(clause, 'because')} ${sign}.`,
  },
  {
    id: 'felt-how',
    fits: (felt) =>
      causes(felt) && !/(?:최고로|너무|정말|아주|매우|조금|진짜|엄청|많이|참|제일) $/.test(felt.clause.before),
    say: (felt) => `${whose(felt)}얼마나 ${howMuch(felt.clause)} ${felt.sign}.`,
  },
  {
    id: 'felt-sign',
    fits: (felt) => shown(felt) && !felt.view.busy && OWNED.test(felt.sign ?? ''),
    say: ({ view, clause, sign }) => `${view.of} ${sign}. ${very(clause)}${say(clause, 'past')}.`,
  },
  {
    id: 'felt-plain',
    fits: (felt) => (!shown(felt) || !causes(felt)) && (!ofThings(felt) || felt.named),
    say: ({ view, clause }) => `${view.s('은/는')} ${very(clause)}${say(clause, 'past')}.`,
  },
  {
    id: 'felt-known',
    fits: (felt) => !shown(felt) || !causes(felt),
    say: (felt) => `${whose(felt)}${very(felt.clause)}${say(felt.clause, 'pastKnown')}.`,
  },
  {
    id: 'felt-ask',
    fits: ({ view, clause, sign }) =>
      sign !== undefined &&
      !ofThings({ clause }) &&
      view.level !== '유아' &&
      !view.busy &&
      !view.firstPerson &&
      !view.grave,
    say: ({ view, clause }) => `${view.who}의 마음은 어땠을까요? ${very(clause)}${say(clause, 'past')}.`,
  },
];

/** What things are, not what somebody feels: 참 맛있었어요. */
export const QUALITIES: readonly Line<{ readonly clause: Predicate }>[] = [
  { id: 'quality-was', say: ({ clause }) => `${very(clause)}${say(clause, 'past')}.` },
  { id: 'quality-known', say: ({ clause }) => `${very(clause)}${say(clause, 'pastKnown')}.` },
];

export const FELT_NOUNS: readonly Line<Named>[] = [
  {
    id: 'feltnoun-came',
    fits: ({ text }) => /(?:마음|느낌|생각|기분)$/.test(text),
    say: ({ text }) => `${withParticle(text, '이/가')} 들었어요.`,
  },
  {
    id: 'feltnoun-full',
    fits: ({ text }) => !/(?:마음|느낌|생각|기분)$/.test(text),
    say: ({ text }) => `마음속이 ${withParticle(text, '으로/로')} 가득 찼어요.`,
  },
];
export const FELT_WORDS: readonly Line<Named>[] = [
  {
    id: 'feltwords-sound',
    fits: ({ text }) => /\p{L}/u.test(text),
    say: ({ text }) => `마음속에서 ‘${text}’ 하는 소리가 났어요.`,
  },
  { id: 'feltwords-was', say: ({ view, text }) => `${view.of} 마음은 꼭 ‘${text}’ 같았어요.` },
  // Marks alone have no sound.
  { id: 'feltwords-so', fits: ({ text }) => !/\p{L}/u.test(text), say: ({ text }) => `‘${text}’, 그런 마음이었어요.` },
];
