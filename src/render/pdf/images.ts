// Pictures and emoji as image objects of the file. JPEG data goes in as it is; PNG is unpacked into colour and mask.

import { loadSharp } from '../../raster.ts';
import type { PrintImage } from '../picture-types.ts';
import type { PdfFile, Ref } from './file.ts';

/** Markers that start a frame of baseline or progressive JPEG. */
const FRAME_MARKERS: readonly number[] = [0xc0, 0xc1, 0xc2];

/** Number of colour components, read from the frame header (ITU T.81, B.2.2). */
export function jpegComponents(jpeg: Uint8Array): number {
  const view = new DataView(jpeg.buffer, jpeg.byteOffset, jpeg.byteLength);
  for (let at = 2; at + 9 < view.byteLength; at += 2 + view.getUint16(at + 2)) {
    if (FRAME_MARKERS.includes(view.getUint8(at + 1))) return view.getUint8(at + 9);
  }
  throw new Error('a JPEG without a frame header');
}

export function putJpeg(file: PdfFile, image: PrintImage, ref: Ref): void {
  const grey = jpegComponents(image.jpeg) === 1;
  file.putStream(
    image.jpeg,
    {
      Type: 'XObject',
      Subtype: 'Image',
      Width: image.width,
      Height: image.height,
      ColorSpace: grey ? 'DeviceGray' : 'DeviceRGB',
      BitsPerComponent: 8,
      Filter: 'DCTDecode',
    },
    { ref },
  );
}

/** A drawing with alpha. */
export async function putPng(file: PdfFile, png: Uint8Array, ref: Ref): Promise<void> {
  const sharp = await loadSharp();
  const { data, info } = await sharp(png).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  const count = info.width * info.height;
  const colour = new Uint8Array(count * 3);
  const alpha = new Uint8Array(count);
  for (let pixel = 0; pixel < count; pixel++) {
    colour.set(data.subarray(pixel * 4, pixel * 4 + 3), pixel * 3);
    alpha[pixel] = data[pixel * 4 + 3] ?? 255;
  }
  const size = { Type: 'XObject', Subtype: 'Image', Width: info.width, Height: info.height, BitsPerComponent: 8 };
  const mask = file.putStream(alpha, { ...size, ColorSpace: 'DeviceGray' });
  file.putStream(colour, { ...size, ColorSpace: 'DeviceRGB', SMask: mask }, { ref });
}
