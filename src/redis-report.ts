// What a Redis server is like, for `storybook doctor` and for the log: whether it answers, and whether it would lose things.
import type { Config } from './config.ts';
import { answered, openRedis, type RedisClient, type RedisPlace, shownAddress } from './redis.ts';
import { countWorkers } from './redis-crew.ts';

export interface RedisReport {
  /** Without a password. */
  readonly address: string;
  readonly version: string;
  /** Bytes; `limit` is absent where there is none. */
  readonly memory: { readonly used: number; readonly limit?: number };
  /** Whether what it holds outlives the server. */
  readonly lasting: boolean;
  /** How many take work from it just now. */
  readonly workers: number;
  /** Whether it throws away what it has promised to keep when its memory is full. */
  readonly forgetful: boolean;
}

const fieldsOf = (info: string): Readonly<Record<string, string>> =>
  Object.fromEntries(info.split(/\r?\n/).flatMap((line) => (/^\w+:/.test(line) ? [line.split(/:(.*)/, 2)] : [])));

/** Managed servers do not tell how they save; then saving counts as their own business. */
async function savesOf(client: RedisClient): Promise<boolean> {
  const [, save] = await client.config('GET', 'save').then(
    (answer) => answer as readonly string[],
    () => [],
  );
  return save === undefined || save !== '';
}

/** @throws TalesError `store-unusable` */
export async function reportOn({ url, client, prefix }: RedisPlace): Promise<RedisReport> {
  const info = fieldsOf(await answered(url, () => client.info()));
  const limit = Number(info['maxmemory'] ?? 0);
  return {
    address: shownAddress(url),
    version: info['redis_version'] ?? '',
    memory: { used: Number(info['used_memory'] ?? 0), ...(limit > 0 && { limit }) },
    lasting: info['aof_enabled'] === '1' || (await savesOf(client)),
    workers: await answered(url, () => countWorkers({ client, prefix })),
    forgetful: (info['maxmemory_policy'] ?? 'noeviction') !== 'noeviction',
  };
}

/**
 * Looks at the server that the configuration names; `undefined` when it names none.
 * @throws TalesError `store-unusable` when it cannot be reached or does not let this program in.
 */
export async function examineRedis({ redis }: Pick<Config, 'redis'>): Promise<RedisReport | undefined> {
  if (redis === undefined) return undefined;
  const place = await openRedis({ url: redis.url, log: { warn: () => {} } });
  try {
    return await reportOn(place);
  } finally {
    place.client.disconnect();
  }
}
