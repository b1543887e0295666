// The night of the first book: sky in brush strokes, stars, the moon with its rabbit, clouds, hills, pines, lights.

import type { Light } from '../paint.ts';
import {
  blob,
  brush,
  chance,
  dot,
  gradient,
  group,
  line,
  oval,
  type Point,
  pair,
  path,
  smooth,
  tag,
  times,
  trace,
} from '../svg.ts';

export const NIGHT = {
  deep: '#161c45',
  indigo: '#222c66',
  blue: '#36479a',
  dusk: '#6a72b8',
  haze: '#a79cc9',
  cream: '#fff3cf',
  gold: '#f7c85f',
  red: '#d8483f',
  teal: '#1f4a5c',
  pine: '#173846',
  leaf: '#2f6b6a',
  tile: '#2b3158',
} as const;

export const moonLight = (x: number, y: number): Light => ({
  from: [x, y],
  colour: '#ffedb5',
  shade: '#2c2f7a',
  depth: 0.55,
  rim: 0.55,
});

/** Definitions that the parts below refer to. */
export function nightDefs(): string {
  return [
    gradient('nightSky', `0 ${NIGHT.deep}, 0.38 #26327a, 0.72 #5460ab, 1 #b3a3cb`),
    gradient('moonFace', '0 #fffbe8, 0.6 #fff0c0, 1 #f5d583', true),
    gradient('moonGlow', '0 #fff0bd 0.75, 0.35 #ffe9ab 0.34, 0.7 #d9cbe8 0.1, 1 #d9cbe8 0', true),
    gradient('fireGlow', '0 #fff6b8 1, 0.25 #ffe680 0.6, 1 #ffd95e 0', true),
    gradient('mist', '0 #cfc6ea 0, 0.5 #cfc6ea 0.5, 1 #cfc6ea 0'),
  ].join('');
}

export function sky(width: number, height: number, seed: number): string {
  const random = chance(seed);
  const strokes = times(26, () => {
    const [x, y, long] = [random() * width, random() * height * 0.85, width * (0.16 + random() * 0.3)];
    const tone = y < height * 0.35 ? '#3d4fa6' : '#8d8fd0';
    return path(
      brush(
        [
          [x - long / 2, y + random() * 30],
          [x, y - 16 + random() * 20],
          [x + long / 2, y + random() * 34],
        ],
        [8, 34 + random() * 46, 6],
      ),
      tone,
      { opacity: 0.1 + random() * 0.16 },
    );
  });
  return (
    group({ filter: 'sky' }, tag('rect', { width, height, fill: 'url(#nightSky)' })) + group({ filter: 'dry' }, strokes)
  );
}

export const sparkle = (x: number, y: number, r: number, colour = '#fff6d2'): string =>
  path(
    `M${x} ${y - r}Q${x + r * 0.12} ${y - r * 0.12} ${x + r} ${y}Q${x + r * 0.12} ${y + r * 0.12} ${x} ${y + r}Q${x - r * 0.12} ${y + r * 0.12} ${x - r} ${y}Q${x - r * 0.12} ${y - r * 0.12} ${x} ${y - r}Z`,
    colour,
  );

/** Stars thin out towards the ground; `clear` keeps them off the moon. */
export function stars(
  width: number,
  height: number,
  count: number,
  seed: number,
  clear?: readonly [x: number, y: number, r: number],
): string {
  const random = chance(seed);
  return times(count, () => {
    const [x, y, size] = [random() * width, random() ** 1.4 * height, random()];
    if (clear && Math.hypot(x - clear[0], y - clear[1]) < clear[2]) return '';
    const colour = size > 0.75 ? '#ffe9a8' : '#eef0ff';
    return size > 0.9
      ? sparkle(x, y, 11 + random() * 9, colour)
      : dot(x, y, 1.5 + size * 2.6, colour, { opacity: 0.5 + size * 0.5 });
  });
}

/** Stars joined with a dotted line: a picture in the sky. */
export const constellation = (points: readonly Point[]): string =>
  line(
    smooth(points).replace(/C.*?(?=[CZ]|$)/g, (part) => part),
    '#eef0ff',
    2,
    { opacity: 0.35, 'stroke-dasharray': '2 10' },
  ) + points.map(([x, y], i) => (i % 3 === 0 ? sparkle(x, y, 13) : dot(x, y, 4, '#fff6d2'))).join('');

