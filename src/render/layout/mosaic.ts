// Many pictures beside each other, a cell of the same size for each: whole, about equally large, in reading order.

import type { Palette } from '../palette.ts';
import type { PictureStudy } from '../picture-types.ts';
import { framed } from './place.ts';
import { aspectOf, largestWidth } from './scene-types.ts';
import type { Part, PicturePart, Rect } from './sheet.ts';

export interface Tile {
  /** By what number the sheet's parts name the picture. */
  readonly page: number;
  readonly study: PictureStudy;
  readonly alt?: NonNullable<PicturePart['alt']>;
}

/** In a cell, the white around a print and the air around that. */
const MAT = 0.026;
const AIR = 0.035;
/** Prints of usual shapes are so large, in parts of their cell's shorter side, whatever their shape. */
const SIDE = 0.9;
/** Rows keep together: a cell is at most so high, in its widths. */
const TALLEST = 1.16;
const TURNS = [-2.2, 1.6, -1, 2.2, -1.6, 1] as const;

export function mosaic(tiles: readonly Tile[], room: Rect, palette: Palette): readonly Part[] {
  const columns = bestColumns(tiles, room);
  const rows = Math.ceil(tiles.length / columns);
  const wide = room.width / columns;
  const cell = { width: wide, height: Math.min(room.height / rows, wide * TALLEST) };
  const top = room.y + (room.height - rows * cell.height) / 2;
  return tiles.flatMap((tile, index) => {
    const row = Math.floor(index / columns);
    // A last row of fewer is centred.
    const inRow = Math.min(columns, tiles.length - row * columns);
    const x = room.x + (room.width - inRow * cell.width) / 2 + (index % columns) * cell.width;
    return print(tile, { x, y: top + row * cell.height, ...cell }, palette, index);
  });
}

type Size = Pick<Rect, 'width' | 'height'>;

/** What a print may take of its cell: as large as all others of usual shape, and never cut. */
export function printSize(study: PictureStudy, cell: Size): Size {
  const free = Math.min(cell.width, cell.height);
  const around = 2 * free * (MAT + AIR);
  const inside = { width: cell.width - around, height: cell.height - around };
  const aspect = aspectOf(study);
  const side = Math.min(inside.width, inside.height) * SIDE;
  const width = Math.min(side * Math.sqrt(aspect), inside.width, inside.height * aspect, largestWidth(study));
  return { width, height: width / aspect };
}

/** So many that the prints become largest; few rows where it makes no difference. */
function bestColumns(tiles: readonly Tile[], room: Rect): number {
  let best = { columns: 1, area: 0 };
  for (let columns = tiles.length; columns >= 1; columns--) {
    const cell = { width: room.width / columns, height: room.height / Math.ceil(tiles.length / columns) };
    const sizes = tiles.map(({ study }) => printSize(study, cell));
    const area = sizes.reduce((sum, { width, height }) => sum + Math.sqrt(width * height), 0);
    if (area > best.area * 1.01) best = { columns, area };
  }
  return best.columns;
}

function print({ page, study, alt }: Tile, cell: Rect, palette: Palette, index: number): readonly Part[] {
  const { width, height } = printSize(study, cell);
  const middle = { x: cell.x + cell.width / 2, y: cell.y + cell.height / 2 };
  const at = { x: middle.x - width / 2, y: middle.y - height / 2, width, height };
  const mat = Math.min(9, Math.max(2.5, Math.min(cell.width, cell.height) * MAT));
  const turn = { degrees: TURNS[index % TURNS.length] ?? 0, ...middle };
  return framed({ page, at, mat, radius: mat * 0.9, shadow: palette.deep, turn, ...(alt && { alt }) });
}
