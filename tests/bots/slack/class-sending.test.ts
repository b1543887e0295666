// Messages of a class on their way to a desk and a channel: once, whatever breaks on the way, changed in place, taken back
// with all that came to them.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { memoryBlobs } from '../../../src/blobs.ts';
import type { ClassOutbound, ReviewMessage } from '../../../src/bots/classroom/replies.ts';
import { systemClock } from '../../../src/bots/clock.ts';
import { createClassDrawings } from '../../../src/bots/slack/class-drawing.ts';
import { createClassSending, type SendToClass } from '../../../src/bots/slack/class-sending.ts';
import { createDelivery } from '../../../src/bots/slack/delivery.ts';
import { faultOf } from '../../../src/bots/slack/faults.ts';
import { createFiles } from '../../../src/bots/slack/files.ts';
import { createLinks } from '../../../src/bots/slack/links.ts';
import { openMemory } from '../../../src/bots/slack/memory.ts';
import { createGallery, createMessages } from '../../../src/bots/slack/messages.ts';
import { createParcels } from '../../../src/bots/slack/parcels.ts';
import { memoryStores, type Stores } from '../../../src/store.ts';
import type { PageImage } from '../../../src/story.ts';
import { apiOf } from '../../fakes/slack/call.ts';
import { buttons, images, type Message, type Person, type Slack, startSlack, texts } from '../../fakes/slack/index.ts';

const DAY = 24 * 60 * 60 * 1000;

let slack: Slack;
let teacher: Person;
let channel: { readonly team: string; readonly channel: string };
let send: SendToClass;
let restart: () => void;
let stores: Stores;
const blobs = memoryBlobs();

const page = (name: string): PageImage => ({
  key: `books/${name}`,
  mediaType: 'image/jpeg',
  size: 3,
  width: 10,
  height: 10,
  text: `쪽 ${name}`,
});

const review = (more: Partial<ReviewMessage> = {}): ReviewMessage => ({
  text: '3번 – “달”: 책이 다 됐어요.',
  label: '3번',
  title: '달',
  thread: `${channel.team}:${channel.channel}:1.1`,
  fileName: '달.pdf',
  pdf: { key: 'books/pdf', mediaType: 'application/pdf', size: 3 },
  pages: [page('cover'), page('one')],
  notes: [],
  buttons: [
    {
      to: 'book',
      thread: `${channel.team}:${channel.channel}:1.1`,
      action: { type: 'approve', request: 1 },
      label: '좋아요',
      style: 'primary',
    },
  ],
  ...more,
});

const outbound = (given: ReviewMessage, key: string, ref?: string): ClassOutbound => ({
  to: 'class',
  type: 'review',
  key,
  review: given,
  content: key,
  ...(ref !== undefined && { ref }),
});

/** The sender as it is after a start, over what was written down before. */
function setUp(): () => void {
  stores = memoryStores();
  const api = apiOf(slack);
  const call = async (_team: string, method: string, args: object) => {
    const answer = await api(method, args).catch((error: unknown) => {
      throw faultOf(error, 'X');
    });
    if (!answer.ok) throw faultOf({ code: 'slack_webapi_platform_error', data: answer }, 'X');
    return answer;
  };
  return () => {
    const memory = openMemory(stores, DAY);
    const gallery = createGallery();
    const messages = createMessages(call, gallery);
    const log = { warn: () => {} };
    const clock = systemClock;
    const files = createFiles({ call, clock, signal: new AbortController().signal, fetch });
    const look = async () => undefined;
    const bringing = { memory, call, clock, messages, files, gallery, blobs, look, log };
    const links = createLinks(call, log);
    const drawings = createClassDrawings({ memory, gallery, links, look, locale: 'ko' });
    const delivery = createDelivery(bringing);
    send = createClassSending({
      memory,
      call,
      clock,
      messages,
      sendParcel: createParcels(bringing),
      delivery,
      drawings,
    });
  };
}

