// A page as the Korean lines see it: names as the story calls them, fields understood, mood and links to the page before.

import type { Classification, ReadingLevel } from '../../../../story.ts';
import type { PagePlan } from '../types.ts';
import { type Clause, readClauses } from './clause.ts';
import { familyOf, isDark } from './feelings.ts';
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
}

/** 토끼와 곰과 여우; from four on 토끼, 곰, 여우 그리고 새. */
export function joined(items: readonly string[]): string {
  if (items.length >= 4) return `${items.slice(0, -1).join(', ')} 그리고 ${items.at(-1)}`;
  return items.map((item, at) => (at < items.length - 1 ? `${withParticle(item, '과/와')} ` : item)).join('');
}

const SORE =
  /(?:^|[^가-힣])(?:울[었고며다]|운다|울어)|슬프|슬퍼|슬펐|무서|무섭|아프|아파|아팠|다쳤|다치|다쳐|넘어[지져졌질]|화가|화를|화난|싸우|싸운|싸웠|싸워|잃어|죽|속상|외로|외롭|걱정|혼나|혼났|불안|미안|힘들|지쳐|지쳤|지친|짜증|깨졌|깨진|부서|무너|아쉬|심심|엉엉|훌쩍|쓰러|싫[어다]|외톨/;

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

function companions(page: PagePlan, names: readonly string[]): Pick<View, 'newcomers' | 'returners'> {
  const others = page.characters
    .filter((who) => !page.names.includes(who))
    .flatMap((typed) => storyName(typed) ?? [])
    .filter((who) => !names.includes(who));
  const known = new Set(page.returning.map((typed) => storyName(typed)));
  return { newcomers: others.filter((who) => !known.has(who)), returners: others.filter((who) => known.has(who)) };
}

function foreseenOf(page: PagePlan, before: PagePlan | undefined, names: readonly string[]): Clause | undefined {
  if (before === undefined || before.fixed || before.names.join() !== page.names.join()) return undefined;
  const [clause] = before.predictions.flatMap((item) => readClauses(item, names));
  return clause?.kind === 'predicate' && clause.mood === 'will' && clause.verb.kind === 'verb' ? clause : undefined;
}

/** What the lines need to know of `page`. */
export function viewOf(page: PagePlan, { before, level, title }: Links): View {
  const names = namesOf(page);
  const who = joined(names);
  const read = (items: readonly string[]): readonly Clause[] => items.flatMap((item) => readClauses(item, names));
  const foreseen = foreseenOf(page, before, names);
  return {
    level,
    ...(title === undefined ? {} : { title }),
    classification: page.classification,
    first: page.position === 'opening' || page.position === 'only',
    last: page.position === 'closing' || page.position === 'only',
    who,
    s: (pair) => withParticle(who, pair),
    names,
    rawNames: page.names,
    firstPerson: names.some(isFirstPerson),
    sameWho: before !== undefined && !before.fixed && before.names.join() === page.names.join(),
    returningWho: page.names.every((name) => page.returning.includes(name)),
    main: read(page.actions),
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
    ...(foreseen === undefined ? {} : { foreseen }),
  };
}
