// The jobs that a worker owes: which wait, which run, and which were running when a worker died. Pure bookkeeping.
import type { Job, JobKind } from '../../../jobs.ts';
import { createTurns } from '../turns.ts';

export type Together = Readonly<Partial<Record<JobKind, number>>>;

export interface OwedOptions {
  readonly concurrency: number;
  /** Kinds whose jobs run beside others of their kind, up to so many: they share what the work is made of. */
  readonly together: Together;
  /** How many workers a job may take with it before it is given up. */
  readonly mostDeaths: number;
}

export interface Owed {
  push(job: Job): void;
  /** Takes the next job that may run beside those that run; from now on it counts as running. */
  start(): Job | undefined;
  /** The job under that id, if it runs. */
  running(id: string): Job | undefined;
  allRunning(): readonly Job[];
  finish(id: string): void;
  /** The worker that had all that ran has died. All of it is owed again, but for the jobs returned, which are given up. */
  interrupt(): readonly Job[];
  /** Forgets what waits. */
  clear(): void;
  /** Forgets everything, and returns it. */
  drain(): readonly Job[];
  isEmpty(): boolean;
}

export function createOwed({ concurrency, together, mostDeaths }: OwedOptions): Owed {
  const waiting = createTurns<Job>();
  /** Before all that wait: interrupted through no known fault of theirs. */
  const interrupted: Job[] = [];
  const running = new Map<string, Job>();
  /** How many workers have died while the job ran. Such a job runs alone, so that it is known whose fault the next is. */
  const deaths = new Map<string, number>();
  const all = new Set<string>();

  const mayRun = ({ kind }: Job): boolean =>
    running.size < concurrency ||
    (running.size < (together[kind] ?? 0) && [...running.values()].every((job) => job.kind === kind));
  const next = (): Job | undefined => {
    const job = interrupted[0] ?? waiting.peek();
    // The others wait behind it: whatever may run beside those that run does not overtake it.
    if (job === undefined || (running.size > 0 && (deaths.has(job.id) || !mayRun(job)))) return undefined;
    return interrupted.shift() ?? waiting.shift();
  };
  const forget = (id: string): void => {
    running.delete(id);
    deaths.delete(id);
    all.delete(id);
  };
  const takeWaiting = (): readonly Job[] => {
    const taken = interrupted.splice(0);
    for (let job = waiting.shift(); job !== undefined; job = waiting.shift()) taken.push(job);
    for (const { id } of taken) forget(id);
    return taken;
  };
  const owesAgain = (job: Job): boolean => {
    const count = (deaths.get(job.id) ?? 0) + 1;
    deaths.set(job.id, count);
    if (count >= mostDeaths) return false;
    if (count === 1) interrupted.push(job);
    else waiting.push(job.book, job);
    return true;
  };

  return {
    push(job) {
      all.add(job.id);
      waiting.push(job.book, job);
    },
    start() {
      const isAlone = [...running.keys()].some((id) => deaths.has(id));
      const job = isAlone ? undefined : next();
      if (job !== undefined) running.set(job.id, job);
      return job;
    },
    running: (id) => running.get(id),
    allRunning: () => [...running.values()],
    finish: forget,
    interrupt() {
      const ran = [...running.values()];
      running.clear();
      const lost = ran.filter((job) => !owesAgain(job));
      for (const { id } of lost) forget(id);
      return lost;
    },
    clear: () => void takeWaiting(),
    drain: () => {
      const left = [...running.values(), ...takeWaiting()];
      for (const { id } of left) forget(id);
      return left;
    },
    isEmpty: () => all.size === 0,
  };
}
