// A laid-out sheet as a content stream with marks: figures and text are read, all else is an artifact.
// Turns the layouts' downward y into PDF's upward y. Letters are left to `paint-text.ts`.

import type { Locale } from '../../story.ts';
import type { LaidOutSheet, Outline, Part, PicturePart, Segment, ShapePart, Turn } from '../layout/sheet.ts';
import { circle, curveTo, fillColour, lineTo, moveTo, num, roundedRect, strokeColour, transform } from './operators.ts';
import { paintText, type TextResources } from './paint-text.ts';
import type { PageTags } from './tags.ts';

export interface PaintResources extends TextResources {
  /** Name of the picture of a page of the book. */
  picture(page: number): string;
  /** Name of a graphics state that paints at this opacity. */
  opacity(value: number): string;
}

export const LANGUAGE: Readonly<Record<Locale, string>> = { ko: 'ko-KR', en: 'en-US' };

export function paintSheet(sheet: LaidOutSheet, tags: PageTags, resources: PaintResources): string {
  const paper = artifact([fillColour(sheet.paper), roundedRect(0, 0, sheet.width, sheet.height, 0), 'f']);
  return [paper, ...sheet.parts.map((part) => paintPart(part, sheet.height, tags, resources))].join('\n');
}

function paintPart(part: Part, height: number, tags: PageTags, resources: PaintResources): string {
  switch (part.kind) {
    case 'shape':
      return artifact(paintShape(part, height, resources));
    case 'picture':
      return paintPicture(part, height, tags, resources);
    case 'text':
      return paintText(part, height, tags, resources);
  }
}

export function artifact(operators: readonly string[]): string {
  return ['/Artifact BMC', 'q', ...operators, 'Q', 'EMC'].join('\n');
}

function paintShape(part: ShapePart, height: number, resources: PaintResources): readonly string[] {
  const operators: string[] = [];
  if (part.turn !== undefined) operators.push(turned(part.turn, height));
  if (part.opacity !== undefined && part.opacity < 1) operators.push(`/${resources.opacity(part.opacity)} gs`);
  if (part.fill !== undefined) operators.push(fillColour(part.fill));
  if (part.stroke !== undefined) operators.push(...stroke(part.stroke));
  const paint = part.fill === undefined ? 'S' : part.stroke === undefined ? 'f' : 'B';
  return [...operators, outline(part.outline, height), paint];
}

function stroke({ colour, width }: NonNullable<ShapePart['stroke']>): string[] {
  return [strokeColour(colour), `${num(width)} w`, '1 j', '1 J'];
}

function outline(shape: Outline, height: number): string {
  if (shape.kind === 'circle') return circle(shape.x, height - shape.y, shape.radius);
  if (shape.kind === 'path') return shape.segments.map((segment) => pathSegment(segment, height)).join('\n');
  const { x, y, width, height: tall } = shape.rect;
  return roundedRect(x, height - y - tall, width, tall, shape.radius);
}

function pathSegment(segment: Segment, height: number): string {
  if (segment.to === 'close') return 'h';
  if (segment.to === 'curve') return curveTo(segment.points.map((v, index) => (index % 2 === 0 ? v : height - v)));
  return (segment.to === 'move' ? moveTo : lineTo)(segment.x, height - segment.y);
}

function turned({ degrees, x, y }: Turn, height: number): string {
  const angle = (-degrees * Math.PI) / 180;
  const [cos, sin, up] = [Math.cos(angle), Math.sin(angle), height - y];
  return transform(cos, sin, -sin, cos, x - cos * x + sin * up, up - sin * x - cos * up);
}

function paintPicture(part: PicturePart, height: number, tags: PageTags, resources: PaintResources): string {
  const { x, y, width, height: tall } = part.at;
  const operators: string[] = [];
  if (part.turn !== undefined) operators.push(turned(part.turn, height));
  if (part.clip !== undefined) operators.push(outline({ kind: 'rect', ...part.clip }, height), 'W n');
  operators.push(transform(width, 0, 0, tall, x, height - y - tall), `/${resources.picture(part.page)} Do`);
  if (part.alt === undefined) return artifact(operators);
  const shown = part.clip?.rect ?? part.at;
  const box = [shown.x, height - shown.y - shown.height, shown.x + shown.width, height - shown.y];
  const mark = tags.add('Figure', {
    alt: part.alt.text,
    box: box.map((v) => Math.round(v * 1000) / 1000),
    ...resources.language(part.alt.locale),
  });
  return [`/Figure <</MCID ${mark}>> BDC`, 'q', ...operators, 'Q', 'EMC'].join('\n');
}
