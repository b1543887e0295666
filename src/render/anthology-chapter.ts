// One child's book as a chapter: its title page, then its scenes as they are in the book by itself.
import type { Book, PageFormat } from '../story.ts';
import { coverSheets } from './compose.ts';
import type { FaceId } from './fonts/catalogue.ts';
import { type ChapterPlan, layOutChapter } from './layout/chapter.ts';
import type { LaidOutSheet } from './layout/sheet.ts';
import { paletteOf } from './palette.ts';
import type { PictureStudy } from './picture-types.ts';
import { sceneSheets } from './scenes.ts';
import type { Shaper } from './text/shape.ts';

export interface Chapter {
  readonly book: Book;
  readonly studies: readonly PictureStudy[];
  /** As printed. */
  readonly title: string;
  /** What may be said of the authors, fullest first, with and without saying what they made. */
  readonly bylines: readonly string[];
  readonly authors: readonly string[];
  readonly faces: readonly FaceId[];
  /** By what number the volume's sheets name its first picture. */
  readonly firstPage: number;
  /** Printed number of its title page; 0 before it is known. */
  readonly number: number;
}

interface Surroundings {
  readonly format: PageFormat;
  readonly shaper: Shaper;
  readonly plan: ChapterPlan;
}

export function chapterSheets(chapter: Chapter, { format, shaper, plan }: Surroundings): readonly LaidOutSheet[] {
  const { book, studies, firstPage, number } = chapter;
  const [study] = studies;
  if (study === undefined) throw new Error('a chapter without a picture');
  const context = { book, studies, format, shaper };
  const palette = paletteOf(study.tint);
  const title = layOutChapter({ ...chapter, locale: book.locale, study, page: firstPage, palette }, plan);
  // The rhythm of its pages begins with its own cover, which is not bound in.
  const coverIsFull = coverSheets(context).some(({ full }) => full === true);
  const scenes = sceneSheets(context, { coverIsFull, firstPage, firstNumber: number + 1 });
  return [title, ...scenes.map((sheet) => ({ ...sheet, inChapter: true as const }))];
}
