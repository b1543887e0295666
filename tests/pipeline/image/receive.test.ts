import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { loadSharp } from '../../../src/raster.ts';
import { noisyPhoto } from '../../fakes/photos.ts';
import { FINE, golden, HEIGHT, type Raw, rawOf, receive, SIDES, WIDTH } from './drawn.ts';

const sharp = await loadSharp();
const image = ({ data, width, height }: Raw) => sharp(data, { raw: { width, height, channels: 3 } });
const sides = await rawOf(SIDES);

describe('what is kept', () => {
  it('has no metadata, whatever came in', async () => {
    const exif = {
      IFD0: { Make: 'SecretCam', Copyright: 'Kim' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '37/1 33/1 0/1' },
    };
    const photo = image(sides).withExif(exif).withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/">SecretPlace</x:xmpmeta>');
    const files = [
      await photo.clone().withIccProfile('p3').jpeg(FINE).toBuffer(),
      await photo.clone().png().toBuffer(),
      await photo.clone().webp().toBuffer(),
    ];
    for (const file of [...files, golden('turned-6.heic')]) {
      expect(file.includes('Secret') || file.includes('Exif')).toBe(true);
      const { bytes } = await receive(file);
      expect(Buffer.from(bytes).includes('Secret') || Buffer.from(bytes).includes('Exif')).toBe(false);
      const { exif: left, xmp, icc, iptc, orientation } = await sharp(bytes).metadata();
      expect([left, xmp, icc, iptc, orientation]).toEqual([undefined, undefined, undefined, undefined, undefined]);
    }
  });

  it('is found by its own bytes, and traced to what was received', async () => {
    const png = await image(sides).png().toBuffer();
    const { picture, bytes } = await receive(png, '우리 집.png');
    const sha256 = (data: Uint8Array): string => createHash('sha256').update(data).digest('hex');
    expect(picture).toEqual({
      key: `pictures/${sha256(bytes)}`,
      mediaType: 'image/png',
      size: bytes.length,
      width: WIDTH,
      height: HEIGHT,
      sha256: sha256(png),
      name: '우리 집.png',
    });
    expect('name' in (await receive(png)).picture).toBe(false);
  });

  it('is the same every time', async () => {
    const photo = await noisyPhoto({ width: 900, height: 700, seed: 3 });
    expect((await receive(photo)).picture).toEqual((await receive(photo)).picture);
  });

  it('is a JPEG close to a photograph, and a PNG equal to a flat drawing', async () => {
    const photo = await noisyPhoto({ width: 900, height: 700, seed: 8, format: 'png' });
    const kept = await receive(photo);
    expect(kept.picture.mediaType).toBe('image/jpeg');
    expect((await sharp(kept.bytes).metadata()).chromaSubsampling).toBe('4:4:4');
    const [before, after] = [await rawOf(photo), await rawOf(kept.bytes)];
    const squares = before.data.reduce((sum, value, at) => sum + (value - (after.data[at] ?? 0)) ** 2, 0);
    // 38 decibels and more are taken for no difference.
    expect(10 * Math.log10((255 * 255 * before.data.length) / squares)).toBeGreaterThan(38);

    const drawing = await receive(await image(sides).png().toBuffer());
    expect(drawing.picture.mediaType).toBe('image/png');
    expect(Buffer.compare((await rawOf(drawing.bytes)).data, sides.data)).toBe(0);
  });

  it('is no longer than 3508 pixels and never enlarged', async () => {
    const wide = await image(sides).resize(6000, 4000, { kernel: 'nearest' }).png().toBuffer();
    expect((await receive(wide)).picture).toMatchObject({ width: 3508, height: 2339 });
    const turned = await sharp(wide).withMetadata({ orientation: 6 }).png().toBuffer();
    const { picture, bytes } = await receive(turned);
    expect(picture).toMatchObject({ width: 2339, height: 3508 });
    expect((await sharp(bytes).metadata()).width).toBe(2339);
  });
});
