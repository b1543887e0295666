// A page as the Korean lines see it: names as the story calls them, fields understood, mood and links to the page before.

import type { Classification, ReadingLevel } from '../../../../story.ts';
import type { PagePlan } from '../types.ts';
import { type Clause, readClauses } from './clause.ts';
import { familyOf, isDark } from './feelings.ts';
import { type Theme, themeOf } from './lines/echoes.ts';
import { isFirstPerson, storyName } from './names.ts';
import { type Pair, withParticle } from './particles.ts';
import { type Setting, settingOf } from './places.ts';

export interface View {
  readonly level: ReadingLevel;
  readonly title?: string;
  readonly classification: Classification;
  readonly first: boolean;
  readonly last: boolean;
  /** The names joined: 토끼와 곰. */
  readonly who: string;
  /** `who` with a particle: s('이/가'). */
  s(pair: Pair): string;
  readonly names: readonly string[];
  readonly rawNames: readonly string[];
  readonly firstPerson: boolean;
  /** 토끼의; of oneself 내. */
  readonly of: string;
  /** Somebody with a name of their own: neither 나 nor 모두. */
  readonly single: boolean;
  /** What the action is about. */
  readonly theme: Theme;
  /** So many fields are given that every sentence has to be short. */
  readonly busy: boolean;
  readonly sameWho: boolean;
  readonly returningWho: boolean;
  readonly main: readonly Clause[];
  readonly more: readonly Clause[];
  readonly feelings: readonly string[];
  readonly causes: readonly Clause[];
  readonly outcomes: readonly Clause[];
  readonly predictions: readonly Clause[];
  readonly settings: readonly Setting[];
  readonly sameSetting: boolean;
  readonly newcomers: readonly string[];
  readonly returners: readonly string[];
  /** Something on this page is sad, frightening or sore: nothing cheerful may be added. */
  readonly dark: boolean;
  /** What the page before foresaw, when it may be picked up here. */
  readonly foreseen?: Clause;
  /** More than one is there, or somebody else is spoken of. */
  readonly company: boolean;
}

/** 토끼와 곰과 여우; from four on 토끼, 곰, 여우 그리고 새. */
export function joined(items: readonly string[]): string {
  if (items.length >= 4) return `${items.slice(0, -1).join(', ')} 그리고 ${items.at(-1)}`;
  return items.map((item, at) => (at < items.length - 1 ? `${withParticle(item, '과/와')} ` : item)).join('');
}

const SORE =
  /(?:^|[^가-힣])(?:울[었고며다]|운다|울어)|슬프|슬퍼|슬펐|무서|무섭|아프|아파|아팠|다쳤|다치|다쳐|넘어[지져졌질]|화가|화를|화난|싸우|싸운|싸웠|싸워|잃어|죽|속상|외로|외롭|걱정|혼나|혼났|불안|미안|힘들|지쳐|지쳤|지친|짜증|깨졌|깨진|부서|무너|아쉬|심심|엉엉|훌쩍|쓰러|싫[어다]|외톨/;

/** 모두 and their like are asked after by nobody. */
const EVERYBODY = /^(?:모두|모두들|다|다들|다 같이|다같이|모두 다|우리 모두|친구들|아이들|누군가|주인공)$/;

/** 모두 takes no topic, 다 같이 no particle at all. */
function subject(who: string, pair: Pair): string {
  const told = pair === '은/는' || pair === '이/가';
  if (told && /^(?:다 ?같이|다|다들)$/.test(who)) return who;
  return withParticle(who, pair === '은/는' && /^(?:우리 )?모두(?:들)?$/.test(who) ? '이/가' : pair);
}

const givenFields = (page: PagePlan): number =>
  [
    page.characters,
    page.settings,
    page.moreActions,
    page.feelings,
    page.causes,
    page.outcomes,
    page.predictions,
  ].filter((items) => items.length > 0).length;

/** A clause's words, its verb as a stem; nothing when it says what is not done. */
function wordsOf(clause: Clause): string {
  if (clause.kind !== 'predicate') return clause.text;
  const refused = /(?:않|못하|싶)$/.test(clause.verb.stem) || /(?:^| )[안못] $/.test(clause.before);
  return refused ? '' : clause.before + clause.verb.stem;
}

