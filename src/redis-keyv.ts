// Keyv's storage adapter over @keyv/redis: keys are spelled so that any string is one, faults are thrown by the call
// that met them, and an answer that does not come in time is a fault. One adapter serves one Keyv.
import KeyvRedis, { createClient } from '@keyv/redis';
import { answered, isCut, REDIS_PREFIX, redisFault, shownAddress } from './redis.ts';
import type { StoredEntry } from './sqlite-reading.ts';

export interface RedisStoresOptions {
  readonly url: string;
  /** Default `talesrunner`. */
  readonly prefix?: string;
}

/** What Keyv asks of a store (`KeyvStoreAdapter`), as far as this program uses it. */
export interface RedisAdapter {
  readonly opts: { readonly dialect: 'redis'; readonly url: string };
  namespace?: string | undefined;
  get(key: string): Promise<string | undefined>;
  set(key: string, value: string, ttl?: number): Promise<boolean>;
  delete(key: string): Promise<boolean>;
  clear(): Promise<void>;
  iterator(namespace?: string): AsyncGenerator<[string, string], void>;
  on(event: string, listener: (...values: unknown[]) => void): RedisAdapter;
}

export interface RedisStorage {
  /** A new adapter on this connection. */
  adapter(): RedisAdapter;
  /** Deletes what has expired before `now` (Unix milliseconds); the server does so by itself, some time. Returns how many. */
  sweep(now: number): Promise<number>;
  /** All that is kept and has not expired at `now`, sorted as a database file's is. */
  entries(now: number): Promise<readonly StoredEntry[]>;
  close(): Promise<void>;
}

type Client = ReturnType<typeof connect>;
type Guard = <R>(work: () => Promise<R>) => Promise<R>;

interface Storage {
  readonly client: Client;
  readonly guard: Guard;
  readonly url: string;
  readonly prefix: string;
}

const PAGE = 200;
/** How often one question may meet a connection that is cut, within the time for an answer. */
const MOST_TRIES = 5;
/** Deletes a value unless it was set anew since it was read. */
const DELETE_IF_SAME = "return redis.call('GET', KEYS[1]) == ARGV[1] and redis.call('UNLINK', KEYS[1]) or 0";

/** A JSON string holds every key there is, NUL and lone surrogates included. */
const encode = (key: string): string => JSON.stringify(key);
const decode = (key: string): string => String(JSON.parse(key));

