// Boxes of the ISO base media file format (ISO/IEC 14496-12, section 4.2). What they mean is left to `heif.ts`.
import { big, latin } from '../bytes.ts';

export interface Box {
  readonly type: string;
  /** Where the content begins and ends, in the file. */
  readonly from: number;
  readonly to: number;
}

/** A file with more boxes than this at one level is no picture anyone took. */
const MOST_BOXES = 5000;

/**
 * The boxes between two places. Undefined where one reaches past the end.
 * A size of 0 means "to the end", 1 that a 64-bit size follows.
 */
export function boxes(bytes: Uint8Array, from: number, to: number): readonly Box[] | undefined {
  const found: Box[] = [];
  for (let at = from; at + 8 <= to; ) {
    const short = big(bytes, at, 4);
    const long = short === 1;
    if (long && big(bytes, at + 8, 2) !== 0) return undefined;
    const size = long ? big(bytes, at + 10, 6) : short === 0 ? to - at : short;
    if (size < (long ? 16 : 8) || at + size > to || found.length >= MOST_BOXES) return undefined;
    found.push({ type: latin(bytes, at + 4, 4), from: at + (long ? 16 : 8), to: at + size });
    at += size;
  }
  return found;
}

/** The first box of a type. */
export const boxOf = (list: readonly Box[] | undefined, type: string): Box | undefined =>
  list?.find((box) => box.type === type);

/** The major brand and the compatible ones. */
export function brandsOf(bytes: Uint8Array): readonly string[] {
  const end = Math.min(big(bytes, 0, 4), bytes.length, 4096);
  const brands = [latin(bytes, 8, 4)];
  for (let at = 16; at + 4 <= end; at += 4) brands.push(latin(bytes, at, 4));
  return brands;
}
