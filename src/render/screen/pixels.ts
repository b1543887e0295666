// From points to pixels: how big a sheet is on the screen, and on which pixels a box of it lies. Pure.
import type { LaidOutSheet, Rect } from '../layout/sheet.ts';

export interface PixelSize {
  readonly width: number;
  readonly height: number;
  /** Pixels to a point. */
  readonly scale: number;
}

/** A sheet whose longer side takes `longSide` pixels. */
export function pixelSizeOf({ width, height }: Pick<LaidOutSheet, 'width' | 'height'>, longSide: number): PixelSize {
  const scale = longSide / Math.max(width, height);
  return { width: Math.round(width * scale), height: Math.round(height * scale), scale };
}

/** A box on whole pixels, at least one each way, so that a picture that fits it is copied and not blurred. */
export function pixelsOf({ x, y, width, height }: Rect, scale: number): Rect {
  const [left, top] = [Math.round(x * scale), Math.round(y * scale)];
  return {
    x: left,
    y: top,
    width: Math.max(1, Math.round((x + width) * scale) - left),
    height: Math.max(1, Math.round((y + height) * scale) - top),
  };
}
