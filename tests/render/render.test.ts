import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, it } from 'vitest';
import { renderBook } from '../../src/render/index.ts';
import { paragraphsOf } from '../../src/render/text/clean.ts';
import { PAGE_FORMATS } from '../../src/story.ts';
import { makeBook, type Shot, STORY } from './books.ts';
import { type ReadPdf, readPdf } from './read-pdf.ts';

const SHOTS: readonly Shot[] = [
  ['night', 800, 600, STORY[0] ?? ''],
  ['forest', 700, 700, STORY[2] ?? ''],
  ['forest', 300, 1200, STORY[5] ?? ''],
  ['yard', 1200, 300, '나는 😀 웃었어요. 뷁! 月 é ♡ 「달님」 👨‍👩‍👧 🇰🇷 ❤️ 👍🏽 1️⃣'],
];

describe('a rendered book', () => {
  let pdf: ReadPdf;
  let pageCount: number;
  beforeAll(async () => {
    const { book, read } = await makeBook(SHOTS);
    const rendering = await renderBook(book, { read, format: 'square' });
    pageCount = rendering.pageCount;
    pdf = await readPdf(rendering.bytes);
  });

  it('says its language and title and that it is tagged', () => {
    expect(pdf).toMatchObject({ lang: 'ko-KR', title: '별이와 Luna의 달빛 소풍', marked: true, displaysTitle: true });
  });

  it('reads its title as the only first heading, then its authors', () => {
    expect(pdf.elements.filter(({ type }) => type === 'H1').map(({ text }) => text)).toEqual([
      '별이와 Luna의 달빛 소풍',
    ]);
    expect(pdf.elements[2]).toMatchObject({ type: 'P', text: '글·그림 김하늘, 3학년 2반', page: 0 });
  });

  it('reads each scene as a described figure and then exactly the told paragraphs', () => {
    SHOTS.forEach(([, , , told], index) => {
      const scene = pdf.elements.filter(({ page }) => page === index + 1);
      expect(scene[0]).toMatchObject({ type: 'Figure', alt: `그림 ${index + 1}: 별이가 서 있어요.` });
      expect(scene.slice(1).map(({ text }) => text)).toEqual(paragraphsOf(told));
    });
  });

  it('reads the author’s own words line by line', async () => {
    const poem = '달님이 웃어요\n별님도   웃어요\n\n나도 웃어요';
    const { book, read } = await makeBook([['night', 800, 600, poem]], { source: { kind: 'person' } });
    const { elements } = await readPdf((await renderBook(book, { read, format: 'square' })).bytes);
    const lines = elements.filter(({ page, type }) => page === 1 && type === 'P').map(({ text }) => text);
    expect(lines).toEqual(['달님이 웃어요', '별님도   웃어요', '나도 웃어요']);
  });

  it('marks page numbers as artifacts', () => {
    expect(pdf.artifacts.slice(0, 6)).toEqual(['', '1', '2', '3', '4', '']);
  });

  it('closes with the end and a colophon', () => {
    const headings = pdf.elements.filter(({ type }) => type === 'H2');
    expect(headings.map(({ text, page }) => [text, page])).toEqual([
      ['끝', pageCount - 2],
      ['이 책은', pageCount - 1],
    ]);
  });

  it('offers bookmarks to the cover, every scene, the end and the colophon', () => {
    expect(pdf.bookmarks).toEqual([
      '표지',
      '1. “오늘 밤에는 달까지 걸어가 볼까?”',
      '2. 숲속에서 곰을 만났어요!',
      '3. 높은 탑 꼭대기에서 별이는 멀리…',
      '4. 나는 😀 웃었어요. 뷁! 月 é ♡…',
      '끝',
      '이 책은',
    ]);
  });
});

