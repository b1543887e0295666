// The header of a picture of a known format, held against the limits before anything is decoded.
import { TalesError } from '../../errors.ts';
import { readGif } from './headers/gif.ts';
import { readHeif } from './headers/heif.ts';
import { readJpeg } from './headers/jpeg.ts';
import { readPng } from './headers/png.ts';
import { readTiff } from './headers/tiff.ts';
import type { Header, HeaderReader } from './headers/types.ts';
import { readWebp } from './headers/webp.ts';
import type { Format } from './sniff.ts';

const READERS: Readonly<Record<Format, HeaderReader>> = {
  JPEG: readJpeg,
  PNG: readPng,
  WebP: readWebp,
  GIF: readGif,
  TIFF: readTiff,
  AVIF: readHeif,
  HEIC: readHeif,
};

/** Both sides of a picture, received and as kept, are at least this many pixels. */
export const LEAST_SIDE = 16;

/**
 * Bytes a pixel that decoding may hold. A kind of file that needs more (16-bit HEIC, AVIF, TIFF in one strip) may
 * have correspondingly fewer pixels, so that memory is bounded whatever the format.
 */
export const HELD = 11;

export interface PixelLimits {
  /** Width × height. */
  readonly pixels: number;
  /** Frames of an animation or pages of a document; the first is taken. */
  readonly frames: number;
}

/** @throws TalesError `picture-damaged`, `picture-too-thin`, `picture-too-many-pixels`, `picture-too-many-frames`. */
export function measure(bytes: Uint8Array, format: Format, limits: PixelLimits): Header {
  const header = READERS[format](bytes, limits);
  if (header === undefined) throw new TalesError('picture-damaged', { format });
  const { width, height, frames } = header;
  if (Math.min(width, height) < LEAST_SIDE) throw new TalesError('picture-too-thin', { width, height });
  const limit = Math.floor(limits.pixels * Math.min(1, HELD / header.held));
  if (width * height > limit) throw new TalesError('picture-too-many-pixels', { width, height, limit });
  if (frames > limits.frames) throw new TalesError('picture-too-many-frames', { frames, limit: limits.frames });
  return header;
}
