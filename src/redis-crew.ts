// Who works: each worker says now and again that it is there, so that the talking process and `storybook doctor` know
// whether anybody takes the work that waits. Time is the server's, because machines disagree.
import type { RedisPlace } from './redis.ts';

type Place = Pick<RedisPlace, 'client' | 'prefix'>;

/** Who has said nothing for so long is gone. Seconds. */
const GONE_AFTER = 30;
const SAY_EVERY = 10_000;

const SAY = `
redis.call('ZADD', KEYS[1], redis.call('TIME')[1], ARGV[1])
return redis.call('EXPIRE', KEYS[1], ARGV[2])`;
const COUNT = "return redis.call('ZCOUNT', KEYS[1], redis.call('TIME')[1] - ARGV[1], '+inf')";

const keyOf = ({ prefix }: Place): string => `${prefix}:workers`;

/** How many workers there are. */
export const countWorkers = async (place: Place): Promise<number> =>
  Number(await place.client.eval(COUNT, 1, keyOf(place), GONE_AFTER));

/** Says that this one is there, until it is ended. */
export function joinCrew(place: Place, id: string): { leave(): Promise<unknown> } {
  const { client } = place;
  // Unsaid while the server is away, and said again when it is back.
  const say = (): void => {
    if (client.status === 'ready') client.eval(SAY, 1, keyOf(place), id, GONE_AFTER).catch(() => {});
  };
  say();
  const timer = setInterval(say, SAY_EVERY);
  return {
    leave() {
      clearInterval(timer);
      return client.zrem(keyOf(place), id);
    },
  };
}
