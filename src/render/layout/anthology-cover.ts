// The cover of an anthology: its title, every child's first picture in a mosaic, and whose book it is on a pill.
import type { FaceId } from '../fonts/catalogue.ts';
import type { Sheet } from '../formats.ts';
import type { Palette } from '../palette.ts';
import type { Shaper } from '../text/shape.ts';
import { ground } from './ground.ts';
import { headline, headlinePart } from './headline.ts';
import { mosaic, type Tile } from './mosaic.ts';
import { bylineBlock, pillParts, pillSize } from './pill.ts';
import type { LaidOutSheet, Rect } from './sheet.ts';

export interface AnthologyCoverInput {
  readonly sheet: Sheet;
  readonly title: string;
  /** What the pill may say, fullest first. */
  readonly bylines: readonly string[];
  readonly bookmark: string;
  readonly tiles: readonly Tile[];
  readonly palette: Palette;
  readonly faces: readonly FaceId[];
  readonly shaper: Shaper;
}

const TITLE = { ideal: 62, floor: 24, mostLines: 3 } as const;
const BYLINE = { ideal: 17, floor: 10 } as const;

export function layOutAnthologyCover(input: AnthologyCoverInput): LaidOutSheet {
  const { sheet, shaper, palette, title, bylines, faces } = input;
  const room = { width: sheet.width - 2 * sheet.margin, height: sheet.height * 0.19 };
  const block = headline(shaper, title, { ...TITLE, ideal: Math.min(TITLE.ideal, sheet.width * 0.115) }, room);
  const top = { x: sheet.margin, y: sheet.margin * 0.85, width: room.width, height: block.height };
  const byline = bylineBlock(shaper, { choices: bylines, faces }, BYLINE, {
    width: room.width - 40,
    height: sheet.height * 0.08,
  });
  const size = byline ? pillSize(byline.block) : { width: 0, height: 0 };
  const pill: Rect = {
    ...size,
    x: (sheet.width - size.width) / 2,
    y: sheet.height - sheet.margin * 0.8 - size.height,
  };
  const gap = sheet.height * 0.022;
  const from = top.y + top.height + gap;
  const side = Math.max(sheet.safe, sheet.margin * 0.6);
  const wall = { x: side, y: from, width: sheet.width - 2 * side, height: pill.y - gap - from };
  return {
    kind: 'cover',
    width: sheet.width,
    height: sheet.height,
    paper: palette.soft,
    bookmark: input.bookmark,
    parts: [
      ...ground(sheet, palette, sheet.height * 0.72),
      headlinePart(block, top, { role: 'H1', palette }),
      ...mosaic(input.tiles, wall, palette),
      ...(byline ? pillParts(byline.block, pill, palette) : []),
    ],
  };
}
