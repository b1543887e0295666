// A scene whose text does not fit beside its picture: it begins under the picture and flows on over sheets of its own.
import type { Block } from '../text/block.ts';
import { sizesOf } from '../text/fit.ts';
import { flowParagraphs } from '../text/flow.ts';
import { INK } from '../theme.ts';
import { contain, placeParagraphs } from './place.ts';
import { framedParts, numberParts, sheetBase } from './scene-base.ts';
import { aspectOf, footOf, largestWidth, matOf, type SceneInput } from './scene-types.ts';
import type { LaidOutSheet, Part, Rect } from './sheet.ts';
import { textSheets } from './text-sheets.ts';

export function overflowing(input: SceneInput): readonly LaidOutSheet[] {
  const { sheet, study, body } = input;
  const mat = matOf(input);
  const edge = sheet.safe + mat;
  const width = Math.min(sheet.width - 2 * edge, largestWidth(study));
  const picture = contain(aspectOf(study), {
    x: (sheet.width - width) / 2,
    y: edge,
    width,
    height: sheet.height * 0.46,
  });
  const at = { ...picture, y: edge };
  const top = at.y + at.height + mat + Math.max(20, body.floor * 1.5);
  const first: Rect = {
    x: sheet.margin,
    y: top,
    width: sheet.width - 2 * sheet.margin,
    height: sheet.height - footOf(sheet) - top,
  };
  const next: Rect = { ...first, y: sheet.margin, height: sheet.height - footOf(sheet) - sheet.margin };
  const blocks = flowed(input, [first.height, next.height], first.width);
  const opening = blocks[0];
  const parts: Part[] = [
    ...framedParts(input, at),
    ...(opening === undefined
      ? []
      : placeParagraphs(opening, first, { align: 'left', colour: INK, locale: input.locale })),
    ...numberParts(input, sheet.width / 2),
  ];
  return [{ ...sheetBase(input), parts }, ...textSheets(input, blocks.slice(1), next)];
}

/** The largest size that needs no more sheets than the smallest does. */
function flowed(input: SceneInput, heights: readonly number[], measure: number): readonly Block[] {
  const { shaper, paragraphs, body } = input;
  const at = (size: number): readonly Block[] =>
    flowParagraphs(shaper, paragraphs, { size, leading: body.leading, measure: Math.min(measure, 27 * size) }, heights);
  const fewest = at(body.floor);
  for (const size of sizesOf(body, 1)) {
    const blocks = at(size);
    if (blocks.length <= fewest.length) return blocks;
  }
  return fewest;
}
