// The connection to Redis that blobs, the lease and the queue speak through, what its faults are called, and what a
// server looks like from here. Sessions have a connection of their own, see `redis-keyv.ts`.
import { Redis } from 'ioredis';
import { type StoreFault, TalesError } from './errors.ts';
import type { Log } from './log.ts';
import { errnoOf } from './store-fault.ts';

export type RedisClient = Redis;

/** Where in Redis this program keeps things; every key begins with `prefix`. */
export interface RedisPlace {
  readonly client: RedisClient;
  readonly prefix: string;
  /** May hold a password: never to be shown. */
  readonly url: string;
}

export interface RedisPlaceOptions {
  readonly url: string;
  /** Default `talesrunner`. */
  readonly prefix?: string;
  readonly log: Pick<Log, 'warn'>;
}

export const REDIS_PREFIX = 'talesrunner';

/** How long an answer may take before the place counts as out of reach. Short cuts are waited out. Milliseconds. */
const PATIENCE = 10_000;

/** An address as people may see it: without a name or a password. */
export function shownAddress(url: string): string {
  if (!URL.canParse(url)) return 'redis://';
  const { protocol, host, pathname } = new URL(url);
  return `${protocol}//${host}${pathname === '/' ? '' : pathname}`;
}

/** What the server itself says, by the first word of its error, https://redis.io/docs/latest/develop/reference/protocol-spec/. */
const BY_WORD: Readonly<Record<string, StoreFault>> = {
  OOM: 'memory',
  NOAUTH: 'denied',
  WRONGPASS: 'denied',
  NOPERM: 'denied',
  LOADING: 'busy',
  BUSY: 'busy',
  READONLY: 'unwritable',
  MISCONF: 'unwritable',
};
const UNREACHED: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
]);
const CLOSED = /closed|not connected|timed? ?out|Client is|Socket/i;

function reasonOf(error: unknown): StoreFault {
  const [word = ''] = error instanceof Error ? error.message.split(' ') : [];
  if (BY_WORD[word]) return BY_WORD[word];
  if (/CERT|ERR_TLS/.test(errnoOf(error) ?? '')) return 'untrusted';
  // The libraries have no code for a connection that is gone.
  const isGone = UNREACHED.has(errnoOf(error) ?? '') || (error instanceof Error && CLOSED.test(error.message));
  return isGone ? 'unreachable' : 'failed';
}

/** Whether an error says that the connection is gone, not that the server refuses. */
export const isCut = (error: unknown): boolean => reasonOf(error) === 'unreachable';

/** `store-unusable` about the server, with `error` as its cause; what is one already passes as it is. */
export function redisFault(url: string, error: unknown): TalesError {
  if (error instanceof TalesError) return error;
  const reason = reasonOf(error);
  const retryable = reason === 'unreachable' || reason === 'busy';
  return new TalesError('store-unusable', { path: shownAddress(url), reason }, { cause: error, retryable });
}

/**
 * The answer, or a fault when it does not come in time: what was asked may still be done later.
 * @throws TalesError `store-unusable`
 */
export async function answered<R>(url: string, work: () => Promise<R>, patience = PATIENCE): Promise<R> {
  const { promise: late, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new Error('timed out')), patience);
  try {
    return await Promise.race([work(), late]);
  } catch (error) {
    if (error instanceof TypeError || error instanceof RangeError) throw error;
    throw redisFault(url, error);
  } finally {
    clearTimeout(timer);
  }
}

/** How often it is looked whether the server is away while something ends. Milliseconds. */
const LOOK_EVERY = 500;

/** Waits for the end of something that needs the server; while that is away there is nothing to wait for. */
export async function unlessAway({ client }: RedisPlace, ending: Promise<unknown>): Promise<void> {
  const { promise: away, resolve } = Promise.withResolvers<void>();
  let times = 0;
  const timer = setInterval(() => {
    times = client.status === 'ready' ? 0 : times + 1;
    if (times > 1) resolve();
  }, LOOK_EVERY);
  try {
    await Promise.race([ending, away]);
  } catch (error) {
    if (!isCut(error)) throw error;
  } finally {
    clearInterval(timer);
  }
}

/** Says once that the server is gone, and once that it is back. */
function watchOutages(client: Redis, url: string, log: Pick<Log, 'warn'>): void {
  const place = shownAddress(url);
  let isGone = false;
  client.on('error', (error: unknown) => {
    if (!isGone) log.warn({ err: error, place }, 'Redis is out of reach; it is tried again until it answers');
    isGone = true;
  });
  client.on('ready', () => {
    if (isGone) log.warn({ place }, 'Redis answers again');
    isGone = false;
  });
}

/**
 * Connects, and connects again whenever the connection is cut. Whoever opens it disconnects it.
 * @throws TalesError `store-unusable` when the server cannot be reached now, or does not let this program in.
 */
export async function openRedis({ url, prefix = REDIS_PREFIX, log }: RedisPlaceOptions): Promise<RedisPlace> {
  const client = new Redis(url, {
    lazyConnect: true,
    connectionName: REDIS_PREFIX,
    // Commands wait for the server to come back; those that must not wait for ever use `answered`.
    maxRetriesPerRequest: null,
    retryStrategy: (times) => Math.min(2000, 100 * 2 ** Math.min(times, 10)),
  });
  let first: unknown;
  const remember = (error: unknown): void => {
    first ??= error;
  };
  client.on('error', remember);
  try {
    await answered(url, () => client.connect());
    await answered(url, () => client.ping());
  } catch (error) {
    client.disconnect();
    throw redisFault(url, first ?? error);
  }
  client.off('error', remember);
  watchOutages(client, url, log);
  return { client, prefix, url };
}
