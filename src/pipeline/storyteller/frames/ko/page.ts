// One page: which of its fields becomes which sentence, in what order, and how much is added for its reading level.
import { type Clause, type Predicate, readClauses, say } from './clause.ts';
import { tellFeelings } from './emotion.ts';
import { isLasting } from './lines/action.ts';
import { ECHOES } from './lines/echoes.ts';
import { FOREIGN_PLACES, MANNERS, NEWCOMERS, PLACES, RETURNERS, TIMES, WEATHERS } from './lines/scene.ts';
import { ASIDES, BREATHS, COMFORTS, GOODBYES, SOUNDS, VOICES } from './lines/voices.ts';
import { mimeticsOf } from './mimetics.ts';
import { withParticle } from './particles.ts';
import { joined } from './people.ts';
import { sentencesOf } from './sentences.ts';
import type { Spot } from './stage.ts';
import type { Teller, Told } from './teller.ts';
import { isChain, own, tellCause, tellMain, tellMore, tellOutcome, tellPrediction } from './told.ts';
import type { View } from './view.ts';
import { plainly, woven } from './weave.ts';
import { whereOf } from './where.ts';

type Parts = readonly (Told | undefined)[];

function tellSettings(view: View, teller: Teller): Parts {
  return view.settings.flatMap(({ kind, text }: Spot): Parts => {
    if (kind === 'place') return [teller.tell(PLACES, { view, text })];
    if (kind === 'time') return [teller.tell(TIMES, { view, text })];
    if (kind === 'weather') return [teller.tell(WEATHERS, { view, text })];
    if (kind === 'manner') return [teller.tell(MANNERS, { view, text })];
    return readClauses(text, view.names).map((clause) =>
      clause.kind === 'words'
        ? teller.tell(FOREIGN_PLACES, { view, text: clause.text })
        : tellMore(clause, { view, teller }),
    );
  });
}

function tellCompany(view: View, teller: Teller): Parts {
  const { newcomers, returners, self } = view;
  const me = self === undefined ? undefined : own(`${self}도 함께 있었어요.`);
  if (view.busy && newcomers.length > 0 && returners.length > 0) {
    return [teller.tell(NEWCOMERS, { view, others: joined([...newcomers, ...returners]) }), me];
  }
  return [
    newcomers.length === 0 ? undefined : teller.tell(NEWCOMERS, { view, others: joined(newcomers) }),
    returners.length === 0 ? undefined : teller.tell(RETURNERS, { view, others: joined(returners) }),
    me,
  ];
}

/** 하나하나 is a way of doing, not a sound. */
const isCalled = (sound: string): boolean => !/^(?:하나하나|사이좋게|꼭꼭|꼬옥|살살|깜짝)$/.test(sound);

interface Core {
  readonly parts: Parts;
  /** A sound the page has not made yet. */
  readonly sound?: string;
}

/** 곁에는 곰도 있었고, 토끼는 기뻤어요: for older children one sentence where two were. */
function oneBreath(company: Parts, feelings: Parts, view: View): Parts {
  const [guest, ...guests] = present(company);
  const [feeling, ...others] = present(feelings);
  const open = guest?.text.replace(/었어요\.$/, '었고, ').replace(/였어요\.$/, '였고, ');
  const fits = guest !== undefined && guests.length + others.length === 0 && sentencesOf(guest.text).length === 1;
  if (view.level !== '고학년' || !fits || feeling?.text.startsWith(view.s('은/는')) !== true || open === guest.text)
    return [...company, ...feelings];
  return [{ id: `${guest.id} ${feeling.id}`, text: `${open}${feeling.text}` }];
}

/** 해바라기가 자라자 도윤이는 신나서: what came of it moves the heart, for older children in one sentence. */
function moved(effects: readonly Clause[], came: Parts, feelings: Parts, view: View): Parts {
  const [effect, ...others] = effects;
  const [feeling, ...rest] = present(feelings);
  const happens = effect?.kind === 'predicate' && effect.mood === 'plain' && effect.verb.kind === 'verb';
  const lone = others.length + rest.length === 0 && feeling?.text.startsWith(view.s('은/는')) === true;
  if (view.level !== '고학년' || !happens || !lone || effect.subject !== 'own') return [...came, ...feelings];
  return [{ id: `moved ${feeling.id}`, text: `${say(effect, 'upon')} ${feeling.text}` }];
}

