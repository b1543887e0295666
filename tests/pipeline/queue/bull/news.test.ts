// The queue through Redis when either side comes and goes, and what it leaves lying there. Skipped without redis-server.
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import { newsKey } from '../../../../src/pipeline/queue/bull/door.ts';
import { countWorkers } from '../../../../src/redis-crew.ts';
import { type Script, scriptedJob } from '../../../contracts/scripted-handlers.ts';
import { freshFolder } from '../../../support/folder.ts';
import { HAS_REDIS, NO_REDIS, type RedisServer, startRedis } from '../../../support/redis.ts';
import { openStage } from './stage.ts';

let server: RedisServer;
beforeAll(async () => {
  if (HAS_REDIS) server = await startRedis();
});
afterAll(() => server?.remove());

async function openFiles() {
  const folder = await freshFolder();
  const job = (id: string, { held = false, ...script }: Partial<Script> & { readonly held?: boolean } = {}) =>
    scriptedJob(id, 'b', { runs: join(folder, `${id}.runs`), ...(held && { hold: join(folder, id) }), ...script });
  return {
    job,
    release: (id: string) => writeFile(join(folder, id), ''),
    runs: async (id: string) =>
      (await readFile(join(folder, `${id}.runs`), 'utf8').catch(() => '')).split('\n').length - 1,
  };
}

