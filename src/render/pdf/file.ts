// A PDF file as objects and streams, without dates or chance: the one importer of pdf-lib.
// What the objects mean is left to the other files of this folder.
import { PDFContext, PDFHexString, type PDFObject, PDFRef, PDFStreamWriter } from 'pdf-lib';

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
  /** The whole file. May be called again after more objects were put. */
  write(trailer: { readonly root: Ref; readonly info: Ref; readonly id: Uint8Array }): Promise<Uint8Array>;
}

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