beforeEach(async () => {
  slack = await startSlack({ shareDelay: 5 });
  teacher = slack.person('Teacher');
  channel = { team: slack.home.id, channel: slack.channel('class', [teacher]) };
  for (const name of ['cover', 'one', 'two', 'pdf', 'pdf2']) await blobs.put(`books/${name}`, Buffer.from('abc'));
  restart = setUp();
  restart();
});
afterEach(async () => {
  vi.useRealTimers();
  await slack.close();
});

async function openDesk(): Promise<typeof channel> {
  const sent = await send(channel, { to: 'class', type: 'desk', key: 'desk', teacher: teacher.id, title: '' });
  const again = await send(channel, { to: 'class', type: 'desk', key: 'desk', teacher: teacher.id, title: '' });
  expect(again).toEqual(sent);
  expect(sent.ref).toBe(`${slack.home.id}:${slack.direct(teacher)}`);
  return { team: slack.home.id, channel: slack.direct(teacher) ?? '' };
}

const only = (messages: readonly Message[]): Message => {
  const [message, ...others] = messages;
  if (!message || others.length > 0) throw new Error(`there are ${messages.length} messages`);
  return message;
};
const namesIn = (root: Message): string[] =>
  slack.thread(root.channel, root).flatMap((message) => slack.filesOf(message).map(({ name }) => name));

describe('a book before its teacher', () => {
  it('is one message, with the book and its pages below, changed in place and taken back whole', async () => {
    const desk = await openDesk();
    const { ref = '' } = await send(desk, outbound(review(), 'rev-1'));
    const root = only(slack.roots(desk.channel));
    expect(namesIn(root)).toEqual(['달.pdf', '01.jpg', '02.jpg']);
    expect(slack.calls('files.completeUploadExternal')).toHaveLength(1);
    expect([images(root).length, buttons(root)]).toEqual([1, ['좋아요']]);
    expect(texts(root).join()).toContain('<http');

    const remade = review({ pages: [page('cover'), page('two')], pdf: { ...review().pdf, key: 'books/pdf2' } });
    expect((await send(desk, outbound(remade, 'rev-2', ref))).ref).toBe(ref);
    expect(namesIn(root).toSorted()).toEqual(['01.jpg', '02.jpg', '달.pdf']);
    const uploads = slack.calls('files.getUploadURLExternal').length;
    restart();
    await send(desk, outbound({ ...remade, buttons: [], text: '내보내요' }, 'rev-3', ref));
    expect(slack.calls('files.getUploadURLExternal')).toHaveLength(uploads);
    expect([buttons(only(slack.roots(desk.channel))), texts(root).length > 0]).toEqual([[], true]);

    await send(desk, { to: 'class', type: 'withdraw', key: 'gone', refs: [ref] });
    await send(desk, { to: 'class', type: 'withdraw', key: 'gone', refs: [ref] });
    expect(slack.roots(desk.channel)).toEqual([]);
    expect([...slack.world.files.values()]).toEqual([]);
  });

  it.each([
    ['chat.postMessage', 'after'],
    ['chat.postMessage', 'before'],
    ['files.completeUploadExternal', 'after'],
    ['files.getUploadURLExternal', 'after'],
    ['chat.update', 'before'],
  ] as const)('is there once though %s breaks (%s it is done)', async (method, when) => {
    const desk = await openDesk();
    slack.trouble(method, { type: 'cut', when });
    await expect(send(desk, outbound(review(), 'rev-1'))).rejects.toMatchObject({ retryable: true });
    restart();
    const { ref } = await send(desk, outbound(review(), 'rev-1'));
    const root = only(slack.roots(desk.channel));
    expect(namesIn(root)).toEqual(['달.pdf', '01.jpg', '02.jpg']);
    expect(await send(desk, outbound(review(), 'rev-1'))).toMatchObject({ ref, repeated: true });
    expect(slack.roots(desk.channel)).toHaveLength(1);
  });

  it('is posted anew where somebody has deleted it, and goes by its first name all the same', async () => {
    const desk = await openDesk();
    const { ref = '' } = await send(desk, outbound(review(), 'rev-1'));
    await apiOf(slack)('chat.delete', { channel: desk.channel, ts: only(slack.roots(desk.channel)).ts });
    expect((await send(desk, outbound(review({ text: '다시' }), 'rev-2', ref))).ref).toBe(ref);
    const anew = only(slack.roots(desk.channel));
    expect([texts(anew)[0]?.startsWith('다시'), namesIn(anew).length]).toEqual([true, 3]);
    await send(desk, outbound(review({ text: '내보내요' }), 'rev-3', ref));
    expect(texts(only(slack.roots(desk.channel)))[0]).toContain('내보내요');
    await send(desk, { to: 'class', type: 'withdraw', key: 'gone', refs: [ref] });
    expect(slack.roots(desk.channel)).toEqual([]);
    expect([...slack.world.files.values()]).toEqual([]);
  });
});

