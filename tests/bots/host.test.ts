// The host with a chat service in memory, stores that outlive it and a real queue: whole books, crashes between any two
// steps, and everything that is delivered more than once.
import { describe, expect, it, vi } from 'vitest';
import type { Action } from '../../src/bots/conversation/actions.ts';
import type { Upload } from '../../src/bots/types.ts';
import { TalesError } from '../../src/errors.ts';
import { scriptedPages } from '../contracts/scripted-handlers.ts';
import type { FakePlatform, Outbound } from '../fakes/platform.ts';
import { A, MINA } from './conversation/talk.ts';
import { createWorld } from './world.ts';

const BYTES = new Uint8Array([7, 7, 7]);
const upload = (number: number, more: Partial<Upload> = {}): Upload => ({
  source: `p${number}`,
  read: async () => BYTES,
  ...more,
});
const postedEvent = (numbers: readonly number[], id = `post-${numbers.join()}`) => ({
  type: 'posted' as const,
  id,
  actor: MINA,
  pictures: numbers.map((one) => ({ source: `p${one}`, place: `${one}`, name: `${one}.png` })),
});
const start = (platform: FakePlatform) =>
  platform.say({ type: 'started', id: 'start', actor: MINA, locale: 'ko', title: '달빛' });
const post = (platform: FakePlatform, numbers: readonly number[]) =>
  platform.say(postedEvent(numbers), { uploads: numbers.map((one) => upload(one)), mark: `after-${numbers.at(-1)}` });
const press = (platform: FakePlatform, action: Action, id = `press-${JSON.stringify(action)}`) =>
  platform.say({ type: 'pressed', id, actor: MINA, action });
const fill = (platform: FakePlatform, scene: string) =>
  platform.say({ type: 'submitted', id: `fill-${scene}`, actor: MINA, form: 'A', scene, values: A });
const never = (): Promise<never> => new Promise(() => {});

/** Until nothing moves any more: work, messages and what each of them brings about. */
const settled = (check: () => void) => vi.waitFor(check, { timeout: 40_000, interval: 2 });

async function prepare(platform: FakePlatform): Promise<void> {
  await start(platform);
  await post(platform, [1, 2]);
  await fill(platform, 's1');
  await fill(platform, 's2');
}

