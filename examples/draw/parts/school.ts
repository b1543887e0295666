// The school of the second book: building, assembly platform, bars, ginkgo, flower bed, and the day's sky.
import type { Light } from '../paint.ts';
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
  type Point,
  path,
  smooth,
  tag,
  times,
  trace,
} from '../svg.ts';

export const DAY = {
  ink: '#4a3a44',
  brick: '#c9714f',
  cream: '#fbeccb',
  sand: '#efd3a0',
  gold: '#f2b431',
  leaf: '#7ba35c',
  deep: '#4d7d5b',
  blue: '#4b84b0',
} as const;

export const dayLight: Light = { from: [-8, -9], colour: '#fff8dd', shade: '#8a5068', depth: 0.36, rim: 0.42 };

export const dayDefs = (top: string, low: string): string =>
  gradient('daySky', `0 ${top}, 1 ${low}`) +
  gradient('sand', '0 #f6e0b4, 1 #e2ba80') +
  gradient('sunGlow', '0 #fffbe2 0.95, 0.3 #fff3c2 0.5, 1 #fff3c2 0', true) +
  gradient('glass', '0 #dff1f2, 1 #8fbccb');

export function daySky(width: number, height: number, seed: number, stroke = '#ffffff'): string {
  const random = chance(seed);
  const strokes = times(18, () => {
    const [x, y, long] = [random() * width, random() * height * 0.8, width * (0.12 + random() * 0.25)];
    return path(
      brush(
        [
          [x - long / 2, y + random() * 24],
          [x, y - 14 + random() * 20],
          [x + long / 2, y + random() * 30],
        ],
        [8, 40 + random() * 50, 6],
      ),
      stroke,
      { opacity: 0.16 + random() * 0.2 },
    );
  });
  return (
    group({ filter: 'sky' }, box(-40, -40, width + 80, height + 80, 'url(#daySky)')) + group({ filter: 'dry' }, strokes)
  );
}

export function puffs(x: number, y: number, scale: number, colour = '#fffdf4', opacity = 0.92): string {
  const rounds: readonly (readonly [number, number, number])[] = [
    [-150, 22, 46],
    [-96, -6, 64],
    [-20, -44, 86],
    [66, -26, 78],
    [130, 8, 56],
    [176, 30, 36],
    [0, 24, 96],
  ];
  return group(
    { x, y, scale, opacity, filter: 'form' },
    rounds.map(([cx, cy, r], i) => path(blob(cx, cy, r, i === 6 ? 44 : r * 0.86, i + 2, 0.04), colour)).join('') +
      path(smooth(trace('-190,40 -120,58 0,64 130,58 206,42 150,14 0,0 -140,14'), true), colour),
  );
}

/** Flats on the horizon, as behind most school yards. */
export function flats(width: number, ground: number, colour: string, seed: number): string {
  const random = chance(seed);
  return group(
    { filter: 'gouache', opacity: 0.75 },
    times(Math.ceil(width / 150), (i) => {
      const [x, tall, wide] = [i * 150 + random() * 40, 130 + random() * 130, 84 + random() * 40];
      return (
        box(x, ground - tall, wide, tall + 20, colour) +
        times(Math.floor(tall / 30), (row) =>
          line(`M${x + 12} ${ground - tall + 22 + row * 30}h${wide - 24}`, '#ffffff', 5, {
            opacity: 0.35,
            'stroke-dasharray': '12 9',
          }),
        )
      );
    }),
  );
}

function windows(x: number, y: number, count: number): string {
  return times(count, (i) => {
    const left = x + i * 88;
    return (
      box(left, y, 66, 62, '#fffaf0') +
      box(left + 5, y + 5, 56, 52, 'url(#glass)') +
      line(`M${left + 33} ${y + 5}v52`, '#fffaf0', 5) +
      (i % 4 === 1 ? path(`M${left + 6} ${y + 6}h16q-2 30 -16 44Z`, '#f6c9a4') : '') +
      (i % 5 === 3 ? dot(left + 46, y + 44, 9, DAY.deep) + box(left + 40, y + 48, 12, 8, DAY.brick) : '')
    );
  });
}

