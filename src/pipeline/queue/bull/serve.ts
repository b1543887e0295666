// A worker of the queue through Redis: fetches jobs as they may run beside each other, keeps their locks, and runs them.
// Any number of these take jobs, on any machine; the jobs of one that dies are taken by the others.
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { JobHandlers } from '../../../jobs.ts';
import type { Log } from '../../../log.ts';
import { type RedisPlace, unlessAway } from '../../../redis.ts';
import { joinCrew } from '../../../redis-crew.ts';
import type { Together } from '../child/owed.ts';
import { type Fetched, type LockTimes, openFetcher, openJobs } from './door.ts';
import { type Keeper, startKeeper } from './keeper.ts';
import { deathsOf, type RunOptions, runFetched } from './run.ts';
import { createSlots, type Slots, type Slotted } from './slots.ts';

export interface BullWorkerOptions extends Partial<LockTimes> {
  readonly place: RedisPlace;
  readonly handlers: JobHandlers;
  readonly log: Pick<Log, 'warn' | 'error'>;
  /** How many jobs run at once. Default 1: a model uses every core by itself. */
  readonly concurrency?: number;
  /** Kinds of jobs that run beside others of their kind, up to so many. Default none. */
  readonly together?: Together;
  /** In place of those that `concurrency` and `together` ask for: those of a lane among others. */
  readonly slots?: Slots;
  /** Default 3. */
  readonly mostDeaths?: number;
}

export interface BullWorker {
  /** Cancels what runs and puts it back for others. */
  stop(): Promise<void>;
}

/** A worker that dies is missed after this long, and at most half as long again: see `stalledMs`. Milliseconds. */
const LOCK_MS = 15_000;
const STALLED_MS = 5000;
/** How often it is looked whether there is another job of a kind whose jobs run together. Milliseconds. */
const PEEK_EVERY = 250;
/** After a fault of Redis. Milliseconds. */
const AGAIN_AFTER = 1000;

interface Held extends Slotted {
  readonly fetched: Fetched;
  readonly token: string;
}

interface Fetching {
  readonly place: RedisPlace;
  readonly slots: Slots;
  readonly keeper: Keeper;
  readonly fetcher: ReturnType<typeof openFetcher>;
  readonly jobs: ReturnType<typeof openJobs>;
}

/** The next job that may run beside those that run, or another that is to wait for their end; `undefined`: none yet. */
async function fetchNext({ place, slots, keeper, fetcher, jobs }: Fetching): Promise<Held | undefined> {
  const room = slots.room();
  if (room === 'none' || (room !== 'any' && (await jobs.headKind()) !== room)) {
    await Promise.race([slots.change(), ...(room === 'none' ? [] : [pause(PEEK_EVERY)])]);
    return undefined;
  }
  const token = randomUUID();
  const fetched = await fetcher.fetch(token, room === 'any');
  if (fetched?.id === undefined) return undefined;
  keeper.hold(fetched.id, token);
  try {
    return { fetched, token, kind: fetched.name, suspect: (await deathsOf(place, fetched)) > 0 };
  } catch (error) {
    // Its lock runs out, and it is fetched again.
    keeper.drop(fetched.id, token);
    throw error;
  }
}

/** Runs what may run, one fetch after another, until the signal fires; what is held then goes back. */
async function feed(fetching: Fetching, run: (held: Held) => Promise<void>, { log, signal }: RunOptions) {
  const { slots } = fetching;
  const step = async (held: Held | undefined): Promise<Held | undefined> => {
    const next = held ?? (await fetchNext(fetching));
    if (next === undefined) return undefined;
    if (!slots.mayRun(next)) {
      await slots.change();
      return next;
    }
    slots.start(next, () => run(next));
    return undefined;
  };
  let held: Held | undefined;
  while (!signal.aborted) {
    try {
      held = await step(held);
    } catch (error) {
      if (signal.aborted) break;
      log.warn({ err: error }, 'no job could be fetched');
      await pause(AGAIN_AFTER);
    }
  }
  // Where it cannot be put back, its lock runs out.
  if (held) await held.fetched.moveToWait(held.token).catch(() => {});
}

function openFetching(given: BullWorkerOptions): Fetching {
  const { place, log, concurrency = 1, together = {}, lockMs = LOCK_MS, stalledMs = STALLED_MS } = given;
  const onFailure = (error: Error): void => log.error({ err: error }, 'locks are not renewed any more');
  return {
    place,
    slots: given.slots ?? createSlots({ concurrency, together }),
    keeper: startKeeper({ place, lockMs, onFailure }),
    fetcher: openFetcher(place, { lockMs, stalledMs }),
    jobs: openJobs(place),
  };
}

export function startBullWorker(given: BullWorkerOptions): BullWorker {
  const { place, handlers, log, mostDeaths = 3 } = given;
  const stopping = new AbortController();
  const options: RunOptions = { place, handlers, log, mostDeaths, signal: stopping.signal };
  const fetching = openFetching(given);
  const { slots, keeper, fetcher, jobs } = fetching;

  const run = async ({ fetched, token }: Held): Promise<void> => {
    try {
      await runFetched(fetched, token, options);
    } catch (error) {
      // Most likely its lock was lost: then another does it, or has found that it is done.
      if (!stopping.signal.aborted)
        log.warn({ err: error, job: fetched.id }, 'a job could not be taken out of the queue');
    } finally {
      keeper.drop(fetched.id ?? '', token);
    }
  };
  const crew = joinCrew(place, randomUUID());
  void fetcher.lookForStalled();
  const feeding = feed(fetching, run, options);
  const end = async (): Promise<void> => {
    await slots.allEnd();
    await fetcher.close();
    await feeding;
    await slots.allEnd();
    await Promise.all([jobs.close(), crew.leave()]);
  };
  return {
    async stop() {
      stopping.abort();
      slots.wake();
      await unlessAway(place, end());
      await keeper.close();
    },
  };
}
