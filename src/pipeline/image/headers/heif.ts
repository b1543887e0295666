// The item properties of HEIC and AVIF (ISO/IEC 23008-12, section 6): size, colour, and whether the data is all there.
// Turning (irot, imir) and cropping are left to libheif, which applies them by itself; EXIF is informative only here.
import { big, has, u8 } from '../bytes.ts';
import { type Box, boxes, boxOf, brandsOf } from './boxes.ts';
import { extentsInside } from './iloc.ts';
import type { Header, HeaderLimits, Profile } from './types.ts';

const HEIC_BRANDS = ['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx'];
const AVIF_BRANDS = ['avif', 'avis'];
/** Brands that say HEIF without saying which codec is inside. */
const HEIF_BRANDS = ['mif1', 'mif2', 'msf1'];
/** Display P3 by its number (ITU-T H.273, table 2: SMPTE EG 432-1). */
const P3_PRIMARIES = 12;

/** Which of the two it is: by the codec of its pictures, and where none is named by its brand. */
export function heifCodec(bytes: Uint8Array): 'AVIF' | 'HEIC' | undefined {
  const brands = brandsOf(bytes);
  const oneOf = (known: readonly string[]): boolean => brands.some((brand) => known.includes(brand));
  if (!oneOf([...HEIC_BRANDS, ...AVIF_BRANDS, ...HEIF_BRANDS])) return undefined;
  const properties = meta(bytes)?.properties;
  if (boxOf(properties, 'hvcC')) return 'HEIC';
  if (boxOf(properties, 'av1C')) return 'AVIF';
  return oneOf(AVIF_BRANDS) && !oneOf(HEIC_BRANDS) ? 'AVIF' : 'HEIC';
}

export function readHeif(bytes: Uint8Array, limits: HeaderLimits): Header | undefined {
  const found = meta(bytes);
  const primary = boxOf(found?.list, 'pitm');
  const associations = boxOf(found?.held, 'ipma');
  const locations = boxOf(found?.list, 'iloc');
  if (!found || !primary || !associations || !locations) return undefined;
  if (!extentsInside(bytes, locations)) return undefined;
  const id = big(bytes, primary.from + 4, u8(bytes, primary.from) === 0 ? 2 : 4);
  const own = propertiesOf(bytes, associations, id).flatMap((index) => found.properties[index - 1] ?? []);
  const extent = boxOf(own, 'ispe');
  if (!extent) return undefined;
  const size = { width: big(bytes, extent.from + 4, 4), height: big(bytes, extent.from + 8, 4) };
  // Tiles and thumbnails belong inside the picture: one that is larger was made to mislead.
  const sizes = found.properties.filter(({ type }) => type === 'ispe');
  if (
    sizes.some(
      (box) => big(bytes, box.from + 4, 4) * big(bytes, box.from + 8, 4) > 4 * size.width * size.height + 2 ** 20,
    )
  )
    return undefined;
  const colours = own.some(({ type }) => type === 'colr') ? own : found.properties;
  const profile = profileOf(bytes, colours);
  return { ...size, frames: frames(bytes, limits), held: held(bytes, found.properties), ...(profile && { profile }) };
}

/** Bytes a pixel, as measured: planes, conversion and copies of both decoders live side by side. */
function held(bytes: Uint8Array, properties: readonly Box[]): number {
  const hevc = boxOf(properties, 'hvcC');
  if (hevc) {
    const subsampled = (u8(bytes, hevc.from + 16) & 3) <= 1;
    const deep = (u8(bytes, hevc.from + 17) & 7) > 0;
    return (subsampled ? 11 : 14) * (deep ? 1.8 : 1);
  }
  const av1 = boxOf(properties, 'av1C');
  const deep = av1 && (u8(bytes, av1.from + 2) & 0x40) > 0;
  return deep ? 32 : 18;
}

interface Meta {
  readonly list: readonly Box[];
  /** The children of iprp. */
  readonly held: readonly Box[];
  /** The properties, in order: associations count them from 1. */
  readonly properties: readonly Box[];
}

function meta(bytes: Uint8Array): Meta | undefined {
  const box = boxOf(topBoxes(bytes), 'meta');
  const list = box && boxes(bytes, box.from + 4, box.to);
  const parent = boxOf(list, 'iprp');
  const held = parent && boxes(bytes, parent.from, parent.to);
  const container = boxOf(held, 'ipco');
  const properties = container && boxes(bytes, container.from, container.to);
  return list && held && properties && { list, held, properties };
}

/** The boxes of the file up to the first that is none: strangers append things to pictures. */
function topBoxes(bytes: Uint8Array): readonly Box[] {
  const found: Box[] = [];
  let at = 0;
  while (at < bytes.length && found.length < 64) {
    const size = big(bytes, at, 4);
    const end = size > 1 ? at + size : bytes.length;
    const box = boxes(bytes, at, Math.min(end, bytes.length))?.[0];
    if (!box) break;
    found.push(box);
    at = box.to;
  }
  return found;
}

/** Indices of the properties of an item, from 1 (ISO/IEC 23008-12, section 9.3.2). */
function propertiesOf(bytes: Uint8Array, box: Box, id: number): readonly number[] {
  const wide = u8(bytes, box.from) > 0 ? 4 : 2;
  const indexLength = u8(bytes, box.from + 3) & 1 ? 2 : 1;
  const entries = big(bytes, box.from + 4, 4);
  let at = box.from + 8;
  for (let entry = 0; entry < entries && at < box.to; entry++) {
    const item = big(bytes, at, wide);
    const count = u8(bytes, at + wide);
    at += wide + 1;
    if (item === id) {
      return Array.from({ length: Math.max(0, count) }, (_, i) => {
        const index = big(bytes, at + i * indexLength, indexLength);
        return index & (indexLength === 2 ? 0x7fff : 0x7f);
      });
    }
    at += count * indexLength;
  }
  return [];
}

function profileOf(bytes: Uint8Array, properties: readonly Box[]): Profile | undefined {
  const colours = properties.filter(({ type }) => type === 'colr');
  const icc = colours.find(({ from }) => has(bytes, from, 'prof') || has(bytes, from, 'rICC'));
  if (icc) return bytes.subarray(icc.from + 4, icc.to);
  const p3 = colours.some(({ from }) => has(bytes, from, 'nclx') && big(bytes, from + 4, 2) === P3_PRIMARIES);
  return p3 ? 'p3' : undefined;
}

/** The samples of the longest track; one picture where there is none. */
function frames(bytes: Uint8Array, limits: HeaderLimits): number {
  const movie = boxOf(topBoxes(bytes), 'moov');
  const inside = (box: Box | undefined): readonly Box[] => (box && boxes(bytes, box.from, box.to)) ?? [];
  const counts = inside(movie)
    .filter(({ type }) => type === 'trak')
    .map((track) => {
      let box: Box | undefined = track;
      for (const type of ['mdia', 'minf', 'stbl', 'stsz']) box = boxOf(inside(box), type);
      return box ? big(bytes, box.from + 8, 4) : 1;
    });
  return Math.min(Math.max(1, ...counts), limits.frames + 1);
}
