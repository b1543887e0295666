// Children: one body with poses and moods, dressed by a `Look`, so that a child is the same child on every page.
// Feet stand at the origin; a child is about 300 tall.
import { blob, brush, dot, group, line, oval, type Point, pair, path, smooth, trace } from '../svg.ts';
import { face, type Mood } from './face.ts';
import { type Hair, hairBack, hairFront } from './hair.ts';

export interface Look {
  readonly skin: string;
  readonly cheek: string;
  readonly hair: Hair;
  readonly hairColour: string;
  readonly hairLight: string;
  readonly garment: 'coat' | 'overalls' | 'shirt' | 'dress';
  readonly cloth: string;
  readonly trim: string;
  readonly legs: string;
  readonly shoes: string;
  readonly glasses?: string;
}

export interface Pose {
  readonly mood: Mood;
  readonly look?: Point;
  readonly tilt?: number;
  /** Where hands and feet are; the body stays above the origin. */
  readonly hands?: readonly [left: Point, right: Point];
  readonly feet?: readonly [left: Point, right: Point];
  /** Bends elbows outwards (1), straight (0) or inwards (-1). */
  readonly bend?: readonly [left: number, right: number];
  readonly lean?: number;
  /** Drawn behind or before the child, in its own coordinates. */
  readonly carries?: string;
  readonly behind?: string;
}

const INK = '#33232b';

function limb(from: Point, to: Point, bend: number, widths: readonly number[], fill: string): string {
  const [mx, my] = [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2];
  const length = Math.hypot(to[0] - from[0], to[1] - from[1]) || 1;
  const [nx, ny] = [-(to[1] - from[1]) / length, (to[0] - from[0]) / length];
  const middle: Point = [mx + nx * bend * 16, my + ny * bend * 16];
  return path(brush([from, middle, to], widths), fill) + dot(from[0], from[1], (widths[0] ?? 10) / 2, fill);
}

function leg(side: number, foot: Point, look: Look): string {
  const shoe = group(
    { x: foot[0], y: foot[1] },
    path(
      smooth(
        [
          [-13, -24],
          [12, -24],
          [14, -8],
          [side * 6 + 18, -3],
          [side * 6 + 16, 4],
          [side * 6 - 16, 4],
          [-15, -8],
        ],
        true,
      ),
      look.shoes,
    ),
    line(`M-12 -22L12 -22`, look.trim, 4),
  );
  return limb([side * 19, -84], [foot[0], foot[1] - 14], side * 0.25, [25, 21, 19], look.legs) + shoe;
}

function arm(side: number, hand: Point, bend: number, look: Look): string {
  const bare = look.garment === 'shirt' || look.garment === 'dress';
  const from: Point = [side * 33, -153];
  const sleeve = bare
    ? limb(from, hand, bend * side, [20, 17, 15], look.skin) +
      limb(
        from,
        [from[0] + (hand[0] - from[0]) * 0.42, from[1] + (hand[1] - from[1]) * 0.42],
        bend * side * 0.4,
        [30, 31],
        look.garment === 'dress' ? look.trim : look.cloth,
      )
    : limb(from, hand, bend * side, [29, 28, 27], look.garment === 'overalls' ? look.trim : look.cloth);
  const cuff = bare ? '' : dot(hand[0], hand[1], 13.5, look.garment === 'overalls' ? look.cloth : look.trim);
  const [dx, dy] = [hand[0] - from[0], hand[1] - from[1]];
  const reach = Math.hypot(dx, dy) || 1;
  const palm: Point = [hand[0] + (dx / reach) * 8, hand[1] + (dy / reach) * 8];
  return group({ filter: 'smallForm' }, sleeve, cuff, path(blob(palm[0], palm[1], 11.5, 11.5, 3), look.skin));
}

const torso = (hem: number, flare: number): string =>
  smooth(
    [
      [-18, -178],
      [-38, -166],
      [-47, -130],
      [-flare, hem - 6],
      [-flare + 8, hem + 4],
      [0, hem + 9],
      [flare - 8, hem + 4],
      [flare, hem - 6],
      [47, -130],
      [38, -166],
      [18, -178],
    ],
    true,
  );

