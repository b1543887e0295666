// The program and its workers as they are launched with a shared Redis: what they say when they cannot start, that one
// alone talks, and that workers end with whoever has launched them. Skipped without redis-server, as it says.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import { openRedis } from '../../src/redis.ts';

import { isAlive } from '../support/alive.ts';
import { freshFolder } from '../support/folder.ts';
import { freePort } from '../support/port.ts';
import { startProgram } from '../support/program.ts';
import { HAS_REDIS, NO_REDIS, type RedisServer, startRedis } from '../support/redis.ts';

const NOWHERE = { REDIS_URL: 'redis://127.0.0.1:1' };

/** As `npm start` and `npm run worker` do. */
async function launch(name: 'start' | 'worker', environment: Readonly<Record<string, string>>) {
  const cwd = await freshFolder();
  const env = { PATH: process.env['PATH'] ?? '', LC_ALL: 'C', DATA_DIR: `${cwd}/data`, WEB_PORT: '0', ...environment };
  const path = fileURLToPath(new URL(`../../bin/${name}.js`, import.meta.url));
  const child = spawn(process.execPath, [path], { cwd, env, stdio: ['ignore', 'ignore', 'pipe'] });
  onTestFinished(() => void child.kill('SIGKILL'));
  let errors = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    errors += text;
  });
  return {
    child,
    /** When nobody has its standard error any more, whoever was started by it. */
    closed: once(child, 'close'),
    said: (words: string) => vi.waitFor(() => expect(errors).toContain(words), { timeout: 50_000 }),
    errors: () => errors,
  };
}

describe('a worker that has nowhere to take work from', () => {
  it('says so, and where to set it', async () => {
    const { closed, errors } = await launch('worker', {});
    expect(await closed).toEqual([2, null]);
    expect(errors()).toContain('REDIS_URL');
  });

  it.each(['start', 'worker'] as const)('ends with words when Redis is not there (%s)', async (name) => {
    const { closed, errors } = await launch(name, NOWHERE);
    expect(await closed).toEqual([4, null]);
    expect(errors()).toContain('Redis does not answer');
    expect(errors()).toContain(NOWHERE.REDIS_URL);
  });
});

describe.skipIf(!HAS_REDIS)(`with a shared Redis${HAS_REDIS ? '' : ` (${NO_REDIS})`}`, () => {
  let server: RedisServer;
  beforeAll(async () => {
    server = await startRedis();
  });
  afterAll(() => server.remove());

  async function connect() {
    const { client } = await openRedis({ url: server.url, log: { warn: () => {} } });
    onTestFinished(() => client.disconnect());
    return client;
  }
  afterEach(async () => {
    const { client } = await openRedis({ url: server.url, log: { warn: () => {} } });
    await client.flushall();
    client.disconnect();
  });

  it('one program alone talks', async () => {
    const first = await launch('start', { REDIS_URL: server.url });
    await first.said('Ready.');
    const second = await launch('start', { REDIS_URL: server.url });
    expect(await second.closed).toEqual([2, null]);
    expect(second.errors()).toContain(`already running with this Redis: ${server.url}`);
    expect(first.errors()).not.toContain('Stopping');
  });

  it('a program whose place was taken stops by itself and says why', async () => {
    const { closed, said, errors } = await launch('start', { REDIS_URL: server.url });
    await said('Ready.');
    await (await connect()).set('talesrunner:running', 'another');
    expect(await closed).toEqual([2, null]);
    expect(errors()).toContain('already running with this Redis');
  });

  it.skipIf(process.platform !== 'linux')(
    'a program starts a worker of its own, and others than one when told',
    async () => {
      const folder = await freshFolder();
      const environment = { REDIS_URL: server.url, DATA_DIR: folder };
      for (const [workers, count] of [
        [{}, 1],
        [{ WORKERS: '2' }, 2],
        [{ WORKERS: '0' }, 0],
      ] as const) {
        const program = await startProgram({ ...environment, ...workers, WEB_PORT: `${await freePort()}` }, folder);
        onTestFinished(() => program.kill());
        const children = await program.children();
        expect(children).toHaveLength(count);
        expect(await program.stop()).toBe(0);
        await vi.waitFor(() => expect(children.filter(isAlive)).toEqual([]), { timeout: 20_000 });
      }
    },
  );

  it('a worker stops when it is told to, and when whoever launched it is killed', async () => {
    const told = await launch('worker', { REDIS_URL: server.url });
    const orphan = await launch('worker', { REDIS_URL: server.url });
    await Promise.all([told.said('The worker is ready.'), orphan.said('The worker is ready.')]);
    told.child.kill('SIGTERM');
    expect(await told.closed).toEqual([0, null]);
    orphan.child.kill('SIGKILL');
    await orphan.closed;
  });
});
