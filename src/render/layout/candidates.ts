// Every sensible way to put one picture and its text, at one size, on one sheet. Choosing among them is left to `scene.ts`.
// None of them trims the picture; the one that may, by a few percent, is in `full.ts`.

import { blockFor } from './block-for.ts';
import { full } from './full.ts';
import { contain, inset } from './place.ts';
import { aspectOf, type Candidate, footOf, largestWidth, matOf, type SceneInput } from './scene-types.ts';
import type { Rect } from './sheet.ts';

/** Shortest bearable line, in ems. */
const SHORTEST_LINE = 8.2;
/** The most of the sheet's height that a picture to the edges takes. */
const TALLEST_TOP = 0.8;
/** So much empty paper, in sheet heights, and a picture across the sheet stands between two bands of colour. */
const BAND_FREE = 0.26;
/** Such a band is at most so high, in sheet heights, and the upper one takes this part of what both share. */
const TALLEST_BAND = 0.25;
const UPPER = 0.46;
/** Empty paper, in sheet heights, that lets letters be larger than usual. */
const ROOMY = 0.2;

export function candidatesAt(input: SceneInput, size: number): readonly Candidate[] {
  const below = [matted(input, size), ...(input.paragraphs.length === 0 ? [] : [edged(input, size)])];
  const usual = size <= input.body.ideal;
  const beside = input.paragraphs.length === 0 || !usual ? [] : besides(input, size);
  const all = [...below, ...(usual ? full(input, size) : []), ...beside];
  return all.filter((candidate) => candidate !== undefined).filter((candidate) => keepsWords(input, candidate));
}

/** Whether every word stands whole on a line, where that is asked for. */
function keepsWords({ paragraphs, shaper }: SceneInput, { block }: Candidate): boolean {
  if (!shaper.style.wholeWords) return true;
  // A word that was cut is wider than the longest line.
  return paragraphs.every(({ words }) => words.every(({ width }) => width * block.size <= block.width + 0.01));
}

const gapFor = (size: number): number => Math.max(20, size * 1.25);

/** Picture across the sheet, touching three edges; text in the rest. */
function edged(input: SceneInput, size: number): Candidate | undefined {
  const { sheet, study } = input;
  const height = sheet.width / aspectOf(study);
  if (height > sheet.height * TALLEST_TOP || sheet.width > largestWidth(study)) return undefined;
  const block = blockFor(input, size, sheet.width - 2 * sheet.margin);
  const foot = footOf(sheet);
  const room = sheet.height - height - foot;
  if (block.height + 2 * gapFor(size) * 0.8 > room) return undefined;
  const text = { x: sheet.margin, width: sheet.width - 2 * sheet.margin, height: block.height };
  const across = { x: 0, width: sheet.width, height };
  const common = { framed: false, block, folioX: sheet.width / 2 } as const;
  const free = room - block.height;
  if (size > input.body.ideal && free < sheet.height * ROOMY) return undefined;
  if (free > sheet.height * BAND_FREE) return { ...common, ...banded(input, size, { across, text }) };
  const above = sheet.height - height - sheet.safe - block.height;
  if (input.before === 'top' && height < sheet.height * 0.6 && above > 2.4 * gapFor(size))
    return {
      ...common,
      kind: 'foot',
      picture: { ...across, y: sheet.height - height },
      text: { ...text, y: sheet.safe + above * 0.5 },
    };
  return {
    ...common,
    kind: 'top',
    picture: { ...across, y: 0 },
    text: { ...text, y: height + (room + foot * 0.25 - block.height) * 0.48 },
  };
}

/** Picture and text as one strip of paper across the sheet, with a band of colour above and below. */
function banded(
  { sheet }: SceneInput,
  size: number,
  { across, text }: { readonly across: Omit<Rect, 'y'>; readonly text: Omit<Rect, 'y'> },
): Pick<Candidate, 'kind' | 'picture' | 'text' | 'bands'> {
  const tallest = sheet.height * TALLEST_BAND;
  const rest = sheet.height - across.height - text.height - 2.6 * gapFor(size);
  const upper = Math.min(tallest, rest * UPPER);
  const lower = Math.min(tallest, Math.max(footOf(sheet) * 0.9, rest - upper));
  const foot = sheet.height - lower;
  const under = upper + across.height;
  const band = { x: 0, width: sheet.width };
  return {
    kind: 'band',
    picture: { ...across, y: upper },
    text: { ...text, y: under + (foot - under - text.height) * 0.5 },
    bands: [
      { ...band, y: 0, height: upper },
      { ...band, y: foot, height: lower },
    ],
  };
}

