import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isTalesError } from '../../../src/errors.ts';
import { heifCodec } from '../../../src/pipeline/image/headers/heif.ts';
import { measure } from '../../../src/pipeline/image/measure.ts';
import { receivePicture } from '../../../src/pipeline/image/receive.ts';
import { type Format, sniff } from '../../../src/pipeline/image/sniff.ts';
import { loadSharp } from '../../../src/raster.ts';
import { golden, HEIGHT, rawOf, SIDES, WIDTH } from './drawn.ts';

const sharp = await loadSharp();
const LIMITS = { bytes: 2 ** 20, pixels: 1e6, frames: 20 };
const { data } = await rawOf(SIDES);
const image = () => sharp(data, { raw: { width: WIDTH, height: HEIGHT, channels: 3 } });
const heic = golden('turned-6.heic');
const grid = golden('clear.heic');
const cheap: readonly (readonly [Format, Uint8Array])[] = [
  ['JPEG', await image().jpeg().toBuffer()],
  ['JPEG', await image().jpeg({ progressive: true }).withMetadata({ orientation: 6 }).toBuffer()],
  ['PNG', await image().png().toBuffer()],
  ['PNG', await image().png({ palette: true, progressive: true }).toBuffer()],
  ['WebP', await image().webp().toBuffer()],
  ['WebP', await image().webp({ lossless: true }).withMetadata({ orientation: 3 }).toBuffer()],
  ['GIF', await image().gif().toBuffer()],
  ['TIFF', await image().tiff({ compression: 'lzw' }).toBuffer()],
  ['TIFF', await image().tiff({ compression: 'deflate', tile: true, tileWidth: 16, tileHeight: 16 }).toBuffer()],
  ['AVIF', await image().avif({ effort: 0 }).toBuffer()],
];

/** Bytes overwritten, a piece cut out, a piece doubled: as on a bad card, or by a patient stranger. */
const change = fc.record({
  kind: fc.constantFrom('set', 'set', 'cut', 'double'),
  // In ten-thousandths of the length; half of the places lie in the header, behind the magic number.
  place: fc.oneof(fc.integer({ min: 100, max: 1000 }), fc.integer({ min: 100, max: 9999 })),
  bytes: fc.uint8Array({ minLength: 1, maxLength: 8 }),
});
const changes = fc.array(change, { minLength: 1, maxLength: 3 });

function spoil(
  whole: Uint8Array,
  list: readonly (typeof change extends fc.Arbitrary<infer T> ? T : never)[],
): Uint8Array {
  return list.reduce((bytes: Uint8Array, { kind, place, bytes: put }) => {
    const at = Math.floor((place * bytes.length) / 10_000);
    const [before, after] = [bytes.subarray(0, at), bytes.subarray(at)];
    if (kind === 'cut') return Buffer.concat([before, after.subarray(put.length)]);
    if (kind === 'double') return Buffer.concat([before, after.subarray(0, 16), after]);
    return Buffer.concat([before, put, after.subarray(put.length)]);
  }, whole);
}

/**
 * A picture within the limits, or a TalesError: nothing else. Answers whether the bytes got as far as a decoder:
 * changes that are all caught at the door would prove little.
 */
async function sound(bytes: Uint8Array): Promise<boolean> {
  try {
    const { picture } = await receivePicture(bytes, { limits: LIMITS });
    expect(picture.width * picture.height).toBeLessThanOrEqual(LIMITS.pixels);
    expect(Math.min(picture.width, picture.height)).toBeGreaterThanOrEqual(16);
    return true;
  } catch (error) {
    if (!isTalesError(error)) throw error;
    expect(error.code).toMatch(/^picture-/);
    return error.cause !== undefined;
  }
}

describe('any bytes give a picture or a TalesError', () => {
  it('when a picture is changed at random', async () => {
    let decoded = 0;
    const spoiled = fc.tuple(fc.constantFrom(...cheap), changes);
    await fc.assert(
      fc.asyncProperty(spoiled, async ([[, whole], list]) => {
        if (await sound(spoil(whole, list))) decoded++;
      }),
      { numRuns: 600 },
    );
    expect(decoded).toBeGreaterThan(100);
  });

  it('when a HEIC is changed at random', async () => {
    let decoded = 0;
    const spoiled = fc.tuple(fc.constantFrom(heic, grid), changes);
    await fc.assert(
      fc.asyncProperty(spoiled, async ([whole, list]) => {
        if (await sound(spoil(whole, list))) decoded++;
      }),
      { numRuns: 60 },
    );
    expect(decoded).toBeGreaterThan(0);
  });

  it('when they are random from the start', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ minLength: 1, maxLength: 300 }), async (bytes) => {
        await sound(bytes);
      }),
      { numRuns: 200 },
    );
  });

  it('and every header is read without an exception, however it is changed', () => {
    const all = [...cheap, ['HEIC', heic] as const, ['HEIC', grid] as const];
    fc.assert(
      fc.property(fc.constantFrom(...all), changes, ([format, whole], list) => {
        const bytes = spoil(whole, list);
        sniff(bytes);
        heifCodec(bytes);
        try {
          const header = measure(bytes, format, LIMITS);
          expect(header.width * header.height).toBeLessThanOrEqual(LIMITS.pixels);
        } catch (error) {
          if (!isTalesError(error)) throw error;
        }
      }),
      { numRuns: 3000 },
    );
  });
});
