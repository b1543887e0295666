// A line of text as outlines, for drawings that have to look the same where there are no fonts.
import { loadFace, type PathCommand } from './fonts/face.ts';

export interface Outlined {
  /** The `d` of an SVG path, its baseline at y = 0. */
  readonly path: string;
  readonly width: number;
}

const LETTERS: Readonly<Record<PathCommand['command'], string>> = {
  moveTo: 'M',
  lineTo: 'L',
  quadraticCurveTo: 'Q',
  bezierCurveTo: 'C',
  closePath: 'Z',
};

const short = (value: number): string => String(Math.round(value * 100) / 100);

/** @param size in the units of the drawing. What the face cannot draw is left out. */
export function outlined(text: string, size: number, weight: 'light' | 'bold' = 'light'): Outlined {
  const face = loadFace(weight === 'bold' ? 'notoBold' : 'noto');
  const known = [...text].filter((character) => face.covers(character.codePointAt(0) ?? 0)).join('');
  let pen = 0;
  const parts = face.shape(known).map(({ id, step }) => {
    const left = pen;
    pen += step * size;
    return face
      .outline(id)
      .map(({ command, args }) => {
        const places = args.map((value, at) => short(at % 2 === 0 ? left + value * size : -value * size));
        return LETTERS[command] + places.join(' ');
      })
      .join('');
  });
  return { path: parts.join(''), width: pen };
}
