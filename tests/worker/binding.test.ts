// What the worker makes of an anthology and of a printed file: what it keeps, under which names, and what it refuses.
import { PDFDocument } from 'pdf-lib';
import { describe, expect, it } from 'vitest';
import { memoryBlobs } from '../../src/blobs.ts';
import { explain } from '../../src/explain.ts';
import { PRINT_STYLES } from '../../src/jobs.ts';
import { createLocalModerator } from '../../src/pipeline/moderator/local.ts';
import { loadSharp } from '../../src/raster.ts';
import { renderAnthology, renderBook } from '../../src/render/index.ts';
import type { Anthology, Book } from '../../src/story.ts';
import { createHandlers } from '../../src/worker/handlers.ts';
import type { Engines } from '../../src/worker/tools.ts';
import { makeClass } from '../render/anthology/class.ts';
import { makeBook, STORY } from '../render/books.ts';

const broken = () => Promise.reject(new Error('not asked for'));
const none: Engines = { captioner: broken, translator: broken, keywords: broken, storyteller: broken };
const moderated: Engines = { ...none, moderator: async () => createLocalModerator() };
const limits = { bytes: 1e6, pixels: 1e6, frames: 1 };
const rules = { engines: 'all', moderation: true } as const;
const ROOMY = 9.5 * 1024 * 1024;

function given<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('it is not there');
  return value;
}

function stage() {
  const kept = memoryBlobs();
  const names: string[] = [];
  const blobs = {
    ...kept,
    put(key: string, bytes: Uint8Array) {
      names.push(key);
      return kept.put(key, bytes);
    },
  };
  const steps: (readonly [number, number])[] = [];
  const stopping = new AbortController();
  const context = {
    signal: stopping.signal,
    onProgress: (done: number, total: number) => void steps.push([done, total]),
  };
  const handlers = createHandlers({
    limits,
    blobs: async () => blobs,
    engines: (asked) => (asked?.moderation ? moderated : none),
  });
  return { blobs, names, steps, stopping, context, handlers };
}

const renamed = (book: Book, rename: (key: string) => string): Book => ({
  ...book,
  pages: book.pages.map((page) => ({ ...page, picture: { ...page.picture, key: rename(page.picture.key) } })),
});

/** A class whose pictures are kept where the worker finds them. */
async function classroom(count: number, more: Partial<Anthology> = {}) {
  const staged = stage();
  const { anthology: drawn, read } = await makeClass(count, more);
  for (const { picture } of drawn.books.flatMap(({ pages }) => pages))
    await staged.blobs.put(`pictures/${picture.key}`, await read(picture));
  staged.names.length = 0;
  const anthology = { ...drawn, books: drawn.books.map((book) => renamed(book, (key) => `pictures/${key}`)) };
  return { ...staged, anthology };
}

describe('binding', () => {
  it('keeps the volumes that the press makes, and the image of the first cover', async () => {
    const { handlers, context, anthology, blobs, steps } = await classroom(3);
    const { volumes, cover, notes } = await handlers.bind({ anthology, format: 'a5', budget: ROOMY }, context);
    const read = async ({ key }: { readonly key: string }) => given(await blobs.get(key));
    const bound = await renderAnthology(anthology, { read, format: 'a5', budget: ROOMY });
    expect(volumes.map(({ title, pageCount }) => [title, pageCount])).toEqual(
      bound.volumes.map(({ title, pageCount }) => [title, pageCount]),
    );
    expect(notes).toEqual(bound.notes);
    expect(await blobs.get(given(volumes[0]).pdf.key)).toEqual(given(bound.volumes[0]).bytes);
    const sharp = await loadSharp();
    const image = given(await blobs.get(cover.key));
    expect(await sharp(image).metadata()).toMatchObject({ format: 'jpeg', width: cover.width, height: cover.height });
    expect(cover.text).toContain('우리 반 이야기 숲');
    const [last] = steps.toReversed();
    expect(last?.[0]).toBe(last?.[1]);
  });

  it('shares what is too large for one volume out among several, each under a name of its own', async () => {
    const { handlers, context, anthology, blobs } = await classroom(4);
    const whole = await handlers.bind({ anthology, format: 'a5', budget: ROOMY }, context);
    const budget = Math.round(given(whole.volumes[0]).pdf.size * 0.75);
    const { volumes } = await handlers.bind({ anthology, format: 'a5', budget }, context);
    expect(volumes.length).toBeGreaterThan(1);
    expect(new Set(volumes.map(({ pdf }) => pdf.key)).size).toBe(volumes.length);
    for (const { pdf } of volumes) {
      expect(pdf.size).toBeLessThanOrEqual(budget);
      expect((await blobs.get(pdf.key))?.length).toBe(pdf.size);
    }
  });

  it('changes nothing when it is done again, and shares no name with the same books of others', async () => {
    const { handlers, context, anthology, blobs } = await classroom(2);
    const bind = (books: Anthology['books']) =>
      handlers.bind({ anthology: { ...anthology, books }, format: 'square', budget: ROOMY }, context);
    const first = await bind(anthology.books);
    expect(await bind(anthology.books)).toEqual(first);
    const others = anthology.books.map((book) => renamed(book, (key) => `${key}9`));
    for (const { picture } of anthology.books.flatMap(({ pages }) => pages))
      await blobs.put(`${picture.key}9`, given(await blobs.get(picture.key)));
    const second = await bind(others);
    const keys = ({ volumes, cover }: typeof first) => [cover.key, ...volumes.map(({ pdf }) => pdf.key)];
    expect(await blobs.get(keys(second)[1] ?? '')).toEqual(await blobs.get(keys(first)[1] ?? ''));
    expect(keys(second).filter((key) => keys(first).includes(key))).toEqual([]);
  });

  it('ends soon when it is not wanted any more, and keeps nothing', async () => {
    const { handlers, context, anthology, stopping, names } = await classroom(3);
    const onProgress = (done: number): void => void (done === 2 && stopping.abort());
    const binding = handlers.bind({ anthology, format: 'a5', budget: ROOMY }, { ...context, onProgress });
    await expect(binding).rejects.toMatchObject({ code: 'cancelled' });
    expect(names).toEqual([]);
  });

  it('is refused, where a class has words looked at, with the book in which they stand', async () => {
    const { handlers, context, anthology } = await classroom(2, { className: '씨발 반' });
    const [first, second] = anthology.books;
    const books = [given(first), { ...given(second), authors: ['병신'] }];
    const binding = handlers.bind({ anthology: { ...anthology, books }, format: 'a5', budget: ROOMY, rules }, context);
    const places = [
      { part: 'className', topic: 'insult' },
      { book: 2, part: 'authors', topic: 'insult' },
    ];
    await expect(binding).rejects.toMatchObject({ code: 'text-unsuitable', details: { places } });
    const error = await binding.catch((caught: unknown) => caught as Parameters<typeof explain>[0]);
    if ('volumes' in error) throw new Error('it was bound');
    expect(explain(error, 'ko')).toContain('2번째 책 지은이: 놀리거나 욕하는 말');
    expect(explain(error, 'en')).toContain('Book 2, Authors: insulting words');
    expect(explain(error, 'ko')).toContain('반 이름');
  });
});

