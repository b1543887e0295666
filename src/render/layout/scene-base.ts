// What every sheet of a scene has: its size and paper, its bookmark, its page number, and how its picture is framed.
import { folio, framed } from './place.ts';
import { MAT, matOf, type SceneInput } from './scene-types.ts';
import type { LaidOutSheet, Part, Rect } from './sheet.ts';

export function sheetBase(input: SceneInput): Omit<LaidOutSheet, 'parts'> {
  const { sheet, palette, bookmark, number } = input;
  return { kind: 'scene', width: sheet.width, height: sheet.height, paper: palette.paper, bookmark, number };
}

export function numberParts(input: SceneInput, x: number, number = input.number): readonly Part[] {
  const { shaper, faces, sheet, palette } = input;
  const baseline = sheet.height - sheet.folio;
  return folio({ shaper, faces, number, x, baseline, colour: palette.deep, badge: palette.soft });
}

/** The picture on its white, and one of few pixels on a round piece of colour besides, so that it looks chosen. */
export function framedParts(input: SceneInput, at: Rect): readonly Part[] {
  const { page, alt, palette } = input;
  const around = matOf(input);
  const print = framed({ page, at, mat: MAT, radius: 15, shadow: palette.deep, alt });
  if (around <= MAT) return print;
  const radius = Math.max(at.width, at.height) / 2 + around;
  const outline = { kind: 'circle', x: at.x + at.width / 2, y: at.y + at.height / 2, radius } as const;
  return [{ kind: 'shape', outline, fill: palette.soft }, ...print];
}
