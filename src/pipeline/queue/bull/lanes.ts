// The lanes of the queue through Redis: each is a queue of its own there, so that what a service does, what helps people
// on, and large work stand in nobody's way. The main lane is where all jobs were before there were others.
import type { JobQueue } from '../../../jobs.ts';
import type { RedisPlace } from '../../../redis.ts';
import { type BullQueueOptions, createBullQueue } from '../bull.ts';
import { type ByKind, LANES, type Lane, laneOf, MOST_ASIDE, MOST_BINDING } from '../lanes.ts';
import { type BullWorker, type BullWorkerOptions, startBullWorker } from './serve.ts';
import { createBench, createSlots } from './slots.ts';

const placeOf = (place: RedisPlace, lane: Lane): RedisPlace =>
  lane === 'main' ? place : { ...place, prefix: `${place.prefix}:${lane}` };

/** So many jobs at once wait for services, whose clients see to how many they are really asked. */
const MOST_ELSEWHERE = 32;

export interface LanedQueueOptions extends BullQueueOptions {
  /** The kinds whose work is done by a service. */
  readonly elsewhere: ByKind;
}

export function createLanedQueue({ place, elsewhere, ...options }: LanedQueueOptions): JobQueue {
  const open = (lane: Lane) => createBullQueue({ ...options, place: placeOf(place, lane) });
  const lanes: Readonly<Record<Lane, JobQueue>> = {
    main: open('main'),
    elsewhere: open('elsewhere'),
    aside: open('aside'),
    binding: open('binding'),
  };
  const all = Object.values(lanes);
  return {
    // What does not survive JSON is no job, and in no lane.
    add: (job) => lanes[laneOf(job, elsewhere)].add(job),
    listen(listener) {
      for (const lane of all) lane.listen(listener);
    },
    close: async () => void (await Promise.all(all.map((lane) => lane.close()))),
  };
}

export type LanedWorkerOptions = Omit<BullWorkerOptions, 'slots'>;

/** A worker of every lane at once. A job that has taken a worker with it runs beside no other of any lane. */
export function startLanedWorker(given: LanedWorkerOptions): BullWorker {
  const { place, concurrency = 1, together = {} } = given;
  const bench = createBench();
  const most: Readonly<Record<Lane, number>> = {
    main: concurrency,
    elsewhere: MOST_ELSEWHERE,
    aside: MOST_ASIDE,
    binding: MOST_BINDING,
  };
  const workers = LANES.map((lane) => {
    const slots = createSlots({ concurrency: most[lane], together: lane === 'main' ? together : {} }, bench);
    return startBullWorker({ ...given, place: placeOf(place, lane), slots });
  });
  return { stop: async () => void (await Promise.all(workers.map((worker) => worker.stop()))) };
}
