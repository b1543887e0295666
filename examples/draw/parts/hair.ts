// Hair for children: what lies behind the head and what falls over the brow. The head's middle is the origin.
import { blob, brush, dot, line, path, smooth, spread, trace } from '../svg.ts';

export type Hair = 'starBob' | 'short' | 'curls' | 'ponytail' | 'braids';

const curlsBehind = (colour: string): string =>
  [
    [0, -58, 36],
    [38, -48, 34],
    [66, -20, 28],
    [-38, -48, 34],
    [-66, -20, 28],
    [76, 10, 20],
    [-76, 10, 20],
  ]
    .map(([x = 0, y = 0, r = 0], i) => path(blob(x, y, r, r, i + 3, 0.1), colour))
    .join('');

export function hairBack(hair: Hair, colour: string): string {
  switch (hair) {
    case 'starBob':
      return path(
        smooth(trace('0,-76 52,-64 84,-16 88,34 74,58 40,60 -40,60 -74,58 -88,34 -84,-16 -52,-64'), true),
        colour,
      );
    case 'curls':
      return curlsBehind(colour);
    case 'ponytail':
      return (
        path(brush(trace('30,-56 92,-70 112,-8 96,52'), [26, 50, 44, 8]), colour) +
        path(smooth(trace('0,-74 50,-62 76,-18 70,20 -70,20 -76,-18 -50,-62'), true), colour)
      );
    case 'braids':
      return (
        [-1, 1]
          .map(
            (side) =>
              [0, 1, 2, 3]
                .map((i) => path(blob(side * (76 + i * 3), 26 + i * 24, 17 - i * 1.5, 17 - i, i + 2, 0.08), colour))
                .join('') +
              dot(side * 86, 112, 7, '#e2574c') +
              path(brush(spread(side, trace('86,116 90,136')), [14, 4]), colour),
          )
          .join('') + path(smooth(trace('0,-74 52,-62 78,-14 76,30 -76,30 -78,-14 -52,-62'), true), colour)
      );
    default:
      return path(smooth(trace('0,-74 48,-64 74,-22 72,8 -72,8 -74,-22 -48,-64'), true), colour);
  }
}

const star = (x: number, y: number, r: number): string => {
  const corners = Array.from({ length: 10 }, (_, i) => {
    const [angle, reach] = [(i / 10) * Math.PI * 2 - Math.PI / 2, i % 2 === 0 ? r : r * 0.5];
    return `${Math.round((x + Math.cos(angle) * reach) * 10) / 10} ${Math.round((y + Math.sin(angle) * reach) * 10) / 10}`;
  });
  return path(`M${corners.join('L')}Z`, '#ffd45e', {
    stroke: '#ffd45e',
    'stroke-width': 4,
    'stroke-linejoin': 'round',
  });
};

const curlsOver = (colour: string, light: string): string =>
  [
    [-46, -40, 20],
    [-22, -52, 22],
    [6, -50, 22],
    [32, -46, 21],
    [54, -32, 17],
    [-62, -20, 15],
  ]
    .map(
      ([x = 0, y = 0, r = 0], i) =>
        path(blob(x, y, r, r, i + 13, 0.1), colour) +
        line(`M${x - r * 0.4} ${y}a${r * 0.4} ${r * 0.4} 0 0 1 ${r * 0.7} ${-r * 0.3}`, light, 3, { opacity: 0.6 }),
    )
    .join('');

export function hairFront(hair: Hair, colour: string, light: string): string {
  const shine =
    line('M-44 -46Q-10 -66 34 -54', light, 7, { opacity: 0.55 }) +
    line('M-36 -34Q-12 -46 8 -44', light, 4, { opacity: 0.4 });
  switch (hair) {
    case 'starBob':
      return (
        path(
          'M-78 14C-82 -42 -46 -80 0 -80C46 -80 82 -42 78 14C74 2 70 -6 62 -14C44 -8 34 -12 28 -20C14 -8 -8 -8 -18 -18C-30 -8 -48 -8 -60 -14C-70 -6 -74 2 -78 14Z',
          colour,
        ) +
        shine +
        star(54, -34, 14)
      );
    case 'curls':
      return curlsOver(colour, light);
    case 'ponytail':
      return (
        path(
          'M-74 12C-80 -42 -44 -78 0 -78C44 -78 80 -42 74 12C70 -12 58 -28 36 -40C10 -20 -40 -18 -62 -14C-70 -6 -72 2 -74 12Z',
          colour,
        ) +
        shine +
        dot(48, -58, 10, '#e2574c')
      );
    case 'braids':
      return (
        path('M-76 14C-80 -44 -46 -78 0 -78C46 -78 80 -44 76 14C70 -16 44 -40 2 -46C-40 -40 -70 -16 -76 14Z', colour) +
        line('M2 -77L2 -48', light, 3) +
        shine
      );
    default:
      return (
        path(
          'M-72 6C-80 -46 -44 -82 2 -80C46 -80 80 -46 72 6C68 -8 64 -18 54 -26C48 -20 40 -20 32 -28C24 -16 10 -16 0 -26C-12 -14 -26 -14 -34 -24C-46 -16 -62 -12 -72 6Z',
          colour,
        ) + shine
      );
  }
}
