// Pictures → captions. A caption that a person gave is never replaced.
import type { Locale, Passage } from '../story.ts';
import type { Captioner, CaptionOptions, LoadedPicture, Translator } from './types.ts';

export interface DescribeOptions extends CaptionOptions {
  /** Puts what the captioner says into `locale`. */
  readonly translator: Translator;
  readonly locale: Locale;
}

/** In the book's language, as far as the translator can; where the captioner said nothing, nothing. */
async function translated(
  made: readonly (Passage | undefined)[],
  { translator, locale, ...call }: DescribeOptions,
): Promise<readonly (Passage | undefined)[]> {
  const said = made.flatMap((passage) => passage ?? []);
  if (said.length === 0) return made;
  const waiting = (await translator.translate(said, locale, call)).values();
  return made.map((passage) => passage && waiting.next().value);
}

/**
 * Asks the captioner for the captions that are still missing, in one batch.
 * @param given one entry per picture; `undefined` where nobody has described it.
 */
export async function describePictures(
  captioner: Captioner,
  pictures: readonly LoadedPicture[],
  given: readonly (Passage | undefined)[],
  options: DescribeOptions,
): Promise<readonly (Passage | undefined)[]> {
  const missing = pictures.flatMap((_, index) => (given[index] ? [] : [index]));
  if (missing.length === 0) return given;
  const asked = missing.flatMap((index) => pictures[index] ?? []);
  const made = await translated(await captioner.caption(asked, options), options);
  const captions = [...given];
  missing.forEach((index, position) => {
    captions[index] = made[position];
  });
  return captions;
}
