// What is said to a class arrives once, in its place, also where the program was stopped in between: over the real client,
// against the fake service.
import { describe, expect, it, onTestFinished } from 'vitest';
import { memoryBlobs } from '../../../src/blobs.ts';
import type { ClassOutbound, ClassView, ReviewMessage } from '../../../src/bots/classroom/replies.ts';
import { createConnection } from '../../../src/bots/discord/connection.ts';
import { createSender, type Send } from '../../../src/bots/discord/sender.ts';
import { createWhere } from '../../../src/bots/discord/where.ts';
import { memoryStores } from '../../../src/store.ts';
import type { Message } from '../../fakes/discord/model.ts';
import { pictures } from '../../fakes/discord/read.ts';
import { type DiscordOptions, startDiscord } from '../../fakes/discord/start.ts';
import { page } from './full-class.ts';
import { labelsOf, plain } from './house.ts';

const MEBIBYTE = 1024 * 1024;
const pdf = (key: string, size = 5) => ({ key, mediaType: 'application/pdf', size });

/** A server with a class channel, and lives of a program that speaks there. */
async function stage(options: DiscordOptions = {}) {
  const discord = await startDiscord(options);
  onTestFinished(() => discord.close());
  const ignore = (): void => {};
  const { token, url: apiUrl } = discord;
  const blobs = memoryBlobs();
  const stores = memoryStores();
  const warned: string[] = [];
  const life = (): Send => {
    const connection = createConnection({ token, apiUrl, hear: ignore, onLost: ignore, onFault: ignore });
    onTestFinished(() => connection.close());
    return createSender({
      ask: connection.ask,
      blobs,
      cards: stores.open<readonly string[]>({ namespace: 'cards' }),
      log: { warn: (_: unknown, line: string) => void warned.push(line) } as never,
      self: () => discord.appId,
      seesMessages: () => true,
      localeOf: async () => 'ko',
      where: createWhere(connection.ask),
    });
  };
  const put = async (...keys: readonly string[]): Promise<void> => {
    for (const key of keys) await blobs.put(key, new Uint8Array(5));
  };
  const said = (place: string): readonly Message[] => discord.messages(place).filter(({ type }) => type === 0);
  return { discord, life, put, blobs, said, warned, channel: discord.channelId };
}

const desk = (teacher: string, key = 'desk-1'): ClassOutbound => ({
  to: 'class',
  type: 'desk',
  key,
  teacher,
  title: '3학년 2반',
});

const view = (about: string): ClassView => ({
  heading: '우리 반 알림판',
  about: [about],
  books: [],
  next: '지금은 기다리면 돼요.',
  buttons: [],
});

const card = (about: string, more: { ref?: string; key?: string } = {}): ClassOutbound => ({
  to: 'class',
  type: 'class-card',
  key: 'sum-1',
  view: view(about),
  content: about,
  ...more,
});

describe('the teachers’ room', () => {
  it('is a private thread below the channel that the teacher is in, and into which nobody lets others', async () => {
    const { discord, life, channel, said } = await stage();
    const teacher = discord.person({ name: '선생님' });
    const child = discord.person({ name: '하늘' });
    const { ref = '' } = await life()(channel, desk(teacher.id));
    const room = discord.thread(ref);
    expect(room).toMatchObject({ type: 12, parentId: channel, name: '🍎 선생님 방 · 3학년 2반' });
    expect(room?.thread).toMatchObject({ invitable: false, members: [discord.appId, teacher.id] });
    expect(child.threads()).toEqual([]);
    expect(said(ref).map(plain)).toEqual([expect.stringContaining('선생님만 보는 방이에요')]);
  });

  it('is found again by another life, wherever the one before was stopped', async () => {
    const { discord, life, channel, said } = await stage();
    const teacher = discord.person();
    discord.trouble({ method: 'PUT', path: /thread-members/, does: { kind: 'status', status: 503 }, times: 4 });
    await expect(life()(channel, desk(teacher.id))).rejects.toMatchObject({ retryable: true });
    const { ref = '' } = await life()(channel, desk(teacher.id));
    expect(await life()(channel, desk(teacher.id))).toEqual({ ref, repeated: true });
    expect(discord.threads(channel).map(({ id }) => id)).toEqual([ref]);
    expect(said(ref)).toHaveLength(1);
  });

  it('is another one under another name', async () => {
    const { discord, life, channel } = await stage();
    const teacher = discord.person();
    const { ref: first } = await life()(channel, desk(teacher.id));
    const { ref: second } = await life()(channel, desk(teacher.id, 'desk-2'));
    expect(second).not.toBe(first);
  });

  it('that was deleted is told to be gone', async () => {
    const { discord, life, channel } = await stage();
    const { ref = '' } = await life()(channel, desk(discord.person().id));
    discord.removeThread(ref);
    const telling = life()(ref, card('아직 아무도 없어요'));
    await expect(telling).rejects.toMatchObject({ code: 'thread-gone', retryable: false });
  });

  it('cannot be opened where the bot may not, and what is missing is named', async () => {
    const { discord, life, channel } = await stage();
    discord.deny(['CREATE_PRIVATE_THREADS']);
    await expect(life()(channel, desk(discord.person().id))).rejects.toMatchObject({
      code: 'service-permission',
      retryable: false,
      details: { missing: expect.arrayContaining(['비공개 스레드 만들기(Create Private Threads)']) },
    });
  });

  it('is there though the teacher has left the server', async () => {
    const { life, channel, warned } = await stage();
    expect((await life()(channel, desk('1574163009209630720'))).ref).toBeDefined();
    expect(warned).toEqual(['the teacher of a class is not in the server']);
  });
});

