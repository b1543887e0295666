// The talking process put together: what it locks, sweeps and closes, and what it says when it cannot start.
import { utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openBlobFolder } from '../../src/blob-folder.ts';
import type { Session } from '../../src/bots/conversation/session.ts';
import { blobFolderOf, type Config, readConfig } from '../../src/config.ts';
import { createLog } from '../../src/log.ts';
import { startTalking, type TalkingOptions } from '../../src/main/talking.ts';
import { createInlineQueue } from '../../src/pipeline/queue/inline.ts';
import { holdLock } from '../../src/running-lock.ts';
import { openStores } from '../../src/store.ts';
import { MINA } from '../bots/conversation/talk.ts';
import { scriptedHandlers } from '../contracts/scripted-handlers.ts';
import { createFakePlatform, createService } from '../fakes/platform.ts';
import { freshFolder } from '../support/folder.ts';

const log = createLog('silent');
const DAY = 24 * 60 * 60 * 1000;

async function prepare(environment: Record<string, string> = {}) {
  const config = readConfig({ DATA_DIR: await freshFolder(), ...environment });
  const platform = createFakePlatform({ service: createService() });
  const start = async (more: Partial<TalkingOptions> = {}) => {
    const talking = await startTalking({
      locale: 'ko',
      config,
      log,
      announce: () => {},
      createQueue: () => createInlineQueue({ handlers: scriptedHandlers, log }),
      platforms: async () => [platform],
      ...more,
    });
    onTestFinished(() => talking.stop());
    return talking;
  };
  return { config, platform, start };
}

/** Bytes that were put so many days ago. */
async function putOld(config: Config, key: string, days: number): Promise<void> {
  const folder = blobFolderOf(config);
  await (await openBlobFolder({ folder })).put(key, new Uint8Array([1]));
  const then = (Date.now() - days * DAY) / 1000;
  await utimes(join(folder, key), then, then);
}

const begin = (platform: ReturnType<typeof createFakePlatform>) =>
  platform.say({ type: 'started', id: 'start', actor: MINA, locale: 'ko' });

describe('talking', () => {
  it('keeps what was said in the data folder, for the next time', async () => {
    const { config, platform, start } = await prepare();
    const first = await start();
    await begin(platform);
    await first.stop();
    const stores = await openStores({ path: config.storeFile });
    onTestFinished(() => stores.close());
    expect(await stores.open<Session>({ namespace: 'sessions' }).get('fake:t')).toMatchObject({ owner: MINA.id });
  });

  it('tells platforms what describes pictures, and how a model could be had where nothing does', async () => {
    const captioningOf = async (environment: Record<string, string>) => {
      const { start, platform } = await prepare(environment);
      let told: unknown;
      const platforms: TalkingOptions['platforms'] = async ({ captioning }) => {
        told = captioning;
        return [platform];
      };
      await start({ platforms });
      return told;
    };
    expect(await captioningOf({})).toEqual({
      engine: 'none',
      offer: { command: 'npx storybook models pull blip', size: 990_000_000 },
    });
    expect(await captioningOf({ BLIP_DIR: 'somewhere' })).toEqual({ engine: 'blip' });
    expect(await captioningOf({ CAPTIONER: 'none' })).toEqual({ engine: 'none' });
  });

  it('holds its folder alone, and lets go of it', async () => {
    const { config, start } = await prepare();
    const first = await start();
    await expect(start()).rejects.toMatchObject({ code: 'already-running', details: { folder: config.dataDir } });
    await first.stop();
    await (await start()).stop();
  });

  it('does not share its database with the program of another folder', async () => {
    const { config, start } = await prepare();
    await start();
    const dataDir = await freshFolder();
    await expect(start({ config: { ...config, dataDir } })).rejects.toMatchObject({ code: 'already-running' });
  });

  it('closes everything again when a platform cannot be started', async () => {
    const { config, start } = await prepare();
    const platforms = () => Promise.reject(new Error('no such service'));
    await expect(start({ platforms })).rejects.toThrow('no such service');
    (await holdLock(join(config.dataDir, 'running.lock'))).release();
  });

  it('stops and closes the rest when something cannot be stopped, and tells the first fault', async () => {
    const { config, platform, start } = await prepare();
    const first = { ...platform, name: 'first', stop: () => Promise.reject(new Error('it hangs')) };
    const queue = createInlineQueue({ handlers: scriptedHandlers, log });
    const close = () => queue.close().then(() => Promise.reject(new Error('it jams')));
    const talking = await startTalking({
      locale: 'ko',
      config,
      log,
      announce: () => {},
      createQueue: () => ({ ...queue, close }),
      platforms: async () => [first],
    });
    await expect(talking.stop()).rejects.toThrow('it hangs');
    // The lock is free, and so is the store below it.
    await (await start()).stop();
  });

  it('says why it did not start, even when it cannot be undone either', async () => {
    const { config, platform } = await prepare();
    const lock = join(config.dataDir, 'running.lock');
    const queue = createInlineQueue({ handlers: scriptedHandlers, log });
    const starting = startTalking({
      locale: 'ko',
      config,
      log,
      announce: () => {},
      createQueue: () => ({ ...queue, close: () => Promise.reject(new Error('it jams')) }),
      platforms: async () => [{ ...platform, start: () => Promise.reject(new Error('no such service')) }],
    });
    await expect(starting).rejects.toThrow('no such service');
    (await holdLock(lock)).release();
  });

  it('says that there is nothing to start', async () => {
    const { start } = await prepare({ WEB: 'off' });
    await expect(start({ platforms: async () => [] })).rejects.toMatchObject({ code: 'nothing-to-start' });
  });

  it('deletes bytes that no book needs, and no others', async () => {
    const { config, platform, start } = await prepare();
    const first = await start();
    await begin(platform);
    await platform.say(
      {
        type: 'posted',
        id: 'post',
        actor: MINA,
        pictures: [{ source: 'p', place: '1', name: 'p.png' }],
      },
      { uploads: [{ source: 'p', read: async () => new Uint8Array([1]) }] },
    );
    const stores = await openStores({ path: config.storeFile });
    const sessions = stores.open<Session>({ namespace: 'sessions' });
    const pictureKey = async (): Promise<string | undefined> => {
      const session = await sessions.get('fake:t');
      return session?.state === 'open' ? session.scenes[0]?.picture?.key : undefined;
    };
    await expect.poll(pictureKey).toBeDefined();
    const picture = (await pictureKey()) ?? '';
    await stores.close();
    await first.stop();
    await putOld(config, picture, 40);
    await putOld(config, 'pictures/forgotten', 40);
    await putOld(config, 'uploads/just-now', 0);
    await (await start()).stop();
    const blobs = await openBlobFolder({ folder: blobFolderOf(config) });
    expect(await blobs.get(picture)).toBeDefined();
    expect(await blobs.get('uploads/just-now')).toBeDefined();
    expect(await blobs.get('pictures/forgotten')).toBeUndefined();
  });

  it('forgets a book after the days that were set', async () => {
    const { config, platform, start } = await prepare({ RETENTION_DAYS: '2' });
    const first = await start();
    await begin(platform);
    await first.stop();
    const stores = await openStores({ path: config.storeFile });
    onTestFinished(() => stores.close());
    expect(await stores.sweep(Date.now() + 1 * DAY)).toBe(0);
    expect(await stores.sweep(Date.now() + 3 * DAY)).toBe(1);
  });
});
