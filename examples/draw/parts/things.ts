// Things to carry: picnic basket, lantern, umbrella, watering can. Each hangs or stands from its origin.
import { blob, brush, dot, group, line, oval, path, smooth, trace } from '../svg.ts';

/** Hangs from its handle. */
export function basket(): string {
  const weave =
    [26, 38, 50].map((y) => line(`M-36 ${y}Q0 ${y + 7} 36 ${y}`, '#8f5f35', 3, { opacity: 0.7 })).join('') +
    [-24, -8, 8, 24].map((x) => line(`M${x} 18L${x * 0.9} 62`, '#8f5f35', 2.4, { opacity: 0.5 })).join('');
  return group(
    { filter: 'smallForm' },
    line('M-32 18C-32 -14 32 -14 32 18', '#a8703f', 7),
    dot(-16, 14, 13, '#f7efe2'),
    dot(10, 12, 14, '#f3b9b4'),
    path(smooth(trace('-40,16 40,16 34,62 0,68 -34,62'), true), '#c98d50'),
    weave,
    path(smooth(trace('-42,12 0,20 42,12 36,34 18,26 4,38 -14,27 -34,34'), true), '#fbf3e2'),
    line('M-30 20L-24 28M-8 22L-4 30M14 22L18 30M30 18L33 26', '#d8483f', 4),
  );
}

/** Hangs from its ring and glows. */
export function lantern(): string {
  return (
    dot(0, 34, 105, 'url(#fireGlow)', { opacity: 0.75 }) +
    line('M-14 -22L0 0', '#6b4a3c', 4) +
    group(
      { filter: 'smallForm' },
      path(smooth(trace('-14,10 14,10 27,34 16,60 -16,60 -27,34'), true), '#ffdf8e'),
      oval(0, 36, 12, 16, '#fff8dc'),
      line('M-14 9H14M-15 61H15', '#7a4a35', 6),
      line('M-13 12Q-24 36 -14 58M13 12Q24 36 14 58', '#e0a646', 2.5),
      line('M0 64V82', '#d8483f', 5),
    )
  );
}

/** Its handle's foot stands at the origin. */
export function umbrella(colour: string, stripe: string): string {
  return (
    line('M0 0V-170', '#7a5a45', 7) +
    line('M0 0q0 16 -14 14', '#7a5a45', 7) +
    group(
      { filter: 'form' },
      path(
        'M-150 -150C-140 -250 -60 -290 0 -292C60 -290 140 -250 150 -150Q125 -172 100 -150Q75 -174 50 -150Q25 -174 0 -150Q-25 -174 -50 -150Q-75 -174 -100 -150Q-125 -172 -150 -150Z',
        colour,
      ),
      path('M0 -292C-40 -270 -56 -210 -50 -150Q-25 -174 0 -150Q25 -174 50 -150C56 -210 40 -270 0 -292Z', stripe),
      line('M0 -292V-306', '#7a5a45', 7),
    )
  );
}

export function wateringCan(colour: string): string {
  return group(
    { filter: 'smallForm' },
    line('M-34 -44C-78 -58 -76 4 -34 -8', colour, 9),
    path(brush(trace('26,-14 62,-40 84,-66'), [22, 15, 13]), colour),
    oval(88, -70, 17, 9, colour, { transform: 'rotate(38 88 -70)' }),
    path(smooth(trace('-38,-54 34,-54 40,0 -42,0'), true), colour),
    oval(-2, -54, 34, 9, '#00000030'),
  );
}

export const tteok = (x: number, y: number, r: number, colour: string, seed: number): string =>
  path(blob(x, y, r, r * 0.86, seed, 0.05), colour);
