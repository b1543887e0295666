// Which pictures go into the book and what is said of each: from the arguments, the FIELDS.json, and,
// on a terminal, from the person.
import { dirname, relative, resolve } from 'node:path';
import { TalesError } from '../errors.ts';
import { sniff } from '../pipeline/index.ts';
import { MAX_PICTURES } from '../story.ts';
import { askDescribeRest, askFields, type BookQuestions, type GivenOptions } from './ask.ts';
import { type FieldsFile, formatFieldsFile, readFieldsFile } from './fields-file.ts';
import { freeName, writeWhole } from './output.ts';
import { gatherPictures, matchPictures, type PictureFile } from './pictures.ts';
import type { Surroundings } from './surroundings.ts';
import { WORDING } from './wording.ts';

export interface Collected {
  readonly file: FieldsFile;
  /** One per page of `file`, in order. */
  readonly pictures: readonly PictureFile[];
}

const isPicture = (head: Uint8Array): boolean => 'format' in sniff(head);

/** Where the answers of a new book are kept while they are given, under a name that is free. */
const DRAFT = 'storybook-fields.json';

async function gather(paths: readonly string[], { progress, locale }: Surroundings): Promise<readonly PictureFile[]> {
  const { pictures, passedOver } = await gatherPictures(paths, isPicture);
  const others = passedOver.filter((name) => !name.endsWith('.json'));
  if (others.length > 0) progress.say(WORDING[locale].passedOver(others));
  return pictures;
}

function assertCount(count: number, where: string): void {
  if (count === 0) throw new TalesError('book-no-pictures', { where });
  if (count > MAX_PICTURES) throw new TalesError('book-too-many-pictures', { count, limit: MAX_PICTURES });
}

/** A file of fields that is to be gone on with. */
interface Draft {
  readonly path: string;
  readonly file: FieldsFile;
}

async function ask(
  pictures: readonly PictureFile[],
  draft: Draft | undefined,
  { progress, locale, signal }: Surroundings,
  questions: BookQuestions,
): Promise<FieldsFile> {
  const words = WORDING[locale];
  const path = draft ? resolve(draft.path) : await freeName('.', DRAFT, '.json');
  // As seen from the file, so that both can move together.
  const names = pictures.map((picture) => relative(dirname(path), resolve(picture.path)));
  let kept = false;
  const keep = async (file: FieldsFile): Promise<void> => {
    await writeWhole(path, formatFieldsFile(file));
    kept = true;
  };
  try {
    const file = await askFields({ ...questions, signal }, names, draft?.file, keep);
    progress.say(words.answersKept(path));
    return file;
  } catch (error) {
    if (kept) progress.say(words.draftKept(path));
    throw error;
  }
}

/**
 * @param given what the options say of the book; it is not asked, and kept with the answers.
 * @throws TalesError `book-no-pictures`, `book-too-many-pictures`, `fields-needed` where nobody can be asked,
 * and whatever the FIELDS.json has wrong.
 */
export async function collect(
  paths: readonly string[],
  fieldsPath: string | undefined,
  surroundings: Surroundings,
  given: GivenOptions,
): Promise<Collected> {
  const { terminal, progress, locale } = surroundings;
  const gathered = await gather(paths, surroundings);
  const questions = terminal && { ...terminal, locale };
  if (fieldsPath === undefined) {
    assertCount(gathered.length, paths.join(', '));
    if (!questions) throw new TalesError('fields-needed', {});
    return { file: await ask(gathered, undefined, surroundings, { ...questions, given }), pictures: gathered };
  }
  const file = await readFieldsFile(fieldsPath);
  const matched = await matchPictures(file.pages, gathered, dirname(fieldsPath), fieldsPath);
  const rest = gathered.filter((picture) => !matched.some(({ path }) => resolve(path) === resolve(picture.path)));
  if (rest.length === 0) return { file, pictures: matched };
  const names = rest.map(({ name }) => name);
  if (questions && (await askDescribeRest(questions, names))) {
    assertCount(matched.length + rest.length, paths.join(', '));
    return {
      file: await ask(rest, { path: fieldsPath, file }, surroundings, { ...questions, given }),
      pictures: [...matched, ...rest],
    };
  }
  progress.say(WORDING[locale].notInFields(names));
  return { file, pictures: matched };
}
