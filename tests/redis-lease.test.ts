// The lease that one talking process holds in a Redis: alone, after a death, and when it is lost. Skipped without redis-server.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import { openRedis, type RedisPlace } from '../src/redis.ts';
import { holdLease, type LeaseOptions } from '../src/redis-lease.ts';
import { HAS_REDIS, NO_REDIS, type RedisServer, startRedis } from './support/redis.ts';

const silent = { warn: () => {} };

let server: RedisServer;
beforeAll(async () => {
  if (HAS_REDIS) server = await startRedis();
});
afterAll(() => server?.remove());

async function openPlace(prefix: string): Promise<RedisPlace> {
  const place = await openRedis({ url: server.url, prefix, log: silent });
  onTestFinished(() => place.client.disconnect());
  return place;
}

async function hold(prefix: string, options: Partial<LeaseOptions> = {}) {
  const place = await openPlace(prefix);
  const onLost = vi.fn();
  const lease = await holdLease({ place, log: silent, onLost, lastsMs: 1000, ...options });
  onTestFinished(() => lease.release());
  return { place, lease, onLost };
}

const RUNNING = { code: 'already-running' };

describe.skipIf(!HAS_REDIS)(`the lease${HAS_REDIS ? '' : ` (${NO_REDIS})`}`, () => {
  it('is held by one alone, and by the next when it is released', async () => {
    const prefix = randomUUID();
    const { lease, onLost } = await hold(prefix);
    await expect(hold(prefix)).rejects.toMatchObject({ ...RUNNING, details: { folder: server.url } });
    await lease.release();
    await hold(prefix);
    expect(onLost).not.toHaveBeenCalled();
  });

  it('goes to the next when its holder has died', async () => {
    const prefix = randomUUID();
    const { place } = await hold(prefix);
    place.client.disconnect();
    await hold(prefix);
  });

  it('is lost when another has taken it, and says so once', async () => {
    const prefix = randomUUID();
    const { onLost } = await hold(prefix);
    const other = await openPlace(prefix);
    await other.client.set(`${prefix}:running`, 'another');
    await vi.waitFor(() => expect(onLost).toHaveBeenCalledTimes(1), { timeout: 10_000 });
    expect(onLost.mock.calls[0]?.[0]).toMatchObject(RUNNING);
  });

  it('is taken again when the server has forgotten it', async () => {
    const prefix = randomUUID();
    const { onLost, place } = await hold(prefix);
    await place.client.del(`${prefix}:running`);
    await vi.waitFor(async () => expect(await place.client.exists(`${prefix}:running`)).toBe(1), { timeout: 10_000 });
    expect(onLost).not.toHaveBeenCalled();
  });
});
