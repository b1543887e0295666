// What whoever is drawn does: where hands and feet are, and the things at hand. Units are those of `draw-figure.ts`.
import type { Pose } from './draw-figure.ts';
import { between, box, dot, line, oval, type Point, placed, shape } from './svg.ts';
import type { ActionName } from './vocabulary.ts';

export interface Doing {
  readonly pose: Pose;
  /** Drawn before and after the figure. */
  readonly behind?: string;
  readonly before?: string;
  /** Turns the whole figure, in degrees: somebody lying down. */
  readonly turned?: number;
}

const STAND: Pose['feet'] = [
  [-13, -3],
  [13, -3],
];
const WALK: Pose['feet'] = [
  [-16, -3],
  [26, -10],
];
const pose = (left: Point, right: Point, feet = STAND): Pose => ({ hands: [left, right], feet });

const blossom = (x: number, y: number): string =>
  placed(
    { x, y },
    between([0, 0], [0, 40], '#3d8a3d', 4) +
      [0, 1, 2, 3, 4].map((i) => dot(Math.sin(i * 1.257) * 10, -Math.cos(i * 1.257) * 10, 8, '#e8486a')).join('') +
      dot(0, 0, 6, '#ffe28a'),
  );

const note = (x: number, y: number): string =>
  placed({ x, y }, oval(0, 0, 6, 4.5, '#222b4a') + line('M5 0L5 -22L15 -17', '#222b4a', 3.4));

const wheel = (x: number): string =>
  dot(x, -18, 18, '#ffffff00', { stroke: '#333', 'stroke-width': 4 }) + dot(x, -18, 3, '#333');

const bubble = (x: number, y: number, r: number): string =>
  dot(x, y, r, '#d8f0ff', { 'fill-opacity': '0.75', stroke: '#ffffff', 'stroke-width': 2 });

const easel = (): string =>
  between([62, 0], [74, -92], '#8a6239', 5) +
  between([98, 0], [84, -92], '#8a6239', 5) +
  box(52, -92, 54, 54, '#ffffff', { stroke: '#8a6239', 'stroke-width': 3 }) +
  dot(68, -74, 8, '#f2c230') +
  shape('M56 -42L78 -66L102 -42Z', '#4d9a4a');

type Do = (colour: string) => Doing;

