// Bytes by key in Redis, for workers on several machines: each in one hash, piece by piece under a temporary key, then
// renamed, so that it is whole whenever it is there. Redis forgets it after `ttl`; what is in use is kept by sweeping.
import { randomUUID } from 'node:crypto';
import { checkBlobKey } from './blob-key.ts';
import type { Blobs } from './blobs.ts';
import { TalesError } from './errors.ts';
import { answered, type RedisPlace, shownAddress } from './redis.ts';

export interface RedisBlobsOptions {
  readonly place: RedisPlace;
  /** How long bytes outlive their last put, or the last sweep that found them in use. Milliseconds. */
  readonly ttl: number;
}

/** So that no single command keeps the server from its other callers for long. */
const PIECE = 1024 * 1024;
/** The largest value: a book of hundreds of pages is a tenth of it. All of it has to fit into the server's memory. */
const MOST = 1024 * 1024 * 1024;
/** A writer this long between two pieces is gone. Milliseconds. */
const ABANDONED_AFTER = 10 * 60 * 1000;
/** How often bytes that are replaced while they are read are read anew. */
const MOST_READS = 5;

/** Removes bytes that were last put at ARGV[2], or at any time when that is blank. Returns whether there were any. */
const REMOVE = `
if ARGV[2] ~= '' and redis.call('ZSCORE', KEYS[2], ARGV[1]) ~= ARGV[2] then return 0 end
redis.call('ZREM', KEYS[2], ARGV[1])
return redis.call('UNLINK', KEYS[1])`;

function piecesOf(bytes: Uint8Array): readonly Buffer[] {
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Array.from({ length: Math.ceil(whole.length / PIECE) }, (_, index) =>
    whole.subarray(index * PIECE, (index + 1) * PIECE),
  );
}

function createPlaces({ place, ttl }: RedisBlobsOptions) {
  const { client, prefix, url } = place;
  const ask = <R>(work: () => Promise<R>): Promise<R> => answered(url, work);
  const at = (key: string): string => `${prefix}:blob:${key}`;
  /** Every key with the time when it was last put. */
  const index = `${prefix}:blobs`;

  const put = async (key: string, bytes: Uint8Array): Promise<void> => {
    const version = randomUUID();
    const unfinished = `${prefix}:unfinished:${version}`;
    await ask(() => client.hset(unfinished, { version, size: bytes.length }));
    for (const [number, piece] of piecesOf(bytes).entries()) {
      await ask(() => client.pexpire(unfinished, ABANDONED_AFTER));
      await ask(() => client.hset(unfinished, String(number), piece));
    }
    const done = await ask(() =>
      client.multi().rename(unfinished, at(key)).pexpire(at(key), ttl).zadd(index, Date.now(), key).exec(),
    );
    for (const [error] of done ?? []) if (error) throw error;
  };

  /** `undefined` when there is none; `'replaced'` when others were put meanwhile. */
  const readOnce = async (key: string): Promise<Uint8Array | undefined | 'replaced'> => {
    const [version, size] = await ask(() => client.hmget(at(key), 'version', 'size'));
    if (version == null) return undefined;
    const bytes = new Uint8Array(Number(size));
    for (let from = 0, number = 0; from < bytes.length; number += 1) {
      const [still, piece] = await ask(() => client.hmgetBuffer(at(key), 'version', String(number)));
      if (still?.toString() !== version || piece == null) return 'replaced';
      bytes.set(piece, from);
      from += piece.length;
    }
    return bytes;
  };

  const remove = async (key: string, putAt = ''): Promise<boolean> =>
    (await ask(() => client.eval(REMOVE, 2, at(key), index, key, putAt))) === 1;

  return { ask, at, index, put, readOnce, remove };
}

async function read(key: string, readOnce: (key: string) => Promise<Uint8Array | undefined | 'replaced'>) {
  for (let tries = 0; tries < MOST_READS; tries += 1) {
    const found = await readOnce(key);
    if (found !== 'replaced') return found;
  }
  throw new Error(`${key} is replaced faster than it can be read`);
}

/** Every method throws TalesError `store-unusable` when the server does not answer. */
export function createRedisBlobs(options: RedisBlobsOptions): Blobs {
  const { place, ttl } = options;
  const { client, url } = place;
  const { ask, at, index, put, readOnce, remove } = createPlaces(options);
  return {
    async put(key, bytes) {
      checkBlobKey(key);
      if (bytes.length > MOST) throw new TalesError('store-unusable', { path: shownAddress(url), reason: 'memory' });
      await put(key, bytes);
    },
    async get(key) {
      checkBlobKey(key);
      return read(key, readOnce);
    },
    async delete(key) {
      checkBlobKey(key);
      return remove(key);
    },
    async sweep(olderThan, isInUse = () => false) {
      let swept = 0;
      const rows = await ask(() => client.zrange(index, '-inf', `(${olderThan}`, 'BYSCORE', 'WITHSCORES'));
      for (let row = 0; row < rows.length; row += 2) {
        const [key = '', putAt = ''] = rows.slice(row, row + 2);
        if (isInUse(key)) await ask(() => client.pexpire(at(key), ttl));
        else if (await remove(key, putAt)) swept += 1;
      }
      return swept;
    },
  };
}
