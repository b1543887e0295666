// How the local page helps while somebody tells the story: words to tap come while they type and move nothing, captions
// in another language are put right, titles wait to be taken, and what is not fit for children is found again.
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import type { Passage } from '../../../src/story.ts';
import { BROWSER, launchBrowser, NO_BROWSER, SLOWLY } from '../../support/browser.ts';
import { freshFolder } from '../../support/folder.ts';
import { type HouseOptions, startHouse } from './house.ts';
import { lookAround } from './looking.ts';
import { eventually, example, sitDown } from './person.ts';

if (BROWSER === undefined) console.warn(NO_BROWSER);

const PHONE = { width: 390, height: 844 };
/** As a captioner that knows English only leaves it where there is no translator. */
const ENGLISH: Passage = {
  text: 'a girl on a roof looks at the moon',
  locale: 'en',
  source: { kind: 'model', engine: 'blip' },
  note: { code: 'untranslated', locale: 'en' },
};

/** Where everything stands that can be seen of the questions. */
const places = (page: Page) =>
  page
    .locator('.sheet .fields:not(.two) > .field, .more-box, .frame.large')
    .evaluateAll((all) => all.map((one) => Math.round(one.getBoundingClientRect().top)));

describe.skipIf(BROWSER === undefined)('the local page', SLOWLY, () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser?.close());

  const visit = async (options: Omit<HouseOptions, 'folder'>) => {
    const house = await startHouse({ folder: await freshFolder(), ...options });
    onTestFinished(() => house.stop());
    const person = await sitDown(browser);
    onTestFinished(() => person.context.close());
    return { ...person, house };
  };

  it('helps with words while somebody types, and with captions, titles and pages', async () => {
    let letGo = (): void => {};
    const held = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    const person = await visit({
      around: (real) => ({
        ...real,
        describe: async () => ({ caption: ENGLISH }),
        suggest: async (request, context) => {
          await held;
          const { keywords } = await real.suggest(request, context);
          return { keywords, note: { code: 'instead', wanted: 'openai', used: 'local' } };
        },
      }),
    });
    const { page, box, button, house } = person;
    await person.begin(house.address, '');
    await person.drop([await example('moonlight-picnic/1-roof.png'), await example('moonlight-picnic/2-forest.png')]);
    await person.ready(2);
    await person.step(2);

    // Words to tap come while a name is being typed: nothing moves, and the typing goes on.
    await box(/^이름/).click();
    await page.keyboard.type('별');
    await page.getByText('어울리는 말을 찾고 있어요').waitFor();
    const before = await places(page);
    letGo();
    const deeds = page.locator('.field.i_action .chip');
    await deeds.first().waitFor();
    await page.keyboard.type('이');
    expect(await box(/^이름/).inputValue()).toBe('별이');
    expect(await places(page)).toEqual(before);
    await eventually(() => page.locator('.questions .aloud').textContent()).toBe('눌러서 넣을 수 있는 말이 생겼어요.');
    expect(await page.locator('.poorer').first().textContent()).toContain('openai');
    for (const size of [PHONE, { width: 1366, height: 768 }]) {
      await page.setViewportSize(size);
      await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
      expect(await page.evaluate(lookAround, { smallest: 44 }), `${size.width} wide`).toEqual([]);
    }

    // One fills the field, and the others step back without a jump.
    const deed = (await deeds.first().textContent()) ?? '';
    const full = await places(page);
    await deeds.first().click();
    expect(await box(/^행동 꼭/).inputValue()).toBe(deed);
    await eventually(() => deeds.count()).toBe(0);
    expect((await places(page)).slice(0, full.length - 1)).toEqual(full.slice(0, full.length - 1));

    // The caption is marked at the picture; one tap leads to it, all of it chosen.
    const mark = page.locator('.foreign');
    expect(await mark.textContent()).toContain('영어 설명이에요');
    await mark.click();
    await eventually(() => page.evaluate(() => getSelection()?.toString())).toBe(ENGLISH.text);
    await page.keyboard.type('별이가 지붕에서 달을 봐요');
    await mark.waitFor({ state: 'hidden' });

    // One tap unfolds the rest and fills the right field.
    const place = page.locator('.ideas li').filter({ hasText: '배경' }).locator('.chip').first();
    const where = (await place.textContent()) ?? '';
    await place.click();
    await eventually(() => box(/^배경/).inputValue()).toBe(where);
    expect(await box(/^배경/).evaluate((one) => one === document.activeElement)).toBe(true);
    expect(await page.locator('.ideas').isVisible()).toBe(false);
    await page.getByRole('radio', { name: '자연탐구' }).check({ force: true });

    // A caption may also stay as it is.
    await button('다음 그림').click();
    await person.tell({ name: '루나', action: '등불을 들고 걸어간다', theme: '사회관계' });
    await person.saved();
    await person.step(3);
    await page.getByText('아직 다른 나라 말로 된 그림 설명이 있어요: 2번 그림.').waitFor();
    await button('거기로 가기').click();
    await eventually(() => page.evaluate(() => getSelection()?.anchorNode !== null)).toBe(true);
    await button('이 말 그대로 둘게요').click();
    await mark.waitFor({ state: 'hidden' });
    expect(await box(/^그림에 보이는 것/).inputValue()).toBe(ENGLISH.text);

    // Titles come by themselves, and one is taken.
    await button('책 만들러 가기').click();
    const title = page.locator('.field.title .chip').first();
    const called = (await title.textContent()) ?? '';
    await title.click();
    expect(await box(/^책 제목/).inputValue()).toBe(called);
    expect(await page.locator('.todo').isVisible()).toBe(false);
    await person.saved();
    await person.make();

    // One page told again alone leaves the other as it is; who wrote what is told of what was mended.
    const [first, second] = [page.locator('.page-row').first(), page.locator('.page-row').nth(1)];
    const kept = await first.locator('.page-text').innerText();
    const told = await second.locator('.page-text').innerText();
    await second.getByRole('button', { name: '다시 쓰기' }).click();
    await second.getByRole('button', { name: '다른 글 고르기' }).waitFor();
    expect(await second.locator('.page-text').innerText()).not.toBe(told);
    expect(await first.locator('.page-text').innerText()).toBe(kept);
    await first.getByRole('button', { name: '글 고치기' }).click();
    await box('1번 그림 글').fill(`${kept} 달님, 잘 자요!`);
    await first.getByRole('button', { name: '저장하기' }).click();
    await first.getByText('컴퓨터가 지은 글을 고쳤어요.').waitFor();
    expect(person.complaints).toEqual([]);
  });

  it('shows where words are not fit, and offers a captioner to whoever sits at the computer, once', async () => {
    const person = await visit({ environment: { MODERATION: 'on' } });
    const { page, box, button, house } = person;
    await page.goto(house.address);
    const offer = page.getByRole('complementary', { name: '그림 설명을 자동으로 받으려면' });
    await offer.getByText('npx storybook models pull blip').waitFor();
    expect(await offer.textContent()).toContain('0.9 GB');
    await offer.getByRole('button', { name: '이 안내 닫기' }).click();
    await offer.waitFor({ state: 'detached' });
    const anew = await person.context.newPage();
    const isAsked: string[] = [];
    anew.on('request', (request) => void isAsked.push(new URL(request.url()).pathname));
    await anew.goto(house.address);
    await anew.getByRole('heading', { name: '우리 그림이 그림책이 돼요' }).waitFor();
    expect(isAsked).toContain('/page/welcome.js');
    expect(isAsked).not.toContain('/offer');

    await person.begin(house.address, '새싹 책');
    await person.drop([await example('school-yard/4-sprout.jpg')]);
    await person.ready(1);
    await person.step(2);
    await person.tell({ name: '새싹', action: '햇볕을 쬔다', theme: '자연탐구' });
    await page.getByText('더 적기').click();
    await box(/^마무리/).fill('너 진짜 병신이야');
    await person.saved();
    await person.step(3);
    await button('책 만들기').last().click();
    await page.getByText('그림책에 싣기 어려운 말이 있는 것 같아요').waitFor();
    await button(/^1쪽 마무리: 놀리거나 욕하는 말/).click();
    await eventually(() => box(/^마무리/).evaluate((one) => one === document.activeElement)).toBe(true);
    await box(/^마무리/).fill('키가 쑥쑥 컸다');
    await person.saved();
    await person.step(3);
    // The book that was asked for is still wanted: once nothing stands in its way, it is made.
    await page.locator('.viewer h2').waitFor({ state: 'visible' });
    expect(await page.locator('.trouble').isVisible()).toBe(false);
    expect(person.complaints).toEqual([]);
  });
});
