// One page: what of it is told in which order, and how much may be added. The sentences come from `patterns/`.
// Nothing a person gave is left out; only what the grammar adds of its own obeys the reading level's count.
import type { PagePlan } from '../types.ts';
import { createDraft, type Draft, type Line, type Shared } from './draft.ts';
import type { Figure } from './figures.ts';
import { type Material, readersOf, readMaterial, rolesOf } from './material.ts';
import { isEnd, isStart } from './patterns/context.ts';
import { CLOSING, INTRO, LEAD } from './patterns/opening.ts';
import { type Echo, voicePatterns } from './patterns/voices.ts';
import type { Place } from './places.ts';
import type { Reading } from './reading.ts';
import { moodOf } from './subject.ts';
import { tellCauses } from './tell-causes.ts';
import { tellAside, tellCompany, tellMore } from './tell-company.ts';
import { tellFeelings } from './tell-feelings.ts';
import { tellMain } from './tell-main.ts';
import { tellOutcomes } from './tell-outcomes.ts';
import { tellPredictions } from './tell-predictions.ts';
import { countWords } from './text.ts';

function owedBy(page: PagePlan, material: Material, others: readonly Figure[]): number {
  const one = (items: readonly unknown[]): number => (items.length > 0 ? 1 : 0);
  return (
    1 +
    one(material.more) +
    one(others) +
    one(page.causes) +
    one(page.feelings) +
    one(page.outcomes) +
    one(page.predictions) +
    material.asides.length
  );
}

/** Sentences a page aims at when its fields leave it free. */
function aimOf(draft: Draft): number {
  const { least, most } = draft.shared.measure;
  return Math.min(most, Math.max(least, least + (draft.shared.choice.next() < 0.6 ? 1 : 0)));
}

function tellStart(draft: Draft, places: readonly Place[], aim: number): readonly Place[] {
  const { page, subject, shared } = draft;
  if (!isStart(page.position)) {
    const owed = shared.measure.most - draft.spare();
    const wanted = owed + 2 < aim ? 0.45 : owed + 1 < aim ? 0.25 : 0;
    if (shared.measure.least > 1 && shared.choice.next() < wanted) draft.tell(LEAD, draft.scene());
    return places;
  }
  if (draft.spare() < 1) return places;
  const at = places.find((place) => place.kind === 'place');
  const first = shared.cast.call(subject.figures);
  const proper = subject.figures.every((figure) => figure.proper);
  draft.tell(INTRO, { ...draft.scene(), first, proper, ...(at === undefined ? {} : { at: at.text }) });
  const told = at !== undefined && draft.lines().some((line) => line.text.includes(at.text));
  return told ? places.filter((place) => place !== at) : places;
}

/** The deed as a child could be asked about it: one that can be done, and that belongs to nobody in particular. */
function echoOf(deeds: readonly Reading[]): Pick<Echo, 'deed'> {
  const [first] = deeds;
  if (deeds.length !== 1 || first?.kind !== 'phrase') return {};
  const { base, ing, done, negative, state, past } = first.predicate;
  const owned = /\b(?:his|her|their|its|my|our|he|she|they|it|him|them|because|when|while|so|too)\b/.test(past);
  if (negative || state || owned || /\p{Lu}/u.test(past) || countWords(past) > 4) return {};
  return base === undefined || ing === undefined || done === undefined ? {} : { deed: { base, ing, done } };
}

/** Adds lines of the class's own voice until the page has `aim` sentences, keeping room for `keep` more. */
function tellVoices(draft: Draft, echo: Pick<Echo, 'deed'>, aim: number, keep: number, second: boolean): void {
  for (let nth = second ? 1 : 0; draft.lines().length + keep < aim && nth < 3; nth++) {
    const echoed = draft.lines().some((line) => line.pattern?.startsWith('echo.'));
    const context = { ...draft.scene(), ...(echoed ? {} : echo) };
    if (draft.spare() < 1 || !draft.tell(voicePatterns(draft.page.classification, nth), context)) return;
  }
}

function tellAll(draft: Draft, material: Material): void {
  const { page } = draft;
  const aim = aimOf(draft);
  const places = tellStart(draft, material.places, aim);
  tellMain(draft, material.deeds, places);
  draft.settle();
  const steps: readonly (readonly [readonly unknown[], () => void])[] = [
    [page.causes, () => tellCauses(draft)],
    [draft.others, () => tellCompany(draft)],
    [material.more, () => tellMore(draft, material.more)],
    ...material.asides.map((aside) => [[aside], () => tellAside(draft, aside)] as const),
  ];
  for (const [given, tell] of steps) {
    if (given.length === 0) continue;
    tell();
    draft.settle();
  }
  tellRest(draft, echoOf(material.deeds), aim);
}

function tellRest(draft: Draft, echo: Pick<Echo, 'deed'>, aim: number): void {
  const { page } = draft;
  const closing = isEnd(page.position) && page.predictions.length === 0;
  let still = [page.feelings, page.outcomes, page.predictions].filter((given) => given.length > 0).length;
  tellVoices(draft, echo, still > 0 ? draft.lines().length + still + 1 : aim, still + (closing ? 1 : 0), false);
  const steps: readonly (readonly [readonly unknown[], () => void])[] = [
    [page.feelings, () => tellFeelings(draft)],
    [page.outcomes, () => tellOutcomes(draft)],
    [page.predictions, () => tellPredictions(draft)],
  ];
  for (const [given, tell] of steps) {
    if (given.length === 0) continue;
    tell();
    draft.settle();
    tellVoices(draft, echo, aim, --still + (closing ? 1 : 0), true);
  }
  if (closing && draft.spare() >= 1) draft.tell(CLOSING, draft.scene());
}

/** The sentences of one page; the book's `shared` state moves on with it. */
export function composePage(page: PagePlan, shared: Shared): readonly Line[] {
  const { subject, others } = rolesOf(page, shared);
  const readers = readersOf(subject, shared, false);
  const material = readMaterial(page, subject.figures, readersOf(subject, shared, true), shared);
  const mood = moodOf(page, [...material.deeds, ...material.more]);
  const draft = createDraft({ page, subject, others, readers, mood, shared, owed: owedBy(page, material, others) });
  tellAll(draft, material);
  return draft.lines();
}
