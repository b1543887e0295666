// One sheet to try a printer with before a whole booklet goes through it: four pages that say where they belong, imposed
// by the same hand as books.
import type { Locale, PageFormat } from '../../story.ts';
import { BODY_FACES, TITLE_FACES } from '../fonts/catalogue.ts';
import { type Sheet, sheetOf } from '../formats.ts';
import { placeLines } from '../layout/place.ts';
import type { LaidOutSheet, TextPart } from '../layout/sheet.ts';
import { draftDocument } from '../pdf/document.ts';
import { setBlock } from '../text/block.ts';
import { createShaper, type Shaper } from '../text/shape.ts';
import { shapeParagraph } from '../text/words.ts';
import { INK, WHITE } from '../theme.ts';
import { type Booklet, makeBooklet } from './booklet.ts';
import { TEST_SHEET_WORDS } from './wording.ts';

const NUMBER_SIZE = 120;
const TEXT_SIZE = 15;

interface Words {
  readonly sheet: Sheet;
  readonly shaper: Shaper;
  readonly locale: Locale;
}

function textPart(text: string, y: number, size: number, { sheet, shaper, locale }: Words): TextPart {
  const faces = size === NUMBER_SIZE ? TITLE_FACES : BODY_FACES[locale];
  const width = sheet.width - 2 * sheet.margin;
  const block = setBlock(shaper, [shapeParagraph(shaper, text, faces)], {
    size,
    leading: 1.5,
    measure: width,
    balanced: 'text',
  });
  return {
    kind: 'text',
    role: 'P',
    lines: placeLines(block, { x: sheet.margin, y, width }, 'centre'),
    size,
    colour: INK,
  };
}

function pageOf(number: number, words: Words): LaidOutSheet {
  const { sheet, locale } = words;
  const { pages, check } = TEST_SHEET_WORDS[locale];
  return {
    kind: 'text',
    width: sheet.width,
    height: sheet.height,
    paper: WHITE,
    number,
    parts: [
      textPart(`${number}`, sheet.height * 0.2, NUMBER_SIZE, words),
      textPart(pages[number - 1] ?? '', sheet.height * 0.52, TEXT_SIZE, words),
      ...(number === 1 ? [textPart(check, sheet.height * 0.66, TEXT_SIZE, words)] : []),
    ],
  };
}

/** A sheet for booklets of this format. */
export async function makeTestSheet(format: PageFormat, locale: Locale): Promise<Booklet> {
  const words: Words = { sheet: sheetOf(format), shaper: createShaper(), locale };
  const sheets = [1, 2, 3, 4].map((number) => pageOf(number, words));
  const { title } = TEST_SHEET_WORDS[locale];
  const draft = await draftDocument({ title, authors: [], locale, sheets, pictures: [], emoji: new Map() });
  return makeBooklet(await draft.finish(new Map()), { coverApart: false, bleed: false });
}