describe('the summary', () => {
  it('is edited where it is, known again after a restart, and there once', async () => {
    const { discord, life, channel, said } = await stage();
    const { ref: room = '' } = await life()(channel, desk(discord.person().id));
    const { ref = '' } = await life()(room, card('1명'));
    expect(await life()(room, card('1명'))).toEqual({ ref, repeated: true });
    expect(await life()(room, card('2명', { ref }))).toEqual({ ref });
    discord.archive(room);
    await life()(room, card('3명', { ref }));
    const { ref: anew } = await life()(room, card('4명', { key: 'sum-2' }));
    expect(said(room).map(({ id }) => id)).toEqual([said(room)[0]?.id, anew]);
    expect(plain(said(room)[1] as Message)).toContain('4명');
  });
});

const review = (room: string, buttons: ReviewMessage['buttons'], text: string): ReviewMessage => ({
  text,
  label: '3번',
  title: '달',
  thread: room,
  fileName: '달빛 소풍.pdf',
  pdf: pdf('books/1.pdf'),
  pages: [page('p/1', '표지'), page('p/2', '달을 본다')],
  notes: [],
  buttons,
});

describe('a book before teachers', () => {
  const approve = (thread: string) =>
    [{ to: 'book', thread, action: { type: 'approve', request: 1 }, label: '좋아요', style: 'primary' }] as const;

  it('comes with its pages and its PDF, which are not sent again when it is decided', async () => {
    const { discord, life, put, channel, said, blobs } = await stage();
    await put('books/1.pdf', 'p/1.jpg', 'p/2.jpg');
    const { ref: room = '' } = await life()(channel, desk(discord.person().id));
    const waiting = review(room, approve(room), '살펴봐 주세요.');
    const message = { to: 'class', type: 'review', key: 'rev-1', content: 'a', review: waiting } as const;
    const { ref = '' } = await life()(room, message);
    const [, shown] = said(room);
    expect(pictures(shown as Message).map(({ alt }) => alt)).toEqual(['표지', '달을 본다']);
    expect(shown?.attachments.map(({ title, size }) => [title, size]).at(-1)).toEqual(['달빛 소풍', 5]);
    expect(labelsOf(shown as Message)).toEqual(['좋아요', '이 책으로 가기']);
    for (const key of ['books/1.pdf', 'p/1.jpg', 'p/2.jpg']) await blobs.delete(key);
    const decided = { ...message, key: 'rev-2', content: 'b', ref, review: review(room, [], '좋다고 하셨어요.') };
    expect(await life()(room, decided)).toEqual({ ref });
    const [, after] = said(room);
    expect(labelsOf(after as Message)).toEqual(['이 책으로 가기']);
    expect(after?.attachments.map(({ id }) => id)).toEqual(shown?.attachments.map(({ id }) => id));
  });

  it('does without pages whose bytes are gone, and never without the PDF', async () => {
    const { life, put, channel, said } = await stage();
    await put('books/1.pdf', 'p/2.jpg');
    const message = { to: 'class', type: 'review', key: 'rev-1', content: 'a' } as const;
    await life()(channel, { ...message, review: review('1', [], '살펴봐 주세요.') });
    expect(pictures(said(channel)[0] as Message)).toHaveLength(1);
    expect(plain(said(channel)[0] as Message)).toContain('나머지 1쪽은 PDF에 있어요');
    const none = { ...review('1', [], ''), pdf: pdf('books/gone.pdf') };
    await expect(life()(channel, { ...message, key: 'rev-2', review: none })).rejects.toMatchObject({
      code: 'blob-missing',
    });
  });
});

