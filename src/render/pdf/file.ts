// A PDF file as objects and streams, without dates or chance: the one importer of pdf-lib.
// What the objects mean is left to the other files of this folder.
import {
  decodePDFRawStream,
  PDFContext,
  PDFDocument,
  PDFHexString,
  PDFName,
  type PDFObject,
  PDFObjectCopier,
  type PDFPageLeaf,
  PDFRawStream,
  PDFRef,
  PDFStreamWriter,
} from 'pdf-lib';

/** The number of an indirect object. */
export interface Ref {
  readonly object: number;
}

/** A string for people, written as UTF-16. */
export interface Text {
  readonly text: string;
}

/** Strings are names; bytes are hexadecimal strings. */
export type PdfValue = number | boolean | string | Uint8Array | Ref | Text | readonly PdfValue[] | PdfDictionary;
export interface PdfDictionary {
  readonly [key: string]: PdfValue | undefined;
}

export interface StreamOptions {
  readonly ref?: Ref;
  /** True by default, unless the dictionary names a filter of its own. */
  readonly compress?: boolean;
}

export interface PdfFile {
  reserve(): Ref;
  put(value: PdfValue, ref?: Ref): Ref;
  putStream(bytes: string | Uint8Array, dictionary?: PdfDictionary, options?: StreamOptions): Ref;
  /**
   * The pages of another file as forms that can be drawn in this one. What they share, they still share; their tags
   * stay behind.
   * @throws TypeError when `bytes` are no PDF.
   */
  putPagesOf(bytes: Uint8Array): Promise<TakenPages>;
  /** The whole file. May be called again after more objects were put. */
  write(trailer: { readonly root: Ref; readonly info: Ref; readonly id: Uint8Array }): Promise<Uint8Array>;
}

/** A page of another file: a form XObject (ISO 32000-1, 8.10) with its lower left corner at the origin. */
export interface PageForm {
  readonly ref: Ref;
  /** Points. */
  readonly width: number;
  readonly height: number;
}

/** The pages of another file, and what that file says of itself. */
export interface TakenPages {
  readonly forms: readonly PageForm[];
  /** For the information dictionary. */
  readonly about: PdfDictionary;
  /** Its XMP packet; absent where it has none. */
  readonly xmp?: Ref;
}

/** What a page draws, its streams joined as readers join them (ISO 32000-1, 7.8.2). */
function contentOf(page: PDFPageLeaf): Uint8Array {
  const { Contents } = page.normalizedEntries();
  const streams = (Contents?.asArray() ?? []).map((entry) => page.context.lookup(entry));
  const parts = streams.flatMap((stream) =>
    stream instanceof PDFRawStream ? [decodePDFRawStream(stream).decode(), LINE_FEED] : [],
  );
  return Buffer.concat(parts);
}

const LINE_FEED = Uint8Array.of(10);

const isRef = (value: object): value is Ref => 'object' in value;
const isText = (value: object): value is Text => 'text' in value;

export function createPdfFile(): PdfFile {
  const context = PDFContext.create();
  const toRef = ({ object }: Ref): PDFRef => PDFRef.of(object);
  const reserve = (): Ref => ({ object: context.nextRef().objectNumber });

  function convert(value: PdfValue): PDFObject {
    if (typeof value !== 'object' || value instanceof Uint8Array) return context.obj(value as never);
    if (isList(value)) return context.obj(value.map(convert) as never);
    if (isRef(value)) return toRef(value);
    if (isText(value)) return PDFHexString.fromText(value.text);
    return context.obj(convertAll(value) as never);
  }
  function convertAll(dictionary: PdfDictionary): Record<string, PDFObject> {
    const entries = Object.entries(dictionary).flatMap(([key, value]) =>
      value === undefined ? [] : [[key, convert(value)] as const],
    );
    return Object.fromEntries(entries);
  }
  return {
    reserve,
    put(value, ref = reserve()) {
      context.assign(toRef(ref), convert(value));
      return ref;
    },
    putStream(bytes, dictionary = {}, { ref = reserve(), compress = !('Filter' in dictionary) } = {}) {
      const entries = convertAll(dictionary);
      context.assign(toRef(ref), compress ? context.flateStream(bytes, entries) : context.stream(bytes, entries));
      return ref;
    },
    async putPagesOf(bytes) {
      const source = await PDFDocument.load(bytes, { updateMetadata: false }).catch((cause: unknown) => {
        throw new TypeError('the pages are to come from a PDF', { cause });
      });
      const copier = PDFObjectCopier.for(source.context, context);
      const forms = source.getPages().map(({ node }): PageForm => {
        const { x, y, width, height } = node.TrimBox()?.asRectangle() ?? node.MediaBox().asRectangle();
        const { Resources } = node.normalizedEntries();
        const form = context.flateStream(contentOf(node), {
          Type: 'XObject',
          Subtype: 'Form',
          BBox: [x, y, x + width, y + height],
          Matrix: [1, 0, 0, 1, -x, -y],
          Resources: copier.copy(Resources),
          Group: { S: 'Transparency', CS: 'DeviceRGB' },
        });
        const ref = reserve();
        context.assign(toRef(ref), form);
        return { ref, width, height };
      });
      const metadata = source.catalog.lookup(PDFName.of('Metadata'));
      const told = { Title: source.getTitle(), Author: source.getAuthor(), Subject: source.getSubject() };
      const about = Object.entries(told).flatMap(([key, text]) => (text ? [[key, { text }] as const] : []));
      const taken = { forms, about: Object.fromEntries(about) };
      if (!(metadata instanceof PDFRawStream)) return taken;
      const xmp = reserve();
      context.assign(toRef(xmp), copier.copy(metadata));
      return { ...taken, xmp };
    },
    write({ root, info, id }) {
      const fileId = context.obj([PDFHexString.fromBytes(id), PDFHexString.fromBytes(id)]);
      context.trailerInfo = { Root: toRef(root), Info: toRef(info), ID: fileId };
      return PDFStreamWriter.forContext(context, Number.POSITIVE_INFINITY).serializeToBuffer();
    },
  };
}

function isList(value: object): value is readonly PdfValue[] {
  return Array.isArray(value);
}
