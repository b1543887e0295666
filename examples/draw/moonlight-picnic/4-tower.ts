// Page 4: bear, raccoon dog, fox and rabbit make a tower, so that Byeori and Luna can touch the moon.

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
  sparkle,
  stars,
  vignette,
} from '../parts/night.ts';
import { basket, lantern } from '../parts/things.ts';
import { brush, group, type Picture, pair, path, picture, times, trace } from '../svg.ts';

const [W, H] = [1500, 2000];
const MIDDLE = 690;
const GLINTS = trace('880,170 840,250 1010,560 930,480');

const byeori = (): string =>
  child(BYEORI, {
    mood: 'laugh',
    look: [0.6, -0.7],
    tilt: 8,
    lean: 4,
    hands: pair(-78, -170, 86, -262),
    bend: [0.4, 0.4],
    feet: pair(-24, 0, 24, 2),
    carries: group({ x: -90, y: -166, scale: 0.9 }, basket()),
  });

const rabbit = (): string =>
  beast({
    kind: 'rabbit',
    mood: 'laugh',
    look: [0.3, -0.4],
    hands: pair(-48, -206, 48, -206),
    feet: pair(-26, 8, 26, 8),
    scarf: '#f7c85f',
    tilt: -4,
  });

function tower(): string {
  const bear = beast({
    kind: 'bear',
    mood: 'brave',
    look: [0.2, -0.6],
    hands: pair(-62, -232, 62, -232),
    feet: pair(-44, 0, 44, 0),
    scarf: '#5d8f8a',
  });
  const dog = beast({
    kind: 'raccoonDog',
    mood: 'wonder',
    look: [-0.5, 0.4],
    hands: pair(-56, -236, 56, -236),
    feet: pair(-40, 8, 40, 8),
  });
  const fox = beast({
    kind: 'fox',
    mood: 'happy',
    look: [0.4, -0.5],
    hands: pair(-50, -226, 50, -226),
    feet: pair(-34, 8, 34, 8),
  });
  return (
    group({ x: MIDDLE, y: 1810, scale: 1.72 }, bear) +
    group({ x: MIDDLE - 12, y: 1426, scale: 1.38 }, dog) +
    group({ x: MIDDLE + 14, y: 1118, scale: 1.2 }, fox) +
    group({ x: MIDDLE + 152, y: 972 }, lantern()) +
    group({ x: MIDDLE - 6, y: 852, scale: 1 }, rabbit()) +
    group({ x: MIDDLE + 6, y: 636, scale: 1.12 }, byeori())
  );
}

export function towerPicture(): Picture {
  return picture(
    W,
    H,
    nightDefs() + paints(moonLight(9, -8)),
    sky(W, 1700, 27),
    stars(W, 1400, 150, 53, [1082, 300, 370]),
    moon(1082, 300, 290, 2.3),
    cloud(230, 520, 1.15, '#aaa6db', 0.5),
    cloud(1330, 820, 1, '#cfc6ea', 0.45),
    cloud(330, 1050, 0.9, '#c2b8e0', 0.35),
    cloud(1180, 1210, 0.8, '#c2b8e0', 0.3),
    land(trace('-60,1480 300,1400 700,1490 1100,1420 1560,1500'), W, H, '#6068b0'),
    times(9, (i) => pine(40 + i * 180, 1600 + (i % 2) * 20, 190 + ((i * 67) % 110), '#3c5096', i)),
    land(trace('-60,1640 400,1590 900,1630 1560,1580'), W, H, '#2d5682'),
    times(4, (i) => pine([60, 200, 1280, 1430][i] ?? 0, 1760, 380 + ((i * 71) % 130), '#21496c', i + 3)),
    group(
      { filter: 'form' },
      path(brush(trace('1500,1380 1380,1376 1230,1400 1130,1384'), [44, 32, 22, 8]), '#4a4570'),
    ),
    group({ x: 1240, y: 1392, scale: 1.1 }, owl('wonder', [-0.9, -0.6])),
    land(trace('-60,1780 400,1745 760,1760 1200,1735 1560,1770'), W, H, '#266068'),
    shadow(MIDDLE, 1812, 260, 26, 0.5),
    tower(),
    group({ x: MIDDLE + 8, y: 330, scale: 0.78 }, cat({ pose: 'reach', mood: 'happy', look: [0.8, -0.6], tilt: 8 })),
    GLINTS.map(([x, y], i) => sparkle(x, y, 16 + (i % 2) * 10, '#fffbe0')).join(''),
    trace('180,1830 260,1870 1230,1840 1340,1865 420,1890 860,1900')
      .map(([x, y], i) => nightFlower(x, y, 1.1 + (i % 3) * 0.2, i % 2 ? '#f6c6d4' : '#e8e2ff'))
      .join(''),
    fireflies(trace('200,1650 360,1560 1060,1640 1220,1560 1350,1700'), 30),
    group(
      { filter: 'gouache' },
      times(8, (i) => grass(60 + i * 200, 2010, 14, 90, i % 2 ? '#143c50' : '#1a4a58', i + 3)),
    ),
    vignette(W, H, NIGHT.deep),
  );
}
