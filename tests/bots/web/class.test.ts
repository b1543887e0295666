// A class at the local page: a teacher opens it behind a code, a child makes a book, and nothing of it is seen before the
// teacher has said yes.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BROWSER, launchBrowser, NO_BROWSER, SLOWLY } from '../../support/browser.ts';
import { type House, startHouse } from './house.ts';
import { lookAround } from './looking.ts';
import { eventually, example, expectPdf, type Person, sitDown } from './person.ts';

if (BROWSER === undefined) console.warn(NO_BROWSER);

const CODE = '선생님 달토끼';

async function enterClass(browser: Browser, { address }: House): Promise<Person> {
  const teacher = await sitDown(browser);
  await teacher.page.goto(`${address}/class`);
  await teacher.box('선생님이신가요?').fill(CODE);
  await teacher.button('들어가기').click();
  await teacher.page.locator('.summary').waitFor();
  return teacher;
}

/** A child's book of one picture, asked for. */
async function makeBook(child: Person, address: string, label: string): Promise<string> {
  await child.page.goto(address);
  await child.box('내 번호나 별명').fill(label);
  await child.box('책 제목').fill('달빛 소풍');
  await child.button('시작하기').click();
  await child.page.waitForURL(/\/b\//);
  const path = new URL(child.page.url()).pathname;
  await child.drop([await example('moonlight-picnic/1-roof.png')]);
  await child.ready(1);
  await child.step(2);
  await child.tell({ name: '별이', action: '지붕 위에서 달을 올려다본다', theme: '자연탐구' });
  await child.saved();
  await child.step(3);
  await child.button('책 만들기').last().click();
  return path;
}

describe.skipIf(BROWSER === undefined)('a class at the local page', SLOWLY, () => {
  let browser: Browser;
  let house: House;
  let folder: string;
  beforeAll(async () => {
    browser = await launchBrowser();
    folder = await mkdtemp(join(tmpdir(), 'talesrunner-'));
    house = await startHouse({ folder, environment: { WEB_TEACHER_CODE: CODE } });
  });
  afterAll(async () => {
    await browser?.close();
    await house?.stop();
    await rm(folder, { recursive: true, force: true });
  });

  it('is led by who knows the code, and shows a book to others once the teacher has said yes', async () => {
    const teacher = await enterClass(browser, house);
    await teacher.button('교실 열기').click();
    await teacher.page.getByRole('dialog').getByText('교실이 열려 있어요').first().waitFor();
    await teacher.page.getByRole('dialog').getByRole('button', { name: '닫기', exact: true }).click();
    await teacher.page.getByText('아직 시작한 책이 없어요').first().waitFor();

    const child = await sitDown(browser);
    const path = await makeBook(child, house.address, '3번 하늘');
    await child.page.getByText('선생님이 책을 보고 계세요').first().waitFor();
    // Nothing of it can be fetched by those who know its address.
    for (const part of ['book.pdf', 'leaves/1', 'booklet.pdf']) {
      expect((await fetch(`${house.address}${path}/${part}`)).status).toBe(404);
    }
    expect((await fetch(`${house.address}/class/view`)).status).toBe(401);
    expect((await fetch(`${house.address}/class${path}/book.pdf`)).status).toBe(401);

    // Given back with a word, mended, and looked at again.
    const waiting = teacher.page.locator('.waiting article');
    await waiting.getByText('3번 하늘').waitFor();
    expect(await waiting.locator('.leaves img').count()).toBeGreaterThan(3);
    await waiting.getByRole('button', { name: '돌려주기' }).click();
    await teacher.box('아이에게 해 줄 말').fill('달 이야기를 더 들려줄래?');
    await teacher.page.getByRole('dialog').getByRole('button', { name: '돌려주기' }).click();
    await child.page.getByText('선생님 말씀: 달 이야기를 더 들려줄래?').waitFor();
    // What is to be mended can be seen again, though the file is not handed over.
    await child.page.locator('.viewer .leaf img').first().waitFor({ state: 'visible' });
    expect((await fetch(`${house.address}${path}/leaves/1`)).status).toBe(200);
    expect((await fetch(`${house.address}${path}/book.pdf`)).status).toBe(404);
    await child.button('다시 만들기').last().click();
    await waiting.getByRole('button', { name: '돌려주기' }).waitFor();
    // And once more, from the page of the book itself.
    await teacher.page.goto(`${house.address}/class${path}`);
    await teacher.page.locator('.class-bar').getByRole('button', { name: '돌려주기' }).click();
    await teacher.box('아이에게 해 줄 말').fill('끝도 더 들려줄래?');
    await teacher.page.getByRole('dialog').getByRole('button', { name: '돌려주기' }).click();
    await child.page.getByText('선생님 말씀: 끝도 더 들려줄래?').waitFor();
    await child.button('다시 만들기').last().click();
    await teacher.page.goto(`${house.address}/class`);
    await waiting.getByRole('button', { name: '좋아요, 보여 주세요' }).click();

    await child.page.locator('.viewer h2').waitFor({ state: 'visible' });
    const { bytes } = await child.download();
    expectPdf(bytes);
    // Everybody finds it on the shelf of the class.
    const other = await sitDown(browser);
    await other.page.goto(house.address);
    const shelved = other.page.locator('.shelf').getByRole('link', { name: /달빛 소풍/ });
    await shelved.waitFor();
    const file = await fetch(new URL((await shelved.getAttribute('href')) ?? '', house.address));
    expectPdf(Buffer.from(await file.arrayBuffer()));
    for (const { complaints } of [teacher, child, other]) expect(complaints).toEqual([]);
  });

  it('binds an anthology with a file for printers, and can be set as the teacher likes', async () => {
    const teacher = await enterClass(browser, house);
    await teacher.page.locator('.summary').getByRole('button', { name: '문집 만들기' }).click();
    await teacher.page.getByRole('dialog').locator('form [type=submit]').click();
    const anthologies = teacher.page.locator('.anthologies');
    await anthologies.getByRole('link').first().waitFor();
    await anthologies.getByRole('button', { name: '인쇄용으로 받기' }).click();
    await teacher.page.getByRole('dialog').getByLabel('인쇄 방법').selectOption('pages');
    await teacher.page.getByRole('dialog').locator('form [type=submit]').click();
    await eventually(() => anthologies.getByRole('link').count()).toBe(2);
    for (const link of await anthologies.getByRole('link').all()) {
      const url = new URL((await link.getAttribute('href')) ?? '', house.address).href;
      const answer = await teacher.page.request.get(url);
      expectPdf(await answer.body());
    }
    expect(teacher.complaints).toEqual([]);
  });

  it.each([
    ['a desk', { width: 1366, height: 768 }],
    ['a phone', { width: 390, height: 844 }],
  ])('can be read and used on %s', async (_, viewport) => {
    const teacher = await enterClass(browser, house);
    await teacher.page.setViewportSize(viewport);
    expect(await teacher.page.evaluate(lookAround, { smallest: 40 })).toEqual([]);
    expect(await teacher.page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  });

  it('is left again, and asks anew', async () => {
    const teacher = await enterClass(browser, house);
    await teacher.button('선생님 자리 나가기').click();
    await teacher.page.waitForURL(/\/$/);
    await teacher.page.goto(`${house.address}/class`);
    await teacher.box('선생님이신가요?').waitFor();
  });
});
