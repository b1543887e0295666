// Letters as outlines of the very fonts that the PDF embeds, so that no font of the machine has a say.
// Where they stand is reckoned in `layout/pen.ts`.
import type { FaceId } from '../fonts/catalogue.ts';
import { loadFace, type PathCommand } from '../fonts/face.ts';
import { glyphsOf, type PlacedGlyph } from '../layout/pen.ts';
import type { TextPart } from '../layout/sheet.ts';
import { colour, command, element, num } from './elements.ts';

/** Outlines are written in thousandths of an em. */
const EM = 1000;

/** The paths of a glyph, one for each contour, in thousandths of an em, y upwards. */
export type Outlines = (face: FaceId, glyph: number) => readonly string[];

/** Outlines that are written once for a whole book. */
export function createOutlines(): Outlines {
  const written = new Map<string, readonly string[]>();
  return (face, glyph) => {
    const key = `${face} ${glyph}`;
    const contours = written.get(key) ?? contoursOf(loadFace(face).outline(glyph));
    written.set(key, contours);
    return contours;
  };
}

const LETTERS = { moveTo: 'M', lineTo: 'L', quadraticCurveTo: 'Q', bezierCurveTo: 'C', closePath: 'Z' } as const;

function contoursOf(commands: readonly PathCommand[]): readonly string[] {
  const contours: string[] = [];
  let contour = '';
  for (const { command: name, args } of commands) {
    contour += command(LETTERS[name], ...args.map((v) => Math.round(v * EM * 10) / 10));
    if (name !== 'closePath') continue;
    contours.push(contour);
    contour = '';
  }
  return contour === '' ? contours : [...contours, contour];
}

const placed = ({ x, baseline }: PlacedGlyph, size: number): string => {
  const scale = Math.round((size / EM) * 1e7) / 1e7;
  return `matrix(${scale} 0 0 ${-scale} ${num(x)} ${num(baseline)})`;
};

/** The letters of a text and the edge behind them; its emoji are left to `paint.ts`. */
export function paintLetters(part: TextPart, outlines: Outlines): readonly string[] {
  const glyphs = glyphsOf(part).filter(({ face, id }) => outlines(face, id).length > 0);
  const letters = glyphs.map((glyph) =>
    element('path', { transform: placed(glyph, part.size), d: outlines(glyph.face, glyph.id).join('') }),
  );
  return [...edge(part, glyphs, outlines), element('g', { fill: colour(part.colour) }, ...letters)];
}

/** Each contour is filled on its own, so that no specks of the ground shine through the counters. */
function edge({ edge: given, size }: TextPart, glyphs: readonly PlacedGlyph[], outlines: Outlines): readonly string[] {
  if (given === undefined) return [];
  const paint = colour(given.colour);
  const width = (given.width * EM) / size;
  const join = { 'stroke-width': width, 'stroke-linejoin': 'round', 'stroke-linecap': 'round' };
  const contours = glyphs.flatMap((glyph) =>
    outlines(glyph.face, glyph.id).map((d) => element('path', { transform: placed(glyph, size), d })),
  );
  return [element('g', { fill: paint, stroke: paint, ...join }, ...contours)];
}