describe('folding', () => {
  /** A printed book of its own name. */
  async function printed(format: 'a5' | 'a4', key = 'books/one.pdf') {
    const staged = stage();
    const made = await makeBook([['yard', 300, 200, STORY[0] ?? '']]);
    const { bytes } = await renderBook(made.book, { read: made.read, format });
    await staged.blobs.put(key, bytes);
    return { ...staged, bytes, pdf: { key, mediaType: 'application/pdf', size: bytes.length } };
  }

  it('makes a booklet of a printed book and says on which paper', async () => {
    const { handlers, context, pdf, blobs } = await printed('a5');
    const made = await handlers.fold({ pdf, style: 'booklet' }, context);
    expect(made).toMatchObject({ paper: 'A4', sheets: 1 });
    expect((await blobs.get(made.pdf.key))?.length).toBe(made.pdf.size);
    expect(await handlers.fold({ pdf, style: 'booklet' }, context)).toEqual(made);
  });

  it('puts a cover that is apart on another sheet', async () => {
    const { handlers, context, pdf } = await printed('a5');
    const made = await handlers.fold({ pdf, style: 'cover-apart' }, context);
    expect(made).toMatchObject({ paper: 'A4', sheets: 2 });
  });

  it('makes pages with bleed for a print shop, on no paper of ours', async () => {
    const { handlers, context, pdf, blobs } = await printed('a4');
    const made = await handlers.fold({ pdf, style: 'pages' }, context);
    expect(made).toEqual({ pdf: made.pdf });
    const pages = (await PDFDocument.load(given(await blobs.get(made.pdf.key)))).getPages();
    const [first] = pages;
    const [trim, bleed] = [given(first).getTrimBox(), given(first).getBleedBox()];
    expect(bleed.width - trim.width).toBeCloseTo((6 / 25.4) * 72, 1);
  });

  it('shares no name with a booklet of a book that looks the same', async () => {
    const { handlers, context, pdf, bytes, blobs } = await printed('a5');
    const same = { ...pdf, key: 'books/two.pdf' };
    await blobs.put(same.key, bytes);
    const fold = (of: typeof pdf) => handlers.fold({ pdf: of, style: 'booklet' }, context);
    const [one, two] = [await fold(pdf), await fold(same)];
    expect(await blobs.get(one.pdf.key)).toEqual(await blobs.get(two.pdf.key));
    expect(one.pdf.key).not.toBe(two.pdf.key);
  });

  it('says what is no book', async () => {
    const { handlers, context, pdf, blobs } = await printed('a4');
    await blobs.put(pdf.key, new Uint8Array(9));
    for (const style of PRINT_STYLES)
      await expect(handlers.fold({ pdf, style }, context)).rejects.toMatchObject({
        code: 'book-unprintable',
        details: { reason: 'no-pdf' },
      });
  });
});
