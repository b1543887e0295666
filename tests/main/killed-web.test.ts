// The whole program behind the local page, killed ten times while a child makes a book in a browser: nothing that was
// typed or dropped is lost, and the book comes.
import type { Page } from 'playwright-core';
import { expect, it, onTestFinished } from 'vitest';
import { example, expectPdf, type Person, sitDown, TOLD } from '../bots/web/person.ts';
import { BROWSER, launchBrowser, NO_BROWSER } from '../support/browser.ts';
import { freshFolder } from '../support/folder.ts';
import { insist } from '../support/insist.ts';
import { startWithMishaps } from '../support/mishaps.ts';
import { freePort } from '../support/port.ts';

/** How long a person waits before trying again. */
const PATIENCE = 4000;
/** How long a page may take for what it does by itself, while the program dies and comes back on a crowded machine. */
const SLOW = 300_000;
/** How long the page may ask for nothing before the program is killed anyway. */
const QUIET = 1500;
const FILES = ['moonlight-picnic/1-roof.png', 'moonlight-picnic/2-forest.png', 'school-yard/4-sprout.jpg'];

/** Resolves when the page has sent so many requests more; rejects when it is quiet for too long. */
function requestsOf(page: Page): (count: number) => Promise<unknown> {
  return async (count) => {
    for (let left = count; left > 0; left -= 1) await page.waitForEvent('request', { timeout: QUIET });
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

it.skipIf(BROWSER === undefined)(
  'makes the book although it is killed again and again',
  { timeout: 480_000 },
  async () => {
    const browser = await launchBrowser();
    onTestFinished(() => browser.close());
    const person = await sitDown(browser);
    const { page, button, box } = person;
    page.setDefaultTimeout(PATIENCE);
    const folder = await freshFolder();
    const port = await freePort();
    const environment = { DATA_DIR: `${folder}/data`, WEB_PORT: `${port}` };
    const { over, program } = await startWithMishaps({
      environment,
      folder,
      times: 10,
      seed: 1,
      more: requestsOf(page),
    });

    const isAtBook = async (): Promise<boolean> => new URL(page.url()).pathname.startsWith('/b/');
    await insisted(
      person,
      'a book',
      isAtBook,
      async () => void (await person.begin(`http://127.0.0.1:${port}/`, '달빛 소풍')),
    );
    // Nothing more is asked for again and again: what is to come may take its time.
    page.setDefaultTimeout(SLOW);
    const isReady = async (): Promise<boolean> => (await page.locator('.picture-card').count()) === FILES.length;
    await insisted(
      person,
      'the page',
      async () => page.locator('main').isVisible(),
      () => page.reload().then(() => {}),
    );
    await person.drop(await Promise.all(FILES.map((file) => example(file))));
    await insisted(person, 'the pictures', isReady);
    await person.ready(FILES.length);
    await insisted(
      person,
      'the stories',
      async () => box(/^이름/).isVisible(),
      () => person.step(2),
    );
    for (const [index, told] of TOLD.entries()) {
      await person.tell(told);
      if (index < TOLD.length - 1) await button('다음 그림').click();
    }
    const make = button(/^(책 만들기|다시 해 보기)$/).last();
    await insisted(
      person,
      'the making',
      async () => (await make.isVisible()) && (await make.isEnabled()),
      () => person.step(3),
    );
    const isThere = async (): Promise<boolean> => page.locator('.viewer h2').isVisible();
    await insisted(person, 'the book', isThere, async () => {
      if (await make.isVisible()) await make.click({ timeout: PATIENCE });
    });
    await over;

    await page.reload();
    await insisted(person, 'the book still', isThere, () => person.step(3));
    const { bytes } = await person.download();
    expectPdf(bytes);
    await person.step(2);
    expect(await box(/^이름/).inputValue()).toBe(TOLD[0]?.name);
    expect(await program().stop()).toBe(0);
  },
);
