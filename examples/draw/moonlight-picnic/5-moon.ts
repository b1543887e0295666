// Page 5: the picnic on the moon. Moon rabbits pound rice cakes, and our own Earth hangs in the sky.

import { paints } from '../paint.ts';
import { beast } from '../parts/beast.ts';
import { BYEORI } from '../parts/cast.ts';
import { cat } from '../parts/cat.ts';
import { child } from '../parts/child.ts';
import { nightDefs, shadow, sky, sparkle, stars, vignette } from '../parts/night.ts';
import { basket } from '../parts/things.ts';
import {
  blob,
  brush,
  dot,
  gradient,
  group,
  line,
  oval,
  type Picture,
  pair,
  path,
  picture,
  smooth,
  tag,
  times,
  trace,
} from '../svg.ts';

const [W, H] = [1800, 1800];

function earth(x: number, y: number, r: number): string {
  const lands = [
    [-0.3, -0.35, 0.42, 0.3],
    [0.25, 0.2, 0.36, 0.3],
    [-0.45, 0.42, 0.24, 0.2],
    [0.5, -0.4, 0.2, 0.16],
  ]
    .map(([cx = 0, cy = 0, rx = 0, ry = 0], i) => path(blob(cx * r, cy * r, rx * r, ry * r, i + 6, 0.22), '#7fc4a0'))
    .join('');
  const clouds = [
    [-0.1, -0.02, 0.5],
    [0.2, -0.62, 0.4],
    [-0.2, 0.66, 0.42],
  ]
    .map(([cx = 0, cy = 0, wide = 0]) =>
      path(
        brush(
          [
            [(cx - wide / 2) * r, cy * r],
            [cx * r, (cy - 0.05) * r],
            [(cx + wide / 2) * r, cy * r],
          ],
          [4, r * 0.1, 4],
        ),
        '#ffffff',
        { opacity: 0.8 },
      ),
    )
    .join('');
  return (
    dot(x, y, r * 1.8, 'url(#earthGlow)') +
    group({ x, y, filter: 'bigForm' }, dot(0, 0, r, '#4d8fd6'), group({ clip: 'earthEdge' }, lands, clouds))
  );
}

function ground(): string {
  const craters: readonly (readonly [number, number, number])[] = [
    [250, 1150, 120],
    [1530, 1120, 140],
    [900, 1075, 70],
    [1640, 1560, 130],
    [170, 1600, 150],
    [620, 1120, 46],
    [1240, 1095, 50],
  ];
  return (
    group(
      { filter: 'land' },
      path(
        `${smooth(trace('-60,1120 260,1040 700,1000 1150,1005 1560,1060 1860,1140'))}L1860 1860L-60 1860Z`,
        'url(#moonGround)',
      ),
    ) +
    group(
      { filter: 'gouache' },
      craters
        .map(
          ([x, y, r], i) =>
            path(blob(x, y, r, r * 0.34, i + 2, 0.08), '#d9b46a', { opacity: 0.75 }) +
            path(blob(x + 6, y + r * 0.1, r * 0.86, r * 0.25, i + 3, 0.08), '#edd092'),
        )
        .join(''),
    )
  );
}

function mat(): string {
  const rows = times(5, (row) =>
    times(8, (column) => {
      if ((row + column) % 2 === 0) return '';
      const edge = (r: number, c: number): string =>
        `${Math.round(460 - r * 42 + c * (120 + r * 10))} ${1380 + r * 62}`;
      return path(
        `M${edge(row, column)}L${edge(row, column + 1)}L${edge(row + 1, column + 1)}L${edge(row + 1, column)}Z`,
        '#e0685c',
      );
    }),
  );
  return group(
    { filter: 'gouache' },
    path('M460 1380L1420 1380L1610 1690L250 1690Z', '#fff3dd'),
    rows,
    line('M460 1380L1420 1380L1610 1690L250 1690Z', '#fbe6c8', 10),
  );
}

function mortar(x: number, y: number): string {
  return group(
    { x, y },
    group(
      { filter: 'form' },
      path(
        smooth(trace('-110,-120 110,-120 104,-60 54,-30 70,10 96,26 -96,26 -70,10 -54,-30 -104,-60'), true),
        '#a77a52',
      ),
      oval(0, -120, 108, 30, '#7c5638'),
    ),
    group({ filter: 'smallForm' }, path(blob(0, -134, 78, 30, 3, 0.08), '#fffaf0')),
  );
}

const mallet = (): string =>
  group(
    { filter: 'smallForm' },
    path(brush(pair(0, 60, 0, -150), [17, 15]), '#8a5f3f'),
    path(smooth(trace('-52,-196 52,-196 56,-150 50,-112 -50,-112 -56,-150'), true), '#b98a5c'),
  );

