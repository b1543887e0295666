// Stores in a file and in memory: the shared contract, then what only a file can do wrong.
import { readdir, readFile, stat, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { type FileStoresOptions, memoryStores, openStores, type Stores } from '../src/store.ts';
import { storeContract } from './contracts/store.ts';
import { startChild } from './support/child.ts';
import { freshFolder } from './support/folder.ts';

async function open(options: FileStoresOptions): Promise<Stores> {
  const stores = await openStores(options);
  onTestFinished(() => stores.close());
  return stores;
}

storeContract('a file', async () => open({ path: join(await freshFolder(), 'store.db') }));
storeContract('memory', async () => memoryStores());

const unusable = (reason: string) => ({ code: 'store-unusable', details: expect.objectContaining({ reason }) });

async function everyByteIn(folder: string): Promise<string> {
  const files = await readdir(folder);
  return (await Promise.all(files.map((file) => readFile(join(folder, file), 'latin1')))).join('');
}

describe('a store in a file', () => {
  afterEach(() => {
    vi.useRealTimers();
  });

  it('is still there after closing and opening', async () => {
    const path = join(await freshFolder(), 'deep', 'er', 'store.db');
    const first = await openStores({ path });
    await first.open<string>({ namespace: 'n' }).set('k', 'v');
    await first.close();
    const second = await open({ path });
    expect(await second.open<string>({ namespace: 'n' }).get('k')).toBe('v');
  });

  it('is readable by its owner alone, the write-ahead log included', async () => {
    const folder = join(await freshFolder(), 'data');
    const stores = await open({ path: join(folder, 'store.db') });
    await stores.open<string>({ namespace: 'n' }).set('k', 'v');
    expect((await stat(folder)).mode & 0o777).toBe(0o700);
    const files = await readdir(folder);
    expect(files).toContain('store.db-wal');
    for (const file of files) expect((await stat(join(folder, file))).mode & 0o777).toBe(0o600);
  });

  it.each(['closed', 'swept'] as const)('leaves no byte of a deleted value behind once it is %s', async (end) => {
    const folder = await freshFolder();
    const stores = await open({ path: join(folder, 'store.db') });
    const notes = stores.open<string>({ namespace: 'n' });
    await notes.set('k', 'SECRET-OF-A-CHILD'.repeat(20));
    expect(await everyByteIn(folder)).toContain('SECRET-OF-A-CHILD');
    await notes.delete('k');
    await (end === 'closed' ? stores.close() : stores.sweep(0));
    expect(await everyByteIn(folder)).not.toContain('SECRET-OF-A-CHILD');
  });

  it('leaves no byte of an expired value behind once it is swept, though still open', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: 1_000_000 });
    const folder = await freshFolder();
    const stores = await open({ path: join(folder, 'store.db') });
    await stores.open<string>({ namespace: 'n', ttl: 1000 }).set('k', 'SECRET-OF-A-CHILD'.repeat(20));
    expect(await stores.sweep(1_001_001)).toBe(1);
    expect(await everyByteIn(folder)).not.toContain('SECRET-OF-A-CHILD');
  });

  it('sweeps when it is opened', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: 1_000_000 });
    const path = join(await freshFolder(), 'store.db');
    const first = await openStores({ path });
    await first.open<string>({ namespace: 'n', ttl: 1000 }).set('k', 'v');
    await first.close();
    vi.setSystemTime(2_000_000);
    const second = await open({ path });
    expect(await second.sweep(2_000_000)).toBe(0);
    const raw = new DatabaseSync(path);
    onTestFinished(() => raw.close());
    expect(raw.prepare('SELECT count(*) AS n FROM entries').get()).toEqual({ n: 0 });
    expect(raw.prepare('PRAGMA journal_mode').get()).toEqual({ journal_mode: 'wal' });
    expect(raw.prepare('SELECT version FROM schema_version').all()).toEqual([{ version: 1 }]);
  });

  it('serves several processes at once without losing a value', async () => {
    const path = join(await freshFolder(), 'store.db');
    const children = ['a', 'b', 'c', 'd'].map((name) => startChild('support/store-writer.ts', [path, name, '50']));
    const ends = await Promise.all(children.map((child) => child.ended));
    expect(ends).toEqual(ends.map(() => ({ code: 0, errors: '' })));
    const stores = await open({ path });
    const keys = await Array.fromAsync(stores.open<number>({ namespace: 'shared' }).keys());
    expect(keys).toHaveLength(200);
  });

  it('still holds all that was acknowledged when its writer is killed', async () => {
    const path = join(await freshFolder(), 'store.db');
    const child = startChild('support/store-writer.ts', [path, 'a', '100000']);
    child.process.stdout?.on('data', () => {
      if (child.output().split('\n').length > 20) child.process.kill('SIGKILL');
    });
    expect(await child.ended).toEqual({ code: null, errors: '' });
    const stores = await open({ path });
    const keys = await Array.fromAsync(stores.open<number>({ namespace: 'shared' }).keys());
    expect(keys).toEqual(expect.arrayContaining(child.output().split('\n').slice(0, -1)));
  });

  it('leaves the warnings of others alone', async () => {
    const { emitWarning } = process;
    await open({ path: join(await freshFolder(), 'store.db') });
    expect(process.emitWarning).toBe(emitWarning);
  });
});

