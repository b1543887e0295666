// The table of contents: for each chapter a small print, its title, its authors and its page, on cards.
// What lies in another volume is named under that volume, without a link.
import { TITLE_FACES } from '../fonts/catalogue.ts';
import type { Sheet } from '../formats.ts';
import type { Palette } from '../palette.ts';
import { setBlock } from '../text/block.ts';
import type { Shaper } from '../text/shape.ts';
import { shapeParagraph } from '../text/words.ts';
import { WHITE } from '../theme.ts';
import { entryRow } from './contents-entry.ts';
import type { ContentsEntry, ContentsRow } from './contents-types.ts';
import { ground } from './ground.ts';
import { inset, placeLines, shadow } from './place.ts';
import type { LaidOutSheet, Part, Rect } from './sheet.ts';

export interface ContentsGroup {
  /** Name of the volume; absent where there is only one. */
  readonly heading?: string;
  readonly entries: readonly ContentsEntry[];
}

export interface ContentsInput {
  readonly sheet: Sheet;
  readonly heading: string;
  readonly groups: readonly ContentsGroup[];
  readonly palette: Palette;
  readonly shaper: Shaper;
}

const HEADING = { size: 27, group: 16 } as const;
const LEADING = 1.3;
/** Of letters and prints, where there is room. */
const SCALES = [1.7, 1.5, 1.3, 1.15] as const;
const PADDING = 20;
const RADIUS = 22;

export function layOutContents(input: ContentsInput): readonly LaidOutSheet[] {
  const { sheet, palette, heading } = input;
  const card = inset(
    { x: 0, y: 0, width: sheet.width, height: sheet.height },
    Math.max(sheet.safe, sheet.margin * 0.7),
  );
  const inside = inset(card, PADDING);
  return fullest(input, inside).map((rows, index) => ({
    kind: 'contents',
    width: sheet.width,
    height: sheet.height,
    paper: palette.soft,
    number: index + 2,
    parts: [...ground(sheet, palette, sheet.height * 0.74), ...cardParts(rows, inside, palette)],
    ...(index === 0 ? { bookmark: heading } : {}),
  }));
}

/** As large as leaves it on as few sheets as the usual size does. */
function fullest(input: ContentsInput, inside: Rect): readonly (readonly ContentsRow[])[] {
  const at = (scale: number): readonly (readonly ContentsRow[])[] =>
    inCards(rowsOf(input, inside.width, scale * input.shaper.style.small), inside.height);
  const usual = at(1);
  return SCALES.map(at).find((cards) => cards.length <= usual.length) ?? usual;
}

function rowsOf(
  { heading, groups, palette, shaper }: ContentsInput,
  width: number,
  scale: number,
): readonly ContentsRow[] {
  const headed = (text: string, size: number, role: 'H2' | 'H3'): ContentsRow => {
    // A volume's heading keeps to what follows it.
    const above = role === 'H3' ? 0.7 : 0;
    const paragraph = shapeParagraph(shaper, text, TITLE_FACES);
    const block = setBlock(shaper, [paragraph], { size, leading: LEADING, measure: width });
    return {
      height: block.height + size * (above + 0.5),
      parts: (rect) => [
        {
          kind: 'text',
          role,
          lines: placeLines(block, { ...rect, y: rect.y + size * above }, 'left'),
          size,
          colour: palette.deep,
        },
      ],
      isHeading: true,
    };
  };
  return [
    headed(heading, HEADING.size * Math.min(scale, 1.3), 'H2'),
    ...groups.flatMap(({ heading: volume, entries }) => [
      ...(volume === undefined ? [] : [headed(volume, HEADING.group * Math.min(scale, 1.3), 'H3')]),
      ...entries.map((entry) => entryRow(entry, { width, palette, shaper, scale })),
    ]),
  ];
}

/** As many on a card as find room, no heading without an entry below it. */
function inCards(rows: readonly ContentsRow[], height: number): readonly (readonly ContentsRow[])[] {
  const cards: ContentsRow[][] = [[]];
  let used = 0;
  for (const [index, row] of rows.entries()) {
    const needed = row.height + (row.isHeading ? (rows[index + 1]?.height ?? 0) : 0);
    if (used > 0 && used + needed > height) {
      cards.push([]);
      used = 0;
    }
    cards.at(-1)?.push(row);
    used += row.height;
  }
  return cards;
}

function cardParts(rows: readonly ContentsRow[], inside: Rect, palette: Palette): readonly Part[] {
  const height = rows.reduce((sum, row) => sum + row.height, 0);
  const top = inside.y + Math.max(0, inside.height - height) * 0.4;
  const card = inset({ ...inside, y: top, height }, -PADDING);
  const parts: Part[] = [
    ...shadow(card, RADIUS, palette.deep),
    { kind: 'shape', outline: { kind: 'rect', rect: card, radius: RADIUS }, fill: WHITE },
  ];
  let y = top;
  for (const row of rows) {
    parts.push(...row.parts({ ...inside, y, height: row.height }));
    y += row.height;
  }
  return parts;
}
