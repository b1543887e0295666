// Multi-head attention as ONNX operators, in the three forms that encoders and step-by-step decoders need.
// Weights and norms around it belong to the models' graphs.
import type { GraphBuilder, Value } from './graph.ts';

/** Where a step's rows stand: [P·B, width] outside attention, [P, heads, B, headSize] inside. */
export interface HeadShape {
  readonly heads: number;
  readonly headSize: number;
  /** The first two dimensions of the unfolded rows: [P, B] in a decoder, [pages, length] in an encoder. int64 [2] */
  readonly outer: Value;
}

/** [P·B, heads·headSize] → [P, B, heads, headSize] */
export function unfold(g: GraphBuilder, rows: Value, { heads, headSize, outer }: HeadShape): Value {
  return g.op('Reshape', [rows, g.op('Concat', [outer, g.ints([heads, headSize])], { axis: 0 })]);
}

/** [P, B, heads, headSize] → [P, heads, B, headSize] */
export const headsFirst = (g: GraphBuilder, value: Value): Value => g.op('Transpose', [value], { perm: [0, 2, 1, 3] });

/** [P, heads, B, headSize] → [P·B, heads·headSize] */
export function fold(g: GraphBuilder, value: Value, { heads, headSize }: HeadShape): Value {
  return g.op('Reshape', [headsFirst(g, value), g.ints([-1, heads * headSize])]);
}

const scoresOf = (g: GraphBuilder, queries: Value, keys: Value): Value =>
  g.op('MatMul', [queries, g.op('Transpose', [keys], { perm: [0, 1, 3, 2] })]);

export interface Attended {
  /** [P, heads, B, headSize], already scaled. */
  readonly queries: Value;
  /** [P, heads, S, headSize] */
  readonly keys: Value;
  readonly values: Value;
  /** Added to the scores, each broadcast to [P, heads, B, S]. */
  readonly biases: readonly Value[];
}

const biased = (g: GraphBuilder, scores: Value, biases: readonly Value[]): Value =>
  biases.reduce((sum, bias) => g.op('Add', [sum, bias]), scores);

/** → [P, heads, B, headSize] */
export function attend(g: GraphBuilder, { queries, keys, values, biases }: Attended): Value {
  const shares = g.op('Softmax', [biased(g, scoresOf(g, queries, keys), biases)], { axis: -1 });
  return g.op('MatMul', [shares, values]);
}

/** A part of what is attended to that is kept apart from the rest. */
export interface AttendedBefore {
  /** [P, heads, E, headSize] */
  readonly keys: Value;
  readonly values: Value;
  /** Added to its scores, broadcast to [P, heads, B, E]. */
  readonly bias: Value;
}

export interface SlotAttended extends Attended {
  /** What all beams of a page have in common: attended to under the same shares. */
  readonly before?: AttendedBefore;
  /** Of the newest tokens themselves, which are not in the cache yet. [P, heads, B, headSize] */
  readonly newKeys: Value;
  readonly newValues: Value;
  /** Added to the score of a token with itself, broadcast to [P, heads, B, 1]. */
  readonly ownBias?: Value;
}

/**
 * Attention over cached slots and the newest token of the beam itself. The two are scored apart, so that the cache
 * never has to be copied to make room for one more. → [P, heads, B, headSize]
 */
export function attendSlots(
  g: GraphBuilder,
  { queries, keys, values, biases, newKeys, newValues, ownBias, before }: SlotAttended,
): Value {
  const past = biased(g, scoresOf(g, queries, keys), biases);
  const shown = before && biased(g, scoresOf(g, queries, before.keys), [before.bias]);
  const product = g.op('ReduceSum', [g.op('Mul', [queries, newKeys]), g.ints([-1])], { keepdims: 1 });
  const own = ownBias ? g.op('Add', [product, ownBias]) : product;
  const scores = [...(shown ? [shown] : []), past, own];
  const shares = g.op('Softmax', [g.op('Concat', scores, { axis: -1 })], { axis: -1 });
  const part = (from: Value, to: Value) => g.op('Slice', [shares, from, to, g.ints([3])]);
  const [start, last, end] = [g.ints([0]), g.ints([-1]), g.ints([2 ** 31 - 1])];
  const ownShare = g.op('Mul', [part(last, end), newValues]);
  if (!before || !shown) return g.op('Add', [g.op('MatMul', [part(start, last), values]), ownShare]);
  const width = g.op('Slice', [g.op('Shape', [shown]), g.ints([3]), g.ints([4])]);
  const pastShare = g.op('MatMul', [part(width, last), values]);
  return g.op('Add', [g.op('Add', [g.op('MatMul', [part(start, width), before.values]), pastShare]), ownShare]);
}