describe('a class that goes on for a whole term', () => {
  const later = (days: number): void => {
    vi.useFakeTimers({ toFake: ['Date'] });
    vi.setSystemTime(Date.now() + days * DAY);
    restart();
  };

  it('knows what it has sent, sends nothing twice, and brings no file anew', async () => {
    const desk = await openDesk();
    const keys = Array.from({ length: 4 }, (_, index) => `rev-${index + 1}`);
    const refs: string[] = [];
    for (const key of keys) refs.push((await send(desk, outbound(review(), key))).ref ?? '');
    const uploads = slack.calls('files.getUploadURLExternal').length;
    later(120);
    for (const [index, key] of keys.entries())
      expect(await send(desk, outbound(review(), key))).toEqual({ ref: refs[index], repeated: true });
    for (const [index, ref] of refs.entries())
      await send(desk, outbound(review({ buttons: [], text: '내보내요' }), `done-${index}`, ref));
    expect(slack.roots(desk.channel)).toHaveLength(4);
    expect(slack.calls('files.getUploadURLExternal')).toHaveLength(uploads);
  });

  it('remembers nothing more of what was taken back than that it was sent', async () => {
    const desk = await openDesk();
    const { ref = '' } = await send(desk, outbound(review(), 'rev-1'));
    await send(desk, outbound(review({ text: '내보내요' }), 'rev-2', ref));
    await send(desk, { to: 'class', type: 'withdraw', key: 'gone', refs: [ref] });
    const memory = openMemory(stores, DAY);
    const kept: unknown[] = [];
    for await (const key of memory.sent.keys()) kept.push([key, await memory.sent.get(key)]);
    expect(kept).toEqual([[`${desk.team}:rev-1`, { ref }]]);
  });
});

describe('the summary', () => {
  const card = (text: string, ref?: string): ClassOutbound => ({
    to: 'class',
    type: 'class-card',
    key: `sum-${text}`,
    content: text,
    view: { heading: text, about: [], books: [], next: '', buttons: [] },
    ...(ref !== undefined && { ref }),
  });

  it('is posted once, changed in place, and posted anew where it was deleted', async () => {
    const desk = await openDesk();
    slack.trouble('chat.postMessage', { type: 'cut', when: 'after' });
    await expect(send(desk, card('하나'))).rejects.toMatchObject({ retryable: true });
    restart();
    const { ref = '' } = await send(desk, card('하나'));
    expect(await send(desk, card('둘', ref))).toEqual({ ref });
    expect(texts(only(slack.roots(desk.channel)))).toEqual(['둘']);
    await apiOf(slack)('chat.delete', { channel: desk.channel, ts: ref });
    const { ref: next } = await send(desk, card('셋', ref));
    expect(next).not.toBe(ref);
    expect(texts(only(slack.roots(desk.channel)))).toEqual(['셋']);
  });
});
