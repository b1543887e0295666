// Animals that stand upright and look at us: bear, raccoon dog, fox, rabbit and owl, one body with different ears.
// Feet stand at the origin; a beast is about 260 tall before scaling.
import { blob, brush, dot, group, line, oval, type Point, pair, path, smooth, spread, trace } from '../svg.ts';
import { face, type Mood } from './face.ts';

export type Kind = 'bear' | 'raccoonDog' | 'fox' | 'rabbit';

interface Coat {
  readonly fur: string;
  readonly belly: string;
  readonly ear: string;
  readonly muzzle: string;
  readonly cheek: string;
  readonly wide: number;
}

const COATS: Readonly<Record<Kind, Coat>> = {
  bear: { fur: '#6b4a44', belly: '#b98d72', ear: '#c99a80', muzzle: '#d9b394', cheek: '#d9705f', wide: 1.32 },
  raccoonDog: { fur: '#8b7468', belly: '#d8c3a5', ear: '#4a3a3c', muzzle: '#efe0c8', cheek: '#d9705f', wide: 1.08 },
  fox: { fur: '#d9773f', belly: '#f6e4c8', ear: '#4b3034', muzzle: '#f8ead4', cheek: '#d9543f', wide: 0.95 },
  rabbit: { fur: '#efe4da', belly: '#fffaf2', ear: '#efb0a8', muzzle: '#fffaf2', cheek: '#ee8f86', wide: 0.88 },
};

const INK = '#33232b';

function ears(kind: Kind, coat: Coat): string {
  return [-1, 1]
    .map((side) => {
      if (kind === 'rabbit')
        return (
          path(
            brush(
              [
                [side * 22, -36],
                [side * 30, -92],
                [side * (side > 0 ? 50 : 24), -132],
              ],
              [26, 34, 12],
            ),
            coat.fur,
          ) +
          path(
            brush(
              [
                [side * 23, -46],
                [side * 30, -90],
                [side * (side > 0 ? 43 : 26), -116],
              ],
              [10, 17, 5],
            ),
            coat.ear,
          )
        );
      if (kind === 'fox')
        return (
          path(smooth(spread(side, trace('58,-8 62,-56 54,-78 30,-58 10,-34')), true), coat.fur) +
          path(smooth(spread(side, trace('50,-30 51,-62 28,-46')), true), coat.ear)
        );
      return dot(side * 48, -42, 23, coat.fur) + dot(side * 48, -41, 12, coat.ear);
    })
    .join('');
}

function mask(kind: Kind, coat: Coat): string {
  if (kind === 'raccoonDog')
    return (
      [-1, 1].map((side) => path(blob(side * 30, -2, 24, 18, 5, 0.08), '#4a3a3c', { opacity: 0.9 })).join('') +
      oval(0, 24, 30, 20, coat.muzzle)
    );
  if (kind === 'fox')
    return [-1, 1]
      .map((side) =>
        path(
          smooth(
            [
              [side * 66, 4],
              [side * 46, 6],
              [side * 16, 20],
              [0, 46],
              [side * 30, 48],
              [side * 58, 30],
            ],
            true,
          ),
          coat.muzzle,
        ),
      )
      .join('');
  if (kind === 'bear') return oval(0, 24, 31, 22, coat.muzzle);
  return oval(0, 24, 26, 17, coat.muzzle);
}

function head(kind: Kind, coat: Coat, mood: Mood, look: Point): string {
  const skull = path(smooth(trace('0,-52 46,-42 70,-4 62,34 28,50 -28,50 -62,34 -70,-4 -46,-42'), true), coat.fur);
  const light = kind === 'raccoonDog' ? '#fff' : INK;
  const features = group(
    { x: look[0] * 12, y: 2 + look[1] * 9 },
    group({ filter: 'smallForm' }, mask(kind, coat)),
    kind === 'raccoonDog' ? [-1, 1].map((side) => dot(side * 28, 0, 10, '#f4e6d0')).join('') : '',
    face({ mood, look, apart: 28, eye: 7.6, ink: INK, cheek: coat.cheek, drop: 26 }),
    path('M-9 12Q0 8 9 12Q5 21 0 21Q-5 21 -9 12Z', kind === 'rabbit' ? '#d9746a' : '#2d2026'),
    oval(-3, 13.5, 3, 1.6, light === INK ? '#ffffff99' : '#ffffff66'),
  );
  return group({ filter: 'form' }, ears(kind, coat), skull) + features;
}

