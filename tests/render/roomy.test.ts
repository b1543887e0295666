// Books in large and wide type beside the same books in usual type: everything is larger and further apart, in all
// formats and for all readers; and what a book is given to say of itself, in print and for programs.
import { describe, expect, it } from 'vitest';
import { composeAnthology } from '../../src/render/anthology-compose.ts';
import { composeBook } from '../../src/render/compose.ts';
import { sheetOf } from '../../src/render/formats.ts';
import { renderBook } from '../../src/render/index.ts';
import type { LaidOutSheet } from '../../src/render/layout/sheet.ts';
import { USUAL_TYPE } from '../../src/render/theme.ts';
import { type Anthology, type Book, PAGE_FORMATS, READING_LEVELS } from '../../src/story.ts';
import { makeBook, STORY } from './books.ts';
import { boxesOf, studyOf, textsOf, wordsOf } from './layout/boxes.ts';
import { readPdf } from './read-pdf.ts';

const NOTICE = '이 책의 글은 아이들이 인공지능의 도움을 받아 지었고, 선생님이 함께 읽었어요.';
const story = await makeBook(STORY.map((text) => ['yard', 400, 300, text] as const));
const studies = story.book.pages.map(() => studyOf(1600, 1200, true));
const set = (book: Book, format: (typeof PAGE_FORMATS)[number]) => composeBook(book, studies, format).sheets;
const scenes = (sheets: readonly LaidOutSheet[]) =>
  sheets.filter(({ kind }) => kind === 'scene' || kind === 'text').flatMap(textsOf);
const least = (sizes: readonly number[]): number => Math.min(...sizes);

describe('large and wide type', () => {
  const cases = PAGE_FORMATS.flatMap((format) => READING_LEVELS.map((level) => [format, level] as const));

  it.each(cases)('is larger on %s for %s, on every page and in the credits, and says the same', (format, level) => {
    const usual = set({ ...story.book, level }, format);
    const roomy = set({ ...story.book, level, roomy: true }, format);
    const ideal = USUAL_TYPE.body[level].ideal * sheetOf(format).scale;
    expect(least(scenes(roomy).map(({ size }) => size))).toBeGreaterThan(ideal * 1.1);
    const credits = (sheets: readonly LaidOutSheet[]) =>
      sheets.filter(({ kind }) => kind === 'colophon').flatMap(textsOf);
    expect(least(credits(roomy).map(({ size }) => size))).toBeGreaterThan(11.8);
    const said = (sheets: readonly LaidOutSheet[]) => wordsOf(scenes(sheets)).replaceAll(/\s+/g, '');
    expect(said(roomy)).toBe(said(usual));
  });

  it('stands further apart: letters, words and lines', () => {
    const measured = (book: Book) => {
      const [part] = scenes(set(book, 'a4'));
      if (part === undefined) throw new Error('a book without text');
      const glyphs = part.lines.flatMap(({ runs }) => runs.flatMap((run) => (run.kind === 'glyphs' ? run.glyphs : [])));
      const room = (isSpace: boolean) =>
        glyphs.find(({ text, advance, step }) => (text === ' ') === isSpace && step >= advance);
      const [letter, space] = [room(false), room(true)];
      const all = scenes(set(book, 'a5')).find(({ lines }) => lines.length > 1);
      const [one, two] = all?.lines ?? [];
      return {
        letter: (letter?.step ?? 0) - (letter?.advance ?? 0),
        space: (space?.step ?? 0) / (space?.advance ?? 1),
        leading: ((two?.baseline ?? 0) - (one?.baseline ?? 0)) / (all?.size ?? 1),
      };
    };
    const [usual, roomy] = [measured(story.book), measured({ ...story.book, roomy: true })];
    expect(usual).toEqual({ letter: 0, space: 1, leading: expect.closeTo(1.6, 5) });
    expect(roomy.letter).toBeCloseTo(0.045, 6);
    expect(roomy.space).toBeGreaterThan(1.35);
    expect(roomy.leading).toBeCloseTo(1.95, 5);
  });

  it('is never justified: a space is as wide in every line', () => {
    const spaces = scenes(set({ ...story.book, roomy: true }, 'a5'))
      .flatMap(({ lines }) => lines)
      .flatMap(({ runs }) => runs.flatMap((run) => (run.kind === 'glyphs' ? run.glyphs : [])))
      .filter(({ text }) => text === ' ');
    expect(spaces.length).toBeGreaterThan(20);
    expect(new Set(spaces.map(({ step }) => step.toFixed(6))).size).toBe(1);
  });

  it('lets a picture give way rather than turn the page in a sentence', () => {
    const told =
      '이제 교실 앞에서 도윤이와 민서와 아민이가 꽃밭에 씨앗을 심고 물을 졸졸 주었어요. 그다음에는 이름표를 세웠어요. ' +
      '얼마나 설렜는지 자꾸자꾸 웃음이 났어요. 친구들도 모두 손뼉을 치면서 좋아했답니다.';
    const pages = story.book.pages.map((page) => ({ ...page, told: { ...page.told, text: told } }));
    const sheets = set({ ...story.book, pages, roomy: true }, 'a5').filter(
      ({ kind }) => kind === 'scene' || kind === 'text',
    );
    expect(sheets.filter(({ kind }) => kind === 'text').length).toBeGreaterThan(0);
    for (const sheet of sheets) {
      const read = textsOf(sheet).filter(({ role }) => role === 'P');
      expect(wordsOf(read).trim()).toMatch(/[요다]\.$/u);
    }
  });

  it('is each book’s own in an anthology, whose own pages are large where every book is', () => {
    const bound = (books: readonly Book[]) => {
      const anthology: Anthology = { title: '우리 반', locale: 'ko', books };
      const given = { anthology, studies: books.map(() => studies), format: 'a5', counts: [books.length] } as const;
      return composeAnthology(given).volumes[0]?.sheets ?? [];
    };
    const roomy: Book = { ...story.book, roomy: true };
    const sizeOf = (sheets: readonly LaidOutSheet[], kind: LaidOutSheet['kind']) =>
      least(
        sheets
          .filter((sheet) => sheet.kind === kind)
          .flatMap(({ parts }) => parts.flatMap((part) => (part.kind === 'text' ? [part.size] : []))),
      );
    const [none, one, all] = [bound([story.book, story.book]), bound([story.book, roomy]), bound([roomy, roomy])];
    for (const kind of ['colophon', 'contents'] as const) {
      expect(sizeOf(one, kind)).toBe(sizeOf(none, kind));
      expect(sizeOf(all, kind)).toBeGreaterThan(sizeOf(none, kind));
    }
    const alone = scenes(set(roomy, 'a5')).map(({ size }) => size);
    expect(scenes(one).map(({ size }) => size)).toEqual([
      ...scenes(set(story.book, 'a5')).map(({ size }) => size),
      ...alone,
    ]);
    for (const sheet of all)
      for (const box of textsOf(sheet).flatMap(boxesOf)) {
        expect(box.x).toBeGreaterThanOrEqual(0);
        expect(box.x + box.width).toBeLessThanOrEqual(sheet.width);
        expect(box.y + box.height).toBeLessThanOrEqual(sheet.height);
      }
  });
});