function clothes(look: Look): string {
  const { garment, cloth, trim } = look;
  if (garment === 'coat') {
    const front =
      line('M2 -166L3 -62', '#00000040', 3) +
      [-142, -116, -90]
        .map((y) => line(`M-13 ${y}L15 ${y + 1}`, trim, 6) + dot(-12, y, 4, '#8a5a35') + dot(15, y + 1, 4, '#8a5a35'))
        .join('') +
      [-1, 1].map((side) => line(`M${side * 26 - 9} -100q9 4 18 0`, '#00000045', 3.4)).join('');
    return path(torso(-64, 66), cloth) + line('M-61 -68Q0 -52 61 -68', trim, 6) + front;
  }
  if (garment === 'dress') {
    const flowers = trace('-30,-95 8,-80 34,-98 -6,-112 -44,-72 22,-126 -20,-136');
    return path(torso(-66, 64), cloth) + flowers.map(([x, y]) => dot(x, y, 4.2, trim)).join('');
  }
  if (garment === 'overalls')
    return (
      path(torso(-92, 45), trim) +
      stripes() +
      path(smooth(trace('-34,-148 34,-148 43,-118 46,-80 0,-70 -46,-80 -43,-118'), true), cloth) +
      [-1, 1]
        .map((side) => line(`M${side * 26} -144L${side * 30} -172`, cloth, 10) + dot(side * 26, -142, 4.5, '#f3d684'))
        .join('') +
      line('M-16 -122L16 -122L15 -100L-15 -100Z', '#00000038', 3)
    );
  return path(torso(-84, 46), cloth) + line('M-42 -118Q0 -108 42 -118', trim, 9);
}

const stripes = (): string => [-160, -148].map((y) => line(`M-40 ${y}Q0 ${y + 6} 40 ${y}`, '#ffffff66', 4)).join('');

const glasses = (colour: string): string =>
  [-1, 1].map((side) => dot(side * 29, 0, 18, 'none', { stroke: colour, 'stroke-width': 3.6 })).join('') +
  line('M-11 -1q11 -6 22 0', colour, 3.4);

function head(look: Look, pose: Pose): string {
  const [lx, ly] = pose.look ?? [0, 0];
  const { skin, hairColour, hairLight } = look;
  const ears = [-1, 1]
    .map(
      (side) =>
        oval(side * 66 - lx * 6, 8, 13, 16, skin) + oval(side * 66 - lx * 6, 9, 6, 8, look.cheek, { opacity: 0.55 }),
    )
    .join('');
  const skull = path(smooth(trace('0,-62 44,-50 68,-8 62,32 30,54 0,58 -30,54 -62,32 -68,-8 -44,-50'), true), skin);
  const backHair = hairBack(look.hair, hairColour);
  const features = group(
    { x: lx * 17, y: 12 + ly * 18 },
    face({
      mood: pose.mood,
      look: [lx, ly],
      apart: 29 - Math.abs(lx) * 2,
      eye: 8.4,
      ink: INK,
      cheek: look.cheek,
      drop: 20,
    }),
    line(`M${-3 + lx * 5} 10q3 4 7 0`, look.cheek, 3.2),
    look.glasses ? glasses(look.glasses) : '',
  );
  return (
    group({ filter: 'form' }, backHair) +
    group({ filter: 'form' }, ears, skull) +
    features +
    group({ filter: 'form' }, hairFront(look.hair, hairColour, hairLight))
  );
}

/** A whole child in a pose. */
export function child(look: Look, pose: Pose): string {
  const [left, right] = pose.hands ?? pair(-66, -92, 66, -92);
  const [leftFoot, rightFoot] = pose.feet ?? pair(-22, 0, 22, 0);
  const [leftBend, rightBend] = pose.bend ?? [0.6, -0.6];
  const collar = path(smooth(trace('-30,-172 0,-160 30,-172 26,-186 0,-180 -26,-186'), true), look.trim);
  const body = group(
    { rotate: pose.lean ?? 0 },
    group({ filter: 'smallForm' }, leg(-1, leftFoot, look), leg(1, rightFoot, look)),
    group({ filter: 'form' }, clothes(look)),
    group({ filter: 'smallForm' }, collar),
    arm(-1, left, leftBend, look),
    arm(1, right, rightBend, look),
    group({ y: -232, rotate: pose.tilt ?? 0 }, head(look, pose)),
  );
  return (pose.behind ?? '') + body + (pose.carries ?? '');
}
