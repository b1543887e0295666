// What the table of contents is made of: its entries, and the rows that they become.
import type { Locale } from '../../story.ts';
import type { FaceId } from '../fonts/catalogue.ts';
import type { Tile } from './mosaic.ts';
import type { Part, Rect } from './sheet.ts';

export interface ContentsEntry {
  readonly title: string;
  /** What may be said of the authors, fullest first. */
  readonly authors: readonly string[];
  readonly locale: Locale;
  readonly faces: readonly FaceId[];
  /** Printed number of its first page. */
  readonly number: number;
  readonly label: string;
  /** Present in the volume that holds the chapter. */
  readonly own?: {
    /** Index of its first sheet. */
    readonly to: number;
    readonly tile: Tile;
  };
}

/** Something on a card; `rect` is its place. */
export interface ContentsRow {
  readonly height: number;
  readonly parts: (rect: Rect) => readonly Part[];
  /** Stays with the row that follows it. */
  readonly isHeading?: true;
}
