// Received bytes → upright sRGB pixels on white, no larger than a page needs. Nothing of the metadata gets through.
// What the bytes are and whether they may be decoded has been settled before.
import { TalesError, throwIfCancelled } from '../../errors.ts';
import { loadSharp } from '../../raster.ts';
import type { Header, Profile } from './headers/types.ts';
import { decodeHeic } from './heic.ts';
import { asTiff, free, type Pixels } from './raster.ts';
import type { Format } from './sniff.ts';

/** The long side of what is kept: A4 at 300 dots per inch. */
export const LONG_SIDE = 3508;
/** libvips gives up after this long; only a file made to keep it busy needs more. */
const PATIENCE_SECONDS = 90;
/**
 * What libjpeg says of files that cameras and editors write every day and that come out whole.
 * Every other warning means a picture with a grey or torn part. Decoding stops at the first warning, so a file that
 * has one of these is decoded again, and a tear that comes after it (though no missing end) goes unnoticed.
 */
const HARMLESS =
  /extraneous bytes before marker|invalid SOS parameters|unknown Adobe color transform|inconsistent progression sequence/i;
const harmless = (error: unknown): boolean =>
  error instanceof Error && error.message.split('\n').every((line) => line.trim() === '' || HARMLESS.test(line));

export interface DecodeOptions {
  readonly format: Format;
  readonly header: Header;
  readonly signal?: AbortSignal;
}

/** @throws TalesError `picture-damaged`, `cancelled`. */
export async function decode(bytes: Uint8Array, { format, header, signal }: DecodeOptions): Promise<Pixels> {
  const pixels = header.width * header.height;
  if (format === 'HEIC') {
    const received = await decodeHeic(bytes, pixels, signal);
    throwIfCancelled(signal);
    return withProfile(received, { format, as: 'tiff', pixels }, header.profile);
  }
  const as = format === 'AVIF' ? 'heif' : format.toLowerCase();
  const onWhite = await upright(bytes, { format, as, pixels });
  throwIfCancelled(signal);
  // libvips applies a profile that is there as bytes, not one that is named by number.
  if (format !== 'AVIF' || header.profile !== 'p3') return onWhite;
  return withProfile(onWhite, { format, as: 'tiff', pixels }, 'p3');
}

/** The pixels in sRGB, and on white. Uses up what it is given. */
async function withProfile(received: Pixels, expected: Expected, profile: Profile | undefined): Promise<Pixels> {
  const tiff = asTiff(received, await profileBytes(profile));
  free(received.data);
  try {
    return await upright(tiff, expected);
  } finally {
    free(tiff);
  }
}

interface Expected {
  readonly format: Format;
  /** The name libvips has for the format. */
  readonly as: string;
  readonly pixels: number;
}

async function upright(bytes: Uint8Array, expected: Expected): Promise<Pixels> {
  const sharp = await loadSharp();
  const attempt = async (failOn: 'warning' | 'truncated'): Promise<Pixels> => {
    const image = sharp(bytes, { failOn, limitInputPixels: expected.pixels, sequentialRead: true });
    const { format } = await image.metadata();
    if (format !== expected.as) throw new Error(`expected ${expected.as}, the decoder sees ${format}`);
    const { data, info } = await image
      .autoOrient()
      .resize(LONG_SIDE, LONG_SIDE, { fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#ffffff' })
      .toColourspace('srgb')
      .timeout({ seconds: PATIENCE_SECONDS })
      .raw({ depth: 'uchar' })
      .toBuffer({ resolveWithObject: true });
    if (info.channels !== 3) throw new Error(`${info.channels} channels`);
    return { data, width: info.width, height: info.height, channels: 3 };
  };
  const damaged = (cause: unknown): never => {
    throw new TalesError('picture-damaged', { format: expected.format }, { cause });
  };
  return attempt('warning').catch((error: unknown) =>
    harmless(error) ? attempt('truncated').catch(damaged) : damaged(error),
  );
}

/** The profile as bytes; Display P3 by name is the one that comes with libvips. */
async function profileBytes(profile: Profile | undefined): Promise<Uint8Array | undefined> {
  if (profile !== 'p3') return profile;
  const sharp = await loadSharp();
  const create = { width: 1, height: 1, channels: 3, background: '#ffffff' } as const;
  const carrier = await sharp({ create }).withIccProfile('p3').png().toBuffer();
  return (await sharp(carrier).metadata()).icc;
}
