// Whoever a synthetic picture is about: one body with different heads. Feet stand at the origin, about 130 units tall.
// What hands hold is left to `draw-action.ts`.
import type { Hero } from './scene.ts';
import { between, dot, line, oval, type Point, placed, shape } from './svg.ts';
import { COLOURS, type KindName } from './vocabulary.ts';

const INK = '#3a2a2a';
const SKIN = '#f8d6b8';

interface Coat {
  readonly fur: string;
  readonly belly: string;
  readonly ears: string;
  readonly snout: string;
}

const round = (y: number, x: number, size: number, fill: string, inner: string): string =>
  [-1, 1].map((side) => dot(side * x, y, size, fill) + dot(side * x, y, size * 0.55, inner)).join('');
const pointed = (fill: string, inner: string): string =>
  [-1, 1]
    .map((side) =>
      placed(
        { x: 0, y: 0, flip: side < 0 },
        shape('M6 -22L30 -44L30 -6Z', fill) + shape('M14 -22L26 -34L26 -14Z', inner),
      ),
    )
    .join('');
const long = (fill: string, inner: string): string =>
  [-1, 1].map((side) => oval(side * 13, -48, 9, 26, fill) + oval(side * 13, -48, 4.5, 18, inner)).join('');
const hanging = (fill: string): string => [-1, 1].map((side) => oval(side * 30, -4, 10, 22, fill)).join('');
const nose = (fill = INK): string => oval(0, 5, 5, 3.6, fill) + line('M-6 12q6 6 12 0', INK, 2);
const whiskers = [-1, 1]
  .map((side) => line(`M${side * 10} 6L${side * 34} 2M${side * 10} 9L${side * 34} 12`, INK, 1.4))
  .join('');
const mane = Array.from({ length: 12 }, (_, i) => {
  const turn = (i * Math.PI) / 6;
  return dot(Math.cos(turn) * 32, Math.sin(turn) * 32, 12, '#a85a1f');
}).join('');

const COATS: Readonly<Record<Exclude<KindName, 'girl' | 'boy'>, Coat>> = {
  cat: { fur: '#f0a64a', belly: '#ffe6bf', ears: pointed('#f0a64a', '#f7c7b0'), snout: nose('#d9746a') + whiskers },
  dog: { fur: '#b98556', belly: '#ecd3b0', ears: hanging('#7d5332'), snout: oval(0, 10, 17, 12, '#ecd3b0') + nose() },
  rabbit: { fur: '#f7f1ec', belly: '#ffffff', ears: long('#f7f1ec', '#f3b3b3'), snout: nose('#e88a8a') },
  bear: {
    fur: '#6f4a36',
    belly: '#b98d6a',
    ears: round(-26, 24, 12, '#6f4a36', '#b98d6a'),
    snout: oval(0, 10, 16, 12, '#c9a17d') + nose(),
  },
  fox: {
    fur: '#de6b2a',
    belly: '#fff3e2',
    ears: pointed('#de6b2a', '#3a2a2a'),
    snout: shape('M-30 4Q0 44 30 4Q12 2 0 10Q-12 2 -30 4Z', '#fff3e2') + oval(0, 14, 5, 4, INK),
  },
  pig: {
    fur: '#f4a6b4',
    belly: '#fbcdd5',
    ears: pointed('#f4a6b4', '#e57f92'),
    snout: oval(0, 8, 14, 10, '#e57f92') + dot(-5, 8, 2.6, INK) + dot(5, 8, 2.6, INK),
  },
  frog: {
    fur: '#5fae3f',
    belly: '#d6ecb0',
    ears: round(-28, 17, 12, '#5fae3f', '#ffffff') + [-1, 1].map((side) => dot(side * 17, -28, 4, INK)).join(''),
    snout: line('M-18 8q18 14 36 0', INK, 3),
  },
  elephant: {
    fur: '#8f9bab',
    belly: '#b7c1cd',
    ears: [-1, 1]
      .map((side) => oval(side * 38, -4, 20, 26, '#7d8a9b') + oval(side * 38, -4, 12, 17, '#d7b3bd'))
      .join(''),
    snout: line('M0 6C2 26 -4 36 10 42', '#7d8a9b', 13),
  },
  lion: { fur: '#e9b04c', belly: '#f8dfa5', ears: mane, snout: oval(0, 10, 15, 11, '#f8dfa5') + nose('#7a3f22') },
  mouse: {
    fur: '#b3aeb5',
    belly: '#e8e4ea',
    ears: round(-26, 27, 19, '#b3aeb5', '#f0b9c4'),
    snout: nose('#d9746a') + whiskers,
  },
};

