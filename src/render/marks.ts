// Where a picture shows anything at all: strokes, letters, outlines, as a mask over a small raster. Pure.
// Tiny dots that stand alone, such as stars and snow, are left out; whether a place is plain besides is for `plain.ts`.
import { toOklab } from './picture-colour.ts';
import type { Marks, SmallRaster } from './picture-types.ts';

/** Oklab distance between neighbours from which a pencil has been there: a sky's gradient stays far below. */
const STROKE = 0.035;
/** A star's side, in long sides of the raster, with the pixel that its edge takes on either side. */
const DOT = 0.022;
/** A dot fills this part of its box at least; a stroke does not. */
const ROUND = 0.5;
/** Marks nearer to each other than twice this belong together, in long sides: the letters of a word, a row of dots. */
const NEAR = 0.012;
/** More dots than this together may be letters. */
const PAIR = 2;
/** Smaller than any letter, as many as this are still a handful of stars; more may be a line of dots. */
const SPECK = 0.016;
const HANDFUL = 6;

export function marksOf(raster: SmallRaster): Marks {
  const { width, height } = raster;
  const strokes = strokesOf(raster);
  const long = Math.max(width, height);
  const near = Math.max(1, Math.round(long * NEAR));
  const [dot, speck] = [DOT, SPECK].map((side) => Math.max(3, Math.round(long * side)));
  const groupAt = labelled(widened(strokes, width, height, near), width);
  const groups = new Map<number, Group[]>();
  for (const mark of groupsOf(widened(strokes, width, height, 1), strokes, width)) {
    const group = groupAt[mark.pixels[0] ?? 0] ?? 0;
    groups.set(group, [...(groups.get(group) ?? []), mark]);
  }
  const mask = Uint8Array.from(strokes);
  for (const marks of groups.values()) {
    const limit = marks.length > HANDFUL ? 0 : marks.length > PAIR ? speck : dot;
    if (!marks.every((mark) => isDot(mark, limit ?? 0))) continue;
    for (const { pixels } of marks) for (const pixel of pixels) mask[pixel] = 0;
  }
  return { width, height, mask };
}

function isDot({ pixels, left, top, right, bottom }: Group, limit: number): boolean {
  const [wide, high] = [right - left + 1, bottom - top + 1];
  return Math.max(wide, high) <= limit && pixels.length >= ROUND * wide * high;
}

/** For each pixel of `mask` the number of the connected part that it belongs to, from 1. */
function labelled(mask: Uint8Array, width: number): Uint32Array {
  const labels = new Uint32Array(mask.length);
  groupsOf(mask, mask, width).forEach(({ pixels }, index) => {
    for (const pixel of pixels) labels[pixel] = index + 1;
  });
  return labels;
}

/** 1 where a pixel differs from a neighbour. */
function strokesOf(raster: SmallRaster): Uint8Array {
  const { data, width, height } = raster;
  const lab = Array.from({ length: width * height }, (_, index) =>
    toOklab([data[index * 3] ?? 0, data[index * 3 + 1] ?? 0, data[index * 3 + 2] ?? 0]),
  );
  const strokes = new Uint8Array(width * height);
  const compare = (one: number, other: number): void => {
    const [p, q] = [lab[one], lab[other]];
    if (p === undefined || q === undefined || Math.hypot(p.l - q.l, p.a - q.a, p.b - q.b) <= STROKE) return;
    strokes[one] = 1;
    strokes[other] = 1;
  };
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const at = y * width + x;
      if (x + 1 < width) compare(at, at + 1);
      if (y + 1 < height) compare(at, at + width);
    }
  return strokes;
}

/** Every stroke grown by `by` pixels to all sides. */
function widened(strokes: Uint8Array, width: number, height: number, by: number): Uint8Array {
  const wide = new Uint8Array(strokes.length);
  strokes.forEach((stroke, at) => {
    if (stroke === 0) return;
    const [x, y] = [at % width, Math.floor(at / width)];
    for (let row = Math.max(0, y - by); row <= Math.min(height - 1, y + by); row++)
      wide.fill(1, row * width + Math.max(0, x - by), row * width + Math.min(width - 1, x + by) + 1);
  });
  return wide;
}

interface Group {
  readonly pixels: number[];
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** The strokes of each connected part of `wide`. */
function groupsOf(wide: Uint8Array, strokes: Uint8Array, width: number): readonly Group[] {
  const left = Uint8Array.from(wide);
  const groups: Group[] = [];
  for (let start = 0; start < left.length; start++) {
    if (left[start] === 0) continue;
    const group: Group = { pixels: [], left: Infinity, top: Infinity, right: -1, bottom: -1 };
    const queue = [start];
    left[start] = 0;
    for (let at = queue.pop(); at !== undefined; at = queue.pop()) {
      if (strokes[at] === 1) include(group, at, width);
      for (const next of neighbours(at, width, left.length)) {
        if (left[next] !== 1) continue;
        left[next] = 0;
        queue.push(next);
      }
    }
    groups.push(group);
  }
  return groups;
}

function include(group: Group, at: number, width: number): void {
  const [x, y] = [at % width, Math.floor(at / width)];
  group.pixels.push(at);
  group.left = Math.min(group.left, x);
  group.right = Math.max(group.right, x);
  group.top = Math.min(group.top, y);
  group.bottom = Math.max(group.bottom, y);
}

function neighbours(at: number, width: number, count: number): readonly number[] {
  const x = at % width;
  return [
    ...(x > 0 ? [at - 1] : []),
    ...(x + 1 < width ? [at + 1] : []),
    ...(at >= width ? [at - width] : []),
    ...(at + width < count ? [at + width] : []),
  ];
}
