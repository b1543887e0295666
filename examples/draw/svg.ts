// Small words for writing SVG: tags, groups, smooth lines, brush strokes and a seeded source of chance.
// What is drawn with them is left to `parts/` and to the pages of each book.

export type Point = readonly [x: number, y: number];
type Attributes = Readonly<Record<string, string | number | undefined>>;

/** Two decimals are finer than a pixel and keep the sources small. */
const short = (value: string | number): string =>
  typeof value === 'number' ? String(Math.round(value * 100) / 100) : value;

/** Outlines need less: a tenth of a pixel, before scaling. */
const tenth = (value: number): string => String(Math.round(value * 10) / 10);

export function tag(name: string, attributes: Attributes, ...children: readonly string[]): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${short(value ?? '')}"`)
    .join('');
  return children.length === 0 ? `<${name}${written}/>` : `<${name}${written}>${children.join('')}</${name}>`;
}

export interface Placing {
  readonly x?: number;
  readonly y?: number;
  readonly scale?: number;
  readonly rotate?: number;
  /** Mirrored left to right. */
  readonly flip?: boolean;
  readonly filter?: string;
  readonly opacity?: number;
  readonly clip?: string;
  readonly blend?: string;
}

export function group(placing: Placing, ...children: readonly string[]): string {
  const { x = 0, y = 0, scale = 1, rotate = 0, flip = false, filter, opacity, clip, blend } = placing;
  const moves = [
    x !== 0 || y !== 0 ? `translate(${short(x)} ${short(y)})` : '',
    rotate !== 0 ? `rotate(${short(rotate)})` : '',
    scale !== 1 || flip ? `scale(${short(flip ? -scale : scale)} ${short(scale)})` : '',
  ].filter((move) => move !== '');
  return tag(
    'g',
    {
      transform: moves.length > 0 ? moves.join(' ') : undefined,
      filter: filter && `url(#${filter})`,
      opacity,
      'clip-path': clip && `url(#${clip})`,
      style: blend && `mix-blend-mode:${blend}`,
    },
    ...children,
  );
}

export const path = (d: string, fill: string, more: Attributes = {}): string => tag('path', { d, fill, ...more });

export const line = (d: string, stroke: string, width: number, more: Attributes = {}): string =>
  path(d, 'none', { stroke, 'stroke-width': width, 'stroke-linecap': 'round', 'stroke-linejoin': 'round', ...more });

export const oval = (cx: number, cy: number, rx: number, ry: number, fill: string, more: Attributes = {}): string =>
  tag('ellipse', { cx, cy, rx, ry, fill, ...more });

export const dot = (cx: number, cy: number, r: number, fill: string, more: Attributes = {}): string =>
  tag('circle', { cx, cy, r, fill, ...more });

export const box = (x: number, y: number, width: number, height: number, fill: string, more: Attributes = {}): string =>
  tag('rect', { x, y, width, height, fill, ...more });

/** Points written as in SVG: `trace('0,-36 34,-30')`. */
export function trace(written: string): readonly Point[] {
  return written.split(' ').map((pair): Point => {
    const [x, y] = pair.split(',').map(Number);
    return [x ?? 0, y ?? 0];
  });
}

/** Wider or narrower about the upright axis; -1 is the mirror image. */
export const spread = (by: number, points: readonly Point[]): readonly Point[] =>
  points.map(([x, y]): Point => [x * by, y]);

/** Two points: both hands, both feet, both ends. */
export const pair = (ax: number, ay: number, bx: number, by: number): readonly [Point, Point] => [
  [ax, ay],
  [bx, by],
];

/** A smooth line through all points (Catmull–Rom, written as Béziers). */
export function smooth(points: readonly Point[], closed = false): string {
  const count = points.length;
  const at = (index: number): Point => {
    const place = closed ? (index + count) % count : Math.min(Math.max(index, 0), count - 1);
    return points[place] ?? [0, 0];
  };
  const start = at(0);
  let d = `M${tenth(start[0])} ${tenth(start[1])}`;
  for (let i = 0; i < (closed ? count : count - 1); i++) {
    const [a, b, c, e] = [at(i - 1), at(i), at(i + 1), at(i + 2)];
    const numbers = [b[0] + (c[0] - a[0]) / 6, b[1] + (c[1] - a[1]) / 6, c[0] - (e[0] - b[0]) / 6];
    d += `C${[...numbers, c[1] - (e[1] - b[1]) / 6, c[0], c[1]].map(tenth).join(' ')}`;
  }
  return closed ? `${d}Z` : d;
}

/** The outline of a brush stroke along `points`, as wide as `widths` say from its start to its end. */
export function brush(points: readonly Point[], widths: readonly number[]): string {
  const left: Point[] = [];
  const right: Point[] = [];
  points.forEach(([x, y], i) => {
    const [px, py] = points[Math.max(i - 1, 0)] ?? [x, y];
    const [nx, ny] = points[Math.min(i + 1, points.length - 1)] ?? [x, y];
    const length = Math.hypot(nx - px, ny - py) || 1;
    const along = (i / Math.max(points.length - 1, 1)) * (widths.length - 1);
    const [low, high] = [widths[Math.floor(along)] ?? 1, widths[Math.ceil(along)] ?? 1];
    const half = (low + (high - low) * (along % 1)) / 2;
    left.push([x - ((ny - py) / length) * half, y + ((nx - px) / length) * half]);
    right.push([x + ((ny - py) / length) * half, y - ((nx - px) / length) * half]);
  });
  return smooth([...left, ...right.reverse()], true);
}

/** Numbers in [0, 1), the same for the same seed (mulberry32). */
export function chance(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** An uneven round shape, as a hand draws it. */
export function blob(cx: number, cy: number, rx: number, ry: number, seed: number, unevenness = 0.06): string {
  const random = chance(seed);
  const points = Array.from({ length: 11 }, (_, i): Point => {
    const angle = (i / 11) * Math.PI * 2;
    const reach = 1 + (random() - 0.5) * 2 * unevenness;
    return [cx + Math.cos(angle) * rx * reach, cy + Math.sin(angle) * ry * reach];
  });
  return smooth(points, true);
}

/** `stops` reads `offset colour [opacity]`, separated by commas. From top to bottom, or from the middle outwards. */
export function gradient(id: string, stops: string, radial = false, radius = 0.5): string {
  const inner = stops.split(', ').map((stop) => {
    const [offset, colour, opacity] = stop.split(' ');
    return tag('stop', { offset, 'stop-color': colour, 'stop-opacity': opacity });
  });
  return radial
    ? tag('radialGradient', { id, r: radius }, ...inner)
    : tag('linearGradient', { id, x1: 0, y1: 0, x2: 0, y2: 1 }, ...inner);
}

export function times(count: number, draw: (index: number) => string): string {
  return Array.from({ length: count }, (_, i) => draw(i)).join('');
}

/** Drawn around every picture and cut off at the end, so that no filter runs dry at the edge. */
export const BLEED = 32;

export interface Picture {
  /** Of the picture without its bleed. */
  readonly width: number;
  readonly height: number;
  readonly svg: string;
}

export function picture(width: number, height: number, defs: string, ...layers: readonly string[]): Picture {
  const [wide, high] = [width + 2 * BLEED, height + 2 * BLEED];
  const viewBox = `${-BLEED} ${-BLEED} ${wide} ${high}`;
  const svg = tag(
    'svg',
    { xmlns: 'http://www.w3.org/2000/svg', width: wide, height: high, viewBox },
    tag('defs', {}, defs),
    ...layers,
  );
  return { width, height, svg };
}