/** As if looking to the right. */
export const DOING: Readonly<Record<ActionName, Do>> = {
  read: (colour) => ({
    pose: pose([-14, -48], [14, -48]),
    before:
      shape('M-30 -62L0 -56L0 -30L-30 -36Z', colour) +
      shape('M30 -62L0 -56L0 -30L30 -36Z', colour) +
      between([0, -56], [0, -30], '#fff', 2),
  }),
  balloon: (colour) => ({
    pose: pose([-26, -40], [40, -86]),
    before:
      line('M40 -86Q46 -116 44 -138', '#666', 2) +
      oval(44, -162, 21, 25, colour) +
      oval(37, -170, 5, 7, '#ffffff', { 'fill-opacity': '0.6' }),
  }),
  eat: () => ({
    pose: pose([-26, -40], [16, -76]),
    before: dot(20, -84, 13, '#d8302f') + line('M20 -96q2 -7 7 -8', '#5a3a22', 3.4) + oval(28, -99, 6, 3.4, '#4d9a4a'),
  }),
  kick: (colour) => ({
    pose: pose(
      [-36, -70],
      [34, -66],
      [
        [-12, -3],
        [38, -18],
      ],
    ),
    before: dot(66, -20, 17, colour) + line('M52 -26q14 10 28 0', '#ffffff', 3),
  }),
  kite: (colour) => ({
    pose: pose([-26, -40], [40, -84]),
    before:
      line('M40 -84Q64 -96 72 -128', '#666', 2) +
      shape('M72 -188L94 -158L72 -126L50 -158Z', colour) +
      line('M72 -188L72 -126M50 -158L94 -158', '#ffffff', 2.5) +
      line('M72 -126q-10 8 0 14t0 14', colour, 4),
  }),
  umbrella: (colour) => ({
    pose: pose([-26, -40], [26, -66]),
    before:
      line('M26 -66L26 -140', '#5a3a22', 4) +
      shape(
        'M-44 -128Q-38 -178 26 -178Q90 -178 96 -128Q84 -138 73 -128Q60 -138 49 -128Q38 -138 26 -128Q14 -138 3 -128Q-8 -138 -21 -128Q-32 -138 -44 -128Z',
        colour,
      ),
  }),
  sleep: (colour) => ({
    pose: { ...pose([-22, -40], [22, -40]), asleep: true },
    turned: -90,
    behind: box(-82, -26, 170, 34, colour, { rx: 8 }) + box(-84, -32, 44, 30, '#ffffff', { rx: 10 }),
    before: line('M-74 -74h12l-12 14h12', '#ffffff', 4) + line('M-54 -98h16l-16 18h16', '#ffffff', 4.5),
  }),
  water: () => ({
    pose: pose([-24, -42], [34, -56]),
    before:
      box(32, -64, 28, 24, '#4a8fc0', { rx: 3 }) +
      line('M60 -54L76 -66', '#4a8fc0', 6) +
      [78, 84, 90].map((x, i) => between([x, -60 + i * 3], [x + 3, -44 + i * 2], '#6fc1f0', 3)).join('') +
      blossom(88, -40),
  }),
  paint: () => ({
    pose: pose([-26, -44], [46, -68]),
    behind: easel(),
    before:
      between([46, -68], [60, -72], '#5a3a22', 4) +
      oval(-30, -42, 16, 11, '#c99a63') +
      dot(-36, -44, 3.4, '#d8433a') +
      dot(-29, -39, 3.4, '#3b74c4') +
      dot(-24, -45, 3.4, '#f2c230'),
  }),
  drum: (colour) => ({
    pose: pose([-22, -62], [22, -62]),
    before:
      box(-28, -44, 56, 34, colour) +
      oval(0, -10, 28, 8, colour) +
      oval(0, -44, 28, 9, '#fff3dc') +
      line('M-28 -38L-10 -12L8 -36L28 -14', '#ffffff', 2.6) +
      between([-22, -62], [-6, -46], '#7a4b2c', 4) +
      between([22, -62], [6, -46], '#7a4b2c', 4),
  }),
  sing: () => ({
    pose: pose([-38, -84], [38, -84]),
    before: oval(0, -86, 6, 8, '#8c2f2a') + note(52, -122) + note(70, -90) + note(-62, -112),
  }),
  ride: (colour) => ({
    pose: pose(
      [16, -60],
      [36, -52],
      [
        [-2, -14],
        [14, -20],
      ],
    ),
    behind: wheel(-40) + wheel(48),
    before: line('M-40 -18L-8 -44L36 -44L48 -18M-8 -44L6 -18L-40 -18M6 -18L36 -44M36 -44L36 -56L46 -56', colour, 5),
  }),
  wave: () => ({
    pose: pose([-26, -40], [42, -112]),
    before: line('M56 -124q7 9 2 20M66 -130q10 14 3 30', '#ffffff', 3.4),
  }),
  rope: () => ({
    pose: pose(
      [-38, -58],
      [38, -58],
      [
        [-14, -12],
        [14, -12],
      ],
    ),
    behind: line('M-38 -58C-96 -200 96 -200 38 -58', '#d8433a', 4.5),
    before: oval(0, 3, 26, 4, '#000000', { 'fill-opacity': '0.18' }),
  }),
  fish: () => ({
    pose: pose([18, -52], [30, -60], WALK),
    before:
      line('M18 -50L86 -128', '#7a4b2c', 4.5) +
      line('M86 -128L88 -34', '#555', 2) +
      placed({ x: 88, y: -24, rotate: 90 }, oval(0, 0, 13, 7, '#f08a3c') + shape('M10 0L20 -7L20 7Z', '#f08a3c')),
  }),
  bubbles: () => ({
    pose: pose([-26, -40], [22, -80]),
    before:
      between([22, -80], [32, -90], '#3b74c4', 4) +
      dot(35, -93, 6, '#ffffff00', { stroke: '#3b74c4', 'stroke-width': 3 }) +
      bubble(56, -102, 9) +
      bubble(76, -124, 13) +
      bubble(84, -88, 8) +
      bubble(56, -142, 11) +
      bubble(96, -150, 9),
  }),
  gift: (colour) => ({
    pose: pose([-24, -46], [24, -46]),
    before:
      box(-22, -58, 44, 36, colour) +
      box(-4, -58, 8, 36, '#ffffff') +
      box(-22, -46, 44, 7, '#ffffff') +
      oval(-8, -63, 9, 6, '#ffffff') +
      oval(8, -63, 9, 6, '#ffffff'),
  }),
};
