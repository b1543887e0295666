// Finding one's way in a reader: bookmarks to the pages, and the page numbers that readers show.
import type { LaidOutSheet } from '../layout/sheet.ts';
import type { PdfDictionary, PdfFile, PdfValue, Ref } from './file.ts';

/** Writes the list of bookmarks and returns it (ISO 32000-1, 12.3.3). */
export function bookmarks(file: PdfFile, sheets: readonly LaidOutSheet[], pages: readonly Ref[]): Ref {
  const root = file.reserve();
  const entries = sheets.flatMap(({ bookmark }, index) => {
    const page = pages[index];
    return bookmark === undefined || page === undefined ? [] : [{ bookmark, page, ref: file.reserve() }];
  });
  entries.forEach(({ bookmark, page, ref }, index) => {
    file.put(
      {
        Title: { text: bookmark },
        Parent: root,
        Prev: entries[index - 1]?.ref,
        Next: entries[index + 1]?.ref,
        Dest: [page, 'Fit'],
      },
      ref,
    );
  });
  return file.put({ Type: 'Outlines', First: entries[0]?.ref, Last: entries.at(-1)?.ref, Count: entries.length }, root);
}

/** Numbered sheets carry their printed number, the others their bookmark (ISO 32000-1, 12.4.2). */
export function pageLabels(sheets: readonly LaidOutSheet[]): PdfDictionary {
  const ranges: PdfValue[] = sheets.flatMap(({ number, bookmark }, index): PdfValue[] =>
    number === undefined ? [index, { P: { text: bookmark ?? '' } }] : [index, { S: 'D', St: number }],
  );
  return { Nums: ranges };
}
