// The printed pictures at the sizes in which sheets show them on the screen. Each is unpacked once, at the largest of
// its sizes; the smaller ones are made from that.
import { loadSharp } from '../../raster.ts';
import type { LaidOutSheet, PicturePart } from '../layout/sheet.ts';
import type { PrintImage } from '../picture-types.ts';
import type { Pixels } from './canvas.ts';
import { pixelSizeOf, pixelsOf } from './pixels.ts';

export interface ShrinkOptions {
  readonly sheets: readonly LaidOutSheet[];
  /** Of the longer side of a sheet, in pixels. */
  readonly longSide: number;
  /** The pictures as they are printed, in the order of the book's pages. */
  readonly pictures: readonly PrintImage[];
}

export type Shrink = (part: PicturePart, scale: number) => Promise<Pixels>;

interface Size {
  readonly width: number;
  readonly height: number;
}

/** Gives RGB at the size of `pixelsOf`, whatever is asked for first. */
export function createShrink({ sheets, longSide, pictures }: ShrinkOptions): Shrink {
  const largest = largestSizes(sheets, longSide);
  const unpacked = new Map<number, Promise<Pixels>>();
  return async (part, scale) => {
    const [picture, most] = [pictures[part.page], largest.get(part.page)];
    if (picture === undefined || most === undefined) throw new Error(`no picture was given for page ${part.page}`);
    const master = unpacked.get(part.page) ?? unpack(picture, most);
    unpacked.set(part.page, master);
    return resized(await master, pixelsOf(part.at, scale));
  };
}

function largestSizes(sheets: readonly LaidOutSheet[], longSide: number): ReadonlyMap<number, Size> {
  const largest = new Map<number, Size>();
  for (const sheet of sheets) {
    const { scale } = pixelSizeOf(sheet, longSide);
    for (const part of sheet.parts) {
      if (part.kind !== 'picture') continue;
      const size = pixelsOf(part.at, scale);
      if (size.width > (largest.get(part.page)?.width ?? 0)) largest.set(part.page, size);
    }
  }
  return largest;
}

async function unpack({ jpeg }: PrintImage, { width, height }: Size): Promise<Pixels> {
  const sharp = await loadSharp();
  const data = await sharp(jpeg, { sequentialRead: true })
    .resize(width, height, { fit: 'fill' })
    .toColourspace('srgb')
    .raw()
    .toBuffer();
  return { data, width, height };
}

async function resized(pixels: Pixels, { width, height }: Size): Promise<Pixels> {
  if (pixels.width === width && pixels.height === height) return pixels;
  const sharp = await loadSharp();
  const raw = { width: pixels.width, height: pixels.height, channels: 3 } as const;
  const data = await sharp(pixels.data, { raw }).resize(width, height, { fit: 'fill' }).raw().toBuffer();
  return { data, width, height };
}
