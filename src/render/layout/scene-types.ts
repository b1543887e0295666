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

/** Points that a picture may be wide: below this resolution its pixels show. */
const LEAST_PPI = 60;

export function largestWidth(study: PictureStudy): number {
  return (study.width * 72) / LEAST_PPI;
}

/** White around a framed picture. A tiny picture lies in the middle of a card of this part of the sheet's width. */
const MAT = 9;
const CARD = 0.36;

export function matOf({ sheet, study }: Pick<SceneInput, 'sheet' | 'study'>): number {
  const width = largestWidth(study);
  return Math.max(MAT, (sheet.width * CARD - Math.max(width, width / aspectOf(study))) / 2);
}

export const aspectOf = (study: PictureStudy): number => study.width / study.height;