describe('a host', () => {
  it('brings a book from the first picture to the thread, on one card', async () => {
    const world = createWorld();
    const { host, platform } = world.live();
    await host.start();
    await prepare(platform);
    await press(platform, { type: 'make', request: 1 });
    await settled(() => expect(world.books()).toHaveLength(1));
    await settled(() => expect(world.card().next).toContain('완성'));
    expect(world.service.messages.filter(({ shows }) => shows.type === 'card')).toHaveLength(1);
    await host.stop();
    expect(world.logged).toEqual([]);
  });

  it('has keywords looked for as soon as a picture is there, and offers them in the form', async () => {
    const world = createWorld();
    const { host, platform } = world.live();
    await host.start();
    await start(platform);
    await post(platform, [1]);
    const offered = async (): Promise<unknown> => {
      const [answer] = await press(platform, { type: 'describe', scene: 's1' }, `look-${Math.random()}`);
      const field = answer?.type === 'form' ? answer.form.fields[1] : undefined;
      return field?.kind === 'line' ? field.suggestions : undefined;
    };
    await settled(async () => expect(await offered()).toEqual(['달린다']));
    await host.stop();
    expect(world.logged).toEqual([]);
  });

  it('makes the book though nobody ever answers what would only help', async () => {
    const world = createWorld({
      suggest: () => Promise.reject(new TalesError('service-busy', { service: 'x' }, { retryable: true })),
    });
    const { host, platform, time } = world.live();
    await host.start();
    await prepare(platform);
    await press(platform, { type: 'make', request: 1 });
    await settled(() => {
      time.pass(20);
      expect(world.books()).toHaveLength(1);
    });
    await settled(() => {
      time.pass(20);
      expect(world.card().next).toContain('완성');
    });
    expect(world.card().status).toBeUndefined();
    await host.stop();
  });

  it('keeps what it learnt before it answers', async () => {
    const world = createWorld();
    const { host, platform } = world.live();
    await host.start();
    await start(platform);
    await post(platform, [1]);
    const [answer] = await press(platform, { type: 'describe', scene: 's1' });
    expect(answer).toMatchObject({ type: 'form', form: { id: 'A' } });
    expect(await world.sessions.get('fake:t')).toMatchObject({
      seen: ['start', 'post-1', expect.any(String)],
      mark: 'after-1',
    });
    await host.stop();
  });

  it('does not say that it took something which could not be kept', async () => {
    const world = createWorld();
    const full = new TalesError('store-unusable', { path: 'x', reason: 'full' });
    const sessions = { ...world.sessions, set: () => Promise.reject(full) };
    const { host, platform } = world.live({}, { sessions });
    await host.start();
    await expect(start(platform)).rejects.toBe(full);
    expect(world.service.sent).toEqual([]);
    await host.stop();
  });

  it('takes clicks that come at once one after the other', async () => {
    const world = createWorld();
    const { host, platform } = world.live();
    await host.start();
    await prepare(platform);
    await Promise.all([1, 2, 3, 4].map((click) => press(platform, { type: 'make', request: 1 }, `click-${click}`)));
    await settled(() => expect(world.books()).toHaveLength(1));
    await host.stop();
    expect(await world.sessions.get('fake:t')).toMatchObject({ requests: 1 });
    expect(world.books()).toHaveLength(1);
  });

  it('is not held up by a picture that takes its time', async () => {
    const world = createWorld();
    const { host, platform } = world.live();
    await host.start();
    await start(platform);
    let give: (bytes: Uint8Array) => void = () => {};
    const slow = new Promise<Uint8Array>((resolve) => {
      give = resolve;
    });
    await platform.say(postedEvent([1]), { uploads: [upload(1, { read: () => slow })] });
    await post(platform, [2]);
    await settled(() => expect(world.card().pictures.map(({ state }) => state)).toEqual(['coming', 'ready']));
    give(BYTES);
    await settled(() => expect(world.card().pictures.map(({ state }) => state)).toEqual(['ready', 'ready']));
    await host.stop();
  });

  it('keeps the posted bytes only until the picture is known', async () => {
    const world = createWorld();
    const put = vi.spyOn(world.blobs, 'put');
    const { host, platform } = world.live();
    await host.start();
    await start(platform);
    await post(platform, [1]);
    await settled(() => expect(world.card().pictures[0]?.state).toBe('ready'));
    await host.idle();
    const [uploaded] = put.mock.calls.map(([key]) => key).filter((key) => key.startsWith('uploads/'));
    expect(uploaded).toBeDefined();
    await settled(async () => expect(await world.blobs.get(uploaded ?? '')).toBeUndefined());
    await host.stop();
  });

  it('deletes every byte and every message with a book when everything is deleted', async () => {
    const world = createWorld();
    const put = vi.spyOn(world.blobs, 'put');
    const { host, platform } = world.live();
    await host.start();
    await prepare(platform);
    await press(platform, { type: 'make', request: 1 });
    await settled(() => expect(world.card().next).toContain('완성'));
    await platform.say({ type: 'submitted', id: 'del', actor: MINA, form: 'delete', values: {} });
    await settled(() => expect(world.card().heading).toBe('모두 지웠어요'));
    await host.idle();
    expect(world.books()).toEqual([]);
    expect(put.mock.calls.map(([key]) => key)).toEqual(
      expect.arrayContaining(scriptedPages('books/2').map(({ key }) => key)),
    );
    const kept = await Promise.all(put.mock.calls.map(([key]) => world.blobs.get(key)));
    expect(kept.filter(Boolean)).toEqual([]);
    expect(await world.sessions.get('fake:t')).toMatchObject({ state: 'deleted', doomed: [] });
    await host.stop();
  });

  it('tells how far the work is, seldom, and never after it is done', async () => {
    let onStep: (done: number) => void = () => {};
    let finish: () => void = () => {};
    const world = createWorld({
      async write({ wanted }, { onProgress }) {
        onStep = (done) => onProgress(done, 9);
        await new Promise<void>((resolve) => {
          finish = resolve;
        });
        return { told: wanted.map(() => ({ text: '글', locale: 'ko', source: { kind: 'person' } })) };
      },
    });
    const { host, platform, time } = world.live();
    await host.start();
    await prepare(platform);
    await press(platform, { type: 'make', request: 1 });
    await settled(() => expect(world.card().status).toBe('이야기를 쓰고 있어요.'));
    await host.idle();
    const passing = () => world.service.sent.filter((message) => message.type === 'card' && message.passing).length;
    onStep(1);
    time.pass(0);
    await settled(() => expect(world.card().status).toContain('9쪽 가운데 1쪽'));
    for (let done = 2; done <= 8; done++) onStep(done);
    await host.idle();
    expect(passing()).toBe(1);
    time.pass(1000);
    await settled(() => expect(world.card().status).toContain('9쪽 가운데 8쪽'));
    expect(passing()).toBe(2);
    onStep(9);
    finish();
    await settled(() => expect(world.card().next).toContain('완성'));
    time.pass(5000);
    await host.idle();
    expect(world.card().next).toContain('완성');
    await host.stop();
  });
});

