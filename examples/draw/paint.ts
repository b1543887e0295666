// The paint box: SVG filters that turn flat shapes into gouache on paper, wax crayon, glow and soft shadow.
// Light comes from one side per picture, so every figure of a page is lit alike.
import { tag } from './svg.ts';

export interface Light {
  /** Towards the light, in pixels: [-10, -8] is up and to the left. */
  readonly from: readonly [x: number, y: number];
  readonly colour: string;
  readonly shade: string;
  /** How deep the shade is, 0…1. */
  readonly depth?: number;
  /** How bright the lit rim is, 0…1. */
  readonly rim?: number;
}

const filter = (id: string, margin: number, ...steps: readonly string[]): string =>
  tag(
    'filter',
    {
      id,
      x: `${-margin}%`,
      y: `${-margin}%`,
      width: `${100 + 2 * margin}%`,
      height: `${100 + 2 * margin}%`,
      'color-interpolation-filters': 'sRGB',
    },
    ...steps,
  );

const noise = (frequency: string, octaves: number, seed: number, result: string): string =>
  tag('feTurbulence', { type: 'fractalNoise', baseFrequency: frequency, numOctaves: octaves, seed, result });

/** Grey opaque noise around the middle, `contrast` times as strong as it came. */
const grey = (from: string, contrast: number, result: string): string => {
  const row = `${contrast} 0 0 0 ${0.5 - contrast / 2}`;
  return tag('feColorMatrix', { in: from, values: `${row} ${row} ${row} 0 0 0 0 1`, result });
};

const wobble = (scale: number, seed: number): string =>
  noise('0.03', 2, seed, 'waves') +
  tag('feDisplacementMap', {
    in: 'SourceGraphic',
    in2: 'waves',
    scale,
    xChannelSelector: 'R',
    yChannelSelector: 'G',
    result: 'shape',
  });

const mottle = (from: string, frequency: string, contrast: number, seed: number): string =>
  noise(frequency, 3, seed, 'pigment') +
  grey('pigment', contrast, 'greyPigment') +
  tag('feBlend', { in: 'greyPigment', in2: from, mode: 'soft-light', result: 'mottled' }) +
  tag('feComposite', { in: 'mottled', in2: 'shape', operator: 'in', result: 'painted' });

/** The part of the shape that `offset` copies of itself leave uncovered, in one colour. */
const edge = (name: string, dx: number, dy: number, blur: number, colour: string, opacity: number): string =>
  tag('feOffset', { in: 'alpha', dx, dy, result: `${name}Moved` }) +
  tag('feGaussianBlur', { in: `${name}Moved`, stdDeviation: blur, result: `${name}Soft` }) +
  tag('feComposite', { in: 'alpha', in2: `${name}Soft`, operator: 'out', result: `${name}Edge` }) +
  tag('feFlood', { 'flood-color': colour, 'flood-opacity': opacity }) +
  tag('feComposite', { in2: `${name}Edge`, operator: 'in', result: name });

/** A painted body with volume: shaded away from the light, a bright rim towards it. */
function form(id: string, light: Light, size: number): string {
  const [x, y] = light.from;
  return filter(
    id,
    12,
    wobble(3 + size * 2, 4),
    tag('feColorMatrix', { in: 'shape', values: '0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 1 0', result: 'alpha' }),
    edge('dark', x * 1.5 * size, y * 1.5 * size, 9 * size, light.shade, light.depth ?? 0.5),
    edge('bright', -x * 0.5 * size, -y * 0.5 * size, 3 * size, light.colour, light.rim ?? 0.6),
    tag('feBlend', { in: 'dark', in2: 'shape', mode: 'multiply', result: 'shaded' }),
    tag('feBlend', { in: 'bright', in2: 'shaded', mode: 'screen', result: 'lit' }),
    mottle('lit', '0.03 0.05', size > 2 ? 0.9 : 0.55, 8),
  );
}

/** The filters of a page: `form` and `bigForm`, `gouache`, `land`, `sky`, `dry`, `blur…`, `pencil`. */
export function paints(light: Light): string {
  return [
    form('form', light, 1),
    form('smallForm', light, 0.5),
    form('bigForm', light, 3),
    filter('gouache', 8, wobble(4, 5), mottle('shape', '0.03 0.06', 0.75, 9)),
    filter('land', 4, wobble(12, 6), mottle('shape', '0.006 0.03', 0.95, 10)),
    filter(
      'sky',
      0,
      noise('0.0016 0.006', 4, 12, 'pigment'),
      grey('pigment', 0.8, 'greyPigment'),
      tag('feBlend', { in: 'greyPigment', in2: 'SourceGraphic', mode: 'soft-light' }),
    ),
    filter(
      'dry',
      6,
      wobble(14, 7),
      noise('0.012 0.16', 3, 13, 'bristles'),
      tag('feColorMatrix', { in: 'bristles', values: '0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 5 0 0 0 -2.1', result: 'gaps' }),
      tag('feComposite', { in: 'shape', in2: 'gaps', operator: 'in' }),
    ),
    filter(
      'pencil',
      10,
      wobble(3, 3),
      noise('0.5', 2, 14, 'tooth'),
      tag('feColorMatrix', { in: 'tooth', values: '0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 6 0 0 0 -2', result: 'gaps' }),
      tag('feComposite', { in: 'shape', in2: 'gaps', operator: 'in' }),
    ),
    ...[4, 10, 24, 60].map((radius) => filter(`blur${radius}`, 40, tag('feGaussianBlur', { stdDeviation: radius }))),
  ].join('');
}

/** Wax crayon on rough paper: a wandering line that skips the hollows of the paper. */
export function crayons(): string {
  return filter(
    'crayon',
    10,
    noise('0.018', 2, 21, 'waves'),
    tag('feDisplacementMap', {
      in: 'SourceGraphic',
      in2: 'waves',
      scale: 16,
      xChannelSelector: 'R',
      yChannelSelector: 'G',
      result: 'shape',
    }),
    noise('0.15 0.18', 3, 22, 'tooth'),
    tag('feColorMatrix', { in: 'tooth', values: '0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 9 0 0 0 -3.3', result: 'gaps' }),
    tag('feComposite', { in: 'shape', in2: 'gaps', operator: 'in' }),
  );
}
