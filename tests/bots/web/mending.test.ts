// Mending the words of a finished book in the browser: what is being written is nobody else's, and gets into the book.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { BROWSER, launchBrowser, NO_BROWSER, SLOWLY } from '../../support/browser.ts';
import { freshFolder } from '../../support/folder.ts';
import { startHouse } from './house.ts';
import { eventually, example, sitDown } from './person.ts';

if (BROWSER === undefined) console.warn(NO_BROWSER);

describe.skipIf(BROWSER === undefined)('words of a page', SLOWLY, () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser?.close());

  const withBook = async () => {
    const house = await startHouse({ folder: await freshFolder() });
    onTestFinished(() => house.stop());
    const person = await sitDown(browser);
    onTestFinished(() => person.context.close());
    await person.begin(house.address, '새싹 책');
    await person.drop([await example('school-yard/4-sprout.jpg')]);
    await person.ready(1);
    await person.step(2);
    await person.tell({ name: '새싹', action: '햇볕을 쬔다', theme: '자연탐구' });
    await person.saved();
    await person.step(3);
    await person.make();
    return person;
  };

  it('that are being written in one window do not open in another, which is told when they have changed', async () => {
    const one = await withBook();
    const two = await sitDown(browser, { context: one.context });
    await two.page.goto(one.page.url());
    await two.page.locator('.page-row').waitFor();
    await one.button('글 고치기').click();
    await one.box('1번 그림 글').fill('첫째 창의 글.');
    // Something else changes meanwhile, and is seen in the other window.
    await one.page.getByRole('textbox', { name: /^지은이/ }).fill('김별이');
    await eventually(() => two.page.getByRole('textbox', { name: /^지은이/ }).inputValue()).toBe('김별이');
    expect(await two.box('1번 그림 글').count()).toBe(0);

    await two.button('글 고치기').click();
    await two.box('1번 그림 글').fill('둘째 창의 글.');
    expect(await two.page.getByText('그사이 이 글이 바뀌었어요').count()).toBe(0);
    await one.button('저장하기').click();
    await two.page.getByText('그사이 이 글이 바뀌었어요').waitFor();
    expect(await two.box('1번 그림 글').inputValue()).toBe('둘째 창의 글.');
    expect([...one.complaints, ...two.complaints]).toEqual([]);
  });

  it('that are not yet saved are, when the book is made again', async () => {
    const { page, box, button, make, saved } = await withBook();
    await box(/^지은이/).fill('김별이');
    await saved();
    await button('글 고치기').click();
    await box('1번 그림 글').fill('새싹아, 안녕!');
    await make();
    await eventually(() => page.locator('.page-row .page-text').innerText()).toBe('새싹아, 안녕!');
    await eventually(() => page.locator('.changed').isVisible()).toBe(false);
    await page.getByRole('button', { name: '다음 쪽' }).click();
    await eventually(() => page.locator('.leaf img').first().getAttribute('alt')).toContain('새싹아, 안녕!');
  });
});
