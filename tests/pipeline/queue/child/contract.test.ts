// The queue over a worker process keeps the promises of every queue.
import { createChildQueue } from '../../../../src/pipeline/queue/child.ts';
import { jobQueueContract } from '../../../contracts/job-queue.ts';
import { WILD_WORKER } from './stage.ts';

const silent = { error: () => {}, warn: () => {} };

jobQueueContract('the queue over a worker process', async ({ concurrency }) =>
  createChildQueue({
    module: WILD_WORKER,
    env: { ...process.env, LOG_LEVEL: 'silent' },
    log: silent,
    concurrency,
    niceness: 0,
  }),
);
