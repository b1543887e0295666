// A scene as an SVG picture: sky, place, whoever is there and what they do. The same scene gives the same picture.
import { DOING } from './draw-action.ts';
import { drawFigure } from './draw-figure.ts';
import { CANVAS, drawPlace } from './draw-places.ts';
import { drawSky, drawWeather } from './draw-sky.ts';
import type { DrawnScene } from './scene.ts';
import { between, dot, line, oval, picture, placed, shape } from './svg.ts';
import { COLOURS, type CompanionName } from './vocabulary.ts';

const EYE = '#222222';

/** About 40 units wide, standing at the origin. */
const COMPANION: Readonly<Record<CompanionName, string>> = {
  bird:
    oval(0, -30, 17, 13, '#3f8fd8') +
    dot(13, -41, 9, '#3f8fd8') +
    shape('M21 -43L31 -40L21 -37Z', '#f29b1f') +
    dot(15, -43, 2, EYE) +
    line('M-4 -18L-4 -4M6 -18L6 -4', '#f29b1f', 3) +
    shape('M-14 -34L-32 -44L-16 -26Z', '#2f6fb0'),
  butterfly:
    [-1, 1]
      .map(
        (side) =>
          oval(side * 12, -58, 12, 15, '#e65fa8') +
          oval(side * 10, -38, 9, 10, '#f7b2d6') +
          dot(side * 12, -58, 4, '#fff'),
      )
      .join('') +
    between([0, -68], [0, -32], '#3a2a2a', 5) +
    line('M0 -68L-7 -78M0 -68L7 -78', '#3a2a2a', 2),
  snail:
    shape('M-26 0Q-30 -8 -18 -9L14 -9Q22 -10 22 -26Q32 -28 32 -16Q32 0 18 0Z', '#d9b98a') +
    dot(-2, -20, 18, '#a8643a') +
    line('M-2 -20m0 0a5 5 0 1 1 -6 5a11 11 0 1 1 17 4', '#f3d9b5', 3) +
    line('M24 -26L22 -38M29 -26L33 -37', '#d9b98a', 3),
  duck:
    oval(0, -16, 22, 15, '#ffffff') +
    dot(18, -38, 11, '#ffffff') +
    between([14, -22], [17, -36], '#ffffff', 10) +
    shape('M27 -40L42 -37L27 -33Z', '#f29b1f') +
    dot(20, -41, 2.2, EYE) +
    line('M-6 -2L-6 4M6 -2L6 4', '#f29b1f', 4),
  turtle:
    oval(28, -14, 10, 8, '#7fb55a') +
    dot(31, -16, 1.8, EYE) +
    [-16, 14].map((x) => oval(x, -2, 7, 6, '#7fb55a')).join('') +
    shape('M-28 -6A28 26 0 0 1 24 -6Z', '#3f7a45') +
    line('M-14 -8L-8 -26M4 -8L2 -28M16 -10L10 -24', '#2c5a33', 2.6),
};

/** Whoever it is about stands a little left or right of the middle, the companion on the side that hands do not reach to. */
export function drawScene(scene: DrawnScene, pixels: number): string {
  const { hero, action, colour, companion, sway, flip } = scene;
  const { pose, behind = '', before = '', turned } = DOING[action](COLOURS[colour].hex);
  const figure = drawFigure(hero, pose);
  const lying = turned === undefined ? figure : placed({ x: 64, y: -34, rotate: turned, scale: 0.95 }, figure);
  const side = flip ? -1 : 1;
  const x = CANVAS / 2 - side * (4 + sway.x * 26);
  const scale = 0.92 + sway.size * 0.16;
  const along =
    companion === undefined
      ? ''
      : placed(
          { x: CANVAS / 2 - side * (92 - (sway.things[3] ?? 0) * 8), y: 240, scale: 1.05, flip },
          COMPANION[companion],
        );
  const shadow = oval(x, 232, 46 * scale, 8, '#000000', { 'fill-opacity': '0.16' });
  return picture(
    CANVAS,
    pixels,
    drawSky(scene) +
      drawPlace(scene) +
      shadow +
      placed({ x, y: 234, scale, flip }, behind + lying + before) +
      along +
      drawWeather(scene),
  );
}
