// A page drawn so that it goes on beyond its edges: mirrored there, as in a window's frame. So whatever lies at an edge –
// paper, hills, a picture to the last stroke – continues by itself, and nothing inside the cut is lost or enlarged. Pure.
import type { PageForm } from '../pdf/file.ts';

/** Edges that are cut, where colour has to go on. */
export interface CutEdges {
  readonly left: boolean;
  readonly right: boolean;
}

const number = (value: number): string => `${Math.round(value * 1000) / 1000}`;

/** A copy reaches so far under the page, in points: edges that only touch leave a hairline of paper on screens. */
const OVERLAP = 0.5;

/** How a page lies mirrored at either side, and last in its own place: scale and shift along one axis. */
const places = (length: number, before: boolean, after: boolean): readonly (readonly [number, number])[] => [
  ...(before ? [[-1, OVERLAP] as const] : []),
  ...(after ? [[-1, 2 * length - OVERLAP] as const] : []),
  [1, 0],
];

/**
 * Operators of a content stream that draw the form called `name`.
 * @param at its lower left corner, in points.
 * @param bleed points; above and below it always counts.
 */
export function drawPage(
  name: string,
  { width, height }: Pick<PageForm, 'width' | 'height'>,
  at: { readonly x: number; readonly y: number },
  bleed: number,
  { left, right }: CutEdges,
): string {
  const move = `1 0 0 1 ${number(at.x)} ${number(at.y)} cm`;
  if (bleed === 0) return `q ${move} /${name} Do Q\n`;
  const [before, after] = [left ? bleed : 0, right ? bleed : 0];
  const clip = [-before, -bleed, width + before + after, height + 2 * bleed].map(number).join(' ');
  const copies = places(width, left, right).flatMap(([sx, tx]) =>
    places(height, true, true).map(
      ([sy, ty]) => `q ${[sx, 0, 0, sy, tx, ty].map(number).join(' ')} cm /${name} Do Q\n`,
    ),
  );
  return `q ${move} ${clip} re W n\n${copies.join('')}Q\n`;
}
