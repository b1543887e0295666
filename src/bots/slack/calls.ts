// One call of Slack's Web API: faults in the words of the house, and slowness where Slack asks for it. What has to wait
// waits for its own method, workspace and channel alone. The connection itself is in `bolt.ts`.
import { TalesError } from '../../errors.ts';
import type { Clock } from '../clock.ts';
import { createRecent } from '../recent.ts';
import { faultOf, SERVICE, waitAsked } from './faults.ts';
import { TIMES } from './limits.ts';

export type Fields = Readonly<Record<string, unknown>>;

/**
 * @throws TalesError `service-login`, `service-permission`, `thread-gone`, `service-refused`, or `service-unreachable`
 * (retryable: nobody knows then whether the call was carried out).
 */
export type Call = (team: string, method: string, args: Fields, options?: CallOptions) => Promise<Fields>;

export interface CallOptions {
  /** Fails at once where it would have to wait. */
  readonly now?: boolean;
}

export interface CallsOptions {
  readonly request: (team: string, method: string, args: Fields) => Promise<Fields>;
  readonly clock: Clock;
  /** Where the token is set, for the error. */
  readonly variable: string;
  readonly signal: AbortSignal;
}

/** Resolves after so long, or as soon as everything stops. */
export const pause = (clock: Clock, milliseconds: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const cancel = clock.after(milliseconds, done);
    function done(): void {
      signal.removeEventListener('abort', done);
      cancel();
      resolve();
    }
    if (signal.aborted) done();
    else signal.addEventListener('abort', done, { once: true });
  });

const tooFast = (): TalesError =>
  new TalesError('service-refused', { service: SERVICE, reason: 'ratelimited' }, { retryable: true });

export function createCalls({ request, clock, variable, signal }: CallsOptions): Call {
  const closedUntil = createRecent<number>();
  const gateOf = (team: string, method: string, { channel }: Fields): string => `${team} ${method} ${channel ?? ''}`;

  /** Waits until the gate is open. */
  const enter = async (gate: string, now: boolean): Promise<void> => {
    const wait = (closedUntil.get(gate) ?? 0) - clock.now();
    if (wait <= 0) return;
    if (now) throw tooFast();
    await pause(clock, wait, signal);
  };

  return async (team, method, args, { now = false } = {}) => {
    const gate = gateOf(team, method, args);
    const begun = clock.now();
    for (;;) {
      await enter(gate, now);
      try {
        return await request(team, method, args);
      } catch (error) {
        const asked = waitAsked(error);
        if (asked === undefined) throw faultOf(error, variable);
        closedUntil.set(gate, clock.now() + asked);
        // A call that was refused for its haste was not carried out, so it may be made again.
        if (now || signal.aborted || clock.now() + asked - begun > TIMES.longestWait) throw faultOf(error, variable);
      }
    }
  };
}
