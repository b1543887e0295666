// The last sheet: a card with rows of label and text in small type, and the marks by which pictures can be traced.
// What is too much for one card is shared out evenly among several; each carries the heading.
import type { Colophon, ColophonRow } from '../colophon.ts';
import { type FaceId, TITLE_FACES } from '../fonts/catalogue.ts';
import type { Sheet } from '../formats.ts';
import type { Palette } from '../palette.ts';
import { type Block, setBlock } from '../text/block.ts';
import { flowBlock } from '../text/fit.ts';
import type { Shaper } from '../text/shape.ts';
import { shapeParagraph } from '../text/words.ts';
import { INK, WHITE } from '../theme.ts';
import { inset, placeLines, placeParagraphs, shadow } from './place.ts';
import type { LaidOutSheet, Part, Rect } from './sheet.ts';

export interface ColophonInput {
  readonly sheet: Sheet;
  readonly colophon: Colophon;
  readonly prints: { readonly label: string; readonly note: string };
  readonly palette: Palette;
  readonly faces: readonly FaceId[];
  readonly shaper: Shaper;
}

const HEADING_SIZE = 24;
/** Of usual type. */
const LABEL_SIZE = 9.5;
const TEXT_SIZE = 10.5;
const LEADING = 1.55;
/** Below a label that stands above its text. */
const LABEL_GAP = 3;
/** Between rows, and around them. */
const USUAL: Spacing = { gap: 20, padding: 30 };
/** Where it saves a second card. */
const TIGHT: Spacing = { gap: 12, padding: 22 };
/** By which cards are filled more until there are no more of them than there must be. */
const STEP = 0.04;
const RADIUS = 22;
const NBSP = '\u00A0';

/** A text that is cut begins on the card before it only where so many of its lines find room there. */
const LINES_BEFORE_CUT = 4;

interface Sizes {
  readonly label: number;
  readonly text: number;
  /** In sizes. */
  readonly leading: number;
}

const sizesOf = ({ style: { small, smallLeading } }: Shaper): Sizes => ({
  label: LABEL_SIZE * small,
  text: TEXT_SIZE * small,
  leading: LEADING + smallLeading,
});

interface Row {
  readonly height: number;
  /** `x` and `width` are those of the card's inside. */
  readonly parts: (y: number) => readonly Part[];
}

/** One row, or as many as a text higher than a card needs, the first for a card with so much room left. */
type Rows = (room: number) => readonly Row[];

export function layOutColophon(input: ColophonInput): readonly LaidOutSheet[] {
  const { sheet, palette, colophon } = input;
  const { cards, spacing } = cardsOf(input);
  return cards.map((rows, index) => ({
    kind: 'colophon',
    width: sheet.width,
    height: sheet.height,
    paper: palette.soft,
    parts: cardParts(input, rows, spacing),
    ...(index === 0 ? { bookmark: colophon.heading } : {}),
  }));
}

interface Spacing {
  readonly gap: number;
  readonly padding: number;
}

interface Cards {
  readonly cards: readonly (readonly Row[])[];
  readonly spacing: Spacing;
}

/** One card where its rows fit, if need be closer together; else as few as there must be, about equally full. */
function cardsOf(input: ColophonInput): Cards {
  const usual = dealt(input, USUAL);
  if (usual.length === 1) return { cards: usual, spacing: USUAL };
  const tight = dealt(input, TIGHT);
  if (tight.length === 1) return { cards: tight, spacing: TIGHT };
  for (let part = 1 / usual.length; part < 1; part += STEP) {
    const even = dealt(input, USUAL, part);
    if (even.length <= usual.length) return { cards: even, spacing: USUAL };
  }
  return { cards: usual, spacing: USUAL };
}

/** @param full how much of the room on a sheet a card takes at most. */
function dealt(input: ColophonInput, spacing: Spacing, full = 1): readonly (readonly Row[])[] {
  const inside = insideOf(input.sheet, spacing);
  const height = (inside.height - headingRow(input, inside).height - spacing.gap) * full;
  const cards: Row[][] = [[]];
  let used = 0;
  for (const rows of rowsOf(input, { ...inside, height })) {
    for (const row of rows(height - used)) {
      if (used > 0 && used + row.height > height) {
        cards.push([]);
        used = 0;
      }
      cards.at(-1)?.push(row);
      used += row.height + spacing.gap;
    }
  }
  return cards;
}

/** The room on a sheet for heading and rows: the card without its padding. */
function insideOf(sheet: Sheet, { padding }: Spacing): Rect {
  return inset({ x: 0, y: 0, width: sheet.width, height: sheet.height }, sheet.margin * 0.85 + padding);
}

/** So many rows at a card's head have no rule above them: the heading, and the one below it. */
const UNRULED = 2;