describe('rendering', () => {
  it.each(PAGE_FORMATS)('prints %s sheets, all of one size', async (format) => {
    const { book, read } = await makeBook(SHOTS.slice(0, 2));
    const { bytes, pageCount } = await renderBook(book, { read, format });
    const { pages } = await readPdf(bytes);
    const millimetres = { square: [210, 210], a5: [148, 210], b5: [182, 257], '46': [188, 257], a4: [210, 297] }[
      format
    ];
    expect(pages).toHaveLength(pageCount);
    for (const { width, height } of pages) {
      expect([width, height].map((points) => Math.round((points / 72) * 25.4))).toEqual(millimetres);
    }
  });

  it('gives the same bytes in another process', async () => {
    const { book, read } = await makeBook(SHOTS);
    const { bytes } = await renderBook(book, { read, format: 'a5' });
    const script = `
      const { renderBook } = await import('./src/render/index.ts');
      const { makeBook } = await import('./tests/render/books.ts');
      const { book, read } = await makeBook(${JSON.stringify(SHOTS)});
      const { bytes } = await renderBook(book, { read, format: 'a5' });
      console.log((await import('node:crypto')).createHash('sha256').update(bytes).digest('hex'));`;
    const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', script]);
    expect(stdout.trim()).toBe(createHash('sha256').update(bytes).digest('hex'));
  });

  it('embeds a picture that comes twice only once', async () => {
    const once = await makeBook([['forest', 700, 700, '하나.']]);
    const twice = await makeBook([
      ['forest', 700, 700, '하나.'],
      ['forest', 700, 700, '둘.'],
    ]);
    const count = async ({ book, read }: typeof once): Promise<number> => {
      const { bytes } = await renderBook(book, { read, format: 'square' });
      return Buffer.from(bytes).toString('latin1').split('/DCTDecode').length - 1;
    };
    expect([await count(once), await count(twice)]).toEqual([1, 1]);
  });

  it('reports its progress step by step to the end', async () => {
    const { book, read } = await makeBook(SHOTS.slice(0, 2));
    const steps: string[] = [];
    await renderBook(book, { read, format: 'square', onProgress: (done, total) => steps.push(`${done}/${total}`) });
    expect(steps).toEqual(['1/5', '2/5', '3/5', '4/5', '5/5']);
  });

  it('stops when it is cancelled', async () => {
    const { book, read } = await makeBook(SHOTS.slice(0, 2));
    const controller = new AbortController();
    const rendering = renderBook(book, {
      read,
      format: 'square',
      signal: controller.signal,
      onProgress: () => controller.abort(),
    });
    await expect(rendering).rejects.toMatchObject({ code: 'cancelled' });
  });

  it('refuses a book without pages', async () => {
    const { book, read } = await makeBook([]);
    await expect(renderBook(book, { read, format: 'square' })).rejects.toMatchObject({ code: 'book-no-pictures' });
  });

  it('names the characters that no font here draws, and prints the rest', async () => {
    const { book, read } = await makeBook([['yard', 600, 400, 'สวัสดี 안녕 שלום!']]);
    const { bytes, notes } = await renderBook(book, { read, format: 'square' });
    const [note] = notes;
    expect(note).toMatchObject({ code: 'undrawable' });
    expect(note?.code === 'undrawable' ? note.characters : []).toContain('ש');
    expect((await readPdf(bytes)).elements.find(({ type, page }) => type === 'P' && page === 1)?.text).toBe('안녕 !');
  });

  it('names the pictures whose pixels show in print, with how finely they lie', async () => {
    const { book, read } = await makeBook([
      ['paper', 900, 700, '크게 그렸어요.'],
      ['night', 40, 40, '작아요.'],
      ['forest', 500, 380, '흐릿해요.'],
    ]);
    const { notes } = await renderBook(book, { read, format: 'square' });
    expect(notes).toEqual([
      {
        code: 'coarse-pictures',
        pictures: [
          { number: 2, dpi: expect.any(Number) },
          { number: 3, dpi: expect.any(Number) },
        ],
      },
    ]);
    const dpi = notes.flatMap((note) => (note.code === 'coarse-pictures' ? note.pictures.map((each) => each.dpi) : []));
    expect(Math.max(...dpi)).toBeLessThan(100);
    expect(Math.min(...dpi)).toBeGreaterThanOrEqual(35);
  });

  it('keeps within its budget by printing smaller pictures, and says so', async () => {
    const { book, read } = await makeBook([
      ['noise', 500, 450, '모래예요.'],
      ['noise', 450, 500, '또 모래예요.'],
    ]);
    const free = await renderBook(book, { read, format: 'square' });
    expect(free.notes.map(({ code }) => code)).not.toContain('reduced-pictures');
    const budget = Math.round(free.bytes.length * 0.7);
    const tight = await renderBook(book, { read, format: 'square', budget });
    expect(tight.bytes.length).toBeLessThanOrEqual(budget);
    expect(tight.notes.map(({ code }) => code)).toContain('reduced-pictures');
    await expect(renderBook(book, { read, format: 'square', budget: 60_000 })).rejects.toMatchObject({
      code: 'book-too-big',
    });
  });
});
