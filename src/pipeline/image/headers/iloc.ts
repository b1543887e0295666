// Where the data of items lies (ISO/IEC 14496-12, section 8.11.3): only whether the file reaches that far.
import { big, u8 } from '../bytes.ts';
import type { Box } from './boxes.ts';

/**
 * Whether every extent lies inside the file. A decoder would fill a missing tile of a grid with black
 * and call it done.
 */
export function extentsInside(bytes: Uint8Array, box: Box): boolean {
  const version = u8(bytes, box.from);
  const sizes = big(bytes, box.from + 4, 2);
  const [offsetSize, lengthSize, baseSize] = [(sizes >> 12) & 15, (sizes >> 8) & 15, (sizes >> 4) & 15];
  const indexSize = version > 0 ? sizes & 15 : 0;
  const wide = version < 2 ? 2 : 4;
  // A size of 8 is read by its lower six bytes: no file here is longer.
  const number = (at: number, size: number): number =>
    size === 8 ? big(bytes, at + 2, 6) : size ? big(bytes, at, size) : 0;
  const items = big(bytes, box.from + 6, wide);
  let at = box.from + 6 + wide;
  for (let item = 0; item < items; item++) {
    if (at >= box.to) return false;
    at += wide;
    const inFile = version === 0 || (big(bytes, at, 2) & 15) === 0;
    if (version > 0) at += 2;
    const base = number(at + 2, baseSize);
    const extents = big(bytes, at + 2 + baseSize, 2);
    at += 4 + baseSize;
    for (let extent = 0; extent < extents; extent++) {
      if (at >= box.to) return false;
      const end = base + number(at + indexSize, offsetSize) + number(at + indexSize + offsetSize, lengthSize);
      if (inFile && end > bytes.length) return false;
      at += indexSize + offsetSize + lengthSize;
    }
  }
  return true;
}