function treats(): string {
  const plate = (x: number, y: number, colours: readonly string[]): string =>
    shadow(x, y + 8, 90, 12, 0.2) +
    group(
      { x, y, filter: 'smallForm' },
      oval(0, 0, 86, 24, '#ffffff'),
      oval(0, -4, 66, 16, '#dbe4f4'),
      colours
        .map((colour, i) => path(blob(-38 + (i % 3) * 38, -20 - Math.floor(i / 3) * 28, 23, 20, i + 2, 0.05), colour))
        .join(''),
    );
  return (
    plate(880, 1600, ['#fffaf0', '#f6b8b4', '#bcd99a', '#f9dc8c']) +
    plate(1240, 1500, ['#bcd99a', '#fffaf0', '#f6b8b4'])
  );
}

/** The friends of the tower stand at home on the Earth and wave. */
function wavers(): string {
  const wave = { mood: 'laugh', look: [0.5, 0.4], hands: pair(-72, -80, 96, -236) } as const;
  return (
    group({ x: 366, y: 274, scale: 0.3, rotate: -17 }, beast({ kind: 'bear', ...wave })) +
    group({ x: 424, y: 262, scale: 0.27, rotate: 1 }, beast({ kind: 'raccoonDog', ...wave, mood: 'wonder' })) +
    group({ x: 476, y: 272, scale: 0.26, rotate: 17 }, beast({ kind: 'fox', ...wave }))
  );
}

/** The sky of the moon and its ground. */
function space(): string {
  return [
    sky(W, 1250, 37),
    stars(W, 1000, 170, 61, [420, 420, 260]),
    earth(420, 420, 170),
    wavers(),
    trace('1480,240 1150,470 760,200 1660,640 140,780')
      .map(([x, y], i) => sparkle(x, y, 22 + (i % 3) * 8, '#fff3c0'))
      .join(''),
    oval(900, 1050, 1200, 260, 'url(#moonGlow)', { opacity: 0.8 }),
    ground(),
  ].join('');
}

/** The moon rabbits at their mortar. */
function rabbits(): string {
  return [
    shadow(1210, 1226, 150, 20, 0.25),
    shadow(930, 1210, 100, 14, 0.22),
    shadow(1490, 1214, 100, 14, 0.22),
    group(
      { x: 1490, y: 1215, scale: 1.5, flip: true },
      beast({
        kind: 'rabbit',
        mood: 'happy',
        look: [0.6, 0.2],
        hands: pair(-64, -92, 78, -186),
        scarf: '#6f8fd0',
      }),
    ),
    group({ x: 1330, y: 935, rotate: -36 }, mallet()),
    mortar(1210, 1210),
    group(
      { x: 930, y: 1212, scale: 1.5 },
      beast({
        kind: 'rabbit',
        mood: 'laugh',
        look: [0.6, 0.2],
        hands: pair(-70, -84, 80, -110),
        scarf: '#e58a9a',
        tilt: 5,
      }),
    ),
  ].join('');
}

/** The mat and those on it. */
function picnic(): string {
  const byeori = child(BYEORI, {
    mood: 'laugh',
    look: [0.3, 0.1],
    tilt: -6,
    hands: pair(-104, -206, 74, -150),
    bend: [0.5, -0.8],
    feet: pair(-28, -14, 28, -12),
    carries: group(
      { x: 84, y: -172, filter: 'smallForm' },
      path(blob(0, 0, 22, 19, 3, 0.06), '#f6b8b4'),
      dot(-8, -12, 8, '#fff'),
    ),
  });
  return [
    mat(),
    treats(),
    shadow(600, 1572, 160, 18, 0.3),
    shadow(1090, 1640, 80, 14, 0.25),
    shadow(380, 1640, 90, 14, 0.3),
    group({ x: 600, y: 1612, scale: 1.75 }, byeori),
    group({ x: 350, y: 1542, scale: 1.5 }, basket()),
    group({ x: 1070, y: 1656, scale: 1.6 }, cat({ pose: 'sit', mood: 'laugh', look: [-0.6, 0.1], tilt: -7 })),
    vignette(W, H, '#a06a4a', 0.3),
  ].join('');
}

export function moonPicture(): Picture {
  const light = { from: [-8, -9] as const, colour: '#fff6d2', shade: '#8a5a6a', depth: 0.42, rim: 0.5 };
  const defs =
    gradient('moonGround', '0 #fff4cf, 0.35 #fbe3a4, 1 #e9bd6c') +
    gradient('earthGlow', '0.4 #a9d4ff 0.7, 1 #a9d4ff 0', true) +
    tag('clipPath', { id: 'earthEdge' }, dot(0, 0, 168, '#000'));
  return picture(W, H, nightDefs() + paints(light) + defs, space(), rabbits(), picnic());
}
