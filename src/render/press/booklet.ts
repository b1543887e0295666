// A finished book as a file for printing alone: as a booklet, two pages side by side on both sides of folded sheets, or
// page by page with what bleeds over the cut. It says of itself what
// the book says, but has no tags: the book itself stays the file to read.
import { createHash } from 'node:crypto';
import { throwIfCancelled } from '../../errors.ts';
import {
  createPdfFile,
  type PageForm,
  type PdfDictionary,
  type PdfFile,
  type Ref,
  type TakenPages,
} from '../pdf/file.ts';
import { drawPage } from './bleed.ts';
import { impose, type Spread } from './imposition.ts';
import { marks } from './marks.ts';
import { BLEED, type Ground, type PaperName, pair, singlePage } from './paper.ts';

export interface BookletOptions {
  /** The cover on a sheet of its own, for thicker paper: it comes first, blank inside. */
  readonly coverApart: boolean;
  /** Whether colour goes on 3 mm beyond the cut. The paper may have to be larger. */
  readonly bleed: boolean;
  readonly signal?: AbortSignal;
}

export interface Booklet {
  readonly bytes: Uint8Array;
  readonly paper: PaperName;
  /** Sheets of paper, the cover's among them. */
  readonly sheets: number;
  /** Pages that stay blank, before the back cover. */
  readonly blanks: number;
}

const ID_BYTES = 16;
const PRODUCER = { text: 'TalesRunner' };

interface Placed {
  /** Index of a page of the book. */
  readonly page: number;
  readonly x: number;
  readonly cut: { readonly left: boolean; readonly right: boolean };
}

interface Press {
  readonly file: PdfFile;
  readonly forms: readonly PageForm[];
  readonly ground: Ground;
  readonly parent: Ref;
}

const round = (value: number): number => Math.round(value * 1000) / 1000;

const boxOf = ({ trim }: Ground, beyond: number): readonly number[] =>
  [trim.x - beyond, trim.y - beyond, trim.x + trim.width + beyond, trim.y + trim.height + beyond].map(round);

function putSide(placed: readonly Placed[], { file, forms, ground, parent }: Press): Ref {
  const objects: Record<string, Ref> = {};
  let content = '';
  for (const { page, x, cut } of placed) {
    const form = forms[page];
    if (!form) throw new RangeError(`there is no page ${page + 1}`);
    objects[`P${page}`] = form.ref;
    content += drawPage(`P${page}`, form, { x, y: ground.trim.y }, ground.bleed, cut);
  }
  return file.put({
    Type: 'Page',
    Parent: parent,
    MediaBox: [0, 0, round(ground.width), round(ground.height)],
    BleedBox: boxOf(ground, ground.bleed),
    TrimBox: boxOf(ground, 0),
    Resources: { XObject: objects },
    Contents: file.putStream(ground.isCut ? content + marks(ground) : content),
  });
}

/** A page left blank is not there, and nothing bleeds over the fold. */
function placedOn({ left, right }: Spread, { trim }: Ground): readonly Placed[] {
  const place = (page: number | undefined, x: number, isLeft: boolean): readonly Placed[] =>
    page === undefined ? [] : [{ page, x, cut: { left: isLeft, right: !isLeft } }];
  return [...place(left, trim.x, true), ...place(right, trim.x + trim.width / 2, false)];
}

interface Opened extends TakenPages {
  readonly file: PdfFile;
  readonly forms: readonly [PageForm, ...PageForm[]];
}

async function open(book: Uint8Array, signal: AbortSignal | undefined): Promise<Opened> {
  const file = createPdfFile();
  const { forms, ...taken } = await file.putPagesOf(book);
  throwIfCancelled(signal);
  const [first, ...others] = forms;
  const isSame = ({ width, height }: PageForm): boolean =>
    first !== undefined && Math.abs(width - first.width) + Math.abs(height - first.height) < 1;
  if (!first || !others.every(isSame)) throw new RangeError('the pages of a book are all of one size');
  return { ...taken, file, forms: [first, ...others] };
}

function write(
  { file, about, xmp }: Opened,
  { parent, pages, wishes, id }: { parent: Ref; pages: readonly Ref[]; wishes: PdfDictionary; id: Uint8Array },
): Promise<Uint8Array> {
  file.put({ Type: 'Pages', Kids: pages, Count: pages.length }, parent);
  const preferences = { DisplayDocTitle: true, PrintScaling: 'None', ...wishes };
  const root = file.put({ Type: 'Catalog', Pages: parent, Metadata: xmp, ViewerPreferences: preferences });
  const info = file.put({ ...about, Creator: PRODUCER, Producer: PRODUCER });
  return file.write({ root, info, id });
}

/** @param making how it was made: another way of making it is another file. */
const idOf = (book: Uint8Array, making: string): Uint8Array =>
  createHash('sha256').update(book).update(making).digest().subarray(0, ID_BYTES);

/**
 * The same book gives the same bytes.
 * @param book a PDF whose pages are all of one size, two or more.
 * @throws RangeError when it is not, or too large for any paper; TypeError when it is no PDF; TalesError `cancelled`.
 */
export async function makeBooklet(book: Uint8Array, { coverApart, bleed, signal }: BookletOptions): Promise<Booklet> {
  const opened = await open(book, signal);
  const { file, forms } = opened;
  const found = pair(forms[0], bleed ? BLEED : 0);
  if (!found) throw new RangeError('no paper is large enough for two of its pages');
  const { cover, inside, blanks } = impose(forms.length, { coverApart });
  const sheets = [...(cover ? [cover] : []), ...inside];
  const press: Press = { file, forms, ground: found.ground, parent: file.reserve() };
  const sides = sheets.flatMap(({ front, back }) => [front, back]);
  const pages = sides.map((side) => putSide(placedOn(side, found.ground), press));
  // The sheet lies on its long side, so its back is turned about the short one.
  const wishes = { Duplex: 'DuplexFlipShortEdge' };
  const id = idOf(book, `booklet ${coverApart} ${bleed}`);
  const bytes = await write(opened, { parent: press.parent, pages, wishes, id });
  return { bytes, paper: found.paper, sheets: sheets.length, blanks };
}

/**
 * Each page on a sheet of its own with bleed and crop marks, as print shops take it.
 * @throws as `makeBooklet`.
 */
export async function makeBledPages(
  book: Uint8Array,
  { signal }: { readonly signal?: AbortSignal },
): Promise<Uint8Array> {
  const opened = await open(book, signal);
  const { file, forms } = opened;
  const press: Press = { file, forms, ground: singlePage(forms[0]), parent: file.reserve() };
  const cut = { left: true, right: true };
  const pages = forms.map((_, page) => putSide([{ page, x: press.ground.trim.x, cut }], press));
  return write(opened, { parent: press.parent, pages, wishes: {}, id: idOf(book, 'bled pages') });
}
