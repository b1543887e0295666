// `npm start` as it is launched: faults end it with a status that says what sort they are, and it does not outlive
// whoever launched it.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { expect, it, onTestFinished } from 'vitest';
import { COMPILED } from '../support/compiled.ts';
import { freshFolder } from '../support/folder.ts';
import { freePort } from '../support/port.ts';

const START = fileURLToPath(new URL('../../bin/start.js', import.meta.url));

async function launch(environment: Readonly<Record<string, string>>) {
  const cwd = await freshFolder();
  const env = { ...COMPILED, PATH: process.env['PATH'] ?? '', LC_ALL: 'C', DATA_DIR: `${cwd}/data`, ...environment };
  const child = spawn(process.execPath, [START], { cwd, env, stdio: ['ignore', 'ignore', 'pipe'] });
  onTestFinished(() => void child.kill('SIGKILL'));
  let errors = '';
  const { promise: ready, resolve } = Promise.withResolvers<void>();
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    errors += text;
    if (errors.includes('Ready.')) resolve();
  });
  return { child, ready, closed: once(child, 'close'), errors: () => errors };
}

it.each([
  [{ WEB_PORT: 'abc' }, 'WEB_PORT'],
  [{ SLACK_BOT_TOKEN: 'b' }, 'SLACK_APP_TOKEN'],
  [{ WEB: 'off' }, 'WEB=on'],
])('ends with the status of a wrong setting after %o', async (environment, named) => {
  const { closed, errors } = await launch(environment);
  expect(await closed).toEqual([2, null]);
  expect(errors()).toContain(named);
});

it('stops when whoever launched it is killed', async () => {
  const port = await freePort();
  const { child, ready, closed } = await launch({ WEB_PORT: `${port}` });
  await ready;
  child.kill('SIGKILL');
  // Its standard error is the program's too: that closes when the program is gone.
  await closed;
  await expect(fetch(`http://127.0.0.1:${port}/`)).rejects.toThrow();
});
