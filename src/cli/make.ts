// `storybook make`: pictures and fields in, a printed book out. Says how far it is, and leaves no half file.
import { resolve } from 'node:path';
import { throwIfCancelled } from '../errors.ts';
import { fileNameFor } from '../file-name.ts';
import type { Usage } from '../jobs.ts';
import { renderBook } from '../render/index.ts';
import { type BlobRef, type Book, type Note, type PageFormat, titleFor } from '../story.ts';
import { countingUsage } from '../usage.ts';
import type { GivenOptions } from './ask.ts';
import { collect } from './collect.ts';
import { type BookOptions, manuscriptOf, settingOf } from './manuscript.ts';
import { assertBookPath, assertWritable, freeName, writeWhole } from './output.ts';
import type { StepTime } from './progress.ts';
import { readPictures } from './read-pictures.ts';
import { type Engines, notesOf, storyOf } from './story-of.ts';
import type { Surroundings } from './surroundings.ts';
import { WORDING } from './wording.ts';

export interface MakeRequest extends BookOptions, Engines {
  readonly paths: readonly string[];
  readonly fieldsPath?: string;
  readonly format: PageFormat;
  /** Absent: named after the title, in the current folder, overwriting nothing. */
  readonly out?: string;
}

export interface MadeBook {
  readonly file: string;
  readonly size: number;
  readonly pageCount: number;
  readonly book: Book;
  readonly notes: readonly Note[];
  /** What services were asked for it; absent where none was. */
  readonly used?: Usage;
  /** How long each step took. */
  readonly times: readonly StepTime[];
}

/** What the options say of the book, as a FIELDS.json would. */
function givenBy({ title, authors, locale, level, roomy, notice }: BookOptions): GivenOptions {
  return {
    ...(title && { title }),
    ...(authors && { authors: [...authors] }),
    ...(locale && { locale }),
    ...(level && { level }),
    ...(roomy && { roomy }),
    ...(notice && { notice }),
  };
}

/** @throws TalesError for anything the person can mend; nothing is written unless the whole book is. */
export async function make(request: MakeRequest, surroundings: Surroundings): Promise<MadeBook> {
  const { config, locale, progress, signal } = surroundings;
  const words = WORDING[locale];
  if (request.out !== undefined && (await assertBookPath(resolve(request.out))))
    progress.say(words.replacing(request.out));
  const { file, pictures: files } = await collect(request.paths, request.fieldsPath, surroundings, givenBy(request));
  const asked = manuscriptOf(file, request, config.locale);
  const out = request.out ? resolve(request.out) : await freeName('.', fileNameFor(titleFor(asked), '.pdf'), '.pdf');
  if (request.out === undefined) await assertWritable(out);

  progress.step(words.reading, files.length);
  const loaded = await readPictures(files, config, signal, progress.at);

  const { onUsage, spent } = countingUsage();
  const authors = request.authors ?? file.authors ?? [];
  const setting = settingOf(file, request);
  const story = { ...request, manuscript: asked, authors, pictures: loaded, setting, onUsage };
  const book = await storyOf(story, surroundings);

  const bytesOf = new Map(loaded.map(({ picture, bytes }) => [picture.key, bytes]));
  const read = async ({ key }: BlobRef): Promise<Uint8Array> => {
    const bytes = bytesOf.get(key);
    if (!bytes) throw new RangeError(`the book asks for a picture it was not made of: ${key}`);
    return bytes;
  };
  progress.step(words.printing, files.length);
  const printed = await renderBook(book, { read, format: request.format, signal, onProgress: progress.at });
  throwIfCancelled(signal);
  await writeWhole(out, printed.bytes);
  return {
    file: out,
    size: printed.bytes.byteLength,
    pageCount: printed.pageCount,
    book,
    notes: [...notesOf(book), ...printed.notes],
    ...spent(),
    times: progress.end(),
  };
}