/** Three storeys, a clock over the middle; 1240 wide, standing on the origin's level. */
export function building(): string {
  const storeys = [-330, -226, -122].map((y) => windows(-600, y, 5) + windows(182, y, 5)).join('');
  return (
    group(
      { filter: 'gouache' },
      box(-620, -366, 1240, 366, '#f4dcb2'),
      box(-620, -366, 1240, 16, DAY.brick),
      [-256, -152].map((y) => box(-620, y, 1240, 12, '#e3a77c')).join(''),
      box(-620, -44, 1240, 44, DAY.brick),
      box(-150, -440, 300, 440, '#fbe9c6'),
      box(-166, -456, 332, 22, DAY.brick),
      windows(-120, -226, 3),
      box(-76, -122, 152, 122, '#8fbccb'),
      line('M0 -122V0M-76 -122H76', '#fffaf0', 8),
      box(-110, -140, 220, 20, DAY.brick),
      storeys,
    ) +
    group({ y: -346, filter: 'smallForm' }, dot(0, 0, 52, DAY.brick), dot(0, 0, 43, '#fffaf0')) +
    group(
      { y: -346 },
      line('M0 0V-28', DAY.ink, 6),
      line('M0 0L20 8', DAY.ink, 6),
      dot(0, 0, 5, DAY.brick),
      times(12, (i) => group({ rotate: i * 30 }, line('M0 -36V-33', DAY.ink, 3))),
    )
  );
}

/** 조회대: the roofed platform from which the head teacher speaks. About 420 wide. */
export function platform(): string {
  return (
    group({ filter: 'form' }, box(-178, -250, 16, 170, '#e8e2d4'), box(162, -250, 16, 170, '#e8e2d4')) +
    group({ filter: 'form' }, path('M-230 -240Q0 -320 230 -240L214 -222Q0 -296 -214 -222Z', '#4f8f9c')) +
    group(
      { filter: 'gouache' },
      box(-200, -92, 400, 92, '#d9c3a2'),
      box(-210, -100, 420, 18, '#efe0c4'),
      times(4, (i) => box(200 + i * 24, -82 + i * 22, 26, 82 - i * 22, i % 2 ? '#cdb491' : '#dcc6a4')),
      line('M-180 -100V-150H180V-100M-60 -100V-150M60 -100V-150', '#9fb8b4', 7),
    )
  );
}

/** 철봉 in three heights. */
export const bars = (): string =>
  group(
    { filter: 'smallForm' },
    trace('-150,130 -50,160 60,195 170,195')
      .map(([x = 0, tall = 0]) =>
        line(
          `M${x} 0V${-tall}`,
          ['#d9574c', '#e9a63a', '#5a9ac0', '#5a9ac0'][Math.round((x + 150) / 106)] ?? '#5a9ac0',
          11,
        ),
      )
      .join(''),
    line('M-150 -124H-50M-50 -154H60M60 -188H170', '#b9c2c4', 8),
  );

const fan = (size: number): string =>
  `M0 0C${-size * 0.2} ${-size * 0.5} ${-size * 0.9} ${-size * 0.6} ${-size} ${-size * 0.75}C${-size * 0.7} ${-size * 1.1} ${-size * 0.2} ${-size * 1.15} 0 ${-size * 0.95}C${size * 0.2} ${-size * 1.15} ${size * 0.7} ${-size * 1.1} ${size} ${-size * 0.75}C${size * 0.9} ${-size * 0.6} ${size * 0.2} ${-size * 0.5} 0 0Z`;

export const ginkgoLeaf = (x: number, y: number, size: number, turn: number, colour: string): string =>
  group(
    { x, y, rotate: turn },
    path(fan(size), colour),
    line(`M0 ${size * 0.6}Q2 ${size * 0.2} 0 ${-size * 0.3}`, colour, Math.max(size * 0.12, 1.5)),
  );

