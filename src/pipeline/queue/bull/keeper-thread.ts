// The thread that renews the locks of a worker's jobs while its main thread computes, which may take minutes without a
// pause. It stops renewing when the main thread has said nothing for too long: such a worker is as good as dead.
import { setTimeout as pause } from 'node:timers/promises';
import { parentPort, workerData } from 'node:worker_threads';
import { openRedis, type RedisPlace } from '../../../redis.ts';
import { openLocks } from './door.ts';
import type { KeeperData, ToKeeper } from './keeper.ts';

const AGAIN_AFTER = 500;
const { url, prefix, lockMs, patienceMs } = workerData as KeeperData;

/** The main thread has just reached the server; when it is away again at once, it is waited for. */
async function connect(): Promise<RedisPlace> {
  for (;;) {
    try {
      return await openRedis({ url, prefix, log: { warn: () => {} } });
    } catch {
      await pause(AGAIN_AFTER);
    }
  }
}

const place = await connect();
const extend = openLocks(place);
/** Token to id. */
const held = new Map<string, string>();
let heardAt = performance.now();

parentPort?.on('message', (message: ToKeeper) => {
  heardAt = performance.now();
  if (message.type === 'hold') held.set(message.token, message.id);
  if (message.type === 'drop') held.delete(message.token);
});

setInterval(() => {
  if (held.size === 0 || performance.now() - heardAt > patienceMs || place.client.status !== 'ready') return;
  // A lock that is lost already is the main thread's to find out.
  extend([...held.values()], [...held.keys()], lockMs).catch(() => {});
}, lockMs / 3);
