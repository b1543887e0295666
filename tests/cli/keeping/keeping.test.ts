// What is kept, seen and deleted by whoever runs the program: over real stores, while the program holds them and when not.
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openBlobFolder } from '../../../src/blob-folder.ts';
import { classId, newClassroom } from '../../../src/bots/classroom/facts.ts';
import { type Classroom, keptFor, rulesOf, type Session } from '../../../src/bots/index.ts';
import { createKeepingActions } from '../../../src/cli/keeping.ts';
import { createProgress } from '../../../src/cli/progress.ts';
import { blobFolderOf, readConfig } from '../../../src/config.ts';
import { createLog } from '../../../src/log.ts';
import { startTalking } from '../../../src/main/talking.ts';
import { createInlineQueue } from '../../../src/pipeline/queue/inline.ts';
import { holdLock } from '../../../src/running-lock.ts';
import { openStores } from '../../../src/store.ts';
import { finished } from '../../bots/conversation/talk.ts';
import { scriptedHandlers } from '../../contracts/scripted-handlers.ts';
import { storybook } from '../../fakes/command.ts';
import { createFakePlatform, createService } from '../../fakes/platform.ts';
import { freshFolder } from '../../support/folder.ts';

const DAY = 24 * 60 * 60 * 1000;
const PNG = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');
const PDF = Buffer.from('%PDF-1.7', 'latin1');

interface InClass {
  readonly settings: Partial<Classroom['settings']>;
  /** When the class saw it change, Unix milliseconds. */
  readonly changed: number;
}

async function house() {
  const config = readConfig({ DATA_DIR: await freshFolder() });
  const stores = await openStores({ path: config.storeFile });
  onTestFinished(() => stores.close());
  const sessions = stores.open<Session>({ namespace: 'sessions', ttl: 30 * DAY });
  const blobs = await openBlobFolder({ folder: blobFolderOf(config) });
  const keep = async (platform: string, thread: string) => {
    const open = { ...finished(2).open(), id: `${platform}:${thread}`, platform, thread };
    await sessions.set(open.id, open);
    for (const key of keptFor(open)) {
      await blobs.put(key, key.startsWith('books/') && !key.endsWith('.jpg') ? PDF : PNG);
    }
    return open;
  };
  /** The book with everything that a class has of it. */
  const keepInClass = async (thread: string, { settings, changed }: InClass) => {
    const { title: _, ...made } = finished(2).open();
    const id = classId('web', 'page');
    const born = newClassroom({ id, platform: 'web', channel: 'page', teacher: 'teacher-id', locale: 'ko', at: 0 });
    const rules = rulesOf({ ...born.settings, ...settings });
    const room = { classroom: id, label: '하늘', rules, state: 'open' } as const;
    const review = { job: made.book?.job ?? '', request: 1, state: 'returned', comment: '조금만 더' } as const;
    const open = { ...made, id: `web:${thread}`, platform: 'web', thread, room, review };
    // As the program has it kept: a week longer than its class does.
    await sessions.set(open.id, open, 200 * DAY);
    const one = { key: 'b1', book: open.id, thread, label: '하늘', shelved: 4, changed, reviewed: [], copies: [] };
    const other = { ...one, key: 'b2', book: 'web:other', thread: 'other', label: '다른 아이', shelved: 5 };
    const anthology = { format: 'square', by: 'teacher-id', asked: 0, posted: [] } as const;
    await stores.open<Classroom>({ namespace: 'classrooms' }).set(id, {
      ...born,
      settings: { ...born.settings, title: '3학년 2반', ...settings },
      books: [one, other],
      anthologies: [
        { ...anthology, number: 1, title: '우리 반 문집', books: ['b2', 'b1'] },
        { ...anthology, number: 2, title: '다른 아이들의 문집', books: ['b2'] },
      ],
    });
    return open;
  };
  let said = '';
  const stdout = {
    write(text: string): boolean {
      said += text;
      return true;
    },
  };
  const ended: number[] = [];
  const signal = new AbortController().signal;
  const progress = createProgress({ isTTY: false, write: () => true } as never, () => 0);
  const actions = createKeepingActions({
    config,
    locale: 'ko',
    signal,
    progress,
    stdout,
    end: (status) => void ended.push(status),
  });
  return { config, stores, sessions, blobs, keep, keepInClass, actions, ended, said: () => said };
}

