// What may come next, from what people type: "they will go home", "going home", "maybe the sun comes out", "a picnic".
import type { Shapes } from './head.ts';
import { readPredicate } from './predicate.ts';
import type { Reading } from './reading.ts';
import { tidy } from './text.ts';

export interface Future {
  /** "they would go home". */
  readonly would: string;
  /** Typed as certain, or as what somebody wants or promised. */
  readonly sure: boolean;
  readonly wish: boolean;
}

const LEAD =
  /^(?:(?:maybe|perhaps|probably|possibly|and|so|then|next(?! (?:day|week|time|year|month|morning|summer|winter|spring|autumn|fall)\b)|soon|finally|later|i think(?: that)?|i guess(?: that)?|i hope(?: that)?|it seems(?: that)?)[, ]+)+/i;
const WISH =
  /^(?:want|wants|wanted|hope|hopes|hoped|plan|plans|planned|decide|decides|decided|going|try|tries|tried) to /;

const DAY =
  /^((?:the )?next (?:day|week|time|year|month|morning|summer|winter|spring|autumn|fall)|tomorrow|tonight|someday),?\s+(.+)$/i;

/** Without the "maybe" that the sentence will bring of its own, and with its day at the end: "they will meet next week". */
export const withoutGuess = (text: string): string => tidy(text).replace(LEAD, '').replace(DAY, '$2 $1');

/** What is wanted or promised is a fact of its own. */
const WISHED = /^(?:wanted|hoped|wished|planned|decided|promised) (?:to|not to|never to)\b/;
const CERTAIN = /\b(?:will|won't|is going to|are going to|am going to|going to)\b|'ll\b/i;
const UNCERTAIN = /\b(?:maybe|perhaps|probably|possibly|might|may|think|guess|hope|seems)\b|\?/i;

const MODAL = /^(?:could|couldn't|could not|might|might not|would|wouldn't|would not|should|shouldn't|had to)\b/;

/** Whether the words already name their day. */
export const namesDay = (text: string): boolean =>
  /\b(?:tomorrow|tonight|next (?:day|week|time|year|month|morning|summer|winter|spring)|someday|one day)\b/i.test(text);

function ahead(subject: string, past: string, base: string | undefined, sure: boolean): Future | undefined {
  const modal = { would: `${subject} ${past}`, sure: false, wish: false };
  if (base === undefined || base === '') return MODAL.test(past) ? modal : undefined;
  if (/^(?:could|might)\b/.test(past)) return modal;
  const deed = base.replace(/^be going to /, '').replace(WISH, '');
  return { would: `${subject} would ${deed}`, sure, wish: false };
}

/** Undefined when the text holds nothing that can be put into the future. */
export function futureOf(reading: Reading, subject: string, plural: boolean, typed: string): Future | undefined {
  const certain = CERTAIN.test(typed) && !UNCERTAIN.test(typed);
  if (reading.kind === 'phrase') {
    const { past, pastPlural, base } = reading.predicate;
    const told = plural ? pastPlural : past;
    const wished = WISHED.test(told) && !LEAD.test(typed);
    return wished ? { would: `${subject} ${told}`, sure: true, wish: true } : ahead(subject, told, base, certain);
  }
  if (reading.kind !== 'clause') return undefined;
  const { clause } = reading;
  const told = clause.plural ? clause.predicate.pastPlural : clause.predicate.past;
  if (clause.predicate.state && !CERTAIN.test(typed) && /\b(?:is|are|was|were)\b|'s\b/.test(typed)) {
    return { would: clause.past, sure: false, wish: false };
  }
  if (WISHED.test(told) && !LEAD.test(typed)) return { would: `${clause.subject} ${told}`, sure: true, wish: true };
  return ahead(clause.subject, told, clause.predicate.base, certain);
}

/** What was typed as still to come, told as done: "they will go home" → "they went home". */
export function settled(subject: string, plural: boolean, { past, pastPlural, base }: Shapes): string {
  const told = plural ? pastPlural : past;
  if (!/^(?:was|were) going to\b/.test(told) || base === undefined) return `${subject} ${told}`;
  const done = readPredicate(base.replace(/^be going to /, '').split(' '), () => undefined);
  return done === undefined ? `${subject} ${told}` : `${subject} ${plural ? done.pastPlural : done.past}`;
}
