// Finding one's way in a reader: bookmarks to the pages, and the page numbers that readers show.
import type { LaidOutSheet } from '../layout/sheet.ts';
import type { PdfDictionary, PdfFile, PdfValue, Ref } from './file.ts';

interface Bookmark {
  readonly title: string;
  readonly page: Ref;
  readonly ref: Ref;
  /** Those of a chapter, folded until somebody opens it. */
  readonly below: Bookmark[];
}

/** Writes the list of bookmarks and returns it (ISO 32000-1, 12.3.3). */
export function bookmarks(file: PdfFile, sheets: readonly LaidOutSheet[], pages: readonly Ref[]): Ref {
  const root = file.reserve();
  const entries: Bookmark[] = [];
  for (const [index, { bookmark, inChapter }] of sheets.entries()) {
    const page = pages[index];
    if (bookmark === undefined || page === undefined) continue;
    const level = inChapter ? (entries.at(-1)?.below ?? entries) : entries;
    level.push({ title: bookmark, page, ref: file.reserve(), below: [] });
  }
  putLevel(file, entries, root);
  return file.put({ Type: 'Outlines', First: entries[0]?.ref, Last: entries.at(-1)?.ref, Count: entries.length }, root);
}

function putLevel(file: PdfFile, entries: readonly Bookmark[], parent: Ref): void {
  for (const [index, { title, page, ref, below }] of entries.entries()) {
    file.put(
      {
        Title: { text: title },
        Parent: parent,
        Prev: entries[index - 1]?.ref,
        Next: entries[index + 1]?.ref,
        First: below[0]?.ref,
        Last: below.at(-1)?.ref,
        Count: below.length > 0 ? -below.length : undefined,
        Dest: [page, 'Fit'],
      },
      ref,
    );
    putLevel(file, below, ref);
  }
}

/** Numbered sheets carry their printed number, the others their bookmark (ISO 32000-1, 12.4.2). */
export function pageLabels(sheets: readonly LaidOutSheet[]): PdfDictionary {
  const ranges: PdfValue[] = sheets.flatMap(({ number, bookmark }, index): PdfValue[] =>
    number === undefined ? [index, { P: { text: bookmark ?? '' } }] : [index, { S: 'D', St: number }],
  );
  return { Nums: ranges };
}