describe('storybook books', () => {
  it('shows what is kept, while the program has it open', async () => {
    const { keep, actions, said } = await house();
    await keep('web', 'abc');
    await actions.books({});
    expect(said()).toMatch(
      /^web:abc\n {2}달빛 소풍 · 그림 2장 · 만든 책 1권 · 마지막으로 바뀐 날 \d{4}-\d\d-\d\d · 저절로 지워지는 날/,
    );
  });

  it('shows whose book it is in class, and until when its class keeps it', async () => {
    const { keepInClass, actions, said } = await house();
    const settings = { retention: 'term', termEnds: '2030-02-12' } as const;
    await keepInClass('abc', { settings, changed: Date.parse('2026-11-20T01:00:00Z') });
    await actions.books({});
    expect(said()).toBe(
      'web:abc\n  달빛 소풍 · 3학년 2반 하늘 · 그림 2장 · 만든 책 1권 · 마지막으로 바뀐 날 2026-11-20 · 저절로 지워지는 날 2030-02-13\n',
    );
  });

  it('counts the days of a class from the change that the class has seen', async () => {
    const { keepInClass, actions, said } = await house();
    const changed = Date.parse('2026-11-20T01:00:00Z');
    await keepInClass('abc', { settings: { retention: '7' }, changed });
    await actions.books({ json: true });
    expect(JSON.parse(said())).toMatchObject([
      {
        title: '달빛 소풍',
        class: { title: '3학년 2반', label: '하늘' },
        lastChange: '2026-11-20',
        keptUntil: '2026-11-27',
      },
    ]);
  });

  it('names no day that it does not know', async () => {
    const { stores, keepInClass, actions, said } = await house();
    await keepInClass('abc', { settings: { retention: '7' }, changed: 0 });
    await stores.open({ namespace: 'classrooms' }).delete(classId('web', 'page'));
    await actions.books({});
    expect(said()).toBe('web:abc\n  달빛 소풍 · 하늘 · 그림 2장 · 만든 책 1권\n');
  });

  it('names no change in days to come where books are kept for fewer days than before', async () => {
    const { sessions, keep, actions, said } = await house();
    await sessions.set('web:abc', await keep('web', 'abc'), 90 * DAY);
    await actions.books({});
    expect(said()).toContain('저절로 지워지는 날');
    expect(said()).not.toContain('마지막으로 바뀐 날');
  });

  it('says so where nothing is, and makes nothing', async () => {
    const DATA_DIR = join(await freshFolder(), 'nothing');
    const { status, stdout } = await storybook(['books'], { cwd: await freshFolder(), env: { DATA_DIR } });
    expect({ status, stdout }).toEqual({ status: 0, stdout: `보관하고 있는 책이 없어요: ${DATA_DIR}\n` });
    await expect(readdir(DATA_DIR)).rejects.toMatchObject({ code: 'ENOENT' });
  });
});

describe('storybook export', () => {
  it('puts everything of one book into a folder, and nothing of another, while the program runs', async () => {
    const { config, stores, keep, actions } = await house();
    const lock = await holdLock(join(config.dataDir, 'running.lock'));
    onTestFinished(() => lock.release());
    await keep('slack', 'T:C:1.1');
    await keep('slack', 'T:C:2.2');
    await stores.open({ namespace: 'slack-books' }).set('T:C', [
      { thread: 'T:C:1.1', owner: 'mina' },
      { thread: 'T:C:2.2', owner: 'juno' },
    ]);
    await stores.open({ namespace: 'slack-installations' }).set('team:T', { token: 'T:C:1.1' });
    const out = await freshFolder();
    await actions.export('slack:T:C:1.1', { out });
    expect(await readdir(out)).toEqual(['slack-T-C-1.1']);
    const folder = join(out, 'slack-T-C-1.1');
    const files = (await readdir(folder, { recursive: true })).filter((name) => name.includes('.')).sort();
    expect(files).toEqual([
      'README.txt',
      'books/1-page-1.png',
      'books/1-page-2.png',
      'books/1.pdf',
      'pictures/1-small.png',
      'pictures/1.png',
      'pictures/2-small.png',
      'pictures/2.png',
      'session.json',
    ]);
    const written = JSON.parse(await readFile(join(folder, 'session.json'), 'utf8'));
    expect(written).toMatchObject({ id: 'slack:T:C:1.1', session: { title: '달빛 소풍', owner: 'mina' } });
    expect(written.platformMemory).toMatchObject([{ value: [{ thread: 'T:C:1.1', owner: 'mina' }] }]);
    expect(JSON.stringify(written)).not.toMatch(/juno|installations/);
    const readme = await readFile(join(folder, 'README.txt'), 'utf8');
    for (const file of files.slice(1, -1)) expect(readme).toContain(`  ${file} – `);
    expect(readme).toMatch(/pictures\/1\.png – .*\d{4}-\d\d-\d\dT/);
  });

  it('puts in what a class knows of the book, and nothing of other children', async () => {
    const { keepInClass, actions } = await house();
    await keepInClass('abc', { settings: {}, changed: Date.parse('2026-11-20T01:00:00Z') });
    const out = await freshFolder();
    await actions.export('web:abc', { out });
    const written = JSON.parse(await readFile(join(out, 'web-abc', 'session.json'), 'utf8'));
    expect(written).toMatchObject({
      ...{ lastChange: '2026-11-20T01:00:00.000Z', keptUntil: '2026-12-20T01:00:00.000Z' },
      classMemory: {
        ...{ id: 'class:web:page', title: '3학년 2반', label: '하늘', review: 'returned', isApproved: false },
        book: { key: 'b1', shelved: 4 },
        anthologies: [{ number: 1, title: '우리 반 문집' }],
      },
    });
    expect(JSON.stringify(written)).not.toMatch(/다른 아이|teacher-id/);
    const readme = await readFile(join(out, 'web-abc', 'README.txt'), 'utf8');
    expect(readme).toContain('그림책 “달빛 소풍”');
    expect(readme).toContain('교실: 3학년 2반. 교실에서 부르는 이름: 하늘. 검토: 돌려받았어요. 아직 나간 책이 없어요.');
    expect(readme).toContain('classMemory: 교실이');
  });

  it('writes over nothing, and takes every book where that is asked for', async () => {
    const { keep, actions } = await house();
    await keep('web', 'one');
    await keep('web', 'two');
    const out = await freshFolder();
    await actions.export(undefined, { out, all: true });
    expect((await readdir(out)).sort()).toEqual(['web-one', 'web-two']);
    await expect(actions.export('web:one', { out })).rejects.toMatchObject({ code: 'folder-not-empty' });
  });

  it('says which book it does not know, and that it needs a folder', async () => {
    const { keep, actions } = await house();
    await keep('web', 'one');
    await expect(actions.export('web:two', { out: '.' })).rejects.toMatchObject({
      code: 'option-invalid',
      details: { value: 'web:two', expected: { kind: 'book', example: 'web:one' } },
    });
    await expect(actions.export('web:one', {})).rejects.toMatchObject({ details: { option: '--out' } });
  });
});

