// What the bytes are, by their magic numbers alone: neither the name nor the declared type is asked.
// The picture formats named here begin so that libvips recognises them by the same bytes.
import type { NotAPicture } from '../../errors.ts';
import { has, latin, u8 } from './bytes.ts';
import { brandsOf } from './headers/boxes.ts';
import { heifCodec } from './headers/heif.ts';

export type Format = 'JPEG' | 'PNG' | 'WebP' | 'GIF' | 'TIFF' | 'AVIF' | 'HEIC';
export type Sniffed = { readonly format: Format } | { readonly found: NotAPicture };

const AUDIO_BRANDS = ['M4A ', 'M4B ', 'M4P ', 'F4A '];

export function sniff(bytes: Uint8Array): Sniffed {
  const format = pictureFormat(bytes);
  if (format !== undefined) return { format };
  return { found: binary(bytes) ?? text(bytes) ?? 'unknown' };
}

function pictureFormat(bytes: Uint8Array): Format | undefined {
  if (has(bytes, 0, '\xff\xd8\xff')) return 'JPEG';
  if (has(bytes, 0, '\x89PNG\r\n\x1a\n')) return 'PNG';
  if (has(bytes, 0, 'RIFF') && has(bytes, 8, 'WEBP')) return 'WebP';
  if (has(bytes, 0, 'GIF87a') || has(bytes, 0, 'GIF89a')) return 'GIF';
  if (has(bytes, 0, 'II*\0') || has(bytes, 0, 'MM\0*')) return 'TIFF';
  return has(bytes, 4, 'ftyp') ? heifCodec(bytes) : undefined;
}

/** Magic numbers, with the place where they stand. */
const MAGIC: readonly (readonly [found: NotAPicture, at: number, letters: string])[] = [
  ['video', 4, 'moov'],
  ['video', 4, 'mdat'],
  ['video', 4, 'wide'],
  ['video', 0, '\x1a\x45\xdf\xa3'], // Matroska, WebM
  ['video', 0, 'FLV\x01'],
  ['video', 0, '\0\0\x01\xba'], // MPEG
  ['video', 0, '\0\0\x01\xb3'],
  ['video', 8, 'AVI '],
  ['audio', 8, 'WAVE'],
  ['audio', 0, 'ID3'],
  ['audio', 0, 'OggS'],
  ['audio', 0, 'fLaC'],
  ['audio', 0, 'MThd'],
  ['audio', 0, '#!AMR'],
  ['zip', 0, 'PK\x03\x04'],
  ['zip', 0, 'PK\x05\x06'],
  ['zip', 0, "7z\xbc\xaf'\x1c"],
  ['zip', 0, 'Rar!'],
  ['zip', 0, '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'], // older office documents, and .hwp
  ['zip', 0, '\x1f\x8b'], // gzip, and so .svgz
];

function binary(bytes: Uint8Array): NotAPicture | undefined {
  if (has(bytes, 4, 'ftyp')) return brandsOf(bytes).some((brand) => AUDIO_BRANDS.includes(brand)) ? 'audio' : 'video';
  const found = MAGIC.find(([, at, letters]) => has(bytes, at, letters))?.[0];
  // The frame header of MPEG audio or ADTS: eleven set bits. FF FE opens UTF-16 text instead.
  const sync = u8(bytes, 0) === 0xff && u8(bytes, 1) >= 0xe0 && u8(bytes, 1) < 0xfe;
  return found ?? (sync ? 'audio' : undefined);
}

function text(bytes: Uint8Array): NotAPicture | undefined {
  const head = bytes.subarray(0, 4096);
  // PDF readers accept the mark anywhere in the first kilobyte.
  if (latin(head, 0, 1024).includes('%PDF-')) return 'pdf';
  const letters = decodeText(head);
  if (letters === undefined) return undefined;
  const opening = letters.replace(/^\uFEFF/, '').trimStart();
  if (!opening.startsWith('<')) return 'text';
  if (/<svg[\s>]/i.test(opening)) return 'svg';
  if (/^<!doctype html|<html[\s>]|<head[\s>]|<body[\s>]/i.test(opening)) return 'html';
  return 'text';
}

/** The letters, or undefined where the bytes hold what no text holds. */
function decodeText(head: Uint8Array): string | undefined {
  const utf16 = has(head, 0, '\xff\xfe') ? 'utf-16le' : has(head, 0, '\xfe\xff') ? 'utf-16be' : undefined;
  if (utf16 !== undefined) return new TextDecoder(utf16).decode(head);
  if (head.some((byte) => byte < 32 && ![9, 10, 12, 13, 27].includes(byte))) return undefined;
  for (const encoding of ['utf-8', 'euc-kr']) {
    try {
      // As a stream: the last letter may be cut in two.
      return new TextDecoder(encoding, { fatal: true }).decode(head, { stream: true });
    } catch {
      // Not in this encoding.
    }
  }
  return undefined;
}
