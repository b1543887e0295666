// Page 5: by summer the flower is taller than everyone. Doyun measures it and runs out of tape.

import { paints } from '../paint.ts';
import { cat } from '../parts/cat.ts';
import { dayDefs, dayLight, daySky, flats, ground, groundShade, puffs } from '../parts/school.ts';
import {
  blob,
  brush,
  chance,
  dot,
  group,
  line,
  oval,
  type Picture,
  type Point,
  pair,
  path,
  picture,
  smooth,
  times,
  trace,
} from '../svg.ts';
import { amin, doyun, minseo, yuna } from './children.ts';

const [W, H] = [1500, 2000];
const STEM: readonly Point[] = trace('760,1560 752,1300 778,1000 766,760 790,520');

const petal = (long: number, wide: number, fill: string): string =>
  path(
    smooth(
      [
        [0, 0],
        [wide * 0.5, -long * 0.4],
        [wide * 0.32, -long * 0.82],
        [0, -long],
        [-wide * 0.32, -long * 0.82],
        [-wide * 0.5, -long * 0.4],
      ],
      true,
    ),
    fill,
  );

/** The flower's face; seeds lie in the golden angle, as they truly do. */
function bloom(x: number, y: number, r: number): string {
  const ring = (count: number, turn: number, long: number, fill: (i: number) => string): string =>
    times(count, (i) =>
      group({ rotate: (i / count) * 360 + turn }, group({ y: -r * 0.74 }, petal(long, r * 0.44, fill(i)))),
    );
  const seeds = times(230, (i) => {
    const [angle, reach] = [i * 2.39996, Math.sqrt(i / 230) * r * 0.86];
    return dot(
      Math.cos(angle) * reach,
      Math.sin(angle) * reach,
      r * 0.028 + (i / 230) * r * 0.014,
      i > 160 ? '#a8683a' : i > 70 ? '#5b3a30' : '#8a7a3c',
    );
  });
  return group(
    { x, y },
    group(
      { filter: 'form' },
      ring(19, 9, r * 0.92, () => '#dd9620'),
    ),
    group(
      { filter: 'form' },
      ring(19, 0, r * 0.86, (i) => (i % 2 ? '#f6b92f' : '#fbc945')),
    ),
    group({ filter: 'form' }, dot(0, 0, r * 0.92, '#7a4a30')),
    group({ filter: 'smallForm' }, seeds),
  );
}

const leaf = (x: number, y: number, scale: number, turn: number, fill: string): string =>
  group(
    { x, y, scale, rotate: turn, filter: 'form' },
    path(smooth(trace('0,0 60,-70 150,-96 250,-60 300,6 220,50 110,56 30,26'), true), fill),
    line('M4 0Q140 -30 288 4M90 -18L140 -72M90 -18L130 36M170 -20L220 -54M170 -18L220 34', '#b8d488', 5, {
      opacity: 0.75,
    }),
  );

function bee(x: number, y: number, turn: number, scale = 1): string {
  return (
    line(`M${x - 90} ${y + 60}q30 -60 50 -20t36 -34`, '#8a6a4a', 3, { 'stroke-dasharray': '3 12', opacity: 0.7 }) +
    group(
      { x, y, rotate: turn, scale, filter: 'smallForm' },
      oval(-4, -20, 14, 20, '#ffffffcc', { transform: 'rotate(-24)' }),
      oval(14, -20, 12, 18, '#ffffffcc', { transform: 'rotate(18)' }),
      oval(0, 0, 27, 19, '#f6c23c'),
      line('M-8 -16v32M6 -17v34', '#4a3a3c', 6),
    ) +
    group({ x, y, rotate: turn, scale }, dot(18, -4, 3, '#33232b'))
  );
}

function dragonfly(x: number, y: number, turn: number): string {
  return group(
    { x, y, rotate: turn },
    [-1, 1]
      .map(
        (side) =>
          oval(side * 40, -16, 42, 10, '#ffffff', { opacity: 0.7, transform: `rotate(${side * -14})` }) +
          oval(side * 36, 6, 38, 9, '#ffffff', { opacity: 0.6, transform: `rotate(${side * 10})` }),
      )
      .join(''),
    group(
      { filter: 'smallForm' },
      path(brush(trace('0,-26 0,20 0,84'), [16, 13, 6]), '#d9574c'),
      dot(0, -32, 13, '#b8433b'),
    ),
  );
}

const ladybird = (x: number, y: number): string =>
  group(
    { x, y, filter: 'smallForm' },
    oval(0, 0, 19, 15, '#d9483f'),
    dot(15, 2, 8, '#33232b'),
    line('M-2 -14v29', '#33232b', 3),
    dot(-9, -5, 3.4, '#33232b'),
    dot(-8, 6, 3.4, '#33232b'),
    dot(5, -6, 3.4, '#33232b'),
    dot(5, 6, 3.4, '#33232b'),
  );

