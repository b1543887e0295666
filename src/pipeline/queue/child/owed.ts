// The jobs that a worker owes: which wait, which run, and which were running when a worker died. Pure bookkeeping.
import type { Job } from '../../../jobs.ts';
import { type ByKind, type Lane as LaneName, laneOf, MOST_ASIDE, MOST_BINDING } from '../lanes.ts';
import { createTurns, type Turns } from '../turns.ts';

export type Together = ByKind;

/** Jobs that take no part of this computer's own work: they wait in a line of their own, and run beside all others. */
interface Lane {
  readonly waiting: Turns<Job>;
  readonly most: number;
}

export interface OwedOptions {
  /** Of jobs that books wait for. */
  readonly concurrency: number;
  /** Kinds whose jobs run beside others of their kind, up to so many: they share what the work is made of. */
  readonly together: Together;
  /** Kinds whose work is done by a service, and how many of each may wait for it at once. */
  readonly elsewhere: Together;
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

export function createOwed({ concurrency, together, elsewhere, mostDeaths }: OwedOptions): Owed {
  const waiting = createTurns<Job>();
  /** Before all that wait: interrupted through no known fault of theirs. */
  const interrupted: Job[] = [];
  const running = new Map<string, Job>();
  /** How many workers have died while the job ran. */
  const deaths = new Map<string, number>();
  const all = new Set<string>();

  const aside: Lane = { waiting: createTurns(), most: MOST_ASIDE };
  const binding: Lane = { waiting: createTurns(), most: MOST_BINDING };
  const kinds = Object.entries(elsewhere).map(([kind, most]) => [kind, { waiting: createTurns<Job>(), most }] as const);
  const away: ReadonlyMap<string, Lane> = new Map(kinds);
  const lanes: readonly Lane[] = [...away.values(), aside, binding];
  const ownLane = (job: Job): Lane | undefined => {
    const named: Readonly<Record<LaneName, Lane | undefined>> = {
      ...{ main: undefined, aside, binding },
      elsewhere: away.get(job.kind),
    };
    return named[laneOf(job, elsewhere)];
  };
  const runningIn = (lane: Lane | undefined): readonly Job[] =>
    [...running.values()].filter((job) => ownLane(job) === lane);

  const isAway = (job: Job): boolean => laneOf(job, elsewhere) === 'elsewhere';
  /**
   * Runs alone, so that it is known whose fault the next death is. What a service does seldom is what kills a worker: only
   * after a second death does a whole class wait for one question after the other.
   */
  const isSuspect = (job: Job): boolean => (deaths.get(job.id) ?? 0) > (isAway(job) ? 1 : 0);
  const mayRun = ({ kind }: Job): boolean => {
    const others = runningIn(undefined);
    return (
      others.length < concurrency || (others.length < (together[kind] ?? 0) && others.every((job) => job.kind === kind))
    );
  };
  const mustWait = (job: Job): boolean => running.size > 0 && isSuspect(job);
  const next = (): Job | undefined => {
    const job = interrupted[0] ?? waiting.peek();
    // The others wait behind it: whatever may run beside those that run does not overtake it.
    if (job === undefined || mustWait(job) || !mayRun(job)) return undefined;
    return interrupted.shift() ?? waiting.shift();
  };
  /** A suspect that holds up a line which books wait for. */
  const suspectAway = (): Lane | undefined =>
    [...away.values()].find(({ waiting: line }) => {
      const job = line.peek();
      return job !== undefined && isSuspect(job);
    });
  const nextBeside = (): Job | undefined => {
    // Whatever waits to run alone is not kept waiting by jobs that come and come.
    const head = interrupted[0] ?? waiting.peek();
    if (head && mustWait(head)) return undefined;
    const lane = lanes.find((each) => {
      const job = each.waiting.peek();
      return job !== undefined && !mustWait(job) && runningIn(each).length < each.most;
    });
    return lane?.waiting.shift();
  };
  const line = (job: Job): Turns<Job> => ownLane(job)?.waiting ?? waiting;
  const forget = (id: string): void => {
    running.delete(id);
    deaths.delete(id);
    all.delete(id);
  };
  const takeWaiting = (): readonly Job[] => {
    const taken = interrupted.splice(0);
    for (const each of [waiting, ...lanes.map((lane) => lane.waiting)])
      for (let job = each.shift(); job !== undefined; job = each.shift()) taken.push(job);
    for (const { id } of taken) forget(id);
    return taken;
  };
  const countDeath = ({ id }: Job): number => {
    const count = (deaths.get(id) ?? 0) + 1;
    deaths.set(id, count);
    return count;
  };
  /** What books wait for is before all others after its first death; everything else is behind them. In the order given. */
  const oweAgain = (jobs: readonly Job[]): void => {
    const isBefore = (job: Job): boolean => deaths.get(job.id) === 1 && (isAway(job) || ownLane(job) === undefined);
    const before = jobs.filter(isBefore);
    interrupted.unshift(...before.filter((job) => !isAway(job)));
    for (const job of before.filter(isAway).toReversed()) line(job).putBack(job.book, job);
    for (const job of jobs.filter((each) => !isBefore(each))) line(job).push(job.book, job);
  };

  return {
    push(job) {
      all.add(job.id);
      line(job).push(job.book, job);
    },
    start() {
      const isAlone = [...running.values()].some(isSuspect);
      const suspect = suspectAway();
      const isHeld = isAlone || (suspect !== undefined && running.size > 0);
      const job = isHeld ? undefined : (suspect?.waiting.shift() ?? next() ?? nextBeside());
      if (job !== undefined) running.set(job.id, job);
      return job;
    },
    running: (id) => running.get(id),
    allRunning: () => [...running.values()],
    finish: forget,
    interrupt() {
      const ran = [...running.values()];
      running.clear();
      const lost = ran.filter((job) => countDeath(job) >= mostDeaths);
      oweAgain(ran.filter((job) => !lost.includes(job)));
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
