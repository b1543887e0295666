// Page 2: with a basket and a lantern, Byeori and Luna walk through the wood of fireflies towards the moon.

import { paints } from '../paint.ts';
import { beast, owl } from '../parts/beast.ts';
import { BYEORI } from '../parts/cast.ts';
import { cat } from '../parts/cat.ts';
import { child } from '../parts/child.ts';
import {
  cloud,
  fireflies,
  grass,
  land,
  moon,
  moonLight,
  NIGHT,
  nightDefs,
  nightFlower,
  pine,
  shadow,
  sky,
  stars,
  vignette,
} from '../parts/night.ts';
import { basket, lantern } from '../parts/things.ts';
import {
  blob,
  brush,
  dot,
  group,
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

const [W, H] = [2200, 1100];

function birch(x: number, foot: number, width: number, tone: string, seed: number): string {
  const marks = times(9, (i) => {
    const y = 60 + ((i * 137 + seed * 61) % (foot - 120));
    const side = i % 2 === 0 ? -1 : 1;
    return path(
      brush(
        [
          [x + side * width * 0.45, y],
          [x + side * width * 0.12, y + 5],
        ],
        [9, 2],
      ),
      '#3b3f78',
    );
  });
  return (
    group(
      { filter: 'form' },
      path(
        brush(
          [
            [x + 6, foot + 20],
            [x - 4, foot * 0.5],
            [x + 8, -40],
          ],
          [width * 1.25, width, width * 0.8],
        ),
        tone,
      ),
    ) + group({ opacity: 0.8 }, marks)
  );
}

const branch = (): string =>
  group({ filter: 'form' }, path(brush(trace('250,330 360,300 470,312 560,290'), [30, 24, 18, 8]), '#8d8fc6')) +
  group(
    { filter: 'gouache' },
    trace('480,280 540,262 582,300 520,322 330,270')
      .map(([x, y], i) => path(blob(x, y, 26, 17, i + 2), i % 2 ? '#4c8f8c' : '#3a7a7f'))
      .join(''),
  );

/** Someone small is watching from the bush. */
function bush(x: number, y: number): string {
  const hidden = group(
    { x, y: y + 70, scale: 0.78 },
    beast({ kind: 'rabbit', mood: 'wonder', look: [-0.9, 0.1], tilt: -5 }),
  );
  const leaves: readonly (readonly [number, number, number, string])[] = [
    [-120, 26, 60, '#1c4c5a'],
    [-66, -6, 62, '#1f5560'],
    [70, -2, 64, '#1f5560'],
    [128, 30, 58, '#1c4c5a'],
    [0, 10, 66, '#2a6b6e'],
    [-60, 44, 64, '#2a6b6e'],
    [66, 44, 66, '#23606a'],
    [0, 60, 60, '#2f777a'],
  ];
  const berries = trace('-96,24 -30,52 50,30 104,58 10,84 -70,78')
    .map(([dx, dy]) => dot(x + dx, y + dy, 8, '#d8483f'))
    .join('');
  return (
    hidden +
    leaves
      .map(([dx, dy, r, colour], i) =>
        group({ filter: 'form' }, path(blob(x + dx, y + dy, r, r * 0.8, i + 5, 0.14), colour)),
      )
      .join('') +
    group({ filter: 'smallForm' }, berries)
  );
}

/** From the far hills to the edge of the path. */
function wood(): string {
  const path1: readonly Point[] = trace(
    '-60,1010 300,930 720,950 1160,905 1560,800 1800,700 1900,670 1880,720 1760,830 1500,960 1100,1060 600,1120 -60,1130',
  );
  return [
    land(trace('-60,640 300,560 700,650 1200,600 1700,690 2260,600'), W, H, '#5f68b0'),
    times(12, (i) => pine(80 + i * 190 + ((i * 53) % 70), 720 + (i % 3) * 14, 190 + ((i * 67) % 110), '#414b93', i)),
    land(trace('-60,760 400,700 900,740 1400,690 1900,660 2260,690'), W, H, '#37508a'),
    times(6, (i) =>
      pine([60, 420, 640, 1290, 2060, 2180][i] ?? 0, 830 + (i % 2) * 20, 330 + ((i * 71) % 120), '#234a70', i + 9),
    ),
    land(trace('-60,870 500,850 1100,830 1600,760 2000,690 2260,700'), W, H, '#245a68'),
    group({ filter: 'land' }, path(smooth(path1, true), '#8d95c4')),
    birch(250, 930, 62, '#c6c5e6', 3),
    birch(90, 950, 84, '#aeb0da', 5),
    birch(2110, 900, 70, '#c6c5e6', 8),
    branch(),
    group({ x: 430, y: 305, scale: 1.05 }, owl('wonder', [1, 0.9])),
    bush(1500, 905),
    fireflies(trace('360,640 560,760 700,560 1010,690 1180,520 1330,780 1620,650 1960,780 520,480 860,820'), 30),
    oval(905, 900, 330, 190, 'url(#fireGlow)', { opacity: 0.3 }),
  ].join('');
}

/** Those who walk, and what grows at their feet. */
function travellers(): string {
  const byeori = child(BYEORI, {
    mood: 'happy',
    look: [0.9, -0.15],
    tilt: 4,
    lean: 4,
    hands: pair(-62, -96, 92, -118),
    bend: [0.5, 0.4],
    feet: pair(-40, -8, 38, 0),
    behind: group({ x: -72, y: -76 }, basket()),
    carries: group({ x: 112, y: -98 }, lantern()),
  });
  const flowers: readonly Point[] = trace('180,930 230,960 640,1010 1330,1010 1420,985 1980,880 1700,960');
  return [
    shadow(820, 986, 110, 14),
    shadow(1130, 968, 110, 12),
    group({ x: 820, y: 985, scale: 1.42 }, byeori),
    group({ x: 1140, y: 968, scale: 1.2 }, cat({ pose: 'walk', mood: 'happy', look: [0.8, -0.1], tilt: 3 })),
    flowers.map(([x, y], i) => nightFlower(x, y, 0.9 + (i % 3) * 0.2, i % 2 ? '#f6c6d4' : '#e8e2ff')).join(''),
    group(
      { filter: 'gouache' },
      times(11, (i) => grass(60 + i * 215, 1110, 14, 96, i % 2 ? '#143c50' : '#1a4a58', i + 3)),
    ),
    vignette(W, H, NIGHT.deep),
  ].join('');
}

export function forestPicture(): Picture {
  return picture(
    W,
    H,
    nightDefs() + paints(moonLight(9, -7)),
    sky(W, 800, 7),
    stars(W, 560, 110, 23, [1850, 420, 330]),
    moon(1850, 420, 215, 3),
    cloud(1560, 560, 1.1, '#cfc6ea', 0.4),
    cloud(760, 250, 0.9, '#aaa6db', 0.35),
    wood(),
    travellers(),
  );
}
