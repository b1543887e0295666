// The ground that a synthetic picture stands on: forest, beach, room and so on, up to the sky.
import type { DrawnScene } from './scene.ts';
import { between, box, dot, line, oval, placed, shape } from './svg.ts';
import type { PlaceName } from './vocabulary.ts';

export const CANVAS = 256;
/** Where ground and sky meet. */
export const HORIZON = 160;

const WIDE = { x: -10, width: CANVAS + 20 };
const ground = (fill: string): string => box(WIDE.x, HORIZON, WIDE.width, CANVAS - HORIZON + 10, fill);

const tree = (x: number, y: number, scale: number): string =>
  placed(
    { x, y, scale },
    box(-7, -45, 14, 45, '#7a5230') +
      dot(0, -75, 32, '#2f7d3b') +
      dot(-22, -58, 22, '#3a8d46') +
      dot(22, -58, 22, '#287034'),
  );

const pine = (x: number, y: number, scale: number, snow: string): string =>
  placed(
    { x, y, scale },
    box(-5, -18, 10, 18, '#6b482c') +
      shape('M-34 -16L0 -60L34 -16Z', '#2c6a4a') +
      shape('M-26 -44L0 -88L26 -44Z', '#357a56') +
      shape('M-14 -64L0 -88L14 -64Z', snow),
  );

const blossom = (x: number, y: number, colour: string, scale = 1): string =>
  placed(
    { x, y, scale },
    between([0, 0], [0, 22], '#3d8a3d', 3) +
      [0, 72, 144, 216, 288]
        .map((angle) => {
          const turn = (angle * Math.PI) / 180;
          return dot(Math.sin(turn) * 7, -Math.cos(turn) * 7, 5.5, colour);
        })
        .join('') +
      dot(0, 0, 4.5, '#ffe28a'),
  );

const house = (x: number, y: number): string =>
  placed(
    { x, y },
    box(-52, -70, 104, 70, '#f3ddb8') +
      shape('M-64 -68L0 -118L64 -68Z', '#b5483d') +
      box(-12, -38, 24, 38, '#7a4b2c') +
      box(-42, -56, 22, 20, '#9fd0ea') +
      box(20, -56, 22, 20, '#9fd0ea'),
  );

const window = (fill: string, light: string): string =>
  box(24, 26, 78, 78, '#8a6239') +
  box(30, 32, 66, 66, fill) +
  light +
  between([63, 32], [63, 98], '#8a6239', 4) +
  between([30, 65], [96, 65], '#8a6239', 4);

function room(isNight: boolean): string {
  const seen = isNight
    ? window('#1d2750', shape('M78 40a14 14 0 1 0 8 22a17 17 0 0 1 -8 -22Z', '#ffe9a3'))
    : window('#aee0f7', dot(80, 48, 11, '#ffd23c'));
  return (
    box(WIDE.x, -10, WIDE.width, 190, '#f2d6a8') +
    box(WIDE.x, 176, WIDE.width, 90, '#b98352') +
    box(WIDE.x, 170, WIDE.width, 7, '#9a6a40') +
    seen +
    box(178, 60, 56, 42, '#8a6239') +
    box(183, 65, 46, 32, '#e9f3d8') +
    shape('M186 95L204 72L222 95Z', '#7fae6a')
  );
}

function flowers(things: readonly number[]): string {
  const colours = ['#e85d75', '#f5a623', '#f7f3ff', '#c86dd7'];
  return [0, 1, 2]
    .flatMap((row) =>
      Array.from({ length: 7 }, (_, i) => {
        const nudge = (things[(row * 7 + i) % things.length] ?? 0) * 14;
        return blossom(i * 40 - 4 + nudge, 172 + row * 26, colours[(i + row) % colours.length] ?? '#fff', 0.9);
      }),
    )
    .join('');
}

const slide = (x: number, y: number): string =>
  placed(
    { x, y },
    between([-34, 0], [-34, -92], '#d8433a', 6) +
      between([-12, 0], [-12, -92], '#d8433a', 6) +
      [-70, -46, -22].map((rung) => between([-34, rung], [-12, rung], '#d8433a', 5)).join('') +
      line('M-8 -90C24 -76 30 -24 62 -8', '#f2c230', 13),
  );

