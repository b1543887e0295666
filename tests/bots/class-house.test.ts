// Classes in the host, with a chat service in memory and a real queue: a lesson from the first book to the anthology, services
// that stumble, restarts, and what becomes of everything when it has grown old.
import { expect, it, vi } from 'vitest';
import type { ClassAction } from '../../src/bots/classroom/actions.ts';
import { classId } from '../../src/bots/classroom/facts.ts';
import type { ClassOutbound } from '../../src/bots/classroom/replies.ts';
import { WORDING } from '../../src/bots/classroom/wording.ts';
import type { Action } from '../../src/bots/conversation/actions.ts';
import type { Actor } from '../../src/bots/conversation/events.ts';
import type { HostOptions } from '../../src/bots/host.ts';
import { TalesError } from '../../src/errors.ts';
import { scriptedPages } from '../contracts/scripted-handlers.ts';
import type { FakeOptions, FakePlatform } from '../fakes/platform.ts';
import { A, TEACHER } from './conversation/talk.ts';
import { createWorld } from './world.ts';

const MINUTE = 60 * 1000;
const DAY = 24 * 60 * MINUTE;
const CLASS = classId('fake', 'c');
const child = (number: number): Actor => ({ id: `child${number}`, teacher: false });

let count = 0;
const id = (): string => `event${++count}`;

function createSchool() {
  const world = createWorld({
    async print({ book }) {
      const name = `books/${book.title}`;
      const pdf = { key: `${name}.pdf`, mediaType: 'application/pdf', size: 1 };
      const pages = scriptedPages(name);
      for (const { key } of [pdf, ...pages]) await world.blobs.put(key, new Uint8Array([2]));
      return { pdf, pages, notes: [] };
    },
    async bind({ anthology }) {
      const name = `anthologies/of-${anthology.books.length}`;
      const pdf = { key: `${name}.pdf`, mediaType: 'application/pdf', size: 1 };
      const [cover] = scriptedPages(name);
      for (const { key } of [pdf, cover]) await world.blobs.put(key, new Uint8Array([3]));
      return { volumes: [{ title: anthology.title, pdf, pageCount: anthology.books.length }], cover, notes: [] };
    },
  });

  function live(fake: Partial<FakeOptions> = {}, more: Partial<HostOptions> = {}) {
    const life = world.live(fake, more);
    const { host, platform, time } = life;
    const school = {
      ...life,
      press: (action: ClassAction, actor = TEACHER) =>
        platform.tell({ type: 'pressed', id: id(), actor, locale: 'ko', action }),
      submit: (form: 'who' | 'care' | 'bind', values: Readonly<Record<string, string>>) =>
        platform.tell({ type: 'submitted', id: id(), actor: TEACHER, locale: 'ko', form, values }),
      pressIn: (thread: string, action: Action, actor = TEACHER) =>
        platform.say({ type: 'pressed', id: id(), actor, action }, { thread }),
      begin: (thread: string, number: number, actor = child(number)) =>
        platform.say({ type: 'started', id: id(), actor, locale: 'en', channel: 'c', title: thread }, { thread }),
      /** A printed book that waits for the teacher. */
      async finish(thread: string, number: number) {
        await school.begin(thread, number);
        await finishIn(platform, thread, child(number));
        await vi.waitFor(
          async () => expect(await world.sessions.get(`fake:${thread}`)).toMatchObject({ making: false }),
          SOON,
        );
        await host.idle();
      },
      /** Time goes by, and what was waiting for it is done. */
      async pass(milliseconds: number) {
        await host.idle();
        time.pass(milliseconds);
        await host.idle();
      },
      classroom: async () => {
        const found = await world.classrooms.get(CLASS);
        if (!found) throw new Error('there is no class');
        return found;
      },
    };
    return school;
  }
  /** What is there of a kind. */
  const there = <T extends ClassOutbound['type']>(type: T) =>
    world.service.messages.flatMap(({ shows, place }) =>
      shows.type === type && shows.to === 'class'
        ? [{ place, shows: shows as Extract<ClassOutbound, { readonly type: T }> }]
        : [],
    );
  const board = () => there('class-card').at(-1)?.shows.view;
  return { ...world, live, there, board };
}

const SOON = { timeout: 40_000, interval: 2 };

async function finishIn(platform: FakePlatform, thread: string, actor: Actor): Promise<void> {
  const posted = { type: 'posted', id: id(), actor, pictures: [{ source: `${thread}-p`, place: '1' }] } as const;
  const uploads = [{ source: `${thread}-p`, read: async () => new Uint8Array([7]) }];
  await platform.say(posted, { uploads, thread });
  await platform.say({ type: 'submitted', id: id(), actor, form: 'A', scene: 's1', values: A }, { thread });
  await platform.say({ type: 'pressed', id: id(), actor, action: { type: 'make', request: 1 } }, { thread });
}

