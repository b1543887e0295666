// Where to cut and where to fold, drawn beside the pages and never on them.
import type { PaperSide } from './paper.ts';

const MILLIMETRE = 72 / 25.4;
/** Distance from the trim, so that a knife that errs leaves no ink. */
const GAP = 1.5 * MILLIMETRE;
const LENGTH = 5 * MILLIMETRE;
/** A hairline that every printer still draws. */
const LINE_WIDTH = 0.4;

type Line = readonly [x1: number, y1: number, x2: number, y2: number];

/** Operators of a content stream (ISO 32000-1, 8.5): solid where it is cut, dashed where it is folded. */
export function cropMarks({ spread, width, height }: PaperSide): string {
  const [left, right, low, high] = [spread.x, spread.x + spread.width, spread.y, spread.y + spread.height];
  const fold = spread.x + spread.width / 2;
  const above = (x: number): Line => [x, high + GAP, x, Math.min(height, high + GAP + LENGTH)];
  const below = (x: number): Line => [x, low - GAP, x, Math.max(0, low - GAP - LENGTH)];
  const leftOf = (y: number): Line => [left - GAP, y, Math.max(0, left - GAP - LENGTH), y];
  const rightOf = (y: number): Line => [right + GAP, y, Math.min(width, right + GAP + LENGTH), y];
  const onPaper = ([x1, y1]: Line): boolean => x1 > 0 && x1 < width && y1 > 0 && y1 < height;
  const cuts = [
    ...[left, right].flatMap((x) => [above(x), below(x)]),
    ...[low, high].flatMap((y) => [leftOf(y), rightOf(y)]),
  ];
  const draw = (lines: readonly Line[]): string =>
    lines
      .filter(onPaper)
      .map((line) => {
        const [x1, y1, x2, y2] = line.map((value) => value.toFixed(2));
        return `${x1} ${y1} m ${x2} ${y2} l S\n`;
      })
      .join('');
  return `q ${LINE_WIDTH} w 0 G\n${draw(cuts)}[3 3] 0 d\n${draw([above(fold), below(fold)])}Q\n`;
}
