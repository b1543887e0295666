// The scenes of one book as laid-out sheets, whether it is printed alone or as a chapter of an anthology.
// How a single scene is laid out is left to `layout/scene.ts`.
import { isArranged } from '../authorship.ts';
import type { Book, PageFormat, Passage, ReadingLevel } from '../story.ts';
import { describePicture } from './alt.ts';
import { BODY_FACES } from './fonts/catalogue.ts';
import { sheetOf } from './formats.ts';
import { layOutScene } from './layout/scene.ts';
import type { LayoutKind } from './layout/scene-types.ts';
import type { LaidOutSheet } from './layout/sheet.ts';
import { scenePalette } from './palette.ts';
import type { PictureStudy } from './picture-types.ts';
import { graphemesOf, oneLine, paragraphsOf } from './text/clean.ts';
import { ownLines } from './text/own-text.ts';
import type { Shaper } from './text/shape.ts';
import { type Paragraph, shapeOwnLine, shapeParagraph } from './text/words.ts';
import type { BodySizes, TypeStyle } from './theme.ts';

/** A book with all that its layout starts from. */
export interface Context {
  readonly book: Book;
  /** In the order of its pages. */
  readonly studies: readonly PictureStudy[];
  readonly format: PageFormat;
  readonly shaper: Shaper;
}

/** What comes before the scenes. */
export interface Beginning {
  /** Whether the book's own cover is filled by its picture. */
  readonly coverIsFull: boolean;
  /** By what number the parts of the sheets name the picture of the book's first page. */
  readonly firstPage: number;
  /** Printed number of the first scene's sheet. */
  readonly firstNumber: number;
}

/** A book's scenes in order. */
export function sceneSheets(
  { book, studies, format, shaper }: Context,
  { coverIsFull, firstPage, firstNumber }: Beginning,
): readonly LaidOutSheet[] {
  const sheets: LaidOutSheet[] = [];
  // A cover whose picture fills it is followed by another view of that picture.
  let before: LayoutKind | undefined = coverIsFull ? 'full' : undefined;
  let number = firstNumber;
  book.pages.forEach((page, index) => {
    const study = studies[index];
    if (study === undefined) throw new Error(`no study of picture ${index}`);
    const layout = layOutScene({
      sheet: sheetOf(format),
      page: firstPage + index,
      number,
      bookmark: bookmarkOf(number, page.told.text),
      study,
      alt: describePicture(page, book.locale),
      paragraphs: toldParagraphs(page.told, book.level, shaper),
      locale: page.told.locale,
      body: bodyFor(book, format, shaper.style),
      faces: BODY_FACES[book.locale],
      palette: scenePalette(study),
      shaper,
      ...(before === undefined ? {} : { before }),
    });
    sheets.push(...layout.sheets);
    before = layout.kind;
    number += layout.sheets.length;
  });
  return sheets;
}

/** Space above a line of somebody's own, in sizes: enough to tell it from a line that was broken. */
const OWN_LINE_GAP = 0.2;

/** What a person wrote or changed keeps its lines and stanzas; what an engine told falls into paragraphs. */
function toldParagraphs(told: Passage, level: ReadingLevel, shaper: Shaper): readonly Paragraph[] {
  const { text, locale } = told;
  const faces = BODY_FACES[locale];
  if (!isArranged(told)) return paragraphsOf(text).map((each) => shapeParagraph(shaper, each, faces));
  const { leading } = shaper.style.body[level];
  return ownLines(text).map((line) => shapeOwnLine(shaper, line.text, faces, OWN_LINE_GAP + line.empty * leading));
}

/** Characters of a page's text that its bookmark shows, in whole words. */
const BOOKMARK_LENGTH = 20;

function bookmarkOf(number: number, told: string): string {
  const text = oneLine(told);
  const opening = graphemesOf(text)
    .slice(0, BOOKMARK_LENGTH + 1)
    .join('');
  if (opening === text) return `${number}. ${text}`.trim();
  const end = opening.lastIndexOf(' ');
  const shown = end > 0 ? opening.slice(0, end) : opening;
  return `${number}. ${shown}${/[.!?…][”’"'」]*$/u.test(shown) ? '' : '…'}`;
}

/** Larger on a larger sheet; usual type has the same floor on all. */
function bodyFor(book: Book, format: PageFormat, { body, floorScales }: TypeStyle): BodySizes {
  const sizes = body[book.level];
  const { scale } = sheetOf(format);
  return { ...sizes, ideal: Math.round(sizes.ideal * scale), floor: floorScales ? sizes.floor * scale : sizes.floor };
}