/** Whether somebody else was spoken of since the action. */
const isCrowded = (view: View, company: Parts): boolean =>
  present(company).length > 0 ||
  [...view.more, ...view.causes].some((clause) => clause.kind !== 'predicate' || clause.subject === 'own');

const isEffect = (clause: Clause): boolean => clause.kind === 'predicate' && isChain(clause);
/** 해가 떠서 따뜻해졌다 comes before what happens in it. */
const isWeather = (clause: Clause): clause is Predicate =>
  isEffect(clause) &&
  clause.kind === 'predicate' &&
  clause.mood === 'plain' &&
  /^(?:해|비|눈|바람|날씨|봄)[가이] /.test(clause.before);
const weatherIn = (view: View): readonly Predicate[] =>
  view.settings.length + view.main.length > 1 ? [] : view.causes.filter(isWeather);

function tellCore(given: View, teller: Teller): Core {
  const { view: joint, turning, motive } = woven(given, teller);
  const { view, where, stage: told } = whereOf(joint, motive, teller);
  const { main, more } = view;
  const [first, ...others] = main;
  const heard = plainly(first) && !view.dark && !turning ? mimeticsOf(first.before, first.verb.stem) : [];
  const inside = heard.length > 0 && teller.maybe(0.65);
  // Told in the order of the page: each line minds the one before it.
  const sky = weatherIn(view);
  const stage = told ? [] : [...tellSettings(view, teller), ...sky.map((clause) => own(`${say(clause, 'past')}.`))];
  const action = first === undefined ? [] : tellMain(first, { view, teller, where, sound: inside, turning });
  const sound = heard.length > 0 && !inside && plainly(first) && isLasting(first) ? teller.word(heard) : undefined;
  const doings = [...others, ...more].map((clause) => tellMore(clause, { view, teller }));
  // What came of it is told when everybody is there: 모두 도와주어서 손이 달에 닿았어요.
  const causesLeft = view.causes.filter((clause) => !sky.some((one) => one === clause));
  const [effects, reasons] = [causesLeft.filter(isEffect), causesLeft.filter((clause) => !isEffect(clause))];
  const causes = reasons.map((clause) => tellCause(clause, view, teller));
  const company = tellCompany(view, teller);
  const came = effects.map((clause) => tellCause(clause, view, teller));
  const feelings = tellFeelings(view, turning || isCrowded(view, company), teller);
  const parts = [
    ...stage,
    ...action,
    ...doings,
    ...causes,
    ...(came.length === 0 ? oneBreath(company, feelings, view) : [...company, ...moved(effects, came, feelings, view)]),
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
  if (!view.dark && view.bare && missing > count(added) && (view.level === '고학년' || teller.maybe(0.3)))
    add(teller.tell(BREATHS, view));
  if (missing > count(added)) add(teller.tell(ASIDES, view));
  return added;
}

/** Sentences a page should have at least where nothing is given but who does what. */
const ENOUGH = { 유아: 2, 저학년: 3, 고학년: 4 } as const;

/** What is given fills a page by itself, and what is grave is not filled up. */
const enough = (view: View): number => (view.grave ? 0 : view.bare ? ENOUGH[view.level] : 2);

/** The page's sentences, each with the pattern it came from. */
export function tellPage(view: View, teller: Teller): readonly Told[] {
  const core = tellCore(view, teller);
  const body = present(core.parts);
  // The youngest are told no more than their fields when there is much to tell; what is grave has no parting.
  const parting = view.last && !view.grave && !(view.level === '유아' && view.busy);
  const missing = enough(view) - count(body) - view.predictions.length - (parting ? 1 : 0);
  const added = fill(view, core.sound, missing, teller);
  const coming = present(view.predictions.map((foreseen) => tellPrediction(foreseen, view, teller)));
  const goodbye = parting ? present([teller.tell(GOODBYES, view)]) : [];
  const parts = [...body, ...added, ...coming, ...goodbye];
  return parts.length > 0 ? parts : [own(`${withParticle(view.who, '이/가')} 있었어요.`)];
}
