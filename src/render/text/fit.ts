// The largest size at which text fits its room, and how it flows on where even the smallest does not.
import { type Block, type BlockOptions, blockOf, setBlock } from './block.ts';
import type { Balance } from './breaking.ts';
import type { Shaper } from './shape.ts';
import type { Paragraph } from './words.ts';

const STEP = 0.5;

export interface Room {
  /** Points. */
  readonly width: number;
  readonly height: number;
}

export interface SizeRange {
  readonly ideal: number;
  readonly floor: number;
  readonly leading: number;
  readonly balanced?: Balance;
}

/** Sizes from the ideal down to the floor. */
export function sizesOf({ ideal, floor }: SizeRange, step = STEP): readonly number[] {
  const sizes: number[] = [];
  for (let size = ideal; size > floor; size -= step) sizes.push(size);
  return [...sizes, floor];
}

/** Set at the largest size that fits in `mostLines`, or undefined if not even the floor does. */
export function fitBlock(
  shaper: Shaper,
  paragraphs: readonly Paragraph[],
  range: SizeRange,
  room: Room,
  mostLines = Number.POSITIVE_INFINITY,
): Block | undefined {
  for (const size of sizesOf(range)) {
    const options: BlockOptions = {
      size,
      leading: range.leading,
      measure: room.width,
      ...(range.balanced === undefined ? {} : { balanced: range.balanced }),
    };
    const block = setBlock(shaper, paragraphs, options);
    if (block.lines.length <= mostLines && block.height <= room.height && block.width <= room.width + 0.01)
      return block;
  }
  return undefined;
}

/**
 * Cuts a block into blocks for rooms of the given heights, the last height repeating: never one line of a
 * paragraph alone at the foot or head of a room where two could stand, and at least one line in each room.
 */
export function flowBlock(block: Block, heights: readonly number[]): readonly Block[] {
  const rooms: Block[] = [];
  let lines = block.lines;
  while (lines.length > 0) {
    const height = heights[Math.min(rooms.length, heights.length - 1)] ?? 0;
    const count = linesThatFit(block, lines, height);
    rooms.push(blockOf(lines.slice(0, count), block));
    lines = lines.slice(count);
  }
  return rooms;
}

/** How many of a block's lines a height takes without leaving one of a paragraph alone where two could stand. */
export function linesThatFit(block: Block, lines: Block['lines'], height: number): number {
  let count = 1;
  while (count < lines.length && blockOf(lines.slice(0, count + 1), block).height <= height) count++;
  if (count === lines.length) return count;
  const at = (index: number): number | undefined => lines[index]?.paragraph;
  const cutsParagraph = at(count - 1) === at(count);
  if (!cutsParagraph) return count;
  const leavesOne = at(count) !== at(count + 1);
  const keepsOne = at(count - 1) !== at(count - 2);
  const better =
    keepsOne || (leavesOne && at(count - 2) !== at(count - 3))
      ? paragraphStart(lines, count - 1)
      : leavesOne
        ? count - 1
        : count;
  return better > 0 ? better : count;
}

function paragraphStart(lines: Block['lines'], index: number): number {
  let start = index;
  while (start > 0 && lines[start - 1]?.paragraph === lines[index]?.paragraph) start--;
  return start;
}
