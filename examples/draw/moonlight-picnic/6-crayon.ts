// Page 6: the next morning Byeori draws the night with her own crayons. No paint box here, only wax on paper.
import { crayons } from '../paint.ts';
import { filled, outline, ring, rub, sides, waxed } from '../parts/crayon.ts';
import { box, chance, dot, group, line, type Picture, type Point, picture, times, trace } from '../svg.ts';

const [W, H] = [1800, 1350];
const C = {
  ink: '#3a3038',
  red: '#d8392f',
  yellow: '#f7c326',
  blue: '#2f55b0',
  sky: '#7fa6dd',
  green: '#3f9a4a',
  brown: '#8a5430',
  pink: '#f08aa0',
  orange: '#ef7d2c',
  violet: '#7a4fa0',
  skin: '#f6c7a0',
  grey: '#8d8a94',
} as const;

const eyes = (x: number, y: number, apart: number): string => dot(x - apart, y, 9, C.ink) + dot(x + apart, y, 9, C.ink);
const smile = (x: number, y: number, wide: number): string =>
  line(`M${x - wide} ${y}Q${x} ${y + wide} ${x + wide} ${y}`, C.red, 9);
const blush = (x: number, y: number, apart: number): string =>
  [-1, 1].map((side) => rub(ring(x + side * apart, y, 24, 19, 4), { colour: C.pink, width: 8, gap: 8 })).join('');

function bigMoon(): string {
  const face = ring(1330, 370, 290, 275, 5, 30);
  const rays = times(15, (i) => {
    const angle = (i / 15) * Math.PI * 2 + 0.1;
    const [c, s] = [Math.cos(angle), Math.sin(angle)];
    return line(
      `M${1330 + c * 325} ${370 + s * 312}L${1330 + c * (372 + (i % 3) * 16)} ${370 + s * (362 + (i % 2) * 18)}`,
      C.orange,
      12,
    );
  });
  return (
    rub(face, { colour: C.yellow, width: 20, gap: 15, seed: 3 }) +
    rub(face, { colour: '#fbd95c', angle: 40, width: 18, gap: 30, seed: 9, opacity: 0.8 }) +
    outline(face, C.orange, 13) +
    rays
  );
}

function me(x: number, y: number): string {
  const at = (points: readonly (readonly [number, number])[]): readonly Point[] =>
    points.map(([px, py]) => [x + px, y + py]);
  const coat = sides(at(trace('-40,90 44,88 104,270 -98,276')), 3);
  return (
    line(`M${x - 36} ${y + 276}l-6 96M${x + 40} ${y + 272}l8 98`, C.ink, 13) +
    outline(at(trace('-78,372 -40,376 -36,350')), C.brown, 20, false) +
    outline(at(trace('86,370 50,374 44,350')), C.brown, 20, false) +
    line(`M${x - 52} ${y + 130}L${x - 170} ${y + 70}M${x + 54} ${y + 128}L${x + 176} ${y + 196}`, C.red, 15) +
    dot(x - 178, y + 64, 15, C.skin) +
    dot(x + 184, y + 202, 15, C.skin) +
    filled(coat, C.red, '#a8241f', { angle: 80 }) +
    times(3, (i) => dot(x + 2, y + 130 + i * 48, 11, C.yellow)) +
    rub(ring(x, y - 8, 112, 106, 2), { colour: C.skin, angle: 10, width: 17, gap: 13 }) +
    rub(
      at(trace('-128,60 -140,-40 -96,-120 0,-142 96,-120 140,-40 126,62 92,40 96,-40 40,-66 -40,-62 -96,-38 -92,44')),
      { colour: C.ink, angle: 70, width: 15, gap: 12, seed: 8 },
    ) +
    eyes(x, y - 8, 42) +
    blush(x, y + 30, 66) +
    smile(x, y + 40, 32) +
    star(x + 88, y - 92, 32, C.yellow)
  );
}

