import { describe, expect, it } from 'vitest';
import { asTiff } from '../../../src/pipeline/image/raster.ts';
import type { Received } from '../../../src/pipeline/image/receive.ts';
import { loadSharp } from '../../../src/raster.ts';
import { FINE, golden, type Raw, rawOf, receive } from './drawn.ts';

const sharp = await loadSharp();
const image = ({ data, width, height }: Raw) => sharp(data, { raw: { width, height, channels: 3 } });

/** The colour in the middle of what is kept. */
async function middle({ bytes }: Received): Promise<readonly number[]> {
  const { data, width, height } = await rawOf(bytes);
  const at = (Math.floor(height / 2) * width + Math.floor(width / 2)) * 3;
  return [...data.subarray(at, at + 3)];
}

function near(seen: readonly number[], wanted: readonly number[], most: number): void {
  const off = Math.max(...wanted.map((value, i) => Math.abs(value - (seen[i] ?? Number.NaN))));
  expect(off, `${seen} instead of ${wanted}`).toBeLessThanOrEqual(most);
}

describe('colours', () => {
  const patch = (rgb: readonly [number, number, number]): Raw => ({
    data: Buffer.alloc(64 * 64 * 3).map((_, i) => rgb[i % 3] ?? 0),
    width: 64,
    height: 64,
  });
  const profile = async (name: 'p3' | 'cmyk'): Promise<Buffer> => {
    const carrier = sharp({ create: { width: 8, height: 8, channels: 3, background: '#fff' } });
    const tagged = await (name === 'cmyk' ? carrier.toColourspace('cmyk') : carrier)
      .withIccProfile(name)
      .tiff()
      .toBuffer();
    return (await sharp(tagged).metadata()).icc ?? Buffer.alloc(0);
  };

  it.each([
    ['PNG', (tagged: Buffer) => sharp(tagged).keepIccProfile().png().toBuffer()],
    ['JPEG', (tagged: Buffer) => sharp(tagged).keepIccProfile().jpeg(FINE).toBuffer()],
    ['WebP', (tagged: Buffer) => sharp(tagged).keepIccProfile().webp({ lossless: true }).toBuffer()],
    ['TIFF', async (tagged: Buffer) => tagged],
    ['AVIF', (tagged: Buffer) => sharp(tagged).keepIccProfile().avif({ quality: 100, effort: 1 }).toBuffer()],
    ['HEIC with a profile', async () => golden('p3-icc.heic')],
    ['HEIC that names its primaries', async () => golden('p3-nclx.heic')],
    ['AVIF that names its primaries', async () => golden('p3-nclx.avif')],
  ] as const)('Display P3 becomes sRGB: %s', async (_format, make) => {
    const tagged = asTiff({ ...patch([180, 90, 60]), channels: 3 }, await profile('p3'));
    near(await middle(await receive(await make(Buffer.from(tagged)))), [193, 83, 51], 3);
  });

  it('reads CMYK with a profile, and without one, in JPEG and TIFF', async () => {
    const orange = image(patch([180, 120, 90]));
    const withProfile = orange.clone().toColourspace('cmyk').withIccProfile('cmyk');
    const without = orange.clone().toColourspace('cmyk');
    const files = [
      await withProfile.clone().jpeg(FINE).toBuffer(),
      await withProfile.clone().tiff({ compression: 'lzw' }).toBuffer(),
      await without.clone().jpeg(FINE).toBuffer(),
      await without.clone().tiff({ compression: 'lzw' }).toBuffer(),
    ];
    for (const file of files) {
      expect((await sharp(file).metadata()).space).toBe('cmyk');
      near(await middle(await receive(file)), [180, 120, 90], 16);
    }
  });

  it('knows that Adobe writes CMYK upside down: paper stays white and black ink black', async () => {
    for (const [rgb, wanted] of [
      [[255, 255, 255], 250],
      [[0, 0, 0], 45],
    ] as const) {
      const file = await image(patch([...rgb]))
        .toColourspace('cmyk')
        .jpeg(FINE)
        .toBuffer();
      expect(file.includes('Adobe')).toBe(true);
      const [red = -1] = await middle(await receive(file));
      expect(wanted > 128 ? red >= wanted : red <= wanted).toBe(true);
    }
  });

  it('reads grey, grey with alpha, and 16 bits of grey', async () => {
    const grey = sharp({ create: { width: 64, height: 64, channels: 3, background: '#808080' } });
    const files = [
      await grey.clone().toColourspace('b-w').png().toBuffer(),
      await grey.clone().toColourspace('b-w').jpeg(FINE).toBuffer(),
      await grey.clone().toColourspace('b-w').ensureAlpha(1).png().toBuffer(),
      await grey.clone().toColourspace('grey16').png().toBuffer(),
      await grey.clone().toColourspace('b-w').tiff({ compression: 'lzw' }).toBuffer(),
    ];
    for (const file of files) near(await middle(await receive(file)), [128, 128, 128], 1);
  });

  it('lays what is transparent on white', async () => {
    const clear = { width: 64, height: 64, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } } as const;
    const half = { ...clear, background: { r: 200, g: 0, b: 0, alpha: 0.5 } } as const;
    near(await middle(await receive(await sharp({ create: clear }).png().toBuffer())), [255, 255, 255], 0);
    near(await middle(await receive(await sharp({ create: half }).png().toBuffer())), [227, 127, 127], 2);
    near(
      await middle(await receive(await sharp({ create: half }).webp({ lossless: true }).toBuffer())),
      [227, 127, 127],
      2,
    );
    near(
      await middle(await receive(await sharp({ create: half }).png({ palette: true }).toBuffer())),
      [227, 127, 127],
      3,
    );
    near(await middle(await receive(await sharp({ create: clear }).gif().toBuffer())), [255, 255, 255], 0);
    near(await middle(await receive(golden('clear.heic'))), [255, 255, 255], 0);
  });

  it('ignores a profile that is none', async () => {
    const nonsense = asTiff(
      { ...patch([10, 200, 90]), channels: 3 },
      Buffer.from('this is no profile at all'.repeat(10)),
    );
    near(await middle(await receive(nonsense)), [10, 200, 90], 1);
  });
});
