// The closing page: small prints of all pictures hung on strings like paintings in a classroom, and the last word.

import { TITLE_FACES } from '../fonts/catalogue.ts';
import type { Sheet } from '../formats.ts';
import type { Palette } from '../palette.ts';
import type { PictureStudy } from '../picture-types.ts';
import { setBlock } from '../text/block.ts';
import type { Shaper } from '../text/shape.ts';
import { shapeParagraph } from '../text/words.ts';
import { WHITE } from '../theme.ts';
import { ground } from './ground.ts';
import { contain, framed, placeLines } from './place.ts';
import { aspectOf, largestWidth } from './scene-types.ts';
import type { LaidOutSheet, Part, Rect } from './sheet.ts';

export interface ClosingInput {
  readonly sheet: Sheet;
  readonly words: string;
  readonly studies: readonly PictureStudy[];
  readonly palette: Palette;
  readonly shaper: Shaper;
}

/** Prints hang a little askew, each its own way. */
const TURNS = [-3.5, 2.5, -1.5, 3.5, -2.5] as const;
const MAT = 4.5;
const PEG = { width: 6, height: 15 } as const;

export function layOutClosing(input: ClosingInput): LaidOutSheet {
  const { sheet, palette, studies } = input;
  const rows = rowsOf(studies.length);
  const title = setBlock(input.shaper, [shapeParagraph(input.shaper, input.words, TITLE_FACES)], {
    size: Math.min(64, sheet.width * 0.115),
    leading: 1.2,
    measure: sheet.width - 2 * sheet.margin,
  });
  const titleY = sheet.height - sheet.margin * 0.9 - title.height;
  const top = sheet.margin * 0.6;
  const rowHeight = (titleY - top - sheet.height * 0.02) / rows.length;
  let first = 0;
  const hung = rows.flatMap((count, row) => {
    const parts = garland(input, { first, count }, { y: top + row * rowHeight, height: rowHeight });
    first += count;
    return parts;
  });
  const lines = placeLines(title, { x: 0, y: titleY, width: sheet.width }, 'centre');
  const edge = { colour: WHITE, width: Math.max(4, title.size * 0.17) };
  return {
    kind: 'closing',
    width: sheet.width,
    height: sheet.height,
    paper: palette.soft,
    bookmark: input.words,
    parts: [
      ...ground(sheet, palette, titleY - sheet.height * 0.02),
      ...hung,
      { kind: 'text', role: 'H2', lines, size: title.size, colour: palette.deep, edge },
    ],
  };
}

/** How many prints hang on each string. */
function rowsOf(count: number): readonly number[] {
  const rows = count <= 3 ? 1 : count <= 8 ? 2 : 3;
  return Array.from({ length: rows }, (_, row) => Math.floor((count + row) / rows));
}

interface Band {
  readonly y: number;
  readonly height: number;
}

function garland(
  input: ClosingInput,
  { first, count }: { readonly first: number; readonly count: number },
  band: Band,
): readonly Part[] {
  const { sheet, palette, studies } = input;
  const sag = Math.min(26, band.height * 0.14);
  const stringY = band.y + 6;
  const string: Part = {
    kind: 'shape',
    outline: {
      kind: 'path',
      segments: [
        { to: 'move', x: -4, y: stringY },
        {
          to: 'curve',
          points: [
            sheet.width / 3,
            stringY + sag * 1.33,
            (sheet.width * 2) / 3,
            stringY + sag * 1.33,
            sheet.width + 4,
            stringY,
          ],
        },
      ],
    },
    stroke: { colour: palette.accent, width: 1.6 },
  };
  const usable = sheet.width - 2 * sheet.safe - 16;
  const cell = Math.min(usable / count, sheet.width * 0.52);
  const left = (sheet.width - cell * count) / 2;
  const prints = studies.slice(first, first + count).flatMap((study, index) => {
    const middle = left + cell * (index + 0.5);
    const at = (middle / sheet.width) * 2 - 1;
    const hang = stringY + sag * (1 - at * at);
    const room = { x: middle - cell * 0.43, y: hang + 10, width: cell * 0.86, height: band.height - sag - 30 };
    return print(input, { page: first + index, study, middle, hang, room });
  });
  return [string, ...prints];
}

interface Print {
  readonly page: number;
  readonly study: PictureStudy;
  readonly middle: number;
  /** Where the string passes. */
  readonly hang: number;
  readonly room: Rect;
}

function print({ palette }: ClosingInput, { page, study, middle, hang, room }: Print): readonly Part[] {
  const width = Math.min(room.width, largestWidth(study));
  const at = { ...contain(aspectOf(study), { ...room, x: middle - width / 2, width }), y: room.y };
  const turn = { degrees: TURNS[page % TURNS.length] ?? 0, x: middle, y: hang };
  return [
    ...framed({ page, at, mat: MAT, radius: 3, shadow: palette.deep, turn }),
    {
      kind: 'shape',
      outline: { kind: 'rect', rect: { x: middle - PEG.width / 2, y: hang - PEG.height * 0.35, ...PEG }, radius: 2 },
      fill: palette.accent,
      turn,
    },
  ];
}
