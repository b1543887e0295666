// What is said in a thread is said once, in one message that is edited, and with the files that are there.
import { describe, expect, it } from 'vitest';
import { memoryBlobs } from '../../../src/blobs.ts';
import { cardOf } from '../../../src/bots/conversation/card.ts';
import type { Ask } from '../../../src/bots/discord/connection.ts';
import { DiscordFault } from '../../../src/bots/discord/faults.ts';
import { createSender } from '../../../src/bots/discord/sender.ts';
import { createWhere } from '../../../src/bots/discord/where.ts';
import type { MessageBody, OutFile, WireMessage } from '../../../src/bots/discord/wire.ts';
import { memoryStores } from '../../../src/store.ts';
import { blob, fullSession } from './longest.ts';

interface Options {
  readonly body?: MessageBody;
  readonly files?: readonly OutFile[];
}

/**
 * A thread that takes messages. @param faults what the next requests fail with.
 * @param undeletable what the deletion of a message fails with, by its id.
 */
async function stage(keys: readonly string[], faults: Error[] = [], undeletable = new Map<string, Error>()) {
  const messages: WireMessage[] = [];
  const requests: { method: string; path: string; options: Options }[] = [];
  let next = 500;
  const take = ({ body, files = [] }: Options, before?: WireMessage): WireMessage => ({
    id: before?.id ?? `${next++}`,
    channel_id: '1',
    author: { id: '7', bot: true },
    type: 0,
    components: (body?.components ?? []) as never,
    attachments: (body?.attachments ?? []).map(({ id }) => {
      const file = typeof id === 'number' ? files[id] : undefined;
      const kept = before?.attachments.find((attachment) => attachment.id === id);
      return kept ?? { id: `${next++}`, filename: file?.name ?? '', size: file?.data.length ?? 0, url: 'https://x' };
    }),
  });
  const ask = (async (method: string, path: string, options: Options = {}) => {
    requests.push({ method, path, options });
    const fault = faults.shift();
    if (fault) throw fault;
    const id = /messages\/(\d+)$/.exec(path)?.[1];
    const at = messages.findIndex((message) => message.id === id);
    if (method === 'GET' && id === undefined) return messages;
    if (id !== undefined && at < 0) throw new DiscordFault({ status: 404, code: 10_008 });
    const stuck = method === 'DELETE' && id !== undefined && undeletable.get(id);
    if (stuck) throw stuck;
    if (method === 'DELETE') return void messages.splice(at, 1);
    if (method === 'GET') return messages[at];
    const taken = take(options, messages[at]);
    if (at >= 0) messages[at] = taken;
    else messages.push(taken);
    return taken;
  }) as unknown as Ask;
  const blobs = memoryBlobs();
  for (const key of keys) await blobs.put(key, new Uint8Array([1]));
  const cards = memoryStores().open<readonly string[]>({ namespace: 'cards' });
  const warned: string[] = [];
  const log = { warn: (_: unknown, line: string) => void warned.push(line) } as never;
  const seen = {
    self: () => '7',
    seesMessages: () => true,
    localeOf: async () => 'ko' as const,
    where: createWhere(ask),
  };
  const life = () => createSender({ ask, blobs, cards, log, ...seen });
  const sent = (method: string) => requests.filter((request) => request.method === method);
  return { messages, requests, life, sent, warned, ids: () => messages.map(({ id }) => id) };
}

const card = (scenes: number, ref?: string) => {
  const shown = cardOf(fullSession({ with: '가', scenes }));
  return { to: 'thread', type: 'card', key: 'card-1', card: shown, content: `${scenes}`, ...(ref && { ref }) } as const;
};
const SMALL = ['pictures/1-small', 'pictures/2-small', 'pictures/3-small'];

const book = {
  to: 'thread',
  type: 'book',
  key: 'book-1',
  book: {
    text: '완성!',
    mention: '42',
    title: '달',
    fileName: '달.pdf',
    pdf: { ...blob('books/1.pdf'), mediaType: 'application/pdf' },
    cover: { ...blob('books/1-1.jpg'), width: 10, height: 10, text: '표지' },
    pages: [{ ...blob('books/1-1.jpg'), width: 10, height: 10, text: '표지' }],
    coverAlt: '표지',
    notes: [],
    buttons: [{ action: { type: 'pages' }, label: '쪽마다 고치기', style: 'primary' }],
  },
} as const;

describe('a card', () => {
  it('sends each picture once, also after a restart', async () => {
    const { life, sent } = await stage(SMALL);
    const { ref } = await life()('1', card(2));
    const other = life();
    await other('1', card(3, ref));
    await other('1', card(1, ref));
    expect(sent('POST').map(({ options }) => options.files?.length)).toEqual([2]);
    expect(sent('PATCH').map(({ options }) => options.files?.length)).toEqual([1, 0]);
    expect(sent('PATCH').map(({ options }) => options.body?.attachments?.length)).toEqual([3, 1]);
  });

  it('does without a picture whose bytes are gone', async () => {
    const { life, messages } = await stage(SMALL.slice(0, 1));
    await life()('1', card(2));
    expect(messages[0]?.attachments).toHaveLength(1);
  });

  it('that was sent by an earlier life is known again', async () => {
    const { life, sent } = await stage(SMALL);
    const { ref } = await life()('1', card(2));
    expect(await life()('1', card(2))).toEqual({ ref, repeated: true });
    expect(sent('POST')).toHaveLength(1);
  });

  it('that was edited too often is replaced, and the old one goes', async () => {
    const faults: Error[] = [];
    const { life, messages } = await stage(SMALL, faults);
    const sender = life();
    const { ref } = await sender('1', card(1));
    faults.push(new DiscordFault({ status: 400, code: 30_046 }));
    const replaced = await sender('1', { ...card(2, ref), key: 'card-2' });
    expect(replaced.ref).not.toBe(ref);
    expect(messages.map(({ id }) => id)).toEqual([replaced.ref]);
  });

  it('that only passes by is not posted anew when the old one is gone', async () => {
    const { life, sent } = await stage(SMALL);
    await expect(life()('1', { ...card(1, '999'), passing: true })).rejects.toMatchObject({ code: 'service-refused' });
    expect(sent('POST')).toEqual([]);
  });
});

