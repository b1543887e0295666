// The picture over the whole sheet and its text on a panel, where the panel covers nothing but sky, sand or floor.
import { busyness } from '../plain.ts';
import { MAX_CROP } from '../theme.ts';
import { blockFor } from './block-for.ts';
import { cover } from './place.ts';
import { aspectOf, type Candidate, footOf, largestWidth, type SceneInput } from './scene-types.ts';
import type { Rect } from './sheet.ts';

/** Cells under a panel that may show something else: a star, a wisp of cloud. */
const BUSY = 0.03;
const PADDING = 22;
/** A panel is at most so high, in sheet heights. */
const TALLEST = 0.4;
/** Widths of panels, in parts of what the margins leave. */
const WIDTHS = [1, 0.62] as const;
const SIDES = ['middle', 'left', 'right'] as const;

export function full(input: SceneInput, size: number): readonly Candidate[] {
  const { sheet, study } = input;
  const page = { x: 0, y: 0, width: sheet.width, height: sheet.height };
  const picture = cover(aspectOf(study), page);
  const lost = 1 - (page.width * page.height) / (picture.width * picture.height);
  if (lost > MAX_CROP || picture.width > largestWidth(study)) return [];
  const common = { kind: 'full', picture, framed: false, folioX: sheet.width / 2 } as const;
  if (input.paragraphs.length === 0) return [{ ...common, text: page, block: blockFor(input, size, page.width) }];
  return WIDTHS.flatMap((width) =>
    SIDES.flatMap((side) =>
      (['top', 'bottom'] as const).map((band) => panelled(input, { size, picture, width, side, band })),
    ),
  ).filter((candidate) => candidate !== undefined);
}

interface Panel {
  readonly size: number;
  readonly picture: Rect;
  readonly width: number;
  readonly side: (typeof SIDES)[number];
  readonly band: 'top' | 'bottom';
}

function panelled(input: SceneInput, { size, picture, width: part, side, band }: Panel): Candidate | undefined {
  const { sheet, study } = input;
  const widest = sheet.width - 2 * sheet.safe;
  const block = blockFor(input, size, widest * part - 2 * PADDING);
  const height = block.height + 1.7 * PADDING;
  const width = Math.min(widest, Math.max(block.width + 2.6 * PADDING, widest * 0.4));
  if (height > sheet.height * TALLEST || block.width > width - PADDING) return undefined;
  const x =
    side === 'left' ? sheet.safe : side === 'right' ? sheet.width - sheet.safe - width : (sheet.width - width) / 2;
  const y = band === 'top' ? sheet.safe : sheet.height - footOf(sheet) - height;
  const panel = { x, y, width, height };
  if (busyness(study, regionOf(panel, picture)) > BUSY) return undefined;
  return {
    kind: 'full',
    picture,
    framed: false,
    text: { x: x + PADDING, y: y + (height - block.height) / 2, width: width - 2 * PADDING, height: block.height },
    block,
    panel,
    folioX: sheet.width / 2,
  };
}

/** Where a rectangle of the sheet lies on the picture. */
export function regionOf(rect: Rect, picture: Rect) {
  return {
    left: (rect.x - picture.x) / picture.width,
    top: (rect.y - picture.y) / picture.height,
    right: (rect.x + rect.width - picture.x) / picture.width,
    bottom: (rect.y + rect.height - picture.y) / picture.height,
  };
}
