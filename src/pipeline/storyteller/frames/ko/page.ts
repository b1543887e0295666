// One page: which of its fields becomes which sentence, in what order, and how much is added for its reading level.
import { type Clause, type Predicate, readClauses, say } from './clause.ts';
import { tellFeelings } from './emotion.ts';
import { isLasting } from './lines/action.ts';
import { ECHOES } from './lines/echoes.ts';
import { FOREIGN_PLACES, NEWCOMERS, PLACES, RETURNERS, TIMES, WEATHERS } from './lines/scene.ts';
import { ASIDES, BREATHS, COMFORTS, GOODBYES, SOUNDS, VOICES } from './lines/voices.ts';
import { mimeticsOf } from './mimetics.ts';
import { withParticle } from './particles.ts';
import { joined } from './people.ts';
import type { Setting } from './places.ts';
import { sentencesOf } from './sentences.ts';
import type { Teller, Told } from './teller.ts';
import { OPENED, own, tellCause, tellMain, tellMore, tellOutcome, tellPrediction } from './told.ts';
import type { View } from './view.ts';

type Parts = readonly (Told | undefined)[];

/** Sentences a page should have at least, by reading level. */
const ENOUGH = { 유아: 2, 저학년: 2, 고학년: 4 } as const;
/** 어절 a sentence may have, by reading level. */
const LONG = { 유아: 5, 저학년: 7, 고학년: 10 } as const;

const wordsIn = (text: string): number => text.split(' ').length;
const plainly = (clause: Clause | undefined): clause is Predicate =>
  clause?.kind === 'predicate' && clause.mood === 'plain' && (clause.subject === 'none' || clause.subject === 'name');

/** 먹고 그리고 says it twice. */
const AND = /^(?:그리고|그러고는|또|그다음에는?),? /;

/** Two short doings in one sentence: 당근을 먹고 물을 마셨어요. */
function merged(view: View, teller: Teller): Pick<View, 'main' | 'more'> {
  const { main, more } = view;
  const [first] = main;
  const second = main.length > 1 ? main[1] : more[0];
  if (!plainly(first) || !plainly(second) || first.verb.kind !== 'verb' || second.verb.kind !== 'verb')
    return { main, more };
  const both: Predicate = {
    ...second,
    before: `${say(first, 'and')} ${second.before.replace(AND, '')}`,
    subject: 'none',
    loud: first.loud || second.loud,
  };
  if (/[가-힣]고 /.test(first.before) || OPENED.test(second.before.replace(AND, ''))) return { main, more };
  const fits = wordsIn(say(both, 'past')) + wordsIn(view.who) <= LONG[view.level] + (view.level === '유아' ? 1 : 0);
  if (!fits) return { main, more };
  if (view.level !== '유아' && !teller.maybe(0.5)) return { main, more };
  return main.length > 1 ? { main: [both, ...main.slice(2)], more } : { main: [both], more: more.slice(1) };
}

/** Verbs whose place takes 에, and words that say a place already. */
const AT =
  /^(?:있|없|앉|서|눕|가|오|살|숨|도착하|놓|넣|심|담|붙|걸|타|오르|들어가|들어오|나가|나오|올라가|내려가|다녀오|돌아가|돌아오|계시|이르|다다르|모이|떨어지|머무르|빠지)$/;

/** 여름 is 어느 여름 at the beginning and 여름이 되자 later; 비 오는 날 stays as it is. */
function timeLead(time: string, first: boolean): string {
  if (time.includes(' ') || /(?:오늘|어제|날|때|시간|[월일시])$/.test(time)) return `${time}, `;
  return first ? `어느 ${time}, ` : `${withParticle(time, '이/가')} 되자, `;
}

/** 비 오는 날, 골목길에서: where and when in front of the action, when there is room for it. */
function whereOf(view: View, clause: Clause | undefined, teller: Teller): string {
  const place = view.settings.find(({ kind }) => kind === 'place');
  const time = view.settings.find(({ kind }) => kind === 'time');
  const all = [place, time].filter((setting) => setting !== undefined);
  if (all.length === 0 || all.length !== view.settings.length || view.sameSetting || !plainly(clause)) return '';
  const barred = clause.verb.kind !== 'verb' || AT.test(clause.verb.stem) || /(?:에서?|으로|로) /.test(clause.before);
  if (place !== undefined && barred) return '';
  const text = `${time === undefined ? '' : timeLead(time.text, view.first)}${place === undefined ? '' : `${place.text}에서 `}`;
  if (!view.busy && wordsIn(text) + wordsIn(say(clause, 'past')) > LONG[view.level]) return '';
  return view.busy || view.level === '유아' || teller.maybe(0.5) ? text : '';
}

