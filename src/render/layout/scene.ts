// One scene as one sheet, or as several when its text is long: picks among the candidates and builds the parts.
import { isEmpty } from '../plain.ts';
import { sizesOf } from '../text/fit.ts';
import { INK, WHITE } from '../theme.ts';
import { CENTRED_LINES } from './block-for.ts';
import { candidatesAt } from './candidates.ts';
import { regionOf } from './full.ts';
import { overflowing } from './overflow.ts';
import { placeParagraphs, shadow } from './place.ts';
import { framedParts, numberParts, sheetBase } from './scene-base.ts';
import { aspectOf, type Candidate, type LayoutKind, largestWidth, type SceneInput } from './scene-types.ts';
import type { LaidOutSheet, Part } from './sheet.ts';

export interface SceneLayout {
  readonly kind: LayoutKind;
  readonly sheets: readonly LaidOutSheet[];
}

/** A picture smaller than this part of the sheet, though it could be larger, means that the text needs another sheet. */
const LEAST_AREA = 0.2;

/** Letters may grow by this where the sheet would else look empty. */
const LARGEST = 1.2;

export function layOutScene(input: SceneInput): SceneLayout {
  const sizes = sizesOf({ ...input.body, ideal: Math.round(input.body.ideal * LARGEST) }, 1);
  const candidates = sizes.flatMap((size) => candidatesAt(input, size));
  const least = leastArea(input);
  const fitting = candidates.filter((candidate) => areaOf(candidate, input) >= least);
  const best = fitting.reduce<Candidate | undefined>(
    (chosen, next) => (chosen === undefined || score(next, input) > score(chosen, input) ? next : chosen),
    undefined,
  );
  if (best === undefined) return { kind: 'mat', sheets: overflowing(input) };
  return { kind: best.kind, sheets: [sheetOf(best, input)] };
}

function areaOf({ picture }: Candidate, { sheet }: SceneInput): number {
  const width = Math.min(picture.width, sheet.width);
  const height = Math.min(picture.height, sheet.height);
  return (width * height) / (sheet.width * sheet.height);
}

function leastArea({ sheet, study }: SceneInput): number {
  const width = Math.min(sheet.width, sheet.height * aspectOf(study), largestWidth(study));
  const possible = (width * width) / aspectOf(study) / (sheet.width * sheet.height);
  return Math.min(LEAST_AREA, possible * 0.6);
}

/** A large picture and large letters on lines of a comfortable length. The weights were settled by looking at pages. */
function score(candidate: Candidate, input: SceneInput): number {
  const { block, kind } = candidate;
  const size = block.size / input.body.ideal;
  const measure = candidate.text.width / block.size;
  const narrow = Math.max(0, 12.5 - measure) * 0.035;
  const many = Math.max(0, block.lines.length - 7) * 0.02;
  const repeated = kind === input.before && kind === 'full' ? 0.2 : 0;
  return (
    Math.sqrt(areaOf(candidate, input)) +
    1.3 * Math.min(1, size) +
    0.25 * Math.max(0, size - 1) -
    narrow -
    many -
    repeated +
    (candidate.framed ? 0 : 0.05)
  );
}

function sheetOf(candidate: Candidate, input: SceneInput): LaidOutSheet {
  const { block, text } = candidate;
  const paper = candidate.framed ? input.palette.paper : (input.palette.seam ?? input.palette.paper);
  return {
    ...sheetBase(input),
    paper,
    parts: [
      ...bandParts(candidate, input),
      ...pictureParts(candidate, input),
      ...panelParts(candidate, input),
      ...placeParagraphs(block, text, {
        align: block.lines.length <= CENTRED_LINES ? 'centre' : 'block',
        colour: INK,
        locale: input.locale,
      }),
      ...(numberCovers(candidate, input) ? [] : numberParts(input, candidate.folioX)),
    ],
  };
}

/** Oklab distance at which even a thin line shows in a cell. */
const FAINT = 0.05;

/** Whether the page number would lie on something in the picture; then, as picture books do, the sheet goes without. */
function numberCovers({ kind, picture, folioX }: Candidate, { sheet, study }: SceneInput): boolean {
  if (kind !== 'full' && kind !== 'foot') return false;
  const badge = { x: folioX - 14, y: sheet.height - sheet.folio - 18, width: 28, height: 28 };
  const foot = picture.y + picture.height;
  if (foot <= badge.y) return false;
  if (foot < badge.y + badge.height) return true;
  return !isEmpty(study, regionOf(badge, picture), FAINT);
}

function pictureParts(candidate: Candidate, input: SceneInput): readonly Part[] {
  const { page, alt, sheet } = input;
  if (!candidate.framed) {
    const clip =
      candidate.kind === 'full'
        ? { clip: { rect: { x: 0, y: 0, width: sheet.width, height: sheet.height }, radius: 0 } }
        : {};
    return [{ kind: 'picture', page, at: candidate.picture, alt, ...clip }];
  }
  return framedParts(input, candidate.picture);
}

function bandParts({ bands = [] }: Candidate, { palette }: SceneInput): readonly Part[] {
  return bands.map((rect) => ({ kind: 'shape', outline: { kind: 'rect', rect, radius: 0 }, fill: palette.soft }));
}

function panelParts({ panel }: Candidate, { palette }: SceneInput): readonly Part[] {
  if (panel === undefined) return [];
  return [
    ...shadow(panel, 20, palette.deep),
    { kind: 'shape', outline: { kind: 'rect', rect: panel, radius: 20 }, fill: WHITE, opacity: 0.96 },
  ];
}
