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

export interface ReadPdf {
  readonly lang: string;
  readonly title: string;
  readonly marked: boolean;
  readonly displaysTitle: boolean;
  /** Elements in reading order; the parts that hold them are left out. */
  readonly elements: readonly ReadElement[];
  readonly bookmarks: readonly string[];
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
  const root = dict(catalog, 'StructTreeRoot');
  if (root !== undefined) walk(root);
  const bookmarks: string[] = [];
  for (let item = dict(dict(catalog, 'Outlines'), 'First'); item !== undefined; item = dict(item, 'Next'))
    bookmarks.push(text(item, 'Title'));
  return {
    lang: text(catalog, 'Lang'),
    title: document.getTitle() ?? '',
    marked: String(get(dict(catalog, 'MarkInfo'), 'Marked')) === 'true',
    displaysTitle: String(get(dict(catalog, 'ViewerPreferences'), 'DisplayDocTitle')) === 'true',
    elements,
    bookmarks,
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
