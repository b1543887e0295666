// Small pieces that all layouts share: text blocks put in place, framed pictures with their shadow, page numbers.

import type { Locale } from '../../story.ts';
import type { FaceId } from '../fonts/catalogue.ts';
import type { Rgb } from '../picture-types.ts';
import { type Block, baselinesOf } from '../text/block.ts';
import type { Shaper } from '../text/shape.ts';
import { WHITE } from '../theme.ts';
import type { Part, PicturePart, PlacedLine, Rect, ShapePart, TextPart, Turn } from './sheet.ts';

/** `block` keeps lines flush left and centres them together. */
export type Align = 'left' | 'centre' | 'block';

export function placeLines(
  block: Block,
  at: { readonly x: number; readonly y: number; readonly width: number },
  align: Align,
): readonly PlacedLine[] {
  const baselines = baselinesOf(block);
  return block.lines.map((line, index) => {
    const free = at.width - (align === 'block' ? block.width : line.width);
    return { x: at.x + (align === 'left' ? 0 : free / 2), baseline: at.y + (baselines[index] ?? 0), runs: line.runs };
  });
}

/** One text part for each paragraph, so that each is read as one. */
export function placeParagraphs(
  block: Block,
  at: { readonly x: number; readonly y: number; readonly width: number },
  style: { readonly align: Align; readonly colour: Rgb; readonly locale?: Locale },
): readonly TextPart[] {
  const lines = placeLines(block, at, style.align);
  const byParagraph = new Map<number, PlacedLine[]>();
  block.lines.forEach(({ paragraph }, index) => {
    const line = lines[index];
    if (line !== undefined) byParagraph.set(paragraph, [...(byParagraph.get(paragraph) ?? []), line]);
  });
  const { colour, locale } = style;
  const common = {
    kind: 'text',
    role: 'P',
    size: block.size,
    colour,
    ...(locale === undefined ? {} : { locale }),
  } as const;
  return [...byParagraph.values()].map((own) => ({ ...common, lines: own }));
}

/** The largest rectangle of this shape that fits, centred. */
export function contain(aspect: number, room: Rect): Rect {
  const width = Math.min(room.width, room.height * aspect);
  const height = width / aspect;
  return { x: room.x + (room.width - width) / 2, y: room.y + (room.height - height) / 2, width, height };
}

/** The smallest rectangle of this shape that covers, centred. */
export function cover(aspect: number, room: Rect): Rect {
  const width = Math.max(room.width, room.height * aspect);
  const height = width / aspect;
  return { x: room.x + (room.width - width) / 2, y: room.y + (room.height - height) / 2, width, height };
}

export const inset = (rect: Rect, by: number): Rect => ({
  x: rect.x + by,
  y: rect.y + by,
  width: rect.width - 2 * by,
  height: rect.height - 2 * by,
});

/** Layers of a soft shadow: how far each spreads beyond the edge, in points. */
const SHADOW_LAYERS = [7, 5.5, 4, 2.5, 1] as const;

export function shadow(rect: Rect, radius: number, colour: Rgb, turn?: Turn): readonly ShapePart[] {
  return SHADOW_LAYERS.map((spread) => ({
    kind: 'shape',
    outline: { kind: 'rect', rect: { ...inset(rect, -spread), y: rect.y - spread + 3 }, radius: radius + spread },
    fill: colour,
    opacity: 0.035,
    ...(turn === undefined ? {} : { turn }),
  }));
}

export interface FrameOptions {
  readonly page: number;
  /** Where the picture itself goes; the mat lies around it. */
  readonly at: Rect;
  readonly mat: number;
  readonly radius: number;
  readonly shadow: Rgb;
  readonly alt?: PicturePart['alt'];
  readonly turn?: Turn;
}

/** A picture on a white mat, like a print laid on the page. */
export function framed({ page, at, mat, radius, shadow: colour, alt, turn }: FrameOptions): readonly Part[] {
  const outer = inset(at, -mat);
  const common = turn === undefined ? {} : { turn };
  return [
    ...shadow(outer, radius, colour, turn),
    { kind: 'shape', outline: { kind: 'rect', rect: outer, radius }, fill: WHITE, ...common },
    {
      kind: 'picture',
      page,
      at,
      ...(alt === undefined ? {} : { alt }),
      ...common,
    },
  ];
}

export interface FolioOptions {
  readonly shaper: Shaper;
  readonly faces: readonly FaceId[];
  readonly number: number;
  readonly x: number;
  readonly baseline: number;
  readonly colour: Rgb;
  readonly badge: Rgb;
}

const FOLIO_SIZE = 10.5;
const FOLIO_RADIUS = 11;

/** The page number in a small disc. */
export function folio({ shaper, faces, number, x, baseline, colour, badge }: FolioOptions): readonly Part[] {
  const { runs, width } = shaper.shape(String(number), faces);
  const { small } = shaper.style;
  const size = FOLIO_SIZE * small;
  return [
    {
      kind: 'shape',
      outline: { kind: 'circle', x, y: baseline - size * 0.35, radius: FOLIO_RADIUS * small },
      fill: badge,
    },
    { kind: 'text', lines: [{ x: x - (width * size) / 2, baseline, runs }], size, colour },
  ];
}
