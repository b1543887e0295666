// Wakes classes when something in them will be otherwise by itself: a child who got stuck, a book that has grown old. A
// class in which nothing can change is left asleep.
import type { Classroom } from './classroom/facts.ts';
import { nextChange } from './classroom/standing.ts';
import type { Tasks } from './tasks.ts';

export interface ClassClock {
  /** Sees to it that `wake` is called in time. */
  set(classroom: Classroom): void;
}

const MINUTE = 60 * 1000;
/** Timers hold less than 25 days. */
const LONGEST = 24 * 60 * MINUTE;

export function createClassClock(tasks: Tasks, wake: (id: string) => Promise<unknown>): ClassClock {
  const { clock } = tasks;
  /** When each class is woken next. */
  const due = new Map<string, number>();
  return {
    set(classroom) {
      const { id } = classroom;
      const next = nextChange(classroom);
      if (next === undefined) return;
      const now = clock.now();
      // At most once a minute; what falls into the same minute is seen at once.
      const delay = Math.min(Math.max(next - now, MINUTE), LONGEST);
      const at = now + delay;
      const before = due.get(id);
      // One that rings too early looks again; only one that would ring too late needs another beside it.
      if (before !== undefined && before <= at) return;
      due.set(id, at);
      tasks.later(delay, 'waking a class failed', async () => {
        if (due.get(id) !== at) return;
        due.delete(id);
        await wake(id);
      });
    },
  };
}
