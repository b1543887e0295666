// What the main sentence of a page may carry along, so that the story does not go in short steps: the reason of its
// deed, and for older readers what is done next or who is near.
import { asClause } from './as-clause.ts';
import type { Draft } from './draft.ts';
import { readFeeling } from './feelings.ts';
import type { Material } from './material.ts';
import { isBodily } from './needs.ts';
import type { Reading } from './reading.ts';
import { readSoleCause } from './tell-causes.ts';
import { join } from './tell-main.ts';
import { countWords } from './text.ts';
import { BLUE_VERBS } from './verb-list.ts';

export type Carried = 'cause' | 'more' | 'company';

export interface Tail {
  readonly text: string;
  readonly of?: Carried;
}

const NONE: Tail = { text: '' };
/** Words that a sentence of two halves may have beyond the aim for one. */
const SECOND_HALF = 7;
const PRONOUN = /^(?:he|she|it|they|i|we|you|this|that|there)$/i;
const HALVED = /\b(?:because|when|while|so|that|but|with|could|couldn't|was|were)\b/;

/** One who looks or waits does so for no reason that a child would write down: the reason is that of the feeling. */
const LOOKS = /^(?:see|look|watch|stare|gaze|find|meet|discover|notice|stand|sit|wait|hear|listen)$/;

/** The cause of a feeling: "the rain was too heavy", to be followed by "so Amin felt worried". */
export function feltCause(draft: Draft, material: Material): string | undefined {
  const reading = readSoleCause(draft);
  if (reading?.kind !== 'clause' || PRONOUN.test(reading.clause.subject)) return undefined;
  const [deed] = material.deeds;
  const looks = deed?.kind === 'phrase' && LOOKS.test(deed.predicate.verbs[0] ?? '');
  const feelings = draft.page.feelings.map(readFeeling);
  const told = feelings.every(
    (feeling) =>
      feeling?.kind === 'state' && feeling.sure && !isBodily(feeling.text) && (looks || feeling.tone === 'sad'),
  );
  return feelings.length > 0 && told ? asClause(draft, reading) : undefined;
}

/** Glad at the deed, and then it goes wrong ("falls down and cries"): the gladness is told before that. */
export function gladBefore(draft: Draft, material: Material): boolean {
  const glad = draft.page.feelings.map(readFeeling).every((feeling) => feeling?.tone === 'glad');
  const wrong = (readings: readonly Reading[]): boolean =>
    readings.some((one) => one.kind === 'phrase' && one.predicate.verbs.some((verb) => BLUE_VERBS.has(verb)));
  return draft.page.feelings.length > 0 && glad && wrong(material.more) && !wrong(material.deeds);
}

function reasonTail(draft: Draft, verb: string): string | undefined {
  const reading = readSoleCause(draft);
  const mine = reading?.kind === 'phrase' && !draft.scene().outside;
  if (reading === undefined || (reading.kind !== 'clause' && !mine) || LOOKS.test(verb)) return undefined;
  const because = asClause(draft, reading);
  return because === undefined ? undefined : ` because ${because}`;
}

/** The one thing that the sentence "`subject` `past`" takes along; `places` words of place come with it. */
export function tailOf(draft: Draft, material: Material): Tail {
  const { shared, others } = draft;
  const phrases = material.deeds.flatMap((deed) => (deed.kind === 'phrase' ? [deed.predicate] : []));
  if (phrases.length === 0 || phrases.length < material.deeds.length || shared.measure.words < 9) return NONE;
  const { plural, s } = draft.scene();
  const { past } = join(phrases, plural);
  const places = material.places.map((place) => place.text).join(' ');
  const most = shared.measure.words + SECOND_HALF;
  const fits = (text: string): boolean => countWords(`${s} ${past} ${places} ${text}`) <= most;

  const reason = reasonTail(draft, phrases[0]?.verbs[0] ?? '');
  if (reason !== undefined && fits(reason) && !HALVED.test(past.replace(/\bwith\b|\bcouldn?'?t?\b/g, ''))) {
    return { text: reason, of: 'cause' };
  }
  if (shared.measure.words < 14 || HALVED.test(past) || gladBefore(draft, material)) return NONE;
  const more = material.more.flatMap((deed) =>
    deed.kind === 'phrase' && !deed.predicate.state ? [deed.predicate] : [],
  );
  if (more.length > 0 && more.length === material.more.length) {
    const then = join(more, plural).past;
    const text = `${/\band\b/.test(`${past} ${then}`) ? ',' : ''} and then ${then}`;
    if (fits(text)) return { text, of: 'more' };
  }
  const near = others.length === 0 ? '' : `, with ${shared.cast.call(others)} close by`;
  return near !== '' && fits(near) ? { text: near, of: 'company' } : NONE;
}
