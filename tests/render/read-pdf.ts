// Reads a finished PDF back with a parser of its own: structure, text by mark, and what navigation it offers.
import { inflateSync } from 'node:zlib';
import {
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFRawStream,
  PDFRef,
} from 'pdf-lib';

export interface ReadElement {
  readonly type: string;
  readonly alt?: string;
  readonly lang?: string;
  /** Text of the marked content, in the order of drawing. */
  readonly text: string;
  /** Index of the page. */
  readonly page: number;
}

export interface ReadLink {
  readonly page: number;
  /** Index of the page that it leads to. */
  readonly to: number;
  readonly label: string;
  /** Left, bottom, right, top. */
  readonly box: readonly number[];
  /** Types of the structure elements around it, outermost first. */
  readonly within: readonly string[];
  /** What its element says. */
  readonly text: string;
}

export interface ReadPdf {
  readonly lang: string;
  readonly title: string;
  readonly marked: boolean;
  readonly displaysTitle: boolean;
  /** Elements in reading order; the parts that hold them are left out. */
  readonly elements: readonly ReadElement[];
  readonly bookmarks: readonly string[];
  /** The same with what lies below each. */
  readonly outline: readonly { readonly title: string; readonly below: readonly string[] }[];
  /** Links of all pages, in order. */
  readonly links: readonly ReadLink[];
  /** Text outside of all elements, by page. */
  readonly artifacts: readonly string[];
  readonly pages: readonly { readonly width: number; readonly height: number }[];
}

export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const document = await PDFDocument.load(bytes, { updateMetadata: false });
  const { context, catalog } = document;
  const get = (dict: PDFDict | undefined, key: string): PDFObject | undefined =>
    dict && context.lookup(dict.get(PDFName.of(key)));
  const dict = (from: PDFDict | undefined, key: string): PDFDict | undefined => {
    const value = get(from, key);
    return value instanceof PDFDict ? value : undefined;
  };
  const text = (from: PDFDict | undefined, key: string): string => {
    const value = get(from, key);
    return value instanceof PDFHexString ? value.decodeText() : '';
  };
  const stream = (object: PDFObject | undefined): Buffer => {
    if (!(object instanceof PDFRawStream)) throw new Error('not a stream');
    return inflateSync(object.contents);
  };
  const pages = document.getPages();
  const contents = pages.map((page) => {
    const fonts = new Map<string, Map<string, string>>();
    for (const [name, ref] of dict(page.node.Resources(), 'Font')?.entries() ?? []) {
      const font = context.lookup(ref, PDFDict);
      fonts.set(name.decodeText(), unicodeMap(stream(get(font, 'ToUnicode')).toString('latin1')));
    }
    return marksOf(stream(page.node.Contents()).toString('latin1'), fonts);
  });
  const elements: ReadElement[] = [];
  const pageIndex = new Map(pages.map((page, index) => [page.ref, index]));
  const walk = (element: PDFDict): void => {
    const kids = get(element, 'K');
    const pageRef = element.get(PDFName.of('Pg'));
    if (kids instanceof PDFNumber && pageRef instanceof PDFRef) {
      const page = pageIndex.get(pageRef) ?? -1;
      const [alt, lang] = [text(element, 'Alt'), text(element, 'Lang')];
      elements.push({
        type: String(get(element, 'S')).slice(1),
        page,
        text: contents[page]?.get(kids.asNumber()) ?? 'MISSING',
        ...(alt === '' ? {} : { alt }),
        ...(lang === '' ? {} : { lang }),
      });
    }
    if (kids instanceof PDFArray)
      for (const kid of kids.asArray()) {
        const child = context.lookup(kid);
        if (child instanceof PDFDict) walk(child);
      }
  };
  const marksIn = (element: PDFDict): string => {
    const kids = get(element, 'K');
    const page = element.get(PDFName.of('Pg'));
    const marks = contents[page instanceof PDFRef ? (pageIndex.get(page) ?? -1) : -1];
    if (!(kids instanceof PDFArray)) return '';
    return kids
      .asArray()
      .flatMap((kid) => (kid instanceof PDFNumber ? [marks?.get(kid.asNumber()) ?? 'MISSING'] : []))
      .join('|');
  };
  const ancestry = (element: PDFDict | undefined): readonly string[] =>
    element === undefined || get(element, 'S') === undefined
      ? []
      : [...ancestry(dict(element, 'P')), String(get(element, 'S')).slice(1)];
  const parentTree = get(dict(dict(catalog, 'StructTreeRoot'), 'ParentTree'), 'Nums');
  const holderOf = (key: number): PDFDict | undefined => {
    const all = parentTree instanceof PDFArray ? parentTree.asArray() : [];
    const at = all.findIndex(
      (entry, index) => index % 2 === 0 && entry instanceof PDFNumber && entry.asNumber() === key,
    );
    const found = context.lookup(all[at + 1]);
    return found instanceof PDFDict ? found : undefined;
  };
  const links = pages.flatMap((page, index) => {
    const annotations = get(page.node, 'Annots');
    if (!(annotations instanceof PDFArray)) return [];
    return annotations.asArray().map((ref): ReadLink => {
      const annotation = context.lookup(ref, PDFDict);
      const target = context.lookup(annotation.get(PDFName.of('Dest')), PDFArray).get(0);
      const holder = holderOf(context.lookup(annotation.get(PDFName.of('StructParent')), PDFNumber).asNumber());
      return {
        page: index,
        to: target instanceof PDFRef ? (pageIndex.get(target) ?? -1) : -1,
        label: text(annotation, 'Contents'),
        box: context
          .lookup(annotation.get(PDFName.of('Rect')), PDFArray)
          .asArray()
          .map((v) => (v instanceof PDFNumber ? v.asNumber() : Number.NaN)),
        within: ancestry(holder),
        text: holder ? marksIn(holder) : '',
      };
    });
  });
  const root = dict(catalog, 'StructTreeRoot');
  if (root !== undefined) walk(root);
  const level = (parent: PDFDict | undefined): readonly PDFDict[] => {
    const items: PDFDict[] = [];
    for (let item = dict(parent, 'First'); item !== undefined; item = dict(item, 'Next')) items.push(item);
    return items;
  };
  const outline = level(dict(catalog, 'Outlines')).map((item) => ({
    title: text(item, 'Title'),
    below: level(item).map((each) => text(each, 'Title')),
  }));
  return {
    lang: text(catalog, 'Lang'),
    title: document.getTitle() ?? '',
    marked: String(get(dict(catalog, 'MarkInfo'), 'Marked')) === 'true',
    displaysTitle: String(get(dict(catalog, 'ViewerPreferences'), 'DisplayDocTitle')) === 'true',
    elements,
    bookmarks: outline.map(({ title }) => title),
    outline,
    links,
    artifacts: contents.map((marks) => marks.get(-1) ?? ''),
    pages: pages.map((page) => page.getSize()),
  };
}