describe('storybook books delete', () => {
  it('deletes the facts and the bytes, leaves what is to be withdrawn, and says what remains', async () => {
    const { stores, sessions, blobs, keep, actions, ended, said } = await house();
    const book = await keep('web', 'abc');
    const other = await keep('discord', '77');
    const notices = stores.open({ namespace: 'web-notices' });
    await notices.set('abc', [{ text: '별이.png' }]);
    await actions.deleteBook('web:abc', {});
    expect(said()).toBe('지우지 않았어요. 정말 지우려면 --yes를 붙여 주세요.\n');
    expect(ended).toEqual([2]);
    expect(await sessions.get('web:abc')).toMatchObject({ state: 'open' });
    await actions.deleteBook('web:abc', { yes: true });
    expect(said()).toContain('지운 것: 그림 2장, 글 11개, 만든 책 1권.');
    expect(said()).not.toContain('대화방');
    const left = await sessions.get('web:abc');
    expect(left).toMatchObject({ state: 'deleted', doomed: [], posted: book.posted });
    expect(JSON.stringify(left)).not.toMatch(/별이|달빛|mina/);
    expect(await notices.get('abc')).toBeUndefined();
    for (const key of keptFor(book)) expect(await blobs.get(key)).toBeUndefined();
    expect(await sessions.get('discord:77')).toEqual(other);
    await actions.deleteBook('web:abc', { yes: true });
    expect(said()).toContain('벌써 지운 책이에요.');
  });

  it('says that messages in a chat are taken back at the next start', async () => {
    const { keep, actions, said } = await house();
    await keep('discord', '77');
    await actions.deleteBook('discord:77', { yes: true });
    expect(said()).toContain('프로그램을 다음에 켤 때 거두어요.');
  });

  it('has messages in a chat taken back, and its card say so, when the program is started', async () => {
    const { config, stores, keep, actions } = await house();
    const book = await keep('fake', 't');
    await actions.deleteBook('fake:t', { yes: true });
    await stores.close();
    const service = createService();
    const log = createLog('silent');
    const talking = await startTalking({
      ...{ config, log, locale: 'ko', announce: () => {} },
      createQueue: () => createInlineQueue({ handlers: scriptedHandlers, log }),
      platforms: async () => [createFakePlatform({ service })],
    });
    onTestFinished(() => talking.stop());
    const withdrawn = () => service.sent.find(({ type }) => type === 'withdraw');
    await expect.poll(withdrawn).toMatchObject({ refs: book.posted });
    const cards = () => service.sent.flatMap((message) => (message.type === 'card' ? [message.card.next] : []));
    await expect.poll(() => cards().at(-1)).toContain('대화방에 올린 책 1개도 거두었어요.');
  });

  it('touches nothing while the program runs', async () => {
    const { config, sessions, keep, actions, ended, said } = await house();
    const book = await keep('web', 'abc');
    const lock = await holdLock(join(config.dataDir, 'running.lock'));
    onTestFinished(() => lock.release());
    await actions.deleteBook('web:abc', {});
    expect(said()).toContain('--yes를 붙여 주세요. 지금은 프로그램이 켜져 있어요. 먼저 프로그램을 끄세요.');
    expect(ended).toEqual([2]);
    await expect(actions.deleteBook('web:abc', { yes: true })).rejects.toMatchObject({ code: 'already-running' });
    expect(await sessions.get('web:abc')).toEqual(book);
  });
});
