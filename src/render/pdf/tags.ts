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

/** A link's place on the page and in the structure, for the annotation that makes it one (ISO 32000-1, 14.7.4.4). */
export interface LinkTag {
  /** Its annotation, to be written by whoever knows where it leads. */
  readonly annotation: Ref;
  /** Value of the annotation's /StructParent. */
  readonly key: number;
}

/** Marks of one page. */
export interface PageTags {
  /** Value of the page's /StructParents. */
  readonly key: number;
  /** Adds an element to the page's part and returns the number (MCID) to mark its content with. */
  add(type: string, options?: TagOptions): number;
  /** Begins an entry of a table of contents: an item with a reference, and in it a link where there is one. */
  entry(isLink: boolean, options?: TagOptions): EntryTags;
}

export interface EntryTags {
  readonly link?: LinkTag;
  /** The next content of the entry. */
  add(): number;
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
  const parents: [key: number, value: PdfValue][] = [];
  const closing: (() => void)[] = [];
  let keys = 0;
  return {
    page(page) {
      const key = keys++;
      const part = file.reserve();
      const kids: Ref[] = [];
      /** By MCID: the element that holds the content. */
      const holders: Ref[] = [];
      const entries = createContents(file, { page, part, kids, holders, parents, nextKey: () => keys++ });
      closing.push(() => {
        entries.close();
        parents.push([key, holders]);
        if (kids.length === 0) return;
        parts.push(part);
        file.put({ Type: 'StructElem', S: 'Sect', P: document, K: kids }, part);
      });
      return {
        key,
        add(type, options = {}) {
          entries.close();
          const ref = file.put({ ...element(type, options), P: part, Pg: page, K: holders.length });
          kids.push(ref);
          holders.push(ref);
          return holders.length - 1;
        },
        entry: entries.add,
      };
    },
    finish() {
      for (const close of closing) close();
      file.put({ Type: 'StructElem', S: 'Document', P: root, K: parts }, document);
      const inOrder = parents.sort(([one], [other]) => one - other);
      const parentTree = file.put({ Nums: inOrder.flat() });
      return file.put({ Type: 'StructTreeRoot', K: [document], ParentTree: parentTree, ParentTreeNextKey: keys }, root);
    },
  };
}

interface ContentsPage {
  readonly page: Ref;
  readonly part: Ref;
  readonly kids: Ref[];
  readonly holders: Ref[];
  readonly parents: [key: number, value: PdfValue][];
  readonly nextKey: () => number;
}

interface Contents {
  add(isLink: boolean, options?: TagOptions): EntryTags;
  /** Whatever is added next to the page is no part of the table. */
  close(): void;
}

/** Tables of contents: TOC > TOCI > Reference > Link; entries that follow each other belong to one table. */
function createContents(file: PdfFile, { page, part, kids, holders, parents, nextKey }: ContentsPage): Contents {
  let table: { readonly ref: Ref; readonly items: Ref[] } | undefined;
  const unfinished: (() => void)[] = [];
  const open = (): { readonly ref: Ref; readonly items: Ref[] } => {
    const made = { ref: file.reserve(), items: [] };
    kids.push(made.ref);
    return made;
  };
  return {
    add(isLink, options = {}) {
      table ??= open();
      const [item, reference, inner] = [file.reserve(), file.reserve(), file.reserve()];
      table.items.push(item);
      file.put({ ...element('TOCI', options), P: table.ref, K: [reference] }, item);
      file.put({ ...element('Reference', {}), P: item, K: [inner] }, reference);
      const content: PdfValue[] = [];
      const link = isLink ? { annotation: file.reserve(), key: nextKey() } : undefined;
      if (link) parents.push([link.key, inner]);
      unfinished.push(() => {
        const object = link && { Type: 'OBJR', Obj: link.annotation, Pg: page };
        const all = object ? [...content, object] : content;
        file.put({ ...element(link ? 'Link' : 'Span', {}), P: reference, Pg: page, K: all }, inner);
      });
      return {
        ...(link && { link }),
        add() {
          holders.push(inner);
          content.push(holders.length - 1);
          return holders.length - 1;
        },
      };
    },
    close() {
      if (!table) return;
      file.put({ Type: 'StructElem', S: 'TOC', P: part, K: table.items }, table.ref);
      for (const finish of unfinished.splice(0)) finish();
      table = undefined;
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
