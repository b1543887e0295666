// `storybook tell`: the text of a book, without its pictures.
import type { Storyteller } from '../pipeline/index.ts';
import type { Locale, Note, Passage } from '../story.ts';
import { readFieldsFile } from './fields-file.ts';
import { type BookOptions, manuscriptOf } from './manuscript.ts';

export interface ToldPage {
  readonly picture: string;
  readonly text: string;
  readonly source: Passage['source'];
  readonly note?: Note;
}

/** Tells every page of a FIELDS.json. The picture files need not exist. */
export async function tell(
  fieldsPath: string,
  options: BookOptions,
  storyteller: Storyteller,
  fallback: Locale,
  signal: AbortSignal,
): Promise<readonly ToldPage[]> {
  const file = await readFieldsFile(fieldsPath);
  const manuscript = manuscriptOf(file, options, fallback);
  const told = await storyteller.tell(manuscript, [...manuscript.scenes.keys()], { signal });
  return file.pages.flatMap(({ picture }, index) => {
    const passage = told[index];
    if (!passage) return [];
    const { text, source, note } = passage;
    return [{ picture, text, source, ...(note && { note }) }];
  });
}
