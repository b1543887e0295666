// Page 1: Doyun finds a striped seed in the sand of the school yard, and his friends come running.

import { paints } from '../paint.ts';
import { cat } from '../parts/cat.ts';
import {
  bars,
  building,
  dayDefs,
  dayLight,
  daySky,
  flats,
  ginkgo,
  ground,
  groundShade,
  platform,
  puffs,
} from '../parts/school.ts';
import {
  blob,
  brush,
  dot,
  group,
  line,
  oval,
  type Picture,
  pair,
  path,
  picture,
  smooth,
  times,
  trace,
} from '../svg.ts';
import { amin, doyun, minseo, yuna } from './children.ts';

const [W, H] = [2240, 1260];

export const seed = (scale: number): string =>
  group(
    { scale },
    path(smooth(trace('0,-26 15,-4 11,18 0,25 -11,18 -15,-4'), true), '#4a3a3c'),
    [-6, 0, 6].map((x) => line(`M${x * 0.5} -18Q${x * 1.4} 2 ${x * 0.8} 20`, '#f6ead2', 2.4)).join(''),
  );

/** A find shines, if only for the one who found it. */
const rays = (): string => times(7, (i) => group({ rotate: i * 40 - 120 }, line('M0 -34V-46', '#fff6cf', 5)));

/** A line of ants on an errand of their own. */
const ants = (): string =>
  times(9, (i) =>
    group(
      { x: 300 + i * 34, y: 1190 + Math.sin(i) * 8 },
      oval(-6, 0, 5, 4, '#4a3a3c'),
      oval(2, -1, 4, 3, '#4a3a3c'),
      dot(8, -2, 3.4, '#4a3a3c'),
      i === 4 ? path(blob(2, -12, 11, 7, 3), '#fffaf0') : '',
    ),
  );

const pebbles = (): string =>
  times(26, (i) =>
    path(
      blob((i * 331) % W, 960 + ((i * 97) % 280), 7 + (i % 4) * 3, 5 + (i % 3) * 2, i + 2, 0.1),
      i % 2 ? '#cfa878' : '#f8ead0',
    ),
  );

/** Sky, school and yard. */
function backdrop(): string {
  return [
    daySky(W, 760, 4),
    oval(250, 150, 420, 420, 'url(#sunGlow)'),
    puffs(640, 180, 1.1),
    puffs(1720, 130, 1.3),
    puffs(1180, 90, 0.7, '#fffdf4', 0.7),
    flats(W, 650, '#b9cfc9', 9),
    ground(trace('-60,640 400,600 900,640 1500,600 2300,640'), W, 900, '#8fb57a'),
    group({ x: 1140, y: 742 }, building()),
    ground(trace('-60,738 700,730 1500,732 2300,738'), W, H, 'url(#sand)'),
    times(22, (i) =>
      group({ filter: 'smallForm' }, path(blob(30 + i * 104, 742, 56, 26, i + 3, 0.1), i % 2 ? '#6f9c5c' : '#82ad66')),
    ),
    group(
      { filter: 'dry', opacity: 0.5 },
      times(9, (i) =>
        path(
          brush(
            [
              [i * 260 - 80, 840 + ((i * 57) % 300)],
              [i * 260 + 90, 832 + ((i * 57) % 300)],
              [i * 260 + 260, 842 + ((i * 57) % 300)],
            ],
            [4, 26, 4],
          ),
          '#d9ad74',
        ),
      ),
    ),
    line('M-40 1010Q700 860 1500 900T2300 860', '#fffaf0', 9, { opacity: 0.65, 'stroke-dasharray': '60 14' }),
  ].join('');
}

/** What stands around the yard. */
function corners(): string {
  return [
    groundShade(1800, 852, 260, 20),
    group({ x: 1800, y: 850, scale: 1.25 }, platform()),
    group({ x: 1720, y: 508, scale: 0.6 }, cat({ pose: 'sit', mood: 'calm', look: [-0.8, 0.4] })),
    groundShade(330, 905, 320, 24),
    group({ x: 170, y: 900, scale: 1.02 }, ginkgo(['#4d7d5b', '#7ba35c', '#a8c870'], 5)),
    group({ x: 560, y: 884, scale: 1.15 }, bars()),
  ].join('');
}

const finder = (): string =>
  doyun({
    mood: 'wonder',
    look: [0.8, -0.2],
    tilt: -4,
    hands: pair(-52, -90, 84, -176),
    bend: [0.8, -0.5],
    carries: group(
      { x: 96, y: -204 },
      dot(0, 0, 70, 'url(#sunGlow)'),
      rays(),
      group({ rotate: 12, filter: 'smallForm' }, seed(0.78)),
    ),
  });

/** The finder and those who come running. */
function friends(): string {
  const runner = minseo({
    mood: 'shout',
    look: [-0.8, 0.1],
    lean: -7,
    tilt: -4,
    hands: pair(-104, -158, 88, -104),
    bend: [0.5, 0.8],
    feet: pair(-46, -10, 44, -30),
  });
  const second = amin({
    mood: 'laugh',
    look: [-0.7, 0.1],
    lean: -6,
    hands: pair(-88, -186, 80, -124),
    bend: [0.4, 0.9],
    feet: pair(-50, 0, 40, -24),
  });
  return [
    pebbles(),
    ants(),
    groundShade(800, 1196, 120, 16),
    groundShade(1190, 1152, 120, 16),
    groundShade(1430, 1162, 120, 16),
    groundShade(1790, 1176, 140, 16),
    group({ x: 800, y: 1196, scale: 1.42 }, finder()),
    group({ x: 1190, y: 1150, scale: 1.2 }, runner),
    group({ x: 1450, y: 1160, scale: 1.2 }, second),
    group({ x: 1790, y: 1176, scale: 1.22 }, yuna({ mood: 'happy', look: [-0.8, 0], tilt: -3 })),
  ].join('');
}

export function yardPicture(): Picture {
  return picture(W, H, dayDefs('#8fcbd8', '#fdf1d0') + paints(dayLight), backdrop(), corners(), friends());
}
