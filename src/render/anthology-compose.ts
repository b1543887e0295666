// An anthology as laid-out sheets, volume by volume: cover, contents, a title page and the scenes of each child's book,
// colophon, closing page. Which books a volume holds is given; the sheets of one are numbered from its cover.
import type { Anthology, Book, PageFormat } from '../story.ts';
import { type Chapter, chapterSheets } from './anthology-chapter.ts';
import { anthologyColophon } from './anthology-colophon.ts';
import { contentsGroups } from './anthology-contents.ts';
import { ANTHOLOGY_WORDS } from './anthology-wording.ts';
import { authorsOf, bylinesOf, titleOf } from './compose.ts';
import { BODY_FACES } from './fonts/catalogue.ts';
import { sheetOf } from './formats.ts';
import { layOutAnthologyCover } from './layout/anthology-cover.ts';
import { type ChapterPlan, planChapters } from './layout/chapter.ts';
import { layOutClosing } from './layout/closing.ts';
import { layOutColophon } from './layout/colophon.ts';
import { layOutContents } from './layout/contents.ts';
import { emojiIn, facesIn, type LaidOutSheet } from './layout/sheet.ts';
import { paletteOf } from './palette.ts';
import type { PictureStudy, Rgb } from './picture-types.ts';
import { oneLine } from './text/clean.ts';
import { createShaper, type Shaper } from './text/shape.ts';
import { ROOMY_TYPE, USUAL_TYPE } from './theme.ts';
import { WORDING } from './wording.ts';

export interface Volume {
  /** What its file is called. */
  readonly title: string;
  readonly books: readonly Book[];
  readonly sheets: readonly LaidOutSheet[];
  /** Printed number of each book's first page. */
  readonly numbers: readonly number[];
}

export interface AnthologyComposition {
  readonly volumes: readonly Volume[];
  /** What no font could draw and was left out. */
  readonly dropped: readonly string[];
}

export interface AnthologyInput {
  readonly anthology: Anthology;
  /** Of each book's pictures, in the order of its pages. */
  readonly studies: readonly (readonly PictureStudy[])[];
  readonly format: PageFormat;
  /** How many books each volume holds; together they hold all. */
  readonly counts: readonly number[];
}

/** Of nobody's picture: no child's colours are those of all. */
const FRAME_TINT: Rgb = [222, 237, 250];
const FRAME = paletteOf(FRAME_TINT);

interface Frame extends Omit<AnthologyInput, 'studies'> {
  /** Of what is the anthology's own. */
  readonly shaper: Shaper;
  readonly shaperOf: (book: Book) => Shaper;
  readonly plan: ChapterPlan;
  /** Of each volume, without page numbers yet. */
  readonly chapters: readonly (readonly Chapter[])[];
}

export function composeAnthology(input: AnthologyInput): AnthologyComposition {
  const { anthology, format, counts } = input;
  const { shaper, shaperOf } = shapersFor(anthology);
  const all = anthology.books.map((book, index) => chapterOf(book, input.studies[index] ?? [], shaper));
  const plan = planChapters(sheetOf(format), shaper, all);
  const frame: Frame = { anthology, format, counts, shaper, shaperOf, plan, chapters: parted(all, counts) };
  const bodies = frame.chapters.map((chapters, volume) => bodyOf(frame, chapters, contentsOf(frame, volume).length));
  const numbered: Frame = { ...frame, chapters: bodies.map(({ chapters }) => chapters) };
  const volumes = bodies.map(({ sheets, chapters }, volume): Volume => {
    const closing = closingOf(numbered, volume);
    const before = [coverOf(numbered, volume), ...contentsOf(numbered, volume), ...sheets];
    const books = chapters.map(({ book }) => book);
    return {
      title: fileTitle(frame, volume),
      books,
      // Last of all, as its printed back cover, comes what has every child's picture on it, and no list of credits.
      sheets: [...before, ...colophonOf(numbered, books, [...before, closing]), closing],
      numbers: chapters.map(({ number }) => number),
    };
  });
  return { volumes, dropped: [...shaper.dropped] };
}

/** Each book is set as it is by itself; what is nobody's, large where every book is. */
function shapersFor({ books }: Anthology): Pick<Frame, 'shaper' | 'shaperOf'> {
  const dropped = new Set<string>();
  const [usual, roomy] = [createShaper(USUAL_TYPE, dropped), createShaper(ROOMY_TYPE, dropped)];
  const shaperOf = (book: Book): Shaper => (book.roomy ? roomy : usual);
  return { shaper: books.every((book) => book.roomy) ? roomy : usual, shaperOf };
}

function chapterOf(book: Book, studies: readonly PictureStudy[], shaper: Shaper): Chapter {
  return {
    book,
    studies,
    title: titleOf({ book, shaper }),
    bylines: bylinesOf({ book, shaper }),
    authors: authorsOf({ book, shaper }),
    faces: BODY_FACES[book.locale],
    firstPage: 0,
    number: 0,
  };
}

