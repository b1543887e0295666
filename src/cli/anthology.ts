// `storybook anthology`: the books of a class, each made as `storybook make` makes it, bound into one PDF or several
// volumes. Everything is found, read and told before anything is written.
import { dirname, extname, join, resolve } from 'node:path';
import { throwIfCancelled } from '../errors.ts';
import { fileNameFor } from '../file-name.ts';
import { type BoundAnthology, type BoundVolume, renderAnthology } from '../render/index.ts';
import type { Anthology, Book, Locale, Note, PageFormat } from '../story.ts';
import { type BookSource, eachOrRefused, findBooks } from './anthology-sources.ts';
import { ANTHOLOGY_WORDING } from './anthology-wording.ts';
import { manuscriptOf, settingOf } from './manuscript.ts';
import { assertBookPath, assertWritable, freeName, writeWhole } from './output.ts';
import type { StepTime } from './progress.ts';
import { readPictures } from './read-pictures.ts';
import { type Spool, withSpool } from './spool.ts';
import { type Engines, notesOf, storyOf } from './story-of.ts';
import type { Surroundings } from './surroundings.ts';
import { WORDING } from './wording.ts';

export interface AnthologyRequest extends Engines {
  readonly paths: readonly string[];
  readonly title?: string;
  readonly className?: string;
  /** Language of the anthology; each book is in its own. */
  readonly locale?: Locale;
  /** Of every book, whatever its file says. */
  readonly roomy?: boolean;
  readonly notice?: string;
  readonly seed: number;
  readonly format: PageFormat;
  /** Most bytes of a volume. Absent: one volume. */
  readonly budget?: number;
  /** Absent: named after the title, in the current folder, overwriting nothing. */
  readonly out?: string;
}

export interface MadeVolume extends Omit<BoundVolume, 'bytes' | 'images'> {
  readonly file: string;
  readonly size: number;
}

export interface MadeAnthology extends Pick<Anthology, 'title' | 'locale' | 'className' | 'books'> {
  readonly volumes: readonly MadeVolume[];
  /** Where each book came from, in order, and in what it is poorer than asked. */
  readonly sources: readonly { readonly name: string; readonly notes: readonly Note[] }[];
  readonly notes: readonly Note[];
  readonly times: readonly StepTime[];
}

/** @throws TalesError for anything the person can mend; nothing is written unless the whole anthology is made. */
export async function anthology(request: AnthologyRequest, surroundings: Surroundings): Promise<MadeAnthology> {
  const { config, progress, signal } = surroundings;
  const locale = request.locale ?? config.locale;
  const title = request.title ?? ANTHOLOGY_WORDING[locale].untitled;
  await assertPlace(request, surroundings);
  const sources = await findBooks(request.paths, locale);
  return withSpool(async (spool) => {
    const books = await makeBooks(sources, request, surroundings, spool);
    const { className } = request;
    const whole: Anthology = { title, locale, ...(className && { className }), books };
    progress.step(WORDING[surroundings.locale].printing, 1);
    const bound = await renderAnthology(whole, {
      read: ({ key }) => spool.get(key),
      format: request.format,
      signal,
      onProgress: progress.at,
      ...(request.budget !== undefined && { budget: request.budget }),
    });
    throwIfCancelled(signal);
    const volumes = await writeVolumes(bound.volumes, title, request.out);
    return { ...whole, volumes, ...notesFrom(sources, books, bound), times: progress.end() };
  });
}

/** Found out before any work is done: whether it can be written where it is to be. */
async function assertPlace({ out }: AnthologyRequest, { progress, locale }: Surroundings): Promise<void> {
  if (out === undefined) await assertWritable(resolve('.', 'anthology.pdf'));
  else if (await assertBookPath(resolve(out))) progress.say(WORDING[locale].replacing(out));
}

/** Pictures of all books first: a damaged one is told before any story is. */
async function makeBooks(
  sources: readonly BookSource[],
  request: AnthologyRequest,
  surroundings: Surroundings,
  spool: Spool,
): Promise<readonly Book[]> {
  const { config, progress, locale, signal } = surroundings;
  const nameOf = ({ name }: BookSource): string => name;
  progress.step(
    WORDING[locale].reading,
    sources.reduce((sum, { pictures }) => sum + pictures.length, 0),
  );
  let read = 0;
  const pictures = await eachOrRefused(sources, nameOf, async (source) => {
    const before = read;
    read += source.pictures.length;
    const loaded = await readPictures(source.pictures, config, signal, (done) => progress.at(before + done));
    for (const { picture, bytes } of loaded) await spool.put(picture.key, bytes);
    return loaded.map(({ picture }) => picture);
  });
  progress.step(WORDING[locale].telling, sources.length);
  return eachOrRefused(sources, nameOf, async (source, index) => {
    const own = pictures[index] ?? [];
    const loaded = await Promise.all(own.map(async (picture) => ({ picture, bytes: await spool.get(picture.key) })));
    const manuscript = manuscriptOf(source.file, { seed: request.seed }, config.locale);
    const authors = source.file.authors ?? [];
    const quiet = { ...surroundings, progress: within(progress, source.name) };
    const setting = settingOf(source.file, request);
    const book = await storyOf({ ...request, manuscript, authors, pictures: loaded, setting }, quiet);
    progress.at(index + 1);
    return book;
  });
}

/** Of one book among many: its own steps are not shown, and what is said of it names it. */
const within = (progress: Surroundings['progress'], name: string): Surroundings['progress'] => ({
  ...progress,
  step: () => {},
  transfer: () => {},
  at: () => {},
  say: (line) => progress.say(`${name}: ${line}`),
});

/** One file by the name that was asked for, or one for each volume with its number. */
async function writeVolumes(
  volumes: readonly BoundVolume[],
  title: string,
  out: string | undefined,
): Promise<readonly MadeVolume[]> {
  const numbered = (name: string, index: number): string => {
    const ending = extname(name);
    return volumes.length === 1 ? name : `${name.slice(0, name.length - ending.length)}-${index + 1}${ending}`;
  };
  const files: string[] = [];
  for (const index of volumes.keys()) {
    if (out === undefined) {
      files.push(await freeName('.', numbered(fileNameFor(title, '.pdf'), index), '.pdf'));
      continue;
    }
    const file = join(dirname(resolve(out)), numbered(resolve(out).slice(dirname(resolve(out)).length + 1), index));
    await assertBookPath(file);
    files.push(file);
  }
  const made: MadeVolume[] = [];
  for (const [index, { bytes, images: _, ...volume }] of volumes.entries()) {
    const file = files[index] ?? '';
    await writeWhole(file, bytes);
    made.push({ ...volume, file, size: bytes.byteLength });
  }
  return made;
}

function notesFrom(
  sources: readonly BookSource[],
  books: readonly Book[],
  { volumes, notes }: BoundAnthology,
): Pick<MadeAnthology, 'sources' | 'notes'> {
  const chapters = volumes.flatMap((volume) => volume.chapters);
  return {
    notes,
    sources: sources.map(({ name }, index) => ({
      name,
      notes: [...notesOf(books[index] ?? { pages: [] }), ...(chapters[index]?.notes ?? [])],
    })),
  };
}
