// Pictures → captions. A caption that a person gave is never replaced.
import type { Locale, Passage } from '../story.ts';
import type { Captioner, CaptionOptions, LoadedPicture, Moderator, Translator } from './types.ts';

export interface DescribeOptions extends CaptionOptions {
  /** Puts what the captioner says into `locale`. */
  readonly translator: Translator;
  readonly locale: Locale;
  /** What it does not find fit is left to the person to describe. */
  readonly moderator?: Moderator | undefined;
  /** Called with the index of each picture whose caption was left out for it. */
  readonly onUnsuitable?: (index: number) => unknown;
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

/** Without the captions that are not fit for children. */
async function fit(
  captions: readonly (Passage | undefined)[],
  { moderator, signal, onNote }: DescribeOptions,
): Promise<readonly (Passage | undefined)[]> {
  if (moderator === undefined) return captions;
  const found = await moderator.check(
    captions.map((caption) => caption?.text ?? ''),
    { ...(signal && { signal }), ...(onNote && { onNote }) },
  );
  return captions.map((caption, index) => (found[index] === undefined ? caption : undefined));
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
  const kept = await fit(made, options);
  const captions = [...given];
  missing.forEach((index, position) => {
    captions[index] = kept[position];
    if (made[position] && !kept[position]) options.onUnsuitable?.(index);
  });
  return captions;
}
