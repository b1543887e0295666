// Images of a book's pages: one for each sheet, with what is read of it, the same whenever they are made.
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadSharp } from '../../../src/raster.ts';
import { type Rendering, renderBook } from '../../../src/render/index.ts';
import type { PageFormat } from '../../../src/story.ts';
import { makeBook, type Shot, STORY } from '../books.ts';
import { readPdf } from '../read-pdf.ts';

const SHOTS: readonly Shot[] = [
  ['night', 800, 600, STORY[0] ?? ''],
  ['forest', 300, 1200, '나는 😀 웃었어요. 月 é ♡ 👨‍👩‍👧'],
];
const images = async (shots: readonly Shot[], format: PageFormat) => {
  const { book, read } = await makeBook(shots);
  return (await renderBook(book, { read, format, images: true })).images;
};
const hashOf = (made: Rendering['images']): string => {
  const hash = createHash('sha256');
  for (const { jpeg } of made) hash.update(jpeg);
  return hash.digest('hex');
};

describe('the images of a book', () => {
  let rendering: Rendering;
  beforeAll(async () => {
    const { book, read } = await makeBook(SHOTS);
    rendering = await renderBook(book, { read, format: 'a5', images: true });
  });

  it('are one for each page of the file', () => {
    expect(rendering.images).toHaveLength(rendering.pageCount);
    expect(rendering.pageCount).toBe(5);
  });

  it('are JPEGs of the size they say, without metadata', async () => {
    const sharp = await loadSharp();
    for (const { jpeg, width, height } of rendering.images) {
      const seen = await sharp(jpeg).metadata();
      expect(seen).toMatchObject({ format: 'jpeg', space: 'srgb', width, height });
      expect([seen.exif, seen.icc, seen.xmp]).toEqual([undefined, undefined, undefined]);
      expect(jpeg.length).toBeLessThan(300_000);
    }
  });

  it('say in words what the tags of the file say', async () => {
    const { elements } = await readPdf(rendering.bytes);
    rendering.images.forEach(({ text }, index) => {
      const said = elements.filter(({ page }) => page === index).map(({ alt, text: words }) => alt ?? words.trim());
      expect(text.split('\n')).toEqual(said);
    });
    expect(rendering.images[2]?.text).toBe('그림 2: 별이가 서 있어요.\n나는 😀 웃었어요. 月 é ♡ 👨‍👩‍👧');
  });

  it('are the same in another process', async () => {
    const script = `
      const { renderBook } = await import('./src/render/index.ts');
      const { makeBook } = await import('./tests/render/books.ts');
      const { book, read } = await makeBook(${JSON.stringify(SHOTS)});
      const { images } = await renderBook(book, { read, format: 'a5', images: true });
      const hash = (await import('node:crypto')).createHash('sha256');
      for (const { jpeg } of images) hash.update(jpeg);
      console.log(hash.digest('hex'));`;
    const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', script]);
    expect(stdout.trim()).toBe(hashOf(rendering.images));
  });

  it.each([
    ['square', 1200, 1200],
    ['a4', 848, 1200],
    ['b5', 850, 1200],
    ['46', 878, 1200],
  ] as const)('of %s sheets have the shape of the sheet', async (format, width, height) => {
    for (const image of await images(SHOTS.slice(0, 1), format)) expect(image).toMatchObject({ width, height });
  });

  it('show grey pictures as they are', async () => {
    const sharp = await loadSharp();
    const { book, read } = await makeBook(SHOTS.slice(0, 1));
    const grey = await sharp(await read({ key: book.pages[0]?.picture.key ?? '' }))
      .toColourspace('b-w')
      .jpeg()
      .toBuffer();
    const made = await renderBook(book, { read: async () => grey, format: 'square', images: true });
    const [cover] = made.images;
    // The moon of the cover's picture, which lies in the middle of the sheet.
    const moon = { left: 755, top: 555, width: 20, height: 20 };
    const { channels } = await sharp(await sharp(cover?.jpeg).extract(moon).toBuffer()).stats();
    const [red = 0, green = 0, blue = 0] = channels.map(({ mean }) => mean);
    expect(red).toBeGreaterThan(220);
    expect(Math.max(red, green, blue) - Math.min(red, green, blue)).toBeLessThan(3);
  });
});

describe('asking for images', () => {
  it('changes nothing of the file', async () => {
    const { book, read } = await makeBook(SHOTS);
    const [plain, both] = await Promise.all([
      renderBook(book, { read, format: 'b5' }),
      renderBook(book, { read, format: 'b5', images: true }),
    ]);
    expect(plain.images).toEqual([]);
    expect(Buffer.compare(plain.bytes, both.bytes)).toBe(0);
  });

  it('counts as one more step for each picture, however many sheets there are', async () => {
    const long = STORY.join('\n').repeat(6);
    const { book, read } = await makeBook([['dark', 800, 600, long], ...SHOTS]);
    const steps: string[] = [];
    const onProgress = (done: number, total: number) => steps.push(`${done}/${total}`);
    const { pageCount } = await renderBook(book, { read, format: 'a5', images: true, onProgress });
    expect(pageCount).toBeGreaterThan(9);
    expect(steps).toEqual(Array.from({ length: 10 }, (_, index) => `${index + 1}/10`));
  });

  it('stops when it is cancelled in the middle of them', async () => {
    const { book, read } = await makeBook(SHOTS);
    const controller = new AbortController();
    const rendering = renderBook(book, {
      read,
      format: 'square',
      images: true,
      signal: controller.signal,
      onProgress: (done, total) => done === total - 1 && controller.abort(),
    });
    await expect(rendering).rejects.toMatchObject({ code: 'cancelled' });
  });
});