function tailOf(kind: Kind, coat: Coat): string {
  if (kind === 'fox')
    return (
      path(brush(trace('30,-40 100,-30 128,-90 112,-130'), [22, 52, 50, 6]), coat.fur) +
      path(brush(pair(126, -92, 112, -132), [40, 4]), coat.belly)
    );
  if (kind === 'raccoonDog')
    return (
      path(brush(trace('30,-40 92,-28 116,-80 104,-124'), [24, 44, 46, 8]), coat.fur) +
      path(brush(trace('118,-90 116,-108 104,-126'), [44, 34, 6]), coat.ear)
    );
  return kind === 'rabbit' ? path(blob(-48, -40, 20, 19, 4, 0.1), coat.belly) : '';
}

export interface BeastSpec {
  readonly kind: Kind;
  readonly mood?: Mood;
  readonly look?: Point;
  readonly hands?: readonly [left: Point, right: Point];
  readonly feet?: readonly [left: Point, right: Point];
  readonly scarf?: string;
  readonly tilt?: number;
}

type Pair = readonly [left: Point, right: Point];

function legs(feet: Pair, coat: Coat): string {
  const w = coat.wide;
  return feet
    .map(
      ([x, y], i) =>
        path(
          brush(
            [
              [(i === 0 ? -26 : 26) * w, -34],
              [x, y - 10],
            ],
            [40 * w, 34 * w],
          ),
          coat.fur,
        ) + oval(x + (i === 0 ? -5 : 5), y - 8, 25 * w, 14, coat.fur),
    )
    .join('');
}

function arms(hands: Pair, kind: Kind, coat: Coat): string {
  const w = coat.wide;
  return hands
    .map(([x, y], i) => {
      const shoulder: Point = [(i === 0 ? -38 : 38) * w, -138];
      const elbow: Point = [(shoulder[0] + x) / 2 + (i === 0 ? -10 : 10), (shoulder[1] + y) / 2 + 6];
      return group(
        { filter: 'smallForm' },
        path(brush([shoulder, elbow, [x, y]], [36 * w, 31 * w, 27 * w]), kind === 'raccoonDog' ? coat.ear : coat.fur),
        dot(x, y, 14.5 * w, kind === 'raccoonDog' ? coat.ear : coat.fur),
      );
    })
    .join('');
}

export function beast(spec: BeastSpec): string {
  const {
    kind,
    mood = 'happy',
    look = [0, 0],
    hands = pair(-72, -80, 72, -80),
    feet = pair(-30, 0, 30, 0),
    scarf,
    tilt = 0,
  } = spec;
  const coat = COATS[kind];
  const w = coat.wide;
  const body = path(
    smooth(spread(w, trace('-28,-158 -50,-110 -58,-50 -40,-12 40,-12 58,-50 50,-110 28,-158')), true),
    coat.fur,
  );
  const belly = oval(0, -68, 36 * w, 48, coat.belly);
  const wrap = scarf
    ? path(smooth(spread(w, trace('-34,-168 34,-168 38,-148 -38,-148')), true), scarf) +
      path(brush(pair(20, -154, 30, -110), [20, 24]), scarf)
    : '';
  return (
    group({ filter: 'form' }, tailOf(kind, coat), legs(feet, coat), body, belly) +
    group({ filter: 'smallForm' }, wrap) +
    arms(hands, kind, coat) +
    group({ y: -196, rotate: tilt, scale: 0.9 + (w - 1) * 0.35 }, head(kind, coat, mood, look))
  );
}

/** An owl on its perch, about 130 tall. */
export function owl(mood: Mood, look: Point): string {
  const chest = [0, 1, 2]
    .map((row) => [-1, 0, 1].map((i) => line(`M${i * 18 - 8} ${-50 + row * 14}q8 8 16 0`, '#8a6a5c', 3)).join(''))
    .join('');
  return (
    group(
      { filter: 'smallForm' },
      path(smooth(trace('0,-126 42,-122 46,-60 36,-8 0,0 -36,-8 -46,-60 -42,-122'), true), '#6c5560'),
      oval(0, -38, 29, 36, '#d8bfa4'),
      chest,
      oval(-20, -88, 25, 24, '#ead7bd'),
      oval(20, -88, 25, 24, '#ead7bd'),
      path(brush(trace('-42,-80 -50,-40 -36,-10'), [10, 24, 8]), '#54404d'),
      path(brush(trace('42,-80 50,-40 36,-10'), [10, 24, 8]), '#54404d'),
    ) +
    [-1, 1]
      .map(
        (side) =>
          dot(side * 20 + look[0] * 3, -88 + look[1] * 3, mood === 'wonder' ? 13 : 11, INK) +
          dot(side * 20 + look[0] * 3 + 4, -93 + look[1] * 3, 4, '#fff'),
      )
      .join('') +
    path('M-7 -78L7 -78L0 -62Z', '#e8a93d')
  );
}
