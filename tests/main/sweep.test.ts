// Expiry, over the real stores and the real folder: what is too old is gone from the disk, and nothing else is.
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, onTestFinished, vi } from 'vitest';
import { openBlobFolder } from '../../src/blob-folder.ts';
import { type Classroom, keptFor, keptForClass, type Session } from '../../src/bots/index.ts';
import { openMemory } from '../../src/bots/slack/memory.ts';
import { blobFolderOf, readConfig } from '../../src/config.ts';
import { sweep, wipingDeleted } from '../../src/main/sweep.ts';
import { openStores } from '../../src/store.ts';
import { lessonFor } from '../bots/classroom/lesson.ts';
import { doneNews, finished } from '../bots/conversation/talk.ts';
import { freshFolder } from '../support/folder.ts';

const DAY = 24 * 60 * 60 * 1000;

// Only the clock is moved: files and databases take their own time.
beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'] }));
afterEach(() => void vi.useRealTimers());

/** All bytes below a folder, as one text. */
async function diskOf(folder: string): Promise<string> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));
  const contents = await Promise.all(files.map(async (file) => `${file}\n${await readFile(file, 'utf8')}`));
  return contents.join('\n');
}

async function openHouse() {
  const config = readConfig({ DATA_DIR: await freshFolder(), RETENTION_DAYS: '7' });
  const { retentionDays } = config;
  const stores = await openStores({ path: config.storeFile });
  onTestFinished(() => stores.close());
  const blobs = await openBlobFolder({ folder: blobFolderOf(config) });
  const sessions = stores.open<Session>({ namespace: 'sessions', ttl: retentionDays * DAY });
  const classrooms = stores.open<Classroom>({ namespace: 'classrooms' });
  const kept = { stores, sessions, classrooms, blobs, retentionDays };
  const after = async (days: number): Promise<void> => {
    vi.setSystemTime(Date.now() + days * DAY);
    await sweep(kept, Date.now());
  };
  return { config, stores, blobs, sessions, classrooms, after };
}
type House = Awaited<ReturnType<typeof openHouse>>;

/** A finished book of a platform, with its bytes and all that Slack, Discord and the page remember of its thread. */
async function keepBook({ sessions, blobs, stores }: House, platform: string, thread: string) {
  const session = { ...finished(2).open(), id: `${platform}:${thread}`, platform, thread };
  await sessions.set(session.id, session);
  // Another book's bytes have other names.
  const keys = keptFor(session);
  for (const key of keys) await blobs.put(key, new TextEncoder().encode(`별이 ${thread}`));
  if (platform === 'discord') await stores.open({ namespace: 'discord-cards', ttl: 14 * DAY }).set(thread, ['99']);
  if (platform === 'web')
    await stores.open({ namespace: 'web-notices', ttl: 7 * DAY }).set(thread, [{ text: '별이.png' }]);
  if (platform === 'slack') {
    const memory = openMemory(stores, 7 * DAY);
    await memory.cards.set(thread, { ts: '1.1', fresh: false });
    await memory.begun.set(`T1:command-of-${thread}`, { thread });
    await memory.files.set(`T1:file-of-${thread}`, { mediaType: 'image/png', posted: [{ thread, source: 'F1:1.1' }] });
    await memory.books.set('T1:C1', [...((await memory.books.get('T1:C1')) ?? []), { thread }]);
    await memory.sent.set(`T1:sent-to-${thread}`, { thread, ref: '1.2' });
  }
  return keys;
}

it.each(['fake', 'web', 'discord', 'slack'])('leaves nothing that names an expired book of %s', async (platform) => {
  const house = await openHouse();
  const keys = await keepBook(house, platform, 'T1:C1:old-thread');
  await house.after(6);
  expect(await diskOf(house.config.dataDir)).toContain('old-thread');
  expect(await house.blobs.get(keys[0] ?? '')).toBeDefined();
  await house.after(2);
  const disk = await diskOf(house.config.dataDir);
  expect(disk).not.toMatch(/old-thread|별이|달빛|mina/);
  for (const key of keys) expect(disk).not.toContain(key);
});

it('keeps what a younger book of the same channel has', async () => {
  const house = await openHouse();
  await keepBook(house, 'slack', 'T1:C1:old-thread');
  vi.setSystemTime(Date.now() + 6 * DAY);
  const keys = await keepBook(house, 'slack', 'T1:C1:young-thread');
  await house.after(2);
  const memory = openMemory(house.stores, 7 * DAY);
  expect(await memory.books.get('T1:C1')).toEqual([{ thread: 'T1:C1:young-thread' }]);
  expect(await memory.cards.get('T1:C1:young-thread')).toBeDefined();
  expect(await memory.sent.get('T1:sent-to-T1:C1:young-thread')).toBeDefined();
  for (const key of keys) expect(await house.blobs.get(key)).toBeDefined();
  expect(await diskOf(house.config.dataDir)).not.toContain('old-thread');
});

it('lets a book alone that only just begins', async () => {
  const house = await openHouse();
  const memory = openMemory(house.stores, 7 * DAY);
  const thread = 'T1:C1:new-thread';
  await memory.cards.set(thread, { ts: '1.1', fresh: true });
  await memory.beginnings.set(thread, { id: 'e', thread, user: 'mina', locale: 'ko', postings: [] });
  await memory.begun.set('T1:e', { thread });
  await house.after(0);
  expect(await memory.cards.get(thread)).toBeDefined();
  expect(await memory.begun.get('T1:e')).toEqual({ thread });
});

it('what somebody deletes is gone from the disk at once, also from the log of the database', async () => {
  const { config, stores, sessions } = await openHouse();
  const wiping = wipingDeleted({ stores, sessions }, (error) => {
    throw error;
  });
  const talk = finished(2);
  await wiping.set('web:a', talk.open());
  const word = talk.open().scenes[0]?.fields.name ?? '';
  expect(await diskOf(config.dataDir)).toContain(word);
  talk.submit('delete', {});
  const { session: deleted } = talk;
  if (deleted) await wiping.set('web:a', deleted);
  expect(deleted?.state).toBe('deleted');
  expect(await diskOf(config.dataDir)).not.toContain(word);
});

it('keeps the bytes of a class, and lets go what it dropped', async () => {
  const house = await openHouse();
  const { blobs, classrooms, after } = house;
  const lesson = lessonFor();
  lesson.publish(1);
  lesson.submit('bind', {});
  for (const job of lesson.jobs()) lesson.hear({ type: 'news', news: doneNews(job) });
  const keys = keptForClass(lesson.open());
  expect(keys).toHaveLength(2);
  for (const key of keys) await blobs.put(key, new Uint8Array([1]));
  await classrooms.set(lesson.open().id, lesson.open());
  await after(20);
  for (const key of keys) expect(await blobs.get(key)).toBeDefined();
  await classrooms.delete(lesson.open().id);
  await after(2);
  for (const key of keys) expect(await blobs.get(key)).toBeUndefined();
});

it('keeps a book of a class as long as the class wants it, and a week more', async () => {
  const { stores, sessions, after } = await openHouse();
  const wiping = wipingDeleted({ stores, sessions }, (error) => {
    throw error;
  });
  const lesson = lessonFor();
  const thread = lesson.finish(1);
  await wiping.set('test:t1', lesson.session(thread));
  await wiping.set('test:alone', finished(1).open());
  await after(8);
  expect(await sessions.get('test:alone')).toBeUndefined();
  await after(28);
  expect(await sessions.get('test:t1')).toBeDefined();
  await after(2);
  expect(await sessions.get('test:t1')).toBeUndefined();
});
