// The queue through Redis keeps the promises of every queue. Skipped without redis-server.
import { afterAll, beforeAll, describe } from 'vitest';
import { jobQueueContract } from '../../../contracts/job-queue.ts';
import { HAS_REDIS, NO_REDIS, type RedisServer, startRedis } from '../../../support/redis.ts';
import { openBoth } from './stage.ts';

let server: RedisServer;
beforeAll(async () => {
  if (HAS_REDIS) server = await startRedis();
});
afterAll(() => server?.remove());

describe.skipIf(!HAS_REDIS)(`Redis${HAS_REDIS ? '' : ` (${NO_REDIS})`}`, () => {
  jobQueueContract('the queue through Redis', ({ concurrency }) => openBoth(server.url, concurrency));
});
