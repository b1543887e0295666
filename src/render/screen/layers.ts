// A sheet cut into layers: large pictures are pixels already and are copied as they are, what lies under, between and
// over them is drawn. An SVG takes several times as long to show a picture as copying it does. Pure.
import type { LaidOutSheet, Part, PicturePart } from '../layout/sheet.ts';
import { type PixelSize, pixelsOf } from './pixels.ts';

export type Layer =
  | { readonly kind: 'drawn'; readonly parts: readonly Part[] }
  | { readonly kind: 'picture'; readonly part: PicturePart };

/** Pixels on either side from which a picture is worth a layer of its own. */
const LARGE = 300;

/** From the paper upwards. */
export function layersOf(sheet: LaidOutSheet, { scale }: PixelSize): readonly Layer[] {
  const layers: Layer[] = [];
  let drawn: Part[] = [paperOf(sheet)];
  for (const part of sheet.parts) {
    if (!isOwnLayer(part, scale)) {
      drawn.push(part);
      continue;
    }
    if (drawn.length > 0) layers.push({ kind: 'drawn', parts: drawn });
    layers.push({ kind: 'picture', part });
    drawn = [];
  }
  return drawn.length > 0 ? [...layers, { kind: 'drawn', parts: drawn }] : layers;
}

/** A little beyond the sheet, so that its last row of pixels is covered whole. */
function paperOf({ width, height, paper }: LaidOutSheet): Part {
  const rect = { x: 0, y: 0, width: width + 1, height: height + 1 };
  return { kind: 'shape', outline: { kind: 'rect', rect, radius: 0 }, fill: paper };
}

/** Only what stands upright between straight edges can be copied. */
function isOwnLayer(part: Part, scale: number): part is PicturePart {
  if (part.kind !== 'picture' || part.turn !== undefined || (part.clip?.radius ?? 0) > 0) return false;
  const { width, height } = pixelsOf(part.at, scale);
  return Math.max(width, height) >= LARGE;
}
