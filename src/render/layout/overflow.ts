// A scene whose text does not fit beside its picture: it begins under the picture and flows on over sheets of its own.
import type { Block } from '../text/block.ts';
import { sizesOf } from '../text/fit.ts';
import { flowParagraphs, sentencesCut } from '../text/flow.ts';
import { INK } from '../theme.ts';
import { contain, placeParagraphs } from './place.ts';
import { framedParts, numberParts, sheetBase } from './scene-base.ts';
import { aspectOf, footOf, largestWidth, matOf, type SceneInput } from './scene-types.ts';
import type { LaidOutSheet, Part, Rect } from './sheet.ts';
import { textSheets } from './text-sheets.ts';

/** Part of the sheet's height that the picture takes at most. */
const TALLEST = 0.46;
/** What it may give way to, where a page would else be turned in the middle of a sentence. */
const LOWER = [0.4, 0.34, 0.28] as const;

export function overflowing(input: SceneInput): readonly LaidOutSheet[] {
  const { sheet } = input;
  const usual = rooms(input, TALLEST);
  const { at, first, next, blocks } = input.shaper.style.wholeSentences ? wholeSentences(input, usual) : usual;
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

interface Rooms {
  /** Of the picture. */
  readonly at: Rect;
  /** Of the text below it and on the sheets that follow. */
  readonly first: Rect;
  readonly next: Rect;
  readonly blocks: readonly Block[];
}

/** Of a few smaller pictures the largest with which no sentence is cut, or the fewest, on no more sheets. */
function wholeSentences(input: SceneInput, usual: Rooms): Rooms {
  let best = usual;
  for (const share of LOWER) {
    if (sentencesCut(best.blocks) === 0) return best;
    const lower = rooms(input, share);
    const isBetter = sentencesCut(lower.blocks) < sentencesCut(best.blocks);
    if (isBetter && lower.blocks.length <= usual.blocks.length) best = lower;
  }
  return best;
}

function rooms(input: SceneInput, tallest: number): Rooms {
  const { sheet, study, body } = input;
  const mat = matOf(input);
  const edge = sheet.safe + mat;
  const width = Math.min(sheet.width - 2 * edge, largestWidth(study));
  const picture = contain(aspectOf(study), {
    x: (sheet.width - width) / 2,
    y: edge,
    width,
    height: sheet.height * tallest,
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
  return { at, first, next, blocks: flowed(input, [first.height, next.height], first.width) };
}

/** The largest size that needs no more sheets than the smallest does, and cuts no more sentences if that matters. */
function flowed(input: SceneInput, heights: readonly number[], measure: number): readonly Block[] {
  const { shaper, paragraphs, body } = input;
  const at = (size: number): readonly Block[] =>
    flowParagraphs(shaper, paragraphs, { size, leading: body.leading, measure: Math.min(measure, 27 * size) }, heights);
  const fewest = at(body.floor);
  const cuts = shaper.style.wholeSentences ? sentencesCut(fewest) : Number.POSITIVE_INFINITY;
  for (const size of sizesOf(body, 1)) {
    const blocks = at(size);
    if (blocks.length <= fewest.length && sentencesCut(blocks) <= cuts) return blocks;
  }
  return fewest;
}