describe('what the class is shown', () => {
  const book = {
    text: '새 그림책이 나왔어요! 3번 – “달”',
    title: '달',
    fileName: '달.pdf',
    pdf: pdf('books/1.pdf'),
    cover: page('p/1', '표지'),
    coverAlt: '그림책 “달”의 표지',
    pages: [page('p/1')],
    notes: [],
  } as const;

  it('calls nobody, and is there once though the program was stopped before it heard so', async () => {
    const { discord, life, put, channel, said } = await stage();
    await put('books/1.pdf', 'p/1.jpg');
    const announced = { to: 'class', type: 'announce', key: 'show-1', label: '3번', book } as const;
    discord.trouble({ method: 'POST', path: /\/messages$/, does: { kind: 'cut', when: 'after' }, times: 1 });
    await life()(channel, announced).catch(() => undefined);
    const second = await life()(channel, announced);
    expect(said(channel).map(({ id }) => id)).toEqual([second.ref]);
    expect(said(channel)[0]?.pinged).toEqual([]);
  });

  it('in several messages comes whole after a stop in between, and goes as a whole', async () => {
    const { discord, life, blobs, channel, said } = await stage();
    const files = [0, 1, 2].map((index) => ({
      fileName: `${index + 1}권.pdf`,
      pdf: pdf(`a/${index}.pdf`, 9 * MEBIBYTE),
    }));
    for (const { pdf: volume } of files) await blobs.put(volume.key, new Uint8Array(5));
    const teacher = discord.person();
    const anthology = { text: '문집 완성!', mention: teacher.id, files, notes: [], buttons: [] };
    const message = { to: 'class', type: 'anthology', key: 'bind-0123456789abcdef0123', anthology } as const;
    const sender = life();
    await blobs.delete('a/2.pdf');
    await expect(sender(channel, message)).rejects.toMatchObject({ code: 'blob-missing' });
    await blobs.put('a/2.pdf', new Uint8Array(5));
    const { ref = '' } = await life()(channel, message);
    expect(said(channel).flatMap(({ attachments }) => attachments.map(({ title }) => title))).toEqual([
      '1권',
      '2권',
      '3권',
    ]);
    expect(said(channel).map(({ pinged }) => pinged)).toEqual([[teacher.id], []]);
    await life()(channel, { to: 'class', type: 'withdraw', key: 'gone-1', refs: [ref] });
    expect(said(channel)).toEqual([]);
  });
});

describe('a thread that was tucked away', () => {
  it('lets go of what is withdrawn, and is tucked away again', async () => {
    const { discord, life, channel, said } = await stage();
    const { ref: room = '' } = await life()(channel, desk(discord.person().id));
    const { ref = '' } = await life()(room, card('1명'));
    discord.archive(room);
    await life()(room, { to: 'class', type: 'withdraw', key: 'gone-1', refs: [ref] });
    expect(said(room)).toHaveLength(1);
    expect(discord.thread(room)?.thread?.archived).toBe(true);
  });
});

describe('a book that is handed over', () => {
  it('lets its new owner in and tells nobody else', async () => {
    const { discord, life, channel, said } = await stage();
    const { ref: room = '' } = await life()(channel, desk(discord.person().id));
    const heir = discord.person({ name: '바다' });
    discord.archive(room);
    await life()(room, { to: 'thread', type: 'welcome', key: 'hand-1', mention: heir.id, text: '이제 주인이에요.' });
    expect(heir.threads().map(({ id }) => id)).toEqual([room]);
    expect(said(room).at(-1)?.pinged).toEqual([heir.id]);
  });
});

describe('a booklet', () => {
  it('comes once, under its own name', async () => {
    const { life, put, channel, said } = await stage();
    await put('books/fold.pdf');
    const file = { to: 'thread', type: 'file', key: 'fold-1', text: '접는 책이에요.' } as const;
    const whole = { ...file, fileName: '달 - 접는 책.pdf', pdf: pdf('books/fold.pdf') };
    const { ref } = await life()(channel, whole);
    expect(await life()(channel, whole)).toEqual({ ref, repeated: true });
    expect(said(channel).map(({ attachments }) => attachments[0]?.title)).toEqual(['달 - 접는 책']);
  });
});
