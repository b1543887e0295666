// Pictures for the page: encoded within a budget of bytes, and studied for the layouts.
// Placing them is left to the layouts, embedding them to the PDF writer.
import type { PictureStudy, PrintedPictures, PrintOptions, PrintSource } from './picture-types.ts';

export async function encodeForPrint(
  _pictures: readonly PrintSource[],
  _options: PrintOptions,
): Promise<PrintedPictures> {
  throw new Error('not written yet');
}

export async function studyPicture(_bytes: Uint8Array): Promise<PictureStudy> {
  throw new Error('not written yet');
}
