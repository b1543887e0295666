// Which books an anthology binds: each argument is a FIELDS.json, a child's folder with one in it, or the folder of a
// whole class with a folder for each child.
import { readdir, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { isTalesError, TalesError } from '../errors.ts';
import { type Locale, MAX_PICTURES } from '../story.ts';
import { type FieldsFile, readFieldsFile } from './fields-file.ts';
import { readFault } from './input.ts';
import { matchPictures, type PictureFile } from './pictures.ts';

export interface BookSource {
  /** As people know it: the folder, or the file. */
  readonly name: string;
  readonly file: FieldsFile;
  /** One for each page, in order. */
  readonly pictures: readonly PictureFile[];
}

const byName = new Intl.Collator('ko', { numeric: true }).compare;

interface Folder {
  readonly fields: readonly string[];
  readonly folders: readonly string[];
}

async function look(path: string): Promise<Folder> {
  const entries = await readdir(path, { withFileTypes: true }).catch((cause: unknown) => {
    throw readFault(path, cause);
  });
  const seen = entries.filter(({ name }) => !name.startsWith('.'));
  const names = (of: typeof seen): readonly string[] => of.map(({ name }) => name.normalize('NFC')).sort(byName);
  return {
    fields: names(seen.filter((entry) => !entry.isDirectory() && entry.name.toLowerCase().endsWith('.json'))),
    folders: seen
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => name)
      .sort(byName),
  };
}

/** The only FIELDS.json of a folder, else the one that is named so, else the one in the language asked for. */
function chosen(path: string, { fields }: Folder, locale: Locale): string {
  const named = (name: string): string | undefined => fields.find((each) => each.toLowerCase() === name);
  const found = fields.length === 1 ? fields[0] : (named('fields.json') ?? named(`fields.${locale}.json`));
  if (found === undefined) throw new TalesError('book-unclear', { path, found: fields });
  return join(path, found);
}

interface Place {
  readonly name: string;
  /** To the FIELDS.json. */
  readonly find: () => Promise<string>;
}

/** The books that an argument means, in the order of their names. */
async function placesIn(path: string, locale: Locale): Promise<readonly Place[]> {
  const found = await stat(path).catch((cause: unknown) => {
    throw readFault(path, cause);
  });
  if (!found.isDirectory()) return [{ name: path, find: async () => path }];
  const folder = await look(path);
  const isClass = folder.fields.length === 0 && folder.folders.length > 0;
  if (!isClass) return [{ name: path, find: async () => chosen(path, folder, locale) }];
  return folder.folders.map((name) => {
    const inside = join(path, name);
    return { name: inside, find: async () => chosen(inside, await look(inside), locale) };
  });
}

async function sourceAt({ name, find }: Place): Promise<BookSource> {
  const path = await find();
  const file = await readFieldsFile(path);
  const count = file.pages.length;
  if (count === 0) throw new TalesError('book-no-pictures', { where: basename(path) });
  if (count > MAX_PICTURES) throw new TalesError('book-too-many-pictures', { count, limit: MAX_PICTURES });
  return { name, file, pictures: await matchPictures(file.pages, [], dirname(path), path) };
}

/**
 * Runs `work` for everything, so that all that is wrong is told at once.
 * @throws TalesError `books-refused` with every book that cannot be bound and why.
 */
export async function eachOrRefused<T, R>(
  all: readonly T[],
  nameOf: (each: T) => string,
  work: (each: T, index: number) => Promise<R>,
): Promise<readonly R[]> {
  const done: R[] = [];
  const refused: { readonly name: string; readonly error: TalesError }[] = [];
  for (const [index, each] of all.entries()) {
    try {
      done.push(await work(each, index));
    } catch (error) {
      if (!isTalesError(error) || error.code === 'cancelled') throw error;
      refused.push({ name: nameOf(each), error });
    }
  }
  if (refused.length > 0) throw new TalesError('books-refused', { refused });
  return done;
}

/** @throws TalesError `books-refused`. */
export async function findBooks(paths: readonly string[], locale: Locale): Promise<readonly BookSource[]> {
  const places = await eachOrRefused(
    paths,
    (path) => path,
    (path) => placesIn(path, locale),
  );
  return eachOrRefused(places.flat(), ({ name }) => name, sourceAt);
}