function cardParts(input: ColophonInput, rows: readonly Row[], spacing: Spacing): readonly Part[] {
  const { palette } = input;
  const { gap, padding } = spacing;
  const inside = insideOf(input.sheet, spacing);
  const all = [headingRow(input, inside), ...rows];
  const content = all.reduce((sum, row) => sum + row.height + gap, -gap);
  const top = inside.y + (inside.height - content) * 0.45;
  const card = inset({ ...inside, y: top, height: content }, -padding);
  const parts: Part[] = [
    ...shadow(card, RADIUS, palette.deep),
    { kind: 'shape', outline: { kind: 'rect', rect: card, radius: RADIUS }, fill: WHITE },
  ];
  let y = top;
  all.forEach((row, place) => {
    if (place >= UNRULED) parts.push(rule({ x: inside.x, y: y - gap / 2, width: inside.width }, palette));
    parts.push(...row.parts(y));
    y += row.height + gap;
  });
  return parts;
}

function rule(
  { x, y, width }: { readonly x: number; readonly y: number; readonly width: number },
  palette: Palette,
): Part {
  const segments = [
    { to: 'move', x, y },
    { to: 'line', x: x + width, y },
  ] as const;
  return { kind: 'shape', outline: { kind: 'path', segments }, stroke: { colour: palette.soft, width: 0.9 } };
}

function rowsOf(input: ColophonInput, inside: Rect): readonly Rows[] {
  const { colophon } = input;
  const { notice } = colophon;
  const prints = { label: input.prints.label, lines: [numbered(colophon.prints), input.prints.note] };
  return [
    ...[...colophon.rows, ...(colophon.prints.length > 0 ? [prints] : [])].map((row) => labelled(input, inside, row)),
    ...(notice === undefined ? [] : [() => noticeRows(input, inside, notice)]),
    ...(colophon.more ?? []).map((row) => labelled(input, inside, row)),
  ];
}

/** Each with the number of its picture. */
export const numbered = (prints: readonly string[]): string =>
  prints.map((print, index) => `${index + 1}.${NBSP}${print}`).join(' ');

function headingRow({ shaper, colophon, palette }: ColophonInput, inside: Rect): Row {
  const paragraph = shapeParagraph(shaper, colophon.heading, TITLE_FACES);
  const block = setBlock(shaper, [paragraph], { size: HEADING_SIZE, leading: LEADING, measure: inside.width });
  const parts = (y: number): readonly Part[] => {
    const lines = placeLines(block, { ...inside, y }, 'left');
    return [{ kind: 'text', role: 'H2', lines, size: HEADING_SIZE, colour: palette.deep }];
  };
  return { height: block.height, parts };
}

function labelled(input: ColophonInput, inside: Rect, { label, lines, locale }: ColophonRow): Rows {
  const { shaper, faces, palette } = input;
  const sizes = sizesOf(shaper);
  // Beside large letters a label would leave too narrow a column.
  const isAbove = shaper.style.wholeWords;
  const labelWidth = isAbove ? 0 : Math.min(104, inside.width * 0.27);
  const set = (texts: readonly string[], size: number, measure: number): Block => {
    const paragraphs = texts.map((text) => shapeParagraph(shaper, text, faces));
    return setBlock(shaper, paragraphs, { size, leading: sizes.leading, measure });
  };
  const name = set([label], sizes.label, isAbove ? inside.width : labelWidth - 10);
  const text = set(lines, sizes.text, inside.width - labelWidth);
  const above = isAbove ? name.height + LABEL_GAP : 0;
  const beside = (block: Block, y: number): readonly Part[] =>
    placeParagraphs(block, { ...inside, x: inside.x + labelWidth, y }, { align: 'left', colour: INK });
  const named = (y: number): readonly Part[] =>
    placeParagraphs(
      name,
      { ...inside, y: y + (isAbove ? 0 : (sizes.text - sizes.label) * 0.8) },
      { align: 'left', colour: palette.accent, ...(locale && { locale }) },
    );
  const row = (block: Block, index: number): Row =>
    index === 0
      ? {
          height: Math.max(name.height, block.height + above),
          parts: (y) => [...named(y), ...beside(block, y + above)],
        }
      : { height: block.height, parts: (y) => beside(block, y) };
  const isCut = text.height + above > inside.height;
  const enough = LINES_BEFORE_CUT * sizes.leading * sizes.text + above;
  return (room) => flowBlock(text, [(isCut && room >= enough ? room : inside.height) - above, inside.height]).map(row);
}

/** Paragraphs on a ground of their own, on further cards where one does not hold them all. */
function noticeRows({ shaper, faces, palette }: ColophonInput, inside: Rect, notice: string): readonly Row[] {
  const padding = 11;
  const { text: size, leading } = sizesOf(shaper);
  const block = setBlock(
    shaper,
    notice.split('\n').map((each) => shapeParagraph(shaper, each, faces)),
    { size, leading, measure: inside.width - 2 * padding },
  );
  return flowBlock(block, [inside.height - 2 * padding]).map((part): Row => {
    const height = part.height + 2 * padding;
    const parts = (y: number): readonly Part[] => [
      { kind: 'shape', outline: { kind: 'rect', rect: { ...inside, y, height }, radius: 9 }, fill: palette.soft },
      ...placeParagraphs(part, { ...inside, x: inside.x + padding, y: y + padding }, { align: 'left', colour: INK }),
    ];
    return { height, parts };
  });
}
