// The cover: the first picture, the title in large round letters, the authors on a ribbon-like pill.
// A picture of the sheet's shape, empty where title and names go, fills it; any other lies whole on a coloured ground.

import { type FaceId, TITLE_FACES } from '../fonts/catalogue.ts';
import type { Sheet } from '../formats.ts';
import type { Palette } from '../palette.ts';
import type { PictureStudy, Rgb } from '../picture-types.ts';
import { isEmpty } from '../plain.ts';
import { type Block, setBlock } from '../text/block.ts';
import { fitBlock } from '../text/fit.ts';
import type { Shaper } from '../text/shape.ts';
import { type Paragraph, shapeParagraph } from '../text/words.ts';
import { MAX_CROP, WHITE } from '../theme.ts';
import { regionOf } from './full.ts';
import { ground } from './ground.ts';
import { contain, cover, framed, placeLines, shadow } from './place.ts';
import { aspectOf, largestWidth } from './scene-types.ts';
import type { LaidOutSheet, Part, PicturePart, Rect } from './sheet.ts';

export interface CoverInput {
  readonly sheet: Sheet;
  readonly title: string;
  /** What the pill may say, fullest first; none for a book without named authors. */
  readonly bylines: readonly string[];
  readonly bookmark: string;
  readonly study: PictureStudy;
  readonly alt: NonNullable<PicturePart['alt']>;
  readonly palette: Palette;
  readonly faces: readonly FaceId[];
  readonly shaper: Shaper;
}

const TITLE = { ideal: 74, floor: 17, leading: 1.2, balanced: 'title' } as const;
/** Sizes from which one line, two and three are better than more lines of larger letters. */
const FEW_LINES = [52, 34, 26] as const;
const BYLINE = { ideal: 17, floor: 9, leading: 1.45, balanced: 'title' } as const;
/** The most of the sheet's height that the authors take: all of them, rather than larger letters. */
const BYLINE_HEIGHT = 0.17;
/** Band that a title may take over a picture, in sheet heights. */
const TITLE_BAND = 0.3;
const CREAM_LETTERS: Rgb = [255, 249, 224];
const MAT = 11;

interface Pill {
  readonly block: Block;
  readonly rect: Rect;
}

export function layOutCover(input: CoverInput): LaidOutSheet {
  const { sheet, palette, bookmark } = input;
  const full = fullCover(input);
  const parts = full ?? posterCover(input);
  return {
    kind: 'cover',
    width: sheet.width,
    height: sheet.height,
    paper: palette.soft,
    bookmark,
    parts,
    ...(full === undefined ? {} : { full: true }),
  };
}

function titleBlock({ shaper, title, sheet }: CoverInput, height: number): Block {
  const paragraph = shapeParagraph(shaper, title, TITLE_FACES);
  const room = { width: sheet.width - 2 * sheet.margin, height };
  for (const [lines, least] of FEW_LINES.entries()) {
    const block = fitBlock(shaper, [paragraph], { ...TITLE, floor: least }, room, lines + 1);
    if (block !== undefined) return block;
  }
  const fitting = fitBlock(shaper, [paragraph], TITLE, room);
  return (
    fitting ??
    setBlock(shaper, [paragraph], { size: TITLE.floor, leading: TITLE.leading, measure: room.width, balanced: 'title' })
  );
}

function titleParts(block: Block, y: number, { sheet, palette }: CoverInput, overPicture: boolean): readonly Part[] {
  const lines = placeLines(block, { x: sheet.margin, y, width: sheet.width - 2 * sheet.margin }, 'centre');
  const width = Math.max(3.5, block.size * 0.19);
  const colours = overPicture ? { letters: CREAM_LETTERS, edge: palette.deep } : { letters: palette.deep, edge: WHITE };
  return [
    {
      kind: 'text',
      role: 'H1',
      lines,
      size: block.size,
      colour: colours.letters,
      edge: { colour: colours.edge, width },
    },
  ];
}

