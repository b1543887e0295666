import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { composeBook } from '../../../src/render/compose.ts';
import { sheetOf } from '../../../src/render/formats.ts';
import type { LaidOutSheet, Rect } from '../../../src/render/layout/sheet.ts';
import { type Book, PAGE_FORMATS } from '../../../src/story.ts';
import { boxesOf, figuresOf, overlap, studyOf, textsOf, wordsOf } from './boxes.ts';

interface Case {
  readonly format: (typeof PAGE_FORMATS)[number];
  readonly title: string;
  readonly authors: readonly string[];
  readonly shapes: readonly (readonly [width: number, height: number])[];
  readonly busy: boolean;
  readonly roomy?: boolean;
}

const cases: fc.Arbitrary<Case> = fc.record({
  format: fc.constantFrom(...PAGE_FORMATS),
  title: fc.oneof(
    fc
      .array(fc.constantFrom('별이와', '루나의', '달빛', '소풍', '🌙', 'Moon'), { minLength: 1, maxLength: 40 })
      .map((words) => words.join(' ').slice(0, 200)),
    fc.integer({ min: 1, max: 200 }).map((length) => '뷁'.repeat(length)),
  ),
  authors: fc.array(fc.constantFrom('김하늘', '이바다', 'José María de la Cruz', '가'.repeat(40)), { maxLength: 40 }),
  shapes: fc.array(fc.tuple(fc.integer({ min: 17, max: 4000 }), fc.integer({ min: 17, max: 4000 })), {
    minLength: 1,
    maxLength: 10,
  }),
  busy: fc.boolean(),
  roomy: fc.boolean(),
});

function sheetsOf({ format, title, authors, shapes, busy, roomy = false }: Case): readonly LaidOutSheet[] {
  const book: Book = {
    title,
    authors,
    locale: 'ko',
    level: '저학년',
    // Two hundred characters, some of them in one word.
    ...(roomy && { roomy: true, notice: `${'가'.repeat(60)} ${'선생님과 함께 '.repeat(17)}`.slice(0, 200) }),
    pages: shapes.map(([width, height], index) => ({
      picture: { key: `${index}`, mediaType: 'image/png', size: 1, width, height, sha256: 'ab'.repeat(32) },
      scene: { fields: { name: '별이', i_action: '걷는다', classification: '자연탐구' } },
      told: { text: '별이가 걸었어요.', locale: 'ko', source: { kind: 'person' } },
    })),
  };
  return composeBook(
    book,
    shapes.map(([width, height]) => studyOf(width, height, busy)),
    format,
  ).sheets;
}

const inside = (box: Rect, sheet: LaidOutSheet, margin: number): void => {
  expect(box.x).toBeGreaterThanOrEqual(margin - 0.01);
  expect(box.y).toBeGreaterThanOrEqual(margin - 0.01);
  expect(box.x + box.width).toBeLessThanOrEqual(sheet.width - margin + 0.01);
  expect(box.y + box.height).toBeLessThanOrEqual(sheet.height - margin + 0.01);
};
const check = (property: (sheets: readonly LaidOutSheet[], given: Case) => void): void =>
  fc.assert(
    fc.property(cases, (given) => property(sheetsOf(given), given)),
    { numRuns: 25, seed: 7 },
  );

