// The lanes of the queue through Redis: what a service does, what helps people on and large work keep nobody waiting who
// waits for a computer's own work. Skipped without redis-server.

import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import type { Job, JobNews } from '../../../../src/jobs.ts';
import { createLanedQueue, startLanedWorker } from '../../../../src/pipeline/queue/bull/lanes.ts';
import { createBench, createSlots } from '../../../../src/pipeline/queue/bull/slots.ts';
import { jobQueueContract } from '../../../contracts/job-queue.ts';
import { scriptedHandlers, scriptedJob } from '../../../contracts/scripted-handlers.ts';
import { freshFolder } from '../../../support/folder.ts';
import { HAS_REDIS, NO_REDIS, type RedisServer, startRedis } from '../../../support/redis.ts';
import { openStage, SOON } from './stage.ts';

let server: RedisServer;
beforeAll(async () => {
  if (HAS_REDIS) server = await startRedis();
});
afterAll(() => server?.remove());

const PICTURE = { key: 'pictures/a', mediaType: 'image/png', size: 1, width: 1, height: 1, sha256: 'a' };

async function open(elsewhere: Readonly<Record<string, number>>, handlers = scriptedHandlers, concurrency = 1) {
  const { place, log } = await openStage(server.url);
  const queue = createLanedQueue({ place: await place(), log, elsewhere });
  const worker = startLanedWorker({ place: await place(), handlers, log, concurrency, ...SOON });
  const close = async (): Promise<void> => void (await Promise.all([queue.close(), worker.stop()]));
  onTestFinished(close);
  const news: JobNews[] = [];
  queue.listen((item) => void news.push(item));
  const until = (id: string, type: JobNews['type']) =>
    vi.waitFor(
      () => {
        if (!news.some((item) => item.id === id && item.type === type)) throw new Error(`${id} is not ${type} yet`);
      },
      { timeout: 50_000, interval: 10 },
    );
  return { queue, close, until, news };
}

describe.skipIf(!HAS_REDIS)(`Redis${HAS_REDIS ? '' : ` (${NO_REDIS})`}`, () => {
  jobQueueContract('the lanes through Redis', async ({ concurrency }) => {
    const { queue, close } = await open({}, scriptedHandlers, concurrency);
    return { ...queue, close };
  });

  it('computes while a service thinks, whose jobs are held by nobody', async () => {
    const { queue, until } = await open({ write: 16 });
    const folder = await freshFolder();
    for (const id of ['one', 'two', 'three'])
      await queue.add(scriptedJob(id, id, { runs: join(folder, id), steps: 1, hold: join(folder, `${id}.release`) }));
    for (const id of ['one', 'two', 'three']) await until(id, 'progress');
    await queue.add({ id: 'look', book: 'b', kind: 'describe', input: { picture: PICTURE, locale: 'ko' } });
    await until('look', 'done');
    for (const id of ['one', 'two', 'three']) await writeFile(join(folder, `${id}.release`), '');
    for (const id of ['one', 'two', 'three']) await until(id, 'done');
  });

  it('describes pictures while an anthology is bound', async () => {
    const bound = Promise.withResolvers<void>();
    const handlers = {
      ...scriptedHandlers,
      bind: async (...given: Parameters<typeof scriptedHandlers.bind>) => {
        given[1].onProgress(1, 2);
        await bound.promise;
        return scriptedHandlers.bind(...given);
      },
    };
    const { queue, until } = await open({}, handlers);
    const anthology = { title: 'all', locale: 'ko', books: [] } as const;
    const bind: Job = { id: 'bind', book: 'class', kind: 'bind', input: { anthology, format: 'a5', budget: 1 } };
    await queue.add(bind);
    await until('bind', 'progress');
    await queue.add({ id: 'look', book: 'b', kind: 'describe', input: { picture: PICTURE, locale: 'ko' } });
    await until('look', 'done');
    bound.resolve();
    await until('bind', 'done');
  });
});

describe('the lanes of a worker', () => {
  const job = (suspect = false) => ({ kind: 'write', suspect }) as const;
  const lanes = () => {
    const bench = createBench();
    const options = { concurrency: 1, together: {} };
    return [createSlots(options, bench), createSlots(options, bench)] as const;
  };

  it('are each as wide as they are, whatever runs in another', async () => {
    const [main, beside] = lanes();
    const work = Promise.withResolvers<void>();
    main.start(job(), () => work.promise);
    expect([main.room(), beside.room(), beside.mayRun(job())]).toEqual(['none', 'any', true]);
    work.resolve();
    await main.allEnd();
    expect(main.room()).toBe('any');
  });

  it('wait all for a job that a worker has died over, which waits until nothing runs', async () => {
    const [main, beside] = lanes();
    const [work, alone] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    main.start(job(), () => work.promise);
    const suspect = job(true);
    expect(beside.mayRun(suspect)).toBe(false);
    expect(main.room()).toBe('none');
    const ended = beside.change();
    work.resolve();
    await ended;
    expect(beside.mayRun(suspect)).toBe(true);
    beside.start(suspect, () => alone.promise);
    expect([main.room(), main.mayRun(job())]).toEqual(['none', false]);
    alone.resolve();
    await beside.allEnd();
    expect(main.room()).toBe('any');
  });
});