describe('what goes wrong', () => {
  it('a message that is not taken is sent again, and the others go on meanwhile', async () => {
    const world = createWorld();
    let refusals = 2;
    const before = (message: Outbound): void => {
      if (message.type === 'book' && refusals-- > 0) throw new Error('503');
    };
    const { host, platform, time } = world.live({ before });
    await host.start();
    await prepare(platform);
    await press(platform, { type: 'make', request: 1 });
    await settled(() => expect(time.waiting).toBeGreaterThan(0));
    await settled(() => expect(world.card().next).toContain('올리고 있어요'));
    await settled(() => {
      time.pass(20);
      expect(world.books()).toHaveLength(1);
    });
    await host.stop();
  });

  it('a picture that cannot be fetched at first is tried again', async () => {
    const world = createWorld();
    const { host, platform, time } = world.live();
    await host.start();
    await start(platform);
    const read = vi.fn(async () => BYTES).mockRejectedValueOnce(new Error('ECONNRESET'));
    await platform.say(postedEvent([1]), { uploads: [upload(1, { read })] });
    await settled(() => expect(time.waiting).toBe(1));
    time.pass(10);
    await settled(() => expect(world.card().pictures[0]?.state).toBe('ready'));
    expect(read).toHaveBeenCalledTimes(2);
    await host.stop();
  });

  it.each([
    ['is too large as declared', upload(1, { size: 2000 }), '너무 커요'],
    ['is too large in truth', upload(1, { size: 5, read: async () => new Uint8Array(2000) }), '너무 커요'],
    ['is a video', upload(1, { mediaType: 'video/mp4' }), '동영상'],
    ['is empty', upload(1, { read: async () => new Uint8Array() }), '빈 파일'],
  ])('a file that %s is refused with the reason', async (_, given, reason) => {
    const world = createWorld();
    const { host, platform } = world.live();
    await host.start();
    await start(platform);
    await platform.say(postedEvent([1]), { uploads: [given] });
    const notices = () => world.service.messages.map(({ shows }) => shows).filter(({ type }) => type === 'notice');
    await settled(() => expect(notices()).toMatchObject([{ text: expect.stringContaining(reason) }]));
    await settled(() => expect(world.card().pictures).toEqual([]));
    await host.stop();
  });

  it('work that failed rests before it is tried again', async () => {
    let failures = 2;
    const world = createWorld({
      async print() {
        if (failures-- > 0) throw new TalesError('store-unusable', { path: 'x', reason: 'busy' }, { retryable: true });
        const pdf = { key: 'books/x.pdf', mediaType: 'application/pdf', size: 1 };
        return { pdf, pages: scriptedPages('books/x'), notes: [] };
      },
    });
    const { host, platform, time } = world.live();
    await host.start();
    await prepare(platform);
    await press(platform, { type: 'make', request: 1 });
    await settled(() => expect(failures).toBe(1));
    await settled(() => expect(time.waiting).toBe(1));
    await host.idle();
    expect(failures).toBe(1);
    time.pass(10);
    await settled(() => expect(failures).toBe(0));
    await settled(() => expect(time.waiting).toBe(1));
    time.pass(20);
    await settled(() => expect(world.books()).toHaveLength(1));
    await host.stop();
  });
});

