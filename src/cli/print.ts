// `storybook print`: a finished book made ready for a printer – a booklet to fold, or pages with bleed for a print shop –
// and a sheet to try the printer with.
import { readFile } from 'node:fs/promises';
import { basename, dirname, resolve } from 'node:path';
import { TalesError } from '../errors.ts';
import { type Booklet, makeBledPages, makeBooklet, makeTestSheet } from '../render/index.ts';
import { errnoOf } from '../store-fault.ts';
import type { PageFormat } from '../story.ts';
import type { PrintOptions } from './commands/print.ts';
import { assertBookPath, freeName, writeWhole } from './output.ts';
import { PRINT_WORDING } from './print-wording.ts';
import type { Surroundings } from './surroundings.ts';

export interface Printable {
  readonly file: string;
  readonly size: number;
  /** Absent for pages that are not folded. */
  readonly booklet?: Omit<Booklet, 'bytes'>;
}

async function read(path: string): Promise<Uint8Array> {
  try {
    return await readFile(path);
  } catch (cause) {
    throw new TalesError(errnoOf(cause) === 'ENOENT' ? 'file-missing' : 'file-unreadable', { path }, { cause });
  }
}

/** What the press refuses is about the file that it was given. */
async function pressed<T>(path: string, work: () => Promise<T>, bleed = false): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    if (cause instanceof TypeError) throw new TalesError('book-unprintable', { path, reason: 'no-pdf' }, { cause });
    // Without bleed it may fit; where it does not, that is said then.
    const reason = bleed ? 'bleed' : 'pages';
    if (cause instanceof RangeError) throw new TalesError('book-unprintable', { path, reason }, { cause });
    throw cause;
  }
}

/** Where it goes, overwriting nothing unless told so by name. */
async function placeFor(out: string | undefined, folder: string, name: string): Promise<string> {
  if (out === undefined) return freeName(folder, `${name}.pdf`, '.pdf');
  const path = resolve(out);
  await assertBookPath(path);
  return path;
}

/** @throws TalesError `file-missing`, `file-unreadable`, `book-unprintable`, `output-not-a-book`, `file-unwritable`. */
export async function print(
  book: string,
  { coverApart = false, booklet = coverApart, bleed = false, out }: Omit<PrintOptions, 'testSheet' | 'json'>,
  { locale, signal }: Surroundings,
): Promise<Printable> {
  const path = resolve(book);
  const words = PRINT_WORDING[locale];
  const bytes = await read(path);
  const file = await placeFor(
    out,
    dirname(path),
    `${basename(path, '.pdf')} - ${booklet ? words.booklet : words.pages}`,
  );
  if (!booklet) {
    const made = await pressed(path, () => makeBledPages(bytes, { signal }));
    await writeWhole(file, made);
    return { file, size: made.length };
  }
  const { bytes: made, ...facts } = await pressed(path, () => makeBooklet(bytes, { coverApart, bleed, signal }), bleed);
  await writeWhole(file, made);
  return { file, size: made.length, booklet: facts };
}

/** A sheet by which one sees whether a printer turns the paper the right way. */
export async function printTestSheet(
  format: PageFormat,
  { out }: Pick<PrintOptions, 'out'>,
  { locale }: Surroundings,
): Promise<Printable> {
  const file = await placeFor(out, '.', PRINT_WORDING[locale].testSheet);
  const { bytes, ...facts } = await makeTestSheet(format, locale);
  await writeWhole(file, bytes);
  return { file, size: bytes.length, booklet: facts };
}
