// Content stream operators as text (ISO 32000-1, annex A). Coordinates are PDF's own: y grows upwards.
// Pure; which operators make a page is left to `paint.ts`.
import type { Rgb } from '../picture-types.ts';

/** A number as PDF writes it: no exponent, three decimals, no negative zero. */
export function num(value: number): string {
  const rounded = Math.round(value * 1000) / 1000;
  return Object.is(rounded, -0) || rounded === 0 ? '0' : String(rounded);
}

const nums = (values: readonly number[]): string => values.map(num).join(' ');
const rgb = (colour: Rgb): string => nums(colour.map((part) => part / 255));

export const fillColour = (colour: Rgb): string => `${rgb(colour)} rg`;
export const strokeColour = (colour: Rgb): string => `${rgb(colour)} RG`;
export const transform = (...matrix: readonly number[]): string => `${nums(matrix)} cm`;
export const moveTo = (x: number, y: number): string => `${nums([x, y])} m`;
export const lineTo = (x: number, y: number): string => `${nums([x, y])} l`;
export const curveTo = (points: readonly number[]): string => `${nums(points)} c`;

/** Distance of control points that makes four Bézier curves a circle. */
const KAPPA = 0.5522847498;

/** With its lower left corner at (x, y). */
export function roundedRect(x: number, y: number, width: number, height: number, radius: number): string {
  const r = Math.min(radius, width / 2, height / 2);
  if (r <= 0) return `${nums([x, y, width, height])} re`;
  const k = r * (1 - KAPPA);
  const [right, top] = [x + width, y + height];
  return [
    moveTo(x + r, y),
    lineTo(right - r, y),
    curveTo([right - k, y, right, y + k, right, y + r]),
    lineTo(right, top - r),
    curveTo([right, top - k, right - k, top, right - r, top]),
    lineTo(x + r, top),
    curveTo([x + k, top, x, top - k, x, top - r]),
    lineTo(x, y + r),
    curveTo([x, y + k, x + k, y, x + r, y]),
    'h',
  ].join('\n');
}

export function circle(x: number, y: number, radius: number): string {
  return roundedRect(x - radius, y - radius, radius * 2, radius * 2, radius);
}
