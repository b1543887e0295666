// Takes messages of ours away: all that it can, also where one of them is refused.
import { isTalesError } from '../../errors.ts';
import type { Ask } from './connection.ts';
import { CODE, explainFault, isFault } from './faults.ts';

/** @throws what may work later, if anything may; else the first refusal. What is gone already counts as done. */
export type Remove = (thread: string, refs: readonly string[]) => Promise<void>;

/** Whether it is worth trying again. */
export function mayWorkLater(error: unknown): boolean {
  const fault = explainFault(error);
  return !isTalesError(fault) || fault.retryable;
}

export const createRemove =
  (ask: Ask): Remove =>
  async (thread, refs) => {
    const faults: unknown[] = [];
    for (const ref of refs) {
      try {
        await ask('DELETE', `/channels/${thread}/messages/${ref}`);
      } catch (error) {
        if (!isFault(error, CODE.unknownMessage)) faults.push(error);
      }
    }
    if (faults.length > 0) throw faults.find(mayWorkLater) ?? faults[0];
  };
