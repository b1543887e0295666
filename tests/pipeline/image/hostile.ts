// Files that mean harm or are broken, made on the spot, each with the code it is to be refused by.
import { deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import type { ErrorCode } from '../../../src/errors.ts';
import { loadSharp } from '../../../src/raster.ts';
import { HEIGHT, rawOf, SIDES, WIDTH } from './drawn.ts';

export interface Hostile {
  readonly what: string;
  readonly bytes: Uint8Array;
  readonly code: ErrorCode;
  readonly details?: Readonly<Record<string, unknown>>;
}

const text = (letters: string): Buffer => Buffer.from(letters);
const latin = (letters: string): Buffer => Buffer.from(letters, 'latin1');

/** CRC-32 of PNG chunks and zip entries. */
function crc32(bytes: Uint8Array): number {
  let crc = ~0;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc >>> 0;
}

export function pngChunk(name: string, content: Uint8Array): Buffer {
  const body = Buffer.concat([latin(name), content]);
  const [length, crc] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(content.length);
  crc.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, crc]);
}

export interface PngOptions {
  readonly width: number;
  readonly height: number;
  /** Bits a channel, colour type and interlace method as in IHDR. */
  readonly kind?: readonly [bits: number, colour: number, interlace: number];
  /** Content before compression. */
  readonly data: Uint8Array;
  readonly extra?: readonly Buffer[];
}

export function png({ width, height, kind = [8, 2, 0], data, extra = [] }: PngOptions): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width);
  header.writeUInt32BE(height, 4);
  header.set([kind[0], kind[1], 0, 0, kind[2]], 8);
  return Buffer.concat([
    latin('\x89PNG\r\n\x1a\n'),
    pngChunk('IHDR', header),
    ...extra,
    pngChunk('IDAT', deflateSync(data, { level: 9 })),
    pngChunk('IEND', Buffer.alloc(0)),
  ]);
}

export interface TiffEntry {
  readonly tag: number;
  readonly type: 3 | 4;
  readonly value: number;
}

/** Little-endian TIFF with one directory for each list of entries. */
export function tiff(directories: readonly (readonly TiffEntry[])[], data: Uint8Array, ring = false): Buffer {
  const start = 8 + data.length + (data.length % 2);
  const parts: Buffer[] = [];
  let at = start;
  directories.forEach((entries, index) => {
    const part = Buffer.alloc(2 + 12 * entries.length + 4);
    part.writeUInt16LE(entries.length);
    entries.forEach(({ tag, type, value }, place) => {
      part.writeUInt16LE(tag, 2 + 12 * place);
      part.writeUInt16LE(type, 4 + 12 * place);
      part.writeUInt32LE(1, 6 + 12 * place);
      if (type === 3) part.writeUInt16LE(value, 10 + 12 * place);
      else part.writeUInt32LE(value, 10 + 12 * place);
    });
    at += part.length;
    part.writeUInt32LE(index + 1 < directories.length ? at : ring ? start : 0, part.length - 4);
    parts.push(part);
  });
  const head = Buffer.alloc(start);
  head.set(latin('II*\0'));
  head.writeUInt32LE(start, 4);
  head.set(data, 8);
  return Buffer.concat([head, ...parts]);
}

/** One grey strip. */
export const greyPage = (width: number, height: number, length: number, compression = 1): readonly TiffEntry[] => [
  { tag: 256, type: 4, value: width },
  { tag: 257, type: 4, value: height },
  { tag: 258, type: 3, value: 8 },
  { tag: 259, type: 3, value: compression },
  { tag: 262, type: 3, value: 1 },
  { tag: 273, type: 4, value: 8 },
  { tag: 277, type: 3, value: 1 },
  { tag: 278, type: 4, value: height },
  { tag: 279, type: 4, value: length },
];

/** A zip with one entry, as office documents begin. */
function zip(name: string): Buffer {
  const data = deflateRawSync(text('<w:document/>'));
  const head = Buffer.alloc(30);
  head.write('PK\x03\x04', 'latin1');
  head.writeUInt16LE(8, 8);
  head.writeUInt32LE(data.length, 18);
  head.writeUInt16LE(name.length, 26);
  return Buffer.concat([head, text(name), data]);
}

