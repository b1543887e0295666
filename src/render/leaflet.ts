// A plain document on A4: a title, headings, paragraphs, lists and lines to write on, flowing over as many sheets as they
// need. Tagged, with its fonts inside, and the same bytes for the same words. What it says is the caller's.
import type { Locale } from '../story.ts';
import { BODY_FACES, TITLE_FACES } from './fonts/catalogue.ts';
import { sheetOf } from './formats.ts';
import { placeLines } from './layout/place.ts';
import type { LaidOutSheet, Part, TextPart } from './layout/sheet.ts';
import { draftDocument } from './pdf/document.ts';
import type { Rgb } from './picture-types.ts';
import { type Block, setBlock } from './text/block.ts';
import { oneLine } from './text/clean.ts';
import { flowBlock } from './text/fit.ts';
import { createShaper, type Shaper } from './text/shape.ts';
import { shapeParagraph } from './text/words.ts';
import { INK, WHITE } from './theme.ts';

/** `blank` is a label with a line to write on. */
export interface LeafletPart {
  readonly kind: 'heading' | 'subheading' | 'paragraph' | 'item' | 'blank';
  readonly text: string;
}

export interface Leaflet {
  readonly title: string;
  /** Below the title. */
  readonly about: string;
  readonly locale: Locale;
  readonly parts: readonly LeafletPart[];
}

interface Style {
  readonly size: number;
  readonly leading: number;
  /** Space above, in points. */
  readonly above: number;
  /** From the left margin, in points. */
  readonly indent: number;
  readonly colour: Rgb;
  readonly role: NonNullable<TextPart['role']>;
}

const DEEP: Rgb = [47, 62, 120];
const RULE: Rgb = [170, 176, 200];
const STYLES: Readonly<Record<'title' | 'about' | LeafletPart['kind'], Style>> = {
  title: { size: 21, leading: 1.35, above: 0, indent: 0, colour: DEEP, role: 'H1' },
  about: { size: 10.5, leading: 1.55, above: 10, indent: 0, colour: INK, role: 'P' },
  heading: { size: 14.5, leading: 1.35, above: 20, indent: 0, colour: DEEP, role: 'H2' },
  subheading: { size: 11.5, leading: 1.4, above: 11, indent: 0, colour: DEEP, role: 'P' },
  paragraph: { size: 10.5, leading: 1.55, above: 7, indent: 0, colour: INK, role: 'P' },
  item: { size: 10.5, leading: 1.55, above: 4.5, indent: 12, colour: INK, role: 'P' },
  blank: { size: 10.5, leading: 1.55, above: 13, indent: 0, colour: INK, role: 'P' },
};

const SHEET = sheetOf('a4');
const TOP = SHEET.margin;
/** A page number stands below. */
const FOOT = SHEET.height - SHEET.margin - 8;
const MEASURE = SHEET.width - 2 * SHEET.margin;
/** What has to fit below a heading, so that none stands alone at the foot. */
const COMPANY = 34;
/** Of a line to write on, from its label; at least. */
const LINE = { gap: 10, least: 160 } as const;

interface Set {
  readonly block: Block;
  readonly style: Style;
  readonly kind: keyof typeof STYLES;
}

/** Nothing of these stands alone at the foot of a sheet. */
const HEADS: readonly Set['kind'][] = ['title', 'heading', 'subheading'];

interface Setting {
  readonly shaper: Shaper;
  readonly locale: Locale;
}

function setPart(kind: Set['kind'], text: string, { shaper, locale }: Setting): Set {
  const style = STYLES[kind];
  const faces = HEADS.includes(kind) ? TITLE_FACES : BODY_FACES[locale];
  const measure = MEASURE - style.indent - (kind === 'blank' ? LINE.least : 0);
  const paragraph = shapeParagraph(shaper, oneLine(text), faces);
  return { kind, style, block: setBlock(shaper, [paragraph], { ...style, measure }) };
}