describe('the cover', () => {
  it('carries the whole title, however long, and nothing overlaps or leaves the safe area', () => {
    check(([cover], { format, title }) => {
      if (cover === undefined) throw new Error('no cover');
      const texts = textsOf(cover);
      expect(wordsOf(texts.filter(({ role }) => role === 'H1')).replaceAll(/\s/g, '')).toBe(
        title.replaceAll(/\s/g, ''),
      );
      const boxes = texts.flatMap(boxesOf);
      for (const box of boxes) inside(box, cover, sheetOf(format).safe);
      boxes.forEach((box, index) => {
        for (const other of boxes.slice(index + 1)) expect(overlap(box, other)).toBe(false);
        for (const { at } of cover.full === true ? [] : figuresOf(cover)) expect(overlap(box, at)).toBe(false);
      });
    });
  });

  it.each(PAGE_FORMATS)('names a class of forty on %s, and of more as many as find room', (format) => {
    const given = (authors: readonly string[]): Case => ({
      format,
      title: '우리 반',
      authors,
      shapes: [[800, 600]],
      busy: true,
    });
    const names = Array.from({ length: 41 }, (_, index) => `김하늘${index}`);
    const bylineOf = (authors: readonly string[]): string =>
      wordsOf(
        sheetsOf(given(authors))
          .slice(0, 1)
          .flatMap(textsOf)
          .filter(({ role }) => role === 'P'),
      );
    expect(bylineOf(names.slice(0, 40))).toBe(`글·그림 ${names.slice(0, 40).join(', ')}`);
    expect(bylineOf(names)).toMatch(/김하늘23 외 17명$/);
    expect(bylineOf(names.map((name) => `${name} ${'가나다 '.repeat(12).trim()}`))).toMatch(
      /^글·그림 김하늘0.* 외 \d+명$/,
    );
  });

  it('shows its picture whole, but for half a percent where it fills the sheet', () => {
    check(([cover]) => {
      if (cover === undefined) throw new Error('no cover');
      for (const { at } of figuresOf(cover)) {
        expect(Math.min(at.width, at.height)).toBeGreaterThan(0);
        if (cover.full === true)
          expect((cover.width * cover.height) / (at.width * at.height)).toBeGreaterThanOrEqual(0.995);
        else inside(at, cover, 0);
      }
    });
  });
});

describe('the closing page', () => {
  it('hangs every picture once, inside the sheet, above the last word', () => {
    check((sheets, { shapes }) => {
      const closing = sheets.find(({ kind }) => kind === 'closing');
      if (closing === undefined) throw new Error('no closing page');
      const prints = closing.parts.filter((part) => part.kind === 'picture');
      expect(prints.map(({ page }) => page)).toEqual(shapes.map((_, index) => index));
      const [word] = textsOf(closing).flatMap(boxesOf);
      for (const { at } of prints) {
        inside(at, closing, 0);
        expect(at.y + at.height).toBeLessThanOrEqual(word?.y ?? 0);
      }
    });
  });
});

describe('the colophon', () => {
  const keepsItsRows = (sheets: readonly LaidOutSheet[], { format }: Case): void => {
    const cards = sheets.filter(({ kind }) => kind === 'colophon');
    expect(cards.length).toBeGreaterThan(0);
    for (const sheet of cards) {
      const boxes = textsOf(sheet).flatMap(boxesOf);
      for (const box of boxes) inside(box, sheet, sheetOf(format).safe);
      boxes.forEach((box, index) => {
        for (const other of boxes.slice(index + 1)) expect(overlap(box, other)).toBe(false);
      });
    }
  };

  it('keeps all rows on their cards, one card after another', () => check(keepsItsRows));

  it('continues on another card what is too long for one', () => {
    const authors = Array.from({ length: 40 }, (_, index) => `${index} ${'가'.repeat(57)}`);
    const given: Case = { format: 'a5', title: '달', authors, shapes: [[400, 300]], busy: false };
    const sheets = sheetsOf(given);
    keepsItsRows(sheets, given);
    const words = wordsOf(sheets.filter(({ kind }) => kind === 'colophon').flatMap(textsOf));
    // The heading of a further card may stand in the midst of a name.
    const said = words.replaceAll(/\s/g, '').replaceAll('이책은', '');
    for (const author of authors) expect(said).toContain(author.replaceAll(/\s/g, ''));
  });

  it('has its heading on every card, and none nearly empty where there are several', () => {
    for (const format of PAGE_FORMATS) {
      const authors = Array.from({ length: 40 }, (_, index) => `${index} ${'가'.repeat(40)}`);
      const sheets = sheetsOf({ format, title: '달', authors, shapes: [[400, 300]], busy: false });
      const cards = sheets.filter(({ kind }) => kind === 'colophon').map((sheet) => textsOf(sheet));
      const heights = cards.map((texts) => {
        const boxes = texts.flatMap(boxesOf);
        return Math.max(...boxes.map(({ y, height }) => y + height)) - Math.min(...boxes.map(({ y }) => y));
      });
      for (const [first] of cards) expect([first?.role, first && wordsOf([first])]).toEqual(['H2', '이 책은']);
      expect(Math.min(...heights)).toBeGreaterThan(Math.max(...heights) * 0.4);
    }
  });
});
