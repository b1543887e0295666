// The last sheet: rows of label and text in small type, and the marks by which pictures can be traced.
// Long books of many authors may need a second one.
import type { Colophon } from '../colophon.ts';
import { type FaceId, TITLE_FACES } from '../fonts/catalogue.ts';
import type { Sheet } from '../formats.ts';
import type { Palette } from '../palette.ts';
import { type Block, setBlock } from '../text/block.ts';
import type { Shaper } from '../text/shape.ts';
import { shapeParagraph } from '../text/words.ts';
import { INK } from '../theme.ts';
import { placeLines, placeParagraphs } from './place.ts';
import type { LaidOutSheet, Part } from './sheet.ts';

export interface ColophonInput {
  readonly sheet: Sheet;
  readonly colophon: Colophon;
  readonly printsLabel: string;
  readonly palette: Palette;
  readonly faces: readonly FaceId[];
  readonly shaper: Shaper;
}

const HEADING_SIZE = 22;
const LABEL_SIZE = 8.5;
const TEXT_SIZE = 9.5;
const LEADING = 1.5;
const ROW_GAP = 9;

interface Row {
  readonly height: number;
  readonly parts: (y: number) => readonly Part[];
}

export function layOutColophon(input: ColophonInput): readonly LaidOutSheet[] {
  const { sheet, palette, colophon } = input;
  const rows = rowsOf(input);
  const top = sheet.margin;
  const bottom = sheet.height - sheet.margin;
  const pages: Part[][] = [[]];
  let y = top;
  for (const row of rows) {
    if (y + row.height > bottom && y > top) {
      pages.push([]);
      y = top;
    }
    pages.at(-1)?.push(...row.parts(y));
    y += row.height + ROW_GAP;
  }
  return pages.map((parts, index) => ({
    kind: 'colophon',
    width: sheet.width,
    height: sheet.height,
    paper: palette.paper,
    parts,
    ...(index === 0 ? { bookmark: colophon.heading } : {}),
  }));
}

function rowsOf(input: ColophonInput): readonly Row[] {
  const { colophon } = input;
  return [
    headingRow(input),
    ...colophon.rows.map((row) => labelled(input, row.label, row.lines)),
    labelled(input, input.printsLabel, [colophon.prints.map((print, index) => `${index + 1}. ${print}`).join('   ')]),
    ...(colophon.notice === undefined ? [] : [noticeRow(input, colophon.notice)]),
  ];
}

function headingRow({ shaper, colophon, sheet, palette }: ColophonInput): Row {
  const block = setBlock(shaper, [shapeParagraph(shaper, colophon.heading, TITLE_FACES)], {
    size: HEADING_SIZE,
    leading: LEADING,
    measure: sheet.width - 2 * sheet.margin,
  });
  const at = (y: number): Part => ({
    kind: 'text',
    role: 'H2',
    lines: placeLines(block, { x: sheet.margin, y, width: block.width }, 'left'),
    size: HEADING_SIZE,
    colour: palette.deep,
  });
  return { height: block.height + 12, parts: (y) => [at(y)] };
}

function labelled({ shaper, faces, sheet, palette }: ColophonInput, label: string, lines: readonly string[]): Row {
  const labelWidth = Math.min(96, sheet.width * 0.22);
  const set = (texts: readonly string[], size: number, measure: number): Block =>
    setBlock(
      shaper,
      texts.map((text) => shapeParagraph(shaper, text, faces)),
      { size, leading: LEADING, measure },
    );
  const name = set([label], LABEL_SIZE, labelWidth - 8);
  const text = set(lines, TEXT_SIZE, sheet.width - 2 * sheet.margin - labelWidth);
  return {
    height: Math.max(name.height, text.height),
    parts: (y) => [
      ...placeParagraphs(
        name,
        { x: sheet.margin, y: y + (TEXT_SIZE - LABEL_SIZE) * 0.8, width: labelWidth },
        { align: 'left', colour: palette.accent },
      ),
      ...placeParagraphs(text, { x: sheet.margin + labelWidth, y, width: text.width }, { align: 'left', colour: INK }),
    ],
  };
}

function noticeRow({ shaper, faces, sheet, palette }: ColophonInput, notice: string): Row {
  const padding = 10;
  const width = sheet.width - 2 * sheet.margin;
  const block = setBlock(shaper, [shapeParagraph(shaper, notice, faces)], {
    size: TEXT_SIZE,
    leading: LEADING,
    measure: width - 2 * padding,
  });
  return {
    height: block.height + 2 * padding + 6,
    parts: (y) => [
      {
        kind: 'shape',
        outline: {
          kind: 'rect',
          rect: { x: sheet.margin, y: y + 6, width, height: block.height + 2 * padding },
          radius: 8,
        },
        fill: palette.soft,
      },
      ...placeParagraphs(
        block,
        { x: sheet.margin + padding, y: y + 6 + padding, width: block.width },
        { align: 'left', colour: INK },
      ),
    ],
  };
}
