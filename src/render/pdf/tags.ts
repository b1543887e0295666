// The structure that screen readers follow: a tree of parts, headings, paragraphs and figures over the marked content
// (ISO 32000-1, 14.7 and 14.8). Which content is marked how is left to `paint.ts`.
import type { PdfFile, PdfValue, Ref } from './file.ts';

export interface TagOptions {
  readonly alt?: string;
  /** Such as `ko-KR`, where it differs from the document's. */
  readonly lang?: string;
  /** Left, bottom, right, top on the page. */
  readonly box?: readonly number[];
}

/** Marks of one page. */
export interface PageTags {
  /** Value of the page's /StructParents. */
  readonly key: number;
  /** Adds an element to the page's part and returns the number (MCID) to mark its content with. */
  add(type: string, options?: TagOptions): number;
}

export interface TagTree {
  /** Begins a page: its elements become one part of the document. */
  page(page: Ref): PageTags;
  /** Writes the tree and returns the reference for the catalogue's /StructTreeRoot. */
  finish(): Ref;
}

export function createTagTree(file: PdfFile): TagTree {
  const root = file.reserve();
  const document = file.reserve();
  const parts: Ref[] = [];
  const parents: PdfValue[] = [];
  const closing: (() => void)[] = [];
  return {
    page(page) {
      const key = closing.length;
      const part = file.reserve();
      const elements: Ref[] = [];
      closing.push(() => {
        parents.push(key, elements);
        if (elements.length === 0) return;
        parts.push(part);
        file.put({ Type: 'StructElem', S: 'Sect', P: document, K: elements }, part);
      });
      return {
        key,
        add(type, options = {}) {
          elements.push(file.put({ ...element(type, options), P: part, Pg: page, K: elements.length }));
          return elements.length - 1;
        },
      };
    },
    finish() {
      for (const close of closing) close();
      file.put({ Type: 'StructElem', S: 'Document', P: root, K: parts }, document);
      const parentTree = file.put({ Nums: parents });
      return file.put(
        { Type: 'StructTreeRoot', K: [document], ParentTree: parentTree, ParentTreeNextKey: closing.length },
        root,
      );
    },
  };
}

function element(type: string, { alt, lang, box }: TagOptions): Record<string, PdfValue | undefined> {
  return {
    Type: 'StructElem',
    S: type,
    Alt: alt === undefined ? undefined : { text: alt },
    Lang: lang === undefined ? undefined : { text: lang },
    A: box === undefined ? undefined : { O: 'Layout', Placement: 'Block', BBox: box },
  };
}
