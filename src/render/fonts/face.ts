// A font, parsed once per process: what it covers, its shaped glyphs, outlines and subsets.
// The one importer of fontkit. Which font draws what is decided in `text/shape.ts`.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { create, type Font, type FontCollection } from '@cantoo/fontkit';
import { CATALOGUE, type FaceId } from './catalogue.ts';

/** One glyph of shaped text. Widths are in ems. */
export interface Glyph {
  readonly id: number;
  /** The characters it stands for, for those who search, copy or listen. */
  readonly text: string;
  /** The font's own width of the glyph. */
  readonly advance: number;
  /** How far the pen moves: `advance` and the kerning after it. */
  readonly step: number;
}

export interface PathCommand {
  readonly command: 'moveTo' | 'lineTo' | 'quadraticCurveTo' | 'bezierCurveTo' | 'closePath';
  readonly args: readonly number[];
}

/** A part of a font, to be embedded. */
export interface FaceSubset {
  /** The glyph's number in the subset. */
  include(glyph: number): number;
  encode(): Uint8Array;
}

/** In thousandths of an em. */
export interface FaceMetrics {
  readonly ascent: number;
  readonly descent: number;
  readonly capHeight: number;
  readonly italicAngle: number;
  readonly box: readonly [number, number, number, number];
}

export interface Face {
  readonly id: FaceId;
  readonly metrics: FaceMetrics;
  covers(codePoint: number): boolean;
  shape(text: string): readonly Glyph[];
  /** In ems, y upwards. */
  outline(glyph: number): readonly PathCommand[];
  subset(): FaceSubset;
}

/** Ligatures hide letters from beginning readers, and `calt` of Noto swaps spaces for glyphs that mean nothing. */
const FEATURES = { liga: false, clig: false, dlig: false, calt: false } as const;

const require = createRequire(import.meta.url);
const loaded = new Map<FaceId, Face>();

/** Reads and parses the font on first use; a few milliseconds. */
export function loadFace(id: FaceId): Face {
  const known = loaded.get(id);
  if (known !== undefined) return known;
  const face = toFace(id, single(create(readFileSync(require.resolve(CATALOGUE[id].file)))));
  loaded.set(id, face);
  return face;
}

function single(font: Font | FontCollection): Font {
  if ('fonts' in font) throw new Error('a font collection, where a single font was expected');
  return font;
}

function toFace(id: FaceId, font: Font): Face {
  const em = font.unitsPerEm;
  const avoided = CATALOGUE[id].avoid ?? '';
  const thousandths = (units: number): number => Math.round((units * 1000) / em);
  const { minX, minY, maxX, maxY } = font.bbox;
  return {
    id,
    metrics: {
      ascent: thousandths(font.ascent),
      descent: thousandths(font.descent),
      capHeight: thousandths(font.capHeight || font.ascent),
      italicAngle: font.italicAngle,
      box: [thousandths(minX), thousandths(minY), thousandths(maxX), thousandths(maxY)],
    },
    covers: (codePoint) => font.hasGlyphForCodePoint(codePoint) && !avoided.includes(String.fromCodePoint(codePoint)),
    shape: (text) => shape(font, text),
    outline: (glyph) =>
      (font.getGlyph(glyph)?.path.commands ?? []).map(({ command, args }) => ({
        command,
        args: args.map((v) => v / em),
      })),
    subset: () => {
      const subset = font.createSubset();
      return { include: (glyph) => subset.includeGlyph(glyph), encode: () => subset.encode() };
    },
  };
}

function shape(font: Font, text: string): readonly Glyph[] {
  const { glyphs, positions } = font.layout(text, { ...FEATURES });
  const characters = [...text];
  // fontkit keeps one glyph object per number, with the characters of its latest use: trust the text where it can be told.
  const oneToOne = characters.length === glyphs.length;
  return glyphs.map((glyph, index) => ({
    id: glyph.id,
    text: (oneToOne ? characters[index] : undefined) ?? String.fromCodePoint(...glyph.codePoints),
    advance: glyph.advanceWidth / font.unitsPerEm,
    step: (positions?.[index]?.xAdvance ?? glyph.advanceWidth) / font.unitsPerEm,
  }));
}
