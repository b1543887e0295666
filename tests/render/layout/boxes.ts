// What laid-out parts cover, for tests on overlaps and margins; and studies of imagined pictures.
import type { LaidOutSheet, PicturePart, Rect, TextPart } from '../../../src/render/layout/sheet.ts';
import { CELLS, type PictureStudy } from '../../../src/render/picture-types.ts';

const sides = <T>(value: T) => ({ top: value, right: value, bottom: value, left: value });

/** A picture of one colour, or one with something everywhere. */
export function studyOf(width: number, height: number, busy: boolean): PictureStudy {
  const cells = Array.from({ length: CELLS * CELLS }, (_, index) =>
    busy && index % 3 === 0 ? ([250, 240, 200] as const) : ([40, 60, 120] as const),
  );
  return {
    width,
    height,
    edge: sides([40, 60, 120] as const),
    edgeEven: sides(0.5),
    cells,
    marks: { width: 2, height: 2, mask: new Uint8Array(4).fill(busy ? 1 : 0) },
    tint: [236, 240, 250],
  };
}

const isText = (part: LaidOutSheet['parts'][number]): part is TextPart => part.kind === 'text';
const isPicture = (part: LaidOutSheet['parts'][number]): part is PicturePart => part.kind === 'picture';

/** Text that is read, page numbers left out. */
export const textsOf = (sheet: LaidOutSheet): readonly TextPart[] =>
  sheet.parts.filter(isText).filter(({ role }) => role !== undefined);

export const figuresOf = (sheet: LaidOutSheet): readonly PicturePart[] =>
  sheet.parts.filter(isPicture).filter(({ alt }) => alt !== undefined);

/** What the lines of a text cover, from the top of its syllables to their foot, spaces at line ends left out. */
export function boxesOf(part: TextPart): readonly Rect[] {
  return part.lines.map(({ x, baseline, runs }) => {
    const ems = runs.reduce((sum, run) => sum + run.width, 0);
    const last = runs.at(-1);
    const space = last?.kind === 'glyphs' && last.glyphs.at(-1)?.text === ' ' ? (last.glyphs.at(-1)?.step ?? 0) : 0;
    return { x, y: baseline - 0.82 * part.size, width: (ems - space) * part.size, height: 0.95 * part.size };
  });
}

export const wordsOf = (parts: readonly TextPart[]): string =>
  parts
    .map(({ lines }) =>
      lines
        .flatMap(({ runs }) =>
          runs.map((run) => (run.kind === 'emoji' ? run.emoji : run.glyphs.map(({ text }) => text).join(''))),
        )
        .join(''),
    )
    .join('\n');

export const overlap = (one: Rect, other: Rect): boolean =>
  one.x < other.x + other.width &&
  other.x < one.x + one.width &&
  one.y < other.y + other.height &&
  other.y < one.y + one.height;
