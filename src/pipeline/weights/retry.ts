// Tries again what failed on the way, with growing pauses that no two programs share. What is worth trying again says so
// by throwing an Interruption; anything else ends it at once.
import { TalesError, throwIfCancelled } from '../../errors.ts';

export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Rejects when the signal fires. */
  wait(milliseconds: number, signal: AbortSignal): Promise<void>;
}

/** @throws TalesError `cancelled` */
export async function pauseFor(milliseconds: number, clock: Clock, signal: AbortSignal): Promise<void> {
  try {
    await clock.wait(milliseconds, signal);
  } catch (error) {
    throwIfCancelled(signal);
    throw error;
  }
}

export interface InterruptionOptions {
  readonly cause?: unknown;
  /** What the service asked for, in milliseconds. */
  readonly pause?: number;
  /** The service has too much to do, rather than being out of reach. */
  readonly isBusy?: boolean;
}

/** A request that may succeed when it is made again. */
export class Interruption extends Error {
  override readonly name = 'Interruption';
  readonly pause: number | undefined;
  readonly isBusy: boolean;

  constructor(message: string, { cause, pause, isBusy = false }: InterruptionOptions = {}) {
    super(message, cause === undefined ? undefined : { cause });
    this.pause = pause;
    this.isBusy = isBusy;
  }
}

/** In a row, without getting any further. */
export const MOST_TRIES = 6;
const FIRST_PAUSE = 1000;
const LONGEST_PAUSE = 30_000;
/** Who asks for more than this does not want us back today. */
const LONGEST_ASKED = 5 * 60_000;

/** How long to wait after the `failures`th failure in a row (from 1): half to all of a pause that doubles. */
export function pauseAfter(failures: number, random: () => number): number {
  const most = Math.min(FIRST_PAUSE * 2 ** (failures - 1), LONGEST_PAUSE);
  return Math.round(most * (0.5 + random() / 2));
}

/** `Retry-After`, RFC 9110 section 10.2.3: seconds or a date. `undefined` where it says nothing usable. */
export function retryAfter(header: string | null, now: number): number | undefined {
  if (header === null) return undefined;
  if (/^\d+$/.test(header.trim())) return Number(header) * 1000;
  const date = Date.parse(header);
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}

export interface RetryOptions {
  /** What the service is known by. */
  readonly service: string;
  readonly clock: Clock;
  readonly random: () => number;
  readonly signal: AbortSignal;
  /** How far the work has come: failures count anew whenever it has come further than ever before. */
  readonly reached?: () => number;
  readonly onPause: (milliseconds: number) => void;
}

const givenUp = (service: string, cause: Interruption): TalesError =>
  new TalesError(cause.isBusy ? 'service-busy' : 'service-unreachable', { service }, { cause, retryable: true });

/**
 * @throws TalesError `service-busy`, `service-unreachable` when it was tried often enough, `cancelled`, and whatever
 * `attempt` throws that is no Interruption.
 */
export async function withRetries<T>(options: RetryOptions, attempt: () => Promise<T>): Promise<T> {
  const { service, clock, random, signal, reached = () => 0, onPause } = options;
  let failures = 0;
  let furthest = reached();
  for (;;) {
    throwIfCancelled(signal);
    try {
      return await attempt();
    } catch (error) {
      throwIfCancelled(signal);
      if (!(error instanceof Interruption)) throw error;
      if (reached() > furthest) failures = 0;
      furthest = Math.max(furthest, reached());
      failures += 1;
      if (failures >= MOST_TRIES || (error.pause ?? 0) > LONGEST_ASKED) throw givenUp(service, error);
      const pause = Math.max(error.pause ?? 0, pauseAfter(failures, random));
      onPause(pause);
      await pauseFor(pause, clock, signal);
    }
  }
}
