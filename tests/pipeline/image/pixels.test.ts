// Pictures as a captioner sees them, against what Pillow and transformers make of the same files.
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { decodeRgb, type Preprocessing, pixelsOf } from '../../../src/pipeline/image/pixels.ts';
import { type FilterNumber, resample } from '../../../src/pipeline/image/resample.ts';
import { loadSharp } from '../../../src/raster.ts';
import { floats, golden, pictureFile } from '../golden.ts';

interface Recorded {
  readonly size: number;
  readonly step: number;
  readonly tensors: readonly {
    readonly picture: string;
    readonly decoded: string;
    readonly resized: string;
    readonly means: readonly number[];
    readonly sample: string;
  }[];
  readonly resized: readonly {
    readonly picture: string;
    readonly resample: FilterNumber;
    readonly width: number;
    readonly height: number;
    readonly sha256: string;
  }[];
}

const { size, step, tensors, resized } = golden<Recorded>('pixels.json');
const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const decoded = async (picture: string) => decodeRgb(await readFile(pictureFile(picture)));

const CLIP: Preprocessing = {
  size: { width: size, height: size },
  filter: 3,
  scale: 1 / 255,
  mean: [0.48145466, 0.4578275, 0.40821073],
  deviation: [0.26862954, 0.26130258, 0.27577711],
};

describe.each(tensors)('$picture', ({ picture, decoded: decodedSum, resized: resizedSum, means, sample }) => {
  test('decodes and shrinks to the very bytes of the reference', async () => {
    const pixels = await decoded(picture);
    expect(sha256(pixels.data)).toBe(decodedSum);
    expect(sha256(resample(pixels, { width: size, height: size }, 3).data)).toBe(resizedSum);
  });

  test('becomes the tensor of the reference', async () => {
    const tensor = await pixelsOf(await readFile(pictureFile(picture)), CLIP);
    expect(tensor).toHaveLength(3 * size * size);
    const area = size * size;
    means.forEach((mean, channel) => {
      const sum = tensor.subarray(channel * area, (channel + 1) * area).reduce((total, value) => total + value, 0);
      expect(sum / area).toBeCloseTo(mean, 4);
    });
    const places = [0, 1, 2].flatMap((channel) =>
      Array.from({ length: (size / step) ** 2 }, (_, at) => {
        const row = Math.floor(at / (size / step));
        return channel * area + row * step * size + (at % (size / step)) * step;
      }),
    );
    expect(Float32Array.from(places, (place) => tensor[place] ?? Number.NaN)).toEqual(floats(sample));
  });
});

test.each(resized)('$picture at $width × $height with filter $resample is what Pillow makes of it', async (row) => {
  const { data } = resample(await decoded(row.picture), row, row.resample);
  expect(sha256(data)).toBe(row.sha256);
});

test('a photograph that lies on its side is turned upright, as transformers turns it', async () => {
  const sharp = await loadSharp();
  const upright = await decoded('19-noise-64.png');
  const { width, height } = upright;
  const rotated = await sharp(upright.data, { raw: { width, height, channels: 3 } })
    .rotate(270)
    .png()
    .toBuffer();
  const lying = await sharp(rotated).withMetadata({ orientation: 6 }).png().toBuffer();
  expect((await sharp(lying).metadata()).orientation).toBe(6);
  expect(sha256((await decodeRgb(lying)).data)).toBe(sha256(upright.data));
});

test('bytes that are no picture are refused', async () => {
  await expect(pixelsOf(new TextEncoder().encode('no picture'), CLIP)).rejects.toMatchObject({
    code: 'picture-damaged',
  });
});
