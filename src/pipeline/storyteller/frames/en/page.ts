// One page: what of it is told in which order, and how much may be added. The sentences come from `patterns/`.
// Nothing a person gave is left out; only what the grammar adds of its own obeys the reading level's count.
import type { PagePlan } from '../types.ts';
import { createDraft, type Draft, type Line, type Shared } from './draft.ts';
import type { Figure } from './figures.ts';
import { isGrave } from './grave.ts';
import { type Material, readersOf, readMaterial, rolesOf } from './material.ts';
import { needFirst } from './needs.ts';
import { isStart } from './patterns/context.ts';
import { CLOSING, INTRO } from './patterns/opening.ts';
import { voicePatterns } from './patterns/voices.ts';
import type { Place } from './places.ts';
import { moodOf } from './subject.ts';
import { feltCause, gladBefore, tailOf } from './tails.ts';
import { tellCauses, tellsEffect } from './tell-causes.ts';
import { tellAside, tellCompany, tellMore } from './tell-company.ts';
import { feltWish, tellFeelings } from './tell-feelings.ts';
import { tellMain } from './tell-main.ts';
import { tellOutcomes } from './tell-outcomes.ts';
import { tellPredictions } from './tell-predictions.ts';

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

function tellStart(draft: Draft, places: readonly Place[]): readonly Place[] {
  const { page, subject, shared } = draft;
  if (!isStart(page.position) || draft.spare() < 1) return places;
  const at = places.find((place) => place.kind === 'place');
  const first = shared.cast.call(subject.figures);
  const proper = subject.figures.every((figure) => figure.proper);
  draft.tell(INTRO, { ...draft.scene(), first, proper, ...(at === undefined ? {} : { at: at.text }) });
  const told = at !== undefined && draft.lines().some((line) => line.text.includes(at.text));
  return told ? places.filter((place) => place !== at) : places;
}

/** A page of one sentence may have one more, but not every such page: the story is the child's. */
function tellVoice(draft: Draft): void {
  const { page, shared } = draft;
  if (draft.grave || draft.lines().length > 1 || draft.spare() < 1) return;
  if (page.position !== 'middle' || page.index % 2 === 0 || shared.measure.words < 9) return;
  if (draft.lines().some((line) => /\b(?:away|lost|left)\b/.test(line.text))) return;
  draft.tell(voicePatterns(page.classification), draft.scene());
}

type Step = readonly [given: readonly unknown[], tell: () => void];

function tellSteps(draft: Draft, steps: readonly Step[]): void {
  for (const [given, tell] of steps) {
    if (given.length === 0) continue;
    tell();
    draft.settle();
  }
}

function tellAll(draft: Draft, material: Material): void {
  const { page } = draft;
  const places = tellStart(draft, material.places);
  const tail = tailOf(draft, { ...material, places });
  const because = tail.of === 'cause' ? undefined : feltCause(draft, material);
  const early = gladBefore(draft, material);
  const wish = because === undefined && !early ? feltWish(draft) : undefined;
  const later = tellsEffect(draft);
  tellMain(draft, material.deeds, places, tail.text);
  draft.settle();
  if (tail.of === 'company') draft.shared.cast.meet(draft.others);
  tellSteps(draft, [
    [later || tail.of === 'cause' || because !== undefined ? [] : page.causes, () => tellCauses(draft)],
    [early ? page.feelings : [], () => tellFeelings(draft, { because })],
    [tail.of === 'company' ? [] : draft.others, () => tellCompany(draft)],
    [tail.of === 'more' ? [] : material.more, () => tellMore(draft, material.more)],
    ...material.asides.map((aside): Step => [[aside], () => tellAside(draft, aside)]),
    [later ? page.causes : [], () => tellCauses(draft)],
    [early ? [] : page.feelings, () => tellFeelings(draft, { because, wish })],
    [page.outcomes, () => tellOutcomes(draft)],
    [wish === undefined ? page.predictions : [], () => tellPredictions(draft)],
  ]);
  tellVoice(draft);
  const bare = page.outcomes.length === 0 && page.predictions.length === 0;
  const short = draft.lines().length < 3 && draft.spare() >= 1;
  if (page.position === 'closing' && bare && short && !draft.grave) draft.tell(CLOSING, draft.scene());
}

/** The sentences of one page; the book's `shared` state moves on with it. */
export function composePage(given: PagePlan, shared: Shared): readonly Line[] {
  const { subject, others } = rolesOf(given, shared);
  const readers = readersOf(subject, shared, false);
  const read = readMaterial(given, subject.figures, readersOf(subject, shared, true), shared);
  const mood = moodOf(given, [...read.deeds, ...read.more]);
  const { deeds, feelings } = needFirst(read.deeds, given.feelings);
  const material = { ...read, deeds };
  const page = { ...given, feelings };
  const owed = owedBy(page, material, others);
  const grave = isGrave(given);
  const draft = createDraft({ page, subject, others, readers, mood: grave ? 'blue' : mood, grave, shared, owed });
  tellAll(draft, material);
  return draft.lines();
}