function tellSettings(view: View, teller: Teller): Parts {
  return view.settings.flatMap(({ kind, text }: Setting): Parts => {
    if (kind === 'place') return [teller.tell(PLACES, { view, text })];
    if (kind === 'time') return [teller.tell(TIMES, { view, text })];
    if (kind === 'weather') return [teller.tell(WEATHERS, { view, text })];
    return readClauses(text, view.names).map((clause) =>
      clause.kind === 'words'
        ? teller.tell(FOREIGN_PLACES, { view, text: clause.text })
        : tellMore(clause, { view, teller }),
    );
  });
}

function tellCompany(view: View, teller: Teller): Parts {
  const { newcomers, returners } = view;
  if (view.busy && newcomers.length > 0 && returners.length > 0) {
    return [teller.tell(NEWCOMERS, { view, others: joined([...newcomers, ...returners]) })];
  }
  return [
    newcomers.length === 0 ? undefined : teller.tell(NEWCOMERS, { view, others: joined(newcomers) }),
    returners.length === 0 ? undefined : teller.tell(RETURNERS, { view, others: joined(returners) }),
  ];
}

/** The page before foresaw something: did it come true? */
function tellForeseen(view: View, teller: Teller): Parts {
  const { foreseen } = view;
  if (foreseen?.kind !== 'predicate' || view.level === '유아' || !teller.maybe(0.5)) return [];
  return [teller.tell([{ id: 'foreseen', say: () => `정말 ${say(foreseen, 'pastAsked')}?` }], view)];
}

/** 하나하나 is a way of doing, not a sound. */
const isCalled = (sound: string): boolean => !/^(?:하나하나|사이좋게|꼭꼭|꼬옥|살살|깜짝)$/.test(sound);

interface Core {
  readonly parts: Parts;
  /** A sound the page has not made yet. */
  readonly sound?: string;
}

function tellCore(view: View, teller: Teller): Core {
  const { main, more } = merged(view, teller);
  const [first, ...others] = main;
  const where = whereOf(view, first, teller);
  const heard = plainly(first) && !view.dark ? mimeticsOf(first.before, first.verb.stem) : [];
  const inside = heard.length > 0 && teller.maybe(0.65);
  // Told in the order of the page: each line minds the one before it.
  const stage = [...tellForeseen(view, teller), ...(where === '' ? tellSettings(view, teller) : [])];
  const action = first === undefined ? [] : tellMain(first, { view, teller, where, sound: inside });
  const sound = heard.length > 0 && !inside && plainly(first) && isLasting(first) ? teller.word(heard) : undefined;
  const parts = [
    ...stage,
    ...action,
    ...[...others, ...more].map((clause) => tellMore(clause, { view, teller })),
    ...view.causes.map((clause) => tellCause(clause, view, teller)),
    ...tellCompany(view, teller),
    ...tellFeelings(view, teller),
    ...view.outcomes.map((clause) => tellOutcome(clause, view, teller)),
  ];
  // A sound is called out right after what makes it, or not at all.
  const alone = present(parts).length === present([...stage, ...action]).length;
  return sound === undefined || !alone || !isCalled(sound) ? { parts } : { parts, sound };
}

const present = (parts: Parts): Told[] => parts.filter((part) => part !== undefined);
const count = (parts: readonly Told[]): number => parts.reduce((sum, { text }) => sum + sentencesOf(text).length, 0);

/** What is added when the fields alone are less than a page: a sound, a voice, a word to the reader. */
function fill(view: View, sound: string | undefined, missing: number, teller: Teller): Told[] {
  const added: Told[] = [];
  const add = (part: Told | undefined): void => {
    if (part !== undefined && count(added) < missing) added.push(part);
  };
  if (sound !== undefined && missing > 0) add(teller.tell(SOUNDS, { view, sound }));
  // What is done calls up a line of its own before the voice of the classification does.
  if (!view.dark && missing > count(added) && teller.maybe(0.85)) add(teller.tell(ECHOES, view));
  if (missing > count(added)) add(teller.tell(view.dark ? COMFORTS : VOICES[view.classification], view));
  if (!view.dark && missing > count(added) && (view.level === '고학년' || teller.maybe(0.3)))
    add(teller.tell(BREATHS, view));
  if (missing > count(added)) add(teller.tell(ASIDES, view));
  return added;
}

/** The page's sentences, each with the pattern it came from. */
export function tellPage(view: View, teller: Teller): readonly Told[] {
  const core = tellCore(view, teller);
  const body = present(core.parts);
  // The youngest are told no more than their fields when there is much to tell.
  const parting = view.last && !(view.level === '유아' && view.busy);
  const goodbyes = parting ? 1 : 0;
  const enough = ENOUGH[view.level] + (view.level === '저학년' && teller.maybe(0.6) ? 1 : 0);
  const missing = enough - count(body) - view.predictions.length - goodbyes;
  const added = fill(view, core.sound, missing, teller);
  const coming = present(view.predictions.map((clause) => tellPrediction(clause, view, teller)));
  const goodbye = parting ? present([teller.tell(GOODBYES, view)]) : [];
  const parts = [...body, ...added, ...coming, ...goodbye];
  return parts.length > 0 ? parts : [own(`${view.who} 이야기예요.`)];
}
