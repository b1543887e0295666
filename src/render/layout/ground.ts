// The coloured ground of covers and the closing page: soft hills and a few dots, drawn the same way for every book.
import type { Sheet } from '../formats.ts';
import type { Palette } from '../palette.ts';
import { WHITE } from '../theme.ts';
import type { Part, Segment } from './sheet.ts';

/** Turn between dots that never lines them up. */
const GOLDEN_ANGLE = 2.399963;
const DOTS = 60;

export function ground(sheet: Sheet, palette: Palette, horizon: number): readonly Part[] {
  return [
    ...dots(sheet, palette, horizon),
    hill(sheet, horizon, { crest: 0.3, rise: 0.09 }, palette, 0.55),
    hill(sheet, horizon + sheet.height * 0.07, { crest: 0.72, rise: 0.1 }, palette, 1),
  ];
}

/** Dots on a sunflower's spiral, only above the horizon. */
function dots(sheet: Sheet, palette: Palette, horizon: number): readonly Part[] {
  return Array.from({ length: DOTS }, (_, index): Part => {
    const radius = Math.sqrt((index + 2) / DOTS) * sheet.height * 0.8;
    const x = sheet.width / 2 + radius * Math.cos(index * GOLDEN_ANGLE);
    const y = sheet.height * 0.3 + radius * Math.sin(index * GOLDEN_ANGLE);
    return {
      kind: 'shape',
      outline: { kind: 'circle', x, y, radius: 1.8 + ((index * 7) % 5) },
      fill: index % 3 === 0 ? palette.middle : WHITE,
      opacity: index % 3 === 0 ? 0.6 : 0.8,
    };
  }).filter((part) => part.kind === 'shape' && part.outline.kind === 'circle' && part.outline.y < horizon - 20);
}

interface Hill {
  /** Where its top lies, in sheet widths. */
  readonly crest: number;
  /** Its height, in sheet heights. */
  readonly rise: number;
}

function hill(sheet: Sheet, y: number, { crest, rise }: Hill, palette: Palette, opacity: number): Part {
  const { width, height } = sheet;
  const top = y - rise * height;
  const segments: readonly Segment[] = [
    { to: 'move', x: 0, y: y + 10 },
    { to: 'curve', points: [width * crest * 0.45, y, width * crest * 0.6, top, width * crest, top] },
    {
      to: 'curve',
      points: [width * (crest + (1 - crest) * 0.45), top, width * (crest + (1 - crest) * 0.55), y, width, y + 4],
    },
    { to: 'line', x: width, y: height },
    { to: 'line', x: 0, y: height },
    { to: 'close' },
  ];
  return { kind: 'shape', outline: { kind: 'path', segments }, fill: palette.middle, opacity };
}