const next = (number: number) => ({ ...card(number), key: `card-${number}` });
const gone = { to: 'thread', type: 'withdraw', key: 'gone-1' } as const;
const refused = () => new DiscordFault({ status: 403, code: 50_013 });
const down = () => new DiscordFault({ status: 503, code: 0 });

describe('a new card', () => {
  it('takes the place of the one before, also when the program was stopped in between', async () => {
    const { life, ids } = await stage(SMALL);
    await life()('1', next(1));
    const second = await life()('1', next(2));
    expect(ids()).toEqual([second.ref]);
    const third = await life()('1', next(3));
    expect(ids()).toEqual([third.ref]);
  });

  it('that was posted before the program was stopped has the old one deleted afterwards', async () => {
    const undeletable = new Map<string, Error>();
    const { life, ids } = await stage(SMALL, [], undeletable);
    const { ref: old = '' } = await life()('1', next(1));
    undeletable.set(old, down());
    await expect(life()('1', next(2))).rejects.toMatchObject({ code: 'service-unreachable', retryable: true });
    expect(ids()).toHaveLength(2);
    undeletable.clear();
    const again = await life()('1', next(2));
    expect(again.repeated).toBe(true);
    expect(ids()).toEqual([again.ref]);
  });

  it('takes the place of one that an earlier version posted and this one only edited', async () => {
    const { life, messages } = await stage(SMALL);
    const { ref: first = '' } = await life()('1', next(1));
    const other = await stage(SMALL);
    other.messages.push(...messages);
    await other.life()('1', { ...next(2), ref: first });
    const { ref } = await other.life()('1', next(3));
    expect(other.ids()).toEqual([ref]);
  });

  it('is there although the old one may not be deleted, which is tried again with the next', async () => {
    const undeletable = new Map<string, Error>();
    const { life, ids, warned } = await stage(SMALL, [], undeletable);
    const { ref: old = '' } = await life()('1', next(1));
    undeletable.set(old, refused());
    const { ref: second = '' } = await life()('1', next(2));
    expect(ids()).toEqual([old, second]);
    expect(warned).toEqual(['an old card could not be deleted']);
    undeletable.clear();
    await life()('1', { ...next(3), ref: second });
    expect(ids()).toEqual([second]);
  });

  it('in one thread leaves the cards of others alone', async () => {
    const { life, ids } = await stage(SMALL);
    const one = await life()('1', next(1));
    const two = await life()('2', next(2));
    expect(ids()).toEqual([one.ref, two.ref]);
  });
});

describe('what is taken away', () => {
  it('goes as far as it can where one message is refused, and the refusal is told', async () => {
    const undeletable = new Map<string, Error>();
    const { life, ids, messages } = await stage([], [], undeletable);
    for (const id of ['1', '2', '3'])
      messages.push({ id, channel_id: '1', author: { id: '7' }, type: 0, attachments: [] });
    undeletable.set('1', refused());
    const taking = life()('1', { ...gone, refs: ['1', '2', '999', '3'] });
    await expect(taking).rejects.toMatchObject({ code: 'service-permission', retryable: false });
    expect(ids()).toEqual(['1']);
  });

  it('is tried again while any of it may work later', async () => {
    const undeletable = new Map<string, Error>([
      ['1', refused()],
      ['2', down()],
    ]);
    const { life, messages } = await stage([], [], undeletable);
    for (const id of ['1', '2']) messages.push({ id, channel_id: '1', author: { id: '7' }, type: 0, attachments: [] });
    const taking = life()('1', { ...gone, refs: ['1', '2'] });
    await expect(taking).rejects.toMatchObject({ code: 'service-unreachable', retryable: true });
  });
});

describe('a book', () => {
  it('comes with its cover, and says so where that is gone', async () => {
    const whole = await stage(['books/1.pdf', 'books/1-1.jpg']);
    await whole.life()('1', book);
    expect(whole.sent('POST')[0]?.options.files?.map(({ name }) => name)).toEqual(['달.pdf', 'cover.jpg']);
    const poorer = await stage(['books/1.pdf']);
    await poorer.life()('1', book);
    expect(poorer.sent('POST')[0]?.options.files?.map(({ name }) => name)).toEqual(['달.pdf']);
    expect(poorer.sent('POST')[0]?.options.body?.content).toContain('표지 그림은 함께 올리지 못했어요');
  });

  it('that is gone itself is a fault that says so', async () => {
    const { life } = await stage([]);
    await expect(life()('1', book)).rejects.toMatchObject({ code: 'blob-missing', retryable: false });
  });

  it('is taken away once, and not missed when somebody did it before', async () => {
    const { life, messages } = await stage(['books/1.pdf', 'books/1-1.jpg']);
    const sender = life();
    const { ref = '' } = await sender('1', book);
    await sender('1', { to: 'thread', type: 'withdraw', key: 'gone-1', refs: [ref, '999'] });
    expect(messages).toEqual([]);
  });
});
