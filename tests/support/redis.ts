// A Redis server of the test's own, on loopback, where Debian's `redis-server` is installed; it keeps nothing, unless
// it is to come back after it was cut off.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from './port.ts';

const COMMAND = 'redis-server';

export const HAS_REDIS = spawnSync(COMMAND, ['--version']).error === undefined;
export const NO_REDIS = 'redis-server is not installed here: what needs one is skipped';

export interface RedisServer {
  readonly url: string;
  readonly port: number;
  /** As by a power cut. */
  kill(): Promise<void>;
  /** Starts it again on the same port, with what it had saved. */
  restart(): Promise<void>;
  /** Ends it and deletes what it kept. */
  remove(): Promise<void>;
}

export interface RedisServerOptions {
  /** Whether it saves each write before it answers. Default no. */
  readonly lasting?: boolean;
  readonly password?: string;
}

/** Resolves when it takes connections; `undefined` when it ended before, as when the port was taken meanwhile. */
async function launch(port: number, folder: string, more: readonly string[]): Promise<ChildProcess | undefined> {
  const words = ['--port', String(port), '--bind', '127.0.0.1', '--dir', folder, '--save', '', ...more];
  const child = spawn(COMMAND, words, { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = once(child, 'exit').then(() => undefined);
  const ready = new Promise<ChildProcess>((resolve) => {
    let said = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      if (said.includes('Ready to accept connections')) resolve(child);
    });
  });
  return Promise.race([ready, ended]);
}

export async function startRedis({ lasting = false, password }: RedisServerOptions = {}): Promise<RedisServer> {
  const folder = await mkdtemp(join(tmpdir(), 'talesrunner-redis-'));
  const more = [
    ...(lasting ? ['--appendonly', 'yes', '--appendfsync', 'always'] : []),
    ...(password === undefined ? [] : ['--requirepass', password]),
  ];
  let child: ChildProcess | undefined;
  let port = 0;
  for (let tries = 0; child === undefined && tries < 5; tries += 1) {
    port = await freePort();
    child = await launch(port, folder, more);
  }
  if (child === undefined) throw new Error('no Redis server could be started');
  const kill = async (): Promise<void> => {
    if (child === undefined) return;
    const ended = child.exitCode === null && child.signalCode === null ? once(child, 'exit') : undefined;
    child.kill('SIGKILL');
    await ended;
    child = undefined;
  };
  return {
    url: `redis://127.0.0.1:${port}`,
    port,
    kill,
    async restart() {
      await kill();
      child = await launch(port, folder, more);
      if (child === undefined) throw new Error('the Redis server did not come back');
    },
    async remove() {
      await kill();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

if (!HAS_REDIS) console.warn(NO_REDIS);
