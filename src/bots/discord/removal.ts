// Takes messages of ours away: all that it can, also where one of them is refused.
import { isTalesError } from '../../errors.ts';
import type { Ask } from './connection.ts';
import { CODE, explainFault, isFault } from './faults.ts';

/** @throws what may work later, if anything may; else the first refusal. What is gone already counts as done. */
export type Remove = (thread: string, refs: readonly string[]) => Promise<void>;

/** What was said in several messages has one name of them all. */
const BETWEEN = '+';
export const joinRefs = (refs: readonly string[]): string => refs.join(BETWEEN);
const splitRef = (ref: string): readonly string[] => ref.split(BETWEEN);

/** Whether it is worth trying again. */
export function mayWorkLater(error: unknown): boolean {
  const fault = explainFault(error);
  return !isTalesError(fault) || fault.retryable;
}

export function createRemove(ask: Ask): Remove {
  const removeOne = async (thread: string, ref: string): Promise<void> => {
    const path = `/channels/${thread}/messages/${ref}` as const;
    try {
      await ask('DELETE', path);
    } catch (error) {
      if (!isFault(error, CODE.archived)) throw error;
      // A thread that was tucked away lets nothing go.
      await ask('PATCH', `/channels/${thread}`, { body: { archived: false } });
      await ask('DELETE', path);
      await ask('PATCH', `/channels/${thread}`, { body: { archived: true } });
    }
  };

  return async (thread, refs) => {
    const faults: unknown[] = [];
    for (const ref of refs.flatMap(splitRef)) {
      try {
        await removeOne(thread, ref);
      } catch (error) {
        // What was there is gone with its thread, too.
        if (!isFault(error, CODE.unknownMessage, CODE.unknownChannel)) faults.push(error);
      }
    }
    if (faults.length > 0) throw faults.find(mayWorkLater) ?? faults[0];
  };
}
