// What may come next, from what people type: "they will go home", "going home", "maybe the sun comes out", "a picnic".
import type { Shapes } from './head.ts';
import { readPredicate } from './predicate.ts';
import type { Reading } from './reading.ts';
import { tidy } from './text.ts';

export interface Future {
  /** "they would go home". */
  readonly would: string;
  /** "would they go home". */
  readonly question?: string;
}

const LEAD =
  /^(?:(?:maybe|perhaps|probably|possibly|and|so|then|next(?! (?:day|week|time|year|month|morning|summer|winter|spring|autumn|fall)\b)|soon|finally|later|i think(?: that)?|i guess(?: that)?|i hope(?: that)?|it seems(?: that)?)[, ]+)+/i;
const WISH =
  /^(?:want|wants|wanted|hope|hopes|hoped|plan|plans|planned|decide|decides|decided|going|try|tries|tried) to /;

const DAY =
  /^((?:the )?next (?:day|week|time|year|month|morning|summer|winter|spring|autumn|fall)|tomorrow|tonight|someday),?\s+(.+)$/i;

/** Without the "maybe" that the sentence will bring of its own, and with its day at the end: "they will meet next week". */
export const withoutGuess = (text: string): string => tidy(text).replace(LEAD, '').replace(DAY, '$2 $1');

const MODAL = /^(?:could|couldn't|could not|might|might not|would|wouldn't|would not|should|shouldn't|had to)\b/;

/** Whether the words already name their day. */
export const namesDay = (text: string): boolean =>
  /\b(?:tomorrow|tonight|next (?:day|week|time|year|month|morning|summer|winter|spring)|someday|one day)\b/i.test(text);

function ahead(subject: string, past: string, base: string | undefined): Future | undefined {
  if (base === undefined || base === '') return MODAL.test(past) ? { would: `${subject} ${past}` } : undefined;
  if (/^(?:could|might)\b/.test(past)) return { would: `${subject} ${past}` };
  const deed = base.replace(/^be going to /, '').replace(WISH, '');
  return {
    would: `${subject} would ${deed}`,
    ...(base.startsWith('not ') ? {} : { question: `would ${subject} ${deed}` }),
  };
}

/** Undefined when the text holds nothing that can be put into the future. */
export function futureOf(reading: Reading, subject: string): Future | undefined {
  if (reading.kind === 'phrase') return ahead(subject, reading.predicate.past, reading.predicate.base);
  if (reading.kind !== 'clause') return undefined;
  const { clause } = reading;
  return ahead(
    clause.subject,
    clause.plural ? clause.predicate.pastPlural : clause.predicate.past,
    clause.predicate.base,
  );
}

/** What was typed as still to come, told as done: "they will go home" → "they went home". */
export function settled(subject: string, plural: boolean, { past, pastPlural, base }: Shapes): string {
  const told = plural ? pastPlural : past;
  if (!/^(?:was|were) going to\b/.test(told) || base === undefined) return `${subject} ${told}`;
  const done = readPredicate(base.replace(/^be going to /, '').split(' '), () => undefined);
  return done === undefined ? `${subject} ${told}` : `${subject} ${plural ? done.pastPlural : done.past}`;
}
