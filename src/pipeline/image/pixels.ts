// A picture's bytes → the tensor a vision model reads: decoded as Pillow decodes, resized, scaled, normalised.
// Whether the bytes may be decoded at all was settled when the picture was received.
import { TalesError, throwIfCancelled } from '../../errors.ts';
import { loadSharp } from '../../raster.ts';
import type { Pixels } from './raster.ts';
import { type FilterNumber, resample, type Size } from './resample.ts';

/** How a checkpoint wants its pictures: its `preprocessor_config.json`. */
export interface Preprocessing {
  /** Pixels; absent when pictures are taken as they are. */
  readonly size?: Size;
  readonly filter: FilterNumber;
  /** What a byte is multiplied by, usually 1/255. */
  readonly scale: number;
  /** Of red, green and blue, after scaling. */
  readonly mean: readonly number[];
  readonly deviation: readonly number[];
}

/** RGB without transparency or colour management, as `Image.open(…).convert('RGB')`, but upright. */
export async function decodeRgb(bytes: Uint8Array): Promise<Pixels> {
  const sharp = await loadSharp();
  try {
    const { data, info } = await sharp(bytes, { ignoreIcc: true, failOn: 'truncated', limitInputPixels: false })
      .autoOrient()
      .removeAlpha()
      .toColourspace('srgb')
      .raw({ depth: 'uchar' })
      .toBuffer({ resolveWithObject: true });
    if (info.channels !== 3) throw new Error(`${info.channels} channels`);
    return { data, width: info.width, height: info.height, channels: 3 };
  } catch (cause) {
    throw new TalesError('picture-damaged', { format: 'JPEG/PNG' }, { cause });
  }
}

/** What each of the 256 values becomes, rounded to float32 after each operation, as numpy does. [channels, 256] */
function normalization({ scale, mean, deviation }: Preprocessing): readonly Float32Array[] {
  return mean.map((average, channel) => {
    const centre = Math.fround(average);
    const spread = Math.fround(deviation[channel] ?? 1);
    return Float32Array.from({ length: 256 }, (_, value) => Math.fround(Math.fround(value * scale) - centre) / spread);
  });
}

/** The tensor of decoded pixels. [3, height, width] */
export function tensorOf(decoded: Pixels, preprocessing: Preprocessing): Float32Array {
  const { data, width, height, channels } = resample(decoded, preprocessing.size ?? decoded, preprocessing.filter);
  const area = width * height;
  const tensor = new Float32Array(3 * area);
  normalization(preprocessing).forEach((values, channel) => {
    for (let at = 0; at < area; at += 1) {
      tensor[channel * area + at] = values[data[at * channels + channel] ?? 0] ?? 0;
    }
  });
  return tensor;
}

/**
 * The tensor of a received picture. [3, height, width]
 * @throws TalesError `picture-damaged`, `cancelled`.
 */
export async function pixelsOf(
  bytes: Uint8Array,
  preprocessing: Preprocessing,
  signal?: AbortSignal,
): Promise<Float32Array> {
  throwIfCancelled(signal);
  const decoded = await decodeRgb(bytes);
  throwIfCancelled(signal);
  return tensorOf(decoded, preprocessing);
}
