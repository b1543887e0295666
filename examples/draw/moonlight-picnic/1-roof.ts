// Page 1: Byeori and Luna on the tiled roof, looking up at the moon.

import { paints } from '../paint.ts';
import { BYEORI } from '../parts/cast.ts';
import { cat } from '../parts/cat.ts';
import { child } from '../parts/child.ts';
import {
  cloud,
  constellation,
  land,
  moon,
  moonLight,
  NIGHT,
  nightDefs,
  shadow,
  sky,
  stars,
  vignette,
} from '../parts/night.ts';
import { box, dot, group, line, oval, type Picture, pair, path, picture, smooth, times, trace } from '../svg.ts';

const [W, H] = [1800, 1800];

function village(): string {
  const house = (x: number, y: number, scale: number, lit: boolean): string =>
    group(
      { x, y, scale },
      box(-62, -46, 124, 60, '#4a4c84'),
      box(-18, -34, 36, 34, lit ? '#ffd98a' : '#373b72'),
      lit ? line('M0 -34V0M-18 -17H18', '#8a6a4f', 3) + dot(0, -16, 60, 'url(#fireGlow)', { opacity: 0.35 }) : '',
      path(smooth(trace('-104,-38 -70,-56 0,-82 70,-56 104,-38 60,-44 -60,-44'), true), '#232956'),
    );
  return group(
    { filter: 'gouache' },
    house(240, 1170, 1, true),
    house(520, 1205, 0.8, false),
    house(1290, 1200, 0.85, true),
    house(1560, 1165, 1.05, false),
    house(760, 1222, 0.6, true),
  );
}

/** Rows of half-round tiles running down from the ridge, each ending in a round face. */
function roof(): string {
  const columns = times(15, (i) => {
    const top = 240 + i * 95;
    const low = -160 + i * 152;
    const rows = times(5, (row) => {
      const [a, b] = [row / 5, (row + 1) / 5];
      const [x1, y1, x2, y2] = [
        top + (low - top) * a,
        1418 + 330 * a ** 1.2,
        top + (low - top) * b,
        1418 + 330 * b ** 1.2,
      ];
      const wide = 30 + 20 * a;
      return (
        path(
          `M${x1 - wide} ${y1}L${x2 - wide - 5} ${y2 + 8}Q${x2} ${y2 + 40} ${x2 + wide + 5} ${y2 + 8}L${x1 + wide} ${y1}Z`,
          row % 2 === i % 2 ? '#3f488f' : '#485199',
        ) +
        line(`M${x1 - wide * 0.3} ${y1 + 6}L${x2 - wide * 0.3} ${y2 - 8}`, '#8b93d6', 5 + 5 * a, { opacity: 0.45 }) +
        line(`M${x2 - wide - 5} ${y2 + 8}Q${x2} ${y2 + 40} ${x2 + wide + 5} ${y2 + 8}`, '#171c49', 7)
      );
    });
    return (
      rows +
      oval(low, 1778, 58, 50, '#525ba6') +
      oval(low, 1778, 40, 34, '#363e80') +
      oval(low, 1778, 17, 15, '#8b93d6')
    );
  });
  return group({ filter: 'gouache' }, path('M150 1400L1650 1400L2050 1850L-250 1850Z', '#141942'), columns);
}

const ridge = (): string =>
  group(
    { filter: 'bigForm' },
    path(
      smooth(
        trace(
          '96,1352 140,1366 300,1390 900,1402 1500,1390 1660,1366 1704,1352 1690,1420 1500,1446 900,1456 300,1446 110,1420',
        ),
        true,
      ),
      '#3f4786',
    ),
  ) +
  group(
    { filter: 'gouache' },
    times(15, (i) => line(`M${190 + i * 101} ${1404 - Math.abs(i - 7) * 1.6}v34`, '#23295c', 5)),
  );

function supper(): string {
  return group(
    { x: 1240, y: 1396 },
    group(
      { filter: 'smallForm' },
      oval(0, -6, 62, 15, '#e9dcc0'),
      oval(0, -12, 52, 10, '#c9b892'),
      dot(-22, -26, 18, '#f7efe2'),
      dot(20, -26, 18, '#f3c3c0'),
      dot(0, -46, 18, '#c4d9a4'),
    ),
  );
}

export function roofPicture(): Picture {
  const byeori = child(BYEORI, {
    mood: 'wonder',
    look: [0.75, -0.9],
    tilt: 7,
    hands: pair(-58, -66, 84, -178),
    bend: [0.8, 0.5],
    feet: pair(-30, -30, 34, -24),
  });
  return picture(
    W,
    H,
    nightDefs() + paints(moonLight(9, -8)),
    sky(W, 1350, 3),
    stars(W, 1050, 120, 11, [1280, 560, 330]),
    constellation(trace('230,560 270,470 330,530 410,530 465,470 505,560 490,650 368,700 250,650 230,560')),
    pair(325, 600, 412, 600)
      .map(([x = 0, y = 0]) => dot(x, y, 7, '#fff6d2'))
      .join(''),
    moon(1280, 560, 250),
    cloud(1480, 770, 1.25, '#cfc6ea', 0.5),
    cloud(200, 880, 1.1, '#aaa6db', 0.45),
    cloud(900, 960, 0.8, '#c2b8e0', 0.35),
    land(trace('-60,1080 260,960 560,1060 860,980 1240,1090 1560,990 1860,1060'), W, H, '#757cc4'),
    land(trace('-60,1200 300,1120 800,1190 1300,1130 1860,1200'), W, H, '#2f5487'),
    village(),
    box(-40, 1120, W + 80, 330, 'url(#mist)', { opacity: 0.9 }),
    roof(),
    ridge(),
    shadow(700, 1404, 170, 16, 0.5),
    shadow(1010, 1404, 90, 12, 0.5),
    supper(),
    group({ x: 690, y: 1450, scale: 1.95 }, byeori),
    group({ x: 1020, y: 1404, scale: 1.65 }, cat({ pose: 'sit', mood: 'wonder', look: [0.7, -0.9], tilt: 8 })),
    vignette(W, H, NIGHT.deep),
  );
}
