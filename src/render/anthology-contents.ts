// What the table of contents of a volume lists: its own chapters, and where those of the other volumes are.
import type { Chapter } from './anthology-chapter.ts';
import { ANTHOLOGY_WORDS } from './anthology-wording.ts';
import type { ContentsGroup } from './layout/contents.ts';
import type { ContentsEntry } from './layout/contents-types.ts';

/**
 * @param volume the one that the contents stand in, among `chapters`.
 * @param nameOf the name of a volume; absent where there is only one.
 */
export function contentsGroups(
  chapters: readonly (readonly Chapter[])[],
  volume: number,
  nameOf: (volume: number) => string | undefined,
): readonly ContentsGroup[] {
  return chapters.map((own, index) => {
    const heading = nameOf(index);
    const entries = own.map((chapter) => entryOf(chapter, index === volume ? undefined : (heading ?? '')));
    return heading === undefined ? { entries } : { heading, entries };
  });
}

/** @param elsewhere name of the other volume that holds the chapter. */
function entryOf(chapter: Chapter, elsewhere: string | undefined): ContentsEntry {
  const { book, studies, title, authors, faces, firstPage, number } = chapter;
  const words = ANTHOLOGY_WORDS[book.locale];
  const [study] = studies;
  const common = { title, authors, locale: book.locale, faces, number };
  if (elsewhere !== undefined || study === undefined)
    return { ...common, label: words.elsewhere(title, elsewhere ?? '', number) };
  return { ...common, label: words.link(title, number), own: { to: number - 1, tile: { page: firstPage, study } } };
}
