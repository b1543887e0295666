// Booklets of real books: what is drawn where, told by the page numbers that poppler reads on each half of each side.
import { execFileSync, spawnSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PDFDocument } from 'pdf-lib';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadSharp } from '../../../src/raster.ts';
import { renderBook } from '../../../src/render/index.ts';
import { makeBledPages, makeBooklet } from '../../../src/render/press/booklet.ts';
import { makeTestSheet } from '../../../src/render/press/test-sheet.ts';
import { freshFolder } from '../../support/folder.ts';
import { makeBook, STORY } from '../books.ts';

const hasPoppler = spawnSync('pdftotext', ['-v'], { stdio: 'ignore' }).error === undefined;
const hasQpdf = spawnSync('qpdf', ['--version'], { stdio: 'ignore' }).error === undefined;

/** Words on the left and the right half of each side. */
async function halves(bytes: Uint8Array): Promise<readonly (readonly [string, string])[]> {
  const file = join(await freshFolder(), 'booklet.pdf');
  await writeFile(file, bytes);
  const pages = (await PDFDocument.load(bytes)).getPages();
  return pages.map((page, index) => {
    const [width, height] = [Math.floor(page.getWidth() / 2), Math.ceil(page.getHeight())];
    const read = (x: number): string =>
      execFileSync('pdftotext', [
        ...['-f', `${index + 1}`, '-l', `${index + 1}`, '-x', `${x}`, '-y', '0', '-W', `${width}`, '-H', `${height}`],
        ...['-r', '72', file, '-'],
      ])
        .toString()
        .replaceAll(/\s+/g, ' ')
        .trim();
    return [read(0), read(width)];
  });
}

describe('a booklet', () => {
  let book: Uint8Array;
  beforeAll(async () => {
    const made = await makeBook([...STORY, ...STORY].slice(0, 3).map((text) => ['yard', 300, 200, text] as const));
    book = (await renderBook(made.book, { read: made.read, format: 'a5' })).bytes;
  });

  it.skipIf(!hasPoppler)(
    'has cover and back cover side by side on its first side, and the text can still be copied',
    async () => {
      const [first, second] = await halves((await makeBooklet(book, { coverApart: false, bleed: false })).bytes);
      expect(first?.[0]).toContain('이 책은');
      expect(first?.[1]).toContain('글·그림');
      expect(second?.[0]).toContain(STORY[0]?.slice(0, 6));
    },
  );

  it.skipIf(!hasPoppler)('leaves the inside of a cover of its own blank', async () => {
    const sides = await halves((await makeBooklet(book, { coverApart: true, bleed: false })).bytes);
    expect(sides[1]).toEqual(['', '']);
    expect(sides[2]?.[1]).toContain(STORY[0]?.slice(0, 6));
  });

  it.skipIf(!hasQpdf)('is a sound file', async () => {
    const file = join(await freshFolder(), 'booklet.pdf');
    await writeFile(file, (await makeBooklet(book, { coverApart: true, bleed: false })).bytes);
    expect(execFileSync('qpdf', ['--check', file]).toString()).toContain('No syntax or stream encoding errors');
  });

  it('lies on A4 for A5 books, asks the printer to turn it about its short edge and to scale nothing', async () => {
    const booklet = await makeBooklet(book, { coverApart: false, bleed: false });
    expect(booklet).toMatchObject({ paper: 'a4', sheets: 2, blanks: 2 });
    const { catalog } = await PDFDocument.load(booklet.bytes);
    const wishes = catalog.getOrCreateViewerPreferences();
    expect([wishes.getDuplex(), wishes.getPrintScaling()]).toEqual(['DuplexFlipShortEdge', 'None']);
  });

  it('says of itself what the book says, the notice for machines included', async () => {
    const model = { kind: 'model', engine: 'a model' } as const;
    const { book, read } = await makeBook([['yard', 300, 200, '별이가 웃어요.']], { title: '별' });
    const pages = book.pages.map((page) => ({ ...page, told: { ...page.told, source: model } }));
    const { bytes } = await renderBook({ ...book, pages }, { read, format: 'a5' });
    const booklet = await makeBooklet(bytes, { coverApart: false, bleed: false });
    const [before, after] = [await PDFDocument.load(bytes), await PDFDocument.load(booklet.bytes)];
    expect([after.getTitle(), after.getAuthor(), after.getSubject()]).toEqual([
      before.getTitle(),
      before.getAuthor(),
      before.getSubject(),
    ]);
    expect(after.getSubject()).toContain('AI');
    expect(Buffer.from(booklet.bytes).includes('DigitalSourceType')).toBe(true);
  });

  it('holds pictures and letters once, however they are folded, and is the same at each making', async () => {
    const [one, two] = [
      await makeBooklet(book, { coverApart: false, bleed: false }),
      await makeBooklet(book, { coverApart: false, bleed: false }),
    ];
    expect(one.bytes).toEqual(two.bytes);
    expect(Math.abs(one.bytes.length - book.length)).toBeLessThan(0.03 * book.length + 4000);
  });

  it('refuses what is no book of one size', async () => {
    await expect(makeBooklet(new TextEncoder().encode('hello'), { coverApart: false, bleed: false })).rejects.toThrow(
      TypeError,
    );
    const odd = await PDFDocument.load(book);
    odd.addPage([100, 100]);
    await expect(makeBooklet(await odd.save(), { coverApart: false, bleed: false })).rejects.toThrow(RangeError);
  });

  it('stops when it is told to', async () => {
    const making = makeBooklet(book, { coverApart: false, bleed: false, signal: AbortSignal.abort() });
    await expect(making).rejects.toMatchObject({ code: 'cancelled' });
  });
});

