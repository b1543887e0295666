// Which pictures have too few pixels for the size at which they are printed, so that their owner can be told. Pure.
import type { Book, CoarsePicture } from '../story.ts';
import type { LaidOutSheet } from './layout/sheet.ts';

/** Below this, in dots per inch, a drawing's lines look soft at the distance from which a child reads. */
const FINE_ENOUGH = 100;

/** @param first by what number the sheets name the picture of the book's first page. */
export function coarsePictures(book: Book, sheets: readonly LaidOutSheet[], first = 0): readonly CoarsePicture[] {
  return book.pages.flatMap(({ picture }, index) => {
    const widths = sheets
      .flatMap(({ parts }) => parts)
      // Prints that only decorate are smaller.
      .flatMap((part) =>
        part.kind === 'picture' && part.page === first + index && part.alt !== undefined ? [part.at.width] : [],
      );
    const dpi = Math.floor((picture.width * 72) / Math.max(...widths));
    if (dpi >= FINE_ENOUGH) return [];
    return [{ number: index + 1, dpi, ...(picture.name === undefined ? {} : { name: picture.name }) }];
  });
}
