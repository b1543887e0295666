// Writes a synthetic data set: drawn pictures and their annotations in AI-Hub's layout, and an English caption for each.
// The same count, seed and size give the same files.
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { csvWriter } from '../../csv.ts';
import { isTalesError, TalesError, throwIfCancelled } from '../../errors.ts';
import { loadSharp } from '../../raster.ts';
import { errnoOf } from '../../store-fault.ts';
import { CLASSIFICATIONS, READING_LEVELS } from '../../story.ts';
import { unwritable } from '../../write-fault.ts';
import { seededChoice } from '../storyteller/frames/choice.ts';
import { createFrames } from '../storyteller/frames.ts';
import { openOutFolder } from './out-folder.ts';
import { annotationOf, bookNumber, foldersOf, type Part, stemOf } from './synthetic/annotation.ts';
import { englishCaption } from './synthetic/captions.ts';
import { drawScene } from './synthetic/draw.ts';
import { makeTale, type Tale, type TalePage } from './synthetic/tale.ts';

export interface SynthesizeOptions {
  readonly out: string;
  /** Pictures in all. */
  readonly count: number;
  readonly seed: number;
  /** Width and height of each picture. */
  readonly pixels: number;
  readonly signal?: AbortSignal;
  readonly onPicture?: (done: number) => void;
}

export interface Synthesized {
  readonly pictures: number;
  readonly books: number;
  readonly training: number;
  readonly validation: number;
  /** English captions, `img_path` and `caption`, beside the folders. */
  readonly captions: string;
}

/** One picture in nine is for validation, as in the original's 40,001 and 5,000. */
const VALIDATION_SHARE = 1 / 9;
const LEAST_PAGES = 6;
const MOST_PAGES = 10;
const CAPTIONS = 'captions.csv';

interface BookPlan {
  readonly index: number;
  readonly part: Part;
  readonly pages: number;
}

/** Whole books: those for validation come last. */
export function planBooks(count: number, seed: number): readonly BookPlan[] {
  const choice = seededChoice(seed);
  const validation = Math.round(count * VALIDATION_SHARE);
  const books: BookPlan[] = [];
  for (const [part, all] of [
    ['Training', count - validation],
    ['Validation', validation],
  ] as const) {
    for (let left = all; left > 0; ) {
      const pages = Math.min(left, LEAST_PAGES + Math.floor(choice.next() * (MOST_PAGES - LEAST_PAGES + 1)));
      books.push({ index: books.length, part, pages });
      left -= pages;
    }
  }
  return books;
}

/** Far apart for neighbouring books, whatever the seed. */
const seedOf = (seed: number, index: number): number =>
  (Math.imul(seed + 1, 0x9e3779b1) ^ Math.imul(index + 1, 0x85ebca6b)) >>> 0;

function taleFor({ index, pages }: BookPlan, seed: number): Promise<Tale> {
  const classification = CLASSIFICATIONS[index % CLASSIFICATIONS.length] ?? CLASSIFICATIONS[0];
  const level = READING_LEVELS[Math.floor(index / CLASSIFICATIONS.length) % READING_LEVELS.length] ?? READING_LEVELS[0];
  return makeTale({ classification, level, pages }, seededChoice(seedOf(seed, index)), createFrames());
}

async function jpegOf(page: TalePage, pixels: number): Promise<Uint8Array> {
  const sharp = await loadSharp();
  return sharp(Buffer.from(drawScene(page.scene, pixels)))
    .flatten({ background: '#fff' })
    .jpeg({ quality: 88 })
    .toBuffer();
}

/** @throws TalesError `folder-not-empty`, `option-invalid`, `file-unwritable`, `cancelled` (what was written so far stays). */
export async function synthesize(options: SynthesizeOptions): Promise<Synthesized> {
  await emptyFolder(options.out);
  return await writeAll(options).catch((error: unknown) => {
    throw isTalesError(error) || errnoOf(error) === undefined ? error : unwritable(options.out, error);
  });
}

/** Pictures of two data sets in one folder would be taken for one. */
async function emptyFolder(path: string): Promise<void> {
  const held = await openOutFolder(path);
  if (held.length > 0) throw new TalesError('folder-not-empty', { path });
}

async function writeAll(options: SynthesizeOptions): Promise<Synthesized> {
  const { out, count, seed, pixels, signal, onPicture } = options;
  const books = planBooks(count, seed);
  const captions: string[][] = [];
  const parts = { Training: 0, Validation: 0 };
  for (const book of books) {
    const tale = await taleFor(book, seed);
    const isbn = bookNumber(book.index);
    const folders = foldersOf(tale, book.part);
    for (const folder of Object.values(folders)) await mkdir(join(out, folder), { recursive: true });
    for (const [index, page] of tale.pages.entries()) {
      throwIfCancelled(signal);
      const place = { part: book.part, isbn, textId: captions.length + 1 };
      const stem = stemOf(tale, place);
      const jpeg = await jpegOf(page, pixels);
      const annotation = annotationOf(tale, place, page, index + 1, { pixels, size: jpeg.length });
      await writeFile(join(out, folders.images, `${stem}.jpg`), jpeg);
      await writeFile(join(out, folders.annotations, `${stem}.json`), `${JSON.stringify(annotation, undefined, 4)}\n`);
      captions.push([`${folders.images}/${stem}.jpg`, englishCaption(page.scene)]);
      parts[book.part] += 1;
      onPicture?.(captions.length);
    }
  }
  const path = join(out, CAPTIONS);
  const line = await csvWriter();
  await writeFile(path, [['img_path', 'caption'], ...captions].map(line).join(''));
  return {
    pictures: count,
    books: books.length,
    training: parts.Training,
    validation: parts.Validation,
    captions: path,
  };
}
