// Links from a table of contents to pages of the same file: annotations over the entries, tied to their tags.
// What an entry says is drawn by `paint-text.ts`.
import type { Entry } from '../layout/sheet.ts';
import type { PdfFile, PdfValue, Ref } from './file.ts';
import type { EntryTags, LinkTag, PageTags, TagOptions } from './tags.ts';

export interface PageLinks {
  /** The tags of an entry, begun when it is first asked for. */
  entry(entry: Entry, options: TagOptions): EntryTags;
  /** Value of the page's /Annots; absent on a page without links. */
  annotations(): readonly Ref[] | undefined;
}

export interface Links {
  page(height: number, tags: PageTags): PageLinks;
  /** Writes the annotations; `pages` by the indices that entries name. */
  finish(pages: readonly Ref[]): void;
}

/** Printed (bit 3), as ISO 14289-1 asks of every annotation. */
const PRINTED = 4;

export function createLinks(file: PdfFile): Links {
  const unfinished: ((pages: readonly Ref[]) => void)[] = [];
  return {
    page(height, tags) {
      const begun = new Map<Entry, EntryTags>();
      const refs: Ref[] = [];
      const link = (entry: Entry, { annotation, key }: LinkTag): void => {
        refs.push(annotation);
        unfinished.push((pages) => {
          const page = pages[entry.to ?? -1];
          if (!page) throw new RangeError(`a link leads to sheet ${entry.to}, which is not there`);
          const box = boxOf(entry, height);
          file.put(annotationFor({ box, page, key, label: entry.label }), annotation);
        });
      };
      return {
        entry(entry, options) {
          const known = begun.get(entry);
          if (known) return known;
          const made = tags.entry(entry.to !== undefined, options);
          begun.set(entry, made);
          if (made.link) link(entry, made.link);
          return made;
        },
        annotations: () => (refs.length > 0 ? refs : undefined),
      };
    },
    finish(pages) {
      for (const finish of unfinished) finish(pages);
    },
  };
}

const boxOf = ({ at: { x, y, width, height } }: Entry, sheetHeight: number): readonly number[] =>
  [x, sheetHeight - y - height, x + width, sheetHeight - y].map((v) => Math.round(v * 1000) / 1000);

interface Annotation {
  readonly box: readonly number[];
  readonly page: Ref;
  readonly key: number;
  readonly label: string;
}

function annotationFor({ box, page, key, label }: Annotation): PdfValue {
  return {
    Type: 'Annot',
    Subtype: 'Link',
    Rect: box,
    Border: [0, 0, 0],
    F: PRINTED,
    Dest: [page, 'Fit'],
    Contents: { text: label },
    StructParent: key,
  };
}
