// Whole books through the real client: from the command to the PDF in the thread.
import { describe, expect, it } from 'vitest';
import { pictures, textOf } from '../../fakes/discord/read.ts';
import { createHouse, examples, labelsOf, makeBook, plain, startBook } from './house.ts';

describe('a book on Discord', { timeout: 60_000 }, () => {
  it('is made from pictures dropped in its own private thread, and comes as a PDF with its cover', async () => {
    const { discord, live, errors } = await createHouse();
    await live();
    const child = discord.person({ name: '하늘', locale: 'ko' });
    const book = await makeBook(discord, child, '달빛 소풍', await examples(3));
    const message = await discord.until(book.book, 'the book');
    const [pdf] = message.attachments;
    expect(new TextDecoder().decode(discord.bytes(pdf?.id ?? '').slice(0, 5))).toBe('%PDF-');
    expect(message.pinged).toEqual([child.id]);
    expect(plain(message)).toContain('그림책 “달빛 소풍” 완성!');
    const card = await book.cardSays('책이 완성됐어요');
    expect(pictures(card)).toHaveLength(3);
    expect(discord.thread(book.thread)?.type).toBe(12);
    expect(discord.refusals()).toEqual([]);
    expect(errors).toEqual([]);
  });
});
