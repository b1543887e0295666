// Runs the two graphs of a model: names their arrays, and has a step's results written where they are wanted.
import type { StoreShape } from '../generation/store.ts';
import type { StepArrays } from '../generation/types.ts';
import type { Arrays, NdArray, Session } from './runtime.ts';

export interface StepModel {
  readonly heads: number;
  readonly headSize: number;
  readonly vocabulary: number;
  readonly memory: StoreShape;
  /** Whether the decoder has learned positions. */
  readonly positions: boolean;
}

const numbered = (name: string, arrays: readonly Float32Array[], shape: readonly number[]): [string, NdArray][] =>
  arrays.map((data, index) => [`${name}_${index}`, { data, shape }]);

export async function runStep(session: Session, step: StepArrays, model: StepModel): Promise<void> {
  const { pages: P, beams: B, slotCount: S, memoryLength: E } = step;
  const { heads: H, headSize: D, vocabulary: V, memory } = model;
  const inputs: Arrays = Object.fromEntries([
    ['tokens', { data: step.tokens, shape: [P, B] }],
    ...(model.positions ? [['positions', { data: step.positions, shape: [P] }] as const] : []),
    ['slots', { data: step.slots, shape: [P, B, S] }],
    ['memory_mask', { data: step.memoryMask, shape: [P, 1, 1, E] }],
    ...numbered('key', step.keys, [P, H, S, D]),
    ...numbered('value', step.values, [P, H, S, D]),
    ...numbered('memory', step.memory, [P, memory.heads, E, memory.headSize]),
  ]);
  const into: Arrays = Object.fromEntries([
    [step.wanted, { data: step.scores, shape: [P * B, V] }],
    ...numbered('new_key', step.newKeys, [P, B, H, D]),
    ...numbered('new_value', step.newValues, [P, B, H, D]),
  ]);
  await session.run(inputs, Object.keys(into), into);
}

/** The arrays that an encoder graph leaves for the decoder to attend to. Each [heads, length, headSize] */
export async function memoryArrays(session: Session, inputs: Arrays, { arrays }: StoreShape): Promise<Float32Array[]> {
  const names = Array.from({ length: arrays }, (_, index) => `memory_${index}`);
  const results = await session.run(inputs, names);
  return names.map((name) => results[name]?.data as Float32Array);
}
