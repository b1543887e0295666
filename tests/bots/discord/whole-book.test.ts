// Whole books through the real client: from the command to the PDF in the thread, along each way that pictures can take.
import { describe, expect, it } from 'vitest';
import type { Message } from '../../fakes/discord/model.ts';
import { pictures } from '../../fakes/discord/read.ts';
import {
  bookIn,
  createHouse,
  DESCRIPTION,
  describeAll,
  example,
  examples,
  labelsOf,
  makeBook,
  plain,
  said,
  startBook,
} from './house.ts';

describe('a book on Discord', () => {
  it('is made from pictures dropped in its own private thread, and comes as a PDF', async () => {
    const { discord, live, errors } = await createHouse();
    await live();
    const child = discord.person({ name: '하늘', locale: 'ko' });
    const book = await makeBook(discord, child, '달빛 소풍', await examples(3));
    const message = await discord.until(book.book, 'the book');
    const pdf = message.attachments.find(({ filename }) => filename.endsWith('.pdf'));
    expect(new TextDecoder().decode(discord.bytes(pdf?.id ?? '').slice(0, 5))).toBe('%PDF-');
    expect(message.pinged).toEqual([child.id]);
    expect(plain(message)).toContain('그림책 “달빛 소풍” 완성!');
    const cover = message.attachments.find(({ filename }) => filename === 'cover.jpg');
    expect(cover?.description).toBe('그림책 “달빛 소풍”의 표지');
    expect([...discord.bytes(cover?.id ?? '').slice(0, 3)]).toEqual([0xff, 0xd8, 0xff]);
    const card = await book.cardSays('책이 완성됐어요');
    expect(pictures(card)).toHaveLength(3);
    expect(discord.thread(book.thread)?.type).toBe(12);
    expect(discord.messages(book.thread).flatMap(({ pinged }) => pinged)).toEqual([child.id]);
    expect(discord.refusals()).toEqual([]);
    expect(errors).toEqual([]);
  });

  it('takes pictures from a form, in the order in which they were chosen, and those of one upload at once', async () => {
    const { discord, live } = await createHouse({ messageContent: false });
    await live();
    const child = discord.person();
    const book = await startBook(discord, child);
    await child.click(await book.cardSays('봇에게 보이지 않아요'), '그림 올리기');
    await child.fill({ '그림 파일': await examples(3) }).submit();
    await book.cardSays('그림 3장');
    await describeAll(child, book, 3);
    await child.click(await book.cardSays('이제 책을 만들 수 있어요'), '책 만들기');
    await discord.until(book.book, 'the book');
    expect(discord.refusals()).toEqual([]);
  });

  it('begins with the pictures of a message, even where the bot sees no messages, and takes more of them later', async () => {
    const { discord, live } = await createHouse({ messageContent: false });
    await live();
    const child = discord.person();
    const message = child.post(discord.channelId, { files: await examples(2) });
    const answer = await said(await child.messageCommand('여기서 그림책 만들기', message));
    expect(plain(answer)).toContain('그림 2장으로 그림책을 시작했어요');
    const book = bookIn(discord, child.threads()[0]?.id ?? '');
    await book.cardSays('그림 2장');
    const more = child.post(book.thread, { files: [await example(3)] });
    expect(plain(await said(await child.messageCommand('여기서 그림책 만들기', more)))).toContain(
      '그림 1장을 책으로 가져오고 있어요',
    );
    await book.cardSays('그림 3장');
    await child.messageCommand('여기서 그림책 만들기', more);
    await describeAll(child, book, 3);
    expect(plain(book.card())).toContain('그림 3장');
    expect(discord.refusals()).toEqual([]);
  });

  it('can be looked through and mended scene by scene and page by page', async () => {
    const { discord, live } = await createHouse();
    await live();
    const child = discord.person();
    const book = await makeBook(discord, child, '달', await examples(2));
    const panel = await said(await child.select(await book.cardSays('책이 완성됐어요'), ['2번 그림']));
    expect(pictures(panel)).toHaveLength(1);
    const moved = await said(await child.click(panel, '앞으로'));
    expect(moved.id).toBe(panel.id);
    expect(plain(moved)).toContain('1번째로 옮겼어요');
    expect(plain(moved)).toContain('달을 2번 바라본다');
    await child.click(moved, '더 적기');
    const added = await said(await child.fill({ 등장인물: '토끼' }).submit());
    expect(plain(added)).toContain('등장인물 토끼');
    const other = await said(await child.select(added, ['2번 그림']));
    expect(other.id).toBe(panel.id);
    const [before] = other.attachments;
    await child.click(other, '그림 바꾸기');
    const replaced = await said(await child.fill({ '그림 파일': [await example(3)] }).submit());
    expect(plain(replaced)).toContain('그림을 받고 있어요');
    await discord.until(
      () =>
        book.card().attachments.length === 2 &&
        !book.card().attachments.some(({ filename }) => filename === before?.filename),
      'the new picture',
    );
    const again = await said(await child.select(replaced, ['1번 그림']));
    const removed = await said(await child.click(again, '빼기'));
    expect(plain(removed)).toContain('되돌릴 수 있으니');
    await child.click(await book.cardSays('그림 1장'), '뺀 그림 되돌리기');
    await book.cardSays('그림 2장');
    const printed = await discord.until(book.book, 'the book');
    await child.click(printed, '인쇄용으로 받기');
    const ordered = await said(
      await child.fill({ '인쇄 방법': '한 쪽씩 – 인쇄소에 맡겨요 (재단선과 재단 여백 3 mm)' }).submit(),
    );
    expect(plain(ordered)).toContain('인쇄용 파일을 만들고 있어요');
    const isForPrinter = (message: Message): boolean => plain(message).includes('재단선과 재단 여백 3 mm가 있으니');
    const paper = await discord.until(
      () => discord.messages(book.thread).find((message) => isForPrinter(message)),
      'the file for a printer',
    );
    expect(paper.attachments.map(({ title }) => title)).toEqual([expect.stringMatching(/ - 인쇄소용$/)]);
    const pages = await said(await child.click(printed, '쪽마다 고치기'));
    const page = await said(await child.select(pages, ['1쪽 글']));
    await child.click(page, '글 고치기');
    const kept = await said(await child.fill({ '이 쪽의 글': '달아, 안녕?' }).submit());
    expect(plain(kept)).toContain('달아, 안녕?');
    expect(labelsOf(kept)).toContain('그대로 두기 풀기');
    await child.click(await book.cardSays('새 책으로 다시 만들 수 있어요'), '다시 만들기');
    await discord.until(
      () =>
        discord
          .messages(book.thread)
          .filter(({ attachments }) => attachments.some(({ filename }) => filename.endsWith('.pdf'))).length === 3,
      'a second book',
    );
    await book.cardSays('책이 완성됐어요');
    expect(discord.refusals()).toEqual([]);
  });

  it('leads from one form to the next, and gives back what was typed where something is to be mended', async () => {
    const { discord, live } = await createHouse();
    await live();
    const child = discord.person();
    const book = await startBook(discord, child);
    child.post(book.thread, { files: await examples(1) });
    await child.click(await book.cardSays('1번 그림의 이야기'), '1번 그림 이야기하기');
    const problem = await said(await child.fill({ ...DESCRIPTION, 행동: '\u200b', '그림에 보이는 것': '달' }).submit());
    expect(plain(problem)).toContain('행동 칸을 채워 주세요');
    await child.click(problem, '고쳐 적기');
    expect(child.modal?.fields.map(({ value }) => value)).toEqual(['별이', '\u200b', '자연탐구', '달']);
    const saved = await said(await child.fill({ 행동: '달을 본다' }).submit());
    expect(saved.id).toBe(problem.id);
    expect(labelsOf(saved)).toContain('더 적기');
    await child.click(saved, '더 적기');
    const more = await said(await child.fill({ 배경: '언덕' }).submit());
    expect(labelsOf(more)).toContain('조금 더 적기');
    await book.cardSays('배경 언덕');
    await child.click(book.card(), '제목과 지은이');
    const book1 = await said(await child.fill({ 지은이: `김하늘, ${'가'.repeat(61)}`, '책 제목': '달' }).submit());
    expect(plain(book1)).toContain('60자까지');
    await book.cardSays('달');
    expect(discord.refusals()).toEqual([]);
  });

  it('takes a name that was only tapped', async () => {
    const { discord, live } = await createHouse();
    await live();
    const child = discord.person();
    const book = await startBook(discord, child);
    child.post(book.thread, { files: await examples(2) });
    await child.click(await book.cardSays('그림 2장'), '1번 그림 이야기하기');
    const saved = await said(await child.fill(DESCRIPTION).submit());
    await child.click(saved, '2번 그림 이야기');
    await child.fill({ 행동: '숲길을 걷는다', '이야기 분류': '자연탐구', '골라 넣기': ['이름: 별이'] }).submit();
    expect(plain(await book.cardSays('다 적은 그림 2장'))).toContain('별이 · 숲길을 걷는다');
    expect(discord.refusals()).toEqual([]);
  });

  it('is deleted with everything after one more question, and its PDF and every card leave the thread', async () => {
    const { discord, live } = await createHouse();
    await live();
    const child = discord.person();
    const book = await makeBook(discord, child, '달', await examples(1));
    const first = await book.cardSays('책이 완성됐어요');
    await child.command('/storybook resume', {}, book.thread);
    await discord.until(() => book.card().id !== first.id, 'a second card');
    const asked = await said(await child.command('/storybook delete', {}, book.thread));
    expect(plain(asked)).toContain('되돌릴 수 없어요');
    expect(plain(await said(await child.click(asked, '모두 지우기')))).toContain('모두 지웠어요');
    await discord.until(() => !book.book(), 'the book to go');
    await discord.until(
      () =>
        discord
          .messages(book.thread)
          .some((message) => plain(message).includes('모두 지웠어요') && message.attachments.length === 0),
      'the card to say so',
    );
    const left = discord.messages(book.thread).filter(({ author }) => author.bot);
    expect(left.flatMap(({ attachments }) => attachments)).toEqual([]);
    expect(left.map(plain).join('\n')).not.toContain('별이');
    expect(discord.refusals()).toEqual([]);
  });

  it('speaks English with those who do', async () => {
    const { discord, live } = await createHouse({ variables: () => ({ DISCORD_THREADS: 'public' }) });
    await live();
    const child = discord.person({ locale: 'en-GB' });
    const answer = await said(await child.command('/storybook start', { title: 'Moon' }));
    expect(plain(answer)).toContain('There is a place for your book now');
    const [thread] = child.threads();
    expect(thread?.type).toBe(11);
    const card = await discord.until(() => discord.latestCard(thread?.id ?? ''), 'the card');
    expect(plain(card)).toContain('Please post the pictures in the order of the story');
    expect(discord.refusals()).toEqual([]);
  });
});

