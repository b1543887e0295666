// Pixels → the bytes that are kept, and printed from later. Drawings with flat colours stay without loss as PNG;
// all else becomes a JPEG fine enough for the second encoding that print brings.
import { loadSharp } from '../../raster.ts';
import type { Pixels } from './raster.ts';

export interface Kept {
  readonly bytes: Uint8Array;
  readonly mediaType: 'image/png' | 'image/jpeg';
}

/** Share of pixels equal to their left neighbour: flat drawings have 0.7 and more, photographs seldom 0.2. */
const FLAT = 0.55;
/** A PNG larger than this is no flat drawing after all. */
const LARGEST_PNG = 4 * 2 ** 20;
/** At this quality without subsampling, no difference to the received picture is seen at arm's length. */
const QUALITY = 93;

/** The same pixels give the same bytes. */
export async function keep(pixels: Pixels): Promise<Kept> {
  const sharp = await loadSharp();
  const { width, height, channels } = pixels;
  const image = sharp(pixels.data, { raw: { width, height, channels } });
  if (flatness(pixels) >= FLAT) {
    const bytes = await image.clone().png({ compressionLevel: 9 }).toBuffer();
    if (bytes.length <= LARGEST_PNG) return { bytes, mediaType: 'image/png' };
  }
  const bytes = await image.jpeg({ quality: QUALITY, chromaSubsampling: '4:4:4' }).toBuffer();
  return { bytes, mediaType: 'image/jpeg' };
}

/** Share of pixels that equal their left neighbour, seen on about 200 rows. */
export function flatness({ data, width, height, channels }: Pixels): number {
  const step = Math.max(1, Math.floor(height / 200));
  let equal = 0;
  let seen = 0;
  for (let y = 0; y < height; y += step) {
    const row = y * width * channels;
    for (let at = row + channels; at < row + width * channels; at += channels) {
      seen++;
      if (
        data[at] === data[at - channels] &&
        data[at + 1] === data[at + 1 - channels] &&
        data[at + 2] === data[at + 2 - channels]
      )
        equal++;
    }
  }
  return seen === 0 ? 0 : equal / seen;
}
