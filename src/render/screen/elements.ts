// Elements and paths of an SVG as text. Coordinates are the layouts' own: y grows downwards.
// Pure; which elements make a page is left to `paint.ts`.
import type { Rgb } from '../picture-types.ts';

export type Attributes = Readonly<Record<string, string | number | undefined>>;

/** No exponent, three decimals, no negative zero. */
export function num(value: number): string {
  const rounded = Math.round(value * 1000) / 1000;
  return rounded === 0 ? '0' : String(rounded);
}

export const colour = (rgb: Rgb): string => `#${rgb.map((part) => part.toString(16).padStart(2, '0')).join('')}`;

/** Attributes without a value are left out. What goes in is numbers, colours and our own words: nothing to escape. */
export function element(name: string, attributes: Attributes, ...children: readonly string[]): string {
  const written = Object.entries(attributes)
    .flatMap(([key, value]) =>
      value === undefined ? [] : [` ${key}="${typeof value === 'number' ? num(value) : value}"`],
    )
    .join('');
  return children.length === 0 ? `<${name}${written}/>` : `<${name}${written}>${children.join('')}</${name}>`;
}

/** One command of a path with its points. */
export const command = (letter: string, ...points: readonly number[]): string => letter + points.map(num).join(' ');
