// What is said while the bot does not hear it, and what it said itself when it was stopped: nothing is lost, nothing is
// said twice.
import { describe, expect, it } from 'vitest';
import type { FakeDiscord } from '../../fakes/discord/start.ts';
import { bookIn, broken, createHouse, describeAll, example, examples, plain, startBook } from './house.ts';

const ATTACHMENT = /attachments\//;
const never = new Promise<never>(() => {});

const booksIn = (discord: FakeDiscord, thread: string) =>
  discord.messages(thread).filter(({ attachments }) => attachments.some(({ filename }) => filename.endsWith('.pdf')));

const postsIn = (discord: FakeDiscord, thread: string) =>
  discord.requests.filter(({ method, path }) => method === 'POST' && path.includes(`/channels/${thread}/messages`));

describe('the gateway', () => {
  it('may drop: pictures that were posted meanwhile come once it is resumed', async () => {
    const { discord, live } = await createHouse();
    await live();
    const child = discord.person();
    const book = await startBook(discord, child);
    const outage = discord.gateway.outage({ resumable: true });
    child.post(book.thread, { files: await examples(2) });
    outage.end();
    await book.cardSays('그림 2장');
    expect(discord.gateway.counts()).toMatchObject({ identified: 1, resumed: 1 });
    expect(discord.refusals()).toEqual([]);
  });

  it('may begin anew: what was posted and deleted meanwhile is looked up, in its order', async () => {
    const { discord, live } = await createHouse();
    await live();
    const child = discord.person();
    const book = await startBook(discord, child);
    const doomed = child.post(book.thread, { files: [await example(1)] });
    child.post(book.thread, { files: [await example(2)] });
    await book.cardSays('그림 2장');
    const outage = discord.gateway.outage({ resumable: false });
    child.delete(doomed);
    for (const number of [3, 4, 1]) child.post(book.thread, { files: [await example(number)] });
    outage.end();
    await book.cardSays('그림 4장');
    expect(discord.gateway.counts().identified).toBe(2);
    await describeAll(child, book, 4);
    expect(discord.refusals().filter(({ code }) => code !== 10_008)).toEqual([]);
  });

  it('may begin anew while a picture from a form is still on its way: it arrives', async () => {
    const { discord, live } = await createHouse();
    await live();
    const child = discord.person();
    const book = await startBook(discord, child);
    let release = (): void => {};
    const wait = new Promise<void>((resolve) => {
      release = resolve;
    });
    discord.trouble({ path: ATTACHMENT, does: { kind: 'wait', until: wait } });
    await child.click(book.card(), '그림 올리기');
    await child.fill({ '그림 파일': await examples(1) }).submit();
    await book.cardSays('그림을 받고 있어요');
    discord.gateway.invalidate();
    await discord.until(() => discord.gateway.counts().identified === 2, 'a new session');
    child.post(book.thread, { files: [await example(2)] });
    await book.cardSays('그림 2장');
    release();
    await discord.until(() => !plain(book.card()).includes('받고 있어요'), 'the pictures');
    await book.cardSays('그림 2장');
  });
});

