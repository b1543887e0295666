// Single clauses into sentences: which line a clause takes by what it is. The order on a page is `page.ts`.

import { type Clause, type Predicate, say } from './clause.ts';
import type { EndingName } from './conjugate.ts';
import * as action from './lines/action.ts';
import * as inner from './lines/inner.ts';
import { mimeticsOf } from './mimetics.ts';
import { withParticle } from './particles.ts';
import { isSettled, settled } from './settled.ts';
import type { Line, Teller, Told } from './teller.ts';
import type { Foreseen, View } from './view.ts';

/** The person's own words: no pattern of ours. */
export const own = (text: string): Told => ({ id: 'own', text });

/** Mostly a plain past; now and then one that is told. */
const TURNS: readonly (readonly [string, EndingName])[] = [
  ['turn-1', 'past'],
  ['turn-2', 'past'],
  ['turn-3', 'past'],
  ['turn-4', 'pastKnown'],
  ['turn-5', 'pastTold'],
  ['turn-6', 'past'],
  ['turn-7', 'pastHeard'],
];

const SPICES: Partial<Readonly<Record<EndingName, string>>> = {
  pastKnown: '지요',
  pastTold: '답니다',
  pastHeard: '대요',
};

function turned(view: View, teller: Teller): EndingName {
  if (view.firstPerson || view.dark) return 'past';
  const word = teller.word(TURNS.map(([id]) => id));
  const ending = TURNS.find(([id]) => id === word)?.[1] ?? 'past';
  if (ending === 'past') return ending;
  return teller.isNew(SPICES[ending] ?? '') ? ending : 'past';
}

/** `clause` with a mimetic word before its verb, when it has room for one. */
export function sounding(clause: Predicate, teller: Teller): Predicate {
  const words = mimeticsOf(clause.before, clause.verb.stem);
  return words.length === 0 ? clause : { ...clause, before: `${clause.before}${teller.word(words)} ` };
}

/** What is expected or asked is not yet done: 쓰러질 것 같았어요, 비가 올까 궁금했어요. */
export function asTold(clause: Predicate): Predicate {
  const plain = { ...clause, mood: 'plain' } as const;
  if (clause.mood === 'will' || clause.mood === 'suppose') {
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

/** Words that open a sentence already: nothing of ours goes before them. */
export const OPENED =
  /^(?:그래서|그리고|그런데|그러나|하지만|그러자|그러다가?|그러고는|결국|마침내|드디어|끝내|그렇게|그 후에?|그 뒤에?|나중에는?|왜냐하면|왜냐면|또)(?:,? |,)/;
/** 어느 날 and the like lead the subject too: 어느 날 토끼가. */
export const WHEN =
  /^((?:그러던 )?어느 날(?:에|엔)?|옛날(?:에|옛적에)?|옛날 옛적에|오늘은?|어제는?|갑자기|그때|이번에는?|아침에|저녁에|밤에|점심에)(,? )(?=.)/;

/** A sentence that comes with its own beginning stands as it is. */
const opened = (clause: Predicate, ending: EndingName): Told | undefined =>
  OPENED.test(clause.before) ? own(`${pastOf(clause, ending)}.`) : undefined;

export interface ActionOptions {
  readonly view: View;
  readonly teller: Teller;
  /** 숲에서, with its blank. */
  readonly where: string;
  /** Whether a mimetic word may go in. */
  readonly sound: boolean;
  /** Whether the clause goes on to somebody else's doing. */
  readonly turning: boolean;
}

function predicateTold(
  clause: Predicate,
  { view, teller, where, sound, turning }: ActionOptions,
): readonly (Told | undefined)[] {
  if (clause.subject === 'own') return ownSubject(`${where}${pastOf(clause, turned(view, teller))}.`, { view, teller });
  const dressed = asTold(sound ? sounding(clause, teller) : clause);
  const when = WHEN.exec(dressed.before);
  if (when !== null) {
    const rest = { ...dressed, before: dressed.before.slice(when[0].length) };
    return [
      own(`${when[0]}${view.s(clause.subject === 'inner' ? '은/는' : '이/가')} ${where}${pastOf(rest, 'past')}.`),
    ];
  }
  const doing: action.Doing = {
    view,
    clause: dressed,
    where,
    past: pastOf(dressed, turned(view, teller)),
    plain: pastOf(dressed, 'past'),
  };
  return [teller.tell(linesFor(view, turning), doing)];
}

function linesFor(view: View, turning: boolean): readonly Line<action.Doing>[] {
  if (turning) return action.TURNING;
  if (view.grave) return action.QUIET;
  return view.first ? action.OPENING_ACTIONS : action.ACTIONS;
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
      return (
        opened(clause, 'past') ??
        teller.tell(action.MORE, { past: pastOf(view.dark ? clause : sounding(clause, teller), 'past') })
      );
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

/** Whether a cause brings its effect along: 비가 와서 웅덩이가 생겼다. */
export const isChain = ({ before, subject }: Predicate): boolean =>
  /[가-힣](?<!에|께|한테|에게|로|먼저|혼자)서 |(?:니까|때문에|덕분에|탓에|느라|더니|는데|자마자|[가-힣]자) /.test(
    before,
  ) || subject === 'name';

export function tellCause(clause: Clause, view: View, teller: Teller): Told | undefined {
  switch (clause.kind) {
    case 'predicate':
      if (OPENED.test(clause.before)) return own(`${say(asTold(clause), 'pastReason')}.`);
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
      return opened(clause, 'past') ?? teller.tell(inner.OUTCOMES, { view, clause: asTold(withName(clause, view)) });
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

export function tellPrediction({ clause, supposed }: Foreseen, view: View, teller: Teller): Told | undefined {
  switch (clause.kind) {
    case 'predicate':
      if (isSettled(clause)) return own(`${settled(withName(clause, view))}.`);
      return teller.tell(inner.PREDICTIONS, { view, clause: withName(clause, view), supposed });
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
