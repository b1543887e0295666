// Stores and bytes in Redis: the shared contracts, then what only a server can do wrong. Skipped without redis-server.
import { randomBytes, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import { openRedis, type RedisPlace, redisFault, shownAddress } from '../src/redis.ts';
import { createRedisBlobs } from '../src/redis-blobs.ts';
import { examineRedis } from '../src/redis-report.ts';
import { openRedisStores, type Stores } from '../src/store.ts';
import { blobsContract } from './contracts/blobs.ts';
import { storeContract } from './contracts/store.ts';
import { HAS_REDIS, NO_REDIS, type RedisServer, startRedis } from './support/redis.ts';

const DAY = 24 * 60 * 60 * 1000;
const silent = { warn: () => {} };
const unusable = (reason: string) => ({ code: 'store-unusable', details: expect.objectContaining({ reason }) });

let server: RedisServer;
beforeAll(async () => {
  if (HAS_REDIS) server = await startRedis();
});
afterAll(() => server?.remove());

/** Every prefix is a new, empty place. */
async function openPlace(prefix: string = randomUUID()): Promise<RedisPlace> {
  const place = await openRedis({ url: server.url, prefix, log: silent });
  onTestFinished(() => place.client.disconnect());
  return place;
}

async function openStores(prefix: string = randomUUID()): Promise<Stores> {
  const stores = await openRedisStores({ url: server.url, prefix });
  onTestFinished(() => stores.close());
  return stores;
}

describe.skipIf(!HAS_REDIS)(`Redis${HAS_REDIS ? '' : ` (${NO_REDIS})`}`, () => {
  storeContract('Redis', openStores);
  blobsContract('Redis', async () => createRedisBlobs({ place: await openPlace(), ttl: DAY }));

  describe('a store in Redis', () => {
    it('is shared by those who open it, and by nobody with another prefix', async () => {
      const prefix = randomUUID();
      await (await openStores(prefix)).open<string>({ namespace: 'n' }).set('k', 'v');
      expect(await (await openStores(prefix)).open<string>({ namespace: 'n' }).get('k')).toBe('v');
      expect(await (await openStores()).open<string>({ namespace: 'n' }).get('k')).toBeUndefined();
    });

    it.each(['a*', 'a', 'a::b', 'slack:installations', '한글', '[ab]'])(
      'keeps the namespace %j apart',
      async (name) => {
        const stores = await openStores();
        for (const namespace of ['ab', 'a::c', name]) await stores.open<string>({ namespace }).set('k', namespace);
        const store = stores.open<string>({ namespace: name });
        expect(await Array.fromAsync(store.keys())).toEqual(['k']);
        expect(await store.get('k')).toBe(name);
      },
    );

    it('is emptied by the server itself when the time has come', async () => {
      const prefix = randomUUID();
      const { client } = await openPlace();
      await (await openStores(prefix)).open<string>({ namespace: 'n', ttl: 50 }).set('k', 'v');
      await vi.waitFor(async () => expect(await client.keys(`${prefix}:*`)).toEqual([]), { timeout: 10_000 });
    });

    it('says that it is closed', async () => {
      const stores = await openStores();
      const notes = stores.open<string>({ namespace: 'n' });
      await stores.close();
      await expect(notes.get('k')).rejects.toMatchObject(unusable('unreachable'));
    });
  });

  describe('bytes in Redis', () => {
    it('come back whole, however large', { timeout: 60_000 }, async () => {
      const blobs = createRedisBlobs({ place: await openPlace(), ttl: DAY });
      for (const size of [1024 * 1024 - 1, 1024 * 1024, 1024 * 1024 + 1, 40 * 1024 * 1024]) {
        const bytes = randomBytes(size);
        await blobs.put('pictures/a', bytes);
        expect(Buffer.compare((await blobs.get('pictures/a')) ?? new Uint8Array(), bytes)).toBe(0);
      }
    });

    it('are one whole or another while they are replaced', async () => {
      const place = await openPlace();
      const blobs = createRedisBlobs({ place, ttl: DAY });
      const wholes = [1, 2].map((fill) => new Uint8Array(3_000_000 + fill).fill(fill));
      const [one = new Uint8Array(), two = new Uint8Array()] = wholes;
      await blobs.put('pictures/a', one);
      const reads = await Promise.all([blobs.get('pictures/a'), blobs.put('pictures/a', two), blobs.get('pictures/a')]);
      for (const bytes of [reads[0], reads[2]])
        expect(wholes.some((whole) => bytes && Buffer.compare(whole, bytes) === 0)).toBe(true);
    });

    it('go by themselves when their time has passed, and stay while they are in use', async () => {
      const place = await openPlace();
      const blobs = createRedisBlobs({ place, ttl: DAY });
      await blobs.put('pictures/used', new Uint8Array([1]));
      await blobs.put('pictures/unused', new Uint8Array([1]));
      const left = (name: string) => place.client.pttl(`${place.prefix}:blob:pictures/${name}`);
      expect(await left('used')).toBeGreaterThan(DAY - 60_000);
      for (const name of ['used', 'unused'])
        await place.client.pexpire(`${place.prefix}:blob:pictures/${name}`, 60_000);
      await blobs.sweep(Date.now() - DAY, () => true);
      expect(await left('used')).toBeLessThanOrEqual(60_000);
      await blobs.sweep(Date.now() + 1, (key) => key === 'pictures/used');
      expect(await left('used')).toBeGreaterThan(DAY - 60_000);
      expect(await left('unused')).toBe(-2);
    });

    it('leave nothing behind that does not go by itself when their writer dies', async () => {
      const place = await openPlace();
      const blobs = createRedisBlobs({ place, ttl: DAY });
      const writing = blobs.put('pictures/a', new Uint8Array(20_000_000)).catch((error: unknown) => error);
      const watcher = await openPlace(place.prefix);
      const keys = () => watcher.client.keys(`${place.prefix}:*`);
      await vi.waitFor(async () => expect(await keys()).toHaveLength(1));
      place.client.disconnect();
      expect(await writing).toMatchObject(unusable('unreachable'));
      for (const key of await keys()) expect(await watcher.client.pttl(key)).toBeGreaterThan(0);
      expect(await createRedisBlobs({ place: watcher, ttl: DAY }).get('pictures/a')).toBeUndefined();
    });

    it('say when the server has no memory left', async () => {
      const small = await startRedis();
      onTestFinished(() => small.remove());
      const place = await openRedis({ url: small.url, log: silent });
      onTestFinished(() => place.client.disconnect());
      await place.client.config('SET', 'maxmemory', '5mb');
      const blobs = createRedisBlobs({ place, ttl: DAY });
      await expect(blobs.put('pictures/a', new Uint8Array(20_000_000))).rejects.toMatchObject(unusable('memory'));
    });
  });

  describe('a server', () => {
    const NOWHERE = 'redis://127.0.0.1:1';

    it('that is not there is named, whoever asks', async () => {
      await expect(openRedis({ url: NOWHERE, log: silent })).rejects.toMatchObject(unusable('unreachable'));
      await expect(openRedisStores({ url: NOWHERE })).rejects.toMatchObject(unusable('unreachable'));
      await expect(examineRedis({ redis: { url: NOWHERE } })).rejects.toMatchObject({
        details: { path: NOWHERE, reason: 'unreachable' },
      });
    });

    it('that wants a password says so', async () => {
      const shut = await startRedis({ password: 'open-sesame' });
      onTestFinished(() => shut.remove());
      await expect(openRedis({ url: shut.url, log: silent })).rejects.toMatchObject(unusable('denied'));
      await expect(openRedisStores({ url: shut.url })).rejects.toMatchObject(unusable('denied'));
      const url = new URL(shut.url);
      url.password = 'open-sesame';
      expect(await examineRedis({ redis: { url: url.href } })).toMatchObject({ address: shut.url });
      url.password = 'wrong';
      await expect(examineRedis({ redis: { url: url.href } })).rejects.toMatchObject(unusable('denied'));
    });

    it.each([
      ['DEPTH_ZERO_SELF_SIGNED_CERT', 'untrusted', false],
      ['ERR_TLS_CERT_ALTNAME_INVALID', 'untrusted', false],
      ['ECONNREFUSED', 'unreachable', true],
      ['ESOMETHING', 'failed', false],
    ])('that answers %s is told as %s', (code, reason, retryable) => {
      const fault = redisFault('rediss://redis.example', Object.assign(new Error('x'), { code }));
      expect(fault).toMatchObject({ ...unusable(reason), retryable });
    });

    it('is shown without its password', () => {
      const url = new URL('rediss://redis.example:6380/2');
      url.username = 'class';
      url.password = 'open-sesame';
      expect(shownAddress(url.href)).toBe('rediss://redis.example:6380/2');
    });

    it('is looked at: its version, its memory, whether it keeps things', async () => {
      expect(await examineRedis({})).toBeUndefined();
      const report = await examineRedis({ redis: { url: server.url } });
      expect(report).toMatchObject({ address: server.url, lasting: false, forgetful: false, workers: 0 });
      expect(report?.version).toMatch(/^\d+\./);
      expect(report?.memory.used).toBeGreaterThan(0);
      const { client } = await openPlace();
      await client.config('SET', 'appendonly', 'yes');
      await client.config('SET', 'maxmemory-policy', 'allkeys-lru');
      onTestFinished(() => client.config('SET', 'maxmemory-policy', 'noeviction').then(() => {}));
      expect(await examineRedis({ redis: { url: server.url } })).toMatchObject({ lasting: true, forgetful: true });
      await client.config('SET', 'appendonly', 'no');
    });

    it('that is cut off and comes back is used again, and its absence told once', async () => {
      const lasting = await startRedis({ lasting: true });
      onTestFinished(() => lasting.remove());
      const log = { warn: vi.fn() };
      const place = await openRedis({ url: lasting.url, log });
      onTestFinished(() => place.client.disconnect());
      const stores = await openRedisStores({ url: lasting.url });
      onTestFinished(() => stores.close());
      const notes = stores.open<string>({ namespace: 'n' });
      const blobs = createRedisBlobs({ place, ttl: DAY });
      await notes.set('k', 'v');
      await blobs.put('pictures/a', new Uint8Array([7]));
      await lasting.kill();
      const meanwhile = [notes.get('k'), blobs.get('pictures/a')];
      await vi.waitFor(() => expect(log.warn).toHaveBeenCalledTimes(1));
      await lasting.restart();
      // A server that has only just come back may still be reading its file, and says so.
      for (const answer of await Promise.allSettled(meanwhile)) {
        if (answer.status === 'fulfilled') expect(['v', new Uint8Array([7])]).toContainEqual(answer.value);
        else expect(answer.reason).toMatchObject({ code: 'store-unusable', details: { reason: 'busy' } });
      }
      await vi.waitFor(async () => expect(await notes.get('k')).toBe('v'));
      expect(await blobs.get('pictures/a')).toEqual(new Uint8Array([7]));
      await vi.waitFor(() => expect(log.warn.mock.calls.map(([, said]) => said)).toHaveLength(2));
      expect(JSON.stringify(log.warn.mock.calls.map(([, said]) => said))).toContain('answers again');
    });
  });
});
