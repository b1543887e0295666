// A whole book made by hand in a browser, from a blank page to the file that is printed, and what can be done with it
// afterwards.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BROWSER, launchBrowser, NO_BROWSER, SLOWLY } from '../../support/browser.ts';
import { freshFolder } from '../../support/folder.ts';
import { type House, startHouse } from './house.ts';
import { eventually, example, expectPdf, sitDown } from './person.ts';

if (BROWSER === undefined) console.warn(NO_BROWSER);

describe.skipIf(BROWSER === undefined)('a book made at the local page', SLOWLY, () => {
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

  it('grows from dropped pictures to a printed PDF, and on from there', () =>
    inHouse(async ({ address }) => {
      const person = await sitDown(browser);
      const { page, button, box, card } = person;
      await person.begin(address, '별이의 달빛 소풍');

      // Dropped all at once, in the order in which they were chosen.
      const names = ['moonlight-picnic/2-forest.png', 'moonlight-picnic/1-roof.png', 'school-yard/4-sprout.jpg'];
      await person.drop(await Promise.all(names.map((name) => example(name))));
      await person.ready(3);
      expect(await person.order()).toEqual(['s1', 's2', 's3']);

      // Put in order by the keyboard alone.
      await button('2번 그림을 앞으로').focus();
      await page.keyboard.press('Enter');
      await eventually(() => person.order()).toEqual(['s2', 's1', 's3']);
      // The first has no place before it: its other arrow has the keyboard now.
      const focused = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label'));
      await eventually(focused).toBe('1번 그림을 뒤로');

      // Taken out, and put back.
      await card(3).getByRole('button', { name: '3번 그림 빼기' }).click();
      await eventually(() => person.order()).toEqual(['s2', 's1']);
      await button('되돌리기').first().click();
      await eventually(() => person.order()).toEqual(['s2', 's1', 's3']);

      // Told, picture by picture; what one says is offered to the next.
      await page.locator('.foot').getByRole('button', { name: '이야기 들려주기' }).click();
      await person.tell({ name: '별이', action: '지붕 위에서 달을 올려다본다', theme: '자연탐구' });
      await button('다음 그림').click();
      await button('이름 칸에 “별이” 넣기').click();
      expect(await box(/^이름/).inputValue()).toBe('별이');
      await box(/^행동 꼭/).fill('등불을 들고 걸어간다');
      await page.getByRole('radio', { name: '신체운동·건강' }).check({ force: true });
      await page.getByText('더 적기').click();
      await box(/^배경/).fill('반딧불이 숲');
      await button('다음 그림').click();
      await button(/^책 만들러 가기$/).click();
      // One picture is not told yet: the page says so and shows the way.
      await page.getByText('책을 만들려면').waitFor();
      expect(await button('책 만들기').last().isDisabled()).toBe(true);
      await button('거기로 가기').click();
      await person.tell({ name: '새싹', action: '햇볕을 쬔다', theme: '자연탐구' });
      await button('책 만들러 가기').click();
      await box(/^지은이/).fill('김별이, 3번');
      await page.getByRole('radio', { name: /^A5/ }).check({ force: true });
      await person.saved();

      await person.make();
      // Leafed through with the arrow keys; what is to be seen is said in words, too.
      const reader = page.getByRole('group', { name: '완성된 책' });
      await reader.focus();
      await page.keyboard.press('ArrowRight');
      await eventually(() => page.locator('.viewer .count').innerText()).toMatch(/쪽 · 모두 \d+쪽/);
      const alt = await page.locator('.leaf img').first().getAttribute('alt');
      expect(alt).toMatch(/별이/);
      const { name, bytes } = await person.download();
      expect(name).toBe('별이의 달빛 소풍.pdf');
      expectPdf(bytes);

      // Made ready for a printer, in one way and then in another.
      for (const [way, end] of [
        ['booklet', '접는 책'],
        ['pages', '인쇄소용'],
      ] as const) {
        await button('인쇄용으로 받기').click();
        await page.getByRole('dialog').getByLabel('인쇄 방법').selectOption(way);
        await page.getByRole('dialog').getByRole('button', { name: '만들기' }).click();
        const link = page.getByRole('link', { name: `별이의 달빛 소풍 - ${end}.pdf` });
        await link.waitFor();
        const address = new URL((await link.getAttribute('href')) ?? '', page.url()).href;
        expectPdf(await (await page.request.get(address)).body());
      }

      // A page in the child's own words, kept, and in the next book.
      const first = page.locator('.page-row').first();
      const before = await first.locator('.page-text').innerText();
      await first.getByRole('button', { name: '글 고치기' }).click();
      await box('1번 그림 글').fill('달님, 안녕? 나는 별이야.');
      await first.getByRole('button', { name: '저장하기' }).click();
      await first.getByText('이 글 그대로 실어요').waitFor();
      expect(await first.getByRole('button', { name: '다시 쓰기' }).isDisabled()).toBe(true);
      await page.getByText('책을 만든 뒤에 바뀐 것이 있어요').waitFor();

      // Another page told again, and its earlier words taken back.
      const second = page.locator('.page-row').nth(1);
      const told = await second.locator('.page-text').innerText();
      await second.getByRole('button', { name: '다시 쓰기' }).click();
      await second.getByRole('button', { name: '다른 글 고르기' }).click();
      await page.getByRole('dialog').getByText(told).waitFor();
      await page.getByRole('dialog').getByRole('listitem').filter({ hasText: told }).getByRole('button').click();
      await eventually(() => second.locator('.page-text').innerText()).toBe(told);

      await person.make();
      const again = await person.download();
      expectPdf(again.bytes);
      expect(again.bytes.equals(bytes)).toBe(false);
      expect(await first.locator('.page-text').innerText()).not.toBe(before);

      // Everything goes when it is asked to, and only after it was asked about.
      await page.locator('.menu summary').click();
      await button('이 책 모두 지우기').click();
      await page.getByRole('dialog').getByRole('button', { name: '그대로 두기' }).click();
      await page.locator('.menu summary').click();
      await button('이 책 모두 지우기').click();
      await page.getByRole('dialog').getByRole('button', { name: '모두 지우기' }).click();
      await page.getByRole('heading', { name: '모두 지웠어요' }).waitFor();
      // The receipt: what was removed, and what lies beyond our reach.
      await page.getByText(/^지운 것: 그림 \d+장/).waitFor();
      await page.getByText(/^제 손이 닿지 않는 것: .*내려받은 파일/).waitFor();
      await page.getByRole('link', { name: '새 책 시작하기' }).click();
      await page.getByRole('heading', { name: '우리 그림이 그림책이 돼요' }).waitFor();
      expect(await page.evaluate(() => JSON.stringify({ ...localStorage }))).not.toMatch(/달빛|별이|\/b\//);
      expect(person.complaints).toEqual([]);
    }));
});
