// Scenes → book: has the storyteller tell every page and binds pictures, scenes and texts together.
import { type Book, type Manuscript, type Page, type Picture, titleFor } from '../story.ts';
import type { Storyteller, TellOptions } from './types.ts';

/**
 * The finished book of a manuscript.
 * @param pictures one per scene, in order.
 */
export async function writeBook(
  storyteller: Storyteller,
  manuscript: Manuscript,
  pictures: readonly Picture[],
  authors: readonly string[],
  options: TellOptions = {},
): Promise<Book> {
  const { scenes, locale, level } = manuscript;
  if (pictures.length !== scenes.length) {
    throw new RangeError(`${scenes.length} scenes need as many pictures, got ${pictures.length}`);
  }
  const told = await storyteller.tell(
    manuscript,
    scenes.map((_, index) => index),
    { ...options, authors },
  );
  const pages = scenes.map((scene, index): Page => {
    const picture = pictures[index];
    const text = told[index];
    if (!picture || !text) throw new RangeError(`${storyteller.name} told no text for page ${index + 1}`);
    return { picture, scene, told: text };
  });
  return { title: titleFor(manuscript), locale, level, authors, pages };
}
