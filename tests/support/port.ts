// Ports that are known before anybody listens there, for programs that come back at the same address.
import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:net';

/**
 * Below the ports that systems give to whoever asks for any: those are given to another test while the program that is
 * to come back is away. And above those that browsers do not open.
 */
const [FIRST, LAST] = [20_000, 32_000];

export async function freePort(): Promise<number> {
  for (;;) {
    const port = randomInt(FIRST, LAST);
    const server = createServer();
    const outcome = once(server.listen(port, '127.0.0.1'), 'listening').then(
      () => 'free',
      () => 'taken',
    );
    const isFree = (await outcome) === 'free';
    if (isFree) await once(server.close(), 'close');
    if (isFree) return port;
  }
}
