// What Discord does not let through is told to people in words they understand, and can be mended.
import { describe, expect, it } from 'vitest';
import { DiscordFault, explainFault } from '../../../src/bots/discord/faults.ts';
import { createHouse, describeAll, examples, plain, said, startBook } from './house.ts';

describe('a book', () => {
  it('that Discord finds too large stays makeable, and the card says why', async () => {
    const { discord, live } = await createHouse();
    await live();
    const child = discord.person();
    const book = await startBook(discord, child, '달');
    child.post(book.thread, { files: await examples(1) });
    await describeAll(child, book, 1);
    discord.trouble({
      method: 'POST',
      path: new RegExp(`/channels/${book.thread}/messages`),
      does: { kind: 'status', status: 413, body: { code: 40_005, message: 'Request entity too large' } },
    });
    await child.click(await book.cardSays('이제 책을 만들 수 있어요'), '책 만들기');
    await child.click(await book.cardSays('그림 수를 줄여 주세요'), '다시 만들기');
    await discord.until(book.book, 'the book');
  });

  it('that the bot may not post any more names the rights that are missing', async () => {
    const { discord, live } = await createHouse();
    await live();
    const child = discord.person();
    const book = await startBook(discord, child, '달');
    child.post(book.thread, { files: await examples(1) });
    await describeAll(child, book, 1);
    const card = await book.cardSays('이제 책을 만들 수 있어요');
    discord.deny(['ATTACH_FILES']);
    await child.click(card, '책 만들기');
    expect(plain(await book.cardSays('봇에게 권한이 없어요'))).toContain('파일 첨부(Attach Files)');
    discord.allow(['ATTACH_FILES']);
    await child.click(book.card(), '다시 만들기');
    await discord.until(book.book, 'the book');
  });

  it('being made can be stopped, and made again', async () => {
    let release = (): void => {};
    const wait = new Promise<void>((resolve) => {
      release = resolve;
    });
    let isFirst = true;
    const { discord, live } = await createHouse({
      handlers: {
        async write({ manuscript, wanted }, { onProgress }) {
          onProgress(0, wanted.length);
          if (isFirst) await wait;
          isFirst = false;
          const text = (index: number): string => `${manuscript.scenes[index]?.fields.name} 이야기`;
          return {
            told: wanted.map((index) => ({ text: text(index), locale: 'ko', source: { kind: 'rules', engine: 'x' } })),
          };
        },
      },
    });
    await live();
    const child = discord.person();
    const book = await startBook(discord, child, '달');
    child.post(book.thread, { files: await examples(2) });
    await describeAll(child, book, 2);
    await child.click(await book.cardSays('이제 책을 만들 수 있어요'), '책 만들기');
    const busy = await book.cardSays('이야기를 쓰고 있어요. (2쪽 가운데 0쪽)');
    expect(plain(await said(await child.click(busy, '그만 만들기')))).toContain('그만 만들었어요');
    release();
    await child.click(await book.cardSays('이제 책을 만들 수 있어요'), '책 만들기');
    await discord.until(book.book, 'the book');
    expect(discord.refusals()).toEqual([]);
  });
});

describe('a thread', () => {
  it('that cannot be entered is closed again, and the person is told', async () => {
    const { discord, live } = await createHouse();
    await live();
    const child = discord.person();
    discord.trouble({
      method: 'PUT',
      path: /thread-members/,
      does: { kind: 'status', status: 403, body: { code: 50_001 } },
    });
    expect(plain(await said(await child.command('/storybook start')))).toContain('권한이 없어요');
    expect(discord.threads().map(({ thread }) => thread?.archived)).toEqual([true]);
  });
});

describe('the codes of Discord', () => {
  it.each([
    [404, 10_003, 'thread-gone', false],
    [403, 50_001, 'service-permission', false],
    [403, 50_013, 'service-permission', false],
    [413, 40_005, 'book-too-big', false],
    [401, 0, 'service-login', false],
    [400, 50_035, 'service-refused', false],
    [400, 160_005, 'service-refused', false],
    [500, 0, 'service-unreachable', true],
    [429, 0, 'service-unreachable', true],
  ])('%i (%i) is %s', (status, code, name, retryable) => {
    expect(explainFault(new DiscordFault({ status, code }))).toMatchObject({ code: name, retryable });
  });

  it('leave every other fault as it is', () => {
    const fault = new RangeError('x');
    expect(explainFault(fault)).toBe(fault);
  });
});