describe('pages for a print shop', () => {
  const MILLIMETRE = 72 / 25.4;
  const boxes = async (bytes: Uint8Array) =>
    (await PDFDocument.load(bytes)).getPages().map((page) => {
      const [trim, bleed] = [page.getTrimBox(), page.getBleedBox()];
      return [trim.width, trim.height, trim.x - bleed.x, bleed.height - trim.height].map((points) =>
        Math.round(points / MILLIMETRE),
      );
    });

  it('say where they are cut and that colour goes on for 3 mm', async () => {
    const { book, read } = await makeBook([['forest', 300, 300, '숲에 갔어요.']]);
    const { bytes, pageCount } = await renderBook(book, { read, format: 'b5' });
    const bled = await boxes(await makeBledPages(bytes, {}));
    expect(bled).toEqual(Array.from({ length: pageCount }, () => [182, 257, 3, 6]));
  });

  it.skipIf(!hasPoppler)('go on in the colours of their edges, and stay as they are inside', async () => {
    const folder = await freshFolder();
    const { book, read } = await makeBook([['forest', 300, 300, '숲에 갔어요.']]);
    const { bytes } = await renderBook(book, { read, format: 'square' });
    const raster = async (name: string, pdf: Uint8Array) => {
      await writeFile(join(folder, name), pdf);
      execFileSync('pdftoppm', [
        '-r',
        '72',
        '-f',
        '1',
        '-l',
        '1',
        '-png',
        '-singlefile',
        join(folder, name),
        join(folder, name),
      ]);
      const sharp = await loadSharp();
      const { data, info } = await sharp(join(folder, `${name}.png`))
        .removeAlpha()
        .raw()
        .toBuffer({ resolveWithObject: true });
      return (x: number, y: number): readonly number[] => [
        ...data.subarray(3 * (y * info.width + x), 3 * (y * info.width + x) + 3),
      ];
    };
    const [plain, bled] = [await raster('plain', bytes), await raster('bled', await makeBledPages(bytes, {}))];
    // The slug around the page is 10 mm, 28 points: 4 points beyond the cut lies what is 4 points inside it.
    const slug = 28;
    const near = (one: readonly number[], other: readonly number[]): void => {
      const off = one.map((value, channel) => Math.abs(value - (other[channel] ?? 0)));
      expect(Math.max(...off)).toBeLessThan(12);
    };
    for (const at of [60, 300, 540]) {
      near(bled(slug + at, slug - 4), plain(at, 4));
      near(bled(slug - 4, slug + at), plain(4, at));
      near(bled(slug + at, slug + at), plain(at, at));
    }
    expect(bled(3, 300)).toEqual([255, 255, 255]);
  });
});

describe('the test sheet', () => {
  it.skipIf(!hasPoppler)('shows 4 and 1 outside, 2 and 3 inside, on one sheet', async () => {
    const { bytes, sheets } = await makeTestSheet('a5', 'ko');
    expect(sheets).toBe(1);
    const numbers = (await halves(bytes)).map((side) => side.map((text) => text.match(/^\d/)?.[0]));
    expect(numbers).toEqual([
      ['4', '1'],
      ['2', '3'],
    ]);
  });

  it.each(['square', 'a5', 'b5', '46', 'a4'] as const)('can be made for %s, in both languages', async (format) => {
    for (const locale of ['ko', 'en'] as const) {
      const { bytes } = await makeTestSheet(format, locale);
      expect((await PDFDocument.load(bytes)).getPageCount()).toBe(2);
    }
  });
});