/** The pill's block, and its place with the foot at `bottom`. */
function pillFor({ bylines, shaper, faces, sheet }: CoverInput, bottom: number): Pill | undefined {
  const last = bylines.at(-1);
  if (last === undefined) return undefined;
  const room = { width: sheet.width - 2 * sheet.margin - 40, height: sheet.height * BYLINE_HEIGHT };
  const paragraphsOf = (byline: string): readonly Paragraph[] => [shapeParagraph(shaper, byline, faces)];
  const range = { ...BYLINE, ideal: BYLINE.ideal * shaper.style.small };
  const fitting = bylines
    .map((byline) => fitBlock(shaper, paragraphsOf(byline), range, room))
    .find((block) => block !== undefined);
  const block = fitting ?? setBlock(shaper, paragraphsOf(last), { ...BYLINE, size: BYLINE.floor, measure: room.width });
  const width = block.width + 2.6 * block.size;
  const height = block.height + 1.35 * block.size;
  return { block, rect: { x: (sheet.width - width) / 2, y: bottom - height, width, height } };
}

function pillParts(pill: Pill | undefined, { palette }: CoverInput): readonly Part[] {
  if (pill === undefined) return [];
  const { block, rect } = pill;
  const radius = Math.min(rect.height / 2, 24);
  const lines = placeLines(
    block,
    { x: rect.x, y: rect.y + (rect.height - block.height) / 2, width: rect.width },
    'centre',
  );
  return [
    ...shadow(rect, radius, palette.deep),
    { kind: 'shape', outline: { kind: 'rect', rect, radius }, fill: [255, 252, 242] },
    { kind: 'text', role: 'P', lines, size: block.size, colour: palette.deep },
  ];
}

function fullCover(input: CoverInput): readonly Part[] | undefined {
  const { sheet, study, alt } = input;
  const page = { x: 0, y: 0, width: sheet.width, height: sheet.height };
  const at = cover(aspectOf(study), page);
  const lost = 1 - (page.width * page.height) / (at.width * at.height);
  if (lost > MAX_CROP || at.width > largestWidth(study)) return undefined;
  const title = titleBlock(input, sheet.height * TITLE_BAND - sheet.margin);
  if (title.height > sheet.height * TITLE_BAND - sheet.margin) return undefined;
  const pill = pillFor(input, sheet.height - sheet.margin * 0.75);
  const foot = pill?.rect.y ?? sheet.height - sheet.margin * 0.6;
  if (pill !== undefined && !isEmpty(study, regionOf(pill.rect, at))) return undefined;
  const places = [sheet.margin * 0.95, foot - title.height - Math.max(18, title.size * 0.4)];
  const y = places.find((place) => {
    const under = { x: (sheet.width - title.width) / 2, y: place, width: title.width, height: title.height };
    return isEmpty(study, regionOf(under, at));
  });
  if (y === undefined) return undefined;
  return [
    { kind: 'picture', page: 0, at, clip: { rect: page, radius: 0 }, alt },
    ...titleParts(title, y, input, true),
    ...pillParts(pill, input),
  ];
}

/** Title, whole picture and pill one under the other, on a ground in the picture's colour. */
function posterCover(input: CoverInput): readonly Part[] {
  const { sheet, study, alt, palette } = input;
  const pill = pillFor(input, sheet.height - sheet.margin * 0.8);
  const title = titleBlock(input, sheet.height * 0.205);
  const gap = Math.max(16, sheet.height * 0.035) + MAT;
  const foot = pill === undefined ? sheet.height - sheet.margin : pill.rect.y;
  const bottom = foot - gap * (pill === undefined ? 0.4 : 0.85);
  const side = Math.max(sheet.safe, sheet.margin * 0.75) + MAT;
  const width = Math.min(sheet.width - 2 * side, largestWidth(study));
  const height = bottom - sheet.margin * 0.85 - title.height - gap;
  const picture = contain(aspectOf(study), { x: (sheet.width - width) / 2, y: 0, width, height });
  const free = bottom - sheet.margin * 0.85 - title.height - gap - picture.height;
  const top = sheet.margin * 0.85 + free * 0.36;
  const at = { ...picture, y: top + title.height + gap + free * 0.2 };
  return [
    ...ground(sheet, palette, at.y + at.height * 0.62),
    ...framed({ page: 0, at, mat: MAT, radius: 18, shadow: palette.deep, alt }),
    ...titleParts(title, top, input, false),
    ...pillParts(pill, input),
  ];
}
