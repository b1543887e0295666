// How the local page is for eyes, fingers and screen readers: in both languages, on a phone and at a desk. The checks
// are the few of WCAG that a program can make: names, labels, contrast, sizes of targets, nothing off the screen.
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BROWSER, launchBrowser, NO_BROWSER, SLOWLY } from '../../support/browser.ts';
import { freshFolder } from '../../support/folder.ts';
import { type House, startHouse } from './house.ts';
import { lookAround } from './looking.ts';
import { eventually, example, expectPdf, sitDown } from './person.ts';

if (BROWSER === undefined) console.warn(NO_BROWSER);

const DESK = { width: 1366, height: 768 };
const PHONE = { width: 390, height: 844 };

/** A page on which everything is wrong that can be found. */
const BAD = `<title></title><body style="background: white">
  <button id="a"></button><a href="/"></a><input id="a"><img src="data:," width="9" height="9">
  <p style="color: #aaa">too pale</p><button style="width: 20px; height: 20px; padding: 0">x</button>
  <div style="width: 9000px">wide</div></body>`;

describe.skipIf(BROWSER === undefined)('the local page', SLOWLY, () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser?.close());

  const inHouse = async (play: (house: House) => Promise<void>): Promise<void> => {
    const house = await startHouse({ folder: await freshFolder() });
    try {
      await play(house);
    } finally {
      await house.stop();
    }
  };

  /** At both sizes; a finger's targets count on the phone. */
  const check = async (page: Page, where: string): Promise<void> => {
    for (const size of [DESK, PHONE]) {
      await page.setViewportSize(size);
      // The page hears of its new size with the next frame.
      await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
      const faults = await page.evaluate(lookAround, { smallest: 44 });
      expect(faults, `${where}, ${size.width} wide`).toEqual([]);
    }
    await page.setViewportSize(DESK);
  };

  it('is looked over by a checker that finds what is wrong', async () => {
    const page = await browser.newPage();
    await page.setContent(BAD);
    const faults = (await page.evaluate(lookAround, { smallest: 44 })).join('\n');
    for (const fault of [
      'no name: <button',
      'no name: <a',
      'no name: <input',
      'no alt: <img',
      'the id a is there twice',
      'no language',
      'no title',
      'contrast 2.32: <p class=""> too pale',
      'small: 20 × 20: <button class=""> x',
      'wider than the screen by',
    ]) {
      expect(faults).toContain(fault);
    }
    await page.close();
  });

  it('is sound from the first page to the finished book, in English', () =>
    inHouse(async ({ address }) => {
      const person = await sitDown(browser, { locale: 'en-GB' });
      const { page, button, box } = person;
      await page.goto(address);
      await page.getByRole('heading', { name: 'Your pictures become a picture book' }).waitFor();
      await check(page, 'the first page');
      await person.begin(address, 'The Sprout');
      await page.getByRole('heading', { name: 'Put your pictures here' }).waitFor();
      await check(page, 'an empty book');
      await person.drop([await example('school-yard/4-sprout.jpg'), await example('moonlight-picnic/6-crayon.png')]);
      await person.ready(2);
      await check(page, 'the pictures');
      await person.step(2);
      await person.tell({ name: 'Sprout', action: 'drinks the rain', theme: 'Nature and inquiry' });
      await page.getByText('Tell more').click();
      await check(page, 'the story');
      await button('Next picture').click();
      await button('Add “Sprout” to Name').click();
      await box(/^Action needed/).fill('looks at the sun');
      await page.getByRole('radio', { name: 'Art', exact: true }).check({ force: true });
      await button('On to the book').click();
      await person.saved();
      await check(page, 'about the book');
      await person.make();
      await check(page, 'the finished book');
      expectPdf((await person.download()).bytes);
      expect(await page.locator('.page-row .page-text').first().innerText()).toMatch(/Sprout/);
      expect(await page.evaluate(() => document.documentElement.lang)).toBe('en');
      expect(person.complaints).toEqual([]);
    }));

  it('makes a whole book on a phone', () =>
    inHouse(async ({ address }) => {
      const person = await sitDown(browser, { viewport: PHONE });
      const { page } = person;
      await person.begin(address, '새싹 책');
      const { buffer, mimeType, name } = await example('school-yard/4-sprout.jpg');
      await page.locator('.drop-zone input[type=file]').first().setInputFiles([{ name, mimeType, buffer }]);
      await person.ready(1);
      await person.step(2);
      await person.tell({ name: '새싹', action: '햇볕을 쬔다', theme: '자연탐구' });
      await page.getByRole('button', { name: '책 만들러 가기' }).click();
      await person.saved();
      await person.make();
      expectPdf((await person.download()).bytes);
      // One page at a time, turned by a touch.
      await page.getByRole('button', { name: '다음 쪽' }).click();
      await eventually(() => page.locator('.count').innerText()).toBe('1쪽 · 모두 3쪽');
      expect(await page.locator('.leaf').count()).toBe(1);
    }));

  it('can be used by keyboard alone, and shows where one is', () =>
    inHouse(async ({ address }) => {
      const { page } = await sitDown(browser);
      await page.goto(address);
      await page.getByLabel('책 제목').waitFor();
      const seen: string[] = [];
      for (let count = 0; count < 5; count += 1) {
        await page.keyboard.press('Tab');
        const [tag, outline] = await page.evaluate(() => {
          const element = document.activeElement;
          return element ? [element.id || element.className, getComputedStyle(element).outlineStyle] : ['', ''];
        });
        expect(outline, tag).toBe('solid');
        seen.push(tag ?? '');
      }
      expect(seen).toEqual(['sign', 'button quiet small', 'button quiet small', 'title', 'button main huge']);
      await page.keyboard.press('Enter');
      await page.waitForURL(/\/b\//);
    }));

  it('changes its language at a touch and stays in it', () =>
    inHouse(async ({ address }) => {
      const { page } = await sitDown(browser);
      await page.goto(address);
      await page.getByRole('button', { name: 'Switch to English' }).click();
      await page.getByRole('heading', { name: 'Your pictures become a picture book' }).waitFor();
      await page.goto(`${address}/b/nothing-is-here`);
      await page.getByRole('heading', { name: 'There is no book here' }).waitFor();
      await check(page, 'an address that leads nowhere');
    }));

  it('says so where scripts are switched off', () =>
    inHouse(async ({ address }) => {
      const context = await browser.newContext({ javaScriptEnabled: false });
      const page = await context.newPage();
      await page.goto(address);
      expect(await page.locator('body').innerText()).toMatch(/자바스크립트[\s\S]*JavaScript/);
    }));
});