export function moon(x: number, y: number, r: number, glow = 2.6): string {
  const craters = [
    [-0.45, -0.42, 0.13],
    [-0.6, 0.02, 0.08],
    [0.52, -0.5, 0.09],
    [0.66, 0.1, 0.12],
    [-0.2, -0.7, 0.06],
    [-0.5, 0.5, 0.1],
    [0.2, 0.72, 0.08],
  ]
    .map(([cx = 0, cy = 0, cr = 0], i) =>
      path(blob(cx * r, cy * r, cr * r, cr * r * 0.86, i + 4, 0.1), '#e9c878', { opacity: 0.5 }),
    )
    .join('');
  const rabbit = group(
    { x: r * 0.06, y: r * 0.16, scale: r / 210, opacity: 0.42 },
    path(smooth(trace('-60,70 -66,20 -40,-14 -14,-24 12,8 20,60 0,78'), true), '#d9ab58'),
    dot(-4, -42, 32, '#d9ab58'),
    path(brush(trace('-16,-64 -36,-104 -40,-134'), [16, 24, 8]), '#d9ab58'),
    path(brush(trace('4,-68 4,-108 16,-136'), [16, 24, 8]), '#d9ab58'),
    path(brush(trace('-4,4 40,-8 62,-30'), [18, 14, 12]), '#d9ab58'),
    path(brush(pair(56, -74, 64, 20), [12, 24]), '#d9ab58'),
    path(smooth(trace('34,44 92,44 80,66 88,88 38,88 46,66'), true), '#d9ab58'),
  );
  return (
    dot(x, y, r * glow, 'url(#moonGlow)') +
    group({ x, y }, group({ filter: 'gouache' }, dot(0, 0, r, 'url(#moonFace)'), craters, rabbit))
  );
}

export function cloud(x: number, y: number, scale: number, colour: string, opacity: number): string {
  return group(
    { x, y, scale, opacity, filter: 'gouache' },
    path(
      smooth(trace('-190,20 -150,-16 -96,-22 -60,-62 6,-66 44,-34 100,-40 136,-8 190,0 204,22 90,32 -60,30'), true),
      colour,
    ),
  );
}

export const land = (points: readonly Point[], width: number, height: number, fill: string): string =>
  group({ filter: 'land' }, path(`${smooth(points)}L${width + 60} ${height + 60}L-60 ${height + 60}Z`, fill));

export function pine(x: number, y: number, height: number, colour: string, seed: number): string {
  const random = chance(seed);
  const tiers = times(5, (i) => {
    const [top, wide] = [-height * (1 - i * 0.165), height * (0.12 + i * 0.058)];
    const low = top + height * 0.28;
    return path(
      smooth(
        [
          [0, top],
          [wide * 0.5, low - height * 0.08],
          [wide, low + random() * 8],
          [wide * 0.4, low - 6],
          [0, low + 4],
          [-wide * 0.45, low - 6],
          [-wide, low + random() * 8],
          [-wide * 0.5, low - height * 0.08],
        ],
        true,
      ),
      colour,
    );
  });
  return group(
    { x, y, filter: 'form' },
    path(
      brush(
        [
          [0, 0],
          [0, -height * 0.3],
        ],
        [height * 0.07, height * 0.05],
      ),
      '#3b2f45',
    ),
    tiers,
  );
}

export const fireflies = (spots: readonly Point[], size = 26): string =>
  spots
    .map(([x, y], i) => dot(x, y, size * (0.7 + (i % 3) * 0.25), 'url(#fireGlow)') + dot(x, y, 3.5, '#fffbe0'))
    .join('');

export function grass(x: number, y: number, blades: number, height: number, colour: string, seed: number): string {
  const random = chance(seed);
  return times(blades, () => {
    const [bx, lean, tall] = [
      x + (random() - 0.5) * blades * 7,
      (random() - 0.5) * 26,
      height * (0.5 + random() * 0.6),
    ];
    return path(
      brush(
        [
          [bx, y + 6],
          [bx + lean * 0.4, y - tall * 0.6],
          [bx + lean, y - tall],
        ],
        [7, 5, 1],
      ),
      colour,
    );
  });
}

export function nightFlower(x: number, y: number, scale: number, colour: string): string {
  return group(
    { x, y, scale },
    path(brush(trace('0,40 3,20 0,0'), [4, 4, 3]), '#3f7d74'),
    times(5, (i) => group({ rotate: i * 72 }, oval(0, -10, 6.5, 10, colour))),
    dot(0, 0, 5, '#f7c85f'),
  );
}

/** A soft dark pool under feet. */
export const shadow = (x: number, y: number, rx: number, ry: number, opacity = 0.4): string =>
  oval(x, y, rx, ry, '#12153a', { opacity, filter: 'url(#blur10)' });

/** Edges a shade darker, as where paint gathers and eyes leave the page. */
export function vignette(width: number, height: number, colour = '#0e1238', opacity = 0.5): string {
  return (
    gradient('vignette', `0 ${colour} 0, 0.7 ${colour} 0, 1 ${colour} ${opacity}`, true, 0.75) +
    tag('rect', { width, height, fill: 'url(#vignette)' })
  );
}
