// The directories of a TIFF (TIFF 6.0, section 2): size and depth of the first page, and the number of pages.
import { big, has, little } from '../bytes.ts';
import type { Header, HeaderLimits } from './types.ts';

const WIDTH = 256;
const HEIGHT = 257;
const BITS = 258;
const SAMPLES = 277;
/** Bytes of one value, by field type. Types of other sizes hold nothing that is asked for here. */
const SIZES: Readonly<Record<number, number>> = { 1: 1, 3: 2, 4: 4 };

type Read = (at: number, length: number) => number;

export function readTiff(bytes: Uint8Array, limits: HeaderLimits): Header | undefined {
  const number = has(bytes, 0, 'II') ? little : big;
  const read: Read = (at, length) => number(bytes, at, length);
  const first = read(4, 4);
  const width = field(read, first, WIDTH);
  const height = field(read, first, HEIGHT);
  if (width === undefined || height === undefined) return undefined;
  const frames = pages(read, first, limits);
  if (frames === undefined) return undefined;
  const samples = field(read, first, SAMPLES) ?? 1;
  const bits = field(read, first, BITS) ?? 8;
  // A strip may be the whole picture, and is then held beside the picture itself.
  return { width, height, frames, held: 2 * Math.max(3, samples) * Math.max(1, Math.ceil(bits / 8)) };
}

/** The first value of a field of the directory at `at`. */
function field(read: Read, at: number, tag: number): number | undefined {
  const count = read(at, 2);
  for (let i = 0; i < count; i++) {
    const entry = at + 2 + 12 * i;
    if (read(entry, 2) !== tag) continue;
    const size = SIZES[read(entry + 2, 2)];
    if (size === undefined) return undefined;
    const many = size * read(entry + 4, 4) > 4;
    const value = read(many ? read(entry + 8, 4) : entry + 8, size);
    return value < 0 ? undefined : value;
  }
  return undefined;
}

/** Pages, counted to one above the limit: a ring of directories ends there too. */
function pages(read: Read, first: number, limits: HeaderLimits): number | undefined {
  let count = 0;
  for (let at = first; at !== 0 && count <= limits.frames; count++) {
    const entries = read(at, 2);
    const next = read(at + 2 + 12 * entries, 4);
    if (entries < 0 || next < 0) return undefined;
    at = next;
  }
  return count;
}