describe('commands', () => {
  it('act on the book of their thread, and say so kindly where there is none', async () => {
    const { discord, live } = await createHouse();
    await live();
    const child = discord.person();
    const book = await startBook(discord, child, '달');
    const first = book.card();
    const say = async (line: string, place?: string): Promise<string> =>
      plain(await said(await child.command(line, {}, place)));
    expect(await say('/storybook status', book.thread)).toContain('그림을 이야기 순서대로');
    expect(await say('/storybook cancel', book.thread)).toContain('지금 만들고 있는 책이 없어요');
    expect(await say('/storybook help', book.thread)).toContain('아이의 그림은 바꾸지 않아요');
    expect(await say('/storybook start', book.thread)).toContain('이미 책을 만들고 있어요');
    expect(await say('/storybook resume', book.thread)).toContain('맨 아래에 새로 올렸어요');
    await discord.until(() => book.card().id !== first.id, 'a new card');
    await discord.until(() => !discord.message(first.id), 'the old card to go');
    expect(await say('/storybook status')).toContain('책을 만드는 스레드에서');
    expect(await say('/storybook help')).toContain('/storybook start');
    expect(discord.threads()).toHaveLength(1);
    expect(discord.refusals()).toEqual([]);
  });

  it('are registered once, and again only when they have changed', async () => {
    const { discord, live } = await createHouse();
    const registered = (): number =>
      discord.requests.filter(({ method, path }) => method === 'PUT' && path.endsWith('/commands')).length;
    const first = await live();
    expect(discord.commands().map(({ name }) => name)).toEqual(['storybook', '여기서 그림책 만들기']);
    expect(registered()).toBe(1);
    await first.stop();
    await live();
    expect(registered()).toBe(1);
  });
});