describe('a program that was stopped', () => {
  it('learns of the pictures that came and went meanwhile, each once', async () => {
    const { discord, live } = await createHouse();
    const first = await live();
    const child = discord.person();
    const teacher = discord.person({ permissions: ['MANAGE_GUILD', 'MANAGE_THREADS'] });
    const stranger = discord.person({ permissions: ['MANAGE_THREADS'] });
    const book = await startBook(discord, child);
    const doomed = child.post(book.thread, { files: [await example(1)] });
    child.post(book.thread, { files: [await example(2)] });
    await book.cardSays('그림 2장');
    await discord.until(() => book.card().attachments.length === 2, 'the pictures');
    await first.stop();
    child.delete(doomed);
    child.post(book.thread, { content: '다음은 이거예요' });
    child.post(book.thread, { files: await examples(2) });
    teacher.post(book.thread, { files: [await example(3)] });
    stranger.post(book.thread, { files: [await example(4)] });
    const second = await live();
    await book.cardSays('그림 4장');
    await discord.until(
      () => discord.messages(book.thread).some((message) => plain(message).includes('다른 친구가')),
      'a kind word to the stranger',
    );
    await second.stop();
    await live();
    child.post(book.thread, { files: [await example(4)] });
    await book.cardSays('그림 5장');
    expect(discord.refusals().filter(({ code }) => code !== 10_008)).toEqual([]);
  });

  it('fetches the pictures anew that it was fetching from messages, and says which from forms are lost', async () => {
    const { discord, live } = await createHouse();
    const first = await live();
    const child = discord.person();
    const book = await startBook(discord, child);
    discord.trouble({ path: ATTACHMENT, times: 3, does: { kind: 'wait', until: never } });
    child.post(book.thread, { files: [await example(1)] });
    await book.cardSays('그림 1장');
    await child.click(book.card(), '그림 올리기');
    await child.fill({ '그림 파일': [{ ...(await example(2)), name: 'form.png' }] }).submit();
    await book.cardSays('그림 2장');
    const elsewhere = child.post(discord.channelId, { files: [await example(3)] });
    await (await child.messageCommand('여기서 그림책 만들기', elsewhere)).settled();
    const other = bookIn(discord, child.threads().find(({ id }) => id !== book.thread)?.id ?? '');
    await other.cardSays('그림 1장');
    await first.stop();
    await live();
    await discord.until(
      () =>
        discord
          .messages(book.thread)
          .some((message) => plain(message).includes('form.png – 그림 파일을 끝까지 받지 못했어요')),
      'word of what was lost',
    );
    await book.cardSays('그림 1장');
    await discord.until(() => book.card().attachments.length === 1, 'the picture');
    await discord.until(() => other.card().attachments.length === 1, 'the picture from another channel');
  });

  it('does not hand over the book twice when it was stopped right after sending it', async () => {
    const { discord, live } = await createHouse();
    const first = await live();
    const child = discord.person();
    const book = await startBook(discord, child, '달');
    child.post(book.thread, { files: await examples(1) });
    await describeAll(child, book, 1);
    await book.cardSays('이제 책을 만들 수 있어요');
    discord.trouble({
      method: 'POST',
      path: new RegExp(`/channels/${book.thread}/messages`),
      does: { kind: 'cut', when: 'after' },
    });
    await child.click(book.card(), '책 만들기');
    await discord.until(book.book, 'the book');
    await first.stop();
    const before = postsIn(discord, book.thread).length;
    await live();
    await book.cardSays('책이 완성됐어요');
    expect(booksIn(discord, book.thread)).toHaveLength(1);
    expect(postsIn(discord, book.thread)).toHaveLength(before);
  });

  it('does not say twice what it said right before it was stopped', async () => {
    const { discord, live } = await createHouse();
    const first = await live();
    const child = discord.person();
    const book = await startBook(discord, child);
    discord.trouble({
      method: 'POST',
      path: new RegExp(`/channels/${book.thread}/messages`),
      does: { kind: 'cut', when: 'after' },
    });
    child.post(book.thread, { files: [broken()] });
    const told = () => discord.messages(book.thread).filter((message) => plain(message).includes('broken.png'));
    await discord.until(() => told().length > 0, 'a refusal');
    await first.stop();
    const before = postsIn(discord, book.thread).length;
    await live();
    child.post(book.thread, { files: [await example(1)] });
    await book.cardSays('그림 1장');
    expect(told()).toHaveLength(1);
    expect(postsIn(discord, book.thread)).toHaveLength(before);
  });

  it('deletes the card before the last one, where it could not do that when it posted the last', async () => {
    const { discord, live } = await createHouse();
    const first = await live();
    const child = discord.person();
    const book = await startBook(discord, child);
    child.post(book.thread, { files: await examples(1) });
    await discord.until(() => book.card().attachments.length === 1, 'the picture');
    const old = book.card();
    // As often as the library itself tries.
    discord.trouble({ method: 'DELETE', path: /messages/, times: 4, does: { kind: 'status', status: 503 } });
    await child.command('/storybook resume', {}, book.thread);
    await discord.until(() => discord.refusals().length === 4, 'every try to fail');
    await first.stop();
    expect(discord.message(old.id)).toBeDefined();
    const { id } = book.card();
    expect(id).not.toBe(old.id);
    await live();
    await discord.until(() => !discord.message(old.id), 'the old card to go');
    expect(book.card().id).toBe(id);
  });

  it('edits the card it has, and sends no picture again that is there', async () => {
    const { discord, live } = await createHouse();
    const first = await live();
    const child = discord.person();
    const book = await startBook(discord, child);
    child.post(book.thread, { files: await examples(2) });
    await discord.until(() => book.card().attachments.length === 2, 'the pictures');
    const { id, attachments } = book.card();
    await first.stop();
    await live();
    await child.click(book.card(), '1번 그림 이야기하기');
    await child.fill({ 이름: '별이', 행동: '본다', '이야기 분류': '자연탐구' }).submit();
    await book.cardSays('다 적은 그림 1장');
    expect(book.card().id).toBe(id);
    const ids = (list: typeof attachments): readonly string[] => list.map((attachment) => attachment.id).sort();
    expect(ids(book.card().attachments)).toEqual(ids(attachments));
    expect(discord.refusals()).toEqual([]);
  });
});

