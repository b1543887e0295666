// Time for the fake, and the ids that Discord makes of it. A test may hand in a clock that moves only when told to.
import type { Clock } from '../../../src/bots/clock.ts';

export interface ManualClock extends Clock {
  /** Moves time on; what falls due on the way happens in its order. */
  advance(milliseconds: number): void;
}

interface Due {
  readonly at: number;
  readonly action: () => void;
}

export function manualClock(start = Date.UTC(2026, 2, 2, 9)): ManualClock {
  let now = start;
  let waiting: readonly Due[] = [];
  return {
    now: () => now,
    after(milliseconds, action) {
      const due: Due = { at: now + milliseconds, action };
      waiting = [...waiting, due];
      return () => {
        waiting = waiting.filter((other) => other !== due);
      };
    },
    advance(milliseconds) {
      const end = now + milliseconds;
      for (;;) {
        const next = waiting.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0];
        if (!next) break;
        waiting = waiting.filter((other) => other !== next);
        now = Math.max(now, next.at);
        next.action();
      }
      now = end;
    },
  };
}

/** Snowflakes: 42 bits of milliseconds since 2015, 22 bits to tell apart what happened within one of them. */
export function snowflakes(clock: Clock): () => string {
  let last = 0n;
  return () => {
    const least = BigInt(clock.now() - 1_420_070_400_000) << 22n;
    last = least > last ? least : last + 1n;
    return String(last);
  };
}

export const olderFirst = (a: string, b: string): number => a.length - b.length || (a < b ? -1 : a > b ? 1 : 0);
