// Which jobs a worker may run beside each other: a few of any kind, more of a kind whose jobs share what they are made
// of, and none beside one that a worker has died over, so that it is known whose fault the next death is.
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

export interface Slots {
  readonly size: number;
  /** Runs it from now on; resolves once it has ended, as does `anyEnd`. */
  start(job: Slotted, work: () => Promise<void>): void;
  mayRun(job: Slotted): boolean;
  /** `any`: another job of whatever kind may run; a kind: of that kind alone; `none`. */
  room(): 'any' | 'none' | JobKind;
  /** Resolves when one that runs has ended. */
  anyEnd(): Promise<void>;
  allEnd(): Promise<void>;
}

export function createSlots({ concurrency, together }: SlotsOptions): Slots {
  const running = new Map<Promise<void>, Slotted>();
  const kindOfAll = (): JobKind | undefined => {
    const [first, ...others] = [...running.values()].map(({ kind }) => kind);
    return others.every((kind) => kind === first) ? first : undefined;
  };
  const room = (): 'any' | 'none' | JobKind => {
    if ([...running.values()].some(({ suspect }) => suspect)) return 'none';
    if (running.size < concurrency) return 'any';
    const kind = kindOfAll();
    return kind !== undefined && running.size < (together[kind] ?? 0) ? kind : 'none';
  };
  return {
    get size() {
      return running.size;
    },
    start(job, work) {
      const ended: Promise<void> = work().finally(() => void running.delete(ended));
      running.set(ended, job);
    },
    mayRun(job) {
      if (running.size === 0) return true;
      const left = room();
      return !job.suspect && (left === 'any' || left === job.kind);
    },
    room,
    anyEnd: () => Promise.race(running.keys()),
    allEnd: async () => void (await Promise.all(running.keys())),
  };
}
