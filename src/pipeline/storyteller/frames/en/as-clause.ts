// A reading as a clause in the past: a phrase is given the page's subject, a future is told as done.
import type { Draft } from './draft.ts';
import { settled } from './future.ts';
import type { Reading } from './reading.ts';

/** Undefined when the reading is neither clause nor phrase. */
export function asClause(draft: Draft, reading: Reading): string | undefined {
  if (reading.kind === 'clause') {
    const { predicate, plural, subject, past } = reading.clause;
    return / (?:was|were) going to /.test(past) ? settled(subject, plural, predicate) : past;
  }
  if (reading.kind !== 'phrase') return undefined;
  const scene = draft.scene();
  const joint = /^(?:became|made|were|was) (?:\w+ )?friends$|^made up\b|\b(?:together|each other)\b/.test(
    reading.predicate.past,
  );
  const all = joint && !scene.plural;
  return settled(all ? 'they' : scene.s, all || scene.plural, reading.predicate);
}
