// One job of a session, named by what it is made of; and when it has been tried often enough. Which jobs there are is
// left to `jobs-owed.ts` and `asking.ts`.
import type { Job, JobInput, JobKind, WorkRules } from '../../jobs.ts';
import { contentHash } from './content-hash.ts';
import type { OpenSession } from './session.ts';

/** So often a job is tried before people are asked. */
export const MOST_TRIES = 3;

export function makeJob<K extends JobKind>(session: OpenSession, kind: K, input: JobInput<K>): Job<K> {
  // News goes to the book that a job was handed in for: two books with the same question ask it under different names.
  const id = `${kind}-${contentHash([session.id, session.born, input])}`;
  // A job of this kind by the types above; the union of all kinds is more than the compiler can follow here.
  return { id, book: session.id, kind, input } as unknown as Job<K>;
}

/** What the class asks of all work for its books. */
export const rulesFor = ({ room }: OpenSession): { readonly rules?: WorkRules } =>
  room ? { rules: room.rules.work } : {};

export const isGivenUp = ({ failures }: OpenSession, id: string): boolean => {
  const attempts = Object.hasOwn(failures, id) ? failures[id] : undefined;
  return attempts !== undefined && (!attempts.failure.retryable || attempts.times >= MOST_TRIES);
};