const requestOf = async (school: ReturnType<typeof createSchool>, thread: string): Promise<number> => {
  const session = await school.sessions.get(`fake:${thread}`);
  return (session?.state === 'open' && session.review?.request) || 0;
};

it('leads a lesson from the first book to the anthology', async () => {
  const school = createSchool();
  const life = school.live();
  await life.host.start();
  await life.press({ type: 'on' });
  await life.submit('who', { title: '3학년 2반' });
  await Promise.all(['t1', 't2', 't3'].map((thread, index) => life.finish(thread, index + 1)));
  await life.pass(5000);
  expect(school.board()?.about[0]).toBe('3명 가운데 0명 준비 끝');
  expect(school.there('review')).toHaveLength(3);
  expect(school.books()).toEqual([]);
  expect(school.there('announce')).toEqual([]);
  for (const thread of ['t1', 't2']) {
    await life.pressIn(thread, { type: 'approve', request: await requestOf(school, thread) });
  }
  await life.pass(5000);
  expect(
    school
      .books()
      .map(({ place }) => place)
      .sort(),
  ).toEqual(['t1', 't2']);
  expect(
    school
      .there('announce')
      .map(({ place, shows }) => [place, shows.book.title])
      .sort(),
  ).toEqual([
    ['c', 't1'],
    ['c', 't2'],
  ]);
  expect(school.board()?.about[0]).toBe('3명 가운데 2명 준비 끝');
  await life.submit('bind', {});
  await vi.waitFor(() => expect(school.there('anthology')).toHaveLength(1), SOON);
  const [anthology] = school.there('anthology');
  expect(anthology?.place).toBe((await life.classroom()).desk);
  expect(anthology?.shows.anthology.text).toContain('책 2권');
  await life.host.stop();
  expect(school.logged).toEqual([]);
});

it('gives a book of the class its rules, its language and a name for the child', async () => {
  const school = createSchool();
  const life = school.live();
  await life.host.start();
  await life.press({ type: 'on' });
  await life.begin('t1', 1);
  expect(await school.sessions.get('fake:t1')).toMatchObject({
    locale: 'ko',
    room: { classroom: CLASS, label: '1번', rules: { approval: true, revision: 1 }, state: 'open' },
  });
  await life.submit('care', { engines: 'plain' });
  await life.host.idle();
  expect(await school.sessions.get('fake:t1')).toMatchObject({
    room: { rules: { revision: 2, work: { engines: 'plain' } } },
  });
  expect((await life.classroom()).books[0]?.digest?.revision).toBe(2);
  await life.host.stop();
});

it('lets only teachers begin where they want that, and nobody once it is closed', async () => {
  const school = createSchool();
  const life = school.live();
  await life.host.start();
  await life.press({ type: 'on' });
  await life.submit('who', { starters: 'teachers' });
  const refused = await life.begin('t1', 1);
  expect(refused).toMatchObject([{ type: 'notice', text: WORDING.en.teachersStart }]);
  expect(await school.sessions.get('fake:t1')).toBeUndefined();
  await life.begin('t2', 2, TEACHER);
  expect(await school.sessions.get('fake:t2')).toMatchObject({ room: { label: '1번' } });
  await life.press({ type: 'off' });
  expect(await life.begin('t3', 3, TEACHER)).toMatchObject([{ text: WORDING.en.closedNow }]);
  expect((await life.classroom()).books).toHaveLength(1);
  const elsewhere = { type: 'started', id: id(), actor: child(4), locale: 'ko', channel: 'other' } as const;
  await life.platform.say(elsewhere, { thread: 't4' });
  expect(await school.sessions.get('fake:t4')).not.toHaveProperty('room');
  await life.host.stop();
});

it('edits the summary at most every five seconds, and the last word gets there', async () => {
  const school = createSchool();
  const life = school.live();
  await life.host.start();
  await life.press({ type: 'on' });
  await life.host.idle();
  const edits = () => school.service.sent.filter((message) => message.type === 'class-card' && message.ref).length;
  for (let number = 1; number <= 6; number += 1) await life.begin(`t${number}`, number);
  await life.host.idle();
  const soon = edits();
  expect(soon).toBeLessThanOrEqual(1);
  await life.pass(4000);
  expect(edits()).toBe(soon);
  await life.pass(1000);
  expect(edits()).toBe(soon + 1);
  expect(school.board()?.about[0]).toBe('6명 가운데 0명 준비 끝');
  await life.pass(6000);
  expect(edits()).toBe(soon + 1);
  await life.host.stop();
});

it('sees by itself that a child got stuck', async () => {
  const school = createSchool();
  const life = school.live();
  await life.host.start();
  await life.press({ type: 'on' });
  await life.begin('t1', 1);
  await life.pass(5000);
  for (let minute = 0; minute < 11; minute += 1) await life.pass(MINUTE);
  expect(school.board()?.about).toContain('도움이 필요해 보여요: 1번');
  await life.host.stop();
});

