// A child's wax crayons: wobbly outlines and shapes filled by rubbing to and fro, never quite inside the line.
import { brush, chance, group, line, type Point, path, smooth } from '../svg.ts';

export const ring = (cx: number, cy: number, rx: number, ry: number, seed = 1, steps = 22): readonly Point[] => {
  const random = chance(seed);
  return Array.from({ length: steps }, (_, i): Point => {
    const angle = (i / steps) * Math.PI * 2 - 1.7;
    const reach = 1 + (random() - 0.5) * 0.07;
    return [cx + Math.cos(angle) * rx * reach, cy + Math.sin(angle) * ry * reach];
  });
};

/** Where a level line crosses the edges of a polygon, from left to right. */
function crossings(points: readonly Point[], y: number): readonly number[] {
  return points
    .flatMap(([ax, ay], i) => {
      const [bx, by] = points[(i + 1) % points.length] ?? [ax, ay];
      return ay > y === by > y ? [] : [ax + ((y - ay) / (by - ay)) * (bx - ax)];
    })
    .sort((a, b) => a - b);
}

const turn = (points: readonly Point[], angle: number): readonly Point[] => {
  const [c, s] = [Math.cos(angle), Math.sin(angle)];
  return points.map(([x, y]) => [x * c - y * s, x * s + y * c]);
};

export interface Rub {
  readonly colour: string;
  /** Direction of the hand, in degrees. */
  readonly angle?: number;
  readonly width?: number;
  readonly gap?: number;
  readonly seed?: number;
  readonly opacity?: number;
}

/** Fills a polygon with strokes to and fro, a little over and a little short of its edge. */
export function rub(
  points: readonly Point[],
  { colour, angle = -35, width = 15, gap = 11, seed = 1, opacity = 0.95 }: Rub,
): string {
  const random = chance(seed);
  const radians = (angle * Math.PI) / 180;
  const turned = turn(points, -radians);
  const ys = turned.map(([, y]) => y);
  const strokes: string[] = [];
  let zigzag: Point[] = [];
  const finish = (): void => {
    if (zigzag.length > 1) strokes.push(line(smooth(turn(zigzag, radians)), colour, width, { opacity }));
    zigzag = [];
  };
  let right = true;
  for (let y = Math.min(...ys) + gap / 2; y < Math.max(...ys); y += gap * (0.75 + random() * 0.5)) {
    const across = crossings(turned, y);
    if (across.length > 2) finish();
    for (let i = 0; i + 1 < across.length; i += 2) {
      const [from, to] = [(across[i] ?? 0) + (random() - 0.6) * width, (across[i + 1] ?? 0) + (random() - 0.4) * width];
      zigzag.push(
        ...(right
          ? ([
              [from, y],
              [to, y + gap * 0.4],
            ] as const)
          : ([
              [to, y],
              [from, y + gap * 0.4],
            ] as const)),
      );
      if (across.length > 2) finish();
    }
    right = !right;
    if (zigzag.length > 40) finish();
  }
  finish();
  return strokes.join('');
}

/** An outline gone over by hand: it does not quite meet where it ends. */
export function outline(points: readonly Point[], colour: string, width = 11, closed = true): string {
  const first = points[0] ?? [0, 0];
  const end: readonly Point[] = closed ? [...points, [first[0] + 6, first[1] - 5]] : points;
  return line(smooth(end), colour, width);
}

/** Straight-edged shapes get points along their sides, so that they wander as a hand does. */
export function sides(corners: readonly Point[], seed = 1, closed = true): readonly Point[] {
  const random = chance(seed);
  return corners.flatMap(([x, y], i): readonly Point[] => {
    const next = corners[(i + 1) % corners.length] ?? [x, y];
    if (!closed && i === corners.length - 1) return [[x, y]];
    const middle = [1, 2].map(
      (k): Point => [
        x + ((next[0] - x) * k) / 3 + (random() - 0.5) * 9,
        y + ((next[1] - y) * k) / 3 + (random() - 0.5) * 9,
      ],
    );
    return [[x, y], ...middle, [next[0] - (next[0] - x) * 0.01, next[1] - (next[1] - y) * 0.01]];
  });
}

export const filled = (points: readonly Point[], colour: string, edge: string, more: Partial<Rub> = {}): string =>
  rub(points, { colour, ...more }) + outline(points, edge);

export const waxed = (...layers: readonly string[]): string => group({ filter: 'crayon' }, ...layers);

export const smear = (points: readonly Point[], widths: readonly number[], colour: string): string =>
  path(brush(points, widths), colour, { opacity: 0.35 });
