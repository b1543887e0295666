// Runs the two graphs of a model: names their arrays, and has a step's results written where they are wanted.
import type { StepArrays } from '../generation/types.ts';
import type { Arrays, NdArray, Session } from './runtime.ts';

export interface StepModel {
  readonly heads: number;
  readonly headSize: number;
  readonly vocabulary: number;
  /** Whether the decoder has learned positions. */
  readonly positions: boolean;
}

const byLayer = (name: string, arrays: readonly Float32Array[], shape: readonly number[]): [string, NdArray][] =>
  arrays.map((data, layer) => [`${name}_${layer}`, { data, shape }]);

export async function runStep(session: Session, step: StepArrays, model: StepModel): Promise<void> {
  const { pages: P, beams: B, slotCount: S, memoryLength: E } = step;
  const { heads: H, headSize: D, vocabulary: V } = model;
  const inputs: Arrays = Object.fromEntries([
    ['tokens', { data: step.tokens, shape: [P, B] }],
    ...(model.positions ? [['positions', { data: step.positions, shape: [P] }] as const] : []),
    ['slots', { data: step.slots, shape: [P, B, S] }],
    ['memory_mask', { data: step.memoryMask, shape: [P, 1, 1, E] }],
    ...byLayer('key', step.keys, [P, H, S, D]),
    ...byLayer('value', step.values, [P, H, S, D]),
    ...byLayer('memory_key', step.memoryKeys, [P, H, E, D]),
    ...byLayer('memory_value', step.memoryValues, [P, H, E, D]),
  ]);
  const into: Arrays = Object.fromEntries([
    [step.wanted, { data: step.scores, shape: [P * B, V] }],
    ...byLayer('new_key', step.newKeys, [P, B, H, D]),
    ...byLayer('new_value', step.newValues, [P, B, H, D]),
  ]);
  await session.run(inputs, Object.keys(into), into);
}

/** What an encoder graph leaves for every decoder layer to attend to. Per layer: [heads, length, headSize] */
export async function layerResults(
  session: Session,
  inputs: Arrays,
  layers: number,
): Promise<{ keys: Float32Array[]; values: Float32Array[] }> {
  const names = (kind: string) => Array.from({ length: layers }, (_, layer) => `${kind}_${layer}`);
  const results = await session.run(inputs, [...names('key'), ...names('value')]);
  const arrays = (kind: string) => names(kind).map((name) => results[name]?.data as Float32Array);
  return { keys: arrays('key'), values: arrays('value') };
}
