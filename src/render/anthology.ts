// Anthology → one PDF, or several volumes where one would be larger than allowed even with the smallest pictures.
// Pictures are studied and encoded one at a time, as for a single book; what a volume holds is laid out elsewhere.
import { TalesError, throwIfCancelled } from '../errors.ts';
import type { Anthology, BlobRef, Book, Note, PageFormat, Picture } from '../story.ts';
import { anthologyNotice } from './anthology-colophon.ts';
import { type AnthologyComposition, composeAnthology, type Volume } from './anthology-compose.ts';
import { sharedOut } from './anthology-volumes.ts';
import { coarsePictures } from './coarse.ts';
import { namesOf } from './compose.ts';
import { drawEmoji } from './emoji/art.ts';
import { emojiIn } from './layout/sheet.ts';
import { type Draft, draftDocument } from './pdf/document.ts';
import type { PrintedPictures } from './picture-types.ts';
import { encodeForPrint, tryForPrint } from './pictures.ts';
import { drawAll } from './render.ts';
import { distinct, PER_PICTURE, printedOf, type Studies, sourcesOf, studyAll, studyOf } from './render-pictures.ts';
import type { SheetImage } from './screen/draw.ts';

export interface AnthologyOptions {
  /** Bytes of a picture. Called when its turn comes, so that only one is in memory at a time. */
  readonly read: (ref: BlobRef) => Promise<Uint8Array>;
  readonly format: PageFormat;
  readonly signal?: AbortSignal;
  /** Steps done and steps in all; there are more of them once it turns out that one volume is not enough. */
  readonly onProgress?: (done: number, total: number) => void;
  /** Draws every sheet as an image besides, or the cover of the first volume alone. */
  readonly images?: boolean | 'cover';
  /** Most bytes of a volume. Absent: all books are bound into one, however large. */
  readonly budget?: number;
}

export interface BoundChapter {
  /** Index of the book in the anthology. */
  readonly book: number;
  /** Printed number of its title page, which is also its place in the file, counted from 1. */
  readonly number: number;
  /** In what it is poorer than asked. */
  readonly notes: readonly Note[];
}

export interface BoundVolume {
  /** That of the file: the anthology's, and which volume it is where there are several. */
  readonly title: string;
  readonly bytes: Uint8Array;
  readonly pageCount: number;
  /** Of the sheets, cover first; none unless they were asked for. */
  readonly images: readonly SheetImage[];
  readonly chapters: readonly BoundChapter[];
}

export interface BoundAnthology<V = BoundVolume> {
  readonly volumes: readonly V[];
  /** In what the whole is poorer than asked. */
  readonly notes: readonly Note[];
}

/** As `bindAnthology`, with the bytes of all volumes at once. */
export const renderAnthology = (anthology: Anthology, options: AnthologyOptions): Promise<BoundAnthology> =>
  bindAnthology(anthology, options, async (volume) => volume);

/**
 * The same books and pictures give the same bytes.
 * @param take is given each volume as it is finished; what it makes of it is all that is kept of its bytes.
 * @throws TalesError `book-no-pictures` for an anthology without books or a book without pages, `book-too-big` where
 * one book alone is larger than a volume may be, `cancelled`, and what `read` and `take` throw.
 */
export async function bindAnthology<V>(
  anthology: Anthology,
  options: AnthologyOptions,
  take: (volume: BoundVolume, books: readonly Book[]) => Promise<V>,
): Promise<BoundAnthology<V>> {
  const { books } = anthology;
  const empty = books.length === 0 ? anthology : books.find(({ pages }) => pages.length === 0);
  if (empty) throw new TalesError('book-no-pictures', { where: empty.title });
  const pictures = distinct(books.flatMap(picturesOf));
  const steps = createSteps(options, (options.images === true ? 3 : 2) * pictures.length + 1);
  const studies = await studyAll(pictures, options.read, steps.step);
  const job: Job<V> = { anthology, options, take, studies, steps, limit: options.budget ?? Number.POSITIVE_INFINITY };
  const composition = compose(job, [books.length]);
  const [whole] = await draftAll(job, composition);
  if (!whole) throw new Error('an anthology without a volume');
  steps.step();
  const printed = await tryForPrint(sourcesOf(pictures, options.read, steps.step), within(job, whole));
  if ('images' in printed) return bound(composition, [await finish(job, whole, printed, 0)]);
  return split(job, printed.least);
}

interface Job<V> {
  readonly anthology: Anthology;
  readonly options: AnthologyOptions;
  readonly take: (volume: BoundVolume, books: readonly Book[]) => Promise<V>;
  readonly studies: Studies;
  readonly steps: Steps;
  /** Bytes. */
  readonly limit: number;
}

interface Steps {
  readonly step: () => void;
  readonly more: (steps: number) => void;
}

function createSteps({ signal, onProgress }: AnthologyOptions, atFirst: number): Steps {
  let [done, total] = [0, atFirst];
  return {
    step() {
      throwIfCancelled(signal);
      done += 1;
      onProgress?.(done, total);
    },
    more(steps) {
      total += steps;
    },
  };
}

const picturesOf = ({ pages }: Book): readonly Picture[] => pages.map(({ picture }) => picture);

type Facts = Omit<Job<unknown>, 'take'>;

const compose = ({ anthology, options, studies }: Facts, counts: readonly number[]): AnthologyComposition =>
  composeAnthology({
    anthology,
    studies: anthology.books.map((book) => picturesOf(book).map((picture) => studyOf(studies, picture))),
    format: options.format,
    counts,
  });