/** Each volume's own, with pictures counted from its first. */
function parted(all: readonly Chapter[], counts: readonly number[]): readonly (readonly Chapter[])[] {
  let first = 0;
  return counts.map((count) => {
    let firstPage = 0;
    const own = all.slice(first, first + count).map((chapter): Chapter => {
      const placed = { ...chapter, firstPage };
      firstPage += chapter.book.pages.length;
      return placed;
    });
    first += count;
    return own;
  });
}

interface Body {
  readonly chapters: readonly Chapter[];
  readonly sheets: readonly LaidOutSheet[];
}

/** @param before sheets of contents. */
function bodyOf({ format, shaperOf, plan }: Frame, chapters: readonly Chapter[], before: number): Body {
  const sheets: LaidOutSheet[] = [];
  const numbered = chapters.map((chapter): Chapter => {
    // The cover is the first page, so that a printed number is also the one that readers count.
    const placed = { ...chapter, number: before + sheets.length + 2 };
    sheets.push(...chapterSheets(placed, { format, shaper: shaperOf(placed.book), plan }));
    return placed;
  });
  return { chapters: numbered, sheets };
}

/** Present where there are several. */
const volumeName = ({ anthology, counts }: Frame, volume: number): string | undefined =>
  counts.length > 1 ? ANTHOLOGY_WORDS[anthology.locale].volume(volume + 1) : undefined;

const titleFor = ({ title, locale }: Anthology): string => oneLine(title) || ANTHOLOGY_WORDS[locale].untitled;

function fileTitle(frame: Frame, volume: number): string {
  const title = titleFor(frame.anthology);
  const name = volumeName(frame, volume);
  return name === undefined ? title : ANTHOLOGY_WORDS[frame.anthology.locale].titled(title, name);
}

function coverOf(frame: Frame, volume: number): LaidOutSheet {
  const { anthology, format, shaper } = frame;
  const { locale } = anthology;
  const chapters = frame.chapters[volume] ?? [];
  const words = ANTHOLOGY_WORDS[locale];
  const name = volumeName(frame, volume);
  const className = oneLine(anthology.className ?? '');
  const stories = words.stories(chapters.length);
  const about = [className, ...(name === undefined ? [stories] : [name, stories])].filter((text) => text !== '');
  return layOutAnthologyCover({
    sheet: sheetOf(format),
    title: titleFor(anthology),
    bylines: [about.join(' · '), ...(name === undefined ? [stories] : [name])],
    bookmark: WORDING[locale].cover,
    tiles: chapters.flatMap(({ book, studies, title, firstPage }) => {
      const [study] = studies;
      const alt = { text: ANTHOLOGY_WORDS[book.locale].firstPicture(title), locale: book.locale };
      return study === undefined ? [] : [{ page: firstPage, study, alt }];
    }),
    palette: FRAME,
    faces: BODY_FACES[locale],
    shaper,
  });
}

function contentsOf(frame: Frame, volume: number): readonly LaidOutSheet[] {
  const { anthology, format, shaper, chapters } = frame;
  return layOutContents({
    sheet: sheetOf(format),
    heading: ANTHOLOGY_WORDS[anthology.locale].contents,
    groups: contentsGroups(chapters, volume, (index) => volumeName(frame, index)),
    palette: FRAME,
    shaper,
  });
}

/** Every child's last picture, as the cover has the first. */
function closingOf({ anthology, format, shaper, chapters }: Frame, volume: number): LaidOutSheet {
  const own = chapters[volume] ?? [];
  const last = own.flatMap(({ studies, firstPage }) => {
    const study = studies.at(-1);
    return study === undefined ? [] : [{ study, page: firstPage + studies.length - 1 }];
  });
  return layOutClosing({
    sheet: sheetOf(format),
    words: WORDING[anthology.locale].end,
    studies: last.map(({ study }) => study),
    pages: last.map(({ page }) => page),
    palette: FRAME,
    shaper,
  });
}

function colophonOf(
  { anthology, format, shaper }: Frame,
  books: readonly Book[],
  story: readonly LaidOutSheet[],
): readonly LaidOutSheet[] {
  const faces = BODY_FACES[anthology.locale];
  const words = WORDING[anthology.locale];
  const hasEmoji = emojiIn(story).length > 0;
  const used = new Set([...facesIn(story), ...faces.slice(0, 1), ...(hasEmoji ? (['emoji'] as const) : [])]);
  return layOutColophon({
    sheet: sheetOf(format),
    colophon: anthologyColophon(anthology, books, { faces: used, hasEmoji }),
    prints: { label: words.pictures, note: words.printsNote },
    palette: FRAME,
    faces,
    shaper,
  });
}
