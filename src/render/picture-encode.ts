// One picture as the page embeds it: never as it was received, always a fresh sRGB JPEG without metadata.
// How fine it has to be is decided by `pictures.ts`.
import { TalesError } from '../errors.ts';
import { loadSharp } from '../raster.ts';
import type { PrintImage, PrintStep } from './picture-types.ts';

/** Flat colours show the marks of compression first, so drawings are encoded this much finer than photographs. */
const FINER = 6;
/** Longest side of the raster by which drawings are told from photographs. */
const SMALL = 192;
/** A drawing shows few colours: this many (of 4096) cover nearly all of it. */
const FEW = 24;
const NEARLY_ALL = 0.92;

/**
 * `quick` is what is kept where there is room: the same tables and size, hence as good to look at. `thorough` takes
 * about four times as long and makes photographs 7 to 11 % smaller, drawings up to 17 %.
 */
export type Effort = 'quick' | 'thorough';

export interface EncodeOptions {
  readonly step: PrintStep;
  readonly effort: Effort;
  /** What `isFlat` says of the picture. */
  readonly flat: boolean;
}

/** Both efforts quantise alike; the thorough one also weighs each coefficient, and tries how to cut up the scans. */
const EFFORTS = {
  quick: { progressive: true, overshootDeringing: true, quantisationTable: 3 },
  thorough: { mozjpeg: true },
} as const;

/** The same bytes and options give the same JPEG. */
export async function encodePicture(bytes: Uint8Array, { step, effort, flat }: EncodeOptions): Promise<PrintImage> {
  const sharp = await loadSharp();
  try {
    const { data, info } = await sharp(bytes, { sequentialRead: true })
      .resize(step.longSide, step.longSide, { fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#ffffff' })
      .toColourspace('srgb')
      .jpeg({
        quality: step.quality + (flat ? FINER : 0),
        chromaSubsampling: flat ? '4:4:4' : '4:2:0',
        ...EFFORTS[effort],
      })
      .toBuffer({ resolveWithObject: true });
    return { jpeg: data, width: info.width, height: info.height };
  } catch (cause) {
    throw unreadable(bytes, cause);
  }
}

/** A stored picture that no longer decodes was damaged after it had been received. */
export function unreadable(bytes: Uint8Array, cause: unknown): TalesError {
  return new TalesError('picture-damaged', { format: bytes[0] === 0x89 ? 'PNG' : 'JPEG' }, { cause });
}

/**
 * Whether it is a drawing with flat colours. The intake keeps such pictures as PNG; scans of them come as JPEG.
 * @throws TalesError `picture-damaged`.
 */
export async function isFlat(bytes: Uint8Array): Promise<boolean> {
  const sharp = await loadSharp();
  try {
    const { format } = await sharp(bytes).metadata();
    if (format === 'png') return true;
    const data = await sharp(bytes, { sequentialRead: true })
      .resize(SMALL, SMALL, { fit: 'inside', kernel: 'nearest', withoutEnlargement: true })
      .flatten({ background: '#ffffff' })
      .toColourspace('srgb')
      .raw()
      .toBuffer();
    return coveredByFew(data);
  } catch (cause) {
    throw unreadable(bytes, cause);
  }
}

/** Whether a few of the 4096 colours that 4 bits a channel tell apart cover nearly all pixels (RGB). */
export function coveredByFew(data: Uint8Array): boolean {
  const counts = new Uint32Array(4096);
  for (let at = 0; at + 2 < data.length; at += 3) {
    const index = ((data[at] ?? 0) >> 4) * 256 + ((data[at + 1] ?? 0) >> 4) * 16 + ((data[at + 2] ?? 0) >> 4);
    counts[index] = (counts[index] ?? 0) + 1;
  }
  const covered = counts
    .sort()
    .subarray(-FEW)
    .reduce((sum, count) => sum + count, 0);
  return covered >= NEARLY_ALL * Math.floor(data.length / 3);
}
