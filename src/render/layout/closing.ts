// The closing page: small prints of all pictures hung on strings like paintings in a classroom, and the last word.

import { TITLE_FACES } from '../fonts/catalogue.ts';
import type { Sheet } from '../formats.ts';
import type { Palette } from '../palette.ts';
import type { PictureStudy } from '../picture-types.ts';
import { setBlock } from '../text/block.ts';
import type { Shaper } from '../text/shape.ts';
import { shapeParagraph } from '../text/words.ts';
import { WHITE } from '../theme.ts';
import { garlands } from './garland.ts';
import { ground } from './ground.ts';
import { mosaic, type Tile } from './mosaic.ts';
import { placeLines } from './place.ts';
import type { LaidOutSheet } from './sheet.ts';

export interface ClosingInput {
  readonly sheet: Sheet;
  readonly words: string;
  readonly studies: readonly PictureStudy[];
  /** By what number the sheet names each of these pictures; absent where that is their place. */
  readonly pages?: readonly number[];
  readonly palette: Palette;
  readonly shaper: Shaper;
}

/** More of them would be stamps. */
const MOST_ON_STRINGS = 10;

const tilesOf = ({ studies, pages }: ClosingInput): readonly Tile[] =>
  studies.map((study, index) => ({ study, page: pages?.[index] ?? index }));

export function layOutClosing(input: ClosingInput): LaidOutSheet {
  const { sheet, palette, studies } = input;
  const title = setBlock(input.shaper, [shapeParagraph(input.shaper, input.words, TITLE_FACES)], {
    size: Math.min(64, sheet.width * 0.115),
    leading: 1.2,
    measure: sheet.width - 2 * sheet.margin,
  });
  const titleY = sheet.height - sheet.margin * 0.9 - title.height;
  const top = sheet.margin * 0.6;
  const hang = { sheet, studies, palette, top };
  const bottom = titleY - sheet.height * 0.03;
  const hung =
    studies.length > MOST_ON_STRINGS
      ? mosaic(
          tilesOf(input),
          { x: sheet.safe, y: top, width: sheet.width - 2 * sheet.safe, height: bottom - top },
          palette,
        )
      : garlands(input.pages ? { ...hang, pages: input.pages, bottom } : { ...hang, bottom });
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