/** Open eyes, or the curved lids of somebody asleep. */
const eyes = (asleep: boolean): string =>
  [-1, 1]
    .map((side) =>
      asleep
        ? line(`M${side * 12 - 5} -5q5 5 10 0`, INK, 2.6)
        : dot(side * 12, -6, 4, INK) + dot(side * 12 + 1.4, -7.4, 1.3, '#fff'),
    )
    .join('');

function childHead(kind: 'girl' | 'boy', asleep: boolean): string {
  const hair = kind === 'girl' ? '#3d2619' : '#5b3a22';
  const back = kind === 'girl' ? oval(0, 6, 34, 38, hair) + dot(-30, 24, 12, hair) + dot(30, 24, 12, hair) : '';
  const fringe =
    kind === 'girl'
      ? 'M-30 -4Q-30 -36 0 -36Q30 -36 30 -4Q16 -18 0 -18Q-16 -18 -30 -4Z'
      : 'M-30 -2Q-34 -38 0 -38Q34 -38 30 -2L24 -16L12 -14L4 -20L-6 -14L-18 -18Z';
  return (
    back +
    dot(0, 0, 29, SKIN) +
    shape(fringe, hair) +
    eyes(asleep) +
    line('M-7 10q7 7 14 0', '#b5483d', 2.6) +
    [-1, 1].map((side) => dot(side * 18, 6, 4.5, '#f4a79a')).join('')
  );
}

function head({ kind }: Hero, asleep: boolean): string {
  if (kind === 'girl' || kind === 'boy') return childHead(kind, asleep);
  const { fur, ears, snout } = COATS[kind];
  return ears + dot(0, 0, 30, fur) + (kind === 'frog' ? '' : eyes(asleep)) + snout;
}

const furOf = (hero: Hero): string => (hero.kind === 'girl' || hero.kind === 'boy' ? SKIN : COATS[hero.kind].fur);

function body({ kind, clothes }: Hero): string {
  const { hex } = COLOURS[clothes];
  if (kind === 'girl') return shape('M-12 -72L12 -72L30 -22Q0 -14 -30 -22Z', hex);
  if (kind === 'boy')
    return shape('M-19 -72L19 -72L20 -34L-20 -34Z', hex) + shape('M-19 -36L19 -36L18 -20L-18 -20Z', '#46506a');
  const { fur, belly } = COATS[kind];
  return oval(0, -46, 25, 31, fur) + oval(0, -42, 15, 21, belly);
}

const TAILS: Readonly<Partial<Record<KindName, string>>> = {
  cat: line('M18 -28Q46 -30 40 -60', '#f0a64a', 8),
  fox: line('M18 -28Q46 -26 46 -52', '#de6b2a', 16) + dot(46, -58, 8, '#fff3e2'),
  dog: line('M20 -30Q36 -34 38 -48', '#b98556', 8),
  lion: line('M18 -28Q42 -28 44 -52', '#e9b04c', 5) + dot(44, -56, 8, '#a85a1f'),
  mouse: line('M18 -26Q44 -20 50 -40', '#d99aa5', 3.5),
  rabbit: dot(24, -30, 10, '#ffffff'),
};

export interface Pose {
  readonly hands: readonly [left: Point, right: Point];
  readonly feet: readonly [left: Point, right: Point];
  readonly asleep?: boolean;
}

export function drawFigure(hero: Hero, { hands, feet, asleep = false }: Pose): string {
  const fur = furOf(hero);
  const sleeve = hero.kind === 'boy' ? COLOURS[hero.clothes].hex : fur;
  const leg = hero.kind === 'boy' ? '#46506a' : fur;
  const legs = feet
    .map(
      (foot, i) =>
        between([i === 0 ? -11 : 11, -26], foot, leg, 12) +
        oval(foot[0], foot[1], 11, 6, hero.kind === 'girl' || hero.kind === 'boy' ? '#7a4a35' : fur),
    )
    .join('');
  const arms = hands
    .map((hand, i) => between([i === 0 ? -17 : 17, -62], hand, sleeve, 10) + dot(hand[0], hand[1], 7, fur))
    .join('');
  return (TAILS[hero.kind] ?? '') + legs + body(hero) + placed({ x: 0, y: -98 }, head(hero, asleep)) + arms;
}
