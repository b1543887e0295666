// The picture over the whole sheet, to its edges or mounted on it whole, and its text on a panel, where the panel covers
// nothing but sky, sand or floor.
import { isEmpty } from '../plain.ts';
import { MAX_CROP } from '../theme.ts';
import { blockFor } from './block-for.ts';
import { contain, cover, inset } from './place.ts';
import { aspectOf, type Candidate, footOf, largestWidth, matOf, type SceneInput } from './scene-types.ts';
import type { Rect } from './sheet.ts';

const PADDING = 22;
/** A panel is at most so high, in sheet heights. */
const TALLEST = 0.4;
/** Paper around the white of a mounted picture, and between that and its panel. */
const MARGIN = 14;
const INSIDE = 16;
/** A mounted picture takes this part of the sheet at least; narrower ones have their text beside or below. */
const MOUNTED = 0.74;
/** Widths of panels, in parts of what the margins leave. */
const WIDTHS = [1, 0.62] as const;
const SIDES = ['middle', 'left', 'right'] as const;

export function full(input: SceneInput, size: number): readonly Candidate[] {
  const { sheet, study } = input;
  const page = { x: 0, y: 0, width: sheet.width, height: sheet.height };
  const bleeding = cover(aspectOf(study), page);
  const framed = 1 - (page.width * page.height) / (bleeding.width * bleeding.height) > MAX_CROP;
  const picture = framed ? contain(aspectOf(study), inset(page, MARGIN + matOf(input))) : bleeding;
  if (picture.width > largestWidth(study)) return [];
  if (framed && picture.width * picture.height < MOUNTED * page.width * page.height) return [];
  const common = { kind: 'full', picture, framed, folioX: sheet.width / 2 } as const;
  if (input.paragraphs.length === 0) return [{ ...common, text: page, block: blockFor(input, size, page.width) }];
  return WIDTHS.flatMap((width) =>
    SIDES.flatMap((side) =>
      (['top', 'bottom'] as const).map((band) => panelled(input, { size, picture, framed, width, side, band })),
    ),
  ).filter((candidate) => candidate !== undefined);
}

interface Panel {
  readonly size: number;
  readonly picture: Rect;
  readonly framed: boolean;
  readonly width: number;
  readonly side: (typeof SIDES)[number];
  readonly band: 'top' | 'bottom';
}

function panelled(input: SceneInput, { size, picture, framed, width: part, side, band }: Panel): Candidate | undefined {
  const { sheet, study } = input;
  const free = framed ? inset(picture, INSIDE) : inset({ x: 0, y: 0, ...sheetSize(sheet) }, sheet.safe);
  const widest = free.width;
  const block = blockFor(input, size, widest * part - 2 * PADDING);
  const height = block.height + 1.7 * PADDING;
  const width = Math.min(widest, Math.max(block.width + 2.6 * PADDING, widest * 0.4));
  if (height > sheet.height * TALLEST || block.width > width - PADDING) return undefined;
  const x = side === 'left' ? free.x : side === 'right' ? free.x + widest - width : (sheet.width - width) / 2;
  const y = band === 'top' ? free.y : Math.min(free.y + free.height, sheet.height - footOf(sheet)) - height;
  const panel = { x, y, width, height };
  if (!isEmpty(study, regionOf(panel, picture))) return undefined;
  return {
    kind: 'full',
    picture,
    framed,
    text: { x: x + PADDING, y: y + (height - block.height) / 2, width: width - 2 * PADDING, height: block.height },
    block,
    panel,
    folioX: sheet.width / 2,
  };
}

const sheetSize = ({ width, height }: SceneInput['sheet']) => ({ width, height });

/** Where a rectangle of the sheet lies on the picture. */
export function regionOf(rect: Rect, picture: Rect) {
  return {
    left: (rect.x - picture.x) / picture.width,
    top: (rect.y - picture.y) / picture.height,
    right: (rect.x + rect.width - picture.x) / picture.width,
    bottom: (rect.y + rect.height - picture.y) / picture.height,
  };
}
