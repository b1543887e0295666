// Oklab by lightness, chroma and hue: shades of one hue for papers and accents.
import { fromOklab, toOklab } from './picture-colour.ts';
import type { Rgb } from './picture-types.ts';

/** Lightness 0..1, chroma 0..0.37, hue in degrees. */
export interface Lch {
  readonly l: number;
  readonly c: number;
  readonly h: number;
}

export function toLch(colour: Rgb): Lch {
  const { l, a, b } = toOklab(colour);
  return { l, c: Math.hypot(a, b), h: ((Math.atan2(b, a) * 180) / Math.PI + 360) % 360 };
}

export function fromLch({ l, c, h }: Lch): Rgb {
  const angle = (h * Math.PI) / 180;
  return fromOklab({ l, a: c * Math.cos(angle), b: c * Math.sin(angle) });
}

/** The hue of `colour` at another lightness and chroma. */
export function shade(colour: Rgb, l: number, c: number): Rgb {
  return fromLch({ l, c, h: toLch(colour).h });
}
