// Time as the fake service sees it: the computer's own, or one that a test moves by hand. Timers never keep a process alive.
import { setImmediate as turn } from 'node:timers/promises';

export interface Clock {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Runs once, later; the result calls it off. */
  readonly after: (ms: number, run: () => void) => () => void;
}

export const systemClock: Clock = {
  now: () => Date.now(),
  after: (ms, run) => {
    const timer = setTimeout(run, ms);
    timer.unref();
    return () => clearTimeout(timer);
  },
};

export interface ManualClock extends Clock {
  /** Moves time on; what falls due runs in its order, and the world gets a turn after each. */
  readonly advance: (ms: number) => Promise<void>;
}

interface Alarm {
  readonly at: number;
  readonly run: () => void;
}

/** Starts at the computer's time, since signatures are compared with it. */
export function createManualClock(start: number = Date.now()): ManualClock {
  let now = start;
  const alarms = new Set<Alarm>();
  const due = (until: number): Alarm | undefined =>
    [...alarms].filter(({ at }) => at <= until).sort((a, b) => a.at - b.at)[0];
  return {
    now: () => now,
    after: (ms, run) => {
      const alarm = { at: now + ms, run };
      alarms.add(alarm);
      return () => alarms.delete(alarm);
    },
    advance: async (ms) => {
      const until = now + ms;
      for (let next = due(until); next; next = due(until)) {
        alarms.delete(next);
        now = Math.max(now, next.at);
        next.run();
        await turn();
      }
      now = until;
      await turn();
    },
  };
}
