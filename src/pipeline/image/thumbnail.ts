// A small image of a received picture, for chat cards and pages on a screen. Never printed.
import { loadSharp } from '../../raster.ts';

/** Pixels. */
const THUMBNAIL_SIDE = 512;
const QUALITY = 82;

/** @param bytes of a picture that was received. @returns JPEG, its long side at most 512. */
export async function makeThumbnail(bytes: Uint8Array): Promise<Uint8Array> {
  const sharp = await loadSharp();
  return sharp(bytes)
    .resize({ width: THUMBNAIL_SIDE, height: THUMBNAIL_SIDE, fit: 'inside', withoutEnlargement: true })
    .flatten({ background: 'white' })
    .jpeg({ quality: QUALITY })
    .toBuffer();
}