interface Drafted {
  readonly volume: Volume;
  readonly draft: Draft;
  /** In the order in which the sheets name them. */
  readonly pictures: readonly Picture[];
  readonly emoji: ReadonlyMap<string, Uint8Array>;
}

async function draftAll({ anthology }: Facts, { volumes }: AnthologyComposition): Promise<readonly Drafted[]> {
  const drafted: Drafted[] = [];
  for (const volume of volumes) {
    const { books, sheets, title } = volume;
    const pictures = books.flatMap(picturesOf);
    const emoji = await drawEmoji(emojiIn(sheets));
    const notice = anthologyNotice(books, anthology.locale);
    const draft = await draftDocument({
      title,
      authors: [...new Set(books.flatMap(namesOf))],
      locale: anthology.locale,
      ...(notice !== undefined && { notice }),
      sheets,
      pictures: pictures.map(({ key }) => key),
      emoji,
    });
    drafted.push({ volume, draft, pictures, emoji });
  }
  return drafted;
}

/** What all but the data of the pictures takes. */
const overhead = ({ draft, pictures }: Drafted): number => draft.size + PER_PICTURE * distinct(pictures).length;

const within = ({ limit, options: { signal } }: Facts, drafted: Drafted) => ({
  budget: limit - overhead(drafted),
  ...(signal && { signal }),
});

/** What is kept of a volume: neither its bytes nor its pictures. */
interface Finished<V> {
  readonly taken: V;
  readonly step: PrintedPictures['step'];
}

/** @param before how many books the volumes before it hold. */
async function finish<V>(
  { options, steps, limit, take }: Job<V>,
  drafted: Drafted,
  printed: PrintedPictures,
  before: number,
): Promise<Finished<V>> {
  const { volume, draft } = drafted;
  const bytes = await draft.finish(printed.images);
  throwIfCancelled(options.signal);
  if (bytes.length > limit) throw new TalesError('book-too-big', { size: bytes.length, limit });
  const images = await imagesOf({ options, steps }, drafted, { printed, isFirst: before === 0 });
  throwIfCancelled(options.signal);
  const chapters = chaptersOf(volume).map((chapter) => ({ ...chapter, book: before + chapter.book }));
  const { title, sheets, books } = volume;
  const taken = await take({ title, bytes, pageCount: sheets.length, images, chapters }, books);
  throwIfCancelled(options.signal);
  return { taken, step: printed.step };
}

function imagesOf(
  { options: { images }, steps }: Pick<Facts, 'options' | 'steps'>,
  { volume: { sheets }, pictures, emoji }: Drafted,
  { printed, isFirst }: { readonly printed: PrintedPictures; readonly isFirst: boolean },
): Promise<readonly SheetImage[]> {
  if (!images || (images === 'cover' && !isFirst)) return Promise.resolve([]);
  const input = { pictures: printedOf(pictures, printed), emoji };
  if (images === 'cover') return drawAll({ ...input, sheets: sheets.slice(0, 1) }, { steps: 0, step: () => {} });
  return drawAll({ ...input, sheets }, { steps: distinct(pictures).length, step: steps.step });
}

/** As few volumes as do, each at the finest step at which it fits. `least`: bytes of each picture at the last step. */
async function split<V>(job: Job<V>, least: ReadonlyMap<string, number>): Promise<BoundAnthology<V>> {
  const { anthology, options, steps, limit } = job;
  const sizeOf = (pictures: readonly Picture[]): number =>
    distinct(pictures).reduce((sum, { key }) => sum + (least.get(key) ?? 0), 0);
  const weights = anthology.books.map((book) => sizeOf(picturesOf(book)) + PER_PAGE * book.pages.length);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const fewest = Math.max(2, Math.ceil(total / limit));
  for (let count = Math.min(fewest, weights.length); ; count++) {
    const composition = compose(job, sharedOut(weights, count));
    const drafted = await draftAll(job, composition);
    throwIfCancelled(options.signal);
    const sizes = drafted.map((each) => overhead(each) + sizeOf(each.pictures));
    const alone = sizes.find((size, index) => size > limit && drafted[index]?.volume.books.length === 1);
    if (alone !== undefined) throw new TalesError('book-too-big', { size: alone, limit });
    if (sizes.some((size) => size > limit)) continue;
    steps.more(least.size);
    const finished: Finished<V>[] = [];
    let before = 0;
    for (const each of drafted) {
      const sources = sourcesOf(distinct(each.pictures), options.read, steps.step);
      finished.push(await finish(job, each, await encodeForPrint(sources, within(job, each)), before));
      before += each.volume.books.length;
    }
    return bound(composition, finished);
  }
}

/** Bytes that a page takes besides its picture, more or less: enough to share books out by. */
const PER_PAGE = 4000;

function bound<V>({ dropped }: AnthologyComposition, finished: readonly Finished<V>[]): BoundAnthology<V> {
  const coarsest = finished.map(({ step }) => step).reduce((one, next) => (next.index > one.index ? next : one));
  return {
    volumes: finished.map(({ taken }) => taken),
    notes: [
      ...(dropped.length > 0 ? [{ code: 'undrawable', characters: dropped } as const] : []),
      ...(coarsest.index > 0 ? [{ code: 'reduced-pictures', longSide: coarsest.longSide } as const] : []),
    ],
  };
}

function chaptersOf({ books, numbers, sheets }: Volume): readonly BoundChapter[] {
  let first = 0;
  return books.map((book, index) => {
    const pictures = coarsePictures(book, sheets, first);
    first += book.pages.length;
    return {
      book: index,
      number: numbers[index] ?? 0,
      notes: pictures.length > 0 ? [{ code: 'coarse-pictures', pictures } as const] : [],
    };
  });
}
