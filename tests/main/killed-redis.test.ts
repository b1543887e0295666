// The whole program on a shared Redis, with workers of its own elsewhere: workers are killed in the middle of a book, and
// the talking process too, and Redis is cut off once. Nothing is lost, and the book comes once.
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest';
import { openRedis, type RedisClient } from '../../src/redis.ts';

import { example, expectPdf, type Person, sitDown, TOLD } from '../bots/web/person.ts';
import { BROWSER, launchBrowser, NO_BROWSER } from '../support/browser.ts';
import { freshFolder } from '../support/folder.ts';
import { insist } from '../support/insist.ts';
import { freePort } from '../support/port.ts';
import { type Program, startProgram } from '../support/program.ts';
import { HAS_REDIS, NO_REDIS, type RedisServer, startRedis } from '../support/redis.ts';

const PATIENCE = 4000;
/** How long a page may take for what it does by itself, which may have to wait until a dead worker is missed. */
const SLOW = 90_000;
const FILES = ['moonlight-picnic/1-roof.png', 'moonlight-picnic/2-forest.png', 'school-yard/4-sprout.jpg'];

let server: RedisServer;
beforeAll(async () => {
  if (HAS_REDIS) server = await startRedis({ lasting: true });
});
afterAll(() => server?.remove());

async function watch() {
  const { client } = await openRedis({ url: server.url, log: { warn: () => {} } });
  onTestFinished(() => client.disconnect());
  return client;
}

/** Resolves while a worker is at some job. */
async function workBegins(client: RedisClient): Promise<void> {
  while ((await client.keys('talesrunner:begun:*')).length === 0);
}

/** Two workers that may be killed, each followed by another. */
async function startCrew(environment: Readonly<Record<string, string>>, folder: string) {
  const start = (): Promise<Program> => startProgram(environment, folder, 'worker');
  const crew = await Promise.all([start(), start()]);
  onTestFinished(async () => void (await Promise.all(crew.map((worker) => worker.kill()))));
  return {
    async replace(...indices: readonly number[]): Promise<void> {
      await Promise.all(indices.map((index) => crew[index]?.kill()));
      for (const index of indices) crew[index] = await start();
    },
    stop: () => Promise.all(crew.map((worker) => worker.stop())),
  };
}

async function insisted(person: Person, what: string, shows: () => Promise<boolean>, act = async () => {}) {
  let isShown = await shows();
  const look = async (): Promise<void> => {
    await expect.poll(shows, { timeout: PATIENCE }).toBe(true);
    isShown = true;
  };
  await insist({ what, shows: () => isShown, act, wait: look, forgives: () => true });
  expect(person.complaints).toEqual([]);
}

if (BROWSER === undefined) console.warn(NO_BROWSER);

it.skipIf(BROWSER === undefined || !HAS_REDIS)(
  `makes the book although workers and the program are killed${HAS_REDIS ? '' : ` (${NO_REDIS})`}`,
  { timeout: 480_000 },
  async () => {
    const browser = await launchBrowser();
    onTestFinished(() => browser.close());
    const person = await sitDown(browser);
    const { page, button, box } = person;
    page.setDefaultTimeout(SLOW);
    const folder = await freshFolder();
    const shared = { REDIS_URL: server.url, DATA_DIR: `${folder}/data` };
    const port = `${await freePort()}`;
    const start = (): Promise<Program> => startProgram({ ...shared, WORKERS: '0', WEB_PORT: port }, folder);
    const crew = await startCrew(shared, folder);
    let program = await start();
    onTestFinished(() => program.kill());
    const client = await watch();

    const address = await person.begin(`http://127.0.0.1:${port}/`, '달빛 소풍');
    const begun = workBegins(client);
    await person.drop(await Promise.all(FILES.map((file) => example(file))));
    await begun;
    await crew.replace(0, 1);
    await person.ready(FILES.length);

    await server.restart();
    await insisted(
      person,
      'the stories',
      () => box(/^이름/).isVisible(),
      () => person.step(2),
    );
    for (const [index, told] of TOLD.entries()) {
      await person.tell(told);
      if (index < TOLD.length - 1) await button('다음 그림').click();
    }
    await person.saved();

    const make = button(/^(책 만들기|다시 해 보기)$/).last();
    const isMaking = async (): Promise<boolean> => (await make.isVisible()) && (await make.isEnabled());
    await insisted(person, 'the making', isMaking, () => person.step(3));
    const making = workBegins(client);
    await make.click();
    await making;
    await Promise.all([program.kill(), crew.replace(0)]);
    program = await start();
    const isThere = async (): Promise<boolean> => page.locator('.viewer h2').isVisible();
    await insisted(person, 'the book', isThere, async () => {
      if (await make.isVisible()) await make.click({ timeout: PATIENCE });
    });

    await page.goto(`http://127.0.0.1:${port}${address}`);
    await insisted(person, 'the book still', isThere, () => person.step(3));
    expectPdf((await person.download()).bytes);
    const kept = await client.zrange('talesrunner:blobs', '0', '-1');
    expect(kept.filter((key) => key.endsWith('.pdf'))).toHaveLength(1);
    expect(await client.keys('talesrunner:begun:*')).toEqual([]);
    // Otherwise no worker was killed in the middle of anything.
    expect(JSON.stringify(await client.xrange('talesrunner:jobs:events', '-', '+'))).toContain('"stalled"');
    expect([await program.stop(), await crew.stop()]).toEqual([0, [0, 0]]);
    expect(program.errors()).not.toContain('"level":50');
  },
);
