// `storybook tell`: the text of a book, without its pictures.
import type { Storyteller } from '../pipeline/index.ts';
import type { Locale, Passage } from '../story.ts';
import { readFieldsFile } from './fields-file.ts';
import { type BookOptions, manuscriptOf } from './manuscript.ts';

export interface ToldPage {
  readonly picture: string;
  readonly text: string;
  readonly source: Passage['source'];
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
    return passage ? [{ picture, text: passage.text, source: passage.source }] : [];
  });
}
