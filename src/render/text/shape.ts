// Characters to glyphs: each grapheme in the first face that draws all of it, emoji as pictures, the rest dropped and reported.
// Knows no lines and no sizes: widths are in ems.

import { hasArt } from '../emoji/art.ts';
import { CATALOGUE, type FaceId } from '../fonts/catalogue.ts';
import { type Glyph, loadFace } from '../fonts/face.ts';
import { type TypeStyle, USUAL_TYPE } from '../theme.ts';
import { graphemesOf } from './clean.ts';

export type Run =
  | { readonly kind: 'glyphs'; readonly face: FaceId; readonly glyphs: readonly Glyph[]; readonly width: number }
  | { readonly kind: 'emoji'; readonly emoji: string; readonly width: number };

/** Shaped text without a place. */
export interface Shaped {
  readonly runs: readonly Run[];
  /** Ems. */
  readonly width: number;
}

export interface Shaper {
  shape(text: string, faces: readonly FaceId[]): Shaped;
  /** How its letters are set. */
  readonly style: TypeStyle;
  /** What no face could draw so far, in order of appearance. */
  readonly dropped: ReadonlySet<string>;
}

/** Emoji are drawn a little larger than a syllable and keep some air around them. */
export const EMOJI_SIZE = 1.02;
const EMOJI_WIDTH = 1.14;

const EMOJI = /^\p{RGI_Emoji}$/v;
/** Marks that choose between text and picture, or join what is not joined here. */
const SELECTORS = /[\uFE00-\uFE0F\u200C\u200D]/gu;

type Choice =
  | { readonly kind: 'emoji' }
  | { readonly kind: 'face'; readonly face: FaceId; readonly text: string }
  | undefined;

const coversAll = (face: FaceId, text: string): boolean =>
  [...text].every((character) => loadFace(face).covers(character.codePointAt(0) ?? 0));

function choose(grapheme: string, faces: readonly FaceId[]): Choice {
  if (EMOJI.test(grapheme) && hasArt(grapheme)) return { kind: 'emoji' };
  const text = grapheme.replace(SELECTORS, '');
  if (text === '') return undefined;
  const face = faces.find((each) => coversAll(each, text));
  if (face !== undefined) return { kind: 'face', face, text };
  if (hasArt(grapheme)) return { kind: 'emoji' };
  return coversAll('emoji', text) ? { kind: 'face', face: 'emoji', text } : undefined;
}

/**
 * A shaper that remembers what it could not draw, and words it has shaped before.
 * @param dropped where it is remembered: shapers of one file share it.
 */
export function createShaper(style: TypeStyle = USUAL_TYPE, dropped: Set<string> = new Set()): Shaper {
  const cache = new Map<string, Shaped>();
  return {
    dropped,
    style,
    shape: (text, faces) => {
      const key = `${faces.join()} ${text}`;
      const shaped = cache.get(key) ?? spread(shape(text, faces, dropped), style);
      cache.set(key, shaped);
      return shaped;
    },
  };
}

function shape(text: string, faces: readonly FaceId[], dropped: Set<string>): Shaped {
  const runs: Run[] = [];
  let pending: { face: FaceId; text: string } | undefined;
  const flush = (): void => {
    if (pending !== undefined) runs.push(glyphRun(pending.face, pending.text));
    pending = undefined;
  };
  const take = (grapheme: string): void => {
    const choice = choose(grapheme, faces);
    if (choice === undefined) {
      // A letter with an accent that no face has is still worth its letter.
      const characters = [...grapheme];
      if (characters.length > 1 && !EMOJI.test(grapheme)) for (const character of characters) take(character);
      else if (grapheme.replace(SELECTORS, '') !== '') dropped.add(grapheme);
      return;
    }
    if (choice.kind === 'emoji') {
      flush();
      runs.push({ kind: 'emoji', emoji: grapheme, width: EMOJI_WIDTH });
      return;
    }
    if (pending?.face !== choice.face) flush();
    pending = { face: choice.face, text: (pending?.text ?? '') + choice.text };
  };
  for (const grapheme of graphemesOf(text)) take(grapheme);
  flush();
  return { runs, width: runs.reduce((sum, run) => sum + run.width, 0) };
}

/** Letters stand further apart, and words further than letters. Nothing comes between a letter and a mark upon it. */
function spread(shaped: Shaped, { tracking, wordSpace }: TypeStyle): Shaped {
  if (tracking === 0 && wordSpace === 1) return shaped;
  const runs = shaped.runs.map((run): Run => {
    if (run.kind === 'emoji') return { ...run, width: run.width + tracking };
    const glyphs = run.glyphs.map((glyph, index): Glyph => {
      const isMarked = run.glyphs[index + 1]?.advance === 0;
      const own = glyph.text === ' ' ? glyph.step * wordSpace : glyph.step;
      return { ...glyph, step: own + (isMarked ? 0 : tracking) };
    });
    return { ...run, glyphs, width: glyphs.reduce((sum, { step }) => sum + step, 0) };
  });
  return { runs, width: runs.reduce((sum, run) => sum + run.width, 0) };
}

function glyphRun(face: FaceId, text: string): Run {
  const glyphs = loadFace(face).shape(text);
  return { kind: 'glyphs', face, glyphs, width: glyphs.reduce((sum, glyph) => sum + glyph.step, 0) };
}

/** Names and licences of the fonts among `runs`, each family once. */
export function familiesOf(faces: Iterable<FaceId>): readonly { readonly family: string; readonly licence: string }[] {
  const byFamily = new Map<string, string>();
  for (const face of faces) byFamily.set(CATALOGUE[face].family, CATALOGUE[face].licence);
  return [...byFamily].map(([family, licence]) => ({ family, licence }));
}
