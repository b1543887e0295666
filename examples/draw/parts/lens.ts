// What makes a drawn picture behave like a photograph: blur by depth, surfaces lit by a low sun, earth, film grain.
import { blob, chance, gradient, path, tag, times } from '../svg.ts';

export const lens = (radius: 3 | 7 | 16 | 40 | 90): string => `url(#lens${radius})`;

const node = (from: string): string => tag('feMergeNode', { in: from });

/** A leaf's skin: a little gloss, a darker underside, no edge sharper than the lens. */
const leaf = tag(
  'filter',
  { id: 'leaf', x: '-10%', y: '-10%', width: '120%', height: '120%', 'color-interpolation-filters': 'sRGB' },
  tag('feTurbulence', { type: 'fractalNoise', baseFrequency: '0.05 0.07', numOctaves: 4, seed: 6, result: 'skin' }),
  tag(
    'feSpecularLighting',
    {
      in: 'skin',
      surfaceScale: 2.2,
      specularConstant: 0.34,
      specularExponent: 9,
      'lighting-color': '#f6ffd8',
      result: 'gloss',
    },
    tag('feDistantLight', { azimuth: 235, elevation: 58 }),
  ),
  tag('feComposite', { in: 'gloss', in2: 'SourceGraphic', operator: 'in', result: 'shine' }),
  tag('feGaussianBlur', { in: 'SourceAlpha', stdDeviation: 22, result: 'soft' }),
  tag('feOffset', { in: 'soft', dx: -10, dy: -20, result: 'moved' }),
  tag('feComposite', { in: 'SourceAlpha', in2: 'moved', operator: 'out', result: 'under' }),
  tag('feFlood', { 'flood-color': '#173a12', 'flood-opacity': 0.7 }),
  tag('feComposite', { in2: 'under', operator: 'in', result: 'dark' }),
  tag('feOffset', { in: 'SourceAlpha', dx: 3, dy: 6, result: 'down' }),
  tag('feComposite', { in: 'SourceAlpha', in2: 'down', operator: 'out', result: 'top' }),
  tag('feFlood', { 'flood-color': '#f4ffd0', 'flood-opacity': 0.75 }),
  tag('feComposite', { in2: 'top', operator: 'in' }),
  tag('feGaussianBlur', { stdDeviation: 2, result: 'rim' }),
  tag('feMerge', {}, node('SourceGraphic'), node('shine'), node('dark'), node('rim')),
  tag('feGaussianBlur', { stdDeviation: 1.2 }),
);

const soil = tag(
  'filter',
  { id: 'soil', x: '-2%', y: '-20%', width: '104%', height: '140%', 'color-interpolation-filters': 'sRGB' },
  tag('feTurbulence', { type: 'fractalNoise', baseFrequency: '0.06', numOctaves: 4, seed: 4, result: 'waves' }),
  tag('feDisplacementMap', {
    in: 'SourceGraphic',
    in2: 'waves',
    scale: 22,
    xChannelSelector: 'R',
    yChannelSelector: 'G',
    result: 'rough',
  }),
  tag('feTurbulence', { type: 'fractalNoise', baseFrequency: '0.22', numOctaves: 4, seed: 5, result: 'grit' }),
  tag(
    'feDiffuseLighting',
    { in: 'grit', surfaceScale: 2.4, 'lighting-color': '#fff4e2', result: 'lit' },
    tag('feDistantLight', { azimuth: 235, elevation: 60 }),
  ),
  tag('feBlend', { in: 'lit', in2: 'rough', mode: 'multiply', result: 'earth' }),
  tag('feComposite', { in: 'earth', in2: 'rough', operator: 'in' }),
  tag('feGaussianBlur', { stdDeviation: 0.8 }),
);

const grain = tag(
  'filter',
  { id: 'grain', x: 0, y: 0, width: '100%', height: '100%' },
  tag('feTurbulence', { type: 'fractalNoise', baseFrequency: 0.75, numOctaves: 2, seed: 3 }),
  tag('feColorMatrix', { values: '0.9 0 0 0 0.05 0 0.9 0 0 0.05 0 0 0.9 0 0.05 0 0 0 0 0.1' }),
);

const EARTHS = ['#8a6a4e', '#6f523b', '#5a4130', '#9a7a5a', '#4a3527'] as const;

/** Crumbs of earth between two levels, smaller and higher ones first, each lit from the upper left. */
export function crumbs(width: number, top: number, bottom: number, count: number, size: number, seed: number): string {
  const random = chance(seed);
  const bed = path(`M-60 ${top + size}L${width + 60} ${top + size}V${bottom + 400}H-60Z`, '#2c1e15');
  return (
    bed +
    times(count, (i) => {
      const y = top + (i / count) * (bottom - top) + (random() - 0.5) * size;
      const [x, r] = [-40 + random() * (width + 80), size * (0.45 + random() ** 2 * 1.1)];
      return path(blob(x, y, r, r * 0.78, i + seed, 0.2), `url(#earth${Math.floor(random() * EARTHS.length)})`);
    })
  );
}

export function camera(): string {
  const earths = EARTHS.map((colour, i) => gradient(`earth${i}`, `0 #c9a57c, 0.22 ${colour}, 1 #1d130d`)).join('');
  const blurs = [3, 7, 16, 40, 90].map((r) =>
    tag(
      'filter',
      { id: `lens${r}`, x: '-60%', y: '-60%', width: '220%', height: '220%' },
      tag('feGaussianBlur', { stdDeviation: r }),
    ),
  );
  return [
    ...blurs,
    leaf,
    soil,
    grain,
    earths,
    gradient('behind', '0 #dfe9a0, 0.35 #8fb866, 0.75 #4f7a45, 1 #38502f'),
    gradient('stem', '0 #c5dc8a, 0.7 #a8c878, 1 #c9a08a'),
    gradient('leafLeft', '0 #a9d660, 0.55 #74b03e, 1 #4a8a2c'),
    gradient('leafRight', '0 #c3e67c, 0.5 #88c24c, 1 #4f9030'),
    gradient('youngLeaf', '0 #dcf2a4, 1 #82b44e'),
    gradient('husk', '0 #4c4440, 0.5 #1f1a1a, 1 #4a403a'),
    gradient('dew', '0 #eaffc8 0.25, 0.7 #4f8a30 0.35, 1 #1c4414 0.75', true),
    gradient('sun', '0 #fffbd8 0.95, 0.4 #fff2a8 0.4, 1 #fff2a8 0', true),
    gradient('edge', '0 #0c160a 0, 0.62 #0c160a 0, 1 #0c160a 0.55', true, 0.72),
  ].join('');
}