/** A dot before a list's item, a line after a blank's label. Neither is read aloud. */
function ornament({ kind, style, block }: Set, y: number): readonly Part[] {
  const x = SHEET.margin;
  if (kind === 'item') {
    const outline = { kind: 'circle', x: x + 4, y: y + style.size * 0.47, radius: 1.7 } as const;
    return [{ kind: 'shape', outline, fill: DEEP }];
  }
  if (kind !== 'blank') return [];
  const below = y + block.height + 1;
  const segments = [
    { to: 'move', x: x + block.width + LINE.gap, y: below },
    { to: 'line', x: x + MEASURE, y: below },
  ] as const;
  return [{ kind: 'shape', outline: { kind: 'path', segments }, stroke: { colour: RULE, width: 0.8 } }];
}

function textOf({ style, block }: Set, part: Block, y: number): TextPart {
  const lines = placeLines(part, { x: SHEET.margin + style.indent, y, width: MEASURE - style.indent }, 'left');
  return { kind: 'text', role: style.role, lines, size: block.size, colour: style.colour };
}

/** A section this high at most is not parted, in points. */
const SHORT = 130;

/** What has to fit below the pen before a part is begun. */
function roomFor(sets: readonly Set[], index: number): number {
  const set = sets[index];
  if (!set) return 0;
  if (!HEADS.includes(set.kind)) return Math.min(set.block.height, COMPANY);
  const next = sets.findIndex(({ kind }, at) => at > index && kind === 'heading');
  const section = sets.slice(index, next < 0 ? undefined : next);
  const height = section.reduce((sum, { block, style }, at) => sum + block.height + (at > 0 ? style.above : 0), 0);
  return height <= SHORT ? height : set.block.height + COMPANY;
}

/** The parts of each sheet, in reading order. */
function flow(sets: readonly Set[]): readonly (readonly Part[])[] {
  const sheets: Part[][] = [[]];
  let y = TOP;
  const turn = (): void => {
    sheets.push([]);
    y = TOP;
  };
  for (const [index, set] of sets.entries()) {
    const isFirst = y === TOP;
    const above = isFirst ? 0 : set.style.above;
    if (!isFirst && y + above + roomFor(sets, index) > FOOT) turn();
    else y += above;
    flowBlock(set.block, [FOOT - y, FOOT - TOP]).forEach((block, part) => {
      if (part > 0) turn();
      else sheets.at(-1)?.push(...ornament(set, y));
      sheets.at(-1)?.push(textOf(set, block, y));
      y += block.height;
    });
  }
  return sheets;
}

function folio(number: number, { shaper, locale }: Setting): TextPart {
  const size = 9;
  const block = setBlock(shaper, [shapeParagraph(shaper, `${number}`, BODY_FACES[locale])], {
    size,
    leading: 1.5,
    measure: MEASURE,
  });
  const lines = placeLines(block, { x: SHEET.margin, y: SHEET.height - SHEET.folio - size, width: MEASURE }, 'centre');
  return { kind: 'text', lines, size, colour: INK };
}

export async function makeLeaflet({ title, about, locale, parts }: Leaflet): Promise<Uint8Array> {
  const setting: Setting = { shaper: createShaper(), locale };
  const sets = [
    setPart('title', title, setting),
    setPart('about', about, setting),
    ...parts.map(({ kind, text }) => setPart(kind, text, setting)),
  ];
  const sheets = flow(sets).map(
    (own, index): LaidOutSheet => ({
      kind: 'text',
      width: SHEET.width,
      height: SHEET.height,
      paper: WHITE,
      number: index + 1,
      ...(index === 0 && { bookmark: oneLine(title) }),
      parts: [...own, folio(index + 1, setting)],
    }),
  );
  const draft = await draftDocument({ title, authors: [], locale, sheets, pictures: [], emoji: new Map() });
  return draft.finish(new Map());
}
