// The layers that several models are made of, over weights named as torch names them.
// Attention itself is in `attention.ts`; which layer follows which is in the models' graphs.
import type { Checkpoint, DenseWeight, Laid } from './checkpoint.ts';
import type { GraphBuilder, StoredTensor, Value } from './graph.ts';

/** A graph under construction and the checkpoint it takes its weights from. */
export interface Making {
  readonly g: GraphBuilder;
  readonly checkpoint: Checkpoint;
}

export interface Linear {
  readonly name: string;
  readonly from: number;
  readonly to: number;
  /** Default true. */
  readonly bias?: boolean;
  /** Default `to-from`. */
  readonly laid?: Laid;
}

/** x · Wᵀ + b. Rows [R, from] → [R, to] */
export function linear(making: Making, x: Value, { name, from, to, bias = true, laid }: Linear): Value {
  const added = bias ? making.g.weight(making.checkpoint.tensor(`${name}.bias`, [to])) : undefined;
  return product(making, x, { weight: making.checkpoint.dense(`${name}.weight`, [to, from], laid), bias: added });
}

export interface Product {
  readonly weight: DenseWeight;
  readonly bias: Value | undefined;
}

/** With int8 weights, the rows are quantised to 8 bits as they come. */
export function product({ g }: Making, x: Value, { weight: { weight, laid, scales }, bias }: Product): Value {
  const transB = laid === 'from-to' ? 0 : 1;
  if (!scales) return g.op('Gemm', [x, g.weight(weight), ...(bias ? [bias] : [])], { transB });
  const zero = weight.element === 'uint8' ? g.bytes([128], [1], 'uint8') : undefined;
  return g.op('DynamicQuantizeMatMul', [x, g.weight(weight), g.weight(scales), zero, bias]);
}

export interface Vocabulary {
  readonly weight: DenseWeight;
  /** The same matrix in floats. [vocabulary, width] */
  readonly table: StoredTensor;
  readonly bias: Value | undefined;
}

/** Of each row, this many logits are computed again exactly. */
const RESCORED = 48;

/**
 * Logits of rows, [R, width] → [R, vocabulary]. This is the product that bytes hurt most, because near ties decide; so
 * with int8 weights they only select, and the best of each row are computed again from the floats.
 */
export function logits(making: Making, x: Value, { weight, table, bias }: Vocabulary): Value {
  const { g } = making;
  const all = product(making, x, { weight, bias });
  if (!weight.scales) return all;
  const count = Math.min(RESCORED, table.shape[0] ?? 0);
  const [, ids] = g.ops('TopK', [all, g.ints([count])], 2, { axis: -1, sorted: 0 }) as [Value, Value];
  const column = g.op('Unsqueeze', [x, g.ints([2])]);
  const products = g.op('MatMul', [g.op('Gather', [g.weight(table), ids]), column]);
  const exact = g.op('Squeeze', [products, g.ints([2])]);
  const shifted = bias ? g.op('Add', [exact, g.op('Gather', [bias, ids])]) : exact;
  return g.op('ScatterElements', [all, ids, shifted], { axis: 1 });
}

export interface Norm {
  readonly name: string;
  readonly width: number;
  readonly epsilon: number;
}

export function layerNorm({ g, checkpoint }: Making, x: Value, { name, width, epsilon }: Norm): Value {
  const [scale, shift] = ['weight', 'bias'].map((part) => g.weight(checkpoint.tensor(`${name}.${part}`, [width])));
  return g.op('LayerNormalization', [x, scale, shift], { axis: -1, epsilon: { float: epsilon } });
}

/** Without a mean and without a shift, as T5 has it. */
export function rmsNorm({ g, checkpoint }: Making, x: Value, { name, width, epsilon }: Norm): Value {
  const scale = g.weight(checkpoint.tensor(`${name}.weight`, [width]));
  return g.op('SimplifiedLayerNormalization', [x, scale], { axis: -1, epsilon: { float: epsilon }, stash_type: 1 });
}

/** As transformers names them. `gelu_new` is the tanh approximation. */
export const ACTIVATIONS = ['relu', 'gelu', 'gelu_new', 'silu'] as const;
export type Activation = (typeof ACTIVATIONS)[number];

export function activate(g: GraphBuilder, x: Value, activation: Activation): Value {
  switch (activation) {
    case 'relu':
      return g.op('Relu', [x]);
    case 'gelu':
      return g.op('Gelu', [x]);
    case 'gelu_new':
      return g.op('Gelu', [x], { approximate: 'tanh' });
    case 'silu':
      return g.op('Mul', [x, g.op('Sigmoid', [x])]);
  }
}

/** Hides a position: added to a score it makes the share zero. The least float, as transformers has it. */
export const HIDDEN = -3.4028234663852886e38;