/** Nothing in it means anything to Redis' patterns, and it holds no colon. */
const spell = (namespace: string): string =>
  encodeURIComponent(namespace).replace(/[!'()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16)}`);

const connect = (url: string) =>
  createClient({
    url,
    name: REDIS_PREFIX,
    socket: { reconnectStrategy: (tries) => Math.min(2000, 100 * 2 ** Math.min(tries, 10)) },
  });

/** Scanning may show a key twice. */
async function* scan({ client, guard }: Storage, pattern: string): AsyncGenerator<readonly [string, string][]> {
  const seen = new Set<string>();
  let cursor = '0';
  do {
    const page = await guard(() => client.scan(cursor, { MATCH: pattern, COUNT: PAGE, TYPE: 'string' }));
    cursor = String(page.cursor);
    const keys = page.keys.map(String).filter((key) => !seen.has(key));
    for (const key of keys) seen.add(key);
    const values = keys.length > 0 ? await guard(() => client.mGet(keys)) : [];
    yield keys.flatMap((key, index) => {
      const value = values[index];
      return typeof value === 'string' ? [[key, value] as const] : [];
    }) as [string, string][];
  } while (cursor !== '0');
}

function createAdapter(storage: Storage): RedisAdapter {
  const { client, guard, url, prefix } = storage;
  const rootOf = (namespace: string | undefined): string => `${prefix}:store:${spell(namespace ?? '')}`;
  const keyv = new KeyvRedis<string>(client, { throwOnErrors: true, throwOnConnectError: true });
  // Every fault is thrown to whoever asked as well.
  keyv.on('error', () => {});
  const inPlace = <R>(work: () => Promise<R>): Promise<R> =>
    guard(() => {
      keyv.namespace = rootOf(adapter.namespace);
      return work();
    });
  const adapter: RedisAdapter = {
    opts: { dialect: 'redis', url: shownAddress(url) },
    get: (key) => inPlace(async () => (await keyv.get<string>(encode(key))) ?? undefined),
    set: (key, value, ttl) =>
      inPlace(async () => {
        await keyv.set(encode(key), value, ttl);
        return true;
      }),
    delete: (key) => inPlace(() => keyv.delete(encode(key))),
    clear: () => inPlace(() => keyv.clear()),
    async *iterator(namespace = adapter.namespace) {
      const start = `${rootOf(namespace)}::`;
      for await (const page of scan(storage, `${start}*`))
        for (const [key, value] of page) yield [decode(key.slice(start.length)), value];
    },
    on: () => adapter,
  };
  return adapter;
}

async function sweep(storage: Storage, now: number): Promise<number> {
  const { client, guard, prefix } = storage;
  let swept = 0;
  for await (const page of scan(storage, `${prefix}:store:*`)) {
    for (const [key, value] of page) {
      if (!(JSON.parse(value).expires < now)) continue;
      swept += Number(await guard(() => client.eval(DELETE_IF_SAME, { keys: [key], arguments: [value] })));
    }
  }
  return swept;
}

async function entriesIn(storage: Storage, now: number): Promise<readonly StoredEntry[]> {
  const start = `${storage.prefix}:store:`;
  const entries: StoredEntry[] = [];
  for await (const page of scan(storage, `${start}*`)) {
    for (const [full, text] of page) {
      // No namespace is spelled with a colon.
      const [namespace = '', key = ''] = full.slice(start.length).split(/::(.*)/su, 2);
      const { value, expires } = JSON.parse(text);
      if (typeof expires === 'number' && expires < now) continue;
      entries.push({
        namespace: decodeURIComponent(namespace),
        ...{ key: decode(key), value },
        ...(typeof expires === 'number' && { expires }),
      });
    }
  }
  const order = ({ namespace, key }: StoredEntry): string => `${namespace} ${key}`;
  return entries.toSorted((one, other) => (order(one) < order(other) ? -1 : 1));
}

/** @throws TalesError `store-unusable` when the server cannot be reached now; as does every method later. */
export async function openRedisStorage({ url, prefix = REDIS_PREFIX }: RedisStoresOptions): Promise<RedisStorage> {
  const client = connect(url);
  let isClosed = false;
  // Once closed, the library would connect anew.
  const ask = async <R>(work: () => Promise<R>, tries = 1): Promise<R> => {
    if (isClosed) throw new Error('closed');
    try {
      return await work();
    } catch (error) {
      // What was on its way when the connection was cut is asked again; all that is asked here may be done twice.
      if (!isCut(error) || isClosed || tries >= MOST_TRIES) throw error;
      return ask(work, tries + 1);
    }
  };
  const guard: Guard = (work) => answered(url, () => ask(work));
  const storage = { client, guard, url, prefix };
  // The connection of the blobs tells of outages; this one meets the same.
  const failed = Promise.withResolvers<never>();
  failed.promise.catch(() => {});
  client.on('error', failed.reject);
  try {
    await guard(() => Promise.race([client.connect(), failed.promise]));
  } catch (error) {
    client.destroy();
    throw redisFault(url, error);
  }
  return {
    adapter: () => createAdapter(storage),
    sweep: (now) => sweep(storage, now),
    entries: (now) => entriesIn(storage, now),
    // What was asked before is answered first; without a server there is nothing to wait for.
    close: async () => {
      if (isClosed) return;
      isClosed = true;
      if (client.isReady) await answered(url, () => client.close());
      else client.destroy();
    },
  };
}
