// Small things kept under a key for a time, over Keyv: in one SQLite file, in Redis, or in memory for tests.
// Bytes are left to `blobs.ts`; what is stored, and when it is swept, to the callers.
import { Keyv } from 'keyv';
import { checkJson } from './json.ts';
import type { RedisAdapter, RedisStoresOptions } from './redis-keyv.ts';
import { openSqliteFile, type SqliteAdapter } from './sqlite-keyv.ts';

/** Values survive JSON. Every method throws TalesError `store-unusable` when the store does not answer. */
export interface Store<T> {
  /** `undefined` when there is none, or it has expired. */
  get(key: string): Promise<T | undefined>;
  /** Kept, for good, when this resolves. The time to live starts anew. @param ttl instead of the store's own. */
  set(key: string, value: T, ttl?: number): Promise<void>;
  /** Whether there was one. */
  delete(key: string): Promise<boolean>;
  /** Every key, in no particular order. Keys set or deleted meanwhile may or may not be among them. */
  keys(): AsyncIterable<string>;
}

export interface StoreOptions {
  /** Sets this store's keys apart from those of others in the same place. */
  readonly namespace: string;
  /** Time to live in milliseconds, from each `set`; absence means for ever. */
  readonly ttl?: number;
}

/** A place that holds stores. Two stores of one namespace are the same store. */
export interface Stores {
  open<T>(options: StoreOptions): Store<T>;
  /**
   * Really deletes what had expired at `now` (Unix milliseconds), in every namespace; what was deleted before leaves
   * the disk too. Returns how many had expired.
   */
  sweep(now: number): Promise<number>;
  close(): Promise<void>;
}

export interface FileStoresOptions {
  /** The database file. Its folder is made when missing. */
  readonly path: string;
  /** How long to wait for other processes, in milliseconds. Default 5000. */
  readonly busyTimeout?: number;
}

type Backend = SqliteAdapter | RedisAdapter | Map<string, string>;

function openStore<T>(backend: Backend, { namespace, ttl }: StoreOptions): Store<T> {
  if (namespace === '') throw new RangeError('a store needs a namespace');
  if (ttl !== undefined && !(Number.isSafeInteger(ttl) && ttl > 0)) {
    throw new RangeError(`the ttl of store "${namespace}" must be a whole number of milliseconds above 0, not ${ttl}`);
  }
  const keyv = new Keyv<T>({
    store: backend,
    namespace,
    ...(ttl !== undefined && { ttl }),
    // Keyv takes a key that begins with "namespace:" for one already prefixed; backends keep namespaces apart themselves.
    useKeyPrefix: false,
    // By default Keyv answers a failed `get` with undefined and a failed `set` with false.
    throwOnErrors: true,
    serialize: JSON.stringify,
    deserialize: JSON.parse,
  });
  return {
    get: (key) => keyv.get<T>(key),
    async set(key, value, own) {
      checkJson(value);
      if (!(await keyv.set(key, value, own))) throw new Error(`store "${namespace}" did not take a value`);
    },
    delete: (key) => keyv.delete(key),
    async *keys() {
      if (keyv.iterator === undefined) throw new Error('this backend of Keyv cannot list its keys');
      for await (const [key] of keyv.iterator(namespace)) yield String(key);
    },
  };
}

/**
 * Stores in one file, which several processes may open at once.
 * @throws TalesError `store-unusable` when the file cannot be opened.
 */
export async function openStores({ path, busyTimeout = 5000 }: FileStoresOptions): Promise<Stores> {
  const file = await openSqliteFile({ path, busyTimeout });
  return {
    open: (options) => openStore(file.adapter(), options),
    sweep: async (now) => file.sweep(now),
    close: async () => file.close(),
  };
}

/**
 * Stores in Redis, which processes on several machines may open at once. What is acknowledged lasts as the server
 * saves; it deletes what has expired by itself.
 * @throws TalesError `store-unusable` when the server cannot be reached.
 */
export async function openRedisStores(options: RedisStoresOptions): Promise<Stores> {
  const { openRedisStorage } = await import('./redis-keyv.ts');
  const storage = await openRedisStorage(options);
  return {
    open: (store) => openStore(storage.adapter(), store),
    sweep: (now) => storage.sweep(now),
    close: () => storage.close(),
  };
}

/** Stores that last as long as this process, for tests. */
export function memoryStores(): Stores {
  const maps = new Map<string, Map<string, string>>();
  const expired = (raw: string, now: number): boolean => JSON.parse(raw).expires < now;
  return {
    open(options) {
      const map = maps.get(options.namespace) ?? new Map<string, string>();
      maps.set(options.namespace, map);
      return openStore(map, options);
    },
    async sweep(now) {
      const doomed = [...maps.values()].flatMap((map) =>
        [...map].filter(([, raw]) => expired(raw, now)).map(([key]) => ({ map, key })),
      );
      for (const { map, key } of doomed) map.delete(key);
      return doomed.length;
    },
    close: async () => {},
  };
}
