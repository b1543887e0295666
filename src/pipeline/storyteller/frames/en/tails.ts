// What the main sentence of a page may carry along, so that the story does not go in short steps: the reason of its
// deed, and for older readers what is done next or who is near.
import { asClause } from './as-clause.ts';
import type { Draft } from './draft.ts';
import { readFeeling } from './feelings.ts';
import type { Material } from './material.ts';
import { isBodily } from './needs.ts';
import { readSoleCause } from './tell-causes.ts';
import { join } from './tell-main.ts';
import { countWords } from './text.ts';

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

/** The cause of a sad feeling: "the rain was too heavy", to be followed by "so Amin felt worried". */
export function sadCause(draft: Draft): string | undefined {
  const reading = readSoleCause(draft);
  if (reading?.kind !== 'clause' || PRONOUN.test(reading.clause.subject)) return undefined;
  const feelings = draft.page.feelings.map(readFeeling);
  const sad = feelings.every(
    (feeling) => feeling?.kind === 'state' && feeling.tone === 'sad' && feeling.sure && !isBodily(feeling.text),
  );
  return feelings.length > 0 && sad ? asClause(draft, reading) : undefined;
}

function reasonTail(draft: Draft): string | undefined {
  const reading = readSoleCause(draft);
  if (reading?.kind !== 'clause' || sadCause(draft) !== undefined) return undefined;
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

  const reason = reasonTail(draft);
  if (reason !== undefined && fits(reason) && !HALVED.test(past.replace(/\bwith\b|\bcouldn?'?t?\b/g, ''))) {
    return { text: reason, of: 'cause' };
  }
  if (shared.measure.words < 14 || HALVED.test(past)) return NONE;
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
