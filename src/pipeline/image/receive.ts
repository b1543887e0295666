// Any bytes in; an upright, colour-correct picture without metadata out, or a TalesError that says what is wrong.
// Storing what comes out is left to the caller.
import { createHash } from 'node:crypto';
import { TalesError, throwIfCancelled } from '../../errors.ts';
import type { Picture } from '../../story.ts';
import { decode, LONG_SIDE } from './decode.ts';
import { createGate } from './gate.ts';
import type { Header } from './headers/types.ts';
import { keep } from './keep.ts';
import { HELD, LEAST_SIDE, measure, type PixelLimits } from './measure.ts';
import { free } from './raster.ts';
import { sniff } from './sniff.ts';

export interface PictureLimits extends PixelLimits {
  /** Length of the received file. */
  readonly bytes: number;
}

export interface ReceiveOptions {
  readonly limits: PictureLimits;
  /** The name the picture came under; kept for people, never looked at. */
  readonly name?: string;
  readonly signal?: AbortSignal;
}

export interface Received {
  readonly picture: Picture;
  /** What `picture.key` stands for: JPEG or PNG, sRGB, long side at most 3508. */
  readonly bytes: Uint8Array;
}

/** More frames than any picture of a child needs; the first is taken. */
export const MOST_FRAMES = 100;

/** Bytes that pictures being decoded may take together: two usual photographs side by side, a giant one alone. */
const SIDE_BY_SIDE = 192 * 2 ** 20;
const gate = createGate(SIDE_BY_SIDE);

/**
 * What the whole process stays under, whatever is sent in and however much at once: Node and libvips themselves, the
 * largest picture, and a few received files. About 1 GiB with the default limits of 40 MiB and 60 megapixels.
 * `tests/pipeline/image/memory.test.ts` measures it.
 */
export const memoryBound = ({ pixels, bytes }: PictureLimits): number => 300 * 2 ** 20 + HELD * pixels + 3 * bytes;

/**
 * Trusts the bytes and nothing else. Everything that can be refused is refused before decoding.
 * @throws TalesError `picture-…`, or `cancelled`.
 */
export async function receivePicture(bytes: Uint8Array, options: ReceiveOptions): Promise<Received> {
  const { limits, name, signal } = options;
  throwIfCancelled(signal);
  if (bytes.length === 0) throw new TalesError('picture-empty', {});
  if (bytes.length > limits.bytes) {
    throw new TalesError('picture-too-large', { size: bytes.length, limit: limits.bytes });
  }
  const sniffed = sniff(bytes);
  if ('found' in sniffed) throw new TalesError('picture-not-a-picture', sniffed);
  const header = measure(bytes, sniffed.format, limits);
  const produce = async (): Promise<Received> => {
    throwIfCancelled(signal);
    const pixels = await decode(bytes, { format: sniffed.format, header, ...(signal && { signal }) });
    throwIfCancelled(signal);
    const { width, height } = pixels;
    if (Math.min(width, height) < LEAST_SIDE) throw new TalesError('picture-too-thin', size(header));
    const kept = await keep(pixels);
    free(pixels.data);
    throwIfCancelled(signal);
    const picture: Picture = {
      key: `pictures/${sha256(kept.bytes)}`,
      mediaType: kept.mediaType,
      size: kept.bytes.length,
      width,
      height,
      sha256: sha256(bytes),
      ...(name !== undefined && { name }),
    };
    return { picture, bytes: kept.bytes };
  };
  return gate.pass(weight(header), produce, signal);
}

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const size = ({ width, height }: Header): { readonly width: number; readonly height: number } => ({ width, height });

/** What decoding holds, and the raster of the kept size beside its encoding. */
const weight = ({ width, height, held }: Header): number =>
  width * height * held + 6 * Math.min(width * height, LONG_SIDE ** 2);
