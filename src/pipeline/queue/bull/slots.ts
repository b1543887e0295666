// Which jobs a worker may run beside each other: in each lane a few of any kind, more of a kind whose jobs share what they
// are made of; and none at all beside one that a worker has died over, so that it is known whose fault the next death is.
import type { JobKind } from '../../../jobs.ts';
import type { Together } from '../child/owed.ts';

export interface Slotted {
  readonly kind: JobKind;
  /** A worker has died while it ran. */
  readonly suspect: boolean;
}

export interface SlotsOptions {
  readonly concurrency: number;
  readonly together: Together;
}

/** Those of one lane. */
export interface Slots {
  readonly size: number;
  /** Runs it from now on; resolves once it has ended, as does `change`. */
  start(job: Slotted, work: () => Promise<void>): void;
  mayRun(job: Slotted): boolean;
  /** `any`: another job of whatever kind may run; a kind: of that kind alone; `none`. */
  room(): 'any' | 'none' | JobKind;
  /** Resolves when a job of any lane has begun or ended, or `wake` is called. */
  change(): Promise<void>;
  wake(): void;
  /** Resolves when nothing of this lane runs. */
  allEnd(): Promise<void>;
}

/** What the lanes of one worker share. */
export interface Bench {
  readonly running: Map<Promise<void>, Slotted>;
  /** Those that wait until nothing runs; nothing is begun meanwhile. */
  readonly alone: Set<Slotted>;
  change(): Promise<void>;
  wake(): void;
}

export function createBench(): Bench {
  let next = Promise.withResolvers<void>();
  return {
    running: new Map(),
    alone: new Set(),
    change: () => next.promise,
    wake() {
      const { resolve } = next;
      next = Promise.withResolvers();
      resolve();
    },
  };
}

export function createSlots({ concurrency, together }: SlotsOptions, bench: Bench = createBench()): Slots {
  const { running, alone, change, wake } = bench;
  const own = new Map<Promise<void>, Slotted>();
  const kindOfAll = (): JobKind | undefined => {
    const [first, ...others] = [...own.values()].map(({ kind }) => kind);
    return others.every((kind) => kind === first) ? first : undefined;
  };
  const left = (): 'any' | 'none' | JobKind => {
    if ([...running.values()].some(({ suspect }) => suspect)) return 'none';
    if (own.size < concurrency) return 'any';
    const kind = kindOfAll();
    return kind !== undefined && own.size < (together[kind] ?? 0) ? kind : 'none';
  };
  return {
    get size() {
      return own.size;
    },
    start(job, work) {
      alone.delete(job);
      const ended: Promise<void> = work().finally(() => {
        for (const each of [own, running]) each.delete(ended);
        wake();
      });
      for (const each of [own, running]) each.set(ended, job);
      wake();
    },
    mayRun(job) {
      if (running.size === 0) return true;
      if (job.suspect) alone.add(job);
      const room = left();
      return !job.suspect && (room === 'any' || room === job.kind);
    },
    room: () => (alone.size > 0 ? 'none' : left()),
    change,
    wake,
    allEnd: async () => void (await Promise.all(own.keys())),
  };
}
