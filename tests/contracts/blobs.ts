// What every place for bytes promises. Called by the test of each implementation.
import { describe, expect, it } from 'vitest';
import { type Blobs, getBlob } from '../../src/blobs.ts';

const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values);
const HEX = 'ab'.repeat(32);

/** `openBlobs` gives a new, empty place each time. */
export function blobsContract(name: string, openBlobs: () => Promise<Blobs>): void {
  describe(`${name} keeps the promises of Blobs`, () => {
    it('gives back what was put, byte for byte', async () => {
      const blobs = await openBlobs();
      const all = Uint8Array.from({ length: 100_000 }, (_, index) => index % 251);
      await blobs.put(`pictures/${HEX}`, all);
      await blobs.put('books/none.pdf', bytes());
      expect(await blobs.get(`pictures/${HEX}`)).toEqual(all);
      expect(await blobs.get('books/none.pdf')).toEqual(bytes());
    });

    it('puts only the part that a view shows', async () => {
      const blobs = await openBlobs();
      await blobs.put('pictures/part', bytes(1, 2, 3, 4).subarray(1, 3));
      expect(await blobs.get('pictures/part')).toEqual(bytes(2, 3));
    });

    it('answers undefined for what is not there, which a promised blob makes `blob-missing`', async () => {
      const blobs = await openBlobs();
      expect(await blobs.get('pictures/none')).toBeUndefined();
      await expect(getBlob(blobs, 'pictures/none')).rejects.toMatchObject({
        code: 'blob-missing',
        details: { key: 'pictures/none' },
      });
      await blobs.put('pictures/some', bytes(1));
      expect(await getBlob(blobs, 'pictures/some')).toEqual(bytes(1));
    });

    it('may be told the same again', async () => {
      const blobs = await openBlobs();
      await blobs.put('pictures/a', bytes(1, 2));
      await blobs.put('pictures/a', bytes(1, 2));
      expect(await blobs.get('pictures/a')).toEqual(bytes(1, 2));
    });

    it('replaces bytes as a whole', async () => {
      const blobs = await openBlobs();
      await blobs.put('pictures/a', bytes(1, 2, 3));
      await blobs.put('pictures/a', bytes(9));
      expect(await blobs.get('pictures/a')).toEqual(bytes(9));
    });

    it('holds one of the two when two are put at once', async () => {
      const blobs = await openBlobs();
      const [one, two] = [new Uint8Array(50_000).fill(1), new Uint8Array(60_000).fill(2)];
      await Promise.all([blobs.put('pictures/a', one), blobs.put('pictures/a', two)]);
      const kept = await getBlob(blobs, 'pictures/a');
      expect([one, two]).toContainEqual(kept);
    });

    it('keeps a copy: changing bytes afterwards changes nothing kept', async () => {
      const blobs = await openBlobs();
      const mine = bytes(1, 2);
      await blobs.put('pictures/a', mine);
      mine[0] = 9;
      (await getBlob(blobs, 'pictures/a'))[1] = 9;
      expect(await blobs.get('pictures/a')).toEqual(bytes(1, 2));
    });

    it('deletes, saying whether there was one', async () => {
      const blobs = await openBlobs();
      await blobs.put('pictures/a', bytes(1));
      expect(await blobs.delete('pictures/a')).toBe(true);
      expect(await blobs.get('pictures/a')).toBeUndefined();
      expect(await blobs.delete('pictures/a')).toBe(false);
    });

    it('sweeps by age, and keeps what is younger', async () => {
      const blobs = await openBlobs();
      await blobs.put('pictures/a', bytes(1));
      await blobs.put('books/a.pdf', bytes(1));
      expect(await blobs.sweep(Date.now() - 60_000)).toBe(0);
      expect(await blobs.get('pictures/a')).toEqual(bytes(1));
      expect(await blobs.sweep(Date.now() + 60_000)).toBe(2);
      expect(await blobs.get('pictures/a')).toBeUndefined();
      expect(await blobs.sweep(Date.now() + 60_000)).toBe(0);
    });

    it('keeps what is in use, however old', async () => {
      const blobs = await openBlobs();
      await blobs.put('pictures/a', bytes(1));
      await blobs.put('pictures/b', bytes(2));
      expect(await blobs.sweep(Date.now() + 60_000, (key) => key === 'pictures/a')).toBe(1);
      expect(await blobs.get('pictures/a')).toEqual(bytes(1));
    });

    it.each([
      '',
      'pictures',
      'pictures/',
      '/pictures',
      'pictures/..',
      '../pictures',
      'pictures/../secrets',
      'pictures/a/b',
      'pictures//a',
      '/etc/passwd',
      'pictures/.hidden',
      'pictures/a\0',
      'pictures/a\n',
      'pictures\\a/b',
      'pictures/A',
      'Pictures/a',
      'pictures/그림',
      'pictures/a.',
      'pictures/a ',
      'pictures/nul',
      'pictures/con.png',
      'aux/a',
      'c:/a',
      `pictures/${'a'.repeat(129)}`,
    ])('refuses the key %j', async (key) => {
      const blobs = await openBlobs();
      await expect(blobs.put(key, bytes(1))).rejects.toThrow(TypeError);
      await expect(blobs.get(key)).rejects.toThrow(TypeError);
      await expect(blobs.delete(key)).rejects.toThrow(TypeError);
    });
  });
}
