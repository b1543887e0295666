// How plain a part of a picture is: whether text may lie there without covering anybody or anything. Pure; reads a study.
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

/** Cells of an empty place that may be of another colour: a wisp of cloud. */
const FEW = 0.03;

/** Whether a region shows one surface and nothing on it, but for stars and snow: only there text may cover a picture. */
export function isEmpty(study: PictureStudy, region: Region, other = OTHER): boolean {
  return !isMarked(study, region) && busyness(study, region, other) <= FEW;
}

/** Whether a stroke crosses the region or touches it from outside. */
function isMarked({ marks: { width, height, mask } }: PictureStudy, region: Region): boolean {
  const first = Math.max(0, Math.floor(region.left * width) - 1);
  const last = Math.min(width, Math.ceil(region.right * width) + 1);
  const bottom = Math.min(height, Math.ceil(region.bottom * height) + 1);
  for (let y = Math.max(0, Math.floor(region.top * height) - 1); y < bottom; y++)
    if (first < last && mask.subarray(y * width + first, y * width + last).includes(1)) return true;
  return false;
}

/** Part of the region's cells that differ from what lies there mostly; 0 for open sky, whatever its gradient. */
export function busyness(study: PictureStudy, region: Region, other = OTHER): number {
  let [count, others] = [0, 0];
  let before: Rgb | undefined;
  for (const { inside, around } of rowsIn(study, region)) {
    const usual = median(around);
    // A step between two rows is the edge of something that fills the row.
    const stepped = before !== undefined && distance(before, usual) > other;
    others += inside.reduce((sum, cell) => sum + (stepped ? 1 : weight(distance(cell, usual) / other)), 0);
    count += inside.length;
    before = usual;
  }
  return count === 0 ? 0 : others / count;
}

/** What stands out twice as much counts three times, so that the tip of a roof is enough. */
const weight = (times: number): number => (times > 2 ? 3 : times > 1 ? 1 : 0);

interface Row {
  readonly inside: readonly Rgb[];
  /** With neighbours on both sides, so that a figure that fills a small region is not taken for its ground. */
  readonly around: readonly Rgb[];
}

const NEIGHBOURS = 4;

function rowsIn({ cells }: PictureStudy, { left, top, right, bottom }: Region): readonly Row[] {
  const bounded = (cell: number): number => Math.min(CELLS, Math.max(0, cell));
  const [first, last] = [bounded(Math.floor(left * CELLS)), bounded(Math.ceil(right * CELLS))];
  const rows: Row[] = [];
  for (let row = bounded(Math.floor(top * CELLS)); row < bounded(Math.ceil(bottom * CELLS)); row++) {
    const cut = (from: number, to: number): readonly Rgb[] =>
      cells.slice(row * CELLS + bounded(from), row * CELLS + bounded(to));
    rows.push({ inside: cut(first, last), around: cut(first - NEIGHBOURS, last + NEIGHBOURS) });
  }
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
