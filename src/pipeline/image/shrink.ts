// A received picture as a model behind a service is shown it: small enough to travel, and nothing but what is seen.
import { loadSharp } from '../../raster.ts';

/** Pixels: what such models look at; more is shrunk by the service, and paid for. */
const SHOWN_SIDE = 1024;
const QUALITY = 85;

/** @param bytes of a picture that was received. @returns JPEG without metadata, its long side at most 1024. */
export async function shrinkPicture(bytes: Uint8Array): Promise<Uint8Array> {
  const sharp = await loadSharp();
  return sharp(bytes)
    .resize({ width: SHOWN_SIDE, height: SHOWN_SIDE, fit: 'inside', withoutEnlargement: true })
    .flatten({ background: 'white' })
    .jpeg({ quality: QUALITY })
    .toBuffer();
}
