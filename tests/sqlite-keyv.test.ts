// Our adapter against Keyv's own suite for storage adapters, and the parts of the interface that the suite leaves out.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import keyvTestSuite, { keyvIteratorTests } from '@keyv/test-suite';
import { Keyv } from 'keyv';
import * as vitest from 'vitest';
import { openSqliteFile } from '../src/sqlite-keyv.ts';

const { afterAll, describe, expect, it } = vitest;

const folder = mkdtempSync(join(tmpdir(), 'talesrunner-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const open = (name: string) => openSqliteFile({ path: join(folder, name), busyTimeout: 1000 });

describe("Keyv's suite", async () => {
  const file = await open('suite.db');
  afterAll(() => file.close());
  const shared = { opts: {} };
  // The suite sets options on one adapter and reads them from the next.
  const store = () => Object.assign(file.adapter(), { opts: { ...file.adapter().opts, ...shared.opts } });
  keyvTestSuite(vitest, Keyv, store);
  keyvIteratorTests(vitest, Keyv, store);
});

describe('the adapter under Keyv', async () => {
  const file = await open('many.db');
  afterAll(() => file.close());
  const keyv = () => new Keyv({ store: file.adapter(), throwOnErrors: true });

  it('sets and gets many at once, in order', async () => {
    const entries = ['a', 'b', 'c'].map((key) => ({ key, value: key.toUpperCase() }));
    expect(await keyv().setMany(entries)).toEqual([true, true, true]);
    expect(await keyv().getMany(['c', 'none', 'a'])).toEqual(['C', undefined, 'A']);
    expect(await keyv().hasMany(['c', 'none', 'a'])).toEqual([true, false, true]);
  });

  it('sets all of many or none', async () => {
    const adapter = file.adapter();
    const broken = [
      { key: 'whole', value: '1' },
      { key: 'broken', value: 2 as unknown as string },
    ];
    await expect(adapter.setMany(broken)).rejects.toThrow(TypeError);
    expect(await adapter.get('whole')).toBeUndefined();
  });

  it('clears its own namespace, even one whose name is a pattern of SQL', async () => {
    const [one, other] = ['a_', 'ab'].map((namespace) => new Keyv({ store: file.adapter(), namespace }));
    await one?.set('k', 1);
    await other?.set('k', 2);
    await one?.clear();
    expect(await one?.get('k')).toBeUndefined();
    expect(await other?.get('k')).toBe(2);
  });

  it('throws from every call after it has been disconnected', async () => {
    const own = await open('gone.db');
    const gone = new Keyv({ store: own.adapter(), throwOnErrors: true });
    await gone.disconnect();
    await gone.disconnect();
    const failed = { code: 'store-unusable', details: { reason: 'failed' } };
    await expect(gone.get('k')).rejects.toMatchObject(failed);
    await expect(gone.getMany(['k'])).rejects.toMatchObject(failed);
    await expect(gone.set('k', 1)).rejects.toMatchObject(failed);
    await expect(gone.setMany([{ key: 'k', value: 1 }])).rejects.toMatchObject(failed);
    await expect(gone.delete('k')).rejects.toMatchObject(failed);
    await expect(gone.delete(['k'])).rejects.toMatchObject(failed);
    await expect(gone.has('k')).rejects.toMatchObject(failed);
    await expect(gone.hasMany(['k'])).rejects.toMatchObject(failed);
    await expect(gone.clear()).rejects.toMatchObject(failed);
    await expect(gone.iterator?.(undefined).next()).rejects.toMatchObject(failed);
  });
});