const NOBODY = '주인공';

function namesOf(page: PagePlan): readonly string[] {
  const names = page.names.map(storyName).filter((name) => name !== undefined);
  return names.length === 0 ? [NOBODY] : names;
}

interface Links {
  readonly before?: PagePlan;
  readonly level: ReadingLevel;
  readonly title?: string;
}

const isDarkPage = (page: PagePlan): boolean =>
  page.feelings.some((feeling) => isDark(familyOf(feeling))) ||
  SORE.test([...page.actions, ...page.moreActions, ...page.causes, ...page.feelings, ...page.settings].join(' '));

/** A companion whom the action names is there already. */
const mentioned = (who: string, page: PagePlan): boolean =>
  who.length > 0 &&
  [...page.actions, ...page.moreActions].some((text) =>
    text.split(' ').some((word) => word.startsWith(who) && word.length <= who.length + 3),
  );

function companions(page: PagePlan, names: readonly string[]): Pick<View, 'newcomers' | 'returners'> {
  const others = page.characters
    .filter((who) => !page.names.includes(who))
    .flatMap((typed) => storyName(typed) ?? [])
    .filter((who) => !names.includes(who))
    .filter((who) => !mentioned(who, page));
  const known = new Set(page.returning.map((typed) => storyName(typed)));
  return { newcomers: others.filter((who) => !known.has(who)), returners: others.filter((who) => known.has(who)) };
}

/** 공룡🦖 and 공룡 are one. */
const callOf = (page: PagePlan): string =>
  page.names.map((name) => name.replace(/[^\p{L}\p{N} ]/gu, '').trim() || name).join();
const sameNames = (one: PagePlan, other: PagePlan): boolean => callOf(one) === callOf(other);

function foreseenOf(page: PagePlan, before: PagePlan | undefined, names: readonly string[]): Clause | undefined {
  if (before === undefined || before.fixed || !sameNames(before, page)) return undefined;
  const [clause] = before.predictions.flatMap((item) => readClauses(item, names));
  return clause?.kind === 'predicate' && clause.mood === 'will' && clause.verb.kind === 'verb' ? clause : undefined;
}

/** What the lines need to know of `page`. */
export function viewOf(page: PagePlan, { before, level, title }: Links): View {
  const names = namesOf(page);
  const who = joined(names);
  const read = (items: readonly string[]): readonly Clause[] => items.flatMap((item) => readClauses(item, names));
  const main = read(page.actions);
  const foreseen = foreseenOf(page, before, names);
  return {
    level,
    ...(title === undefined ? {} : { title }),
    classification: page.classification,
    first: page.position === 'opening' || page.position === 'only',
    last: page.position === 'closing' || page.position === 'only',
    who,
    s: (pair) => subject(who, pair),
    names,
    rawNames: page.names,
    firstPerson: names.some(isFirstPerson),
    of: ({ 나: '내', 저: '제', 우리: '우리' } as Readonly<Record<string, string>>)[who] ?? `${who}의`,
    single: !names.some((name) => isFirstPerson(name) || EVERYBODY.test(name)),
    theme: themeOf(main.map(wordsOf).join(' ')),
    busy: givenFields(page) >= 3,
    sameWho: before !== undefined && !before.fixed && sameNames(before, page),
    returningWho: page.names.every((name) => page.returning.includes(name)),
    main,
    more: read(page.moreActions),
    feelings: page.feelings,
    causes: read(page.causes),
    outcomes: read(page.outcomes),
    predictions: read(page.predictions),
    settings: page.settings.map(settingOf),
    sameSetting:
      before !== undefined &&
      !before.fixed &&
      before.settings.length > 0 &&
      before.settings.join() === page.settings.join(),
    ...companions(page, names),
    dark: isDarkPage(page),
    company:
      names.length > 1 ||
      page.characters.length > 0 ||
      /친구|함께|같이|에게|한테|[와과랑] |모두|도와|돕/.test(page.actions.join(' ')),
    ...(foreseen === undefined ? {} : { foreseen }),
  };
}
