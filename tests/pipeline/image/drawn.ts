// Pictures drawn for the tests of the intake: one that looks different in each of its eight orientations,
// and what every one of those tests needs.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { MOST_FRAMES, type Received, receivePicture } from '../../../src/pipeline/image/receive.ts';
import { loadSharp } from '../../../src/raster.ts';

export const WIDTH = 96;
export const HEIGHT = 64;
/** Red, green, blue and white quarters with a yellow bar in the white one: no turning or mirroring maps it onto itself. */
export const SIDES = `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}">
<rect width="96" height="64" fill="#fff"/><rect width="48" height="32" fill="#c82828"/>
<rect x="48" width="48" height="32" fill="#28a03c"/><rect y="32" width="48" height="32" fill="#2850c8"/>
<rect x="60" y="40" width="24" height="12" fill="#e6c828"/></svg>`;

/** Points inside each area, with what is to be seen there. */
export const SEEN = [
  { x: 24, y: 16, rgb: [200, 40, 40] },
  { x: 72, y: 16, rgb: [40, 160, 60] },
  { x: 24, y: 48, rgb: [40, 80, 200] },
  { x: 72, y: 46, rgb: [230, 200, 40] },
  { x: 54, y: 46, rgb: [255, 255, 255] },
  { x: 72, y: 58, rgb: [255, 255, 255] },
] as const;

/** As the configuration has them by default. */
export const LIMITS = { bytes: 25 * 2 ** 20, pixels: 60e6, frames: MOST_FRAMES };
/** A JPEG that differs from its source by a few levels at most. */
export const FINE = { quality: 98, chromaSubsampling: '4:4:4' } as const;

export const golden = (name: string): Buffer => readFileSync(join(import.meta.dirname, '../../golden/pictures', name));
export const receive = (bytes: Uint8Array, name?: string): Promise<Received> =>
  receivePicture(bytes, { limits: LIMITS, ...(name !== undefined && { name }) });

export interface Raw {
  readonly data: Uint8Array;
  readonly width: number;
  readonly height: number;
}

export async function rawOf(bytes: Uint8Array | string): Promise<Raw> {
  const sharp = await loadSharp();
  const input = typeof bytes === 'string' ? Buffer.from(bytes) : bytes;
  const { data, info } = await sharp(input)
    .removeAlpha()
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height };
}

/**
 * What a camera held in another way stores: the picture that an `orientation` brings upright again.
 * Written from the table of the EXIF standard (row 0 and column 0 as seen), not from any decoder.
 */
export function turnedAway({ data, width, height }: Raw, orientation: number): Raw {
  const swapped = orientation >= 5;
  const [storedWidth, storedHeight] = swapped ? [height, width] : [width, height];
  const stored = new Uint8Array(data.length);
  const right = [2, 3, 6, 7].includes(orientation);
  const bottom = [3, 4, 7, 8].includes(orientation);
  for (let row = 0; row < storedHeight; row++) {
    for (let column = 0; column < storedWidth; column++) {
      const [across, down] = swapped ? [row, column] : [column, row];
      const x = right ? width - 1 - across : across;
      const y = bottom ? height - 1 - down : down;
      stored.set(data.subarray((y * width + x) * 3, (y * width + x) * 3 + 3), (row * storedWidth + column) * 3);
    }
  }
  return { data: stored, width: storedWidth, height: storedHeight };
}

/** The largest difference between what is seen and what ought to be. */
export function unlike(raw: Raw, scale = 1): number {
  const differences = SEEN.flatMap(({ x, y, rgb }) => {
    const at = (Math.floor(y * scale) * raw.width + Math.floor(x * scale)) * 3;
    return rgb.map((value, channel) => Math.abs(value - (raw.data[at + channel] ?? Number.NaN)));
  });
  return Math.max(...differences);
}
