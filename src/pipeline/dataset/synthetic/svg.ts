// Small words for writing SVG, for the drawn pictures of a synthetic data set.
// What is drawn with them is left to the files beside this one.

export type Point = readonly [x: number, y: number];
type Attributes = Readonly<Record<string, string | number | undefined>>;

/** A tenth of a unit is finer than a pixel at any size that is drawn. */
const short = (value: string | number): string =>
  typeof value === 'number' ? String(Math.round(value * 10) / 10) : value;

function tag(name: string, attributes: Attributes, children = ''): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${short(value ?? '')}"`)
    .join('');
  return children === '' ? `<${name}${written}/>` : `<${name}${written}>${children}</${name}>`;
}

export const oval = (cx: number, cy: number, rx: number, ry: number, fill: string, more: Attributes = {}): string =>
  tag('ellipse', { cx, cy, rx, ry, fill, ...more });

export const dot = (cx: number, cy: number, r: number, fill: string, more: Attributes = {}): string =>
  oval(cx, cy, r, r, fill, more);

export const box = (x: number, y: number, width: number, height: number, fill: string, more: Attributes = {}): string =>
  tag('rect', { x, y, width, height, fill, ...more });

export const shape = (d: string, fill: string, more: Attributes = {}): string => tag('path', { d, fill, ...more });

export const line = (d: string, stroke: string, width: number): string =>
  tag('path', {
    d,
    fill: 'none',
    stroke,
    'stroke-width': width,
    'stroke-linecap': 'round',
    'stroke-linejoin': 'round',
  });

export const between = ([ax, ay]: Point, [bx, by]: Point, stroke: string, width: number): string =>
  line(`M${short(ax)} ${short(ay)}L${short(bx)} ${short(by)}`, stroke, width);

export interface Placing {
  readonly x: number;
  readonly y: number;
  readonly scale?: number;
  readonly rotate?: number;
  /** Mirrored left to right. */
  readonly flip?: boolean;
}

export function placed({ x, y, scale = 1, rotate = 0, flip = false }: Placing, children: string): string {
  const turned = rotate === 0 ? '' : ` rotate(${short(rotate)})`;
  const factor = Math.round(scale * 1000) / 1000;
  return tag(
    'g',
    { transform: `translate(${short(x)} ${short(y)})${turned} scale(${flip ? -factor : factor} ${factor})` },
    children,
  );
}

/** A whole picture on a square of `canvas` units, `pixels` wide. */
export const picture = (canvas: number, pixels: number, children: string): string =>
  tag(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      width: pixels,
      height: pixels,
      viewBox: `0 0 ${canvas} ${canvas}`,
    },
    children,
  );
