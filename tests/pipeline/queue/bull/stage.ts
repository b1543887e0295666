// Queues and workers over one Redis server for one test: each stage has a prefix of its own.
import { randomUUID } from 'node:crypto';
import { onTestFinished, vi } from 'vitest';
import type { JobNews, JobQueue } from '../../../../src/jobs.ts';
import { type BullWorker, type BullWorkerOptions, startBullWorker } from '../../../../src/pipeline/queue/bull/serve.ts';
import { type BullQueueOptions, createBullQueue } from '../../../../src/pipeline/queue/bull.ts';
import { openRedis, type RedisPlace } from '../../../../src/redis.ts';
import { scriptedHandlers } from '../../../contracts/scripted-handlers.ts';

/** So that no test waits for long until a worker that died is missed. */
export const SOON = { lockMs: 2500, stalledMs: 300 };

export async function openStage(url: string) {
  const prefix = randomUUID();
  const log = { warn: vi.fn(), error: vi.fn() };
  const places: RedisPlace[] = [];
  const place = async (): Promise<RedisPlace> => {
    const opened = await openRedis({ url, prefix, log: { warn: () => {} } });
    places.push(opened);
    return opened;
  };
  onTestFinished(() => {
    for (const { client } of places) client.disconnect();
  });
  const queue = async (options: Partial<BullQueueOptions> = {}) => {
    const opened = createBullQueue({ place: await place(), log, ...options });
    onTestFinished(() => opened.close());
    const news: JobNews[] = [];
    opened.listen((item) => void news.push(item));
    const until = (id: string, type: JobNews['type']): Promise<JobNews> =>
      vi.waitFor(
        () => {
          const found = news.find((item) => item.id === id && item.type === type);
          if (found === undefined) throw new Error(`${id} is not ${type} yet`);
          return found;
        },
        { timeout: 50_000, interval: 10 },
      );
    const ended = () => news.filter(({ type }) => type !== 'progress').map(({ id, type }) => `${id} ${type}`);
    return { ...opened, news, until, ended };
  };
  const worker = async (options: Partial<BullWorkerOptions> = {}): Promise<BullWorker> => {
    const started = startBullWorker({ place: await place(), handlers: scriptedHandlers, log, ...SOON, ...options });
    onTestFinished(() => started.stop());
    return started;
  };
  return { prefix, log, place, queue, worker };
}

/** One queue with one worker, closed as one. */
export async function openBoth(url: string, concurrency: number): Promise<JobQueue> {
  const { queue, worker } = await openStage(url);
  const [{ add, listen, close }, { stop }] = await Promise.all([queue(), worker({ concurrency })]);
  return { add, listen, close: async () => void (await Promise.all([close(), stop()])) };
}
