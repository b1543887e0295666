// Files put together byte by byte: the smallest of their kind, and such as no program would write.
import { deflateRawSync, deflateSync } from 'node:zlib';

export const text = (letters: string): Buffer => Buffer.from(letters);
export const latin = (letters: string): Buffer => Buffer.from(letters, 'latin1');

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
export function zip(name: string): Buffer {
  const data = deflateRawSync(text('<w:document/>'));
  const head = Buffer.alloc(30);
  head.write('PK\x03\x04', 'latin1');
  head.writeUInt16LE(8, 8);
  head.writeUInt32LE(data.length, 18);
  head.writeUInt16LE(name.length, 26);
  return Buffer.concat([head, text(name), data]);
}

export const isoFile = (brand: string, ...boxes: readonly Buffer[]): Buffer =>
  Buffer.concat([box('ftyp', latin(`${brand}\0\0\0\0isom`)), ...boxes]);

export function box(type: string, content: Uint8Array): Buffer {
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
