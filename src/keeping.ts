// Where a configuration has things kept: below the data folder, or in Redis, which processes on several machines share;
// held by one talking process alone. What is kept there is left to the callers.
import { join } from 'node:path';
import { openBlobFolder } from './blob-folder.ts';
import type { Blobs } from './blobs.ts';
import { blobFolderOf, type Config } from './config.ts';
import type { TalesError } from './errors.ts';
import type { Log } from './log.ts';
import type { RedisPlace } from './redis.ts';
import { holdLock } from './running-lock.ts';
import { readEntries, type StoredEntry } from './sqlite-reading.ts';
import { openRedisStores, openStores, type Stores } from './store.ts';

const DAY = 24 * 60 * 60 * 1000;

export interface Keeping {
  readonly stores: Stores;
  readonly blobs: Blobs;
  /** Where jobs go through as well; absent when everything is below the data folder. */
  readonly place?: RedisPlace;
  close(): Promise<void>;
}

export interface KeepingOptions {
  readonly config: Config;
  readonly log: Pick<Log, 'warn'>;
  /** Called when another process has taken the place over; this one has to stop. Only in Redis. */
  readonly onLost: (error: TalesError) => void;
}

/** Steps to undo, the last first. */
function createUndo() {
  const steps: (() => unknown)[] = [];
  const undo = async (): Promise<void> => {
    for (const step of steps.splice(0).reverse()) await step();
  };
  return { steps, undo };
}

/** Bytes outlive the last change of their book by a day: its own time is counted from a later moment. */
async function blobsIn(place: RedisPlace, { retentionDays }: Config): Promise<Blobs> {
  const { createRedisBlobs } = await import('./redis-blobs.ts');
  return createRedisBlobs({ place, ttl: (retentionDays + 1) * DAY });
}

async function keepInRedis({ config, log, onLost }: KeepingOptions, url: string, steps: (() => unknown)[]) {
  const [{ openRedis }, { reportOn }, { holdLease }] = await Promise.all([
    import('./redis.ts'),
    import('./redis-report.ts'),
    import('./redis-lease.ts'),
  ]);
  const place = await openRedis({ url, log });
  steps.push(() => place.client.disconnect());
  const { lasting, forgetful, address } = await reportOn(place);
  if (!lasting) log.warn({ place: address }, 'this Redis saves nothing: what it holds is lost when it ends');
  if (forgetful) log.warn({ place: address }, 'this Redis throws things away when its memory is full');
  const lease = await holdLease({ place, log, onLost });
  steps.push(() => lease.release());
  const stores = await openRedisStores({ url });
  steps.push(() => stores.close());
  return { stores, blobs: await blobsIn(place, config), place };
}

async function keepInFolder({ config }: KeepingOptions, steps: (() => unknown)[]) {
  // The database may lie elsewhere than the bytes, and two programs may share either.
  for (const path of [join(config.dataDir, 'running.lock'), `${config.storeFile}.lock`]) {
    const lock = await holdLock(path);
    steps.push(() => lock.release());
  }
  const stores = await openStores({ path: config.storeFile });
  steps.push(() => stores.close());
  return { stores, blobs: await openBlobFolder({ folder: blobFolderOf(config) }) };
}

/**
 * Opens what a talking process keeps, for itself alone.
 * @throws TalesError `already-running` when another process has it, `store-unusable`.
 */
export async function openKeeping(options: KeepingOptions): Promise<Keeping> {
  const { redis } = options.config;
  const { steps, undo } = createUndo();
  try {
    const kept = redis ? await keepInRedis(options, redis.url, steps) : await keepInFolder(options, steps);
    return { ...kept, close: undo };
  } catch (error) {
    await undo();
    throw error;
  }
}

/**
 * Opens the bytes alone, for a worker. That Redis is out of reach is told by the connection that its jobs come through.
 * @throws TalesError `store-unusable`
 */
export async function openBlobs(config: Config): Promise<Blobs> {
  if (config.redis === undefined) return openBlobFolder({ folder: blobFolderOf(config) });
  const { openRedis } = await import('./redis.ts');
  return blobsIn(await openRedis({ url: config.redis.url, log: { warn: () => {} } }), config);
}

/**
 * All that is kept beside bytes, looked up without changing anything, also while the program runs.
 * @throws TalesError `store-unusable`
 */
export async function readKept(
  { storeFile, redis }: Pick<Config, 'storeFile' | 'redis'>,
  now: number,
): Promise<readonly StoredEntry[]> {
  if (redis === undefined) return readEntries(storeFile, now);
  const { openRedisStorage } = await import('./redis-keyv.ts');
  const storage = await openRedisStorage({ url: redis.url });
  try {
    return await storage.entries(now);
  } finally {
    await storage.close();
  }
}

export interface ReadableBytes {
  /** `undefined` for what is gone. */
  get(key: string): Promise<Uint8Array | undefined>;
  close(): void;
}

/** The bytes in Redis, to be read; `undefined` where they lie in a folder. @throws TalesError `store-unusable` */
export async function openSharedBytes(config: Config): Promise<ReadableBytes | undefined> {
  if (config.redis === undefined) return undefined;
  const { openRedis } = await import('./redis.ts');
  const place = await openRedis({ url: config.redis.url, log: { warn: () => {} } });
  const blobs = await blobsIn(place, config);
  return { get: (key) => blobs.get(key), close: () => place.client.disconnect() };
}
