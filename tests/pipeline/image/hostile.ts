// Pictures that lie, burst or break off, made on the spot, each with the code it is to be refused by.
import { deflateSync } from 'node:zlib';
import type { ErrorCode } from '../../../src/errors.ts';
import { loadSharp } from '../../../src/raster.ts';
import { gif, greyPage, latin, png, pngChunk, tiff } from './crafted.ts';
import { HEIGHT, rawOf, SIDES, WIDTH } from './drawn.ts';

export interface Hostile {
  readonly what: string;
  readonly bytes: Uint8Array;
  readonly code: ErrorCode;
  readonly details?: Readonly<Record<string, unknown>>;
}

/** Cut at several places: within the header, in the middle, and just before the end. */
const cuts = (format: string, whole: Uint8Array, ...places: readonly number[]): readonly Hostile[] =>
  [30, Math.floor(whole.length * 0.3), Math.floor(whole.length * 0.7), whole.length - 12, ...places].map((length) => ({
    what: `${format} cut off after ${length} of ${whole.length} bytes`,
    bytes: whole.subarray(0, length),
    code: 'picture-damaged',
    details: { format },
  }));

const refused = (what: string, bytes: Uint8Array, rest: Partial<Hostile> = {}): Hostile => ({
  what,
  bytes,
  code: 'picture-damaged',
  ...rest,
});
const tooManyPixels = (width: number, height: number): Partial<Hostile> => ({
  code: 'picture-too-many-pixels',
  details: { width, height },
});
const TOO_MANY_FRAMES: Partial<Hostile> = { code: 'picture-too-many-frames' };
const TOO_THIN: Partial<Hostile> = { code: 'picture-too-thin' };

/** Two numbers written over those at a place. */
function overwritten(
  bytes: Uint8Array,
  at: number,
  [first, second]: readonly [number, number],
  write: 'writeUInt16BE' | 'writeUInt32BE' | 'writeUInt16LE',
): Buffer {
  const copy = Buffer.from(bytes);
  copy[write](first, at);
  copy[write](second, at + (write === 'writeUInt32BE' ? 4 : 2));
  return copy;
}

/** A drawing of 960 × 640 with soft edges, as PNG. */
async function drawing(): Promise<Buffer> {
  const sharp = await loadSharp();
  const { data } = await rawOf(SIDES);
  const image = sharp(data, { raw: { width: WIDTH, height: HEIGHT, channels: 3 } });
  return image.resize(960, 640, { kernel: 'cubic' }).png().toBuffer();
}

async function brokenOff(large: Buffer, heic: Uint8Array): Promise<readonly Hostile[]> {
  const sharp = await loadSharp();
  const webp = await sharp(large).webp({ quality: 90 }).toBuffer();
  return [
    { what: 'nothing', bytes: new Uint8Array(), code: 'picture-empty' },
    ...cuts('JPEG', await sharp(large).jpeg({ quality: 90 }).toBuffer()),
    ...cuts('JPEG', await sharp(large).jpeg({ progressive: true }).toBuffer()),
    ...cuts('PNG', large),
    ...cuts('WebP', webp, webp.length - 2),
    ...cuts('WebP', await sharp(large).webp({ lossless: true }).toBuffer()),
    ...cuts('GIF', await sharp(large).gif().toBuffer()),
    ...cuts('TIFF', await sharp(large).tiff({ compression: 'deflate' }).toBuffer()),
    ...cuts('AVIF', await sharp(large).avif({ effort: 0 }).toBuffer()),
    ...cuts('HEIC', heic),
  ];
}

async function lyingJpegs(large: Buffer): Promise<readonly Hostile[]> {
  const sharp = await loadSharp();
  const jpeg = await sharp(large).jpeg({ quality: 90 }).toBuffer();
  // The frame header names the height first.
  const sized = (height: number, width: number): Buffer =>
    overwritten(jpeg, jpeg.indexOf(latin('\xff\xc0')) + 5, [height, width], 'writeUInt16BE');
  return [
    refused('a JPEG with a hole in its middle', Buffer.concat([jpeg.subarray(0, 4000), jpeg.subarray(5000)])),
    refused('a JPEG that says it is twice as high', sized(1280, 960)),
    refused('a JPEG that says it is enormous', sized(65000, 65000), tooManyPixels(65000, 65000)),
    refused('a JPEG of no height', sized(0, 960), TOO_THIN),
  ];
}