function star(x: number, y: number, r: number, colour: string): string {
  const tips = [0, 2, 4, 1, 3, 0].map(
    (i): Point => [x + Math.cos((i / 5) * Math.PI * 2 - 1.57) * r, y + Math.sin((i / 5) * Math.PI * 2 - 1.57) * r],
  );
  return line(`M${tips.map(([px, py]) => `${Math.round(px)} ${Math.round(py)}`).join('L')}`, colour, 9);
}

function luna(x: number, y: number): string {
  const at = (points: readonly (readonly [number, number])[]): readonly Point[] =>
    points.map(([px, py]) => [x + px, y + py]);
  return (
    outline(at(trace('-60,150 -130,130 -140,60 -110,30')), C.grey, 15, false) +
    filled(ring(x, y + 110, 84, 66, 7), '#fdf6e6', C.ink) +
    line(
      `M${x - 44} ${y + 160}v50M${x - 14} ${y + 168}v44M${x + 22} ${y + 168}v44M${x + 52} ${y + 158}v50`,
      C.ink,
      11,
    ) +
    filled([...at(trace('-72,-10 -82,-86 -34,-52 34,-54 82,-90 74,-10 56,44 0,60 -56,44'))], '#fdf6e6', C.ink) +
    eyes(x, y - 2, 32) +
    blush(x, y + 22, 50) +
    smile(x - 10, y + 24, 12) +
    smile(x + 12, y + 24, 12) +
    line(
      `M${x - 60} ${y + 16}l-56 -10M${x - 60} ${y + 28}l-54 12M${x + 60} ${y + 16}l56 -12M${x + 60} ${y + 28}l54 8`,
      C.ink,
      5,
    ) +
    line(`M${x + 4} ${y - 46}q-24 16 4 32`, C.orange, 10)
  );
}

function rabbit(x: number, y: number): string {
  return (
    [-1, 1]
      .map((side) => filled(ring(x + side * 26, y - 92, 19, 54, side + 4, 14), '#fff6f2', C.pink, { width: 9 }))
      .join('') +
    filled(ring(x, y + 66, 54, 62, 6), '#fff6f2', C.grey) +
    filled(ring(x, y - 12, 58, 50, 3), '#fff6f2', C.grey) +
    eyes(x, y - 18, 22) +
    smile(x, y, 14) +
    blush(x, y + 2, 38) +
    line(`M${x + 44} ${y + 46}L${x + 112} ${y + 6}`, C.grey, 12) +
    line(`M${x + 108} ${y - 80}V${y + 70}`, C.brown, 24) +
    filled(
      [
        [x + 62, y + 80],
        [x + 158, y + 78],
        [x + 140, y + 134],
        [x + 82, y + 136],
      ],
      C.brown,
      '#5c3519',
    )
  );
}

function house(): string {
  const wall: readonly Point[] = trace('120,960 420,952 424,1180 124,1186');
  return (
    filled(sides(wall, 5), '#fbe3b0', C.brown, { angle: 90, width: 13, gap: 14 }) +
    filled(sides(trace('70,966 270,800 474,956'), 7), C.blue, '#20397e', { angle: 30 }) +
    filled(sides(trace('230,1060 310,1058 312,1182 232,1184'), 9), C.orange, C.brown, { angle: 90 }) +
    outline(sides(trace('340,1010 396,1008 398,1066 342,1068'), 3), C.brown, 8) +
    line('M369 1010v56M342 1038h54', C.brown, 6) +
    rub(trace('344,1012 394,1010 396,1064 344,1066'), { colour: C.yellow, width: 8, gap: 9 })
  );
}

/** One friend of the tower: a round face with ears is all it takes. */
function friend(x: number, y: number, r: number, colour: string, edge: string): string {
  const ears = [-1, 1].map((side) =>
    filled(ring(x + side * r * 0.7, y - r * 0.76, r * 0.32, r * 0.34, 5, 12), colour, edge, { width: 9 }),
  );
  return (
    ears.join('') +
    filled(ring(x, y, r, r * 0.92, 4), colour, edge, { angle: 20 }) +
    rub(ring(x, y + r * 0.3, r * 0.42, r * 0.3, 3, 12), { colour: '#fdf0dc', width: 10, gap: 8 }) +
    eyes(x, y - r * 0.16, r * 0.36) +
    smile(x, y + r * 0.34, r * 0.2) +
    dot(x, y + r * 0.16, 8, C.ink)
  );
}

