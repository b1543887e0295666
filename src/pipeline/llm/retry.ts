// When a request that failed is sent again, and how long it waits until then. Pure.
import { isQuota } from './failure.ts';
import type { ServiceFault } from './fault.ts';

/** Requests, the first included. */
export const MOST_TRIES = 4;
/** Milliseconds. */
const FIRST_WAIT = 500;
const LONGEST_WAIT = 8_000;
/** A service that wants more time than this is busy for whoever waits in front of a screen. */
const LONGEST_ASKED = 60_000;

const isPassing = ({ kind, is }: ServiceFault): boolean => {
  if (kind === 'unreachable' || kind === 'garbled') return true;
  if (kind !== 'status') return false;
  const { status = 500, mayRetry } = is;
  return mayRetry ?? (status === 408 || status === 409 || status === 429 || status >= 500);
};

/**
 * Milliseconds to wait before the next try; `undefined` where there is to be none.
 * @param tries how many there have been. @param chance from 0 to 1: requests that failed together do not return together.
 */
export function waitBefore(fault: ServiceFault, tries: number, chance: number): number | undefined {
  if (tries >= MOST_TRIES || isQuota(fault) || !isPassing(fault)) return undefined;
  const asked = fault.is.retryAfter;
  if (asked !== undefined) return asked > LONGEST_ASKED ? undefined : asked * (1 + chance / 4);
  return Math.min(FIRST_WAIT * 2 ** (tries - 1), LONGEST_WAIT) * (1 - chance / 2);
}
