// Lines of text as operators: kerned letters, emoji as pictures over invisible letters that can be copied and heard,
// and the rounded edge behind titles, drawn as outlines so that it is not text twice.

import type { Locale } from '../../story.ts';
import type { FaceId } from '../fonts/catalogue.ts';
import { type Glyph, loadFace, type PathCommand } from '../fonts/face.ts';
import { emojiOf, glyphsOf } from '../layout/pen.ts';
import type { Entry, PlacedLine, TextPart } from '../layout/sheet.ts';
import type { Run } from '../text/shape.ts';
import { curveTo, fillColour, lineTo, moveTo, num, strokeColour, transform } from './operators.ts';
import type { EntryTags, PageTags } from './tags.ts';

export interface TextResources {
  /** What to say of a language: nothing when it is the book's. */
  language(locale: Locale | undefined): { readonly lang?: string };
  /** Name of a face. */
  font(face: FaceId): string;
  /** Code of a glyph, as hexadecimal digits. */
  code(face: FaceId, glyph: Glyph): string;
  /** Name of the drawing of an emoji. */
  emoji(emoji: string): string;
  /** Where the texts of an entry of a table of contents are marked; its link is made with the first. */
  entry(entry: Entry, locale: Locale | undefined): EntryTags;
}

/** Stands in, invisibly, for emoji that the one-colour font lacks. */
const ANY_EMOJI = '🙂';

export function paintText(part: TextPart, height: number, tags: PageTags, resources: TextResources): string {
  const text = [
    'q',
    'BT',
    fillColour(part.colour),
    ...part.lines.flatMap((line) => letters(line, part.size, height, resources)),
    'ET',
    'Q',
  ];
  const open = opening(part, tags, resources);
  return [...edge(part, height), open, ...text, 'EMC', ...paintEmoji(part, height, resources)].join('\n');
}

function opening({ role, entry, locale }: TextPart, tags: PageTags, resources: TextResources): string {
  if (entry) {
    const tagged = resources.entry(entry, locale);
    return `/${tagged.link ? 'Link' : 'Span'} <</MCID ${tagged.add()}>> BDC`;
  }
  if (role === undefined) return '/Artifact BMC';
  return `/${role} <</MCID ${tags.add(role, resources.language(locale))}>> BDC`;
}

function letters(line: PlacedLine, size: number, height: number, resources: TextResources): readonly string[] {
  const operators = [`1 0 0 1 ${num(line.x)} ${num(height - line.baseline)} Tm`];
  for (const { face, glyphs, hidden } of joined(line.runs)) {
    if (hidden) operators.push('3 Tr');
    operators.push(`/${resources.font(face)} ${num(size)} Tf`, showGlyphs(face, glyphs, resources));
    if (hidden) operators.push('0 Tr');
  }
  return operators;
}

interface Stretch {
  readonly face: FaceId;
  readonly glyphs: readonly Glyph[];
  readonly hidden: boolean;
}

/** Neighbouring runs of one face become one operator. */
function joined(runs: readonly Run[]): readonly Stretch[] {
  const stretches: Stretch[] = [];
  for (const run of runs) {
    const next: Stretch =
      run.kind === 'emoji'
        ? { face: 'emoji', glyphs: [stand(run.emoji, run.width)], hidden: true }
        : { face: run.face, glyphs: run.glyphs, hidden: false };
    const before = stretches.at(-1);
    if (before?.face === next.face && before.hidden === next.hidden)
      stretches[stretches.length - 1] = { ...before, glyphs: [...before.glyphs, ...next.glyphs] };
    else stretches.push(next);
  }
  return stretches;
}

/** The invisible glyph that carries an emoji's characters. */
function stand(emoji: string, width: number): Glyph {
  const face = loadFace('emoji');
  const known = face.covers(emoji.codePointAt(0) ?? 0) ? emoji : ANY_EMOJI;
  const glyph = face.shape(known)[0];
  if (glyph === undefined) throw new Error('the emoji font shaped an emoji to nothing');
  return { ...glyph, text: emoji, step: width };
}

function showGlyphs(face: FaceId, glyphs: readonly Glyph[], resources: TextResources): string {
  const parts: string[] = [];
  let codes = '';
  for (const glyph of glyphs) {
    codes += resources.code(face, glyph);
    const kern = (glyph.advance - glyph.step) * 1000;
    if (Math.abs(kern) < 0.5) continue;
    parts.push(`<${codes}> ${num(kern)}`);
    codes = '';
  }
  if (codes !== '') parts.push(`<${codes}>`);
  return `[${parts.join(' ')}] TJ`;
}

function paintEmoji(part: TextPart, height: number, resources: TextResources): readonly string[] {
  return emojiOf(part).flatMap(({ emoji, left, bottom, side }) => [
    '/Artifact BMC',
    'q',
    transform(side, 0, 0, side, left, height - bottom),
    `/${resources.emoji(emoji)} Do`,
    'Q',
    'EMC',
  ]);
}

function edge(part: TextPart, height: number): readonly string[] {
  if (part.edge === undefined) return [];
  const paths = glyphsOf(part).flatMap(({ face, id, x, baseline }) =>
    glyphOutline(loadFace(face).outline(id), x, height - baseline, part.size),
  );
  return [
    '/Artifact BMC',
    'q',
    strokeColour(part.edge.colour),
    fillColour(part.edge.colour),
    `${num(part.edge.width)} w`,
    '1 j',
    '1 J',
    ...paths,
    'Q',
    'EMC',
  ];
}

/** TrueType's quadratic curves, raised to PDF's cubic ones. */
function glyphOutline(commands: readonly PathCommand[], x: number, y: number, size: number): readonly string[] {
  let pen: readonly [number, number] = [x, y];
  return commands.map(({ command, args }) => {
    const points = args.map((v, index) => (index % 2 === 0 ? x : y) + v * size);
    const from = pen;
    pen = [points.at(-2) ?? pen[0], points.at(-1) ?? pen[1]];
    // Each contour is filled on its own, so that no specks of the ground shine through the counters.
    if (command === 'closePath') return 'h B';
    if (command === 'bezierCurveTo') return curveTo(points);
    if (command === 'quadraticCurveTo') return curveTo(raised(from, points));
    return (command === 'moveTo' ? moveTo : lineTo)(pen[0], pen[1]);
  });
}

function raised(
  [x, y]: readonly [number, number],
  [cx = 0, cy = 0, ex = 0, ey = 0]: readonly number[],
): readonly number[] {
  const toward = (from: number, to: number): number => from + (2 / 3) * (to - from);
  return [toward(x, cx), toward(y, cy), toward(ex, cx), toward(ey, cy), ex, ey];
}
