// Single clauses into sentences: which line a clause takes by what it is. The order on a page is `page.ts`.

import { type Clause, type Predicate, say } from './clause.ts';
import type { EndingName } from './conjugate.ts';
import * as action from './lines/action.ts';
import * as inner from './lines/inner.ts';
import { mimeticsOf } from './mimetics.ts';
import { withParticle } from './particles.ts';
import type { Line, Teller, Told } from './teller.ts';
import type { View } from './view.ts';

/** The person's own words: no pattern of ours. */
export const own = (text: string): Told => ({ id: 'own', text });

/** Mostly a plain past; now and then one that is told. */
const TURNS: readonly (readonly [string, EndingName])[] = [
  ['turn-1', 'past'],
  ['turn-2', 'past'],
  ['turn-3', 'past'],
  ['turn-4', 'pastKnown'],
  ['turn-5', 'pastTold'],
];

function turned(view: View, teller: Teller): EndingName {
  if (view.firstPerson || view.dark) return 'past';
  const word = teller.word(TURNS.map(([id]) => id));
  return TURNS.find(([id]) => id === word)?.[1] ?? 'past';
}

/** `clause` with a mimetic word before its verb, when it has room for one. */
export function sounding(clause: Predicate, teller: Teller): Predicate {
  const words = mimeticsOf(clause.before, clause.verb.stem);
  return words.length === 0 ? clause : { ...clause, before: `${clause.before}${teller.word(words)} ` };
}

/** What is expected or asked is not yet done: 쓰러질 것 같았어요, 비가 올까 궁금했어요. */
export function asTold(clause: Predicate): Predicate {
  const plain = { ...clause, mood: 'plain' } as const;
  if (clause.mood === 'will') {
    return {
      ...plain,
      before: `${say(clause, 'future')} 것 `,
      verb: { stem: '같', stemClass: 'regular', kind: 'adjective' },
    };
  }
  if (clause.mood !== 'wonder') return clause;
  const asked = say(clause, clause.tense === 'past' ? 'pastAsked' : 'shall').replace(/요$/, '');
  return { ...plain, before: `${asked} `, verb: { stem: '궁금하', stemClass: '하', kind: 'adjective' } };
}

const pastOf = (clause: Predicate, ending: EndingName): string => say(asTold(clause), ending);

export interface ActionOptions {
  readonly view: View;
  readonly teller: Teller;
  /** 숲에서, with its blank. */
  readonly where: string;
  /** Whether a mimetic word may go in. */
  readonly sound: boolean;
}

function predicateTold(
  clause: Predicate,
  { view, teller, where, sound }: ActionOptions,
): readonly (Told | undefined)[] {
  if (clause.subject === 'own') return ownSubject(`${where}${pastOf(clause, turned(view, teller))}.`, { view, teller });
  const dressed = asTold(sound ? sounding(clause, teller) : clause);
  const doing: action.Doing = {
    view,
    clause: dressed,
    where,
    past: pastOf(dressed, turned(view, teller)),
    plain: pastOf(dressed, 'past'),
  };
  return [teller.tell(view.first ? action.OPENING_ACTIONS : action.ACTIONS, doing)];
}

/** A sentence about somebody else: the page's own name comes first, unless the sentence has it. */
function ownSubject(
  text: string,
  { view, teller }: Pick<ActionOptions, 'view' | 'teller'>,
): readonly (Told | undefined)[] {
  const hasName = view.names.some((name) => text.includes(name.replace(/이$/, '')));
  return hasName ? [own(text)] : [teller.tell(action.ABOUT, view), own(text)];
}

