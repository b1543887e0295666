// Book → PDF: studies the pictures, lays out the sheets, draws them, and spends the rest of the budget on pictures.

import { TalesError, throwIfCancelled } from '../errors.ts';
import type { BlobRef, Book, Note, PageFormat } from '../story.ts';
import { composeBook } from './compose.ts';
import { drawEmoji } from './emoji/art.ts';
import { emojiIn } from './layout/sheet.ts';
import { draftDocument } from './pdf/document.ts';
import type { PictureStudy, PrintedPictures } from './picture-types.ts';
import { encodeForPrint, studyPicture } from './pictures.ts';
import { oneLine } from './text/clean.ts';
import { WORDING } from './wording.ts';

export interface RenderOptions {
  /** Bytes of a picture. Called when its turn comes, so that only one is in memory at a time. */
  readonly read: (ref: BlobRef) => Promise<Uint8Array>;
  readonly format: PageFormat;
  readonly signal?: AbortSignal;
  /** Steps done and steps in all. */
  readonly onProgress?: (done: number, total: number) => void;
  /** Most bytes of the whole file; 9.5 MiB by default, so that chat services of 10 MiB take it. */
  readonly budget?: number;
}

export interface Rendering {
  readonly bytes: Uint8Array;
  readonly pageCount: number;
  /** In what the book is poorer than asked. */
  readonly notes: readonly Note[];
}

export const DEFAULT_BUDGET = 9.5 * 1024 * 1024;

/**
 * The same book and pictures give the same bytes.
 * @throws TalesError `book-no-pictures`, `book-too-big`, `cancelled`, and what `read` throws.
 */
export async function renderBook(book: Book, options: RenderOptions): Promise<Rendering> {
  const { format, signal, onProgress, budget = DEFAULT_BUDGET } = options;
  if (book.pages.length === 0) throw new TalesError('book-no-pictures', { where: book.title });
  // One step per study, one for the pages, one per picture printed.
  const total = 2 * book.pages.length + 1;
  let done = 0;
  const step = (): void => {
    throwIfCancelled(signal);
    done += 1;
    onProgress?.(done, total);
  };
  const studies = await studyAll(book, options, step);
  const { sheets, dropped } = composeBook(book, studies, format);
  const emoji = await drawEmoji(emojiIn(sheets));
  const title = oneLine(book.title) || WORDING[book.locale].untitled;
  const draft = await draftDocument({ title, authors: book.authors.map(oneLine), locale: book.locale, sheets, emoji });
  step();
  const printed = await printAll(book, options, budget - draft.size - PER_PICTURE * book.pages.length, step);
  const bytes = await draft.finish(book.pages.map((page) => imageOf(printed, page.picture.key)));
  throwIfCancelled(signal);
  if (bytes.length > budget) throw new TalesError('book-too-big', { size: bytes.length, limit: budget });
  return { bytes, pageCount: sheets.length, notes: notesOf(dropped, printed) };
}

/** Bytes of the object around a picture's data. */
const PER_PICTURE = 256;

async function studyAll(book: Book, { read }: RenderOptions, step: () => void): Promise<readonly PictureStudy[]> {
  const studies: PictureStudy[] = [];
  for (const { picture } of book.pages) {
    studies.push(await studyPicture(await read(picture)));
    step();
  }
  return studies;
}

function printAll(
  book: Book,
  { read, signal }: RenderOptions,
  budget: number,
  step: () => void,
): Promise<PrintedPictures> {
  const seen = new Set<string>();
  const sources = book.pages.map(({ picture }) => ({
    key: picture.key,
    read: () => {
      if (!seen.has(picture.key)) step();
      seen.add(picture.key);
      return read(picture);
    },
  }));
  return encodeForPrint(sources, { budget, ...(signal === undefined ? {} : { signal }) });
}

function imageOf(printed: PrintedPictures, key: string) {
  const image = printed.images.get(key);
  if (image === undefined) throw new Error('a picture was not encoded');
  return image;
}

function notesOf(dropped: readonly string[], { step }: PrintedPictures): readonly Note[] {
  return [
    ...(dropped.length > 0 ? [{ code: 'undrawable', characters: dropped } as const] : []),
    ...(step.index > 0 ? [{ code: 'reduced-pictures', longSide: step.longSide } as const] : []),
  ];
}
