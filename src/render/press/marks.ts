// Where to cut and where to fold, drawn beside the pages and never on them. Pure.
import type { Ground } from './paper.ts';

const MILLIMETRE = 72 / 25.4;
/** Between what is printed and a mark. */
const GAP = 1.5 * MILLIMETRE;
const LENGTH = 5 * MILLIMETRE;
/** A hairline that every printer still draws. */
const LINE_WIDTH = 0.4;

type Line = readonly [x1: number, y1: number, x2: number, y2: number];

const drawn = (lines: readonly Line[]): string =>
  lines
    .map((line) => {
      const [x1, y1, x2, y2] = line.map((value) => value.toFixed(2));
      return `${x1} ${y1} m ${x2} ${y2} l S\n`;
    })
    .join('');

/** Operators of a content stream (ISO 32000-1, 8.5): solid where it is cut, dashed where it is folded. */
export function marks({ trim, width, height, bleed, fold }: Ground): string {
  const away = bleed + GAP;
  const [left, right, low, high] = [trim.x, trim.x + trim.width, trim.y, trim.y + trim.height];
  const upright = (x: number): Line[] => [
    [x, high + away, x, Math.min(height, high + away + LENGTH)],
    [x, low - away, x, Math.max(0, low - away - LENGTH)],
  ];
  const level = (y: number): Line[] => [
    [left - away, y, Math.max(0, left - away - LENGTH), y],
    [right + away, y, Math.min(width, right + away + LENGTH), y],
  ];
  const isOnPaper = ([x, y]: Line): boolean => x > 0 && x < width && y > 0 && y < height;
  const cuts = [...upright(left), ...upright(right), ...level(low), ...level(high)].filter(isOnPaper);
  const folds = fold === undefined ? [] : upright(fold).filter(isOnPaper);
  return `q ${LINE_WIDTH} w 0 G\n${drawn(cuts)}[3 3] 0 d\n${drawn(folds)}Q\n`;
}
