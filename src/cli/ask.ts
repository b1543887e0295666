// Asks for a book's fields on a terminal, one scene at a time, keeping every finished scene.
// The one importer of @clack/prompts.
import { basename } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { confirm, isCancel, log, select, text } from '@clack/prompts';
import { TalesError } from '../errors.ts';
import { itemsIn } from '../items.ts';
import { CLASSIFICATION_LABELS, FIELD_LABELS } from '../labels.ts';
import { CLASSIFICATIONS, type Locale, MAX_AUTHORS, OPTIONAL_FIELDS, TEXT_LIMITS } from '../story.ts';
import type { FieldsFile, FieldsPage } from './fields-file.ts';
import { WORDING } from './wording.ts';

export interface Terminal {
  readonly input: Readable;
  readonly output: Writable;
  readonly signal: AbortSignal;
}

export interface Questions extends Terminal {
  readonly locale: Locale;
}

/** What options of the command line say of the book, so that it need not be asked. */
export type GivenOptions = Pick<FieldsFile, 'title' | 'authors' | 'locale' | 'level' | 'roomy' | 'notice'>;

export interface BookQuestions extends Questions {
  readonly given: GivenOptions;
}

/** Ctrl-C and Escape at a prompt are a cancellation like any other. */
function answered<T>(answer: T): Exclude<T, symbol> {
  if (isCancel(answer)) throw new TalesError('cancelled', {});
  return answer as Exclude<T, symbol>;
}

interface LineQuestion {
  readonly message: string;
  readonly limit: number;
  readonly required?: boolean;
  readonly initial?: string | undefined;
  /** What else is wrong with an answer. */
  readonly fault?: (answer: string) => string | undefined;
}

async function askLine(questions: Questions, question: LineQuestion): Promise<string> {
  const { message, limit, required, initial, fault } = question;
  const words = WORDING[questions.locale];
  const answer = await text({
    ...terminalOf(questions),
    message,
    ...(initial === undefined ? {} : { initialValue: initial }),
    validate: (value = '') => {
      if (required && value.trim() === '') return words.needed;
      return value.length > limit ? words.tooLong(limit) : fault?.(value);
    },
  });
  return (answered(answer) ?? '').normalize('NFC').trim();
}

const terminalOf = ({ input, output, signal }: Terminal) => ({ input, output, signal });

/** A question that yes or no answers. @throws TalesError `cancelled` */
export async function askYes(questions: Questions, message: string, initialValue: boolean): Promise<boolean> {
  const { yes, no } = WORDING[questions.locale];
  return answered(await confirm({ ...terminalOf(questions), message, initialValue, active: yes, inactive: no }));
}

/** Whether pictures that a FIELDS.json leaves out are to be described now. */
export const askDescribeRest = (questions: Questions, names: readonly string[]): Promise<boolean> =>
  askYes(questions, WORDING[questions.locale].askDescribeRest(names), true);

async function askOptional(questions: Questions): Promise<Partial<FieldsPage['fields']>> {
  const { locale } = questions;
  const words = WORDING[locale];
  if (!(await askYes(questions, words.askMore, false))) return {};
  const given: Partial<Record<(typeof OPTIONAL_FIELDS)[number], string>> = {};
  for (const field of OPTIONAL_FIELDS) {
    const message = `${FIELD_LABELS[locale][field]} (${words.commaHint})`;
    const answer = await askLine(questions, { message, limit: TEXT_LIMITS.field });
    if (answer) given[field] = answer;
  }
  return given;
}

async function askPage(questions: Questions, picture: string, before: FieldsPage | undefined): Promise<FieldsPage> {
  const { locale } = questions;
  const words = WORDING[locale];
  const caption = await askLine(questions, { message: words.askCaption, limit: TEXT_LIMITS.caption });
  const name = await askLine(questions, {
    message: words.askName,
    limit: TEXT_LIMITS.name,
    required: true,
    initial: before?.fields.name,
  });
  const i_action = await askLine(questions, { message: words.askAction, limit: TEXT_LIMITS.field, required: true });
  const classification = answered(
    await select({
      ...terminalOf(questions),
      message: `${FIELD_LABELS[locale].classification} (${words.choose})`,
      showInstructions: false,
      options: CLASSIFICATIONS.map((value) => ({ value, label: CLASSIFICATION_LABELS[locale][value] })),
      initialValue: before?.fields.classification ?? CLASSIFICATIONS[0],
    }),
  );
  const more = await askOptional(questions);
  return { picture, ...(caption && { caption }), fields: { name, i_action, classification, ...more } };
}

/**
 * Asks for whatever `draft` does not hold yet: title and authors of a new book, then every picture's scene.
 * @param keep called with the draft after each scene, so that nothing typed is lost.
 * @throws TalesError `cancelled` when the person gives up.
 */
export async function askFields(
  questions: BookQuestions,
  pictures: readonly string[],
  draft: FieldsFile | undefined,
  keep: (draft: FieldsFile) => Promise<void>,
): Promise<FieldsFile> {
  const words = WORDING[questions.locale];
  let file: FieldsFile = draft ?? { ...questions.given, ...(await askBook(questions)), pages: [] };
  for (const [index, picture] of pictures.entries()) {
    log.step(words.firstHint(index + 1, pictures.length, basename(picture)), { output: questions.output });
    const page = await askPage(questions, picture, file.pages.at(-1));
    file = { ...file, pages: [...file.pages, page] };
    await keep(file);
  }
  return file;
}

async function askBook(questions: BookQuestions): Promise<Pick<FieldsFile, 'title' | 'authors'>> {
  const words = WORDING[questions.locale];
  const { given } = questions;
  const title = given.title ?? (await askLine(questions, { message: words.askTitle, limit: TEXT_LIMITS.title }));
  if (given.authors) return title ? { title } : {};
  const authors = await askLine(questions, {
    message: words.askAuthors,
    limit: MAX_AUTHORS * TEXT_LIMITS.author,
    fault: (answer) => {
      const names = itemsIn(answer);
      if (names.length > MAX_AUTHORS) return words.tooManyNames(MAX_AUTHORS);
      const tooLong = names.some((name) => name.length > TEXT_LIMITS.author);
      return tooLong ? words.namesTooLong(TEXT_LIMITS.author) : undefined;
    },
  });
  return { ...(title && { title }), ...(authors && { authors: [...itemsIn(authors)] }) };
}
