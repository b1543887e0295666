// Colour arithmetic in OKLCH, where equal steps look equal: papers, accents and shades of one hue.
// Pure; knows nothing of pages.
import type { Rgb } from './picture-types.ts';

/** Lightness 0..1, chroma 0..0.37, hue in degrees. */
export interface Lch {
  readonly l: number;
  readonly c: number;
  readonly h: number;
}

const toLinear = (v: number): number => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
const fromLinear = (v: number): number => (v <= 0.0031308 ? v * 12.92 : 1.055 * v ** (1 / 2.4) - 0.055);
const clamp = (v: number): number => Math.min(1, Math.max(0, v));

/** The matrices are those of Björn Ottosson's OKLab. */
export function toLch(colour: Rgb): Lch {
  const [r, g, b] = [toLinear(colour[0] / 255), toLinear(colour[1] / 255), toLinear(colour[2] / 255)];
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  const a = 1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s;
  const bb = 0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s;
  const hue = (Math.atan2(bb, a) * 180) / Math.PI;
  return { l: 0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s, c: Math.hypot(a, bb), h: (hue + 360) % 360 };
}

export function fromLch({ l, c, h }: Lch): Rgb {
  const a = c * Math.cos((h * Math.PI) / 180);
  const b = c * Math.sin((h * Math.PI) / 180);
  const long = (l + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const medium = (l - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const short = (l - 0.0894841775 * a - 1.291485548 * b) ** 3;
  const part = (v: number): number => Math.round(255 * fromLinear(clamp(v)));
  return [
    part(4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short),
    part(-1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short),
    part(-0.0041960863 * long - 0.7034186147 * medium + 1.707614701 * short),
  ];
}

/** The hue of `colour` at another lightness and chroma. */
export function shade(colour: Rgb, l: number, c: number): Rgb {
  return fromLch({ l, c, h: toLch(colour).h });
}

/** WCAG 2 relative luminance, 0..1. */
export function luminance([r, g, b]: Rgb): number {
  return 0.2126 * toLinear(r / 255) + 0.7152 * toLinear(g / 255) + 0.0722 * toLinear(b / 255);
}

/** WCAG 2 contrast, 1..21. */
export function contrast(one: Rgb, other: Rgb): number {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05);
}
