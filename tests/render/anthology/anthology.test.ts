import { beforeAll, describe, expect, it } from 'vitest';
import { renderAnthology } from '../../../src/render/anthology.ts';
import { composeAnthology } from '../../../src/render/anthology-compose.ts';
import type { BoundAnthology } from '../../../src/render/index.ts';
import { makeBledPages, makeBooklet } from '../../../src/render/press/booklet.ts';
import { oneLine } from '../../../src/render/text/clean.ts';
import { studyOf } from '../layout/boxes.ts';
import { type ReadPdf, readPdf } from '../read-pdf.ts';
import { makeClass, type TestClass } from './class.ts';

describe('an anthology', () => {
  let given: TestClass;
  let bound: BoundAnthology;
  let pdf: ReadPdf;
  beforeAll(async () => {
    given = await makeClass(6);
    bound = await renderAnthology(given.anthology, { read: given.read, format: 'a5' });
    pdf = await readPdf(bound.volumes[0]?.bytes ?? new Uint8Array());
  });
  const titles = (): readonly string[] =>
    given.anthology.books.map(({ title, locale }) => oneLine(title) || (locale === 'ko' ? '우리들의 이야기' : ''));

  it('is one file without a budget, in its own language, with its title as the only first heading', () => {
    expect(bound.volumes).toHaveLength(1);
    expect(pdf).toMatchObject({ lang: 'ko-KR', title: '우리 반 이야기 숲', marked: true, displaysTitle: true });
    const first = pdf.elements.filter(({ type }) => type === 'H1');
    expect(first).toEqual([expect.objectContaining({ text: '우리 반 이야기 숲', page: 0 })]);
  });

  it('shows the first picture of every child on its cover, and says whose it is', () => {
    const figures = pdf.elements.filter(({ type, page }) => type === 'Figure' && page === 0);
    expect(figures.map(({ alt }) => alt)).toEqual(
      titles().map((title, index) => (index === 1 ? `The first picture of “${title}”` : `‘${title}’의 첫 그림`)),
    );
    expect(figures[1]?.lang).toBe('en-US');
  });

  it('leads from every entry of its contents to the title page of that book, by the number printed there', () => {
    expect(pdf.links.map(({ label }) => label)).toEqual(
      titles().map((title, index) => {
        const number = bound.volumes[0]?.chapters[index]?.number;
        return index === 1 ? `${title}, to page ${number}` : `${title}, ${number}쪽으로`;
      }),
    );
    for (const [index, { to, text, page }] of pdf.links.entries()) {
      expect(page).toBeLessThan(3);
      expect(pdf.elements.find((each) => each.page === to)).toMatchObject({ type: 'H2', text: titles()[index] });
      expect(Number(text.split('|').at(-1))).toBe(to + 1);
      expect(pdf.artifacts[to]).toBe(String(to + 1));
    }
  });

  it('tags these entries as a table of contents with references that are links', () => {
    for (const { within } of pdf.links)
      expect(within).toEqual(['Document', 'Sect', 'TOC', 'TOCI', 'Reference', 'Link']);
  });

  it('puts links inside their page, none over another', () => {
    const [width = 0, height = 0] = [pdf.pages[1]?.width, pdf.pages[1]?.height];
    for (const [index, { box, page }] of pdf.links.entries()) {
      const [left = 0, bottom = 0, right = 0, top = 0] = box;
      expect(Math.min(left, bottom)).toBeGreaterThan(0);
      expect([right < width, top < height, right > left, top > bottom]).toEqual([true, true, true, true]);
      const before = pdf.links[index - 1];
      if (before?.page === page) expect(top).toBeLessThanOrEqual((before.box[1] ?? 0) + 0.01);
    }
  });

  it('runs its page numbers through, each the number of the page in the file', () => {
    for (const [index, number] of pdf.artifacts.entries()) if (number !== '') expect(number).toBe(String(index + 1));
    expect(pdf.artifacts.filter((number) => number !== '').length).toBeGreaterThan(12);
  });

  it('has its bookmarks in two levels: chapters, and below them their pages', () => {
    const chapters = pdf.outline.slice(2, -2);
    expect(pdf.outline.map(({ title }) => title)).toEqual(['표지', '차례', ...titles(), '이 책은', '끝']);
    expect(chapters.map(({ below }) => below.length)).toEqual(given.anthology.books.map(({ pages }) => pages.length));
    expect(chapters[0]?.below[0]).toMatch(/^\d+\. “오늘 밤/);
  });

  it('ends with every child’s picture, so that no list of credits is the back cover of a booklet', () => {
    for (const count of [2, 5, 9]) {
      const books = Array.from({ length: count }, () => given.anthology.books).flat();
      const studies = books.map(({ pages }) => pages.map(() => studyOf(800, 600, true)));
      const { volumes } = composeAnthology({
        anthology: { ...given.anthology, books },
        studies,
        format: 'a5',
        counts: [books.length],
      });
      const kinds = (volumes[0]?.sheets ?? []).map(({ kind }) => kind);
      expect(kinds.slice(-2)).toEqual(['colophon', 'closing']);
      expect(kinds.indexOf('closing')).toBe(kinds.length - 1);
    }
  });

  it('reads each book in its own language', () => {
    const english = bound.volumes[0]?.chapters[1]?.number ?? 0;
    const own = pdf.elements.filter(({ page }) => page >= english - 1 && page < english);
    expect(own.map(({ lang }) => lang)).toEqual(['en-US', 'en-US']);
  });

  it('names all authors in its credits, who helped each, and every picture’s print', () => {
    const last = pdf.elements.filter(({ page }) => page >= pdf.pages.length - 4).map(({ text }) => text.trim());
    const all = last.join('\n').replaceAll('\u00A0', ' ');
    for (const { authors, pages } of given.anthology.books) {
      for (const author of authors) expect(all).toContain(author);
      for (const { picture } of pages) expect(all).toContain(picture.sha256.slice(0, 12));
    }
    expect(all).toContain('글 도움: AI(kot5)');
    expect(all).toContain('글 도움: 없음(글쓴이가 직접 썼습니다)');
    expect(last).toContain('이 책에는 인공지능(AI) 모델이 쓴 글이 들어 있습니다.');
  });

  it('says in its metadata when a model wrote any of it', () => {
    const xmp = Buffer.from(bound.volumes[0]?.bytes ?? []).toString('utf8');
    expect(xmp).toContain('compositeWithTrainedAlgorithmicMedia');
  });

  it('is the same bytes each time', async () => {
    const again = await renderAnthology(given.anthology, { read: given.read, format: 'a5' });
    expect(Buffer.from(again.volumes[0]?.bytes ?? []).equals(bound.volumes[0]?.bytes ?? new Uint8Array())).toBe(true);
  });

  it('can be printed as a booklet and for a print shop', async () => {
    const bytes = bound.volumes[0]?.bytes ?? new Uint8Array();
    const booklet = await makeBooklet(bytes, { coverApart: false, bleed: false });
    expect(booklet.sheets).toBe(Math.ceil(pdf.pages.length / 4));
    expect((await readPdf(bytes)).pages.length).toBe(pdf.pages.length);
    expect((await makeBledPages(bytes, {})).length).toBeGreaterThan(bytes.length / 2);
  });
});

