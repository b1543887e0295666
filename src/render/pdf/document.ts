// The whole document: pages with their tags, bookmarks, labels and metadata, as bytes that depend on nothing but the book.
// Pictures come last, so that what the rest weighs is known before they are encoded.
import { createHash } from 'node:crypto';
import type { Locale } from '../../story.ts';
import type { FaceId } from '../fonts/catalogue.ts';
import { loadFace } from '../fonts/face.ts';
import { emojiIn, type LaidOutSheet } from '../layout/sheet.ts';
import type { PrintImage } from '../picture-types.ts';
import { createPdfFile, type PdfDictionary, type PdfFile, type Ref } from './file.ts';
import { type EmbeddedFont, embedFace } from './font.ts';
import { putJpeg, putPng } from './images.ts';
import { createLinks, type Links } from './links.ts';
import { information, putXmp } from './metadata.ts';
import { bookmarks, pageLabels } from './navigation.ts';
import { LANGUAGE, type PaintResources, paintSheet } from './paint.ts';
import { createTagTree } from './tags.ts';

export interface DocumentInput {
  readonly title: string;
  readonly authors: readonly string[];
  readonly locale: Locale;
  /** What the book says of itself when a neural network wrote any of its words. */
  readonly notice?: string;
  readonly sheets: readonly LaidOutSheet[];
  /** Key of each page's picture; pages with the same one share it. */
  readonly pictures: readonly string[];
  /** PNG by emoji, for every emoji on the sheets. */
  readonly emoji: ReadonlyMap<string, Uint8Array>;
}

export interface Draft {
  /** Bytes of the file without its pictures. */
  readonly size: number;
  /** The finished file. `images` by the keys of the pictures. */
  finish(images: ReadonlyMap<string, PrintImage>): Promise<Uint8Array>;
}

const ID_BYTES = 16;

export async function draftDocument(input: DocumentInput): Promise<Draft> {
  const file = createPdfFile();
  const pool = createPool(file);
  const pagesRef = file.reserve();
  const tags = createTagTree(file);
  const links = createLinks(file);
  const { locale, pictures } = input;
  const pages = input.sheets.map((sheet) =>
    putPage(file, sheet, { parent: pagesRef, pool, tags, links, locale, pictures }),
  );
  links.finish(pages);
  file.put({ Type: 'Pages', Kids: pages, Count: pages.length }, pagesRef);
  for (const emoji of emojiIn(input.sheets)) await putPng(file, drawingOf(input, emoji), pool.emoji(emoji));
  pool.finish();
  const { title, authors, notice } = input;
  const metadata = { title, authors, ...(notice !== undefined && { notice }), language: LANGUAGE[input.locale] };
  const root = file.put(
    catalogue(file, input, { pages, pagesRef, structure: tags.finish(), xmp: putXmp(file, metadata) }),
  );
  const info = file.put(information(metadata));
  const write = (id: Uint8Array): Promise<Uint8Array> => file.write({ root, info, id });
  const draft = await write(new Uint8Array(ID_BYTES));
  const hash = createHash('sha256').update(draft);
  return {
    size: draft.length,
    finish(images) {
      for (const key of new Set(input.pictures)) {
        const image = images.get(key);
        if (image === undefined) throw new Error('a picture of the book was not encoded');
        putJpeg(file, image, pool.picture(key));
        hash.update(image.jpeg);
      }
      return write(hash.digest().subarray(0, ID_BYTES));
    },
  };
}

function drawingOf(input: DocumentInput, emoji: string): Uint8Array {
  const png = input.emoji.get(emoji);
  if (png === undefined) throw new Error(`no drawing was given for ${emoji}`);
  return png;
}

/** Fonts, images and graphics states, each made when first asked for. */
interface Pool {
  font(face: FaceId): EmbeddedFont;
  picture(key: string): Ref;
  emoji(emoji: string): Ref;
  opacity(value: number): Ref;
  finish(): void;
}

function memo<K, V>(make: (key: K) => V): ((key: K) => V) & { readonly values: () => Iterable<V> } {
  const made = new Map<K, V>();
  const get = (key: K): V => {
    const value = made.get(key) ?? make(key);
    made.set(key, value);
    return value;
  };
  return Object.assign(get, { values: () => made.values() });
}

function createPool(file: PdfFile): Pool {
  const font = memo((face: FaceId) => embedFace(file, loadFace(face)));
  return {
    font,
    picture: memo((_key: string) => file.reserve()),
    emoji: memo((_emoji: string) => file.reserve()),
    opacity: memo((value: number) => file.put({ Type: 'ExtGState', ca: value, CA: value })),
    finish: () => {
      for (const each of font.values()) each.finish();
    },
  };
}

interface PageContext {
  readonly parent: Ref;
  readonly pool: Pool;
  readonly tags: ReturnType<typeof createTagTree>;
  readonly links: Links;
  readonly locale: Locale;
  readonly pictures: readonly string[];
}

function putPage(file: PdfFile, sheet: LaidOutSheet, context: PageContext): Ref {
  const { parent, pool, tags, links, locale, pictures } = context;
  const ref = file.reserve();
  const marks = tags.page(ref);
  const onPage = links.page(sheet.height, marks);
  const used = {
    Font: {} as Record<string, Ref>,
    XObject: {} as Record<string, Ref>,
    ExtGState: {} as Record<string, Ref>,
  };
  const names = memo((_emoji: string) => `E${Object.keys(used.XObject).length}`);
  const language: PaintResources['language'] = (own) =>
    own === undefined || own === locale ? {} : { lang: LANGUAGE[own] };
  const resources: PaintResources = {
    language,
    entry: (entry, own) => onPage.entry(entry, language(own)),
    font: (face) => {
      used.Font[face] = pool.font(face).ref;
      return face;
    },
    code: (face, glyph) => pool.font(face).code(glyph),
    emoji: (emoji) => {
      const name = names(emoji);
      used.XObject[name] = pool.emoji(emoji);
      return name;
    },
    picture: (page) => {
      used.XObject[`P${page}`] = pool.picture(pictures[page] ?? '');
      return `P${page}`;
    },
    opacity: (value) => {
      const name = `G${Math.round(value * 1000)}`;
      used.ExtGState[name] = pool.opacity(value);
      return name;
    },
  };
  const content = paintSheet(sheet, marks, resources);
  const page: PdfDictionary = {
    Type: 'Page',
    Parent: parent,
    MediaBox: [0, 0, round(sheet.width), round(sheet.height)],
    Resources: used,
    Contents: file.putStream(content),
    Annots: onPage.annotations(),
    Group: { S: 'Transparency', CS: 'DeviceRGB' },
    StructParents: marks.key,
    Tabs: 'S',
  };
  return file.put(page, ref);
}

const round = (value: number): number => Math.round(value * 1000) / 1000;

interface CatalogueParts {
  readonly pages: readonly Ref[];
  readonly pagesRef: Ref;
  readonly structure: Ref;
  readonly xmp: Ref;
}

function catalogue(
  file: PdfFile,
  input: DocumentInput,
  { pages, pagesRef, structure, xmp }: CatalogueParts,
): PdfDictionary {
  return {
    Type: 'Catalog',
    Pages: pagesRef,
    Metadata: xmp,
    Lang: { text: LANGUAGE[input.locale] },
    MarkInfo: { Marked: true },
    StructTreeRoot: structure,
    ViewerPreferences: { DisplayDocTitle: true },
    PageLayout: 'SinglePage',
    Outlines: bookmarks(file, input.sheets, pages),
    PageLabels: pageLabels(input.sheets),
  };
}
