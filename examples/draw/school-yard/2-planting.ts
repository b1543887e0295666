// Page 2: the friends plant the seed in the flower bed and water it.

import { paints } from '../paint.ts';
import { cat } from '../parts/cat.ts';
import { dayDefs, dayLight, flowerBed, ground, groundShade } from '../parts/school.ts';
import { wateringCan } from '../parts/things.ts';
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
  pair,
  path,
  picture,
  smooth,
  times,
  trace,
} from '../svg.ts';
import { seed } from './1-yard.ts';
import { amin, doyun, minseo } from './children.ts';

const [W, H] = [1800, 1800];

/** A brick wall with a window and the sun on it. */
function wall(): string {
  const random = chance(14);
  const bricks = times(13, (row) =>
    times(17, (i) => {
      const tones = ['#dd9a76', '#d68c68', '#e3a683', '#d99470'];
      return random() < 0.3
        ? ''
        : box(-80 + i * 118 + (row % 2) * 59, 60 + row * 62, 108, 52, tones[Math.floor(random() * 4)] ?? '#dd9a76');
    }),
  );
  return (
    group({ filter: 'gouache' }, box(-40, -40, W + 80, 1000, '#e9b592'), bricks) +
    group(
      { filter: 'form' },
      box(1180, 120, 420, 400, '#fffaf0'),
      box(1206, 146, 172, 348, 'url(#glass)'),
      box(1402, 146, 172, 348, 'url(#glass)'),
      box(1156, 508, 468, 34, '#f6e4c4'),
    ) +
    [1250, 1390, 1520]
      .map((x, i) =>
        group(
          { x, y: 500, filter: 'smallForm' },
          times(5, (k) =>
            group({ y: -70, rotate: k * 72 }, oval(0, -17, 12, 17, ['#f6c9d0', '#fff3c2', '#f3a48c'][i] ?? '#fff')),
          ),
          dot(0, -70, 11, '#f2b431'),
          path('M-30 -44H30L22 10H-22Z', '#b9603f'),
        ),
      )
      .join('') +
    path('M-40 -40L760 -40L240 960L-40 960Z', '#fff3c2', { opacity: 0.3, filter: 'url(#blur24)' }) +
    path('M980 -40L1240 -40L700 960L440 960Z', '#fff3c2', { opacity: 0.22, filter: 'url(#blur24)' })
  );
}

const tulip = (x: number, y: number, colour: string, scale: number): string =>
  group(
    { x, y, scale, filter: 'smallForm' },
    path(brush(trace('0,0 4,-60 0,-110'), [8, 8, 7]), '#6a9a5a'),
    path(brush(trace('0,0 -34,-50 -30,-90'), [10, 22, 3]), '#7ba35c'),
    path(brush(trace('0,0 32,-40 36,-76'), [10, 20, 3]), '#6a9a5a'),
    path(smooth(trace('-26,-150 -12,-132 0,-156 12,-132 26,-150 28,-118 0,-98 -28,-118'), true), colour),
  );

/** A worm looks out of the soil to see what the matter is. */
const worm = (): string =>
  group({ filter: 'smallForm' }, path(brush(trace('0,30 4,-20 30,-40 44,-30'), [24, 22, 20, 16]), '#e59a92')) +
  dot(38, -40, 3.5, '#33232b') +
  dot(48, -38, 3.5, '#33232b');

/** Wall, hedge and tulips. */
function garden(): string {
  return [
    wall(),
    ground(trace('-60,900 500,880 1200,890 1860,880'), W, H, 'url(#sand)'),
    times(20, (i) =>
      group({ filter: 'smallForm' }, path(blob(40 + i * 94, 900, 62, 34, i + 3, 0.12), i % 2 ? '#6f9c5c' : '#8ab46c')),
    ),
    [
      [90, 940, '#e2574c'],
      [210, 930, '#f2b431'],
      [1640, 940, '#f3a4b4'],
      [1740, 950, '#e2574c'],
      [1530, 930, '#fffaf0'],
      [330, 926, '#f3a4b4'],
    ]
      .map(([x, y, colour]) => tulip(Number(x), Number(y), String(colour), 1.15))
      .join(''),
  ].join('');
}

/** Amin with the sign, behind the bed. */
function signer(): string {
  const signer = amin({
    mood: 'calm',
    look: [0, 0.8],
    hands: pair(-44, -128, 44, -128),
    bend: [0.8, -0.8],
    carries: group(
      { y: -142, filter: 'smallForm' },
      box(-7, 36, 14, 96, '#b98a5c'),
      path('M-62 -34L60 -38L64 40L-60 42Z', '#fffaf0'),
      line('M0 34V8', '#6f9c5c', 6),
      line('M0 26q14 -2 20 -12', '#6f9c5c', 5),
      times(9, (i) => group({ y: -8, rotate: i * 40 }, oval(0, -17, 6, 9, '#f2b431'))),
      dot(0, -8, 10, '#8a5a3c'),
    ),
  });
  return [groundShade(890, 1110, 160, 20), group({ x: 890, y: 1120, scale: 1.62 }, signer)].join('');
}

const digger = (): string =>
  doyun({
    mood: 'happy',
    look: [0.6, 0.9],
    tilt: 8,
    lean: 6,
    hands: pair(-60, -88, 98, -96),
    bend: [0.7, 0.5],
    carries: group(
      { x: 116, y: -70, rotate: 20, filter: 'smallForm' },
      line('M0 0V26', '#b9603f', 11),
      path(smooth(trace('-15,24 15,24 13,60 0,76 -13,60'), true), '#b9c2c4'),
    ),
  });

/** The bed and those who tend it. */
function planters(): string {
  const drops = times(14, (i) =>
    path(
      `M${1010 - (i % 5) * 26 + i * 3} ${1230 + Math.floor(i / 5) * 62 + (i % 2) * 20}q-9 20 0 26q9 -6 0 -26Z`,
      '#8fcbe0',
    ),
  );
  const waterer = minseo({
    mood: 'laugh',
    look: [-0.7, 0.7],
    tilt: -7,
    hands: pair(-98, -108, -70, -118),
    bend: [0.3, 0.2],
    carries: group({ x: -112, y: -94, flip: true, rotate: -14 }, wateringCan('#5a9ac0')),
  });
  return [
    groundShade(900, 1450, 640, 150, 0.25),
    group({ x: 900, y: 1420 }, flowerBed(1180, 420)),
    group({ x: 890, y: 1420, filter: 'form' }, path(blob(0, 0, 150, 52, 7, 0.06), '#a8765a')),
    oval(890, 1404, 46, 18, '#5a3c30'),
    group({ x: 890, y: 1392, rotate: 24, filter: 'smallForm' }, seed(1.15)),
    drops,
    group({ x: 640, y: 1500, scale: 1.1 }, worm()),
    groundShade(430, 1500, 170, 20),
    groundShade(1330, 1500, 170, 20),
    group({ x: 430, y: 1500, scale: 1.95 }, digger()),
    group({ x: 1340, y: 1500, scale: 1.9 }, waterer),
    groundShade(1610, 1600, 100, 14),
    group({ x: 1620, y: 1610, scale: 1.15, flip: true }, cat({ pose: 'sit', mood: 'happy', look: [0.8, 0.1] })),
  ].join('');
}

export function plantingPicture(): Picture {
  return picture(W, H, dayDefs('#f6dcae', '#fdf1d0') + paints(dayLight), garden(), signer(), planters());
}
