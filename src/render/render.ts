// Book → PDF: studies the pictures, lays out the sheets, draws them, and spends the rest of the budget on pictures.
// The same sheets become images, too, where they are asked for.

import { TalesError, throwIfCancelled } from '../errors.ts';
import type { BlobRef, Book, CoarsePicture, Note, PageFormat, Picture } from '../story.ts';
import { coarsePictures } from './coarse.ts';
import { noticeOf } from './colophon.ts';
import { composeBook, namesOf } from './compose.ts';
import { drawEmoji } from './emoji/art.ts';
import { emojiIn } from './layout/sheet.ts';
import { draftDocument } from './pdf/document.ts';
import type { PictureStudy, PrintedPictures, PrintImage } from './picture-types.ts';
import { encodeForPrint, studyPicture } from './pictures.ts';
import { type DrawInput, drawSheets, type SheetImage } from './screen/draw.ts';
import { oneLine } from './text/clean.ts';
import { WORDING } from './wording.ts';

export interface RenderOptions {
  /** Bytes of a picture. Called when its turn comes, so that only one is in memory at a time. */
  readonly read: (ref: BlobRef) => Promise<Uint8Array>;
  readonly format: PageFormat;
  readonly signal?: AbortSignal;
  /** Steps done and steps in all. */
  readonly onProgress?: (done: number, total: number) => void;
  /** Draws every sheet as an image besides. */
  readonly images?: boolean;
  /** Most bytes of the whole file; 9.5 MiB by default, so that chat services of 10 MiB take it. */
  readonly budget?: number;
}

export interface Rendering {
  readonly bytes: Uint8Array;
  readonly pageCount: number;
  /** Of the sheets, cover first; none unless they were asked for. */
  readonly images: readonly SheetImage[];
  /** In what the book is poorer than asked. */
  readonly notes: readonly Note[];
}

export const DEFAULT_BUDGET = 9.5 * 1024 * 1024;

/**
 * The same book and pictures give the same bytes.
 * @throws TalesError `book-no-pictures`, `book-too-big`, `cancelled`, and what `read` throws.
 */
export async function renderBook(book: Book, options: RenderOptions): Promise<Rendering> {
  const { format, budget = DEFAULT_BUDGET } = options;
  if (book.pages.length === 0) throw new TalesError('book-no-pictures', { where: book.title });
  const pictures = [...new Map(book.pages.map(({ picture }) => [picture.key, picture])).values()];
  const step = countSteps(options, (options.images ? 3 : 2) * pictures.length + 1);
  const studies = await studyAll(pictures, options, step);
  const { sheets, dropped } = composeBook(
    book,
    book.pages.map(({ picture }) => studyOf(studies, picture.key)),
    format,
  );
  const emoji = await drawEmoji(emojiIn(sheets));
  const notice = noticeOf(book);
  const draft = await draftDocument({
    title: oneLine(book.title) || WORDING[book.locale].untitled,
    authors: namesOf(book),
    locale: book.locale,
    ...(notice !== undefined && { notice }),
    sheets,
    pictures: book.pages.map(({ picture }) => picture.key),
    emoji,
  });
  step();
  const printed = await printAll(pictures, options, budget - draft.size - PER_PICTURE * pictures.length, step);
  const bytes = await draft.finish(printed.images);
  throwIfCancelled(options.signal);
  if (bytes.length > budget) throw new TalesError('book-too-big', { size: bytes.length, limit: budget });
  const images = options.images
    ? await drawAll({ sheets, pictures: printedOf(book, printed), emoji }, { steps: pictures.length, step })
    : [];
  throwIfCancelled(options.signal);
  return { bytes, pageCount: sheets.length, images, notes: notesOf(dropped, printed, coarsePictures(book, sheets)) };
}

/** Bytes of the object around a picture's data. */
const PER_PICTURE = 256;

function countSteps({ signal, onProgress }: RenderOptions, total: number): () => void {
  let done = 0;
  return () => {
    throwIfCancelled(signal);
    done += 1;
    onProgress?.(done, total);
  };
}

type Studies = ReadonlyMap<string, PictureStudy>;

async function studyAll(pictures: readonly Picture[], { read }: RenderOptions, step: () => void): Promise<Studies> {
  const studies = new Map<string, PictureStudy>();
  for (const picture of pictures) {
    studies.set(picture.key, await studyPicture(await read(picture)));
    step();
  }
  return studies;
}

function studyOf(studies: Studies, key: string): PictureStudy {
  const study = studies.get(key);
  if (study === undefined) throw new Error('a picture of the book was not studied');
  return study;
}

function printAll(
  pictures: readonly Picture[],
  { read, signal }: RenderOptions,
  budget: number,
  step: () => void,
): Promise<PrintedPictures> {
  const begun = new Set<string>();
  const sources = pictures.map((picture) => ({
    key: picture.key,
    read: async () => {
      // A picture is read again at each lower quality, but counts once.
      if (!begun.has(picture.key)) step();
      begun.add(picture.key);
      return read(picture);
    },
  }));
  return encodeForPrint(sources, { budget, ...(signal === undefined ? {} : { signal }) });
}

function printedOf({ pages }: Book, { images }: PrintedPictures): readonly PrintImage[] {
  return pages.map(({ picture: { key } }) => {
    const image = images.get(key);
    if (image === undefined) throw new Error('a picture of the book was not encoded');
    return image;
  });
}

interface Share {
  readonly steps: number;
  readonly step: () => void;
}

/** However many sheets there are, they take the steps given to them. */
function drawAll(input: DrawInput, { steps, step }: Share): Promise<readonly SheetImage[]> {
  let [drawn, counted] = [0, 0];
  return drawSheets(input, () => {
    drawn += 1;
    for (; counted < Math.floor((steps * drawn) / input.sheets.length); counted++) step();
  });
}

function notesOf(
  dropped: readonly string[],
  { step }: PrintedPictures,
  coarse: readonly CoarsePicture[],
): readonly Note[] {
  return [
    ...(dropped.length > 0 ? [{ code: 'undrawable', characters: dropped } as const] : []),
    ...(step.index > 0 ? [{ code: 'reduced-pictures', longSide: step.longSide } as const] : []),
    ...(coarse.length > 0 ? [{ code: 'coarse-pictures', pictures: coarse } as const] : []),
  ];
}
