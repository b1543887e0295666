// What ties a page to the one before it: the same people, the same place, what they did.
import type { PagePlan } from '../types.ts';
import { type Clause, type Predicate, readClauses } from './clause.ts';

/** A clause's words, its verb as a stem; nothing when it says what is not done. */
export function wordsOf(clause: Clause): string {
  if (clause.kind !== 'predicate') return /(?:^| )[안못] |지 (?:않|못)/.test(clause.text) ? '' : clause.text;
  const refused = /(?:않|못하|싶)$/.test(clause.verb.stem) || /(?:^| )[안못] $/.test(clause.before);
  return refused ? '' : clause.before + clause.verb.stem;
}

/** 공룡🦖 and 공룡 are one. */
const callOf = (page: PagePlan): string =>
  page.names.map((name) => name.replace(/[^\p{L}\p{N} ]/gu, '').trim() || name).join();
export const sameNames = (one: PagePlan, other: PagePlan): boolean => callOf(one) === callOf(other);

/** What the same people did on the page before, when it is short enough to lead over. */
export function earlierOf(
  page: PagePlan,
  before: PagePlan | undefined,
  names: readonly string[],
): Predicate | undefined {
  if (before === undefined || before.fixed || !sameNames(before, page) || before.actions.join() === page.actions.join())
    return undefined;
  const [clause] = before.actions.flatMap((item) => readClauses(item, names));
  if (clause?.kind !== 'predicate' || clause.mood !== 'plain' || clause.verb.kind !== 'verb') return undefined;
  const lone = clause.subject === 'none' || clause.subject === 'name';
  const done = wordsOf(clause) !== '' && !/있$|[“"]|고 나서/.test(clause.before + clause.verb.stem);
  return lone && done && clause.before.split(' ').length <= 3 ? clause : undefined;
}

/** Whether the page before is told and plays in the same place. */
export const samePlace = (page: PagePlan, before: PagePlan | undefined): boolean =>
  before !== undefined &&
  !before.fixed &&
  before.settings.length > 0 &&
  before.settings.join() === page.settings.join();
