// Parts of a laid-out sheet as an SVG that stands alone: shapes, letters as outlines, small pictures and emoji inside it.
// Pure; which parts come into one SVG is decided by `layers.ts`, and `draw.ts` turns it into pixels.
import { emojiOf, type PlacedEmoji } from '../layout/pen.ts';
import type { Outline, Part, PicturePart, Rect, Segment, ShapePart, TextPart, Turn } from '../layout/sheet.ts';
import { type Attributes, colour, command, element } from './elements.ts';
import { type Outlines, paintLetters } from './letters.ts';
import { type PixelSize, pixelsOf } from './pixels.ts';

export interface SvgResources {
  readonly outlines: Outlines;
  /** The picture at the size of `pixelsOf`, as a `data:` address. */
  picture(part: PicturePart): string;
  /** The drawing of an emoji, as a `data:` address. */
  emoji(emoji: string): string;
}

export function paintParts(parts: readonly Part[], size: PixelSize, resources: SvgResources): string {
  const { width, height } = size;
  const painted = parts.map((part, index) => paintPart(part, index, size, resources));
  return element('svg', { xmlns: 'http://www.w3.org/2000/svg', width, height }, ...painted);
}

function paintPart(part: Part, index: number, { scale }: PixelSize, resources: SvgResources): string {
  if (part.kind === 'picture') return paintPicture(part, index, scale, resources);
  const inside = part.kind === 'shape' ? [paintShape(part)] : paintText(part, resources);
  return element('g', { transform: `scale(${scale})` }, ...inside);
}

const turned = (turn: Turn | undefined, scale = 1): string | undefined =>
  turn && `${command('rotate(', turn.degrees, turn.x * scale, turn.y * scale)})`;

function paintShape({ outline, fill, stroke, opacity, turn }: ShapePart): string {
  return drawn(outline, {
    fill: fill === undefined ? 'none' : colour(fill),
    ...(stroke && {
      stroke: colour(stroke.colour),
      'stroke-width': stroke.width,
      'stroke-linejoin': 'round',
      'stroke-linecap': 'round',
    }),
    opacity,
    transform: turned(turn),
  });
}

function drawn(outline: Outline, attributes: Attributes): string {
  if (outline.kind === 'path') return element('path', { d: outline.segments.map(segment).join(''), ...attributes });
  if (outline.kind === 'rect') return rounded(outline.rect, outline.radius, attributes);
  return element('circle', { cx: outline.x, cy: outline.y, r: outline.radius, ...attributes });
}

function rounded(rect: Rect, radius: number, attributes: Attributes = {}): string {
  const r = Math.max(0, Math.min(radius, rect.width / 2, rect.height / 2));
  return element('rect', { ...rect, rx: r, ry: r, ...attributes });
}

function segment(each: Segment): string {
  if (each.to === 'close') return 'Z';
  if (each.to === 'curve') return command('C', ...each.points);
  return command(each.to === 'move' ? 'M' : 'L', each.x, each.y);
}

function paintPicture(part: PicturePart, index: number, scale: number, resources: SvgResources): string {
  const { clip, turn } = part;
  const id = `clip${index}`;
  const image = element('image', {
    ...pixelsOf(part.at, scale),
    preserveAspectRatio: 'none',
    'clip-path': clip && `url(#${id})`,
    href: resources.picture(part),
  });
  const path = clip && element('clipPath', { id }, clipOf(clip, scale));
  return element('g', { transform: turned(turn, scale) }, ...(path ? [path] : []), image);
}

function clipOf({ rect: { x, y, width, height }, radius }: NonNullable<PicturePart['clip']>, scale: number): string {
  return rounded({ x: x * scale, y: y * scale, width: width * scale, height: height * scale }, radius * scale);
}

function paintText(part: TextPart, resources: SvgResources): readonly string[] {
  return [...paintLetters(part, resources.outlines), ...emojiOf(part).map((each) => paintEmoji(each, resources))];
}

function paintEmoji({ emoji, left, bottom, side }: PlacedEmoji, resources: SvgResources): string {
  return element('image', { x: left, y: bottom - side, width: side, height: side, href: resources.emoji(emoji) });
}
