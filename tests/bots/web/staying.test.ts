// Nothing is lost at the local page: by a reload, by a server that goes and comes back, by answers that come late.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TalesError } from '../../../src/errors.ts';
import type { JobHandlers } from '../../../src/jobs.ts';
import { BROWSER, launchBrowser, NO_BROWSER, SLOWLY } from '../../support/browser.ts';
import { freshFolder } from '../../support/folder.ts';
import { freePort } from '../../support/port.ts';
import { startHouse } from './house.ts';
import { eventually, example, expectPdf, sitDown } from './person.ts';

if (BROWSER === undefined) console.warn(NO_BROWSER);

/** Work that waits until it is let go. */
function gate() {
  let open = (): void => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { open, opened };
}

describe.skipIf(BROWSER === undefined)('the local page keeps', SLOWLY, () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser?.close());

  it('every word through a reload in the middle of typing', async () => {
    const house = await startHouse({ folder: await freshFolder() });
    try {
      const person = await sitDown(browser);
      const { page, box } = person;
      await person.begin(house.address, '');
      await person.drop([await example('school-yard/4-sprout.jpg')]);
      await person.ready(1);
      await person.step(2);
      await box(/^이름/).fill('새싹');
      await box(/^행동 꼭/).pressSequentially('햇볕을 쬔다');
      // Before anything could be sent.
      await page.reload();
      await eventually(() => box(/^이름/).inputValue()).toBe('새싹');
      await eventually(() => box(/^행동 꼭/).inputValue()).toBe('햇볕을 쬔다');
      await person.saved();
      // And now the server has it: another browser sees it.
      const other = await sitDown(browser);
      await other.page.goto(page.url());
      await eventually(() => other.box(/^행동 꼭/).inputValue()).toBe('햇볕을 쬔다');
      expect([...person.complaints, ...other.complaints]).toEqual([]);
    } finally {
      await house.stop();
    }
  });

  it('a space at the end of what is typed while it is being saved', async () => {
    const house = await startHouse({ folder: await freshFolder() });
    try {
      const person = await sitDown(browser);
      const { page, box } = person;
      await person.begin(house.address, '');
      await person.drop([await example('school-yard/4-sprout.jpg')]);
      await person.ready(1);
      await person.step(2);
      await box(/^행동 꼭/).pressSequentially('햇볕을 ');
      const isSaved = async (): Promise<boolean> =>
        (await (await fetch(`${page.url().split('#')[0]}/view`)).text()).includes('햇볕을');
      await eventually(isSaved).toBe(true);
      await person.saved();
      await box(/^행동 꼭/).pressSequentially('쬔다');
      expect(await box(/^행동 꼭/).inputValue()).toBe('햇볕을 쬔다');
    } finally {
      await house.stop();
    }
  });

  it('what is pressed while what was typed before is being saved', async () => {
    const house = await startHouse({ folder: await freshFolder() });
    try {
      const person = await sitDown(browser);
      const { page, box, button } = person;
      await person.begin(house.address, '');
      const { buffer, mimeType } = await example('school-yard/4-sprout.jpg');
      await person.drop(['1.jpg', '2.jpg'].map((name) => ({ name, mimeType, buffer })));
      await person.ready(2);
      await person.step(2);
      await box(/^이름/).fill('새싹');
      await person.saved();
      await button('다음 그림').click();
      const saving = gate();
      await page.route('**/say*', async (route) => {
        await saving.opened;
        await route.continue();
      });
      await box(/^행동 꼭/).fill('햇볕을 쬔다');
      // A slow finger: the words are saved after it went down, and the page was told so before it goes up.
      await button('이름 칸에 “새싹” 넣기').hover();
      await page.mouse.down();
      saving.open();
      await person.saved();
      await page.mouse.up();
      await eventually(() => box(/^이름/).inputValue()).toBe('새싹');
      expect(person.complaints).toEqual([]);
    } finally {
      await house.stop();
    }
  });

  it('words, wishes and pictures while the server is away, and goes on when it is back', async () => {
    const options = { folder: await freshFolder(), environment: { WEB_PORT: `${await freePort()}` } };
    let house = await startHouse(options);
    try {
      const person = await sitDown(browser);
      const { page, button, box } = person;
      await person.begin(house.address, '새싹 책');
      await person.drop([await example('school-yard/4-sprout.jpg')]);
      await person.ready(1);
      await person.step(2);

      await house.stop();
      await page.getByRole('alert').filter({ hasText: '잠깐 연결이 끊겼어요' }).waitFor();
      await person.tell({ name: '새싹', action: '햇볕을 쬔다', theme: '자연탐구' });
      await page.getByText('이 컴퓨터에 적어 두었어요').waitFor();
      await person.drop([await example('moonlight-picnic/6-crayon.png')]);

      house = await startHouse(options);
      await person.saved();
      await page.getByText('잠깐 연결이 끊겼어요').waitFor({ state: 'hidden' });
      await person.step(1);
      await person.ready(2);
      await person.step(2);
      await page.locator('.strip button').nth(1).click();
      await person.tell({ name: '하늘', action: '소풍을 그린다', theme: '예술경험' });
      await button('책 만들러 가기').click();
      await person.saved();
      await person.make();
      expectPdf((await person.download()).bytes);
      await person.step(2);
      await page.locator('.strip button').first().click();
      expect(await box(/^행동 꼭/).inputValue()).toBe('햇볕을 쬔다');
      expect(person.complaints).toEqual([]);
    } finally {
      await house.stop();
    }
  });

  it('a picture that was on its way when the page was reloaded', async () => {
    const house = await startHouse({ folder: await freshFolder() });
    try {
      const person = await sitDown(browser);
      const { page } = person;
      await person.begin(house.address, '');
      // The way to the server is closed for bytes.
      await page.route('**/pictures/*', (route) =>
        route.request().method() === 'PUT' ? route.abort() : route.continue(),
      );
      await person.drop([await example('school-yard/4-sprout.jpg')]);
      await page.locator('.picture-card').waitFor();
      await page.unroute('**/pictures/*');
      await page.reload();
      await person.ready(1);
      const image = page.locator('.picture-card img').first();
      await eventually(() => image.evaluate((one) => (one as HTMLImageElement).naturalWidth)).toBeGreaterThan(0);
    } finally {
      await house.stop();
    }
  });

  it('what was typed into the words of a page, until they are saved', async () => {
    const house = await startHouse({ folder: await freshFolder() });
    try {
      const person = await sitDown(browser);
      const { page, box } = person;
      await person.begin(house.address, '');
      await person.drop([await example('school-yard/4-sprout.jpg')]);
      await person.ready(1);
      await person.step(2);
      await person.tell({ name: '새싹', action: '햇볕을 쬔다', theme: '자연탐구' });
      await person.saved();
      await person.step(3);
      await person.make();
      await page.getByRole('button', { name: '글 고치기' }).click();
      await box('1번 그림 글').fill('새싹아, 안녕!');
      await page.reload();
      await eventually(() => box('1번 그림 글').inputValue()).toBe('새싹아, 안녕!');
    } finally {
      await house.stop();
    }
  });

  it('everything when the making fails, says why, and tries again when asked to', async () => {
    let prints = 0;
    const around = (handlers: JobHandlers): JobHandlers => ({
      ...handlers,
      async print(input, context) {
        prints += 1;
        if (prints === 1) throw new TalesError('book-too-big', { size: 2e7, limit: 1e7 });
        return handlers.print(input, context);
      },
    });
    const house = await startHouse({ folder: await freshFolder(), around });
    try {
      const person = await sitDown(browser);
      const { page, button } = person;
      await person.begin(house.address, '');
      await person.drop([await example('school-yard/4-sprout.jpg')]);
      await person.ready(1);
      await person.step(2);
      await person.tell({ name: '새싹', action: '햇볕을 쬔다', theme: '자연탐구' });
      await person.saved();
      await person.step(3);
      await button('책 만들기').last().click();
      await page.locator('.trouble').filter({ hasText: '책을 만들다가 멈췄어요' }).waitFor();
      await button('다시 해 보기').click();
      await page.locator('.viewer h2').waitFor({ state: 'visible' });
      expectPdf((await person.download()).bytes);
      expect(prints).toBe(2);
    } finally {
      await house.stop();
    }
  });

  it('the later of two answers, when the earlier one is overtaken', async () => {
    const writing = gate();
    let tellings = 0;
    const around = (handlers: JobHandlers): JobHandlers => ({
      ...handlers,
      async write(input, context) {
        tellings += 1;
        if (tellings > 1) await writing.opened;
        return handlers.write(input, context);
      },
    });
    const house = await startHouse({ folder: await freshFolder(), around });
    try {
      const person = await sitDown(browser);
      const { page } = person;
      await person.begin(house.address, '');
      await person.drop([await example('school-yard/4-sprout.jpg')]);
      await person.ready(1);
      await person.step(2);
      await person.tell({ name: '새싹', action: '햇볕을 쬔다', theme: '자연탐구' });
      await person.saved();
      await person.step(3);
      await person.make();
      const row = page.locator('.page-row').first();
      const before = await row.locator('.page-text').innerText();
      const isNew = (text: string): boolean => text !== before && !/새로 쓰고 있어요/.test(text);
      // The answer to the wish is held back until the wish is fulfilled and everybody was told so.
      await page.route('**/say*', async (route) => {
        const response = await route.fetch();
        writing.open();
        await eventually(async () => isNew(await row.locator('.page-text').innerText())).toBe(true);
        await route.fulfill({ response });
      });
      await row.getByRole('button', { name: '다시 쓰기' }).click();
      await row.getByRole('button', { name: '다른 글 고르기' }).waitFor();
      await page.unrouteAll({ behavior: 'wait' });
      expect(await row.locator('.page-text').innerText()).toSatisfy(isNew);
    } finally {
      writing.open();
      await house.stop();
    }
  });
});
