// The colours of one page or cover, all of one hue: that of its picture.
import { fromLch, shade, toLch } from './colour.ts';
import { contrast } from './picture-colour.ts';
import type { PictureStudy, Rgb } from './picture-types.ts';
import { CREAM, INK } from './theme.ts';

export interface Palette {
  /** Behind body text. */
  readonly paper: Rgb;
  /** A stronger paper, for covers and cards. */
  readonly soft: Rgb;
  readonly middle: Rgb;
  /** Page numbers, labels and small marks. */
  readonly accent: Rgb;
  /** Titles. */
  readonly deep: Rgb;
  /** Paper that continues a picture without a seam: the white of a drawing's own sheet. */
  readonly seam?: Rgb;
}

/** Below this a colour is grey, and its hue an accident. */
const GREY = 0.006;
/** Body text stands out at least this much from its paper (WCAG 2, level AAA). */
const TEXT_CONTRAST = 7;
/** Hues that turn to mud when they are darkened: from sand to lime. They are kept lighter and clearer. */
const SUNNY = { from: 55, to: 118, pull: 0.55 } as const;
/** How even an edge must be for the page to continue it. */
const EVEN = 0.93;
const LIGHT = 0.9;

export function paletteOf(tint: Rgb): Palette {
  const seed = warmed(toLch(tint).c < GREY ? CREAM : tint);
  const sunny = isSunny(seed);
  return {
    paper: contrast(INK, tint) >= TEXT_CONTRAST ? tint : CREAM,
    soft: sunny ? shade(seed, 0.925, 0.075) : shade(seed, 0.88, 0.065),
    middle: sunny ? shade(seed, 0.85, 0.125) : shade(seed, 0.76, 0.1),
    accent: shade(seed, 0.52, 0.12),
    deep: shade(seed, 0.33, 0.09),
  };
}

const isSunny = (colour: Rgb): boolean => {
  const { h } = toLch(colour);
  return h > SUNNY.from && h < SUNNY.to;
};

/** Sunny hues drawn towards amber, away from olive. */
function warmed(colour: Rgb): Rgb {
  if (!isSunny(colour)) return colour;
  const lch = toLch(colour);
  return fromLch({ ...lch, h: SUNNY.from + (lch.h - SUNNY.from) * SUNNY.pull });
}

/** The palette of a page. A drawing on white paper may run on into a page of that same white. */
export function scenePalette(study: PictureStudy): Palette {
  const palette = paletteOf(study.tint);
  const { top, right, bottom, left } = study.edgeEven;
  const sides = [study.edge.top, study.edge.right, study.edge.bottom, study.edge.left];
  const even = Math.min(top, right, bottom, left) >= EVEN;
  const light = sides.every((side) => toLch(side).l >= LIGHT);
  if (!even || !light || contrast(INK, study.edge.bottom) < TEXT_CONTRAST) return palette;
  return { ...palette, seam: study.edge.bottom };
}