describe('what a book is given to say of itself', () => {
  const printed = async (book: Book) => (await renderBook(book, { read: story.read, format: 'a5' })).bytes;
  const [page] = story.book.pages;
  if (page === undefined) throw new Error('a book without pages');
  const told = (kind: 'model' | 'rules'): Book => ({
    ...story.book,
    notice: NOTICE,
    pages: [{ ...page, told: { ...page.told, source: { kind, engine: kind === 'model' ? 'kot5' : 'frames' } } }],
  });
  const textOf = async (bytes: Uint8Array) =>
    (await readPdf(bytes)).elements
      .map(({ text }) => text)
      .join(' ')
      .replaceAll(/\s+/g, ' ');
  /** How the house says it. */
  const OURS = '이 책에는 인공지능';
  const MARK = 'compositeWithTrainedAlgorithmicMedia';

  it('stands in print where it would say that an AI helped, and the mark for programs stays', async () => {
    const bytes = await printed(told('model'));
    expect(await textOf(bytes)).toContain(NOTICE);
    expect(await textOf(bytes)).not.toContain(OURS);
    expect(Buffer.from(bytes).toString('latin1')).toContain(MARK);
  });

  it('stands there in a book without AI, too, which is not marked', async () => {
    const bytes = await printed(told('rules'));
    expect(await textOf(bytes)).toContain(NOTICE);
    expect(Buffer.from(bytes).toString('latin1')).not.toContain(MARK);
  });

  it('stands on the card of the credits, however large the letters are', () => {
    for (const format of PAGE_FORMATS) {
      const cards = set({ ...told('model'), roomy: true }, format).filter(({ kind }) => kind === 'colophon');
      const words = cards.map((card) => wordsOf(textsOf(card)).replaceAll(/\s+/g, ''));
      expect(words).toHaveLength(1);
      expect(words[0]).toContain(NOTICE.replaceAll(' ', ''));
    }
  });

  it('is said once in an anthology, besides what the others leave open', () => {
    const model = told('model');
    const { notice: _, ...open } = model;
    const said = (books: readonly Book[]) => {
      const anthology: Anthology = { title: '우리 반', locale: 'ko', books };
      const one = books.map(() => studies.slice(0, 1));
      const sheets = composeAnthology({ anthology, studies: one, format: 'a4', counts: [books.length] }).volumes[0]
        ?.sheets;
      const text = wordsOf((sheets ?? []).filter(({ kind }) => kind === 'colophon').flatMap(textsOf));
      return (part: string) => text.replaceAll(/\s+/g, '').split(part.replaceAll(/\s+/g, '')).length - 1;
    };
    expect(said([model, model, told('rules')])(NOTICE)).toBe(1);
    expect(said([model, model])(OURS)).toBe(0);
    const mixed = said([model, open]);
    expect([mixed(NOTICE), mixed(OURS)]).toEqual([1, 1]);
  });
});
