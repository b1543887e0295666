// Worker processes of the queue through Redis that die: what they did is done by others. Skipped without redis-server.
import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import type { Job, JobNews } from '../../../../src/jobs.ts';
import { startWorkers } from '../../../../src/pipeline/queue/bull/workers.ts';
import { createBullQueue } from '../../../../src/pipeline/queue/bull.ts';
import { openRedis } from '../../../../src/redis.ts';
import { scriptedJob } from '../../../contracts/scripted-handlers.ts';
import type { WildScript } from '../../../fakes/wild-handlers.ts';
import { freshFolder } from '../../../support/folder.ts';
import { HAS_REDIS, NO_REDIS, type RedisServer, startRedis } from '../../../support/redis.ts';

const WORKER = new URL('../../../fakes/redis-worker.ts', import.meta.url);
const PICTURE = { key: 'pictures/a', mediaType: 'image/png', size: 1, width: 1, height: 1, sha256: 'a' } as const;

let server: RedisServer;
beforeAll(async () => {
  if (HAS_REDIS) server = await startRedis();
});
afterAll(() => server?.remove());

const linesOf = (path: string): readonly string[] =>
  existsSync(path) ? readFileSync(path, 'utf8').split('\n').slice(0, -1) : [];

const until = <T>(look: () => T | undefined): Promise<T> =>
  vi.waitFor(
    () => {
      const found = look();
      if (found === undefined) throw new Error('not yet');
      return found;
    },
    { timeout: 50_000, interval: 10 },
  );

interface WildJob extends Omit<WildScript, 'runs' | 'hold'> {
  readonly held?: boolean;
}

async function stage({ count, together = 1 }: { readonly count: number; readonly together?: number }) {
  const folder = await freshFolder();
  const at = (name: string): string => join(folder, name);
  const prefix = randomUUID();
  const log = { warn: vi.fn(), error: vi.fn() };
  const place = await openRedis({ url: server.url, prefix, log });
  const queue = createBullQueue({ place, log, lookEvery: 500 });
  const env = {
    PATH: process.env['PATH'],
    REDIS_URL: server.url,
    REDIS_PREFIX: prefix,
    WORKER_PIDS: at('pids'),
    TOGETHER: String(together),
  };
  const restart = { firstMs: 1, mostMs: 1 };
  const workers = startWorkers({ count, module: WORKER, env, log, niceness: 0, restart });
  onTestFinished(async () => {
    await Promise.all([queue.close(), workers.close()]);
    place.client.disconnect();
  });
  const news: JobNews[] = [];
  queue.listen((item) => void news.push(item));
  return {
    queue,
    at,
    workers,
    pids: () => linesOf(at('pids')).map(Number),
    until: (id: string, type: JobNews['type']) =>
      until(() => news.find((item) => item.id === id && item.type === type)),
    ended: () => news.filter(({ type }) => type !== 'progress').map(({ id, type }) => `${id} ${type}`),
    runs: (id: string) => linesOf(at(`${id}.runs`)).length,
    release: (name: string) => writeFile(at(name), ''),
    job: (id: string, { held = false, ...script }: WildJob = {}): Job<'write'> => {
      const whole: WildScript = { runs: at(`${id}.runs`), ...(held && { hold: at(id) }), ...script };
      return scriptedJob(id, id, whole);
    },
  };
}

describe.skipIf(!HAS_REDIS)(`workers through Redis${HAS_REDIS ? '' : ` (${NO_REDIS})`}`, () => {
  it('take over what one that was killed was doing, and nothing is told twice', async () => {
    const { queue, job, pids, runs, release, ended, ...stages } = await stage({ count: 2 });
    await until(() => pids()[1]);
    for (const id of ['a', 'b']) await queue.add(job(id, { held: true, steps: 1 }));
    for (const id of ['c', 'd']) await queue.add(job(id));
    await Promise.all(['a', 'b'].map((id) => stages.until(id, 'progress')));
    process.kill(pids()[0] ?? 0, 'SIGKILL');
    await Promise.all(['a', 'b'].map(release));
    await Promise.all(['a', 'b', 'c', 'd'].map((id) => stages.until(id, 'done')));
    expect([...ended()].sort()).toEqual(['a done', 'b done', 'c done', 'd done']);
    expect([runs('a'), runs('b')].sort()).toEqual([1, 2]);
  });

  it('give up a job that kills each of them, and only that one', { timeout: 120_000 }, async () => {
    const { queue, job, runs, release, ended, ...stages } = await stage({ count: 1, together: 4 });
    const innocent = ['a', 'b', 'c'];
    for (const id of innocent) await queue.add(job(id, { held: true, steps: 1 }));
    await Promise.all(innocent.map((id) => stages.until(id, 'progress')));
    await queue.add(job('killer', { wild: 'exit' }));
    await until(() => (runs('killer') === 1 ? true : undefined));
    await Promise.all(innocent.map(release));
    await Promise.all(innocent.map((id) => stages.until(id, 'done')));
    expect(await stages.until('killer', 'failed')).toMatchObject({
      failure: { code: 'worker-died', details: { times: 3 } },
    });
    expect(runs('killer')).toBe(3);
    expect([...ended()].sort()).toEqual(['a done', 'b done', 'c done', 'killer failed']);
  });

  it('keep what they do while they compute without a pause for longer than a lock lasts', async () => {
    const { queue, at, pids, ...stages } = await stage({ count: 2 });
    await until(() => pids()[1]);
    const picture = { ...PICTURE, name: at('described') };
    await queue.add({ id: 'd', book: 'b', kind: 'describe', input: { picture, locale: 'ko' } });
    await stages.until('d', 'done');
    expect(linesOf(at('described'))).toEqual(['run']);
  });

  it('end when they are told to', async () => {
    const { pids, workers } = await stage({ count: 2 });
    await until(() => pids()[1]);
    await workers.close();
    for (const pid of pids()) expect(() => process.kill(pid, 0)).toThrow();
  });
});