it.each(['before', 'after'] as const)('announces a book once though it was killed %s it was sent', async (when) => {
  const school = createSchool();
  const first = school.live({
    [when]: (message: { readonly type: string }) =>
      message.type === 'announce' ? new Promise<void>(() => {}) : undefined,
  });
  await first.host.start();
  await first.press({ type: 'on' });
  await first.begin('t1', 1);
  await finishIn(first.platform, 't1', child(1));
  await vi.waitFor(() => expect(school.there('review')).toHaveLength(1), SOON);
  await first.pressIn('t1', { type: 'approve', request: await requestOf(school, 't1') });
  await vi.waitFor(async () => expect((await first.classroom()).books[0]?.digest?.approved).toBeDefined(), SOON);
  await vi.waitFor(() => expect(school.there('announce')).toHaveLength(when === 'after' ? 1 : 0), SOON);
  // The first life never ends: its service does not answer. A second one begins over the same stores.
  const second = school.live();
  await second.host.start();
  await second.host.idle();
  expect(school.there('announce')).toHaveLength(1);
  expect((await second.classroom()).books[0]?.announced).toMatchObject({ ref: expect.any(String) });
  await second.host.stop();
});

it('learns after a restart what its books have done meanwhile', async () => {
  const school = createSchool();
  const first = school.live();
  await first.host.start();
  await first.press({ type: 'on' });
  await first.finish('t1', 1);
  await first.finish('t2', 2);
  await first.host.stop();
  // As if it had been killed before the class was told.
  const classroom = await first.classroom();
  await school.classrooms.set(CLASS, {
    ...classroom,
    books: classroom.books.map(({ digest: _, ...book }) => book),
  });
  await school.sessions.delete('fake:t2');
  const second = school.live();
  await second.host.start();
  await second.pass(5000);
  const { books } = await second.classroom();
  expect(books).toMatchObject([{ thread: 't1', digest: { review: { state: 'waiting' } } }]);
  expect(school.board()?.about).toEqual(['1명 가운데 0명 준비 끝', '검토를 기다려요: 1번']);
  await second.host.stop();
});

it('sends again what a service would not take, and goes on with the rest', async () => {
  const school = createSchool();
  let isOut = true;
  const before = (message: { readonly type: string }): void => {
    if (isOut && message.type === 'review')
      throw new TalesError('service-unreachable', { service: 'x' }, { retryable: true });
  };
  const life = school.live({ before });
  await life.host.start();
  await life.press({ type: 'on' });
  await life.finish('t1', 1);
  await life.pass(5000);
  expect(school.there('review')).toEqual([]);
  expect(school.board()?.about).toContain('검토를 기다려요: 1번');
  isOut = false;
  await life.pass(1000);
  expect(school.there('review')).toHaveLength(1);
  await life.host.stop();
});

it('lets everything go when it has grown old: books, bytes, messages, and at last the class', async () => {
  const school = createSchool();
  const life = school.live();
  await life.host.start();
  await life.press({ type: 'on' });
  await life.submit('care', { retention: '7' });
  await life.finish('t1', 1);
  await life.pressIn('t1', { type: 'approve', request: await requestOf(school, 't1') });
  await life.host.idle();
  await life.submit('bind', { title: '모음' });
  await vi.waitFor(() => expect(school.there('anthology')).toHaveLength(1), SOON);
  for (let day = 0; day < 9; day += 1) await life.pass(DAY);
  expect(await school.sessions.get('fake:t1')).toMatchObject({ state: 'deleted' });
  expect((await life.classroom()).books).toEqual([]);
  expect((await life.classroom()).anthologies).toEqual([]);
  expect(school.there('announce')).toEqual([]);
  expect(school.there('anthology')).toEqual([]);
  expect(school.books()).toEqual([]);
  expect(await school.blobs.get('anthologies/of-1.pdf')).toBeUndefined();
  expect(await school.blobs.get('books/t1.pdf')).toBeUndefined();
  await life.press({ type: 'off' });
  for (let day = 0; day < 9; day += 1) await life.pass(DAY);
  expect(await school.classrooms.get(CLASS)).toBeUndefined();
  await life.host.stop();
});

it('keeps what a teacher did in the log, never a word', async () => {
  const school = createSchool();
  const deeds: unknown[] = [];
  const log = { error: () => {}, warn: () => {}, info: (deed: unknown) => void deeds.push(deed) };
  const life = school.live({}, { log: log as unknown as HostOptions['log'] });
  await life.host.start();
  await life.press({ type: 'on' });
  await life.press({ type: 'settings' });
  await life.submit('who', { title: '비밀의 반' });
  await life.press({ type: 'shelf', from: 0 }, child(1));
  expect(deeds).toEqual([
    { actor: 'teacher', classroom: CLASS, deed: 'on' },
    { actor: 'teacher', classroom: CLASS, deed: 'submitted:who' },
  ]);
  expect(JSON.stringify(deeds)).not.toContain('비밀');
  await life.host.stop();
});