/** What the page is about: the first action. */
export function tellMain(clause: Clause, options: ActionOptions): readonly (Told | undefined)[] {
  const { view, teller, where } = options;
  switch (clause.kind) {
    case 'predicate':
      return predicateTold(clause, options);
    case 'kept': {
      if (clause.subject === 'name') return [own(clause.text)];
      if (clause.subject === 'own') return ownSubject(clause.text, options);
      const named = view.names.some((name) => clause.text.includes(name.replace(/이$/, '')));
      return [own(named ? clause.text : `${view.s('은/는')} ${clause.text}`)];
    }
    case 'reason':
      return [own(`${view.s('은/는')} ${where}${clause.text} 그랬어요.`)];
    case 'noun':
      return [
        teller.tell(action.THINGS, {
          view,
          thing: clause.text,
          withThing: withParticle(clause.text, '과/와'),
          isThing: withParticle(clause.text, '이/가'),
        }),
      ];
    case 'words':
      return [teller.tell(action.WORDS, { view, thing: clause.text })];
  }
}

/** What is done besides. */
export function tellMore(clause: Clause, { view, teller }: Pick<ActionOptions, 'view' | 'teller'>): Told | undefined {
  switch (clause.kind) {
    case 'predicate':
      if (clause.subject === 'own') return own(`${pastOf(clause, 'past')}.`);
      return teller.tell(action.MORE, { past: pastOf(sounding(clause, teller), 'past') });
    case 'kept':
      return own(clause.text);
    case 'reason':
      return own(`${clause.text} 그랬어요.`);
    case 'noun':
      return teller.tell(THINGS_TOO, { view, text: clause.text });
    case 'words':
      return teller.tell(action.WORDS, { view, thing: clause.text });
  }
}

const THINGS_TOO: readonly Line<inner.Named>[] = [
  { id: 'thingtoo-had', say: ({ text }) => `거기에는 ${text}도 있었어요.` },
  { id: 'thingtoo-seen', say: ({ text }) => `${withParticle(text, '이/가')} 눈에 띄었어요.` },
];

const isChain = ({ before, subject }: Predicate): boolean =>
  /(?:[아어해워와려러라져여춰려가나이]서|니까|때문에|덕분에|탓에|느라) /.test(before) || subject === 'name';

export function tellCause(clause: Clause, view: View, teller: Teller): Told | undefined {
  switch (clause.kind) {
    case 'predicate':
      return teller.tell(isChain(clause) ? inner.CHAINS : inner.CAUSES, {
        view,
        clause: asTold(withName(clause, view)),
      });
    case 'kept':
      return own(clause.text);
    case 'reason':
      return teller.tell(inner.REASONS, { view, text: clause.text });
    case 'noun':
      return teller.tell(inner.CAUSE_NOUNS, { view, text: clause.text });
    case 'words':
      return teller.tell(inner.CAUSE_WORDS, { view, text: clause.text });
  }
}

/** Where the person named the subject, it stays named. */
function withName(clause: Predicate, view: View): Predicate {
  return clause.subject === 'name' ? { ...clause, before: `${view.s('이/가')} ${clause.before}` } : clause;
}

export function tellOutcome(clause: Clause, view: View, teller: Teller): Told | undefined {
  switch (clause.kind) {
    case 'predicate':
      return teller.tell(inner.OUTCOMES, { view, clause: asTold(withName(clause, view)) });
    case 'kept':
      return own(clause.text);
    case 'reason':
      return own(`${clause.text} 그랬어요.`);
    case 'noun':
      return teller.tell(inner.OUTCOME_NOUNS, { view, text: clause.text });
    case 'words':
      return teller.tell(inner.OUTCOME_WORDS, { view, text: clause.text });
  }
}

export function tellPrediction(clause: Clause, view: View, teller: Teller): Told | undefined {
  switch (clause.kind) {
    case 'predicate':
      return teller.tell(inner.PREDICTIONS, { view, clause: withName(clause, view) });
    case 'kept':
      return own(clause.text);
    case 'reason':
      return own(`${clause.text} 그럴 거예요.`);
    case 'noun':
      return teller.tell(inner.PREDICTION_NOUNS, { view, text: clause.text });
    case 'words':
      return teller.tell(inner.PREDICTION_WORDS, { view, text: clause.text });
  }
}
