// A checked FIELDS.json and the options beside it → the manuscript that storytellers work from. Pure.
import type { Book, Fields, Locale, Manuscript, ReadingLevel, Scene } from '../story.ts';
import type { FieldsFile, FieldsPage } from './fields-file.ts';

/** What the command line says about the whole book; it wins over the file. */
export interface BookOptions {
  readonly title?: string;
  readonly authors?: readonly string[];
  readonly locale?: Locale;
  readonly level?: ReadingLevel;
  readonly roomy?: boolean;
  readonly notice?: string;
  readonly seed: number;
}

type Present<T> = { [Key in keyof T]: Exclude<T[Key], undefined> };

/** The object without its undefined entries. */
function present<T extends object>(object: T): Present<T> {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined)) as Present<T>;
}

function sceneOf({ caption, fields, text }: FieldsPage, locale: Locale): Scene {
  const described: Fields = present(fields);
  return {
    fields: described,
    ...(caption && { caption: { text: caption, locale, source: { kind: 'person' } } }),
    ...(text && { text }),
  };
}

/** How the book is set, and what it is to say of itself. */
export function settingOf(
  file: FieldsFile,
  options: Pick<BookOptions, 'roomy' | 'notice'>,
): Pick<Book, 'roomy' | 'notice'> {
  const notice = options.notice ?? file.notice;
  return { ...((options.roomy ?? file.roomy) && { roomy: true }), ...(notice && { notice }) };
}

/** @param fallback the language of a book that names none. */
export function manuscriptOf(file: FieldsFile, options: BookOptions, fallback: Locale): Manuscript {
  const locale = options.locale ?? file.locale ?? fallback;
  const title = options.title ?? file.title;
  return {
    ...(title && { title }),
    locale,
    level: options.level ?? file.level ?? '저학년',
    seed: options.seed,
    scenes: file.pages.map((page) => sceneOf(page, locale)),
  };
}
