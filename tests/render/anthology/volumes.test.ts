import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { renderAnthology } from '../../../src/render/anthology.ts';
import { sharedOut } from '../../../src/render/anthology-volumes.ts';
import type { Anthology, Book, Page } from '../../../src/story.ts';
import { draw } from '../drawings.ts';
import { readPdf } from '../read-pdf.ts';

/** Books of one picture each, of a grain that no encoding makes small. */
async function grainy(count: number, side = 420) {
  const drawn = await Promise.all(Array.from({ length: count }, (_, child) => draw('noise', side + child, side)));
  const books = drawn.map(({ picture }, child): Book => {
    const page: Page = {
      picture,
      scene: { fields: { name: '별이', i_action: '걷는다', classification: '자연탐구' } },
      told: { text: '별이가 걸었어요.', locale: 'ko', source: { kind: 'person' } },
    };
    return {
      title: `이야기 ${child + 1}`,
      locale: 'ko',
      level: '저학년',
      authors: [`아이${child + 1}`],
      pages: [page],
    };
  });
  const anthology: Anthology = { title: '우리 반', locale: 'ko', books };
  const read = async ({ key }: { readonly key: string }) =>
    drawn.find(({ picture }) => picture.key === key)?.bytes ?? new Uint8Array();
  return { anthology, read };
}

describe('an anthology larger than its budget', () => {
  const BUDGET = 300_000;

  it('becomes volumes within it, split between books, each saying where everybody is', async () => {
    const { anthology, read } = await grainy(5);
    const { volumes, notes } = await renderAnthology(anthology, { read, format: 'a5', budget: BUDGET });
    expect(volumes.length).toBeGreaterThan(1);
    expect(volumes.length).toBeLessThan(5);
    for (const { bytes } of volumes) expect(bytes.length).toBeLessThanOrEqual(BUDGET);
    expect(volumes.flatMap(({ chapters }) => chapters.map(({ book }) => book))).toEqual([0, 1, 2, 3, 4]);
    expect(volumes.map(({ title }) => title)).toEqual(volumes.map((_, index) => `우리 반 ${index + 1}권`));
    expect(notes).toContainEqual(expect.objectContaining({ code: 'reduced-pictures' }));
    for (const { bytes, chapters, title } of volumes) {
      const pdf = await readPdf(bytes);
      expect(pdf.title).toBe(title);
      expect(pdf.links.map(({ to }) => to)).toEqual(chapters.map(({ number }) => number - 1));
      const contents = pdf.elements.filter(({ page }) => page === 1);
      expect(contents.filter(({ type }) => type === 'H3').map(({ text }) => text)).toEqual(
        volumes.map((_, index) => `${index + 1}권`),
      );
    }
  });

  it('takes smaller pictures before it takes another volume', async () => {
    const { anthology, read } = await grainy(1, 700);
    const large = await renderAnthology(anthology, { read, format: 'a5' });
    const size = large.volumes[0]?.bytes.length ?? 0;
    const { volumes, notes } = await renderAnthology(anthology, { read, format: 'a5', budget: size * 0.86 });
    expect(volumes).toHaveLength(1);
    expect(notes).toContainEqual(expect.objectContaining({ code: 'reduced-pictures' }));
  });

  it('is refused when one book alone is too large', async () => {
    const { anthology, read } = await grainy(2);
    const bound = renderAnthology(anthology, { read, format: 'a5', budget: 100_000 });
    await expect(bound).rejects.toMatchObject({ code: 'book-too-big', details: { limit: 100_000 } });
  });

  it('counts its steps to the end also where there turn out to be more', async () => {
    const { anthology, read } = await grainy(3);
    const steps: (readonly [number, number])[] = [];
    await renderAnthology(anthology, {
      read,
      format: 'a5',
      budget: BUDGET,
      onProgress: (done, total) => steps.push([done, total]),
    });
    expect(steps.map(([done]) => done)).toEqual(steps.map((_, index) => index + 1));
    expect(steps.at(-1)?.[0]).toBe(steps.at(-1)?.[1]);
  });
});

describe('sharing out books', () => {
  it('keeps their order and leaves no volume without one', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 1000 }), { minLength: 1, maxLength: 12 }),
        fc.nat(11),
        (weights, n) => {
          const counts = sharedOut(weights, Math.min(n + 1, weights.length));
          expect(counts).toHaveLength(Math.min(n + 1, weights.length));
          expect(Math.min(...counts)).toBeGreaterThan(0);
          expect(counts.reduce((sum, count) => sum + count, 0)).toBe(weights.length);
        },
      ),
    );
  });

  it('makes the heaviest volume as light as can be', () => {
    expect(sharedOut([1, 1, 1, 1, 1, 1], 3)).toEqual([2, 2, 2]);
    expect(sharedOut([9, 1, 1, 1, 1], 2)).toEqual([1, 4]);
    expect(sharedOut([5, 5, 5, 5, 1], 3)).toEqual([1, 2, 2]);
  });
});
