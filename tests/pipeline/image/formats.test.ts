import { describe, expect, it } from 'vitest';
import { loadSharp } from '../../../src/raster.ts';
import { FINE, golden, HEIGHT, type Raw, rawOf, receive, SIDES, turnedAway, unlike, WIDTH } from './drawn.ts';

const sharp = await loadSharp();
const image = ({ data, width, height }: Raw) => sharp(data, { raw: { width, height, channels: 3 } });
const sides = await rawOf(SIDES);

describe('every format comes out as the same picture', () => {
  it.each([
    ['JPEG', () => image(sides).jpeg(FINE).toBuffer(), 6],
    [
      'progressive JPEG',
      () =>
        image(sides)
          .jpeg({ ...FINE, progressive: true })
          .toBuffer(),
      6,
    ],
    ['PNG', () => image(sides).png().toBuffer(), 0],
    ['interlaced PNG', () => image(sides).png({ progressive: true }).toBuffer(), 0],
    ['PNG with a palette', () => image(sides).png({ palette: true }).toBuffer(), 3],
    ['PNG of 16 bits', () => image(sides).toColourspace('rgb16').png().toBuffer(), 1],
    ['WebP', () => image(sides).webp({ quality: 100 }).toBuffer(), 12],
    ['WebP without loss', () => image(sides).webp({ lossless: true }).toBuffer(), 0],
    ['GIF', () => image(sides).gif().toBuffer(), 3],
    ['TIFF', () => image(sides).tiff({ compression: 'lzw' }).toBuffer(), 0],
    [
      'TIFF in tiles',
      () => image(sides).tiff({ tile: true, tileWidth: 32, tileHeight: 32, compression: 'deflate' }).toBuffer(),
      0,
    ],
    ['AVIF', () => image(sides).avif({ quality: 95, effort: 1 }).toBuffer(), 6],
    ['HEIC', async () => golden('turned-1.heic'), 6],
    ['HEIC of 10 bits', async () => golden('deep.heic'), 6],
  ] as const)('%s', async (_format, make, most) => {
    const { picture, bytes } = await receive(await make());
    expect(picture).toMatchObject({ width: WIDTH, height: HEIGHT, size: bytes.length });
    expect(unlike(await rawOf(bytes))).toBeLessThanOrEqual(most);
  });

  it('takes the first frame of an animation', async () => {
    const other = { data: sides.data.map((value) => 255 - value), width: WIDTH, height: HEIGHT };
    const data = Buffer.concat([sides.data, other.data]);
    const strip = sharp(data, { raw: { width: WIDTH, height: 2 * HEIGHT, channels: 3, pageHeight: HEIGHT } });
    for (const animated of [
      await strip.clone().gif().toBuffer(),
      await strip.clone().webp({ lossless: true }).toBuffer(),
    ]) {
      const { picture, bytes } = await receive(animated);
      expect(picture).toMatchObject({ width: WIDTH, height: HEIGHT });
      expect(unlike(await rawOf(bytes))).toBeLessThanOrEqual(3);
    }
  });

  it('does not mind what strangers append to a picture', async () => {
    const jpeg = await image(sides).jpeg(FINE).toBuffer();
    const tails = [Buffer.from('PK\x03\x04 a hidden archive'), jpeg, Buffer.alloc(5000, 0xff)];
    const png = await image(sides).png().toBuffer();
    for (const whole of [jpeg, png, golden('turned-1.heic'), await image(sides).webp().toBuffer()]) {
      for (const tail of tails) {
        const { bytes } = await receive(Buffer.concat([whole, tail]));
        expect(Buffer.from(bytes).includes('hidden')).toBe(false);
        expect(unlike(await rawOf(bytes))).toBeLessThanOrEqual(20);
      }
    }
  });
});

const jpegOfSides = await image(sides).jpeg(FINE).toBuffer();
describe('what cameras and editors do to a JPEG is forgiven', () => {
  const jpeg = jpegOfSides;
  const insert = (at: number, ...bytes: readonly Uint8Array[]): Buffer =>
    Buffer.concat([jpeg.subarray(0, at), ...bytes, jpeg.subarray(at)]);
  const segment = (marker: number, content: string): Buffer =>
    Buffer.concat([Buffer.from([0xff, marker, 0, content.length + 2]), Buffer.from(content, 'latin1')]);
  const scan = Buffer.from(jpeg);
  // The last coefficient of the scan, 0 instead of 63, as some Samsung phones write it.
  scan[jpeg.lastIndexOf(Buffer.from([0xff, 0xda])) + 12] = 0;

  it.each([
    ['rubbish between two segments', insert(4 + jpeg.readUInt16BE(4), Buffer.from('rubbish!'))],
    ['the scan of a Samsung phone', scan],
    ['a colour transform that Adobe never defined', insert(2, segment(0xee, 'Adobe\0d\0\0\0\0\x07'))],
    ['EXIF that breaks off', insert(2, segment(0xe1, 'Exif\0\0II*\0\xff\xff\xff\xff'))],
    ['a second picture behind the first (MPO)', Buffer.concat([jpeg, jpeg])],
  ] as const)('%s', async (_what, bytes) => {
    expect(bytes.equals(jpeg)).toBe(false);
    expect(unlike(await rawOf((await receive(bytes)).bytes))).toBeLessThanOrEqual(6);
  });

  it('a photograph with a map of its brighter parts (Ultra HDR) is taken as it looks without', async () => {
    const bright = new Float32Array(64 * 48 * 3).map((_, i) => (i % 97) / 24);
    const hdr = sharp(bright, { raw: { width: 64, height: 48, channels: 3 } }).toColourspace('scrgb');
    // sharp 0.35 has it, its types do not.
    Reflect.apply(Reflect.get(hdr, 'withGainMap'), hdr, []);
    const ultra = await hdr.jpeg().toBuffer();
    expect((await sharp(ultra).metadata()).gainMap).toBeDefined();
    expect((await receive(ultra)).picture).toMatchObject({ width: 64, height: 48 });
  });
});

const ORIENTATIONS = [1, 2, 3, 4, 5, 6, 7, 8] as const;
describe.each(ORIENTATIONS)(
  'a picture taken with orientation %i comes out upright, mirrorings included',
  (orientation) => {
    const tagged = () => image(turnedAway(sides, orientation)).withMetadata({ orientation });
    it.each([
      ['JPEG', () => tagged().jpeg(FINE).toBuffer()],
      ['PNG', () => tagged().png().toBuffer()],
      ['WebP', () => tagged().webp({ lossless: true }).toBuffer()],
      ['TIFF', () => tagged().tiff({ compression: 'lzw' }).toBuffer()],
      ['AVIF', () => tagged().avif({ quality: 95, effort: 1 }).toBuffer()],
      ['HEIC', async () => golden(`turned-${orientation}.heic`)],
    ] as const)('%s', async (format, make) => {
      const received = await make();
      // What goes in does lie on its side. In HEIC and AVIF sharp shows no tag: turning belongs to decoding there.
      const turnedByDecoder = format === 'HEIC' || format === 'AVIF';
      if (!turnedByDecoder) expect((await sharp(received).metadata()).orientation ?? 1).toBe(orientation);
      else if (orientation > 1) expect(received.includes('irot') || received.includes('imir')).toBe(true);
      const { picture, bytes } = await receive(received);
      expect(picture).toMatchObject({ width: WIDTH, height: HEIGHT });
      expect(unlike(await rawOf(bytes))).toBeLessThanOrEqual(6);
    });
  },
);
