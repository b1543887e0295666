// What T5's encoder and decoder share: embeddings, projections of attention, feed-forward.
// No biases, RMS norms before each part, no scaling of attention scores.
import { fold, type HeadShape, unfold } from './attention.ts';
import type { Value } from './graph.ts';
import { activate, linear, logits, type Making, rmsNorm } from './layers.ts';
import type { T5Config } from './t5-config.ts';

export interface T5Making extends Making {
  readonly config: T5Config;
  readonly shape: HeadShape;
}

/** Older checkpoints keep only one of the names that share the table. */
const EMBEDDINGS = ['shared.weight', 'encoder.embed_tokens.weight', 'decoder.embed_tokens.weight'] as const;

/** Rows of the embedding table. [P, B] → [P·B, width] */
export function embed({ g, config: { vocabulary, width }, checkpoint }: T5Making, tokens: Value): Value {
  const table = g.weight(checkpoint.tensor([...EMBEDDINGS, 'lm_head.weight'], [vocabulary, width]));
  return g.op('Reshape', [g.op('Gather', [table, tokens]), g.ints([-1, width])]);
}

/** The embedding table again, unless the checkpoint has one for the output. */
export function output(making: T5Making, rows: Value): Value {
  const { g, config, checkpoint } = making;
  const { vocabulary, width, scaledOutput } = config;
  const scaled = scaledOutput ? g.op('Mul', [rows, g.floats([width ** -0.5])]) : rows;
  const names = ['lm_head.weight', ...EMBEDDINGS];
  const table = checkpoint.tensor(names, [vocabulary, width]);
  return logits(making, scaled, { weight: checkpoint.dense(names, [vocabulary, width]), table, bias: undefined });
}

export function norm(making: T5Making, rows: Value, name: string): Value {
  return rmsNorm(making, rows, { name, width: making.config.width, epsilon: making.config.epsilon });
}

/** The learned bias of each bucket. [buckets, heads] */
export function biasTable({ g, config, checkpoint }: T5Making, stack: 'encoder' | 'decoder'): Value {
  const name = `${stack}.block.0.layer.0.SelfAttention.relative_attention_bias.weight`;
  return g.weight(checkpoint.tensor(name, [config.buckets, config.heads]));
}

/** One projection of normed rows for attention. [P·B, width] → [P, B, heads, headSize] */
export function project(making: T5Making, rows: Value, name: string): Value {
  const { width, heads, headSize } = making.config;
  return unfold(making.g, linear(making, rows, { name, from: width, to: heads * headSize, bias: false }), making.shape);
}

/** What attention found, projected and added to the rows that asked. */
export function projectBack(making: T5Making, rows: Value, attended: Value, name: string): Value {
  const { width, heads, headSize } = making.config;
  const found = fold(making.g, attended, making.shape);
  return making.g.op('Add', [rows, linear(making, found, { name, from: heads * headSize, to: width, bias: false })]);
}

export function feedForward(making: T5Making, rows: Value, layer: string): Value {
  const { g, config } = making;
  const { width, hidden, activation, gated } = config;
  const normed = norm(making, rows, `${layer}.layer_norm`);
  const into = (part: string) =>
    linear(making, normed, { name: `${layer}.DenseReluDense.${part}`, from: width, to: hidden, bias: false });
  const inner = gated
    ? g.op('Mul', [activate(g, into('wi_0'), activation), into('wi_1')])
    : activate(g, into('wi'), activation);
  const back = linear(making, inner, { name: `${layer}.DenseReluDense.wo`, from: hidden, to: width, bias: false });
  return g.op('Add', [rows, back]);
}
