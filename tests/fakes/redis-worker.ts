// A worker of the queue through Redis with the wild handlers, in a process of its own. Its place is in REDIS_URL and
// REDIS_PREFIX; it notes its process id in the file WORKER_PIDS. To describe a picture, it computes for seconds without
// a pause, and notes that in the file named as the picture is.
import { appendFileSync } from 'node:fs';
import { createLog } from '../../src/log.ts';
import { startBullWorker } from '../../src/pipeline/queue/bull/serve.ts';
import { joinParent } from '../../src/pipeline/queue/child/parent.ts';
import { openRedis } from '../../src/redis.ts';
import { wildHandlers } from './wild-handlers.ts';

const { REDIS_URL = '', REDIS_PREFIX = '', WORKER_PIDS = '', TOGETHER = '1' } = process.env;
const BUSY_MS = 6000;

const log = createLog('silent');
const parent = joinParent({ log, self: process, onRun: () => {}, onStop: async () => worker.stop() });
const place = await openRedis({ url: REDIS_URL, prefix: REDIS_PREFIX, log });
const worker = startBullWorker({
  place,
  log,
  lockMs: 2500,
  stalledMs: 300,
  together: { write: Number(TOGETHER) },
  handlers: {
    ...wildHandlers,
    async describe({ picture }) {
      appendFileSync(picture.name ?? '', 'run\n');
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, BUSY_MS);
      return {};
    },
  },
});
parent.tell({ type: 'ready' });
appendFileSync(WORKER_PIDS, `${process.pid}\n`);