describe('binding', () => {
  it('refuses an anthology without books, and one with an empty book', async () => {
    const { anthology, read } = await makeClass(1);
    const none = renderAnthology({ ...anthology, books: [] }, { read, format: 'a5' });
    await expect(none).rejects.toMatchObject({ code: 'book-no-pictures', details: { where: '우리 반 이야기 숲' } });
    const [book] = anthology.books;
    const empty = { ...anthology, books: book ? [book, { ...book, title: '빈 책', pages: [] }] : [] };
    await expect(renderAnthology(empty, { read, format: 'a5' })).rejects.toMatchObject({ details: { where: '빈 책' } });
  });

  it('leaves out the AI notice where no model wrote', async () => {
    const { anthology, read } = await makeClass(2);
    const [volume] = (await renderAnthology(anthology, { read, format: 'square' })).volumes;
    expect(Buffer.from(volume?.bytes ?? []).toString('utf8')).not.toContain('TrainedAlgorithmicMedia');
  });

  it('stops when it is cancelled', async () => {
    const { anthology, read } = await makeClass(2);
    const cancellation = new AbortController();
    const onProgress = (done: number): void => {
      if (done === 2) cancellation.abort();
    };
    const bound = renderAnthology(anthology, { read, format: 'a5', signal: cancellation.signal, onProgress });
    await expect(bound).rejects.toMatchObject({ code: 'cancelled' });
  });

  it('draws every sheet where images are asked for', async () => {
    const { anthology, read } = await makeClass(2);
    const [volume] = (await renderAnthology(anthology, { read, format: 'square', images: true })).volumes;
    expect(volume?.images).toHaveLength(volume?.pageCount ?? -1);
    expect(volume?.images[1]?.text).toMatch(/^차례\n달빛 소풍\n김하늘\n3\n/);
  });
});
