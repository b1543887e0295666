// Whether an answer can be used, and what is wrong with it if not. Pure.
import type { ErrorDetails } from '../../errors.ts';
import type { Completion } from './completion.ts';
import { jsonIn } from './json-in.ts';
import type { Question } from './types.ts';

export interface Fault {
  readonly reason: ErrorDetails['answer-unusable']['reason'];
  /** For the model to read; without any, asking again is of no use. */
  readonly faults: readonly string[];
}
export type Verdict<T> = { readonly answer: T } | Fault;

const MOST_FAULTS = 20;

export function judge<T>(
  { text, refusal, finish }: Completion,
  { answer, faults }: Pick<Question<T>, 'answer' | 'faults'>,
): Verdict<T> {
  if (refusal !== undefined || finish === 'content_filter') return { reason: 'refused', faults: [] };
  const said = jsonIn(text);
  if (said === undefined) {
    return finish === 'length'
      ? { reason: 'cut-off', faults: [] }
      : { reason: 'shape', faults: ['It is not one JSON object.'] };
  }
  const { data, error, success } = answer.safeParse(said);
  if (!success) {
    const issues = error.issues.map(({ path, message }) => `${path.join('.') || 'the whole answer'}: ${message}`);
    return { reason: 'shape', faults: issues.slice(0, MOST_FAULTS) };
  }
  const found = faults?.(data) ?? [];
  return found.length > 0 ? { reason: 'faulty', faults: found.slice(0, MOST_FAULTS) } : { answer: data };
}
