// `storybook make`: pictures and fields in, a printed book out. Says how far it is, and leaves no half file.
import { resolve } from 'node:path';
import { throwIfCancelled } from '../errors.ts';
import { fileNameFor } from '../file-name.ts';
import type { Usage } from '../jobs.ts';
import {
  assertSuitable,
  type Captioner,
  describePictures,
  type LoadedPicture,
  type Moderator,
  type Storyteller,
  type Translator,
  writeBook,
  writtenInBook,
} from '../pipeline/index.ts';
import { renderBook } from '../render/index.ts';
import { type BlobRef, type Book, type Manuscript, type Note, type PageFormat, titleFor } from '../story.ts';
import { countingUsage } from '../usage.ts';
import type { GivenOptions } from './ask.ts';
import { collect } from './collect.ts';
import { type BookOptions, manuscriptOf } from './manuscript.ts';
import { assertBookPath, assertWritable, freeName, writeWhole } from './output.ts';
import type { StepTime } from './progress.ts';
import { readPictures } from './read-pictures.ts';
import type { Surroundings } from './surroundings.ts';
import { WORDING } from './wording.ts';

export interface MakeRequest extends BookOptions {
  readonly paths: readonly string[];
  readonly fieldsPath?: string;
  readonly format: PageFormat;
  /** Absent: named after the title, in the current folder, overwriting nothing. */
  readonly out?: string;
  readonly captioner: Captioner;
  readonly translator: Translator;
  readonly storyteller: Storyteller;
  /** Absent: nothing is looked for in captions, title and authors. */
  readonly moderator?: Moderator | undefined;
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

interface Counted extends Surroundings {
  readonly onUsage: (usage: Usage) => void;
}

async function describe(
  manuscript: Manuscript,
  pictures: readonly LoadedPicture[],
  { captioner, translator, moderator }: MakeRequest,
  { progress, locale, signal, onUsage }: Counted,
): Promise<Manuscript> {
  const given = manuscript.scenes.map(({ caption }) => caption);
  const missing = given.filter((caption) => caption === undefined).length;
  if (captioner.name !== 'none' && missing > 0) progress.step(WORDING[locale].describing, missing);
  let described = 0;
  const captions = await describePictures(captioner, pictures, given, {
    translator,
    locale: manuscript.locale,
    moderator,
    onUnsuitable: (index) => progress.say(WORDING[locale].captionLeftOut(index + 1)),
    signal,
    onUsage,
    onPicture() {
      described += 1;
      progress.at(described);
    },
  });
  const scenes = manuscript.scenes.map((scene, index) => {
    const caption = captions[index];
    return caption ? { ...scene, caption } : scene;
  });
  return { ...manuscript, scenes };
}

/** What the captions and the told texts lack, each kind of lack once. */
function notesOf({ pages }: Book): readonly Note[] {
  const notes = pages.flatMap(({ scene, told }) => [scene.caption?.note, told.note]).flatMap((note) => note ?? []);
  return [...new Map(notes.map((note) => [JSON.stringify(note), note])).values()];
}

/** What the options say of the book, as a FIELDS.json would. */
function givenBy({ title, authors, locale, level }: BookOptions): GivenOptions {
  return {
    ...(title && { title }),
    ...(authors && { authors: [...authors] }),
    ...(locale && { locale }),
    ...(level && { level }),
  };
}

/** The whole book, with what engines say of its pictures and tell of its scenes. */
async function bind(
  asked: Manuscript,
  loaded: readonly LoadedPicture[],
  authors: readonly string[],
  request: MakeRequest,
  counted: Counted,
): Promise<Book> {
  const { progress, locale, signal, onUsage } = counted;
  const manuscript = await describe(asked, loaded, request, counted);
  progress.step(WORDING[locale].telling, loaded.length);
  let told = 0;
  const onPage = (): void => {
    told += 1;
    progress.at(told);
  };
  const pictures = loaded.map(({ picture }) => picture);
  const book = await writeBook(request.storyteller, manuscript, pictures, authors, { signal, onPage, onUsage });
  if (request.moderator) await assertSuitable(request.moderator, writtenInBook(book), { signal });
  return book;
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
  const book = await bind(asked, loaded, authors, request, { ...surroundings, onUsage });

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
