// Pillow's resampling, bit for bit: two passes of 8-bit pixels with antialiased weights in 22-bit fixed point
// (libImaging/Resample.c), and its nearest neighbour (Geometry.c). Captioners were trained on pictures shrunk this way;
// libvips rounds otherwise.
import type { Pixels } from './raster.ts';

/** Pillow's numbers for its filters, as `preprocessor_config.json` names them. */
export const FILTERS = { nearest: 0, lanczos: 1, bilinear: 2, bicubic: 3, box: 4, hamming: 5 } as const;
export type FilterNumber = (typeof FILTERS)[keyof typeof FILTERS];

interface Filter {
  /** Reach to either side, in pixels of the smaller raster. */
  readonly support: number;
  readonly weight: (distance: number) => number;
}

const sinc = (x: number): number => (x === 0 ? 1 : Math.sin(x * Math.PI) / (x * Math.PI));

function bicubic(distance: number): number {
  const a = -0.5;
  const x = Math.abs(distance);
  if (x < 1) return ((a + 2) * x - (a + 3)) * x * x + 1;
  return x < 2 ? (((x - 5) * x + 8) * x - 4) * a : 0;
}

function hamming(distance: number): number {
  const x = Math.abs(distance);
  if (x === 0) return 1;
  return x < 1
    ? (Math.sin(x * Math.PI) / (x * Math.PI)) * (Math.fround(0.54) + Math.fround(0.46) * Math.cos(x * Math.PI))
    : 0;
}

const WEIGHTED: Readonly<Record<Exclude<FilterNumber, 0>, Filter>> = {
  [FILTERS.lanczos]: { support: 3, weight: (x) => (x >= -3 && x < 3 ? sinc(x) * sinc(x / 3) : 0) },
  [FILTERS.bilinear]: { support: 1, weight: (x) => Math.max(0, 1 - Math.abs(x)) },
  [FILTERS.bicubic]: { support: 2, weight: bicubic },
  [FILTERS.box]: { support: 0.5, weight: (x) => (x > -0.5 && x <= 0.5 ? 1 : 0) },
  [FILTERS.hamming]: { support: 1, weight: hamming },
};

const PRECISION = 22;
const HALF = 2 ** (PRECISION - 1);

/** Which pixels of a line make one pixel of the new line, and how much each counts. */
interface Window {
  readonly first: number;
  readonly weights: Int32Array;
}

function windows(from: number, to: number, { support, weight }: Filter): readonly Window[] {
  const scale = from / to;
  const stretch = Math.max(scale, 1);
  const reach = support * stretch;
  return Array.from({ length: to }, (_, place) => {
    const centre = (place + 0.5) * scale;
    const first = Math.max(0, Math.trunc(centre - reach + 0.5));
    const last = Math.min(from, Math.trunc(centre + reach + 0.5));
    const inverse = 1 / stretch;
    const raw = Array.from({ length: last - first }, (__, step) => weight((step + first - centre + 0.5) * inverse));
    const sum = raw.reduce((total, value) => total + value, 0);
    const fixed = raw.map((value) => {
      const share = (sum === 0 ? value : value / sum) * 2 ** PRECISION;
      return Math.trunc(share < 0 ? share - 0.5 : share + 0.5);
    });
    return { first, weights: Int32Array.from(fixed) };
  });
}

const clipped = (sum: number): number => Math.min(255, Math.max(0, sum >> PRECISION));

interface Line {
  /** Bytes from one pixel of the line to the next. */
  readonly step: number;
  readonly start: number;
}

/** The red, green and blue of one new pixel, written at `at`. Nearly all the time of resampling is spent here. */
function blend({ data }: Pixels, line: Line, { first, weights }: Window, target: Uint8Array, at: number): void {
  let red = HALF;
  let green = HALF;
  let blue = HALF;
  let from = line.start + first * line.step;
  for (let index = 0; index < weights.length; index += 1) {
    // Within both arrays by construction; a check here would cost a third of the time.
    const weight = weights[index] as number;
    red += (data[from] as number) * weight;
    green += (data[from + 1] as number) * weight;
    blue += (data[from + 2] as number) * weight;
    from += line.step;
  }
  target[at] = clipped(red);
  target[at + 1] = clipped(green);
  target[at + 2] = clipped(blue);
}

function across(source: Pixels, width: number, filter: Filter): Pixels {
  if (width === source.width) return source;
  const { height, channels } = source;
  const data = new Uint8Array(width * height * channels);
  const columns = windows(source.width, width, filter);
  for (let y = 0; y < height; y += 1) {
    const line = { start: y * source.width * channels, step: channels };
    columns.forEach((window, x) => {
      blend(source, line, window, data, (y * width + x) * channels);
    });
  }
  return { data, width, height, channels };
}

function down(source: Pixels, height: number, filter: Filter): Pixels {
  if (height === source.height) return source;
  const { width, channels } = source;
  const data = new Uint8Array(width * height * channels);
  windows(source.height, height, filter).forEach((window, y) => {
    for (let x = 0; x < width; x += 1) {
      const line = { start: x * channels, step: width * channels };
      blend(source, line, window, data, (y * width + x) * channels);
    }
  });
  return { data, width, height, channels };
}

/** Where each new pixel comes from: summed up step by step, as Pillow does, since the rounding shows. */
function nearestPlaces(from: number, to: number): readonly number[] {
  const scale = from / to;
  const places: number[] = [];
  for (let at = scale * 0.5; places.length < to; at += scale) places.push(Math.min(from - 1, Math.trunc(at)));
  return places;
}

function nearest({ data, width, height, channels }: Pixels, size: Size): Pixels {
  const columns = nearestPlaces(width, size.width);
  const target = new Uint8Array(size.width * size.height * channels);
  nearestPlaces(height, size.height).forEach((from, y) => {
    columns.forEach((column, x) => {
      const start = (from * width + column) * channels;
      target.set(data.subarray(start, start + channels), (y * size.width + x) * channels);
    });
  });
  return { data: target, ...size, channels };
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** `Image.resize((width, height), filter)` of an RGB picture. */
export function resample(source: Pixels, size: Size, filter: FilterNumber): Pixels {
  if (source.channels !== 3) throw new RangeError(`${source.channels} channels instead of red, green and blue`);
  if (source.width === size.width && source.height === size.height) return source;
  if (filter === FILTERS.nearest) return nearest(source, size);
  return down(across(source, size.width, WEIGHTED[filter]), size.height, WEIGHTED[filter]);
}
