// Names, folders and JSON as AI-Hub delivers its fairy-tale illustrations ("동화 삽화 생성 데이터"), for synthetic books.
import { CLASSIFICATIONS, type Fields, OPTIONAL_FIELDS, READING_LEVELS, type ReadingLevel } from '../../../story.ts';
import { koreanCaption } from './captions.ts';
import type { Tale, TalePage } from './tale.ts';

export type Part = 'Training' | 'Validation';

const AGES: Readonly<Record<ReadingLevel, string>> = { 유아: '유아', 저학년: '초등_저학년', 고학년: '초등_고학년' };
const LETTER: Readonly<Record<Part, string>> = { Training: 'T', Validation: 'V' };
const YEAR = 2026;

/** 979-0 belongs to sheet music, so that no book bears such a number. */
export const bookNumber = (index: number): string => `9790${String(index).padStart(9, '0')}`;

const two = (number: number): string => String(number).padStart(2, '0');
const theme = ({ classification }: Tale): string => `${two(CLASSIFICATIONS.indexOf(classification) + 1)}T`;
const age = ({ level }: Tale): string => `${two(READING_LEVELS.indexOf(level) + 1)}S`;

export interface PagePlace {
  readonly part: Part;
  readonly isbn: string;
  /** Counts all pages of the data set. */
  readonly textId: number;
}

/** What a picture and its JSON are both called, such as `03_01T_01S_9788959991051_57122`. */
export const stemOf = (tale: Tale, { isbn, textId }: PagePlace): string =>
  `03_${theme(tale)}_${age(tale)}_${isbn}_${textId}`;

/** Folders of pictures and of annotations, with slashes. */
export function foldersOf(tale: Tale, part: Part): { readonly images: string; readonly annotations: string } {
  const rest = `${theme(tale)}_${tale.classification}_${age(tale)}_${AGES[tale.level]}`;
  const letter = LETTER[part];
  return {
    images: `${part}/01.원천데이터/${letter}S_${rest}`,
    annotations: `${part}/02.라벨링데이터/${letter}L_${rest}`,
  };
}

const wordsIn = (text: string): number => text.split(/\s+/u).filter(Boolean).length;
const orNull = (fields: Fields) => Object.fromEntries(OPTIONAL_FIELDS.map((field) => [field, fields[field] ?? null]));

export interface Drawn {
  readonly pixels: number;
  /** Bytes of the picture. */
  readonly size: number;
}

/** `page` counts from 1. */
export function annotationOf(tale: Tale, at: PagePlace, { scene, fields, text }: TalePage, page: number, drawn: Drawn) {
  const caption = koreanCaption(scene);
  return {
    title: tale.title,
    author: tale.author,
    illustrator: 'TalesRunner',
    isbn: at.isbn,
    publishedYear: YEAR,
    publisher: 'TalesRunner',
    imageInfoCount: 1,
    paragraphInfoCount: tale.pages.length,
    imageInfo: [
      {
        srcTextID: String(at.textId),
        srcText: text,
        srcPage: page,
        srcSentenceEA: (text.match(/[.!?]+/g) ?? []).length,
        srcWordEA: wordsIn(text),
        ...orNull(fields),
        srcImageFile: `${stemOf(tale, at)}.jpg`,
        srcImageS: `${drawn.pixels} X ${drawn.pixels}`,
        srcImageQ: drawn.size,
        entityCount: 1,
        entity: [{ name: fields.name, i_action: fields.i_action, position: '정중앙' }],
        imageCaptionInfo: {
          classification: fields.classification,
          readAge: AGES[tale.level],
          imageCaption: caption,
          captionWordEA: wordsIn(caption),
          captionSyllableEA: caption.replace(/\s/gu, '').length,
        },
      },
    ],
  };
}
