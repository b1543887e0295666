// What every sheet of a scene has: its size and paper, its bookmark, its page number.
import { folio } from './place.ts';
import type { SceneInput } from './scene-types.ts';
import type { LaidOutSheet, Part } from './sheet.ts';

export function sheetBase(input: SceneInput): Omit<LaidOutSheet, 'parts'> {
  const { sheet, palette, bookmark, number } = input;
  return { kind: 'scene', width: sheet.width, height: sheet.height, paper: palette.paper, bookmark, number };
}

export function numberParts(input: SceneInput, x: number, number = input.number): readonly Part[] {
  const { shaper, faces, sheet, palette } = input;
  const baseline = sheet.height - sheet.folio;
  return folio({ shaper, faces, number, x, baseline, colour: palette.deep, badge: palette.soft });
}
