// A printed book as a booklet: two pages side by side on both sides of each sheet, to be folded and stapled in the fold.
// For the printer alone: it has no tags, and the book itself stays the file to read.
import { createHash } from 'node:crypto';
import { throwIfCancelled } from '../../errors.ts';
import { createPdfFile, type PageForm, type PdfFile, type Ref } from '../pdf/file.ts';
import { cropMarks } from './crop-marks.ts';
import { impose, type Spread } from './imposition.ts';
import { type PaperName, type PaperSide, paperFor } from './paper.ts';

export interface BookletOptions {
  /** The cover on a sheet of its own, for thicker paper: it comes first, blank inside. */
  readonly coverApart: boolean;
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

function contentOf({ left, right }: Spread, paper: PaperSide): string {
  const { x, y, width } = paper.spread;
  const draw = (page: number | undefined, at: number): string =>
    page === undefined ? '' : `q 1 0 0 1 ${round(at)} ${round(y)} cm /P${page} Do Q\n`;
  const half = width / 2;
  const pages = draw(left, x) + draw(right, x + half);
  return paper.isLarger ? pages + cropMarks(paper) : pages;
}

const round = (value: number): number => Math.round(value * 1000) / 1000;

function putSide(file: PdfFile, parent: Ref, spread: Spread, forms: readonly PageForm[], paper: PaperSide): Ref {
  const used = [spread.left, spread.right].filter((page) => page !== undefined);
  const objects = used.flatMap((page) => (forms[page] ? [[`P${page}`, forms[page].ref] as const] : []));
  return file.put({
    Type: 'Page',
    Parent: parent,
    MediaBox: [0, 0, round(paper.width), round(paper.height)],
    Resources: { XObject: Object.fromEntries(objects) },
    Contents: file.putStream(contentOf(spread, paper)),
  });
}

/**
 * The same book gives the same bytes.
 * @param book a PDF whose pages are all of one size, two or more.
 * @throws RangeError when it is not; TypeError when it is no PDF; TalesError `cancelled`.
 */
export async function makeBooklet(book: Uint8Array, { coverApart, signal }: BookletOptions): Promise<Booklet> {
  const file = createPdfFile();
  const { title, forms } = await file.putPagesOf(book);
  throwIfCancelled(signal);
  const [first] = forms;
  if (!first || forms.some(({ width, height }) => Math.abs(width - first.width) + Math.abs(height - first.height) > 1))
    throw new RangeError('the pages of a booklet are all of one size');
  const paper = paperFor(first);
  if (!paper)
    throw new RangeError(`no paper is large enough for two pages of ${first.width} by ${first.height} points`);
  const { cover, inside, blanks } = impose(forms.length, { coverApart });
  const sheets = [...(cover ? [cover] : []), ...inside];
  const parent = file.reserve();
  const pages = sheets
    .flatMap(({ front, back }) => [front, back])
    .map((side) => putSide(file, parent, side, forms, paper));
  file.put({ Type: 'Pages', Kids: pages, Count: pages.length }, parent);
  const root = file.put({
    Type: 'Catalog',
    Pages: parent,
    // The sheet lies on its long side, so its back is turned about the short one; nothing may be scaled to fit.
    ViewerPreferences: { DisplayDocTitle: true, Duplex: 'DuplexFlipShortEdge', PrintScaling: 'None' },
  });
  const info = file.put({
    Title: { text: title },
    Creator: { text: 'TalesRunner' },
    Producer: { text: 'TalesRunner' },
  });
  const id = createHash('sha256')
    .update(book)
    .update(coverApart ? 'apart' : 'with')
    .digest()
    .subarray(0, ID_BYTES);
  return { bytes: await file.write({ root, info, id }), paper: paper.name, sheets: sheets.length, blanks };
}
