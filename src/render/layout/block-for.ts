// A scene's text as one block: a few lines evened out for centring, more of them set for reading.
import { type Block, setBlock } from '../text/block.ts';
import type { SceneInput } from './scene-types.ts';

/** Longest comfortable line, in ems. */
const LONGEST_LINE = 25;
/** Blocks of so few lines are centred. */
export const CENTRED_LINES = 2;

export function blockFor(input: SceneInput, size: number, measure: number): Block {
  const { shaper, paragraphs, body } = input;
  const options = { size, leading: body.leading, measure: Math.min(measure, LONGEST_LINE * size) };
  const block = setBlock(shaper, paragraphs, options);
  if (block.lines.length > CENTRED_LINES) return block;
  const balanced = setBlock(shaper, paragraphs, { ...options, balanced: 'text' });
  return balanced.lines.length > CENTRED_LINES ? block : balanced;
}
