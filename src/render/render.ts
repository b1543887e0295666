// Book → PDF: studies the pictures, lays out the sheets, draws them, and spends the rest of the budget on pictures.
// The same sheets become images, too, where they are asked for.

import { TalesError, throwIfCancelled } from '../errors.ts';
import type { BlobRef, Book, CoarsePicture, Note, PageFormat } from '../story.ts';
import { coarsePictures } from './coarse.ts';
import { noticeOf } from './colophon.ts';
import { composeBook, namesOf } from './compose.ts';
import { drawEmoji } from './emoji/art.ts';
import { emojiIn } from './layout/sheet.ts';
import { draftDocument } from './pdf/document.ts';
import type { PrintedPictures } from './picture-types.ts';
import { encodeForPrint } from './pictures.ts';
import { distinct, PER_PICTURE, printedOf, sourcesOf, studyAll, studyOf } from './render-pictures.ts';
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
  const all = book.pages.map(({ picture }) => picture);
  const pictures = distinct(all);
  const step = countSteps(options, (options.images ? 3 : 2) * pictures.length + 1);
  const studies = await studyAll(pictures, options.read, step);
  const { sheets, dropped } = composeBook(
    book,
    all.map((picture) => studyOf(studies, picture)),
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
    pictures: all.map(({ key }) => key),
    emoji,
  });
  step();
  const printed = await encodeForPrint(sourcesOf(pictures, options.read, step), {
    budget: budget - draft.size - PER_PICTURE * pictures.length,
    ...(options.signal && { signal: options.signal }),
  });
  const bytes = await draft.finish(printed.images);
  throwIfCancelled(options.signal);
  if (bytes.length > budget) throw new TalesError('book-too-big', { size: bytes.length, limit: budget });
  const images = options.images
    ? await drawAll({ sheets, pictures: printedOf(all, printed), emoji }, { steps: pictures.length, step })
    : [];
  throwIfCancelled(options.signal);
  return { bytes, pageCount: sheets.length, images, notes: notesOf(dropped, printed, coarsePictures(book, sheets)) };
}

function countSteps({ signal, onProgress }: RenderOptions, total: number): () => void {
  let done = 0;
  return () => {
    throwIfCancelled(signal);
    done += 1;
    onProgress?.(done, total);
  };
}

export interface Share {
  readonly steps: number;
  readonly step: () => void;
}

/** However many sheets there are, they take the steps given to them. */
export function drawAll(input: DrawInput, { steps, step }: Share): Promise<readonly SheetImage[]> {
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
