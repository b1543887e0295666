// Page 3: a cloudburst floods the yard. Yuna and Amin hold their umbrella over the sprout, not over themselves.

import { type Light, paints } from '../paint.ts';
import { cat } from '../parts/cat.ts';
import { bars, building, dayDefs, flats, flowerBed, ground, groundShade } from '../parts/school.ts';
import { umbrella } from '../parts/things.ts';
import {
  blob,
  box,
  brush,
  chance,
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
  times,
  trace,
} from '../svg.ts';
import { amin, yuna } from './children.ts';

const [W, H] = [2000, 1500];
const RAIN: Light = { from: [-5, -9], colour: '#e9f4f4', shade: '#3c4f7a', depth: 0.4, rim: 0.4 };

function clouds(): string {
  const bank = (y: number, colour: string, seed: number): string =>
    group(
      { filter: 'form' },
      path(
        times(11, (i) =>
          blob(
            -60 + i * 205 + ((i * seed * 37) % 80),
            y + ((i * 71 * seed) % 60),
            170 + ((i * 53) % 70),
            96 + ((i * 47 * seed) % 80),
            i + seed,
            0.05,
          ),
        ),
        colour,
      ),
    );
  return bank(30, '#8d9fb4', 2) + bank(-40, '#75899f', 3);
}

function rain(seed: number, count: number, opacity: number): string {
  const random = chance(seed);
  return group(
    { opacity },
    times(count, () => {
      const [x, y, long] = [random() * (W + 200), random() * H, 36 + random() * 60];
      return line(
        `M${Math.round(x)} ${Math.round(y)}l${Math.round(-long * 0.24)} ${Math.round(long)}`,
        '#eef8fa',
        2 + random() * 2.5,
      );
    }),
  );
}

function puddle(x: number, y: number, rx: number, ry: number, seed: number): string {
  const rings = [
    [-0.4, 0.1, 0.22],
    [0.35, -0.2, 0.16],
    [0.1, 0.4, 0.26],
  ]
    .map(
      ([cx = 0, cy = 0, r = 0]) =>
        oval(cx * rx, cy * ry, r * rx, r * ry * 0.9, 'none', { stroke: '#e3f1f4', 'stroke-width': 4, opacity: 0.8 }) +
        oval(cx * rx, cy * ry, r * rx * 0.5, r * ry * 0.45, 'none', {
          stroke: '#e3f1f4',
          'stroke-width': 3,
          opacity: 0.7,
        }) +
        line(
          `M${cx * rx} ${cy * ry}v-16M${cx * rx - 10} ${cy * ry}l-8 -10M${cx * rx + 10} ${cy * ry}l8 -10`,
          '#f2fafa',
          4,
        ),
    )
    .join('');
  return group(
    { x, y, filter: 'gouache' },
    path(blob(0, 0, rx, ry, seed, 0.07), '#a5896e'),
    path(blob(0, 3, rx * 0.96, ry * 0.93, seed, 0.07), 'url(#puddle)'),
    rings,
  );
}

export const sprout = (scale: number): string =>
  group(
    { scale, filter: 'smallForm' },
    path(brush(trace('0,0 4,-30 0,-62'), [9, 8, 7]), '#8fbf5f'),
    path(smooth(trace('0,-60 -20,-84 -52,-90 -66,-76 -46,-62 -18,-56'), true), '#9ccc66'),
    path(smooth(trace('0,-60 18,-86 48,-96 64,-84 46,-66 18,-56'), true), '#84b858'),
    line('M-8 -62Q-30 -72 -52 -78M8 -62Q28 -76 50 -84', '#dbefa8', 3),
  );

const frog = (): string =>
  group(
    { filter: 'smallForm' },
    path(smooth(trace('-44,0 -50,-26 -24,-54 24,-54 50,-26 44,0'), true), '#7fae5a'),
    oval(0, -14, 26, 15, '#e3edbd'),
    dot(-20, -56, 14, '#7fae5a'),
    dot(20, -56, 14, '#7fae5a'),
    oval(-38, -2, 20, 8, '#6f9e50'),
    oval(38, -2, 20, 8, '#6f9e50'),
  ) +
  [-20, 20].map((x) => dot(x, -57, 8, '#33232b') + dot(x + 2.5, -60, 2.6, '#fff')).join('') +
  line('M-16 -34Q0 -24 16 -34', '#4c6b38', 3.6);