describe('a host that is killed', () => {
  /** A life that ends, never heard of again, at the message or the step told. */
  const die =
    (type: Outbound['type']) =>
    (message: Outbound): void | Promise<void> =>
      message.type === type ? never() : undefined;

  it.each([
    ['before the book is sent', { before: die('book') }],
    ['after the book is sent and before that is known', { after: die('book') }],
  ])('%s delivers it once in its next life', async (_, fake) => {
    const world = createWorld();
    const first = world.live(fake);
    await first.host.start();
    await prepare(first.platform);
    await press(first.platform, { type: 'make', request: 1 });
    await settled(async () => expect(await world.sessions.get('fake:t')).toMatchObject({ book: { delivered: false } }));
    const second = world.live();
    await second.host.start();
    await settled(() => expect(world.card().next).toContain('완성'));
    expect(world.books()).toHaveLength(1);
    await second.host.stop();
  });

  it('after the card is posted and before that is known has one card, up to date', async () => {
    const world = createWorld();
    const first = world.live({ after: die('card') });
    await first.host.start();
    await start(first.platform);
    await settled(() => expect(world.service.messages).toHaveLength(1));
    await post(first.platform, [1]);
    const second = world.live();
    await second.host.start();
    await settled(() => expect(world.card().pictures).toHaveLength(1));
    expect(world.service.messages).toHaveLength(1);
    await second.host.stop();
  });

  it('in the middle of the work has it done in its next life', async () => {
    const world = createWorld();
    const lost = { add: async () => {}, listen: () => {} };
    const first = world.live({}, { queue: lost });
    await first.host.start();
    await start(first.platform);
    await post(first.platform, [1]);
    await fill(first.platform, 's1');
    await first.host.idle();
    expect(world.card().pictures[0]?.state).toBe('checking');
    await first.host.stop();
    const second = world.live();
    await second.host.start();
    await settled(() => expect(world.card().pictures[0]?.state).toBe('ready'));
    await press(second.platform, { type: 'make', request: 1 });
    await settled(() => expect(world.books()).toHaveLength(1));
    await second.host.stop();
  });

  it('while pictures come asks for them again and takes each once', async () => {
    const world = createWorld();
    const first = world.live();
    await first.host.start();
    await start(first.platform);
    await platform0(first.platform);
    await first.host.stop();
    const second = world.live();
    await second.host.start();
    await settled(() => expect(second.platform.catchUps).toMatchObject([{ mark: 'at-1', awaited: ['p1'] }]));
    await second.platform.say(postedEvent([1], 'told-again'), { uploads: [upload(1)] });
    await post(second.platform, [2]);
    await settled(() => expect(world.card().pictures.map(({ state }) => state)).toEqual(['ready', 'ready']));
    await second.host.stop();
  });

  it('leaves alone a session that a later version wrote, and sees to the others', async () => {
    const world = createWorld();
    const first = world.live();
    await first.host.start();
    await start(first.platform);
    await first.host.idle();
    await first.host.stop();
    await world.sessions.set('fake:newer', JSON.parse('{"version":99,"state":"open"}'));
    const second = world.live();
    await second.host.start();
    await second.host.idle();
    expect(second.platform.catchUps).toHaveLength(1);
    expect(world.logged).toMatchObject([[{ book: 'fake:newer', err: { code: 'store-unusable' } }, expect.any(String)]]);
    expect(await world.sessions.get('fake:newer')).toEqual({ version: 99, state: 'open' });
    await second.host.stop();
  });
});

/** A picture whose bytes never come in this life. */
const platform0 = (platform: FakePlatform) =>
  platform.say(postedEvent([1]), { uploads: [upload(1, { read: ({ signal }) => aborted(signal) })], mark: 'at-1' });

const aborted = (signal: AbortSignal): Promise<never> =>
  new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
