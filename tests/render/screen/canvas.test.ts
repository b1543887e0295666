// Layers in memory: what is laid over what, and what is left out.
import { describe, expect, it } from 'vitest';
import { createCanvas } from '../../../src/render/screen/canvas.ts';
import { pixelSizeOf, pixelsOf } from '../../../src/render/screen/pixels.ts';

const rows = ({ data, width }: { data: Uint8Array; width: number }): number[][] =>
  Array.from({ length: data.length / (3 * width) }, (_, y) =>
    Array.from({ length: width }, (_, x) => data[(y * width + x) * 3] ?? -1),
  );
const grey = (values: readonly number[], width: number) => ({
  data: Uint8Array.from(values.flatMap((value) => [value, value, value])),
  width,
  height: values.length / width,
});

describe('a canvas', () => {
  it('is white', () => {
    expect(rows(createCanvas(2, 1).pixels)).toEqual([[255, 255]]);
  });

  it('takes as much of a layer as it is opaque', () => {
    const canvas = createCanvas(4, 1);
    canvas.copy(grey([200, 200, 200, 200], 4), { x: 0, y: 0 });
    const layer = [100, 255, 100, 0, 100, 127, 10, 1].flatMap((value, at) =>
      at % 2 ? [value] : [value, value, value],
    );
    canvas.lay({ data: Uint8Array.from(layer), width: 4, height: 1 });
    expect(rows(canvas.pixels)).toEqual([[100, 200, 150, 199]]);
  });

  it('copies a picture to its place and leaves out what lies beyond the edges', () => {
    const canvas = createCanvas(3, 2);
    canvas.copy(grey([1, 2, 3, 4], 2), { x: -1, y: 1 });
    canvas.copy(grey([5, 6, 7, 8], 2), { x: 2, y: -1 });
    canvas.copy(grey([9], 1), { x: 5, y: 0 });
    expect(rows(canvas.pixels)).toEqual([
      [255, 255, 7],
      [2, 255, 255],
    ]);
  });

  it('shows of a picture only what is inside its clip', () => {
    const canvas = createCanvas(3, 2);
    canvas.copy(grey([1, 2, 3, 4, 5, 6], 3), { x: 0, y: 0 }, { x: 1, y: 1, width: 1, height: 5 });
    expect(rows(canvas.pixels)).toEqual([
      [255, 255, 255],
      [255, 5, 255],
    ]);
  });
});

describe('pixels', () => {
  it('of a sheet keep its shape on the longer side asked for', () => {
    expect(pixelSizeOf({ width: 50, height: 100 }, 1200)).toEqual({ width: 600, height: 1200, scale: 12 });
    expect(pixelSizeOf({ width: 100, height: 100 }, 1200)).toMatchObject({ width: 1200, height: 1200 });
  });

  it('of neighbouring boxes neither overlap nor leave a gap, and none vanishes', () => {
    const [left, right] = [
      pixelsOf({ x: 0, y: 0, width: 3.3, height: 9 }, 1.5),
      pixelsOf({ x: 3.3, y: 0, width: 4, height: 9 }, 1.5),
    ];
    expect(left.x + left.width).toBe(right.x);
    expect(pixelsOf({ x: 4, y: 4, width: 0.01, height: 0.01 }, 1)).toMatchObject({ width: 1, height: 1 });
  });
});
