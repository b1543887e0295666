// Pixels in memory onto which layers are laid, one over the other. Pure.
import type { Rect } from '../layout/sheet.ts';

/** Pixels row by row: RGB or, where said, RGBA (not premultiplied). */
export interface Pixels {
  readonly data: Uint8Array;
  readonly width: number;
  readonly height: number;
}

export interface Canvas {
  /** RGB. */
  readonly pixels: Pixels;
  /** Lays RGBA of the canvas's own size over what is there. */
  lay(layer: Pixels): void;
  /** Copies RGB to where `at` begins; what lies beyond the canvas or outside of `clip` is left out. */
  copy(picture: Pixels, at: Pick<Rect, 'x' | 'y'>, clip?: Rect): void;
}

const OPAQUE = 255;

/** A white canvas. */
export function createCanvas(width: number, height: number): Canvas {
  const data = new Uint8Array(width * height * 3).fill(OPAQUE);
  return {
    pixels: { data, width, height },
    lay: (layer) => layOver(data, layer.data),
    copy(picture, at, clip = { x: 0, y: 0, width, height }) {
      const left = Math.max(0, clip.x, at.x);
      const right = Math.min(width, clip.x + clip.width, at.x + picture.width);
      const top = Math.max(0, clip.y, at.y);
      const bottom = Math.min(height, clip.y + clip.height, at.y + picture.height);
      if (right <= left) return;
      for (let y = top; y < bottom; y++) {
        const from = ((y - at.y) * picture.width + (left - at.x)) * 3;
        data.set(picture.data.subarray(from, from + (right - left) * 3), (y * width + left) * 3);
      }
    },
  };
}

/** Source over destination, `below` being opaque RGB and `above` RGBA. */
function layOver(below: Uint8Array, above: Uint8Array): void {
  for (let from = 0, to = 0; to < below.length; from += 4, to += 3) {
    const alpha = above[from + 3] ?? 0;
    if (alpha === 0) continue;
    const through = OPAQUE - alpha;
    for (let part = 0; part < 3; part++) {
      const over = above[from + part] ?? 0;
      // Adding a half rounds: a typed array cuts off what follows the point.
      below[to + part] = through === 0 ? over : (over * alpha + (below[to + part] ?? 0) * through) / OPAQUE + 0.5;
    }
  }
}