describe('Discord itself', () => {
  it('may break the line while the book is sent: it comes once', async () => {
    const { discord, live } = await createHouse();
    await live();
    const child = discord.person();
    const book = await startBook(discord, child, '달');
    child.post(book.thread, { files: await examples(1) });
    await describeAll(child, book, 1);
    await book.cardSays('이제 책을 만들 수 있어요');
    discord.trouble({
      method: 'POST',
      path: new RegExp(`/channels/${book.thread}/messages`),
      does: { kind: 'cut', when: 'after' },
    });
    await child.click(book.card(), '책 만들기');
    await book.cardSays('책이 완성됐어요');
    expect(booksIn(discord, book.thread)).toHaveLength(1);
  });

  it('may ask for patience: everything is said a little later', async () => {
    const { discord, live } = await createHouse({ messageRate: true });
    await live();
    const child = discord.person();
    const book = await startBook(discord, child);
    discord.trouble({ method: 'PATCH', path: /messages/, times: 2, does: { kind: 'rate-limit', retryAfter: 0.2 } });
    for (let round = 0; round < 6; round++) await child.command('/storybook resume', {}, book.thread);
    child.post(book.thread, { files: await examples(1) });
    await book.cardSays('그림 1장');
  });

  it('may have forgotten the address of a picture: the message knows a fresh one', async () => {
    const { discord, live } = await createHouse();
    await live();
    const child = discord.person();
    const book = await startBook(discord, child);
    discord.trouble({ path: ATTACHMENT, does: { kind: 'status', status: 404 } });
    child.post(book.thread, { files: await examples(1) });
    await discord.until(() => book.card().attachments.length === 1, 'the picture');
  });

  it('loses a card that somebody deletes: the next change posts a new one', async () => {
    const { discord, live } = await createHouse();
    await live();
    const child = discord.person({ permissions: ['MANAGE_MESSAGES'] });
    const book = await startBook(discord, child);
    child.delete(book.card());
    child.post(book.thread, { files: await examples(1) });
    await book.cardSays('그림 1장');
  });

  it('tucks a thread away: it is opened again when there is something to show', async () => {
    const { discord, live } = await createHouse();
    await live();
    const child = discord.person();
    const book = await startBook(discord, child);
    let release = (): void => {};
    const wait = new Promise<void>((resolve) => {
      release = resolve;
    });
    discord.trouble({ path: ATTACHMENT, does: { kind: 'wait', until: wait } });
    child.post(book.thread, { files: await examples(1) });
    await book.cardSays('그림 1장');
    discord.archive(book.thread);
    release();
    await discord.until(() => book.card().attachments.length === 1, 'the picture');
    expect(discord.thread(book.thread)?.thread?.archived).toBe(false);
  });

  it('may break the line while a press is answered: the person has the answer all the same', async () => {
    const { discord, live } = await createHouse();
    await live();
    const child = discord.person();
    const book = await startBook(discord, child);
    discord.trouble({ method: 'POST', path: /callback/, does: { kind: 'cut', when: 'before' } });
    await child.click(book.card(), '그림 올리기');
    expect(child.modal?.title).toBe('그림 올리기');
  });
});
