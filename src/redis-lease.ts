// One process alone keeps conversations in a Redis: it holds a lease, which it renews and which runs out by itself when
// the process dies. The lock of a folder is in `running-lock.ts`.
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { TalesError } from './errors.ts';
import type { Log } from './log.ts';
import { answered, type RedisPlace, shownAddress } from './redis.ts';

export interface LeaseOptions {
  readonly place: RedisPlace;
  readonly log: Pick<Log, 'warn'>;
  /** Called once, when another process has taken it: this one has to stop. */
  readonly onLost: (error: TalesError<'already-running'>) => void;
  /** How long it lasts when it is not renewed, in milliseconds. Default 10000. */
  readonly lastsMs?: number;
}

export interface Lease {
  release(): Promise<void>;
}

/** Renews the lease, or takes it where it has run out and nobody has it. Returns whether this process has it now. */
const RENEW = `
local holder = redis.call('GET', KEYS[1])
if holder and holder ~= ARGV[1] then return 0 end
redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])
return 1`;
const RELEASE = "return redis.call('GET', KEYS[1]) == ARGV[1] and redis.call('DEL', KEYS[1]) or 0";

/**
 * Waits for a lease whose holder has died to run out, which takes `lastsMs` at most.
 * @throws TalesError `already-running` when another process renews it, `store-unusable`.
 */
export async function holdLease({ place, log, onLost, lastsMs = 10_000 }: LeaseOptions): Promise<Lease> {
  const { client, url, prefix } = place;
  const key = `${prefix}:running`;
  const token = randomUUID();
  const ask = <R>(work: () => Promise<R>): Promise<R> => answered(url, work);
  const held = () => new TalesError('already-running', { folder: shownAddress(url) });
  const renew = async (): Promise<boolean> => (await ask(() => client.eval(RENEW, 1, key, token, lastsMs))) === 1;

  for (let least = Number.POSITIVE_INFINITY; !(await renew()); ) {
    const left = await ask(() => client.pttl(key));
    // It only ever gets shorter, unless somebody is there to renew it.
    if (left > least) throw held();
    least = left;
    await pause(lastsMs / 20);
  }

  let isRenewing = false;
  const keep = async (): Promise<void> => {
    if (isRenewing) return;
    isRenewing = true;
    try {
      if (await renew()) return;
      clearInterval(timer);
      onLost(held());
    } catch (error) {
      // Without the server nobody else can take it either. What follows shows when it answers again.
      log.warn({ err: error }, 'the lease could not be renewed');
    } finally {
      isRenewing = false;
    }
  };
  const timer = setInterval(keep, lastsMs / 4);
  return {
    async release() {
      clearInterval(timer);
      if (client.status === 'ready') await ask(() => client.eval(RELEASE, 1, key, token));
    },
  };
}
