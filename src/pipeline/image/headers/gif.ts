// The blocks of a GIF (GIF89a specification): screen, frames, and whether the first frame is all there.
import { little, u8 } from '../bytes.ts';
import type { Header, HeaderLimits } from './types.ts';

const IMAGE = 0x2c;
const EXTENSION = 0x21;
const TRAILER = 0x3b;

const colourTable = (flags: number): number => (flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0);

export function readGif(bytes: Uint8Array, limits: HeaderLimits): Header | undefined {
  let width = little(bytes, 6, 2);
  let height = little(bytes, 8, 2);
  let frames = 0;
  let at: number | undefined = 13 + colourTable(u8(bytes, 10));
  // Many programs forget the trailer: the end of the bytes between two blocks is an end as well.
  while (at < bytes.length && u8(bytes, at) !== TRAILER && frames <= limits.frames) {
    const kind = u8(bytes, at);
    if (kind === IMAGE) {
      frames++;
      width = Math.max(width, little(bytes, at + 1, 2) + little(bytes, at + 5, 2));
      height = Math.max(height, little(bytes, at + 3, 2) + little(bytes, at + 7, 2));
      at = subBlocks(bytes, at + 11 + colourTable(u8(bytes, at + 9)));
    } else if (kind === EXTENSION) at = subBlocks(bytes, at + 2);
    else return undefined;
    if (at === undefined) return undefined;
  }
  return frames === 0 ? undefined : { width, height, frames, held: 8 };
}

/** The place after a chain of sub-blocks, or undefined where it breaks off. */
function subBlocks(bytes: Uint8Array, from: number): number | undefined {
  let at = from;
  for (;;) {
    const length = u8(bytes, at);
    if (length < 0) return undefined;
    at += 1 + length;
    if (length === 0) return at;
  }
}