describe('a store that cannot be used says so', () => {
  it('when a folder is where the file should be', async () => {
    await expect(openStores({ path: await freshFolder() })).rejects.toMatchObject(unusable('wrong-kind'));
  });

  it('when a file is where the folder should be', async () => {
    const folder = await freshFolder();
    await writeFile(join(folder, 'file'), '');
    await expect(openStores({ path: join(folder, 'file', 'store.db') })).rejects.toMatchObject(unusable('wrong-kind'));
  });

  // A user with every right can write to a read-only folder; /proc takes no new file from anyone.
  it.skipIf(process.platform !== 'linux')('when nothing can be written there', async () => {
    await expect(openStores({ path: '/proc/store.db' })).rejects.toMatchObject({ code: 'store-unusable' });
  });

  it.skipIf(process.getuid?.() === 0)('when the file is read-only (skipped for root, who may write all)', async () => {
    const path = join(await freshFolder(), 'store.db');
    await writeFile(path, '', { mode: 0o400 });
    await expect(openStores({ path })).rejects.toMatchObject(unusable('unwritable'));
  });

  it('when the file is not a database', async () => {
    const path = join(await freshFolder(), 'store.db');
    await writeFile(path, 'a shopping list, long enough to be no empty database '.repeat(100));
    await expect(openStores({ path })).rejects.toMatchObject(unusable('damaged'));
  });

  it('when the file has been cut off', async () => {
    const path = join(await freshFolder(), 'store.db');
    const stores = await openStores({ path });
    const notes = stores.open<string>({ namespace: 'n' });
    for (let index = 0; index < 50; index += 1) await notes.set(`k${index}`, 'v'.repeat(2000));
    await stores.close();
    await truncate(path, (await stat(path)).size - 4096 * 10);
    const reading = async () => {
      const again = await open({ path });
      await Array.fromAsync(again.open<string>({ namespace: 'n' }).keys());
    };
    await expect(reading()).rejects.toMatchObject(unusable('damaged'));
  });

  it('when it is the database of another program', async () => {
    const path = join(await freshFolder(), 'store.db');
    const other = new DatabaseSync(path);
    other.exec('CREATE TABLE groceries (name TEXT)');
    other.close();
    await expect(openStores({ path })).rejects.toMatchObject(unusable('foreign'));
  });

  it('when a later version of this program wrote it', async () => {
    const path = join(await freshFolder(), 'store.db');
    await (await openStores({ path })).close();
    const later = new DatabaseSync(path);
    later.exec('UPDATE schema_version SET version = 2');
    later.close();
    await expect(openStores({ path })).rejects.toMatchObject(unusable('newer'));
  });

  it('when another process holds it, after waiting, as something that may be tried again', async () => {
    const path = join(await freshFolder(), 'store.db');
    const stores = await open({ path, busyTimeout: 1 });
    const holder = new DatabaseSync(path);
    onTestFinished(() => holder.close());
    holder.exec('BEGIN EXCLUSIVE');
    const busy = { ...unusable('busy'), retryable: true };
    const notes = stores.open<string>({ namespace: 'n' });
    await expect(notes.set('k', 'v')).rejects.toMatchObject(busy);
    await expect(notes.delete('k')).rejects.toMatchObject(busy);
    await expect(openStores({ path, busyTimeout: 1 })).rejects.toMatchObject(busy);
    holder.exec('COMMIT');
    await notes.set('k', 'v');
    expect(await notes.get('k')).toBe('v');
  });

  it('from every method, when it has been closed', async () => {
    const stores = await openStores({ path: join(await freshFolder(), 'store.db') });
    const notes = stores.open<string>({ namespace: 'n' });
    await stores.close();
    await stores.close();
    await expect(notes.get('k')).rejects.toMatchObject(unusable('failed'));
    await expect(notes.set('k', 'v')).rejects.toMatchObject(unusable('failed'));
    await expect(notes.delete('k')).rejects.toMatchObject(unusable('failed'));
    await expect(Array.fromAsync(notes.keys())).rejects.toMatchObject(unusable('failed'));
    await expect(stores.sweep(0)).rejects.toMatchObject(unusable('failed'));
  });

  it('from reading, when the table has gone from under it', async () => {
    const path = join(await freshFolder(), 'store.db');
    const stores = await open({ path });
    const notes = stores.open<string>({ namespace: 'n' });
    const vandal = new DatabaseSync(path);
    vandal.exec('DROP TABLE entries');
    vandal.close();
    await expect(notes.get('k')).rejects.toMatchObject(unusable('failed'));
  });
});
