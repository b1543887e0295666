// Page 4: the class's photograph of the sprout, with a lens's shallow focus, dew, and the grain of a small camera.
// It is stored as JPEG, so that a photograph too travels the whole way through the program.
import { camera, crumbs, lens } from '../parts/lens.ts';
import {
  blob,
  box,
  brush,
  chance,
  dot,
  group,
  line,
  oval,
  type Picture,
  path,
  picture,
  smooth,
  times,
  trace,
} from '../svg.ts';

const [W, H] = [2100, 1400];

/** Out-of-focus lights between the leaves far behind. */
function bokeh(): string {
  const random = chance(8);
  const tones = ['#f7f3b0', '#dff0a0', '#b9dc86', '#fff7cf', '#8fc06a'];
  return times(40, () => {
    const [x, y, r] = [random() * W, random() ** 1.2 * 720, 30 + random() * 70];
    const tone = tones[Math.floor(random() * tones.length)] ?? '#dff0a0';
    const edge = { stroke: '#ffffe0', 'stroke-width': 5, 'stroke-opacity': 0.35 };
    return dot(x, y, r, tone, { opacity: 0.1 + random() * 0.24, filter: lens(7), ...edge });
  });
}

const veins = (...lines: readonly string[]): string =>
  group({ filter: 'lens3', opacity: 0.42 }, lines.map((d) => line(d, '#e4f6b4', 5)).join(''));

function dew(x: number, y: number, r: number): string {
  return (
    oval(x + r * 0.2, y + r * 0.45, r * 1.05, r * 0.8, '#12300e', { opacity: 0.5, filter: lens(3) }) +
    oval(x, y, r, r * 0.92, 'url(#dew)') +
    oval(x + r * 0.15, y + r * 0.45, r * 0.55, r * 0.26, '#f3ffd0', { opacity: 0.8, filter: lens(3) }) +
    oval(x - r * 0.34, y - r * 0.42, r * 0.22, r * 0.15, '#fff', { transform: `rotate(-28 ${x} ${y})` })
  );
}

const DROPS: readonly (readonly [x: number, y: number, r: number])[] = [
  [700, 606, 27],
  [800, 650, 17],
  [880, 636, 12],
  [640, 644, 13],
  [1330, 556, 25],
  [1430, 520, 15],
  [1250, 636, 17],
  [1180, 672, 11],
  [1390, 610, 9],
];

const LEFT =
  'M1058 712C1000 640 880 540 720 528C610 522 536 566 548 626C566 704 700 742 830 744C930 744 1010 728 1058 712Z';
const RIGHT =
  'M1062 712C1110 610 1240 478 1400 446C1490 430 1566 458 1562 528C1556 620 1420 690 1280 716C1180 732 1100 726 1062 712Z';

/** The striped husk still clings to one leaf, as it does in life. */
function husk(): string {
  const stripes = [-16, 0, 16].map((x) =>
    line(`M${x * 0.4} -62Q${x * 1.5} 0 ${x * 0.9} 52`, '#d9cbb0', 5, { opacity: 0.85 }),
  );
  const shell = smooth(trace('0,-74 34,-20 30,36 0,62 -30,36 -34,-20'), true);
  return group({ x: 1560, y: 500, rotate: 66 }, path(shell, 'url(#husk)'), ...stripes);
}

function plant(): string {
  const stem = path(brush(trace('1066,1130 1046,970 1066,820 1060,706'), [46, 40, 36, 36]), 'url(#stem)');
  const young =
    path('M1060 708C1016 640 1006 560 1050 470C1092 560 1096 640 1060 708Z', 'url(#youngLeaf)') +
    path('M1064 708C1084 650 1110 580 1152 516C1164 600 1124 670 1064 708Z', '#9cc860');
  return (
    group({ filter: 'lens3' }, young) +
    group({ filter: 'leaf' }, stem) +
    group({ filter: 'leaf' }, path(RIGHT, 'url(#leafRight)')) +
    veins('M1084 700Q1280 590 1530 508', 'M1180 646Q1240 560 1330 510', 'M1290 590Q1360 606 1450 596') +
    group({ filter: 'leaf' }, path(LEFT, 'url(#leafLeft)')) +
    veins('M1040 708Q820 640 576 600', 'M900 662Q840 594 740 566', 'M850 648Q780 690 690 690') +
    group({ filter: 'leaf' }, husk()) +
    DROPS.map(([x, y, r]) => dew(x, y, r)).join('')
  );
}

function backdrop(): string {
  return group(
    { filter: 'lens90' },
    oval(300, 560, 420, 300, '#3f6a3a'),
    oval(1750, 420, 380, 330, '#5a8a4c'),
    oval(1000, 200, 560, 200, '#eef0b0'),
    oval(1400, 820, 620, 140, '#2f4a2a'),
    box(1660, 60, 100, 740, '#8a7058'),
  );
}

function nearby(): string {
  return group(
    { filter: 'lens40' },
    path(brush(trace('-20,1440 150,1200 110,960'), [80, 60, 10]), '#5f8f3f'),
    path(brush(trace('2120,1460 1960,1260 2010,1080'), [90, 60, 10]), '#4f7f38'),
    path(blob(420, 1450, 360, 60, 4), '#38281c'),
  );
}

export function sproutPhoto(): Picture {
  const all = [-60, -60, W + 120, H + 120] as const;
  return picture(
    W,
    H,
    camera(),
    box(...all, 'url(#behind)'),
    backdrop(),
    dot(420, 60, 760, 'url(#sun)'),
    bokeh(),
    group({ filter: 'lens40' }, path('M-200 900Q1000 820 2300 910V1600H-200Z', '#4a3626')),
    group({ filter: 'lens16' }, crumbs(W, 880, 960, 220, 18, 3)),
    group({ filter: 'lens7' }, crumbs(W, 940, 1030, 240, 22, 5)),
    group({ filter: 'soil' }, crumbs(W, 1010, 1130, 300, 26, 7)),
    oval(1120, 1128, 300, 40, '#160d08', { opacity: 0.6, filter: lens(16) }),
    plant(),
    group({ filter: 'soil' }, crumbs(W, 1120, 1180, 130, 28, 11)),
    group({ filter: 'lens7' }, crumbs(W, 1170, 1290, 150, 38, 13)),
    group({ filter: 'lens16' }, crumbs(W, 1270, 1420, 110, 56, 17)),
    nearby(),
    dot(420, 60, 900, 'url(#sun)', { opacity: 0.35 }),
    box(...all, 'url(#edge)'),
    box(...all, '#808080', { filter: 'url(#grain)' }),
  );
}
