// A worker process that serves the queue through Redis: bound to the process that has started it where there is one,
// else by itself until it is told to stop. How it takes and runs jobs is in `serve.ts`.
import type { JobHandlers } from '../../../jobs.ts';
import type { Log } from '../../../log.ts';
import { openRedis } from '../../../redis.ts';
import { joinParent } from '../child/parent.ts';
import { startLanedWorker } from './lanes.ts';
import type { BullWorker, BullWorkerOptions } from './serve.ts';

export interface ServeRedisOptions extends Pick<BullWorkerOptions, 'together' | 'lockMs' | 'stalledMs'> {
  readonly url: string;
  readonly handlers: JobHandlers;
  readonly log: Log;
  /** This process. */
  readonly self: NodeJS.Process;
  /** Whether it was started by `startWorkers`, and ends with the process that did. */
  readonly isBound: boolean;
}

/**
 * Resolves once jobs are taken. Bound to a parent, the process ends with it; else whoever called stops it.
 * @throws TalesError `store-unusable` when Redis cannot be reached now.
 */
export async function serveRedis({ url, self, isBound, ...options }: ServeRedisOptions): Promise<BullWorker> {
  const { log } = options;
  let worker: BullWorker | undefined;
  const onRun = (): void => {
    throw new TypeError('jobs come through Redis');
  };
  // Before anything that takes its time, so that it never outlives its parent.
  const parent = isBound ? joinParent({ log, self, onRun, onStop: async () => worker?.stop() }) : undefined;
  const place = await openRedis({ url, log });
  const serving = startLanedWorker({ place, ...options });
  worker = {
    async stop() {
      await serving.stop();
      place.client.disconnect();
    },
  };
  parent?.tell({ type: 'ready' });
  return worker;
}
