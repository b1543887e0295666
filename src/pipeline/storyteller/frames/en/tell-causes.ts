// Why it happened and how it ended. A cause and its effect are joined; a cause alone explains the page's deed.
import type { Draft } from './draft.ts';
import { settled } from './future.ts';
import { isNoun, isSingular } from './noun-list.ts';
import { CAUSE, CHAIN, OUTCOME, OUTCOME_ANY, OUTCOME_THING, PURPOSE, REASON, REASON_ANY } from './patterns/because.ts';
import { SPEECH } from './patterns/main.ts';
import { type Reading, readText } from './reading.ts';
import { listed, tidy, withoutStop } from './text.ts';

const BECAUSE = /^(?:because|since|as|due to the fact that|it was because|that's because)\s+(?!of\b)/i;
const BECAUSE_OF = /^(?:because of|due to|thanks to)\s+/i;
const SO = /^(?:and\s+)?(?:so|therefore|that is why|that's why)[\s,]+(?!that\b)/i;

/** A reading as a clause in the past, where it can be one. */
function clauseOf(draft: Draft, reading: Reading): string | undefined {
  const scene = draft.scene();
  if (reading.kind === 'clause') {
    const { predicate, plural, subject } = reading.clause;
    return settled(subject, plural, plural ? predicate.pastPlural : predicate.past, predicate.base);
  }
  if (reading.kind !== 'phrase') return undefined;
  const { predicate } = reading;
  const several =
    /^(?:became|were) friends\b|^made up\b/.test(predicate.past) && !scene.plural && draft.others.length > 0;
  return settled(
    several ? 'they' : scene.s,
    scene.plural,
    scene.plural ? predicate.pastPlural : predicate.past,
    predicate.base,
  );
}

const read = (draft: Draft, text: string): Reading => readText(text, draft.readers);

/** "it rained so they got wet", ["because it rained", "they got wet"] → cause and effect. */
function chainOf(draft: Draft, items: readonly string[]): { because: string; effect: string } | undefined {
  const [first = '', second] = items;
  const pairs = /^(.+?),?\s+(?:and\s+)?so\s+(?!that\b|much\b|many\b|very\b)(.+)$/i.exec(withoutStop(first));
  const turned = /^(.+?)\s+because\s+(?!of\b)(.+)$/i.exec(withoutStop(first));
  let halves: readonly [string, string] | undefined;
  if (items.length === 2 && second !== undefined && (SO.test(second) || BECAUSE.test(first))) halves = [first, second];
  else if (items.length === 1 && pairs !== null) halves = [pairs[1] ?? '', pairs[2] ?? ''];
  else if (items.length === 1 && turned !== null) halves = [turned[2] ?? '', turned[1] ?? ''];
  if (halves === undefined) return undefined;
  const because = clauseOf(draft, read(draft, tidy(halves[0]).replace(BECAUSE, '')));
  const effect = clauseOf(draft, read(draft, tidy(halves[1]).replace(SO, '')));
  return because === undefined || effect === undefined ? undefined : { because, effect };
}

function tellReason(draft: Draft, item: string): void {
  const scene = draft.scene();
  const text = tidy(item);
  if (/^(?:in order )?to\s/i.test(text))
    draft.tell(PURPOSE, { ...scene, thing: draft.readers.cased(withoutStop(text.replace(/^in order /i, ''))) });
  else if (BECAUSE_OF.test(text))
    draft.tell(REASON, { ...scene, thing: namedThing(withoutStop(text.replace(BECAUSE_OF, ''))) });
  else {
    const bare = text.replace(BECAUSE, '');
    const reading: Reading =
      /^\p{L}+$/u.test(bare) && isNoun(bare) ? { kind: 'thing', text: bare.toLowerCase() } : read(draft, bare);
    const because = clauseOf(draft, reading);
    if (because !== undefined) draft.tell(CAUSE, { ...scene, because });
    else if (reading.kind === 'whole') draft.own(reading.text);
    else if (reading.kind === 'speech') draft.tell(SPEECH, { ...scene, thing: reading.text });
    else if (reading.kind === 'thing') draft.tell(REASON, { ...scene, thing: namedThing(reading.text) });
    else if (reading.kind === 'text') draft.tell(REASON_ANY, { ...scene, thing: reading.text });
  }
}

/** A cause alone: "rain" → "the rain", "love" stays, "ball" → "the ball". */
function namedThing(thing: string): string {
  const word = thing.replace(/^(?:a|an) (?=\S+$)/, '');
  return /^(?:rain|snow|wind|sun|thunder|fog)$/i.test(word) || isSingular(word) ? `the ${word}` : thing;
}

export function tellCauses(draft: Draft): void {
  const items = draft.page.causes;
  if (items.length === 0) return;
  const whole = items.every((item) => read(draft, item).kind === 'whole');
  const chain = whole ? undefined : chainOf(draft, items);
  if (chain !== undefined) draft.tell(CHAIN, { ...draft.scene(), ...chain });
  else for (const item of items) tellReason(draft, item);
}

const ENDING = /^(?:(?:finally|eventually|in the end|at last|so|and|then|afterwards)[, ]+)+/i;

export function tellOutcomes(draft: Draft): void {
  const readings = draft.page.outcomes.map((item) =>
    read(draft, tidy(item).replace(/[.!?]$/.test(item) ? /^$/ : ENDING, '')),
  );
  const clauses = readings.flatMap((reading) => clauseOf(draft, reading) ?? []);
  if (clauses.length > 0) draft.tell(OUTCOME, { ...draft.scene(), clause: joined(clauses) });
  for (const reading of readings) {
    const scene = draft.scene();
    if (reading.kind === 'whole') draft.own(reading.text);
    else if (reading.kind === 'speech') draft.tell(SPEECH, { ...scene, thing: reading.text });
    else if (reading.kind === 'thing') draft.tell(OUTCOME_THING, { ...scene, thing: reading.text });
    else if (reading.kind === 'text') draft.tell(OUTCOME_ANY, { ...scene, thing: reading.text });
  }
}

const joined = (clauses: readonly string[]): string =>
  clauses.length === 2 ? clauses.join(', and ') : listed(clauses);