const isoFile = (brand: string, ...boxes: readonly Buffer[]): Buffer =>
  Buffer.concat([box('ftyp', latin(`${brand}\0\0\0\0isom`)), ...boxes]);

function box(type: string, content: Uint8Array): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(8 + content.length);
  return Buffer.concat([length, latin(type), content]);
}

/** A GIF of one colour with so many frames of 16 × 16. */
export function gif(frames: number, [width, height]: readonly [number, number] = [16, 16]): Buffer {
  const head = latin('GIF89a....\x80\0\0\xff\0\0\0\0\xff');
  head.writeUInt16LE(width, 6);
  head.writeUInt16LE(height, 8);
  // 256 times colour 0 with 2-bit codes, written without compression: a clear code before every three pixels.
  const bits: number[] = [];
  const put = (code: number): void => void bits.push(code & 1, (code >> 1) & 1, (code >> 2) & 1);
  for (let pixel = 0; pixel < 256; pixel++) {
    if (pixel % 2 === 0) put(4);
    put(0);
  }
  put(5);
  const data = Buffer.alloc(Math.ceil(bits.length / 8));
  bits.forEach((bit, i) => {
    data[i >> 3] = (data[i >> 3] ?? 0) | (bit << (i & 7));
  });
  const frame = Buffer.concat([
    latin('\x2c\0\0\0\0\x10\0\x10\0\0\x02'),
    Buffer.from([data.length]),
    data,
    Buffer.from([0]),
  ]);
  return Buffer.concat([head, ...Array.from({ length: frames }, () => frame), latin('\x3b')]);
}

/** Cut at several places: within the header, in the middle, and just before the end. */
const cuts = (format: string, whole: Uint8Array, ...places: readonly number[]): readonly Hostile[] =>
  [30, Math.floor(whole.length * 0.3), Math.floor(whole.length * 0.7), whole.length - 12, ...places].map((length) => ({
    what: `${format} cut off after ${length} of ${whole.length} bytes`,
    bytes: whole.subarray(0, length),
    code: 'picture-damaged',
    details: { format },
  }));

/** Everything that claims to be something else, by its first bytes. */
export function strangers(): readonly Hostile[] {
  const found = (what: string, bytes: Uint8Array, kind: string): Hostile => ({
    what,
    bytes,
    code: 'picture-not-a-picture',
    details: { found: kind },
  });
  return [
    found('a PDF', text('%PDF-1.7\n1 0 obj'), 'pdf'),
    found('a PDF after a blank', latin('\r\n%PDF-1.4\n%\xe2\xe3\xcf\xd3'), 'pdf'),
    found('a docx', zip('word/document.xml'), 'zip'),
    found('a 7z', latin("7z\xbc\xaf'\x1c\0\x04"), 'zip'),
    found('an old .hwp', latin('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0\0\0'), 'zip'),
    found('an mp4', isoFile('isom', box('moov', Buffer.alloc(16))), 'video'),
    found('a mov', isoFile('qt  ', box('mdat', Buffer.alloc(16))), 'video'),
    found('an old mov', box('moov', Buffer.alloc(16)), 'video'),
    found('a webm', latin('\x1a\x45\xdf\xa3\x01\0\0\0\0\0\0\x1f'), 'video'),
    found('an avi', latin('RIFF\x24\0\0\0AVI LIST'), 'video'),
    found('a wav', latin('RIFF\x24\0\0\0WAVEfmt '), 'audio'),
    found('an m4a', isoFile('M4A ', box('mdat', Buffer.alloc(16))), 'audio'),
    found('an mp3 with a tag', latin('ID3\x04\0\0\0\0\0\0TIT2'), 'audio'),
    found('an mp3 without a tag', latin('\xff\xfb\x90\x64\0\0\0\0\0\0'), 'audio'),
    found('an ogg', latin('OggS\0\x02\0\0'), 'audio'),
    found('a login page', text('\n<!DOCTYPE html><html><body>Please log in</body></html>'), 'html'),
    found('a login page without a doctype', text('<HTML lang="ko">로그인</HTML>'), 'html'),
    found('an SVG', text(SIDES), 'svg'),
    found('an SVG after an XML line and a comment', text(`\uFEFF<?xml version="1.0"?><!-- hi -->\n${SIDES}`), 'svg'),
    found('an SVG in UTF-16', Buffer.from(`\uFEFF${SIDES}`, 'utf16le'), 'svg'),
    found('an SVGZ', gzipSync(SIDES), 'zip'),
    found('plain text', text('별이는 오늘 바다에 갔어요.'), 'text'),
    found('a CSV', text('name,age\nkim,7\n'), 'text'),
    found('a BMP', latin('BM6\0\0\0\0\0\0\0\x36\0\0\0'), 'unknown'),
    found('a JPEG XL', latin('\xff\x0a\x3f\x01\0\0'), 'unknown'),
    found('random bytes', Buffer.from([7, 0, 1, 2, 3, 200, 4, 5, 6, 7, 8, 9, 0, 255]), 'unknown'),
    found('four zeros', Buffer.alloc(4), 'unknown'),
    found('two bytes of a JPEG', latin('\xff\xd8'), 'unknown'),
    found('text in an older Korean encoding', Buffer.from([0xc7, 0xd1, 0xb1, 0xdb]), 'text'),
  ];
}

