// The talking process with everything in Redis: what it keeps there, sweeps and lets go of. Skipped without redis-server.
import { randomUUID } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import type { Session } from '../../src/bots/conversation/session.ts';
import { readConfig } from '../../src/config.ts';
import { createLog } from '../../src/log.ts';
import { startTalking } from '../../src/main/talking.ts';
import { createInlineQueue } from '../../src/pipeline/queue/inline.ts';
import { openRedis } from '../../src/redis.ts';
import { createRedisBlobs } from '../../src/redis-blobs.ts';
import { openRedisStores } from '../../src/store.ts';
import { MINA } from '../bots/conversation/talk.ts';
import { scriptedHandlers } from '../contracts/scripted-handlers.ts';
import { createFakePlatform, createService } from '../fakes/platform.ts';
import { freshFolder } from '../support/folder.ts';
import { HAS_REDIS, NO_REDIS, type RedisServer, startRedis } from '../support/redis.ts';

const log = createLog('silent');
const DAY = 24 * 60 * 60 * 1000;

let server: RedisServer;
beforeAll(async () => {
  if (HAS_REDIS) server = await startRedis();
});
afterAll(() => server?.remove());

/** Each test has one of the server's databases for itself. */
let databases = 0;

async function prepare() {
  databases += 1;
  const url = `${server.url}/${databases}`;
  const dataDir = await freshFolder();
  const config = readConfig({ DATA_DIR: dataDir, REDIS_URL: url });
  const platform = createFakePlatform({ service: createService() });
  const start = async () => {
    const talking = await startTalking({
      locale: 'ko',
      config,
      log,
      announce: () => {},
      createQueue: () => createInlineQueue({ handlers: scriptedHandlers, log }),
      platforms: async () => [platform],
    });
    onTestFinished(() => talking.stop());
    return talking;
  };
  const place = await openRedis({ url, log });
  onTestFinished(() => place.client.disconnect());
  const stores = await openRedisStores({ url });
  onTestFinished(() => stores.close());
  const sessions = stores.open<Session>({ namespace: 'sessions' });
  return { dataDir, platform, start, place, sessions, blobs: createRedisBlobs({ place, ttl: DAY }) };
}

const begin = (platform: ReturnType<typeof createFakePlatform>) =>
  platform.say({ type: 'started', id: 'start', actor: MINA, locale: 'ko' });

describe.skipIf(!HAS_REDIS)(`talking with a shared Redis${HAS_REDIS ? '' : ` (${NO_REDIS})`}`, () => {
  it('keeps what was said there, for a time, and nothing in the data folder', async () => {
    const { dataDir, platform, start, place, sessions } = await prepare();
    const first = await start();
    await begin(platform);
    await first.stop();
    expect(await sessions.get('fake:t')).toMatchObject({ owner: MINA.id });
    expect(await readdir(dataDir)).toEqual([]);
    const [key = ''] = await place.client.keys('talesrunner:store:sessions::*');
    expect(await place.client.pttl(key)).toBeGreaterThan(29 * DAY);
  });

  it('holds it alone, and lets go of it', async () => {
    const { start } = await prepare();
    const first = await start();
    await expect(start()).rejects.toMatchObject({ code: 'already-running' });
    await first.stop();
    await (await start()).stop();
  });

  it('deletes bytes that no book needs, and no others', async () => {
    const { platform, start, sessions, blobs, place } = await prepare();
    const first = await start();
    await begin(platform);
    await platform.say(
      { type: 'posted', id: 'post', actor: MINA, pictures: [{ source: 'p', place: '1', name: 'p.png' }] },
      { uploads: [{ source: 'p', read: async () => new Uint8Array([1]) }] },
    );
    const pictureKey = async (): Promise<string | undefined> => {
      const session = await sessions.get('fake:t');
      return session?.state === 'open' ? session.scenes[0]?.picture?.key : undefined;
    };
    await expect.poll(pictureKey).toBeDefined();
    const picture = (await pictureKey()) ?? '';
    await first.stop();
    for (const key of [picture, 'pictures/forgotten', `uploads/${randomUUID()}`]) {
      await blobs.put(key, new Uint8Array([1]));
      if (!key.startsWith('uploads/')) await place.client.zadd('talesrunner:blobs', Date.now() - 40 * DAY, key);
    }
    await (await start()).stop();
    const kept = await place.client.zrange('talesrunner:blobs', '0', '-1');
    expect(kept).toContain(picture);
    expect(kept).not.toContain('pictures/forgotten');
    expect(kept.filter((key) => key.startsWith('uploads/'))).toHaveLength(1);
    expect(await place.client.pttl(`talesrunner:blob:${picture}`)).toBeGreaterThan(29 * DAY);
  });
});
