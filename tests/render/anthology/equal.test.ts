import { describe, expect, it } from 'vitest';
import { composeAnthology } from '../../../src/render/anthology-compose.ts';
import { composeBook } from '../../../src/render/compose.ts';
import type { LaidOutSheet, Part, Rect } from '../../../src/render/layout/sheet.ts';
import type { PictureStudy } from '../../../src/render/picture-types.ts';
import type { Book, PageFormat } from '../../../src/story.ts';
import { studyOf } from '../layout/boxes.ts';

const SHAPES = [
  [1600, 1200],
  [1200, 1600],
  [1000, 1000],
  [2000, 800],
  [700, 2000],
] as const;
const TITLES = ['달빛 소풍', '바람', '우리 할머니의 아주 맛있는 김치 이야기', '숲', '뷁'.repeat(200)];

const book = (child: number): Book => ({
  title: TITLES[child % TITLES.length] ?? '',
  locale: 'ko',
  level: '저학년',
  authors: child % 3 === 2 ? Array.from({ length: 40 }, (_, i) => `글쓴이${i}`) : ['김하늘'],
  pages: SHAPES.slice(0, 2).map((_, page) => {
    const [width, height] = SHAPES[(child + page) % SHAPES.length] ?? SHAPES[0];
    return {
      picture: { key: `${child}-${page}`, mediaType: 'image/png', size: 1, width, height, sha256: 'ab'.repeat(32) },
      scene: { fields: { name: '별이', i_action: '걷는다', classification: '자연탐구' } },
      told: { text: '별이가 걸었어요.', locale: 'ko', source: { kind: 'person' } },
    };
  }),
});

const studiesOf = ({ pages }: Book): readonly PictureStudy[] =>
  pages.map(({ picture: { width, height } }) => studyOf(width, height, false));

function composed(count: number, format: PageFormat) {
  const books = Array.from({ length: count }, (_, child) => book(child));
  const { volumes } = composeAnthology({
    anthology: { title: '우리 반 이야기 숲', locale: 'ko', className: '3학년 2반', books },
    studies: books.map(studiesOf),
    format,
    counts: [count],
  });
  return { books, sheets: volumes[0]?.sheets ?? [] };
}

const rectsOf = (sheet: LaidOutSheet): readonly Rect[] =>
  sheet.parts.flatMap((part) => (part.kind === 'shape' && part.outline.kind === 'rect' ? [part.outline.rect] : []));
const picturesOf = (sheet: LaidOutSheet) => sheet.parts.flatMap((part) => (part.kind === 'picture' ? [part] : []));
const withoutPage = (part: Part): Part => (part.kind === 'picture' ? { ...part, page: 0 } : part);

describe.each(['square', 'a5', 'a4'] as const)('equal treatment on %s', (format) => {
  it('gives every child the same mount in the same place, and a picture that is whole inside it', () => {
    const { sheets } = composed(7, format);
    const pages = sheets.filter(({ kind }) => kind === 'chapter');
    // The largest of the shapes: shadow, then mount.
    const mounts = pages.map((sheet) => rectsOf(sheet)[5]);
    expect(new Set(mounts.map((rect) => JSON.stringify(rect))).size).toBe(1);
    const [mount] = mounts;
    for (const sheet of pages) {
      const [picture] = picturesOf(sheet);
      expect(picture?.clip).toBeUndefined();
      expect(picture?.at.x).toBeGreaterThan(mount?.x ?? Infinity);
      expect((picture?.at.y ?? 0) + (picture?.at.height ?? 0)).toBeLessThan((mount?.y ?? 0) + (mount?.height ?? 0));
    }
  });

  it('sets all titles that are not far too long in letters of one size', () => {
    const { sheets } = composed(4, format);
    const sizes = sheets
      .filter(({ kind }) => kind === 'chapter')
      .flatMap(({ parts }) => parts.flatMap((part) => (part.kind === 'text' && part.role === 'H2' ? [part.size] : [])));
    expect(sizes).toHaveLength(4);
    expect(new Set(sizes).size).toBe(1);
  });

  it.each([2, 7, 20])('hangs %i pictures on the cover whole, about equally large, none over another', (count) => {
    const { sheets } = composed(count, format);
    const [cover] = sheets;
    const prints = cover ? picturesOf(cover) : [];
    expect(prints.map(({ page }) => page)).toEqual(Array.from({ length: count }, (_, child) => child * 2));
    const areas = prints.map(({ at }) => at.width * at.height);
    expect(Math.min(...areas)).toBeGreaterThan(Math.max(...areas) * 0.35);
    for (const [index, { at, clip }] of prints.entries()) {
      expect(clip).toBeUndefined();
      expect(at.x > 10 && at.x + at.width < (cover?.width ?? 0) - 10).toBe(true);
      for (const { at: other } of prints.slice(index + 1)) {
        const apart =
          at.x + at.width <= other.x ||
          other.x + other.width <= at.x ||
          at.y + at.height <= other.y ||
          other.y + other.height <= at.y;
        expect(apart).toBe(true);
      }
    }
  });

  it('lays out each scene exactly as in the child’s own book, but for its number', () => {
    const { books, sheets } = composed(3, format);
    const bound = sheets.filter(({ kind }) => kind === 'scene' || kind === 'text');
    const alone = books.flatMap((each) =>
      composeBook(each, studiesOf(each), format).sheets.filter(({ kind }) => kind === 'scene' || kind === 'text'),
    );
    const shown = ({ parts }: LaidOutSheet): readonly Part[] =>
      parts.filter((part) => part.kind !== 'text' || part.role !== undefined).map(withoutPage);
    expect(bound.map(shown)).toEqual(alone.map(shown));
  });
});
