// More than one of everything at the local page: too many pictures, a broken one among good ones, two books at once.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BROWSER, launchBrowser, NO_BROWSER, SLOWLY } from '../../support/browser.ts';
import { freshFolder } from '../../support/folder.ts';
import { type House, startHouse } from './house.ts';
import { eventually, example, sitDown } from './person.ts';

if (BROWSER === undefined) console.warn(NO_BROWSER);

describe.skipIf(BROWSER === undefined)('at the local page', SLOWLY, () => {
  let browser: Browser;
  let house: House;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser?.close());
  const inHouse = async (play: () => Promise<void>): Promise<void> => {
    house = await startHouse({ folder: await freshFolder() });
    try {
      await play();
    } finally {
      await house.stop();
    }
  };

  it('the eleventh picture is refused by its name, and ten are there in their order', () =>
    inHouse(async () => {
      const person = await sitDown(browser);
      const { page } = person;
      await person.begin(house.address, '');
      const { buffer, mimeType } = await example('school-yard/4-sprout.jpg');
      // As they were chosen, not as their names are sorted.
      const names = [5, 11, 3, 8, 1, 10, 2, 7, 9, 4, 6].map((number) => `${number}.jpg`);
      await person.drop(names.map((name) => ({ name, mimeType, buffer })));
      await person.ready(10);
      const notice = page.getByRole('alert').filter({ hasText: '6.jpg' });
      await notice.filter({ hasText: '10장까지' }).waitFor();
      expect(await page.getByRole('button', { name: '그림 더하기' }).isVisible()).toBe(false);
      const shown = await page.evaluate(async () => {
        const { view } = await (await fetch(`${location.pathname}/view`)).json();
        return view.scenes.map(({ name }: { name: string }) => name);
      });
      expect(shown).toEqual(names.slice(0, 10));
      const putAside = page.waitForResponse('**/dismiss*');
      await notice.getByRole('button', { name: '닫기' }).click();
      await putAside;
      await page.reload();
      await person.ready(10);
      expect(await page.getByText('6.jpg').count()).toBe(0);
      expect(person.complaints).toEqual([]);
    }));

  it('a broken picture and a text among good ones are named with the reason, and the good ones stay', () =>
    inHouse(async () => {
      const person = await sitDown(browser);
      const { page } = person;
      await person.begin(house.address, '');
      const good = await example('school-yard/4-sprout.jpg');
      const broken = { ...good, name: '망가진 그림.jpg', buffer: good.buffer.subarray(0, 20_000) };
      const text = { name: '편지.png', mimeType: 'image/png', buffer: Buffer.from('안녕하세요') };
      await person.drop([good, broken, text, { ...good, name: '또 하나.jpg' }]);
      await page.getByRole('alert').filter({ hasText: '망가진 그림.jpg' }).waitFor();
      await page.getByRole('alert').filter({ hasText: '편지.png' }).waitFor();
      await person.ready(2);
      expect(await person.order()).toEqual(['s1', 's4']);
    }));

  it('a picture is replaced by another and keeps its words', () =>
    inHouse(async () => {
      const person = await sitDown(browser);
      const { page, box } = person;
      await person.begin(house.address, '');
      await person.drop([await example('school-yard/4-sprout.jpg')]);
      await person.ready(1);
      const image = page.locator('.picture-card img');
      const before = await image.getAttribute('src');
      await person.step(2);
      await box(/^이름/).fill('하늘');
      await person.saved();
      await person.step(1);
      const waiting = page.waitForEvent('filechooser');
      await person.button('1번 그림 바꾸기').click();
      await (await waiting).setFiles([await example('moonlight-picnic/6-crayon.png')]);
      // The old picture stays until the new one is checked: only then does the card show another one of ours.
      const isAnother = (source: string | null): boolean => source !== before && source?.startsWith('/b/') === true;
      await eventually(async () => isAnother(await image.getAttribute('src'))).toBe(true);
      await person.ready(1);
      await person.step(2);
      expect(await box(/^이름/).inputValue()).toBe('하늘');
    }));

  it('two books in two tabs do not mix, and both wait on the first page', () =>
    inHouse(async () => {
      const one = await sitDown(browser);
      const other = await sitDown(browser, { context: one.context });
      const [first, second] = [await one.begin(house.address, '하나'), await other.begin(house.address, '둘')];
      expect(first).not.toBe(second);
      await one.drop([await example('school-yard/4-sprout.jpg')]);
      await one.ready(1);
      await one.step(2);
      await one.box(/^이름/).fill('새싹');
      await one.saved();
      expect(await other.order()).toEqual([]);
      await other.page.goto(house.address);
      await other.page.getByRole('link', { name: /하나/ }).waitFor();
      await other.page.getByRole('link', { name: /둘/ }).click();
      await other.page.waitForURL(`**${second}`);
      await other.page.getByText('그림을 여기에 놓아 주세요').waitFor();
    }));

  it('pictures are dragged into another order with a mouse', () =>
    inHouse(async () => {
      const person = await sitDown(browser);
      const { page, card } = person;
      await person.begin(house.address, '');
      const { buffer, mimeType } = await example('school-yard/4-sprout.jpg');
      await person.drop(['1.jpg', '2.jpg', '3.jpg'].map((name) => ({ name, mimeType, buffer })));
      await person.ready(3);
      const middle = async (number: number): Promise<readonly [number, number]> => {
        const box = await card(number).locator('.frame').boundingBox();
        return [(box?.x ?? 0) + (box?.width ?? 0) / 2, (box?.y ?? 0) + (box?.height ?? 0) / 2];
      };
      const [from, to] = [await middle(1), await middle(3)];
      await page.mouse.move(...from);
      await page.mouse.down();
      await page.mouse.move((from[0] + to[0]) / 2, to[1], { steps: 6 });
      await page.mouse.move(...to, { steps: 6 });
      await page.mouse.up();
      await eventually(() => person.order()).toEqual(['s2', 's3', 's1']);
      // Letting go was no press: the pictures are still before us.
      expect(await page.locator('.board').isVisible()).toBe(true);
    }));

  it('a picture is pasted', () =>
    inHouse(async () => {
      const person = await sitDown(browser);
      await person.begin(house.address, '');
      // Nobody pastes into a page that is not drawn yet.
      await person.button('사진 찍기').first().waitFor();
      await person.paste(await example('school-yard/4-sprout.jpg'));
      await person.ready(1);
    }));

  it('a photo is taken with the camera of the computer', () =>
    inHouse(async () => {
      const person = await sitDown(browser);
      const { page, button } = person;
      await person.begin(house.address, '');
      await button('사진 찍기').first().click();
      await eventually(() => button('찰칵!').isEnabled()).toBe(true);
      const width = () => page.locator('video').evaluate((video) => (video as HTMLVideoElement).videoWidth);
      await eventually(width).toBeGreaterThan(0);
      await button('찰칵!').click();
      await page.getByText('1장 찍었어요').waitFor();
      await button('다 찍었어요').click();
      await person.ready(1);
      expect(person.complaints).toEqual([]);
    }));
});
