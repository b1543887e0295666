// A book as laid-out sheets: cover, scenes, closing page, colophon. Pure but for fonts, which are read when first needed.
import { isArranged } from '../authorship.ts';
import type { Book, PageFormat, Passage, ReadingLevel } from '../story.ts';
import { describePicture } from './alt.ts';
import { colophonOf } from './colophon.ts';
import { BODY_FACES, type FaceId, TITLE_FACES } from './fonts/catalogue.ts';
import { sheetOf } from './formats.ts';
import { layOutClosing } from './layout/closing.ts';
import { layOutColophon } from './layout/colophon.ts';
import { layOutCover } from './layout/cover.ts';
import { layOutScene } from './layout/scene.ts';
import type { LayoutKind } from './layout/scene-types.ts';
import { emojiIn, facesIn, type LaidOutSheet } from './layout/sheet.ts';
import { paletteOf, scenePalette } from './palette.ts';
import type { PictureStudy } from './picture-types.ts';
import { graphemesOf, oneLine, paragraphsOf } from './text/clean.ts';
import { ownLines } from './text/own-text.ts';
import { createShaper, type Shaper } from './text/shape.ts';
import { type Paragraph, shapeOwnLine, shapeParagraph } from './text/words.ts';
import { BODY, type BodySizes, CREAM } from './theme.ts';
import { WORDING } from './wording.ts';

export interface Composition {
  readonly sheets: readonly LaidOutSheet[];
  /** What no font could draw and was left out. */
  readonly dropped: readonly string[];
}

interface Context {
  readonly book: Book;
  readonly studies: readonly PictureStudy[];
  readonly format: PageFormat;
  readonly shaper: Shaper;
}

/** `studies` in the order of the book's pages. */
export function composeBook(book: Book, studies: readonly PictureStudy[], format: PageFormat): Composition {
  const context: Context = { book, studies, format, shaper: createShaper() };
  const cover = coverSheets(context);
  const coverIsFull = cover.some((sheet) => sheet.full === true);
  const story = [...cover, ...sceneSheets(context, coverIsFull), ...closingSheets(context)];
  return { sheets: [...story, ...colophonSheets(context, story)], dropped: [...context.shaper.dropped] };
}

function coverSheets(context: Context): readonly LaidOutSheet[] {
  const { book, studies, format, shaper } = context;
  const [page] = book.pages;
  const [study] = studies;
  if (page === undefined || study === undefined) return [];
  const words = WORDING[book.locale];
  const title = oneLine(book.title);
  const input = {
    sheet: sheetOf(format),
    title: isDrawable(shaper, title, TITLE_FACES) ? title : words.untitled,
    bylines: bylinesOf(context),
    bookmark: words.cover,
    study,
    alt: describePicture(page, book.locale),
    palette: paletteOf(study.tint),
    faces: BODY_FACES[book.locale],
    shaper,
  };
  return [layOutCover(input)];
}

/** The authors, without empty names. */
export function namesOf(book: Book): readonly string[] {
  return book.authors.map(oneLine).filter((name) => name !== '');
}

/** Most names on the cover, and how many where not all of those find room; the colophon has them all. */
const NAMES_ON_COVER = 40;
const FEWER_NAMES = [24, 12, 6, 2, 1] as const;

/** What the cover may say of the authors, fullest first. */
function bylinesOf({ book, shaper }: Context): readonly string[] {
  const names = namesOf(book).filter((name) => isDrawable(shaper, name, BODY_FACES[book.locale]));
  const words = WORDING[book.locale];
  const whole = names.length > 0 && names.length <= NAMES_ON_COVER ? [`${words.by} ${names.join(', ')}`] : [];
  const fewer = FEWER_NAMES.filter((count) => count < names.length).map(
    (count) => `${words.by} ${words.and(names.slice(0, count).join(', '), names.length - count)}`,
  );
  return [...whole, ...fewer];
}

const isDrawable = (shaper: Shaper, text: string, faces: readonly FaceId[]): boolean =>
  shaper.shape(text, faces).runs.length > 0;

function sceneSheets({ book, studies, format, shaper }: Context, coverIsFull: boolean): readonly LaidOutSheet[] {
  const sheets: LaidOutSheet[] = [];
  // A cover whose picture fills it is followed by another view of that picture.
  let before: LayoutKind | undefined = coverIsFull ? 'full' : undefined;
  let number = 1;
  book.pages.forEach((page, index) => {
    const study = studies[index];
    if (study === undefined) throw new Error(`no study of picture ${index}`);
    const layout = layOutScene({
      sheet: sheetOf(format),
      page: index,
      number,
      bookmark: bookmarkOf(number, page.told.text),
      study,
      alt: describePicture(page, book.locale),
      paragraphs: toldParagraphs(page.told, book.level, shaper),
      locale: page.told.locale,
      body: bodyFor(book, format),
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
  const { leading } = BODY[level];
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

/** Larger on a larger sheet, but with the same floor. */
function bodyFor(book: Book, format: PageFormat): BodySizes {
  const sizes = BODY[book.level];
  return { ...sizes, ideal: Math.round(sizes.ideal * sheetOf(format).scale) };
}

function closingSheets({ book, studies, format, shaper }: Context): readonly LaidOutSheet[] {
  const palette = paletteOf(studies[0]?.tint ?? CREAM);
  return [layOutClosing({ sheet: sheetOf(format), words: WORDING[book.locale].end, studies, palette, shaper })];
}

function colophonSheets(
  { book, studies, format, shaper }: Context,
  story: readonly LaidOutSheet[],
): readonly LaidOutSheet[] {
  const faces = BODY_FACES[book.locale];
  const hasEmoji = emojiIn(story).length > 0;
  // Emoji lie over letters of the one-colour font.
  const used = new Set([...facesIn(story), ...faces.slice(0, 1), ...(hasEmoji ? (['emoji'] as const) : [])]);
  const colophon = colophonOf(book, { faces: used, hasEmoji });
  const palette = paletteOf(studies[0]?.tint ?? CREAM);
  return layOutColophon({
    sheet: sheetOf(format),
    colophon,
    prints: { label: WORDING[book.locale].pictures, note: WORDING[book.locale].printsNote },
    palette,
    faces,
    shaper,
  });
}