function unicodeMap(cmap: string): Map<string, string> {
  const map = new Map<string, string>();
  for (const [, code = '', utf16 = ''] of cmap.matchAll(/<([0-9A-F]{4})> <([0-9A-F]+)>$/gm)) {
    map.set(code, Buffer.from(utf16, 'hex').swap16().toString('utf16le'));
  }
  return map;
}

/** Text by MCID; -1 for artifacts. */
function marksOf(content: string, fonts: ReadonlyMap<string, ReadonlyMap<string, string>>): Map<number, string> {
  const marks = new Map<number, string>();
  let mark: number | undefined;
  let font: ReadonlyMap<string, string> | undefined;
  for (const line of content.split('\n')) {
    const opened = /^\/\w+ <<\/MCID (\d+)>> BDC$/.exec(line);
    if (opened) mark = Number(opened[1]);
    else if (line === '/Artifact BMC') mark = -1;
    else if (line === 'EMC') mark = undefined;
    else if (/ Tf$/.test(line)) font = fonts.get(line.split(' ')[0]?.slice(1) ?? '');
    else if (/\] TJ$/.test(line)) {
      if (mark === undefined) throw new Error('text outside of any mark');
      const codes = [...line.matchAll(/<([0-9A-F]+)>/g)].flatMap(([, hex = '']) => hex.match(/.{4}/g) ?? []);
      marks.set(mark, (marks.get(mark) ?? '') + codes.map((code) => font?.get(code) ?? 'UNMAPPED').join(''));
    } else if (/ Do$/.test(line) && mark === undefined) throw new Error('an image outside of any mark');
  }
  return marks;
}
