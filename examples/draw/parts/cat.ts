// Luna the cat: cream, with a golden crescent on her brow. She sits, walks or stretches up.
// Her paws stand at the origin; sitting she is about 150 tall.
import { brush, group, line, oval, type Point, path, smooth, spread, trace } from '../svg.ts';
import { face, type Mood } from './face.ts';

const FUR = '#f8efdf';
const DUSK = '#b9a9b8';
const INK = '#3a2a38';

export type CatPose = 'sit' | 'walk' | 'reach';

function catHead(mood: Mood, look: Point): string {
  const [lx, ly] = look;
  const ears = [-1, 1].map(
    (side) =>
      path(smooth(spread(side, trace('46,-6 44,-40 38,-56 22,-44 8,-26')), true), FUR) +
      path(smooth(spread(side, trace('39,-18 38,-44 20,-32')), true), '#eeb0a6'),
  );
  const skull = path(smooth(trace('0,-36 34,-30 52,0 46,24 20,36 0,37 -20,36 -46,24 -52,0 -34,-30'), true), FUR);
  const crescent = path('M-4 -31a11 11 0 1 0 13 12a9 9 0 1 1 -13 -12Z', '#eeb23e');
  const features = group(
    { x: lx * 9, y: 4 + ly * 6 },
    face({ mood, look, apart: 22, eye: 6.6, ink: INK, cheek: '#ee8f7e', drop: 13 }),
    path('M-4.5 6Q0 4 4.5 6Q2 11 0 11Q-2 11 -4.5 6Z', '#d9746a'),
    ...[-1, 1].map((side) =>
      line(`M${side * 32} 10l${side * 24} -4M${side * 32} 15l${side * 23} 4`, '#fffaf0', 1.8, { opacity: 0.9 }),
    ),
  );
  return group({ filter: 'smallForm' }, ...ears, skull, crescent) + features;
}

const tail = (points: readonly Point[]): string =>
  path(brush(points, [20, 21, 19, 13]), FUR) + path(brush(points.slice(-2), [15, 12]), '#e3b45f');

interface Body {
  readonly body: string;
  /** Where the head sits. */
  readonly head: Point;
}

const walking = (): Body => ({
  head: [78, -92],
  body:
    tail(trace('-70,-66 -104,-92 -108,-132 -84,-152')) +
    path(smooth(trace('-78,-60 -50,-88 10,-86 62,-88 84,-62 66,-38 0,-34 -62,-34'), true), FUR) +
    [
      [-60, -50, -76],
      [-40, -46, -30],
      [50, -48, 34],
      [66, -50, 84],
    ]
      .map(
        ([x = 0, y = 0, foot = 0]) =>
          path(
            brush(
              [
                [x, y],
                [(x + foot) / 2, -24],
                [foot, -4],
              ],
              [28, 20, 18],
            ),
            FUR,
          ) + oval(foot + 5, -5, 13, 8, FUR),
      )
      .join(''),
});

const reaching = (): Body => ({
  head: [0, -142],
  body:
    tail(trace('-26,-22 -72,-16 -88,-56 -66,-84')) +
    path(smooth(trace('-32,-10 -36,-60 -24,-122 24,-122 36,-60 32,-10 0,-4'), true), FUR) +
    [-1, 1]
      .map(
        (side) =>
          path(brush(spread(side, trace('22,-108 40,-150 46,-190')), [24, 20, 20]), FUR) +
          oval(side * 22, -5, 19, 10, FUR),
      )
      .join(''),
});

function catBody(pose: CatPose): Body {
  switch (pose) {
    case 'walk':
      return walking();
    case 'reach':
      return reaching();
    default:
      return {
        head: [0, -112],
        body:
          tail(trace('30,-14 74,-6 92,-36 70,-60')) +
          path(smooth(trace('-24,-96 -40,-54 -50,-16 -28,0 28,0 50,-16 40,-54 24,-96'), true), FUR) +
          [-1, 1]
            .map(
              (side) =>
                line(`M${side * 5} -44L${side * 7} -10`, DUSK, 3, { opacity: 0.7 }) + oval(side * 16, -4, 15, 9, FUR),
            )
            .join(''),
      };
  }
}

export interface CatSpec {
  readonly pose: CatPose;
  readonly mood?: Mood;
  readonly look?: Point;
  readonly tilt?: number;
}

export function cat({ pose, mood = 'calm', look = [0, 0], tilt = 0 }: CatSpec): string {
  const { body, head } = catBody(pose);
  return group({ filter: 'smallForm' }, body) + group({ x: head[0], y: head[1], rotate: tilt }, catHead(mood, look));
}
