// Sheets of text alone, where a scene's words go on: a column, and a small print of the picture where room is left.

import type { Block } from '../text/block.ts';
import { INK } from '../theme.ts';
import { contain, framed, placeParagraphs } from './place.ts';
import { numberParts } from './scene-base.ts';
import { aspectOf, footOf, largestWidth, type SceneInput } from './scene-types.ts';
import type { LaidOutSheet, Part, Rect } from './sheet.ts';

/** A vignette lower than this is not worth its place. */
const LEAST_VIGNETTE = 70;
const TALLEST_VIGNETTE = 0.3;

export function textSheets(input: SceneInput, blocks: readonly Block[], room: Rect): readonly LaidOutSheet[] {
  const { sheet, palette } = input;
  return blocks.map((block, index) => {
    const number = input.number + index + 1;
    const parts: Part[] = [
      ...placeParagraphs(block, room, { align: 'left', colour: INK, locale: input.locale }),
      ...vignette(input, { ...room, y: room.y + block.height, height: room.height - block.height }),
      ...numberParts(input, sheet.width / 2, number),
    ];
    return { kind: 'text', width: sheet.width, height: sheet.height, paper: palette.paper, number, parts };
  });
}

function vignette(input: SceneInput, room: Rect): readonly Part[] {
  const { sheet, study, palette, page } = input;
  const height = Math.min(room.height - 60, sheet.height * TALLEST_VIGNETTE);
  if (height < LEAST_VIGNETTE) return [];
  const width = Math.min(room.width * 0.7, largestWidth(study));
  const at = contain(aspectOf(study), {
    x: room.x + (room.width - width) / 2,
    y: room.y + (room.height - height) * 0.5,
    width,
    height,
  });
  if (at.y + at.height > sheet.height - footOf(sheet)) return [];
  const turn = { degrees: -2, x: at.x + at.width / 2, y: at.y + at.height / 2 };
  return framed({ page, at, mat: 6, radius: 5, shadow: palette.deep, turn });
}