function lyingPngs(large: Buffer): readonly Hostile[] {
  const rows = (width: number, height: number): Buffer => Buffer.alloc(height * (1 + width * 3));
  const sized = (width: number, height: number, data = rows(width, height)): Buffer => png({ width, height, data });
  const small = { width: 20, height: 20, data: rows(20, 20) };
  const thousand = pngChunk('acTL', Buffer.from([0, 0, 3, 0xe8, 0, 0, 0, 0]));
  return [
    refused('a PNG that says it is 50000 × 50000', sized(50000, 50000, rows(10, 10)), tooManyPixels(50000, 50000)),
    refused('a PNG with fewer rows than it says', sized(500, 500, rows(500, 300))),
    refused('a PNG of no width', sized(0, 500), TOO_THIN),
    refused('a PNG 1 wide and 60000 high', sized(1, 60000), TOO_THIN),
    refused('a PNG 20 wide and 60000 high', sized(20, 60000), { ...TOO_THIN, details: { width: 20, height: 60000 } }),
    refused('an animated PNG of 1000 frames', png({ ...small, extra: [thousand] }), TOO_MANY_FRAMES),
    refused('a PNG with a wrong checksum', Buffer.from(large).fill(1, 241, 261)),
    refused('a PNG with an unknown colour type', png({ ...small, kind: [8, 5, 0] })),
  ];
}

async function lyingWebpsAndGifs(large: Buffer): Promise<readonly Hostile[]> {
  const sharp = await loadSharp();
  const webp = await sharp(large).webp({ quality: 90 }).toBuffer();
  const sized = (size: number): Buffer => overwritten(webp, 26, [size, size], 'writeUInt16LE');
  const noise = Buffer.alloc(16 * 16 * 3 * 150).map((_, i) => (i * 31) % 251);
  const film = sharp(noise, { raw: { width: 16, height: 16 * 150, channels: 3, pageHeight: 16 } });
  return [
    refused('an animated GIF of 300 frames', gif(300), TOO_MANY_FRAMES),
    refused('a GIF with a screen of 65535 × 65535', gif(1, [65535, 65535]), tooManyPixels(65535, 65535)),
    refused('a GIF without a picture', gif(0)),
    refused('an animated WebP of 150 frames', await film.webp({ effort: 0 }).toBuffer(), TOO_MANY_FRAMES),
    refused('a WebP that says it is enormous', sized(16000), tooManyPixels(16000, 16000)),
    refused('a WebP with another size than its data', sized(2000)),
  ];
}

async function lyingHeifs(large: Buffer, heic: Uint8Array): Promise<readonly Hostile[]> {
  const sharp = await loadSharp();
  const avif = await sharp(large).avif({ effort: 0 }).toBuffer();
  // The last extent is that of the picture itself.
  const sized = (file: Uint8Array, size: number): Buffer =>
    overwritten(file, Buffer.from(file).lastIndexOf('ispe') + 8, [size, size], 'writeUInt32BE');
  return [
    refused('an AVIF that says it is enormous', sized(avif, 60000), tooManyPixels(60000, 60000)),
    refused('an AVIF that says it is small', sized(avif, 32)),
    refused('a HEIC that says it is enormous', sized(heic, 60000), tooManyPixels(60000, 60000)),
    refused('a HEIC that says it is small', sized(heic, 20)),
  ];
}

function lyingTiffs(): readonly Hostile[] {
  const page = greyPage(100, 100, 10000);
  const data = Buffer.alloc(10000);
  const pages = Array.from({ length: 150 }, () => page);
  return [
    refused('a TIFF that says it is enormous', tiff([greyPage(60000, 60000, 100)], data), tooManyPixels(60000, 60000)),
    refused('a TIFF whose strip lies outside', tiff([greyPage(500, 500, 250000)], data)),
    refused('a TIFF without tags', tiff([[]], data)),
    refused('a TIFF with an unknown compression', tiff([greyPage(100, 100, 10000, 34892)], data)),
    refused('a TIFF of 150 pages', tiff(pages, data), TOO_MANY_FRAMES),
    refused('a TIFF whose pages run in a ring', tiff([page, page], data, true), TOO_MANY_FRAMES),
    refused('a TIFF with less in its strip than it says', tiff([greyPage(3000, 3000, 60, 8)], deflateSync(data))),
  ];
}

/** @param heic an intact HEIC, which cannot be made on the spot. */
export async function spoiled(heic: Uint8Array): Promise<readonly Hostile[]> {
  const large = await drawing();
  return [
    ...(await brokenOff(large, heic)),
    ...(await lyingJpegs(large)),
    ...lyingPngs(large),
    ...(await lyingWebpsAndGifs(large)),
    ...(await lyingHeifs(large, heic)),
    ...lyingTiffs(),
  ];
}
