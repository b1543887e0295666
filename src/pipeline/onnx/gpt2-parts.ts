// What GPT2's two graphs share: embeddings with learned places, norms before each part, matrices that lie the other way
// round, and the tied output. How a layer attends is left to the graphs.
import { fold, type HeadShape, headsFirst, unfold } from './attention.ts';
import type { Checkpoint } from './checkpoint.ts';
import type { Gpt2Config } from './gpt2-config.ts';
import type { GraphBuilder, StoredTensor, Value } from './graph.ts';
import { activate, layerNorm, linear, logits, type Making } from './layers.ts';

export interface Gpt2Making extends Making {
  readonly config: Gpt2Config;
  readonly shape: HeadShape;
  /** What names of weights begin with: older checkpoints are of the model without its head. */
  readonly prefix: string;
}

export interface Gpt2Graph {
  readonly g: GraphBuilder;
  readonly config: Gpt2Config;
  readonly checkpoint: Checkpoint;
  /** [P, B], or [1, L] of a prompt. */
  readonly tokens: Value;
}

export function makingOf({ g, config, checkpoint, tokens }: Gpt2Graph): Gpt2Making {
  const prefix = checkpoint.has('transformer.wte.weight') ? 'transformer.' : '';
  const { heads, headSize } = config;
  return { g, config, checkpoint, prefix, shape: { heads, headSize, outer: g.op('Shape', [tokens]) } };
}

const words = ({ checkpoint, prefix, config: { vocabulary, width } }: Gpt2Making): StoredTensor =>
  checkpoint.tensor(`${prefix}wte.weight`, [vocabulary, width]);

/** @param places broadcast to the tokens' shape. → [rows, width] */
export function embed(making: Gpt2Making, tokens: Value, places: Value): Value {
  const { g, checkpoint, prefix, config } = making;
  const { maxPositions, width } = config;
  const known = g.weight(checkpoint.tensor(`${prefix}wpe.weight`, [maxPositions, width]));
  const placed = g.op('Add', [g.op('Gather', [g.weight(words(making)), tokens]), g.op('Gather', [known, places])]);
  return g.op('Reshape', [placed, g.ints([-1, width])]);
}

export const layerName = ({ prefix }: Gpt2Making, index: number): string => `${prefix}h.${index}`;

const norm = (making: Gpt2Making, rows: Value, name: string): Value =>
  layerNorm(making, rows, { name, width: making.config.width, epsilon: making.config.epsilon });

const conv = (making: Gpt2Making, rows: Value, name: string, [from, to]: readonly [number, number]): Value =>
  linear(making, rows, { name, from, to, laid: 'from-to' });

export interface Projected {
  /** Scaled. [P, heads, B, headSize] */
  readonly queries: Value;
  /** [P, B, heads, headSize] */
  readonly keys: Value;
  readonly values: Value;
}

/** What a layer's rows ask for and hold, from one product. */
export function project(making: Gpt2Making, rows: Value, layer: string): Projected {
  const { g, config, shape } = making;
  const { width, scale } = config;
  const all = conv(making, norm(making, rows, `${layer}.ln_1`), `${layer}.attn.c_attn`, [width, 3 * width]);
  const parts = g.ops('Split', [all, g.ints([width, width, width])], 3, { axis: 1 });
  const [queries, keys, values] = parts.map((part) => unfold(g, part, shape)) as [Value, Value, Value];
  return { queries: g.op('Mul', [headsFirst(g, queries), g.floats([scale])]), keys, values };
}

/** The rest of a layer, after `attended` [P, heads, B, headSize]. */
export function closeLayer(making: Gpt2Making, rows: Value, attended: Value, layer: string): Value {
  const { g, config, shape } = making;
  const { width, hidden, activation } = config;
  const found = conv(making, fold(g, attended, shape), `${layer}.attn.c_proj`, [width, width]);
  const told = g.op('Add', [rows, found]);
  const inner = conv(making, norm(making, told, `${layer}.ln_2`), `${layer}.mlp.c_fc`, [width, hidden]);
  const back = conv(making, activate(g, inner, activation), `${layer}.mlp.c_proj`, [hidden, width]);
  return g.op('Add', [told, back]);
}

/** Logits of the last layer's rows. [rows, vocabulary] */
export function output(making: Gpt2Making, rows: Value): Value {
  const { checkpoint, config, prefix } = making;
  const { vocabulary, width, tied } = config;
  const name = tied ? `${prefix}wte.weight` : 'lm_head.weight';
  const weight = checkpoint.dense(name, [vocabulary, width]);
  const table = checkpoint.tensor(name, [vocabulary, width]);
  return logits(making, norm(making, rows, `${prefix}ln_f`), { weight, table, bias: undefined });
}