/** A ginkgo of fan-shaped dabs in three tones, dark below and light above. */
export function ginkgo(tones: readonly [dark: string, middle: string, light: string], seed: number): string {
  const random = chance(seed);
  const crowns: readonly (readonly [number, number, number, number])[] = [
    [0, -520, 210, 190],
    [-150, -390, 170, 140],
    [160, -400, 170, 140],
    [0, -340, 230, 130],
    [10, -640, 130, 130],
  ];
  const dabs = (count: number, colour: string, lift: number, size: number): string =>
    times(count, () => {
      const [cx, cy, rx, ry] = crowns[Math.floor(random() * crowns.length)] ?? [0, 0, 1, 1];
      const [angle, reach] = [random() * Math.PI * 2, Math.sqrt(random())];
      return group(
        {
          x: cx + Math.cos(angle) * rx * reach + lift * 0.8,
          y: cy + Math.sin(angle) * ry * reach + lift,
          rotate: random() * 360,
        },
        path(fan(size * (0.7 + random() * 0.6)), colour),
      );
    });
  const trunk =
    path(brush(trace('0,10 -6,-160 4,-330 0,-480'), [74, 50, 38, 14]), '#7d5a48') +
    path(brush(trace('0,-220 -80,-330 -120,-410'), [30, 20, 8]), '#7d5a48') +
    path(brush(trace('0,-250 80,-350 130,-420'), [28, 18, 8]), '#7d5a48');
  return (
    group({ filter: 'form' }, trunk) +
    group(
      { filter: 'bigForm' },
      path(crowns.map(([x, y, rx, ry], i) => blob(x, y, rx, ry, i + 4, 0.06)).join(''), tones[0]),
    ) +
    group({ filter: 'gouache' }, dabs(110, tones[0], 10, 34), dabs(170, tones[1], -6, 30), dabs(120, tones[2], -30, 26))
  );
}

export const groundShade = (x: number, y: number, rx: number, ry: number, opacity = 0.3): string =>
  oval(x, y, rx, ry, '#6a3f4a', { opacity, filter: 'url(#blur10)' });

export const ground = (points: readonly Point[], width: number, height: number, fill: string): string =>
  group({ filter: 'land' }, path(`${smooth(points)}L${width + 60} ${height + 60}L-60 ${height + 60}Z`, fill));

/** Low bricks around dark soil. */
export function flowerBed(width: number, height: number): string {
  return group(
    { filter: 'gouache' },
    path(blob(0, 0, width / 2, height / 2, 4, 0.03), '#7a5442'),
    path(blob(-10, -8, width / 2 - 34, height / 2 - 26, 5, 0.04), '#8f6450'),
    times(34, (i) => {
      const angle = (i / 34) * Math.PI * 2;
      return group(
        { x: Math.cos(angle) * (width / 2), y: Math.sin(angle) * (height / 2), rotate: Math.cos(angle) * 14 },
        tag('rect', {
          x: -30,
          y: -20,
          width: 60,
          height: 38,
          rx: 10,
          fill: i % 3 === 0 ? '#d98a64' : i % 3 === 1 ? DAY.brick : '#e3a077',
        }),
      );
    }),
  );
}

/** A wheelchair seen from the front, half turned; wheels stand at the origin. */
export function wheelchair(colour: string): { readonly behind: string; readonly before: string } {
  const wheel = (x: number): string =>
    group(
      { x, y: -62 },
      oval(0, 0, 22, 62, 'none', { stroke: '#4a4650', 'stroke-width': 9 }),
      oval(0, 0, 17, 52, 'none', { stroke: '#b9c2c4', 'stroke-width': 3 }),
      times(6, (i) =>
        line(`M0 0L${Math.round(Math.cos(i * 1.05) * 18)} ${Math.round(Math.sin(i * 1.05) * 54)}`, '#b9c2c4', 2),
      ),
      dot(0, 0, 6, colour),
    );
  return {
    behind: group(
      { filter: 'smallForm' },
      tag('rect', { x: -62, y: -190, width: 124, height: 110, rx: 16, fill: colour }),
      line('M-66 -186h-16M66 -186h16', '#4a4650', 9),
    ),
    before:
      wheel(-80) +
      wheel(80) +
      line('M-50 -14H50', '#8a8690', 8) +
      [-40, 40].map((x) => dot(x, -9, 11, '#4a4650') + dot(x, -9, 4, '#b9c2c4')).join(''),
  };
}