/** Pictures that lie, burst or break off. */
export async function spoiled(heic: Uint8Array): Promise<readonly Hostile[]> {
  const sharp = await loadSharp();
  const { data } = await rawOf(SIDES);
  const image = () => sharp(data, { raw: { width: WIDTH, height: HEIGHT, channels: 3 } });
  const large = await image().resize(960, 640, { kernel: 'cubic' }).png().toBuffer();
  const jpeg = await sharp(large).jpeg({ quality: 90 }).toBuffer();
  const progressive = await sharp(large).jpeg({ progressive: true }).toBuffer();
  const webp = await sharp(large).webp({ quality: 90 }).toBuffer();
  const lossless = await sharp(large).webp({ lossless: true }).toBuffer();
  const avif = await sharp(large).avif({ effort: 0 }).toBuffer();
  const deflated = await sharp(large).tiff({ compression: 'deflate' }).toBuffer();
  const gifBytes = await sharp(large).gif().toBuffer();
  const rows = (width: number, height: number, bytesPerPixel: number): Buffer =>
    Buffer.alloc(height * (1 + width * bytesPerPixel));
  const pixels = (width: number, height: number): Partial<Hostile> => ({
    code: 'picture-too-many-pixels',
    details: { width, height },
  });
  const refused = (what: string, bytes: Uint8Array, rest: Partial<Hostile>): Hostile => ({
    what,
    bytes,
    code: 'picture-damaged',
    ...rest,
  });
  const resized = (
    bytes: Buffer,
    at: number,
    width: number,
    height: number,
    write: 'writeUInt16BE' | 'writeUInt32BE' | 'writeUInt16LE',
  ): Buffer => {
    const copy = Buffer.from(bytes);
    const wide = write === 'writeUInt32BE' ? 4 : 2;
    // A JPEG names its height first.
    const [first, second] = wide === 2 && write === 'writeUInt16BE' ? [height, width] : [width, height];
    copy[write](first, at);
    copy[write](second, at + wide);
    return copy;
  };
  const sof = jpeg.indexOf(latin('\xff\xc0')) + 5;
  const ispe = avif.indexOf('ispe') + 8;
  const heicIspe = Buffer.from(heic).lastIndexOf('ispe') + 8;
  const anim = pngChunk('acTL', Buffer.from([0, 0, 3, 0xe8, 0, 0, 0, 0]));
  const frames: Partial<Hostile> = { code: 'picture-too-many-frames' };
  const manyWebp = await sharp(
    Buffer.alloc(16 * 16 * 3 * 150, 7).map((_, i) => (i * 31) % 251),
    { raw: { width: 16, height: 16 * 150, channels: 3, pageHeight: 16 } },
  )
    .webp({ effort: 0 })
    .toBuffer();
  return [
    { what: 'nothing', bytes: new Uint8Array(), code: 'picture-empty' },
    ...cuts('JPEG', jpeg),
    ...cuts('JPEG', progressive),
    ...cuts('PNG', large),
    ...cuts('WebP', webp, webp.length - 2),
    ...cuts('WebP', lossless),
    ...cuts('GIF', gifBytes),
    ...cuts('TIFF', deflated),
    ...cuts('AVIF', avif),
    ...cuts('HEIC', heic),
    refused('a JPEG with a hole in its middle', Buffer.concat([jpeg.subarray(0, 4000), jpeg.subarray(5000)]), {}),
    refused('a JPEG that says it is twice as high', resized(jpeg, sof, 960, 1280, 'writeUInt16BE'), {}),
    refused('a JPEG that says it is enormous', resized(jpeg, sof, 65000, 65000, 'writeUInt16BE'), pixels(65000, 65000)),
    refused('a JPEG of no height', resized(jpeg, sof, 960, 0, 'writeUInt16BE'), { code: 'picture-too-thin' }),
    refused(
      'a PNG that says it is 50000 × 50000',
      png({ width: 50000, height: 50000, data: rows(10, 10, 3) }),
      pixels(50000, 50000),
    ),
    refused('a PNG with fewer rows than it says', png({ width: 500, height: 500, data: rows(500, 300, 3) }), {}),
    refused('a PNG of no width', png({ width: 0, height: 500, data: rows(1, 1, 3) }), { code: 'picture-too-thin' }),
    refused('a PNG 1 wide and 60000 high', png({ width: 1, height: 60000, data: rows(1, 60000, 3) }), {
      code: 'picture-too-thin',
    }),
    refused('a PNG 20 wide and 60000 high', png({ width: 20, height: 60000, data: rows(20, 60000, 3) }), {
      code: 'picture-too-thin',
      details: { width: 20, height: 60000 },
    }),
    refused(
      'an animated PNG of 1000 frames',
      png({ width: 20, height: 20, data: rows(20, 20, 3), extra: [anim] }),
      frames,
    ),
    refused('a PNG with a wrong checksum', Buffer.from(large).fill(1, 33 + 8 + 200, 33 + 8 + 220), {}),
    refused(
      'a PNG with an unknown colour type',
      png({ width: 20, height: 20, kind: [8, 5, 0], data: rows(20, 20, 3) }),
      {},
    ),
    refused('an animated GIF of 300 frames', gif(300), frames),
    refused('a GIF with a screen of 65535 × 65535', gif(1, [65535, 65535]), pixels(65535, 65535)),
    refused('a GIF without a picture', gif(0), {}),
    refused('an animated WebP of 150 frames', manyWebp, frames),
    refused('a WebP that says it is larger', resized(webp, 26, 16000, 16000, 'writeUInt16LE'), pixels(16000, 16000)),
    refused('a WebP with another size than its data', resized(webp, 26, 2000, 2000, 'writeUInt16LE'), {}),
    refused(
      'an AVIF that says it is enormous',
      resized(avif, ispe, 60000, 60000, 'writeUInt32BE'),
      pixels(60000, 60000),
    ),
    refused('an AVIF that says it is small', resized(avif, ispe, 32, 32, 'writeUInt32BE'), {}),
    refused(
      'a HEIC that says it is enormous',
      resized(Buffer.from(heic), heicIspe, 60000, 60000, 'writeUInt32BE'),
      pixels(60000, 60000),
    ),
    refused('a HEIC that says it is small', resized(Buffer.from(heic), heicIspe, 20, 20, 'writeUInt32BE'), {}),
    refused(
      'a TIFF that says it is enormous',
      tiff([greyPage(60000, 60000, 100)], Buffer.alloc(100)),
      pixels(60000, 60000),
    ),
    refused('a TIFF whose strip lies outside', tiff([greyPage(500, 500, 250000)], Buffer.alloc(100)), {}),
    refused('a TIFF without tags', tiff([[]], Buffer.alloc(100)), {}),
    refused('a TIFF with an unknown compression', tiff([greyPage(100, 100, 10000, 34892)], Buffer.alloc(10000)), {}),
    refused(
      'a TIFF of 150 pages',
      tiff(
        Array.from({ length: 150 }, () => greyPage(100, 100, 10000)),
        Buffer.alloc(10000),
      ),
      frames,
    ),
    refused(
      'a TIFF whose pages run in a ring',
      tiff([greyPage(100, 100, 10000), greyPage(100, 100, 10000)], Buffer.alloc(10000), true),
      frames,
    ),
    refused(
      'a TIFF whose strip bursts when inflated',
      tiff([greyPage(100, 100, 0, 8)], deflateSync(Buffer.alloc(50e6))),
      {},
    ),
  ];
}
