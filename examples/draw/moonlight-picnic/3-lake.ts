// Page 3: the way ends at a lake. The moon hangs too high; only its picture lies on the water.

import { paints } from '../paint.ts';
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
  pine,
  shadow,
  sky,
  stars,
  vignette,
} from '../parts/night.ts';
import { basket, lantern } from '../parts/things.ts';
import {
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
  times,
  trace,
} from '../svg.ts';

const [W, H] = [2000, 1500];

type Random = () => number;

function ripples(random: Random): string {
  return times(46, () => {
    const y = 950 + random() ** 1.3 * 520;
    const near = (y - 900) / 600;
    const x = 200 + random() * 1750;
    const long = 60 + near * 220 * random();
    return path(
      brush(
        [
          [x - long, y],
          [x, y + 4],
          [x + long, y],
        ],
        [1, 5 + near * 10, 1],
      ),
      random() > 0.5 ? '#7f8bd0' : '#26307a',
      { opacity: 0.5 },
    );
  });
}

/** The moon's road on the water. */
function glitter(random: Random): string {
  return times(26, (i) => {
    const y = 960 + i * 20;
    const wide = 60 + 170 * Math.sin((i / 26) * Math.PI) + random() * 50;
    return path(
      brush(
        [
          [1310 - wide + random() * 40, y],
          [1310, y + 3],
          [1310 + wide - random() * 40, y],
        ],
        [2, 13, 2],
      ),
      i > 4 && i < 20 ? '#fff0bd' : '#f1d68f',
      { opacity: 0.85 - i * 0.017 },
    );
  });
}

function water(): string {
  const random = chance(31);
  return (
    group({ filter: 'sky' }, box(0, 930, W, 570, 'url(#lake)')) +
    group({ filter: 'gouache' }, ripples(random)) +
    oval(1310, 1190, 330, 250, 'url(#moonGlow)') +
    group({ filter: 'gouache' }, glitter(random))
  );
}

function pier(): string {
  const planks = times(9, (i) => {
    const x = 60 + i * 108;
    return (
      path(`M${x - 76} 1228L${x + 26} 1226L${x - 14} 1330L${x - 130} 1334Z`, i % 2 ? '#8a7aa0' : '#7c6d95') +
      line(`M${x - 60} 1250l-20 52`, '#5a4f7e', 3)
    );
  });
  const posts = [180, 540, 890].map((x) => box(x - 20, 1310, 40, 150, '#54497a')).join('');
  return (
    group({ filter: 'form' }, posts) +
    group({ filter: 'form' }, path('M-40 1330L914 1326L944 1352L-40 1358Z', '#4c427a'), planks)
  );
}

/** Friends to come: three pairs of eyes between the trees. */
const watchers = (): string =>
  [
    [1640, 890, 9],
    [1745, 850, 12],
    [1850, 898, 8],
  ]
    .map(([x = 0, y = 0, r = 0]) =>
      [-1, 1]
        .map((side) => dot(x + side * r * 2, y, r, '#ffe9a8') + dot(x + side * r * 2 - 2, y + 1, r * 0.5, '#1b2050'))
        .join(''),
    )
    .join('');

const reeds = (x: number): string =>
  times(
    7,
    (i) =>
      path(
        brush(
          [
            [x + i * 26, 1520],
            [x + i * 26 + 8, 1380],
            [x + i * 30 + 20, 1240 - (i % 3) * 60],
          ],
          [12, 9, 4],
        ),
        i % 2 ? '#1d4f60' : '#2a6b6e',
      ) +
      (i % 2
        ? ''
        : path(
            brush(
              [
                [x + i * 30 + 16, 1270 - (i % 3) * 60],
                [x + i * 30 + 20, 1200 - (i % 3) * 60],
              ],
              [20, 16],
            ),
            '#8a5f4f',
          )),
  );

/** Sky, hills, water and the woods on both sides. */
function shores(): string {
  return [
    sky(W, 960, 17),
    stars(W, 760, 130, 41, [1310, 300, 270]),
    moon(1310, 300, 165, 3),
    cloud(1560, 400, 0.9, '#cfc6ea', 0.45),
    cloud(420, 520, 1.2, '#aaa6db', 0.35),
    land(trace('-60,800 260,690 620,800 980,740 1300,820 1700,700 2060,790'), W, 940, '#6f75b8'),
    land(trace('-60,890 400,830 900,895 1300,880 1640,800 2060,830'), W, 940, '#3a5590'),
    water(),
    times(7, (i) => pine(1480 + i * 88, 945 + (i % 2) * 18, 220 + ((i * 83) % 130), i % 2 ? '#1d3f66' : '#25507a', i)),
    watchers(),
    times(5, (i) => pine(20 + i * 82, 950 + (i % 2) * 14, 200 + ((i * 61) % 110), '#2a4f80', i + 4)),
    box(0, 930, W, 60, 'url(#mist)'),
  ].join('');
}

/** The two on the pier, and the near bank. */
function friends(): string {
  const byeori = child(BYEORI, {
    mood: 'sad',
    look: [0.7, -0.75],
    tilt: -6,
    hands: pair(-36, -84, 40, -84),
    bend: [1, -1],
    feet: pair(-10, 22, 36, 26),
  });
  return [
    pier(),
    shadow(560, 1262, 130, 16, 0.55),
    shadow(770, 1290, 110, 14, 0.5),
    shadow(330, 1286, 80, 12, 0.5),
    group({ x: 330, y: 1196, scale: 1.35 }, basket()),
    group({ x: 170, y: 1180, scale: 1.3 }, lantern()),
    group({ x: 560, y: 1246, scale: 1.7 }, byeori),
    group({ x: 770, y: 1272, scale: 1.4 }, cat({ pose: 'sit', mood: 'sad', look: [0.5, 0.9], tilt: 10 })),
    group({ filter: 'gouache' }, reeds(1560), reeds(1790)),
    fireflies(trace('240,1040 1040,1080 1620,1120 1790,1010 90,1150'), 26),
    group({ filter: 'gouache' }, grass(1720, 1510, 30, 110, '#143c50', 3)),
    vignette(W, H, NIGHT.deep),
  ].join('');
}

export function lakePicture(): Picture {
  return picture(
    W,
    H,
    nightDefs() + paints(moonLight(8, -9)) + gradient('lake', '0 #8f8bc8, 0.3 #4655a6, 1 #1c2566'),
    shores(),
    friends(),
  );
}
