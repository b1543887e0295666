// How plain a part of a picture is: whether text may lie there without covering anybody. Pure; reads a study's grid.
import { toOklab } from './picture-colour.ts';
import { CELLS, type PictureStudy, type Rgb } from './picture-types.ts';

/** In parts of the picture's width and height, from its top left. */
export interface Region {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Distance in Oklab from which a cell is something other than its surroundings: a cloud passes, a face does not. */
const OTHER = 0.13;

/** Part of the region's cells that differ from what the region is mostly made of; 0 for open sky, whatever its gradient. */
export function busyness(study: PictureStudy, region: Region): number {
  const rows = rowsIn(study, region);
  const count = rows.reduce((sum, row) => sum + row.length, 0);
  if (count === 0) return 0;
  let others = 0;
  let before: Rgb | undefined;
  for (const row of rows) {
    const usual = median(row);
    // A step between two rows is the edge of something that fills the row.
    const stepped = before !== undefined && distance(before, usual) > OTHER;
    others += stepped ? row.length : row.filter((cell) => distance(cell, usual) > OTHER).length;
    before = usual;
  }
  return others / count;
}

function rowsIn({ cells }: PictureStudy, { left, top, right, bottom }: Region): readonly (readonly Rgb[])[] {
  const from = (part: number): number => Math.max(0, Math.floor(part * CELLS));
  const to = (part: number): number => Math.min(CELLS, Math.ceil(part * CELLS));
  const rows: (readonly Rgb[])[] = [];
  for (let row = from(top); row < to(bottom); row++)
    rows.push(cells.slice(row * CELLS + from(left), row * CELLS + to(right)));
  return rows;
}

function distance(one: Rgb, other: Rgb): number {
  const [p, q] = [toOklab(one), toOklab(other)];
  return Math.hypot(p.l - q.l, p.a - q.a, p.b - q.b);
}

/** The cell of middle lightness. */
function median(row: readonly Rgb[]): Rgb {
  const sorted = [...row].sort((one, other) => toOklab(one).l - toOklab(other).l);
  return sorted[Math.floor(sorted.length / 2)] ?? [0, 0, 0];
}
