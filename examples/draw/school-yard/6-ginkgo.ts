// Page 6: autumn. Under the golden ginkgo the friends share out the seeds, a packet for everyone.

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
  ginkgoLeaf,
  ground,
  groundShade,
  platform,
} from '../parts/school.ts';
import {
  blob,
  brush,
  chance,
  dot,
  group,
  line,
  oval,
  type Picture,
  pair,
  path,
  picture,
  times,
  trace,
} from '../svg.ts';
import { seed } from './1-yard.ts';
import { amin, doyun, minseo, yuna } from './children.ts';

const [W, H] = [2000, 1500];
const TONES = ['#f6c63c', '#eba92c', '#fbd966', '#d98f26'] as const;

/** Where the four faces are: no leaf falls across them. */
const FACES: readonly (readonly [x: number, y: number])[] = trace('480,970 800,930 1195,890 1580,900');
const clear = (x: number, y: number): boolean => FACES.every(([fx, fy]) => Math.hypot(x - fx, y - fy) > 165);

/** Leaves on the ground lie in drifts; those in the air turn as they fall. */
function leaves(count: number, top: number, bottom: number, size: number, from: number): string {
  const random = chance(from);
  return times(count, () => {
    const y = top + random() * (bottom - top);
    const x = random() * W;
    if (!clear(x, y)) return '';
    return ginkgoLeaf(x, y, size * (0.7 + random() * 0.6), random() * 360, TONES[Math.floor(random() * 4)] ?? TONES[0]);
  });
}

const packet = (turn = 0): string =>
  group(
    { rotate: turn, filter: 'smallForm' },
    path('M-26 -34L26 -36L28 36L-28 36Z', '#fff3dc'),
    path('M-26 -34L0 -8L26 -36Z', '#f0d9b0'),
    times(8, (i) => group({ y: 12, rotate: i * 45 }, oval(0, -11, 4, 6, '#f2b431'))),
    dot(0, 12, 6, '#7a4a30'),
  );

function bowl(): string {
  const heap = times(26, (i) =>
    group(
      {
        x: -60 + ((i * 47) % 122),
        y: -44 - ((i * 31) % 34) + Math.abs(-60 + ((i * 47) % 122)) * 0.28,
        rotate: (i * 67) % 180,
      },
      seed(0.62),
    ),
  );
  return group(
    { filter: 'smallForm' },
    oval(0, -40, 92, 26, '#8a5f3f'),
    heap,
    path('M-96 -40Q-90 30 -44 34H44Q90 30 96 -40Q0 6 -96 -40Z', '#b98a5c'),
    line('M-88 -16Q0 28 88 -16', '#8a5f3f', 5),
  );
}

/** Autumn sky, hills and school. */
function backdrop(): string {
  return [
    daySky(W, 900, 12),
    oval(1650, 190, 460, 460, 'url(#sunGlow)'),
    flats(W, 760, '#c9cfc0', 7),
    ground(trace('-60,760 500,700 1100,750 2060,690'), W, 1000, '#c79a56'),
    ground(trace('-60,800 700,740 1400,800 2060,750'), W, 1000, '#b9853f'),
    group({ x: 1180, y: 880, scale: 0.86 }, building()),
    ground(trace('-60,872 700,864 1500,866 2060,872'), W, H, 'url(#sand)'),
    times(20, (i) =>
      group(
        { filter: 'smallForm' },
        path(blob(20 + i * 106, 876, 58, 26, i + 3, 0.1), ['#c9803f', '#b5543f', '#8f9a52'][i % 3] ?? '#c9803f'),
      ),
    ),
    groundShade(1640, 960, 230, 18),
    group({ x: 1640, y: 958, scale: 0.95 }, platform()),
    group({ x: 1080, y: 960, scale: 0.8 }, bars()),
  ].join('');
}

/** The ginkgo and its carpet of leaves. */
function tree(): string {
  return [
    groundShade(380, 1120, 480, 40, 0.28),
    group({ x: 330, y: 1110, scale: 1.5 }, ginkgo(['#d98f26', '#f0b030', '#fbd55c'], 11)),
    group(
      { filter: 'dry', opacity: 0.7 },
      times(12, (i) =>
        path(
          brush(
            [
              [i * 180 - 120, 1060 + ((i * 83) % 380)],
              [i * 180 + 60, 1050 + ((i * 83) % 380)],
              [i * 180 + 260, 1064 + ((i * 83) % 380)],
            ],
            [6, 60, 6],
          ),
          '#f0b63a',
        ),
      ),
    ),
    group({ filter: 'gouache' }, leaves(150, 960, 1180, 15, 5)),
    group({ filter: 'gouache' }, leaves(170, 1180, 1490, 24, 8)),
  ].join('');
}

const giver = (): string =>
  doyun({
    mood: 'happy',
    look: [0.7, 0.1],
    tilt: 5,
    hands: pair(-66, -94, 96, -134),
    bend: [0.7, 0.4],
    carries: group({ x: 116, y: -142 }, packet(8)),
  });

const taker = (): string =>
  yuna({
    mood: 'laugh',
    look: [-0.7, 0],
    tilt: -5,
    hands: pair(-96, -140, 72, -92),
    bend: [0.4, 0.6],
  });

const thrower = (): string =>
  amin({
    mood: 'laugh',
    look: [0.2, -0.8],
    tilt: -4,
    hands: pair(-92, -226, 92, -230),
    bend: [0.4, -0.4],
    feet: pair(-34, 0, 36, -16),
  });

const keeper = (): string =>
  minseo({
    mood: 'calm',
    look: [-0.2, 0.7],
    tilt: 6,
    hands: pair(-24, -122, 26, -122),
    bend: [0.9, -0.9],
    carries: group({ y: -124 }, packet(-4)),
  });

/** The four, their seeds, and leaves in the air. */
function friends(): string {
  const thrown = chance(17);
  return [
    groundShade(780, 1300, 130, 16),
    groundShade(1130, 1310, 140, 16),
    groundShade(1470, 1250, 130, 16),
    groundShade(480, 1330, 120, 16),
    group({ x: 480, y: 1330, scale: 1.55 }, keeper()),
    group({ x: 800, y: 1300, scale: 1.6 }, giver()),
    group({ x: 1200, y: 1312, scale: 1.6 }, taker()),
    group({ x: 1580, y: 1260, scale: 1.55 }, thrower()),
    groundShade(980, 1420, 110, 14),
    group({ x: 980, y: 1400, scale: 1.1 }, bowl()),
    group({ x: 1790, y: 1400, scale: 1.3, flip: true }, cat({ pose: 'walk', mood: 'happy', look: [0.6, -0.4] })),
    group({ x: 1692, y: 1256 }, ginkgoLeaf(0, 0, 30, -20, '#fbd966')),
    group(
      { filter: 'smallForm' },
      times(24, (i) =>
        ginkgoLeaf(1330 + i * 21, 470 + thrown() * 260, 20 + thrown() * 14, thrown() * 360, TONES[i % 4] ?? TONES[0]),
      ),
    ),
    group({ filter: 'smallForm' }, leaves(34, 240, 1180, 23, 33)),
  ].join('');
}

export function ginkgoPicture(): Picture {
  return picture(W, H, dayDefs('#a9d3dc', '#fdebc4') + paints(dayLight), backdrop(), tree(), friends());
}
