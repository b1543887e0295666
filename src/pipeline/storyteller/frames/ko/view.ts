// A page as the Korean lines see it: names as the story calls them, fields understood, mood and links to the page before.

import type { Classification, ReadingLevel } from '../../../../story.ts';
import type { PagePlan } from '../types.ts';
import { readCauses, withoutEnd } from './causes.ts';
import { type Clause, type Predicate, readClauses } from './clause.ts';
import { earlierOf, sameNames, samePlace, wordsOf } from './links.ts';
import { givenFields, hasCompany, isDarkPage, isGravePage } from './mood.ts';
import { isFirstPerson } from './names.ts';
import type { Pair } from './particles.ts';
import { companyOf, isNamed, joined, namesOf, possessive, withSubject } from './people.ts';
import { placed, type Spot, stageOf } from './stage.ts';
import { type Theme, themeOf } from './topics.ts';

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
  readonly firstPerson: boolean;
  /** 토끼의; of oneself 내. */
  readonly of: string;
  /** Somebody with a name of their own: neither 나 nor 모두. */
  readonly single: boolean;
  /** What the action is about. */
  readonly theme: Theme;
  /** So many fields are given that every sentence has to be short. */
  readonly busy: boolean;
  /** Nothing is given but who does what. */
  readonly bare: boolean;
  readonly sameWho: boolean;
  readonly returningWho: boolean;
  readonly main: readonly Clause[];
  readonly more: readonly Clause[];
  readonly feelings: readonly string[];
  readonly causes: readonly Clause[];
  readonly outcomes: readonly Clause[];
  readonly predictions: readonly Foreseen[];
  readonly settings: readonly Spot[];
  readonly sameSetting: boolean;
  readonly newcomers: readonly string[];
  readonly returners: readonly string[];
  /** Whoever tells the tale, named as one of the others. */
  readonly self?: string;
  /** Something on this page is sad, frightening or sore: nothing cheerful may be added. */
  readonly dark: boolean;
  /** Something so grave that it is told as it is, and nothing beside it. */
  readonly grave: boolean;
  /** Something on this page is sad, or the book has told of something grave: it ends quietly. */
  readonly somber: boolean;
  /** What the same people did on the page before, when it is short enough to lead over. */
  readonly earlier?: Predicate;
  /** More than one is there, or somebody else is spoken of. */
  readonly company: boolean;
}

/** What is to come; `supposed` when the person wrote that it seems so. */
export interface Foreseen {
  readonly clause: Clause;
  readonly supposed: boolean;
}

interface Links {
  readonly before?: PagePlan;
  readonly level: ReadingLevel;
  readonly title?: string;
  readonly grave: boolean;
}

const readForeseen = (item: string, names: readonly string[]): readonly Foreseen[] =>
  readClauses(item, names).map((clause) => ({ clause, supposed: /[ㄹ가-힣] ?[것거꺼] ?같/.test(item) }));

/** What the lines need to know of `page`. */
export function viewOf(page: PagePlan, { before, level, title, grave }: Links): View {
  const names = namesOf(page);
  const who = joined(names);
  const read = (items: readonly string[]): readonly Clause[] => items.flatMap((item) => readClauses(item, names));
  const { settings, actions } = stageOf(page);
  const main = placed(read(actions), settings);
  const given = givenFields(page);
  const company = companyOf(page, names);
  const earlier = earlierOf(page, before, names);
  return {
    level,
    ...(title === undefined ? {} : { title }),
    classification: page.classification,
    first: page.position === 'opening' || page.position === 'only',
    last: page.position === 'closing' || page.position === 'only',
    who,
    s: (pair) => withSubject(who, pair),
    names,
    firstPerson: names.some(isFirstPerson) || company.self !== undefined,
    of: possessive(who),
    single: isNamed(names),
    theme: themeOf(main.clauses.map(wordsOf).join(' ')),
    busy: given >= 3,
    bare: given === 0,
    sameWho: before !== undefined && !before.fixed && sameNames(before, page),
    returningWho: page.names.every((name) => page.returning.includes(name)),
    main: main.clauses,
    more: read(page.moreActions),
    feelings: page.feelings,
    causes: page.causes.flatMap((item) => readCauses(item, names)),
    outcomes: read(page.outcomes.map(withoutEnd)),
    predictions: page.predictions.flatMap((item) => readForeseen(item, names)),
    settings: main.settings,
    sameSetting: samePlace(page, before),
    ...company,
    dark: isDarkPage(page),
    grave: isGravePage(page),
    somber: grave || isDarkPage(page),
    company: hasCompany(page),
    ...(earlier === undefined ? {} : { earlier }),
  };
}
