// Pictures → captions. A caption that a person gave is never replaced.
import type { Passage } from '../story.ts';
import type { CallOptions, Captioner, LoadedPicture } from './types.ts';

/**
 * Asks the captioner for the captions that are still missing, in one batch.
 * @param given one entry per picture; `undefined` where nobody has described it.
 */
export async function describePictures(
  captioner: Captioner,
  pictures: readonly LoadedPicture[],
  given: readonly (Passage | undefined)[],
  options: CallOptions = {},
): Promise<readonly (Passage | undefined)[]> {
  const missing = pictures.flatMap((_, index) => (given[index] ? [] : [index]));
  if (missing.length === 0) return given;
  const asked = missing.flatMap((index) => pictures[index] ?? []);
  const made = await captioner.caption(asked, options);
  const captions = [...given];
  missing.forEach((index, position) => {
    captions[index] = made[position];
  });
  return captions;
}