const snail = (): string =>
  group(
    { filter: 'smallForm' },
    path(smooth(trace('-60,0 -40,-16 30,-14 44,-44 60,-44 62,-8 50,0'), true), '#d9b98a'),
    dot(-8, -34, 32, '#c9714f'),
    line('M-8 -34m-18 0a18 18 0 1 1 18 18a12 12 0 1 1 2 -24', '#f3c9a0', 6),
    line('M46 -44L42 -64M56 -44L62 -62', '#d9b98a', 5),
  ) +
  dot(42, -66, 4.5, '#33232b') +
  dot(62, -64, 4.5, '#33232b');

/** The yard under rain. */
function yard(): string {
  return [
    box(-40, -40, W + 80, 860, 'url(#daySky)'),
    clouds(),
    flats(W, 690, '#9fb0b8', 4),
    group({ x: 1240, y: 800, scale: 0.95, opacity: 0.75 }, building()),
    box(-40, 440, W + 80, 400, 'url(#mist)'),
    ground(trace('-60,800 700,792 1500,796 2060,800'), W, H, 'url(#wetSand)'),
    times(20, (i) =>
      group({ filter: 'smallForm' }, path(blob(20 + i * 106, 806, 58, 27, i + 3, 0.1), i % 2 ? '#56806a' : '#648f70')),
    ),
    group({ x: 300, y: 930, scale: 1.05 }, bars()),
    rain(3, 120, 0.4),
    puddle(1660, 1010, 250, 50, 4),
    puddle(430, 1010, 200, 40, 8),
    puddle(250, 1360, 330, 92, 6),
    puddle(1640, 1400, 330, 84, 9),
  ].join('');
}

/** The flower bed and those who watch over it. */
function helpers(): string {
  const holder = amin({
    mood: 'brave',
    look: [0.5, 0.7],
    tilt: 7,
    lean: 5,
    hands: pair(54, -150, 104, -142),
    bend: [-0.6, 0.4],
    feet: pair(-26, 0, 26, 0),
    carries: group({ x: 110, y: -118, rotate: 15 }, umbrella('#e2574c', '#f6d27a')),
  });
  const friend = yuna({
    mood: 'sad',
    look: [-0.7, 0.6],
    tilt: -6,
    hands: pair(-76, -150, 36, -100),
    bend: [0.6, -0.6],
    carries: '',
  });
  return [
    groundShade(980, 1290, 420, 90, 0.3),
    group({ x: 980, y: 1270, scale: 0.82 }, flowerBed(960, 300)),
    group({ x: 980, y: 1262, filter: 'smallForm' }, path(blob(0, 0, 110, 36, 7, 0.06), '#9a6c52')),
    group({ x: 980, y: 1252 }, sprout(1.25)),
    groundShade(690, 1270, 130, 18),
    groundShade(1390, 1290, 150, 18),
    group({ x: 690, y: 1272, scale: 1.75 }, holder),
    group({ x: 1400, y: 1290, scale: 1.7 }, friend),
    group({ x: 350, y: 1380, scale: 1.15 }, frog()),
    group({ x: 1180, y: 1420, scale: 0.95 }, snail()),
    group({ x: 1740, y: 1010, scale: 0.9, flip: true }, cat({ pose: 'sit', mood: 'sad', look: [0.4, 0.5] })),
    group({ x: 1790, y: 1005, scale: 0.66, rotate: -12 }, umbrella('#6fae9c', '#9ccbb4')),
    rain(9, 170, 0.55),
  ].join('');
}

export function rainPicture(): Picture {
  return picture(
    W,
    H,
    dayDefs('#7f94aa', '#c9d6d6') +
      paints(RAIN) +
      gradient('puddle', '0 #b9cfd8, 1 #7f9db4') +
      gradient('mist', '0 #c9d6da 0, 1 #c9d6da 0.75') +
      gradient('wetSand', '0 #cdb896, 1 #a98d6c'),
    yard(),
    helpers(),
  );
}
