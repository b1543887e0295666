// Which files of the command line are pictures, and which picture each page of a FIELDS.json means.
// Reads only the first bytes of a file; decoding is left to the pipeline's intake.
import { open, readdir, stat } from 'node:fs/promises';
import { basename, extname, join, resolve } from 'node:path';
import { type FieldsProblem, TalesError } from '../errors.ts';
import type { FieldsPage } from './fields-file.ts';
import { readFault } from './input.ts';

/** Enough of a file for telling what it is. */
const HEAD_BYTES = 4096;
const PICTURE_ENDINGS = new Set([
  '.jpg',
  '.jpeg',
  '.jpe',
  '.png',
  '.webp',
  '.gif',
  '.avif',
  '.tif',
  '.tiff',
  '.heic',
  '.heif',
  '.svg',
]);

export interface PictureFile {
  readonly path: string;
  /** The file's own name, NFC. */
  readonly name: string;
}

export interface Gathered {
  readonly pictures: readonly PictureFile[];
  /** Names of files and folders passed over because they are no pictures. */
  readonly passedOver: readonly string[];
}

const pictureFile = (path: string): PictureFile => ({ path, name: basename(path).normalize('NFC') });

async function statOf(path: string) {
  try {
    return await stat(path);
  } catch (cause) {
    throw readFault(path, cause);
  }
}

async function headOf(path: string): Promise<Uint8Array> {
  try {
    await using file = await open(path);
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
    return buffer.subarray(0, bytesRead);
  } catch (cause) {
    throw readFault(path, cause);
  }
}

const byName = new Intl.Collator('ko', { numeric: true }).compare;

/** A folder's pictures in the order of their names: 2.png before 10.png. Hidden files are nobody's pictures. */
async function gatherFolder(folder: string, isPicture: (head: Uint8Array) => boolean): Promise<Gathered> {
  const pictures: PictureFile[] = [];
  const passedOver: string[] = [];
  const all = await readdir(folder).catch((cause: unknown) => {
    throw readFault(folder, cause);
  });
  for (const name of all.filter((each) => !each.startsWith('.')).sort(byName)) {
    const path = join(folder, name);
    const found = await stat(path).catch(() => undefined);
    if (found?.isDirectory()) passedOver.push(`${name}/`);
    // Links to nowhere, and pipes, which would be waited for.
    else if (!found?.isFile()) passedOver.push(name);
    // A file that is named like a picture is meant as one: if it is none, the intake shall say what it is.
    else if (PICTURE_ENDINGS.has(extname(name).toLowerCase()) || isPicture(await headOf(path)))
      pictures.push(pictureFile(path));
    else passedOver.push(name);
  }
  return { pictures, passedOver };
}

/**
 * The pictures meant by the arguments: files as they are, folders by their contents.
 * @param isPicture tells from a file's first bytes whether it is a picture of a known format.
 * @throws TalesError `file-missing` for an argument that does not exist.
 */
export async function gatherPictures(
  paths: readonly string[],
  isPicture: (head: Uint8Array) => boolean,
): Promise<Gathered> {
  const all: Gathered[] = [];
  for (const path of paths) {
    const isFolder = (await statOf(path)).isDirectory();
    all.push(isFolder ? await gatherFolder(path, isPicture) : { pictures: [pictureFile(path)], passedOver: [] });
  }
  return {
    pictures: all.flatMap(({ pictures }) => pictures),
    passedOver: all.flatMap(({ passedOver }) => passedOver),
  };
}

const sameName = (a: string, b: string): boolean =>
  a.normalize('NFC').toLowerCase() === b.normalize('NFC').toLowerCase();

/**
 * The picture of each page: one of `pictures` by its name, else a file beside the FIELDS.json.
 * @param folder the FIELDS.json's own folder.
 * @throws TalesError `fields-invalid` naming every page whose picture is nowhere.
 */
export async function matchPictures(
  pages: readonly FieldsPage[],
  pictures: readonly PictureFile[],
  folder: string,
  file: string,
): Promise<readonly PictureFile[]> {
  const problems: FieldsProblem[] = [];
  const matched: PictureFile[] = [];
  for (const [index, { picture }] of pages.entries()) {
    const beside = resolve(folder, picture);
    const found =
      pictures.find(({ path }) => resolve(path) === beside) ??
      pictures.find(({ name }) => sameName(name, basename(picture)));
    if (found) matched.push(found);
    else if (await exists(beside)) matched.push(pictureFile(beside));
    else problems.push({ path: `pages[${index}].picture`, kind: 'no-file', expected: picture });
  }
  if (problems.length > 0) throw new TalesError('fields-invalid', { file, problems });
  return matched;
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isFile(),
    () => false,
  );
}