describe.skipIf(!HAS_REDIS)(`the queue through Redis${HAS_REDIS ? '' : ` (${NO_REDIS})`}`, () => {
  it('tells what was done while nobody listened when it is added again, and does not do it again', async () => {
    const { job, runs } = await openFiles();
    const { queue, worker, place } = await openStage(server.url);
    const first = await queue();
    await first.add(job('a'));
    await first.close();
    await worker();
    const { client, ...rest } = await place();
    await vi.waitFor(async () => expect(await client.exists(newsKey({ client, ...rest }, 'a'))).toBe(1));
    const second = await queue();
    await second.add(job('a'));
    await second.until('a', 'done');
    expect([await runs('a'), first.ended(), second.ended()]).toEqual([1, [], ['a done']]);
  });

  it('tells a failure that nobody heard before it is tried again', async () => {
    const { job, runs } = await openFiles();
    const { queue, worker, place } = await openStage(server.url);
    const first = await queue();
    await first.add(job('a', { fail: 'busy' }));
    await first.close();
    await worker();
    const { client, ...rest } = await place();
    await vi.waitFor(async () => expect(await client.exists(newsKey({ client, ...rest }, 'a'))).toBe(1));
    const second = await queue();
    await second.add(job('a', { fail: 'busy' }));
    await second.until('a', 'failed');
    expect(await runs('a')).toBe(1);
    await second.add(job('a'));
    await second.until('a', 'done');
    expect(await runs('a')).toBe(2);
  });

  it('hears of what began before it was there', async () => {
    const { job, release, runs } = await openFiles();
    const { queue, worker } = await openStage(server.url);
    await worker();
    const first = await queue();
    await first.add(job('a', { held: true, steps: 1 }));
    await first.until('a', 'progress');
    await first.close();
    const second = await queue();
    await second.add(job('a', { held: true, steps: 1 }));
    await release('a');
    await second.until('a', 'done');
    expect(await runs('a')).toBe(1);
  });

  it('hands a job in again that Redis has forgotten', async () => {
    const { job } = await openFiles();
    const { queue, worker, place, prefix } = await openStage(server.url);
    const { add, until } = await queue({ lookEvery: 100 });
    await add(job('a'));
    const { client } = await place();
    await client.del(...(await client.keys(`${prefix}:*`)));
    await worker();
    await until('a', 'done');
  });

  it('gives what a stopped worker was doing to another', async () => {
    const { job, release, runs } = await openFiles();
    const { queue, worker } = await openStage(server.url);
    const first = await worker();
    const { add, until, ended } = await queue();
    await add(job('a', { held: true, steps: 1 }));
    await until('a', 'progress');
    await first.stop();
    // One whose worker had died would be given up.
    await worker({ mostDeaths: 1 });
    await release('a');
    await until('a', 'done');
    expect([await runs('a'), ended()]).toEqual([2, ['a done']]);
  });

  it('runs pages of several books together, and lets other work wait for its turn behind them', async () => {
    const { job, release } = await openFiles();
    const { queue, worker } = await openStage(server.url);
    await worker({ together: { write: 3 } });
    const { add, until, ended } = await queue();
    for (const id of ['a', 'b', 'c', 'd']) await add(job(id, { held: true, steps: 1 }));
    await Promise.all(['a', 'b', 'c'].map((id) => until(id, 'progress')));
    await add({ id: 'other', book: 'c', kind: 'entitle', input: { manuscript: job('x').input.manuscript } });
    await release('b');
    await until('b', 'done');
    expect(ended()).toEqual(['b done']);
    await release('d');
    for (const id of ['a', 'c']) await release(id);
    await Promise.all(['a', 'c', 'd', 'other'].map((id) => until(id, 'done')));
  });

  it('does not believe what no worker says', async () => {
    const { job } = await openFiles();
    const { queue, place, log } = await openStage(server.url);
    const { add, until } = await queue();
    const opened = await place();
    const news = { id: 'a', book: 'b', kind: 'write', type: 'done', output: { told: [{ text: 1 }] } };
    await opened.client.set(newsKey(opened, 'a'), JSON.stringify(news));
    await add(job('a'));
    expect(await until('a', 'failed')).toMatchObject({ failure: { code: 'unexpected' } });
    expect(log.error).toHaveBeenCalledWith({ job: 'a', book: 'b', kind: 'write' }, expect.any(String));
    expect(await opened.client.exists(newsKey(opened, 'a'))).toBe(0);
  });

  it('leaves nothing of a job behind that does not go by itself, and no words but for a while', async () => {
    const { job } = await openFiles();
    const { queue, worker, place, prefix } = await openStage(server.url);
    await worker();
    const { add, until } = await queue();
    await add(job('a', { steps: 1 }));
    await until('a', 'done');
    const { client } = await place();
    const withoutEnd = async (): Promise<readonly string[]> => {
      const kept: string[] = [];
      for (const key of await client.keys(`${prefix}:*`)) if ((await client.pttl(key)) === -1) kept.push(key);
      return kept.map((key) => key.slice(prefix.length)).sort();
    };
    await vi.waitFor(async () => expect(await withoutEnd()).not.toContain(expect.stringContaining('ja')));
    expect((await withoutEnd()).filter((key) => /:j/.test(key.replace(':jobs', '')))).toEqual([]);
    const events = JSON.stringify(await client.xrange(`${prefix}:jobs:events`, '-', '+'));
    expect(events).toContain('completed');
    expect(events).not.toContain('page 0');
    const left = await client.pttl(newsKey({ client, prefix, url: '' }, 'a'));
    expect(left).toBeGreaterThan(0);
    expect(left).toBeLessThanOrEqual(60 * 60 * 1000);
  });

  it('goes on where it was when Redis is cut off and comes back', async () => {
    const lasting = await startRedis({ lasting: true });
    onTestFinished(() => lasting.remove());
    const { job, release, runs } = await openFiles();
    const { queue, worker } = await openStage(lasting.url);
    await worker({ lockMs: 15_000 });
    const { add, until, ended } = await queue({ lookEvery: 200 });
    await add(job('a', { held: true, steps: 1 }));
    await add(job('b'));
    await until('a', 'progress');
    await lasting.kill();
    await add(job('c'));
    await release('a');
    await lasting.restart();
    await Promise.all(['a', 'b', 'c'].map((id) => until(id, 'done')));
    expect(ended().sort()).toEqual(['a done', 'b done', 'c done']);
    expect(await runs('a')).toBe(1);
  });

  it('says once that work waits and nobody is there to do it', async () => {
    const { job } = await openFiles();
    const { queue, worker, log, place } = await openStage(server.url);
    const { add, until } = await queue({ lookEvery: 20 });
    await add(job('a'));
    await vi.waitFor(() => expect(log.warn).toHaveBeenCalledWith('work waits, and no worker is there to do it'));
    const first = await worker();
    await until('a', 'done');
    expect(log.warn).toHaveBeenCalledTimes(1);
    const opened = await place();
    expect(await countWorkers(opened)).toBe(1);
    await first.stop();
    expect(await countWorkers(opened)).toBe(0);
  });

  it('can be closed while Redis is away', async () => {
    const lost = await startRedis();
    onTestFinished(() => lost.remove());
    const { job } = await openFiles();
    const { queue, worker } = await openStage(lost.url);
    const { add, close } = await queue();
    const { stop } = await worker();
    await add(job('a', { held: true }));
    await lost.kill();
    await close();
    await stop();
  });
});
