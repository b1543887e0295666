// The time of the computer, except that long waits are over when a test says so, and no sooner.
import { type Clock, systemClock } from '../../../src/bots/clock.ts';

/** Milliseconds; what is shorter passes by itself. */
const LONG = 1000;

export function createHeldClock() {
  let ahead = 0;
  const held = new Set<{ readonly at: number; readonly action: () => void }>();
  const now = (): number => systemClock.now() + ahead;
  const clock: Clock = {
    now,
    after(milliseconds, action) {
      if (milliseconds < LONG) return systemClock.after(milliseconds, action);
      const wait = { at: now() + milliseconds, action };
      held.add(wait);
      return () => held.delete(wait);
    },
  };
  return {
    clock,
    /** How many long waits there are. */
    waiting: (): number => held.size,
    pass(milliseconds: number): void {
      ahead += milliseconds;
      for (const wait of [...held].filter(({ at }) => at <= now())) {
        held.delete(wait);
        wait.action();
      }
    },
  };
}
