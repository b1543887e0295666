// The main sentence of a page: its deed, with the place and time it can hold.

import type { Draft } from './draft.ts';
import { MEANWHILE, WHERE } from './patterns/company.ts';
import { isStart } from './patterns/context.ts';
import { ANYTHING, type Deed, EVENT, edgePatterns, mainPatterns, SPEECH, THING, WITNESS } from './patterns/main.ts';
import type { Place } from './places.ts';
import type { Predicate } from './predicate.ts';
import type { Reading } from './reading.ts';
import { countWords, listed, mentions } from './text.ts';

export interface Joined {
  readonly past: string;
  readonly base?: string;
  readonly ing?: string;
  readonly done?: string;
  readonly bare: boolean;
  readonly denied: boolean;
  readonly still: boolean;
}

/** Several deeds of one subject as one phrase: "ran, jumped, and laughed". */
export function join(predicates: readonly Predicate[], plural: boolean): Joined {
  const all = (shape: 'base' | 'ing' | 'done'): string | undefined => {
    const parts = predicates.flatMap((predicate) => predicate[shape] ?? []);
    return parts.length === predicates.length ? listed(parts) : undefined;
  };
  const base = all('base');
  const ing = all('ing');
  const done = all('done');
  return {
    past: listed(predicates.map((predicate) => (plural ? predicate.pastPlural : predicate.past))),
    ...(base === undefined ? {} : { base }),
    ...(ing === undefined ? {} : { ing }),
    ...(done === undefined ? {} : { done }),
    bare: predicates.length === 1 && predicates.every((predicate) => predicate.bare),
    denied: predicates.some((predicate) => predicate.negative),
    still: predicates.some((predicate) => predicate.state || predicate.negative || predicate.base === undefined),
  };
}

/** A place may follow a short phrase that has no place, purpose or second half of its own. */
const CLOSED =
  /\b(?:in|on|at|to|into|under|from|behind|by|near|over|through|around|along|across|up|down|because|and|but|while|when|so|that|home|away|was|were|wasn't|weren't|with|about|like|not|could|couldn't|didn't|for|of|going)\b/;
const takesPlace = (joined: Joined): boolean => !CLOSED.test(joined.past) && countWords(joined.past) <= 4;

const withPlace = (joined: Joined, place: string): Joined => ({
  ...joined,
  past: `${joined.past} ${place}`,
  ...(joined.base === undefined ? {} : { base: `${joined.base} ${place}` }),
  ...(joined.ing === undefined ? {} : { ing: `${joined.ing} ${place}` }),
  bare: false,
});

const withTail = (joined: Joined, tail: string): Joined =>
  tail === '' ? joined : { past: `${joined.past}${tail}`, bare: false, denied: joined.denied, still: true };

/** Puts the places at the end of the phrase or at the head of the sentence: times to the head, one place to either. */
function placed(
  draft: Draft,
  joined: Joined,
  places: readonly Place[],
): { readonly deed: Joined; readonly lead: string; readonly where: boolean } {
  const times = places.filter((place) => place.kind === 'time').map((place) => place.text);
  const spots = places.filter((place) => place.kind === 'place').map((place) => place.text);
  const spot = listed(spots);
  const first = times.length === 0 && spot !== '' && draft.shared.choice.next() < 0.4;
  if (spot !== '' && takesPlace(joined) && !first) {
    return { deed: withPlace(joined, spot), lead: times.length === 0 ? '' : `${listed(times)}, `, where: false };
  }
  const heads = [...times, ...(spot === '' ? [] : [spot])];
  return {
    deed: joined,
    lead: heads.length === 0 ? '' : `${heads.join(', ')}, `,
    where: spot !== '' && times.length === 0,
  };
}

function tellWhere(draft: Draft, places: readonly Place[]): void {
  if (places.length > 0) draft.tell(WHERE, { ...draft.scene(), at: places.map((place) => place.text).join(', ') });
}

/** A deed that is not a verb phrase. */
export function tellOther(draft: Draft, reading: Exclude<Reading, { kind: 'phrase' }>, main: boolean): void {
  const scene = draft.scene();
  if (reading.kind === 'whole') draft.own(reading.text);
  else if (reading.kind === 'clause') draft.tell(main ? EVENT : MEANWHILE, { ...scene, clause: reading.clause.past });
  else if (reading.kind === 'speech') draft.tell(SPEECH, { ...scene, thing: reading.text });
  else draft.tell(reading.kind === 'thing' ? THING : ANYTHING, { ...scene, thing: reading.text });
}

/** Tells the deeds; `places` are those that no earlier sentence of the page has told; `tail` follows the deed. */
export function tellMain(draft: Draft, deeds: readonly Reading[], places: readonly Place[], tail: string): void {
  const phrases = deeds.flatMap((deed) => (deed.kind === 'phrase' ? [deed.predicate] : []));
  const rest = deeds.flatMap((deed) => (deed.kind === 'phrase' ? [] : [deed]));
  if (phrases.length > 0) {
    const joined = join(phrases, draft.scene().plural);
    const led = draft.lines().length > 0;
    const begun = draft.lines().some((line) => /\bbegins?\b/.test(line.text));
    const joint = draft.page.moreActions.some((deed) => /\b(?:together|each other)\b/i.test(deed));
    const untold = places.filter((place) => !mentions(joined.past, place.text.replace(/^\w+ (?:the )?/, '')));
    const { deed, lead, where } = placed(draft, joined, untold);
    const context: Deed = {
      ...draft.scene(),
      ...withTail(deed, tail),
      lead,
      where,
      begun,
      led,
      joint,
      grave: draft.grave,
    };
    const edge =
      !led &&
      (isStart(draft.page.position) || draft.shared.choice.next() < 0.6) &&
      draft.tell(edgePatterns(draft.page.position), context);
    if (!edge) draft.tell(mainPatterns(draft.page.classification), context);
  }
  if (deeds.length === 0) draft.tell(WITNESS, draft.scene());
  rest.forEach((reading, at) => {
    tellOther(draft, reading, phrases.length === 0 && at === 0);
  });
  if (phrases.length === 0) tellWhere(draft, places);
  const { name } = draft.scene();
  const named = draft
    .lines()
    .some((line) =>
      draft.subject.figures.every((figure) => line.text.toLowerCase().includes(figure.later.toLowerCase())),
    );
  if (!named && phrases.length === 0 && !/^they$/.test(name)) draft.tell(WITNESS, draft.scene());
}