/** Framed picture above, text below. */
function matted(input: SceneInput, size: number): Candidate | undefined {
  const { sheet, study } = input;
  const block = blockFor(input, size, sheet.width - 2 * sheet.margin);
  const mat = matOf(input);
  const gap = block.lines.length === 0 ? 0 : gapFor(size) + mat;
  const edge = sheet.safe + mat;
  const height = sheet.height - footOf(sheet) - block.height - gap - edge;
  const width = Math.min(sheet.width - 2 * edge, largestWidth(study));
  if (height < sheet.height * 0.12) return undefined;
  const picture = contain(aspectOf(study), { x: (sheet.width - width) / 2, y: edge, width, height });
  const free = sheet.height - footOf(sheet) - picture.height - gap - block.height - edge;
  if (size > input.body.ideal && free < sheet.height * ROOMY) return undefined;
  const y = edge + free * 0.42;
  return {
    kind: 'mat',
    picture: { ...picture, y },
    framed: true,
    text: {
      x: sheet.margin,
      y: y + picture.height + gap + free * 0.12,
      width: sheet.width - 2 * sheet.margin,
      height: block.height,
    },
    block,
    folioX: sheet.width / 2,
  };
}

/** Parts of the sheet's width that a picture beside its text may take. */
const SHARES = [0.36, 0.42, 0.48, 0.54, 0.6, 0.66] as const;

function besides(input: SceneInput, size: number): readonly (Candidate | undefined)[] {
  const side = input.before === 'left' ? 'right' : 'left';
  return [besideEdge(input, size, side), ...SHARES.map((share) => besideMat(input, size, share, side))];
}

/** Picture as high as the sheet, touching three edges. */
function besideEdge(input: SceneInput, size: number, side: 'left' | 'right'): Candidate | undefined {
  const { sheet, study } = input;
  const width = sheet.height * aspectOf(study);
  if (width > sheet.width * 0.66 || width < sheet.width * 0.3 || width > largestWidth(study)) return undefined;
  const picture = { x: side === 'left' ? 0 : sheet.width - width, y: 0, width, height: sheet.height };
  return columnBeside(input, size, { side, picture, outer: picture, framed: false });
}

function besideMat(input: SceneInput, size: number, share: number, side: 'left' | 'right'): Candidate | undefined {
  const { sheet, study } = input;
  const mat = matOf(input);
  const edge = sheet.safe + mat;
  const width = Math.min(sheet.width * share - edge, largestWidth(study));
  const x = side === 'left' ? edge : sheet.width - edge - width;
  const picture = contain(aspectOf(study), { x, y: edge, width, height: sheet.height - footOf(sheet) - edge });
  if (picture.height < sheet.height * 0.42) return undefined;
  const flush = side === 'left' ? picture.x : picture.x + picture.width;
  const moved =
    side === 'left' ? { ...picture, x: x + (picture.x - flush) } : { ...picture, x: x + width - picture.width };
  const raised = { ...moved, y: (sheet.height - picture.height) * 0.46 };
  return columnBeside(input, size, { side, picture: raised, outer: inset(raised, -mat), framed: true });
}

interface Column {
  readonly side: 'left' | 'right';
  readonly picture: Rect;
  readonly outer: Rect;
  readonly framed: boolean;
}

function columnBeside(
  input: SceneInput,
  size: number,
  { side, picture, outer, framed }: Column,
): Candidate | undefined {
  const { sheet } = input;
  const gap = size * 1.25;
  const outerMargin = Math.max(sheet.safe, sheet.margin * 0.72);
  const left = side === 'left' ? outer.x + outer.width + gap : outerMargin;
  const right = side === 'left' ? sheet.width - outerMargin : outer.x - gap;
  const width = right - left;
  if (width < SHORTEST_LINE * size) return undefined;
  const block = blockFor(input, size, width);
  const room = sheet.height - sheet.safe - footOf(sheet);
  if (block.height > room || block.width > width + 0.01) return undefined;
  const middle = picture.y + picture.height / 2;
  const y = Math.min(Math.max(sheet.safe, middle - block.height * 0.52), sheet.height - footOf(sheet) - block.height);
  const text = { x: left, y, width, height: block.height };
  if (!framed) return { kind: side, picture, framed, text, block, folioX: left + width / 2 };
  // Picture and text are centred together, so that a narrow picture does not leave all the paper on one side.
  const spare = ((width - block.width) / 2) * (side === 'left' ? 1 : -1);
  const moved = { ...picture, x: picture.x + spare };
  const beside = {
    ...text,
    x: side === 'left' ? left + spare : left + width - block.width + spare,
    width: block.width,
  };
  return { kind: side, picture: moved, framed, text: beside, block, folioX: sheet.width / 2 };
}