const tape = (): string =>
  group({ filter: 'smallForm' }, path('M560 1556L588 1556L600 1060L574 1060Z', '#fff6dc')) +
  times(24, (i) => line(`M${562 + i * 0.55} ${1540 - i * 20}h${i % 5 === 0 ? 18 : 10}`, '#b9603f', 3));

/** Sky, hedges and sand. */
function backdrop(): string {
  return [
    daySky(W, 1300, 8),
    oval(260, 220, 560, 560, 'url(#sunGlow)'),
    puffs(300, 640, 1.15),
    puffs(1260, 330, 1),
    puffs(1240, 900, 1.2),
    puffs(180, 1010, 0.7, '#fffdf4', 0.8),
    flats(W, 1250, '#a9cdd0', 5),
    ground(trace('-60,1240 400,1190 900,1230 1560,1180'), W, 1500, '#7fae6a'),
    times(9, (i) =>
      group(
        { filter: 'bigForm' },
        path(blob(30 + i * 180, 1290 + (i % 2) * 16, 130, 80, i + 3, 0.1), i % 2 ? '#5f9660' : '#70a866'),
      ),
    ),
    ground(trace('-60,1360 500,1345 1100,1350 1560,1360'), W, H, 'url(#sand)'),
  ].join('');
}

/** The sunflower and its visitors. */
function flower(): string {
  return [
    groundShade(760, 1580, 420, 60, 0.3),
    group(
      { filter: 'gouache' },
      path(blob(760, 1570, 330, 54, 5, 0.05), '#8f6450'),
      times(11, (i) =>
        path(
          blob(470 + i * 58, 1600 + Math.sin((i / 10) * Math.PI) * 26, 32, 21, i + 2, 0.08),
          i % 2 ? '#c9714f' : '#e3a077',
        ),
      ),
    ),
    leaf(770, 1180, 1, -14, '#6a9f50'),
    group({ x: 758, y: 1330, flip: true }, leaf(0, 0, 1.02, -10, '#5f9448')),
    group({ x: 770, y: 930, flip: true }, leaf(0, 0, 0.86, -20, '#74ab57')),
    leaf(774, 820, 0.72, -24, '#7fb560'),
    group({ filter: 'form' }, path(brush(STEM, [58, 50, 44, 40, 34]), '#6f9f4c')),
    bloom(800, 450, 190),
    ladybird(1010, 1130),
    bee(1120, 420, 10),
    bee(470, 300, -14, 0.85),
    bee(1060, 690, 20, 0.8),
    dragonfly(330, 470, 60),
    dragonfly(1270, 660, -40),
    tape(),
  ].join('');
}

const measurer = (): string =>
  doyun({
    mood: 'shout',
    look: [0.5, -0.9],
    tilt: 6,
    hands: pair(-64, -98, 64, -262),
    bend: [0.7, 0.4],
    feet: pair(-20, 4, 22, 4),
  });

function pebbles(): string {
  const random = chance(6);
  return times(20, () => path(blob(random() * W, 1800 + random() * 190, 8 + random() * 6, 6, 3), '#cfa878'));
}

/** Everyone around it, the cat too. */
function friends(): string {
  return [
    groundShade(480, 1570, 130, 16),
    groundShade(1020, 1580, 120, 16),
    groundShade(1260, 1690, 140, 16),
    groundShade(250, 1700, 120, 16),
    group({ x: 490, y: 1572, scale: 1.42 }, measurer()),
    group(
      { x: 1020, y: 1580, scale: 1.36 },
      minseo({
        mood: 'wonder',
        look: [-0.5, -0.9],
        tilt: -8,
        hands: pair(-74, -190, 76, -92),
        bend: [0.4, -0.6],
      }),
    ),
    group(
      { x: 1260, y: 1720, scale: 1.42 },
      yuna({
        mood: 'laugh',
        look: [-0.6, -0.6],
        tilt: -5,
        hands: pair(-82, -200, 80, -196),
      }),
    ),
    group(
      { x: 240, y: 1730, scale: 1.46 },
      amin({
        mood: 'laugh',
        look: [0.6, -0.8],
        tilt: 7,
        hands: pair(-84, -186, 88, -170),
        bend: [0.4, 0.4],
      }),
    ),
    group({ x: 760, y: 1760, scale: 1.25 }, cat({ pose: 'sit', mood: 'wonder', look: [0.1, -1] })),
    pebbles(),
  ].join('');
}

export function sunflowerPicture(): Picture {
  return picture(W, H, dayDefs('#63b4d6', '#e5f4e6') + paints(dayLight), backdrop(), flower(), friends());
}
