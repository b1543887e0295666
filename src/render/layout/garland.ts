// Strings across the sheet with small prints hung from them, each whole and about equally large, each a little askew.
import type { Sheet } from '../formats.ts';
import type { Palette } from '../palette.ts';
import type { PictureStudy } from '../picture-types.ts';
import { framed } from './place.ts';
import { aspectOf, largestWidth } from './scene-types.ts';
import type { Part } from './sheet.ts';

export interface GarlandInput {
  readonly sheet: Sheet;
  readonly studies: readonly PictureStudy[];
  readonly palette: Palette;
  /** By what number the sheet names each picture; absent where that is its place. */
  readonly pages?: readonly number[];
  /** The strings hang between these heights. */
  readonly top: number;
  readonly bottom: number;
}

interface Print {
  readonly page: number;
  readonly width: number;
  readonly height: number;
}

interface Row {
  readonly prints: readonly Print[];
  readonly height: number;
}

const TURNS = [-3.5, 2.5, -1.5, 3.5, -2.5] as const;
const MAT = 5;
const GAP = 26;
const SAG = 22;
/** From the string to the upper edge of a print. */
const DROP = 10;
const MOST_ROWS = 5;
const PEG = { width: 6, height: 15 } as const;

export function garlands(input: GarlandInput): readonly Part[] {
  const { top, bottom } = input;
  const rows = bestRows(input);
  const spare = bottom - top - rows.reduce((sum, row) => sum + row.height, 0);
  let y = top + (spare / (rows.length + 1)) * 0.8;
  return rows.flatMap((row) => {
    const parts = rowParts(input, row, y);
    y += row.height + spare / (rows.length + 1);
    return parts;
  });
}

/** As many strings as let the prints be largest. */
function bestRows(input: GarlandInput): readonly Row[] {
  const count = input.studies.length;
  const choices = Array.from({ length: Math.min(count, MOST_ROWS) }, (_, index) => rowsOf(input, index + 1));
  const sizes = (rows: readonly Row[]): number =>
    rows.flatMap(({ prints }) => prints).reduce((sum, { width, height }) => sum + Math.sqrt(width * height), 0);
  return choices.reduce<readonly Row[]>(
    (best, rows) => (best.length === 0 || sizes(rows) > sizes(best) * 1.03 ? rows : best),
    [],
  );
}

function rowsOf(input: GarlandInput, rows: number): readonly Row[] {
  const { studies, top, bottom } = input;
  const tallest = (bottom - top) / rows - SAG - 2 * DROP - 2 * MAT;
  let first = 0;
  return Array.from({ length: rows }, (_, row) => {
    const count = Math.floor((studies.length + row) / rows);
    first += count;
    return rowOf(input, first - count, count, tallest);
  });
}

/** Prints of equal area that fill the width, none taller than `tallest` or beyond what its pixels bear. */
function rowOf({ sheet, studies }: GarlandInput, first: number, count: number, tallest: number): Row {
  const own = studies.slice(first, first + count);
  const usable = sheet.width - 2 * sheet.safe - (count + 1) * GAP;
  const side = usable / own.reduce((sum, study) => sum + Math.sqrt(aspectOf(study)), 0);
  const prints = own.map((study, index): Print => {
    const aspect = aspectOf(study);
    const width = Math.min(side * Math.sqrt(aspect), tallest * aspect, largestWidth(study), sheet.width * 0.62);
    return { page: first + index, width, height: width / aspect };
  });
  const height = Math.max(0, ...prints.map((each) => each.height)) + SAG + 2 * DROP + 2 * MAT;
  return { prints, height };
}

function rowParts(input: GarlandInput, { prints }: Row, y: number): readonly Part[] {
  const { sheet, palette } = input;
  const total = prints.reduce((sum, each) => sum + each.width, 0);
  const gap = (sheet.width - 2 * sheet.safe - total) / (prints.length + 1);
  let x = sheet.safe + gap;
  const hung = prints.flatMap((each) => {
    const parts = printParts(each, { middle: x + each.width / 2, string: y }, input);
    x += each.width + gap;
    return parts;
  });
  const low = y + SAG * (4 / 3);
  const string: Part = {
    kind: 'shape',
    outline: {
      kind: 'path',
      segments: [
        { to: 'move', x: -4, y },
        { to: 'curve', points: [sheet.width / 3, low, (sheet.width * 2) / 3, low, sheet.width + 4, y] },
      ],
    },
    stroke: { colour: palette.accent, width: 1.6 },
  };
  return [string, ...hung];
}

interface Hook {
  readonly middle: number;
  /** Height of the string's ends. */
  readonly string: number;
}

function printParts(
  { page, width, height }: Print,
  { middle, string }: Hook,
  { sheet, palette, pages }: GarlandInput,
): readonly Part[] {
  const fromCentre = (middle / sheet.width) * 2 - 1;
  const hang = string + SAG * (1 - fromCentre ** 2);
  const at = { x: middle - width / 2, y: hang + DROP, width, height };
  const turn = { degrees: TURNS[page % TURNS.length] ?? 0, x: middle, y: hang };
  const peg = { x: middle - PEG.width / 2, y: hang - PEG.height * 0.35, ...PEG };
  return [
    ...framed({ page: pages?.[page] ?? page, at, mat: MAT, radius: 3, shadow: palette.deep, turn }),
    { kind: 'shape', outline: { kind: 'rect', rect: peg, radius: 2 }, fill: palette.accent, turn },
  ];
}
