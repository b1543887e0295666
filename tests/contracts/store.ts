// What every Store promises, whatever holds it. Called by the test of each implementation.
import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Stores } from '../../src/store.ts';

interface Note {
  readonly text: string;
  readonly tags?: readonly string[];
}

const keysOf = async (keys: AsyncIterable<string>): Promise<string[]> => (await Array.fromAsync(keys)).sort();

/** `openStores` gives a new, empty place each time. */
export function storeContract(name: string, openStores: () => Promise<Stores>): void {
  describe(`${name} keeps the promises of a Store`, () => {
    afterEach(() => {
      vi.useRealTimers();
    });
    const openNotes = async (ttl?: number) => {
      const stores = await openStores();
      return { stores, notes: stores.open<Note>({ namespace: 'notes', ...(ttl !== undefined && { ttl }) }) };
    };

    it('gives back what was set, and undefined for what was not', async () => {
      const { notes } = await openNotes();
      await notes.set('a', { text: '토끼가 뛰어요', tags: ['숲', '🐇'] });
      expect(await notes.get('a')).toEqual({ text: '토끼가 뛰어요', tags: ['숲', '🐇'] });
      expect(await notes.get('b')).toBeUndefined();
    });

    it('replaces a value as a whole', async () => {
      const { notes } = await openNotes();
      await notes.set('a', { text: 'one', tags: ['x'] });
      await notes.set('a', { text: 'two' });
      expect(await notes.get('a')).toEqual({ text: 'two' });
    });

    it('deletes, saying whether there was one', async () => {
      const { notes } = await openNotes();
      await notes.set('a', { text: 'one' });
      expect(await notes.delete('a')).toBe(true);
      expect(await notes.get('a')).toBeUndefined();
      expect(await notes.delete('a')).toBe(false);
    });

    it('keeps a copy: changing a value afterwards changes nothing stored', async () => {
      const stores = await openStores();
      const lists = stores.open<string[]>({ namespace: 'lists' });
      const list = ['one'];
      await lists.set('a', list);
      list.push('two');
      (await lists.get('a'))?.push('three');
      expect(await lists.get('a')).toEqual(['one']);
    });

    it('keeps every kind of JSON value, null and the empty string among them', async () => {
      const stores = await openStores();
      const values = stores.open<unknown>({ namespace: 'values' });
      for (const value of [null, '', 0, -1.5, false, [], {}, ':base64:x', [null, { a: [{}] }]]) {
        await values.set('v', value);
        expect(await values.get('v')).toEqual(value);
      }
    });

    it('keeps any JSON value under any key', async () => {
      const stores = await openStores();
      const values = stores.open<unknown>({ namespace: 'any' });
      await fc.assert(
        fc.asyncProperty(fc.string({ unit: 'binary' }), fc.jsonValue(), async (key, value) => {
          await values.set(key, value);
          // JSON has one zero.
          expect(JSON.stringify(await values.get(key))).toBe(JSON.stringify(value));
          expect(await values.delete(key)).toBe(true);
        }),
        { numRuns: 60 },
      );
    });

    it.each([
      'notes:a',
      'other:a',
      '',
      ' ',
      'a\0b',
      '\ud800',
      '../a',
      "'; DROP TABLE entries; --",
      '한글 키',
      '__proto__',
      '%',
    ])('tells the key %j from others', async (key) => {
      const { notes } = await openNotes();
      await notes.set('a', { text: 'a' });
      await notes.set('\udbff', { text: 'surrogate' });
      await notes.set(key, { text: 'odd' });
      expect(await notes.get('a')).toEqual({ text: 'a' });
      expect(await notes.get(key)).toEqual({ text: 'odd' });
      expect(await keysOf(notes.keys())).toEqual(['a', '\udbff', key].sort());
    });

    it.each([
      ['undefined', undefined, 'value is undefined'],
      ['a function', { f: () => 1 }, 'value.f is a function'],
      ['not a number', { list: [1, Number.NaN] }, 'value.list[1] is NaN'],
      ['a bigint', 1n, 'value is a bigint'],
      ['a date', { at: new Date(0) }, 'value.at is neither'],
      ['a map', new Map(), 'value is neither'],
      ['a hole in a list', [undefined], 'value[0] is undefined'],
    ])('refuses what JSON would change: %s', async (_, value, reason) => {
      const stores = await openStores();
      const values = stores.open<unknown>({ namespace: 'values' });
      await expect(values.set('v', value)).rejects.toThrow(reason);
      expect(await values.get('v')).toBeUndefined();
    });

    it('refuses a value that holds itself, but not one that holds another twice', async () => {
      const stores = await openStores();
      const values = stores.open<unknown>({ namespace: 'values' });
      const ring: { again?: unknown } = {};
      ring.again = ring;
      await expect(values.set('v', ring)).rejects.toThrow('value.again holds itself');
      const shared = { a: 1 };
      await values.set('v', [shared, shared]);
      expect(await values.get('v')).toEqual([shared, shared]);
    });

    it('drops properties that are undefined', async () => {
      const stores = await openStores();
      const values = stores.open<unknown>({ namespace: 'values' });
      await values.set('v', { a: 1, b: undefined });
      expect(Object.keys(Object(await values.get('v')))).toEqual(['a']);
    });

    it('keeps namespaces apart, and opens one namespace twice as the same store', async () => {
      const { stores, notes } = await openNotes();
      const others = stores.open<Note>({ namespace: 'others' });
      await notes.set('a', { text: 'note' });
      await others.set('a', { text: 'other' });
      await others.set('b', { text: 'other' });
      expect(await notes.get('a')).toEqual({ text: 'note' });
      expect(await keysOf(notes.keys())).toEqual(['a']);
      await others.delete('a');
      expect(await stores.open<Note>({ namespace: 'notes' }).get('a')).toEqual({ text: 'note' });
    });

    it('lists every key, however many, while some are deleted', async () => {
      const { notes } = await openNotes();
      const all = Array.from({ length: 250 }, (_, index) => `key ${index}`);
      for (const key of all) await notes.set(key, { text: key });
      const seen: string[] = [];
      for await (const key of notes.keys()) {
        seen.push(key);
        await notes.delete(key);
      }
      expect(seen.sort()).toEqual(all.sort());
      expect(await keysOf(notes.keys())).toEqual([]);
    });

    it('forgets a value when its time has passed, and not before', async () => {
      vi.useFakeTimers({ toFake: ['Date'], now: 1_000_000 });
      const { notes } = await openNotes(5000);
      await notes.set('a', { text: 'soon gone' });
      vi.setSystemTime(1_005_000);
      expect(await notes.get('a')).toEqual({ text: 'soon gone' });
      vi.setSystemTime(1_005_001);
      expect(await notes.get('a')).toBeUndefined();
      expect(await keysOf(notes.keys())).toEqual([]);
      expect(await notes.delete('a')).toBe(false);
    });

    it('starts the time anew with each set', async () => {
      vi.useFakeTimers({ toFake: ['Date'], now: 1_000_000 });
      const { notes } = await openNotes(5000);
      await notes.set('a', { text: 'one' });
      vi.setSystemTime(1_004_000);
      await notes.set('a', { text: 'two' });
      vi.setSystemTime(1_008_000);
      expect(await notes.get('a')).toEqual({ text: 'two' });
    });

    it('sweeps what has expired in every namespace, and nothing else', async () => {
      vi.useFakeTimers({ toFake: ['Date'], now: 1_000_000 });
      const { stores, notes } = await openNotes(5000);
      const lasting = stores.open<Note>({ namespace: 'lasting' });
      const longer = stores.open<Note>({ namespace: 'longer', ttl: 60_000 });
      for (const store of [notes, lasting, longer]) await store.set('a', { text: 'a' });
      expect(await stores.sweep(1_005_000)).toBe(0);
      expect(await stores.sweep(1_005_001)).toBe(1);
      expect(await stores.sweep(1_005_001)).toBe(0);
      expect(await lasting.get('a')).toEqual({ text: 'a' });
      expect(await longer.get('a')).toEqual({ text: 'a' });
    });

    it.each([0, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY])('refuses a time to live of %d', async (ttl) => {
      const stores = await openStores();
      expect(() => stores.open({ namespace: 'notes', ttl })).toThrow(RangeError);
    });

    it('refuses a store without a namespace', async () => {
      const stores = await openStores();
      expect(() => stores.open({ namespace: '' })).toThrow(RangeError);
    });
  });
}