const tower = (): string =>
  friend(1480, 1120, 88, '#b98250', '#6b4020') +
  friend(1486, 968, 70, C.grey, '#55525c') +
  friend(1478, 846, 56, C.orange, '#a84e14');

/** 나 and 루나, written by someone who has just learned to. */
function letters(): string {
  const na = (x: number, y: number, s: number): string =>
    `M${x} ${y}v${50 * s}h${40 * s}M${x + 62 * s} ${y - 12 * s}v${84 * s}M${x + 62 * s} ${y + 28 * s}h${24 * s}`;
  const ru = (x: number, y: number): string =>
    `M${x} ${y - 12}h52v22h-50v24h54M${x - 14} ${y + 52}h82M${x + 28} ${y + 54}v34`;
  return (
    line(na(470, 600, 1.05), C.violet, 12) + line(ru(960, 726), C.violet, 11) + line(na(1052, 722, 0.95), C.violet, 11)
  );
}

function meadow(): string {
  const random = chance(77);
  return (
    rub(trace('20,1215 500,1190 1000,1210 1780,1180 1785,1320 20,1325'), {
      colour: C.green,
      angle: -12,
      width: 17,
      gap: 14,
      seed: 5,
    }) +
    times(26, (i) =>
      line(
        `M${40 + i * 68} ${1210 + random() * 30}l${10 + random() * 10} ${-34 - random() * 20}l${14} ${36}`,
        '#2c7a3a',
        8,
      ),
    )
  );
}

function flowers(): string {
  const spots = [
    [520, 1180, C.pink],
    [1180, 1170, C.violet],
    [1690, 1166, C.red],
  ] as const;
  return spots
    .map(
      ([x, y, colour]) =>
        line(`M${x} ${y + 60}V${y}`, '#2c7a3a', 10) +
        times(5, (i) =>
          rub(ring(x + Math.cos(i * 1.26) * 26, y - 20 + Math.sin(i * 1.26) * 26, 17, 17, 2, 10), {
            colour,
            width: 9,
            gap: 8,
          }),
        ) +
        dot(x, y - 20, 12, C.yellow),
    )
    .join('');
}

/** Paper, sky, moon and grass. */
function page(): string {
  const night = rub(trace('30,40 1010,30 980,250 1000,420 900,330 500,330 30,560'), {
    colour: C.sky,
    angle: -8,
    width: 22,
    gap: 26,
    seed: 21,
    opacity: 0.75,
  });
  return [
    box(0, 0, W, H, '#fffaf0'),
    group({ opacity: 0.6 }, box(0, 0, W, H, '#fff', { filter: 'url(#paper)' })),
    waxed(night),
    waxed(bigMoon()),
    waxed(
      trace('110,130 330,90 560,180 790,100 220,330 880,300 410,470 1690,660 1720,110')
        .map(([x, y], i) => star(x, y, 34 + (i % 3) * 8, i % 2 ? C.yellow : C.orange))
        .join(''),
    ),
    waxed(meadow()),
    waxed(house()),
    waxed(flowers()),
  ].join('');
}

/** All who were there that night. */
function everyone(): string {
  return [
    waxed(rabbit(1240, 330)),
    waxed(dot(1470, 300, 20, C.pink), dot(1508, 322, 20, C.green), dot(1474, 340, 20, '#fff6f2')),
    waxed(me(720, 790)),
    waxed(luna(1010, 940)),
    waxed(tower()),
    waxed(letters()),
  ].join('');
}

export function crayonPicture(): Picture {
  const paper =
    '<filter id="paper" x="0" y="0" width="100%" height="100%" color-interpolation-filters="sRGB"><feTurbulence type="fractalNoise" baseFrequency="0.05" numOctaves="3" seed="2" result="n"/><feDiffuseLighting in="n" surfaceScale="0.7" lighting-color="#fffdf4"><feDistantLight azimuth="225" elevation="68"/></feDiffuseLighting></filter>';
  return picture(W, H, crayons() + paper, page(), everyone());
}
