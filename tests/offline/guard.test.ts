// The guard that the proofs beside this file rest on: it stops every way out that Node has, and lets pass what is named.
import { once } from 'node:events';
import { createServer } from 'node:net';
import { expect, it, onTestFinished } from 'vitest';
import { type Guarded, guarded } from '../support/guarded.ts';
import { spawnProgram } from './spawn.ts';

/** Resolves with whether the program ended well. */
const stray = async ({ environment }: Guarded, way: string, address?: string): Promise<boolean> =>
  (await spawnProgram('tests/offline/stray.ts', [way, ...(address ? [address] : [])], environment)).status === 0;

it.each([
  ['net', 'tcp 192.0.2.1:80'],
  ['tls', 'tcp 192.0.2.1:80'],
  ['http', 'tcp 192.0.2.1:80'],
  ['https', 'tcp 192.0.2.1:80'],
  ['http2', 'tcp 192.0.2.1:80'],
  ['fetch', 'tcp 192.0.2.1:80'],
  ['fetch by name', 'dns example.com'],
  ['websocket', 'tcp 192.0.2.1:80'],
  ['udp', 'udp 192.0.2.1:80'],
  ['udp connected', 'udp 192.0.2.1:80'],
  ['lookup', 'dns example.com'],
  ['lookup later', 'dns example.com'],
  ['resolve', 'dns example.com'],
  ['resolve later', 'dns example.com'],
  ['resolver', 'dns example.com'],
  ['in a thread', 'tcp 192.0.2.1:80'],
  ['in a child', 'tcp 192.0.2.1:80'],
])('stops and writes down: %s', async (way, tried) => {
  const guard = await guarded();
  const endedWell = await stray(guard, way);
  expect(guard.strayed()).toEqual([expect.stringContaining(tried)]);
  // What a socket or a child does in the background may be told to it alone; everything else ends in an error.
  if (!['websocket', 'in a child'].includes(way)) expect(endedWell).toBe(false);
});

it('stops what goes to this computer too, unless that very port is named', async () => {
  const server = createServer((socket) => void socket.end());
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  const named = `127.0.0.1:${address.port}`;
  const strict = await guarded();
  expect(await stray(strict, 'net', named)).toBe(false);
  expect(strict.strayed()).toEqual([`stray.ts: tcp ${named}`]);
  const kind = await guarded(named);
  expect(await stray(kind, 'net', named)).toBe(true);
  expect(kind.strayed()).toEqual([]);
  expect(await stray(kind, 'net', '[::1]:9')).toBe(false);
  expect(kind.strayed()).toEqual(['stray.ts: tcp [::1]:9']);
});
