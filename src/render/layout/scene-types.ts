// What the layout of one scene starts from, and what a candidate for it is.

import type { Locale } from '../../story.ts';
import type { FaceId } from '../fonts/catalogue.ts';
import type { Sheet } from '../formats.ts';
import type { Palette } from '../palette.ts';
import type { PictureStudy } from '../picture-types.ts';
import type { Block } from '../text/block.ts';
import type { Shaper } from '../text/shape.ts';
import type { Paragraph } from '../text/words.ts';
import type { BodySizes } from '../theme.ts';
import type { PicturePart, Rect } from './sheet.ts';

export interface SceneInput {
  readonly sheet: Sheet;
  /** Index of the book's page. */
  readonly page: number;
  /** Printed number of the scene's first sheet. */
  readonly number: number;
  readonly bookmark: string;
  readonly study: PictureStudy;
  readonly alt: NonNullable<PicturePart['alt']>;
  readonly paragraphs: readonly Paragraph[];
  /** Language of the paragraphs. */
  readonly locale: Locale;
  readonly body: BodySizes;
  readonly faces: readonly FaceId[];
  readonly palette: Palette;
  readonly shaper: Shaper;
  /** Layout of the scene before, for a change of rhythm. */
  readonly before?: LayoutKind;
}

/** `top` and `foot`: to three edges; `band`: across the middle, between bands of colour; `mat`: framed, text below; `left` and `right`: where the picture stands; `full`: the whole sheet. */
export type LayoutKind = 'top' | 'foot' | 'band' | 'mat' | 'left' | 'right' | 'full';

export interface Candidate {
  readonly kind: LayoutKind;
  /** The whole picture. */
  readonly picture: Rect;
  readonly framed: boolean;
  /** Where the text stands; its height is the block's. */
  readonly text: Rect;
  readonly block: Block;
  /** A panel behind the text. */
  readonly panel?: Rect;
  /** Bands of colour across the sheet. */
  readonly bands?: readonly Rect[];
  /** Centre of the page number. */
  readonly folioX: number;
}

/** Distance from the lower trim that text and framed pictures keep free for the page number. */
export const footOf = (sheet: Sheet): number => sheet.folio + 36;

/** Below this resolution the pixels of a picture show; one that would else be a stamp may go a little further. */
const LEAST_PPI = 60;
const LEAST_PPI_OF_SMALL = 36;
/** Points on its long side from which a picture is no stamp. */
const STAMP = 170;

/** Points that a picture may be wide. */
export function largestWidth(study: PictureStudy): number {
  const long = Math.max(1, 1 / aspectOf(study));
  const points = (ppi: number): number => (study.width * 72) / ppi;
  return Math.max(points(LEAST_PPI), Math.min(points(LEAST_PPI_OF_SMALL), STAMP / long));
}

/** White around a framed picture. */
export const MAT = 9;
/** A tiny picture lies on a round piece of colour, of this part of the sheet's width. */
const MEDALLION = 0.44;

/** What a framed picture takes on either side besides itself: its white, or as much of a medallion as lies around it. */
export function matOf({ sheet, study }: Pick<SceneInput, 'sheet' | 'study'>): number {
  const width = largestWidth(study);
  const around = (sheet.width * MEDALLION - Math.max(width, width / aspectOf(study))) / 2;
  return around > STAMP / 6 ? around : MAT;
}

export const aspectOf = (study: PictureStudy): number => study.width / study.height;
