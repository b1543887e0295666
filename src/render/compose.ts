// A book as laid-out sheets: cover, scenes, closing page, colophon. Pure but for fonts, which are read when first needed.
import type { Book, PageFormat } from '../story.ts';
import { describePicture } from './alt.ts';
import { colophonOf } from './colophon.ts';
import { BODY_FACES, type FaceId, TITLE_FACES } from './fonts/catalogue.ts';
import { sheetOf } from './formats.ts';
import { layOutClosing } from './layout/closing.ts';
import { layOutColophon } from './layout/colophon.ts';
import { layOutCover } from './layout/cover.ts';
import { emojiIn, facesIn, type LaidOutSheet } from './layout/sheet.ts';
import { paletteOf } from './palette.ts';
import type { PictureStudy } from './picture-types.ts';
import { type Context, sceneSheets } from './scenes.ts';
import { oneLine } from './text/clean.ts';
import { createShaper, type Shaper } from './text/shape.ts';
import { CREAM, typeOf } from './theme.ts';
import { WORDING } from './wording.ts';

export interface Composition {
  readonly sheets: readonly LaidOutSheet[];
  /** What no font could draw and was left out. */
  readonly dropped: readonly string[];
}

/** `studies` in the order of the book's pages. */
export function composeBook(book: Book, studies: readonly PictureStudy[], format: PageFormat): Composition {
  const context: Context = { book, studies, format, shaper: createShaper(typeOf(book)) };
  const cover = coverSheets(context);
  const coverIsFull = cover.some((sheet) => sheet.full === true);
  const story = [
    ...cover,
    ...sceneSheets(context, { coverIsFull, firstPage: 0, firstNumber: 1 }),
    ...closingSheets(context),
  ];
  return { sheets: [...story, ...colophonSheets(context, story)], dropped: [...context.shaper.dropped] };
}

/** The cover of a book by itself. */
export function coverSheets(context: Context): readonly LaidOutSheet[] {
  const { book, studies, format, shaper } = context;
  const [page] = book.pages;
  const [study] = studies;
  if (page === undefined || study === undefined) return [];
  const words = WORDING[book.locale];
  const input = {
    sheet: sheetOf(format),
    title: titleOf(context),
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
export const bylinesOf = (context: Pick<Context, 'book' | 'shaper'>): readonly string[] =>
  authorsOf(context).map((names) => `${WORDING[context.book.locale].by} ${names}`);

/** The authors on one line, fullest first: all of them, then some and how many more. */
export function authorsOf({ book, shaper }: Pick<Context, 'book' | 'shaper'>): readonly string[] {
  const names = namesOf(book).filter((name) => isDrawable(shaper, name, BODY_FACES[book.locale]));
  const words = WORDING[book.locale];
  const whole = names.length > 0 && names.length <= NAMES_ON_COVER ? [names.join(', ')] : [];
  const fewer = FEWER_NAMES.filter((count) => count < names.length).map((count) =>
    words.and(names.slice(0, count).join(', '), names.length - count),
  );
  return [...whole, ...fewer];
}

/** The title as it is printed: what can be drawn of it, or the words for a book without one. */
export function titleOf({ book, shaper }: Pick<Context, 'book' | 'shaper'>): string {
  const title = oneLine(book.title);
  return isDrawable(shaper, title, TITLE_FACES) ? title : WORDING[book.locale].untitled;
}

const isDrawable = (shaper: Shaper, text: string, faces: readonly FaceId[]): boolean =>
  shaper.shape(text, faces).runs.length > 0;

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
