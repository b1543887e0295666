// What a layout wants to know of a picture: its edges, a coarse grid of its colours, which page colour suits it.
// Pure: works on a small raster that `pictures.ts` makes.
import { marksOf } from './marks.ts';
import { fromOklab, toOklab } from './picture-colour.ts';
import { CELLS, type PictureStudy, type Rgb, type Sides, type SmallRaster } from './picture-types.ts';

interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Part of a side that counts as its edge. */
const STRIP = 0.02;
/** Lightness and most chroma of a page: near paper, so that dark ink keeps a contrast far above 7:1. */
const PAGE_LIGHTNESS = 0.955;
const PAGE_CHROMA = 0.03;
/** Below this a picture has no colour of its own, and its page becomes cream. */
const COLOURLESS = 0.012;
const CREAM = { l: 0.965, a: 0.003, b: 0.018 };

export function study(raster: SmallRaster, size: { readonly width: number; readonly height: number }): PictureStudy {
  const whole: Box = { left: 0, top: 0, width: raster.width, height: raster.height };
  const strips = edges(raster);
  return {
    width: size.width,
    height: size.height,
    edge: eachSide(strips, (box) => mean(raster, box)),
    edgeEven: eachSide(strips, (box) => evenness(raster, box)),
    cells: cells(raster),
    marks: marksOf(raster),
    tint: tint(raster, whole),
  };
}

function cells(raster: SmallRaster): readonly Rgb[] {
  const span = (index: number, length: number) => {
    const from = Math.min(length - 1, Math.floor((index * length) / CELLS));
    return { from, count: Math.max(1, Math.floor(((index + 1) * length) / CELLS) - from) };
  };
  return Array.from({ length: CELLS * CELLS }, (_, index) => {
    const x = span(index % CELLS, raster.width);
    const y = span(Math.floor(index / CELLS), raster.height);
    return mean(raster, { left: x.from, top: y.from, width: x.count, height: y.count });
  });
}

const eachSide = <T>(boxes: Sides<Box>, of: (box: Box) => T): Sides<T> => ({
  top: of(boxes.top),
  right: of(boxes.right),
  bottom: of(boxes.bottom),
  left: of(boxes.left),
});

function edges({ width, height }: SmallRaster): Sides<Box> {
  const high = Math.max(1, Math.round(height * STRIP));
  const wide = Math.max(1, Math.round(width * STRIP));
  return {
    top: { left: 0, top: 0, width, height: high },
    right: { left: width - wide, top: 0, width: wide, height },
    bottom: { left: 0, top: height - high, width, height: high },
    left: { left: 0, top: 0, width: wide, height },
  };
}

function pixel({ data, width }: SmallRaster, x: number, y: number): Rgb {
  const at = (y * width + x) * 3;
  return [data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0];
}

function* pixels(raster: SmallRaster, { left, top, width, height }: Box): Generator<Rgb> {
  for (let y = top; y < top + height; y++) {
    for (let x = left; x < left + width; x++) yield pixel(raster, x, y);
  }
}

function mean(raster: SmallRaster, box: Box): Rgb {
  const sum = [0, 0, 0];
  for (const rgb of pixels(raster, box)) for (const i of [0, 1, 2]) sum[i] = (sum[i] ?? 0) + (rgb[i] ?? 0);
  const [red = 0, green = 0, blue = 0] = sum.map((value) => Math.round(value / (box.width * box.height)));
  return [red, green, blue];
}

/** 1 less the root mean square distance from the mean; half black and half white makes 0. */
function evenness(raster: SmallRaster, box: Box): number {
  const centre = mean(raster, box);
  let sum = 0;
  for (const rgb of pixels(raster, box)) for (const i of [0, 1, 2]) sum += ((rgb[i] ?? 0) - (centre[i] ?? 0)) ** 2;
  return Math.max(0, 1 - Math.sqrt(sum / (3 * box.width * box.height)) / 127.5);
}

/** The hue of the picture's colourful parts, as pale as paper. */
function tint(raster: SmallRaster, whole: Box): Rgb {
  let [a, b, weight] = [0, 0, 0];
  for (const rgb of pixels(raster, whole)) {
    const colour = toOklab(rgb);
    const chroma = Math.hypot(colour.a, colour.b);
    a += colour.a * chroma;
    b += colour.b * chroma;
    weight += chroma;
  }
  const chroma = weight === 0 ? 0 : Math.hypot(a, b) / weight;
  if (chroma < COLOURLESS) return fromOklab(CREAM);
  const scale = Math.min(PAGE_CHROMA, chroma / 3) / Math.hypot(a, b);
  return fromOklab({ l: PAGE_LIGHTNESS, a: a * scale, b: b * scale });
}
