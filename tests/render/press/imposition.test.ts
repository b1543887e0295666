// Imposition proved by folding: the sheets are laid on each other, folded once and leafed through.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sheetOf } from '../../../src/render/formats.ts';
import { type FoldedSheet, impose } from '../../../src/render/press/imposition.ts';
import { BLEED, pair } from '../../../src/render/press/paper.ts';
import { PAGE_FORMATS } from '../../../src/story.ts';

/** The pages as a reader meets them. A sheet's back is turned about its short edge: what lies left is read on the right. */
function leafThrough(sheets: readonly FoldedSheet[]): readonly (number | undefined)[] {
  const firstHalf = sheets.flatMap(({ front, back }) => [front.right, back.left]);
  const secondHalf = sheets.toReversed().flatMap(({ front, back }) => [back.right, front.left]);
  return [...firstHalf, ...secondHalf];
}

const numbered = (sheets: readonly FoldedSheet[]) =>
  sheets.flatMap(({ front, back }) =>
    [front, back].map(({ left, right }) => [left, right].map((page) => (page === undefined ? 0 : page + 1))),
  );

describe('imposition', () => {
  it('lays ten pages with two blanks before the back cover', () => {
    const { inside, blanks } = impose(10, { coverApart: false });
    expect(numbered(inside)).toEqual([
      [10, 1],
      [2, 0],
      [0, 3],
      [4, 9],
      [8, 5],
      [6, 7],
    ]);
    expect(blanks).toBe(2);
  });

  it('reads in order once folded, cover first and back cover last', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 400 }), (pages) => {
        const { inside, blanks } = impose(pages, { coverApart: false });
        const read = leafThrough(inside);
        expect(read.length % 4).toBe(0);
        expect(read.filter((page) => page !== undefined)).toEqual(Array.from({ length: pages }, (_, page) => page));
        expect(read.at(-1)).toBe(pages - 1);
        expect(read.slice(pages - 1, -1)).toEqual(Array.from({ length: blanks }, () => undefined));
      }),
    );
  });

  it('keeps the cover on a sheet of its own when asked, blank inside, and folds the rest around nothing', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 400 }), (pages) => {
        const { cover, inside } = impose(pages, { coverApart: true });
        expect(cover).toEqual({ front: { left: pages - 1, right: 0 }, back: {} });
        const read = leafThrough(inside).filter((page) => page !== undefined);
        expect(read).toEqual(Array.from({ length: pages - 2 }, (_, page) => page + 1));
      }),
    );
  });

  it.each([0, 1, 2.5, -4, Number.NaN])('refuses %d pages', (pages) => {
    expect(() => impose(pages, { coverApart: false })).toThrow(RangeError);
  });
});

describe('paper', () => {
  const papers = (bleed: number) =>
    Object.fromEntries(PAGE_FORMATS.map((format) => [format, pair(sheetOf(format), bleed)?.paper]));

  it('is the one that schools have for each format', () => {
    expect(papers(0)).toEqual({ square: 'a3', a5: 'a4', b5: 'b4', '46': 'a3', a4: 'a3' });
  });

  it('is larger where colour goes on beyond the cut, and missing where no printer takes such a sheet', () => {
    expect(papers(BLEED)).toEqual({ a5: 'b4', b5: 'a3', '46': 'a3' });
  });

  it('is cut only where the pages do not fill it', () => {
    expect(PAGE_FORMATS.filter((format) => pair(sheetOf(format), 0)?.ground.isCut)).toEqual(['square', '46']);
  });
});
