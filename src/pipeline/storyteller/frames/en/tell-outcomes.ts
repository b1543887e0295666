// How it ended: clauses joined into one sentence, everything else after its own kind.
import { asClause } from './as-clause.ts';
import type { Draft } from './draft.ts';
import { OUTCOME, OUTCOME_ANY, OUTCOME_THING } from './patterns/because.ts';
import { type Reading, readText } from './reading.ts';
import { tellPlain } from './tell-plain.ts';
import { endsSentence, listed, tidy } from './text.ts';

const ENDING = /^(?:(?:finally|eventually|in the end|at last|so|and|then|afterwards)[, ]+)+/i;

function read(draft: Draft, item: string): Reading {
  const text = tidy(item);
  return readText(endsSentence(text) ? text : text.replace(ENDING, ''), draft.readers);
}

const ONLY_ENDING = /^(?:finally|eventually|in the end|at last|afterwards)$/i;

export function tellOutcomes(draft: Draft): void {
  const outcomes = draft.page.outcomes.filter((item, _, all) => all.length === 1 || !ONLY_ENDING.test(item));
  const readings = outcomes.map((item) => read(draft, item));
  const clauses = readings.flatMap((reading) => asClause(draft, reading) ?? []);
  const clause = clauses.length === 2 ? clauses.join(', and ') : listed(clauses);
  if (clauses.length > 0) draft.tell(OUTCOME, { ...draft.scene(), clause });
  for (const reading of readings) tellPlain(draft, reading, { thing: OUTCOME_THING, text: OUTCOME_ANY });
}
