// What a laid-out sheet is made of: boxes in points from its top left corner, in painting and reading order.
// Plain data: layouts make it, `pdf/` paints it, and neither knows the other.

import type { Locale } from '../../story.ts';
import type { FaceId } from '../fonts/catalogue.ts';
import type { Rgb } from '../picture-types.ts';
import type { Run } from '../text/shape.ts';

export interface Rect {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Clockwise, in degrees, about a point. */
export interface Turn {
  readonly degrees: number;
  readonly x: number;
  readonly y: number;
}

export type Segment =
  | { readonly to: 'move' | 'line'; readonly x: number; readonly y: number }
  | { readonly to: 'curve'; readonly points: readonly [number, number, number, number, number, number] }
  | { readonly to: 'close' };

export type Outline =
  | { readonly kind: 'rect'; readonly rect: Rect; readonly radius: number }
  | { readonly kind: 'circle'; readonly x: number; readonly y: number; readonly radius: number }
  | { readonly kind: 'path'; readonly segments: readonly Segment[] };

/** Decoration: never read aloud. */
export interface ShapePart {
  readonly kind: 'shape';
  readonly outline: Outline;
  readonly fill?: Rgb;
  readonly stroke?: { readonly colour: Rgb; readonly width: number };
  /** 0..1; 1 when absent. */
  readonly opacity?: number;
  readonly turn?: Turn;
}

export interface PicturePart {
  readonly kind: 'picture';
  /** Index of the book's page whose picture this is. */
  readonly page: number;
  /** Where the whole picture lies, undistorted. */
  readonly at: Rect;
  /** What of it is shown. All of it when absent. */
  readonly clip?: { readonly rect: Rect; readonly radius: number };
  /** Its description. Absent where the picture only decorates. */
  readonly alt?: { readonly text: string; readonly locale: Locale };
  readonly turn?: Turn;
}

export interface PlacedLine {
  readonly x: number;
  readonly baseline: number;
  readonly runs: readonly Run[];
}

/** An entry of a table of contents. Texts that share one are read, and pressed, as one. */
export interface Entry {
  readonly at: Rect;
  /** Index of the sheet that it leads to; absent where that is in another file. */
  readonly to?: number;
  /** What the link says of itself. */
  readonly label: string;
}

export interface TextPart {
  readonly kind: 'text';
  /** One structure element for all lines. Absent for page numbers and the like, which are not read. */
  readonly role?: 'H1' | 'H2' | 'H3' | 'P';
  /** Present on the texts of a table of contents; neighbours with the very same object belong together. */
  readonly entry?: Entry;
  /** Language, where it is not the book's. */
  readonly locale?: Locale;
  readonly lines: readonly PlacedLine[];
  readonly size: number;
  readonly colour: Rgb;
  /** A rounded edge behind the letters. */
  readonly edge?: { readonly colour: Rgb; readonly width: number };
}

export type Part = ShapePart | PicturePart | TextPart;

export interface LaidOutSheet {
  readonly kind: 'cover' | 'contents' | 'chapter' | 'scene' | 'text' | 'closing' | 'colophon';
  readonly width: number;
  readonly height: number;
  readonly paper: Rgb;
  readonly parts: readonly Part[];
  /** Entry in the list of bookmarks. Absent on pages that continue another. */
  readonly bookmark?: string;
  /** Set where the bookmark belongs below that of the sheet before it which has none of this. */
  readonly inChapter?: true;
  /** Set when a picture fills the sheet. */
  readonly full?: true;
  /** Printed page number; absent on sheets without one. */
  readonly number?: number;
}

/** Every face that letters of these sheets are drawn with. */
export function facesIn(sheets: readonly LaidOutSheet[]): ReadonlySet<FaceId> {
  const faces = new Set<FaceId>();
  for (const run of runsIn(sheets)) if (run.kind === 'glyphs') faces.add(run.face);
  return faces;
}

/** Every emoji drawn on these sheets, once, in order of appearance. */
export function emojiIn(sheets: readonly LaidOutSheet[]): readonly string[] {
  const emoji = new Set<string>();
  for (const run of runsIn(sheets)) if (run.kind === 'emoji') emoji.add(run.emoji);
  return [...emoji];
}

function* runsIn(sheets: readonly LaidOutSheet[]): Generator<Run> {
  for (const sheet of sheets)
    for (const part of sheet.parts) if (part.kind === 'text') for (const line of part.lines) yield* line.runs;
}
