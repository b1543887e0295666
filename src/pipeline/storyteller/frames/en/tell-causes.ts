// Why it happened. A cause and its effect are joined; a cause alone explains the page's deed.
import { asClause } from './as-clause.ts';
import type { Draft } from './draft.ts';
import { isNoun, isSingular } from './noun-list.ts';
import { CAUSE, CHAIN, PURPOSE, REASON, REASON_ANY, TIMED } from './patterns/because.ts';
import { type Reading, readText } from './reading.ts';
import { tellPlain } from './tell-plain.ts';
import { listed, tidy, withoutStop } from './text.ts';

const BECAUSE = /^(?:because|since|as|due to the fact that|it was because|that's because)\s+(?!of\b)/i;
const BECAUSE_OF = /^(?:because of|due to|thanks to)\s+/i;
const SO = /^(?:and\s+)?(?:so|therefore|that is why|that's why)[\s,]+(?!that\b)/i;

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
  const because = asClause(draft, read(draft, tidy(halves[0]).replace(BECAUSE, '')));
  const effect = asClause(draft, read(draft, tidy(halves[1]).replace(SO, '')));
  return because === undefined || effect === undefined ? undefined : { because, effect };
}

const PURPOSEFUL = /^(?:in order )?to\s/i;

/** "to help mom", "because of the rain": no clause to be made of it. */
const isReason = (item: string): boolean => PURPOSEFUL.test(tidy(item)) || BECAUSE_OF.test(tidy(item));

/** A noun alone is a thing here, even where it could be a verb: "rain", "love". */
function readReason(draft: Draft, item: string): Reading {
  const bare = tidy(item).replace(BECAUSE, '');
  return /^\p{L}+$/u.test(bare) && isNoun(bare) ? { kind: 'thing', text: bare.toLowerCase() } : read(draft, bare);
}

/** ["when it rains", "frogs come out"] → "when it rained, frogs came out". */
function timedOf(draft: Draft, [first = '', second, ...rest]: readonly string[]): string | undefined {
  const [, when = '', then = ''] = /^(when|whenever|after|as soon as|while|if)\s+(.+)$/i.exec(tidy(first)) ?? [];
  if (when === '' || second === undefined || rest.length > 0) return undefined;
  const clauses = [asClause(draft, read(draft, then)), asClause(draft, read(draft, second))];
  return clauses.includes(undefined) ? undefined : `${when.toLowerCase()} ${clauses.join(', ')}`;
}

/** The field tells an effect of its own, which comes after what else is done; "it" must stay near what it speaks of. */
export function tellsEffect(draft: Draft): boolean {
  const chain = chainOf(draft, draft.page.causes);
  return chain !== undefined && !/\b(?:it|its|them|this|that)\b/.test(chain.because);
}

/** The cause where it is one, neither a purpose nor a chain with its effect. */
export function readSoleCause(draft: Draft): Reading | undefined {
  const [item, ...rest] = draft.page.causes;
  if (item === undefined || rest.length > 0 || isReason(item) || chainOf(draft, [item]) !== undefined) return undefined;
  return readReason(draft, item);
}

function tellReason(draft: Draft, item: string): void {
  const scene = draft.scene();
  const text = draft.readers.cased(withoutStop(tidy(item)));
  const whole = read(draft, item);
  if (whole.kind === 'whole') draft.own(whole.text);
  else if (PURPOSEFUL.test(text)) draft.tell(PURPOSE, { ...scene, thing: text.replace(/^in order /i, '') });
  else if (BECAUSE_OF.test(text)) draft.tell(REASON, { ...scene, thing: namedThing(text.replace(BECAUSE_OF, '')) });
  else {
    const reading = readReason(draft, item);
    const because = asClause(draft, reading);
    const named: Reading = reading.kind === 'thing' ? { kind: 'thing', text: namedThing(reading.text) } : reading;
    if (because !== undefined) draft.tell(CAUSE, { ...scene, because });
    else tellPlain(draft, named, { thing: REASON, text: REASON_ANY });
  }
}

/** A cause alone: "rain" → "the rain", "love" stays, "ball" → "the ball". */
function namedThing(thing: string): string {
  const word = thing.replace(/^(?:a|an) (?=\S+$)/, '');
  return /^(?:rain|snow|wind|sun|thunder|fog)$/i.test(word) || isSingular(word) ? `the ${word}` : thing;
}

export function tellCauses(draft: Draft): void {
  const items = draft.page.causes;
  const whole = items.some((item) => read(draft, item).kind === 'whole');
  const chain = whole ? undefined : chainOf(draft, items);
  if (chain !== undefined) {
    draft.tell(CHAIN, { ...draft.scene(), ...chain });
    return;
  }
  const timed = whole ? undefined : timedOf(draft, items);
  if (timed !== undefined) {
    draft.tell(TIMED, { ...draft.scene(), clause: timed });
    return;
  }
  const clauses = items.flatMap((item) => (isReason(item) ? [] : (asClause(draft, readReason(draft, item)) ?? [])));
  if (!whole && items.length > 1 && clauses.length === items.length) {
    draft.tell(CAUSE, { ...draft.scene(), because: listed(clauses) });
  } else for (const item of items) tellReason(draft, item);
}