const swing = (x: number, y: number): string =>
  placed(
    { x, y },
    line('M-34 0L-18 -92L34 -92L50 0', '#3b74c4', 6) +
      between([-4, -92], [-4, -32], '#555', 3) +
      between([22, -92], [22, -32], '#555', 3) +
      box(-10, -34, 38, 7, '#8a6239'),
  );

const bench = (x: number, y: number): string =>
  placed(
    { x, y },
    box(-38, -26, 76, 8, '#9a6a40') +
      box(-38, -44, 76, 8, '#9a6a40') +
      between([-30, -44], [-30, 0], '#555', 5) +
      between([30, -44], [30, 0], '#555', 5),
  );

type Draw = (scene: DrawnScene) => string;
const at = ({ sway }: DrawnScene, index: number): number => sway.things[index] ?? 0.5;

const PLACE: Readonly<Record<PlaceName, Draw>> = {
  forest: (scene) =>
    ground('#5d9a4f') +
    [8, 58, 118, 176, 238]
      .map((x, i) => tree(x + at(scene, i) * 22 - 11, 166 + at(scene, i + 5) * 12, 0.95 + at(scene, i) * 0.5))
      .join(''),
  beach: (scene) =>
    box(WIDE.x, HORIZON - 28, WIDE.width, 50, '#2f8fc4') +
    line('M0 146q16 -7 32 0t32 0t32 0t32 0t32 0t32 0t32 0t32 0', '#bfe6f5', 3) +
    box(WIDE.x, HORIZON + 12, WIDE.width, 100, '#f0d79a') +
    shape('M0 172q32 -10 64 0t64 0t64 0t64 0V184H0Z', '#f7e7bd') +
    placed(
      { x: 26 + at(scene, 0) * 30, y: 222 },
      shape('M0 -12L4 -3L13 -3L6 3L9 12L0 6L-9 12L-6 3L-13 -3L-4 -3Z', '#ef8a5a'),
    ),
  hill: (scene) =>
    oval(60 + at(scene, 0) * 30, 226, 150, 92, '#8cc267') +
    oval(210 - at(scene, 1) * 30, 232, 140, 84, '#79b356') +
    box(WIDE.x, 206, WIDE.width, 60, '#6ba54b'),
  snow: (scene) =>
    ground('#f4f8fc') +
    oval(70, 170, 110, 26, '#f4f8fc') +
    oval(200, 172, 100, 22, '#e6eef6') +
    pine(26 + at(scene, 0) * 20, 178, 1, '#fff') +
    pine(222 - at(scene, 1) * 20, 174, 0.85, '#fff') +
    Array.from({ length: 12 }, (_, i) => dot(at(scene, i) * 256, (i * 37) % 200, 3, '#ffffff')).join(''),
  park: (scene) =>
    ground('#86c06a') +
    shape('M96 160L160 160L220 266L40 266Z', '#e4cfa4') +
    tree(22 + at(scene, 0) * 10, 186, 1) +
    bench(216 - at(scene, 1) * 8, 196),
  room: ({ sky }) => room(sky === 'night'),
  house: (scene) => ground('#93c472') + house(70 + at(scene, 0) * 116, 184),
  lake: (scene) =>
    ground('#7fb765') +
    oval(128, 186, 150, 34, '#3d9bcf') +
    line('M40 182q12 -5 24 0t24 0', '#bfe6f5', 3) +
    line('M150 194q12 -5 24 0t24 0', '#bfe6f5', 3) +
    box(WIDE.x, 214, WIDE.width, 50, '#8ac06f') +
    [18, 30, 236].map((x) => between([x + at(scene, 0) * 6, 206], [x, 168], '#4c7a35', 4)).join(''),
  garden: (scene) => ground('#79b65c') + flowers(scene.sway.things),
  playground: (scene) => ground('#dcb884') + slide(48 + at(scene, 0) * 14, 192) + swing(204, 190 + at(scene, 1) * 6),
};

export const drawPlace: Draw = (scene) => PLACE[scene.place](scene);
