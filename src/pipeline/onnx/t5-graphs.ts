// T5 as two ONNX graphs: the encoder, which ends in the keys and values of every decoder layer's cross-attention,
// and one step of the decoder. No biases, RMS norms before each part, no scaling of attention scores.
import { attend, attendSlots, fold, type HeadShape, headsFirst, unfold } from './attention.ts';
import type { Checkpoint } from './checkpoint.ts';
import { type GraphBuilder, graphBuilder, type Value } from './graph.ts';
import type { Activation, T5Config } from './t5-config.ts';

/** Hides a position: added to a score it makes the share zero. */
export const HIDDEN = -3.4028234663852886e38;

interface Parts {
  readonly g: GraphBuilder;
  readonly config: T5Config;
  readonly checkpoint: Checkpoint;
}

const EMBEDDINGS = ['shared.weight', 'encoder.embed_tokens.weight', 'decoder.embed_tokens.weight'] as const;

const embedding = ({ g, config: { vocabulary, width, scaledOutput }, checkpoint }: Parts): Value =>
  g.weight(checkpoint.tensor(scaledOutput ? [...EMBEDDINGS, 'lm_head.weight'] : EMBEDDINGS, [vocabulary, width]));

const outputWeight = ({ g, config: { vocabulary, width }, checkpoint }: Parts): Value =>
  g.weight(checkpoint.tensor(['lm_head.weight', ...EMBEDDINGS], [vocabulary, width]));

/** x · Wᵀ, W as torch stores it. [rows, in] → [rows, out] */
function linear({ g, checkpoint }: Parts, x: Value, name: string, [output, input]: readonly [number, number]): Value {
  return g.op('Gemm', [x, g.weight(checkpoint.tensor(`${name}.weight`, [output, input]))], { transB: 1 });
}

function norm({ g, config, checkpoint }: Parts, x: Value, name: string): Value {
  const scale = g.weight(checkpoint.tensor(`${name}.weight`, [config.width]));
  return g.op('SimplifiedLayerNormalization', [x, scale], {
    axis: -1,
    epsilon: { float: config.epsilon },
    stash_type: 1,
  });
}

function activate(g: GraphBuilder, x: Value, activation: Activation): Value {
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

function feedForward(parts: Parts, x: Value, layer: string): Value {
  const { g, config } = parts;
  const { width, hidden, activation, gated } = config;
  const normed = norm(parts, x, `${layer}.layer_norm`);
  const into = (name: string) => linear(parts, normed, `${layer}.DenseReluDense.${name}`, [hidden, width]);
  const inner = gated
    ? g.op('Mul', [activate(g, into('wi_0'), activation), into('wi_1')])
    : activate(g, into('wi'), activation);
  return g.op('Add', [x, linear(parts, inner, `${layer}.DenseReluDense.wo`, [width, hidden])]);
}

/** The products of one attention part with the same normed rows. */
function projections(
  parts: Parts,
  x: Value,
  { name, letters }: { name: string; letters: string },
  shape: HeadShape,
): Value[] {
  const { width, heads, headSize } = parts.config;
  return [...letters].map((letter) =>
    unfold(parts.g, linear(parts, x, `${name}.${letter}`, [heads * headSize, width]), shape),
  );
}

function projectBack(
  parts: Parts,
  x: Value,
  { attended, name, shape }: { attended: Value; name: string; shape: HeadShape },
): Value {
  const { width, heads, headSize } = parts.config;
  return parts.g.op('Add', [x, linear(parts, fold(parts.g, attended, shape), `${name}.o`, [width, heads * headSize])]);
}

const biasTable = ({ g, config, checkpoint }: Parts, stack: 'encoder' | 'decoder'): Value =>
  g.weight(
    checkpoint.tensor(`${stack}.block.0.layer.0.SelfAttention.relative_attention_bias.weight`, [
      config.buckets,
      config.heads,
    ]),
  );

/** Inputs `tokens`, `buckets` [L, L], `mask` [L]; outputs `key_i`, `value_i` [heads, L, headSize] for one page. */
export function t5Encoder(config: T5Config, checkpoint: Checkpoint): Uint8Array {
  const g = graphBuilder('t5-encoder');
  const parts: Parts = { g, config, checkpoint };
  const tokens = g.input('tokens', 'int32', [1, 'L']);
  const buckets = g.input('buckets', 'int32', ['L', 'L']);
  const mask = g.input('mask', 'float', [1, 1, 1, 'L']);
  const shape: HeadShape = { heads: config.heads, headSize: config.headSize, outer: g.op('Shape', [tokens]) };
  const byHead = g.op('Transpose', [g.op('Gather', [biasTable(parts, 'encoder'), buckets])], { perm: [2, 0, 1] });
  const bias = g.op('Add', [g.op('Unsqueeze', [byHead, g.ints([0])]), mask]);
  let rows = g.op('Reshape', [g.op('Gather', [embedding(parts), tokens]), g.ints([-1, config.width])]);
  for (let layer = 0; layer < config.encoderLayers; layer++) {
    const name = `encoder.block.${layer}.layer`;
    const normed = norm(parts, rows, `${name}.0.layer_norm`);
    const [queries, keys, values] = projections(
      parts,
      normed,
      { name: `${name}.0.SelfAttention`, letters: 'qkv' },
      shape,
    ).map((part) => headsFirst(g, part)) as [Value, Value, Value];
    const attended = attend(g, { queries, keys, values, biases: [bias] });
    rows = projectBack(parts, rows, { attended, name: `${name}.0.SelfAttention`, shape });
    rows = feedForward(parts, rows, `${name}.1`);
  }
  const shown = norm(parts, rows, 'encoder.final_layer_norm');
  for (let layer = 0; layer < config.decoderLayers; layer++) {
    const name = `decoder.block.${layer}.layer.1.EncDecAttention`;
    const [keys, values] = projections(parts, shown, { name, letters: 'kv' }, shape) as [Value, Value];
    g.output(`key_${layer}`, headsFirst(g, keys), 'float', [1, config.heads, 'L', config.headSize]);
    g.output(`value_${layer}`, headsFirst(g, values), 'float', [1, config.heads, 'L', config.headSize]);
  }
  return g.finish();
}

/** The learned bias of every bucket, and one more bucket that hides. [heads, buckets + 1] */
function slotTable(parts: Parts): Value {
  const { g, config } = parts;
  const hidden = g.floats(Array<number>(config.heads).fill(HIDDEN), [1, config.heads]);
  return g.op('Transpose', [g.op('Concat', [biasTable(parts, 'decoder'), hidden], { axis: 0 })], { perm: [1, 0] });
}

function decoderLayer(parts: Parts, x: Value, { layer, shape, bias, ownBias, memoryMask }: DecoderLayer): Value {
  const { g, config } = parts;
  const { heads, headSize } = config;
  const name = `decoder.block.${layer}.layer`;
  const cache = (kind: string, length: string) => g.input(`${kind}_${layer}`, 'float', ['P', heads, length, headSize]);
  const normed = norm(parts, x, `${name}.0.layer_norm`);
  const [q, k, v] = projections(parts, normed, { name: `${name}.0.SelfAttention`, letters: 'qkv' }, shape) as [
    Value,
    Value,
    Value,
  ];
  g.output(`new_key_${layer}`, k, 'float', ['P', 'B', heads, headSize]);
  g.output(`new_value_${layer}`, v, 'float', ['P', 'B', heads, headSize]);
  const attended = attendSlots(g, {
    queries: headsFirst(g, q),
    keys: cache('key', 'S'),
    values: cache('value', 'S'),
    newKeys: headsFirst(g, k),
    newValues: headsFirst(g, v),
    biases: [bias],
    ownBias,
  });
  const rows = projectBack(parts, x, { attended, name: `${name}.0.SelfAttention`, shape });
  const asking = norm(parts, rows, `${name}.1.layer_norm`);
  const [cross] = projections(parts, asking, { name: `${name}.1.EncDecAttention`, letters: 'q' }, shape) as [Value];
  const remembered = attend(g, {
    queries: headsFirst(g, cross),
    keys: cache('memory_key', 'E'),
    values: cache('memory_value', 'E'),
    biases: [memoryMask],
  });
  return feedForward(
    parts,
    projectBack(parts, rows, { attended: remembered, name: `${name}.1.EncDecAttention`, shape }),
    `${name}.2`,
  );
}

interface DecoderLayer {
  readonly layer: number;
  readonly shape: HeadShape;
  /** [P, heads, B, S] */
  readonly bias: Value;
  /** [heads, 1, 1] */
  readonly ownBias: Value;
  readonly memoryMask: Value;
}

/** One step: inputs and outputs as `StepArrays`, each cache array by its layer. */
export function t5Decoder(config: T5Config, checkpoint: Checkpoint): Uint8Array {
  const g = graphBuilder('t5-decoder');
  const parts: Parts = { g, config, checkpoint };
  const tokens = g.input('tokens', 'int32', ['P', 'B']);
  const slots = g.input('slots', 'int32', ['P', 'B', 'S']);
  const memoryMask = g.input('memory_mask', 'float', ['P', 1, 1, 'E']);
  const shape: HeadShape = { heads: config.heads, headSize: config.headSize, outer: g.op('Shape', [tokens]) };
  const table = slotTable(parts);
  const bias = g.op('Transpose', [g.op('Gather', [table, slots], { axis: 1 })], { perm: [1, 0, 2, 3] });
  const ownBias = g.op('Unsqueeze', [g.op('Gather', [table, g.ints([0])], { axis: 1 }), g.ints([2])]);
  let rows = g.op('Reshape', [g.op('Gather', [embedding(parts), tokens]), g.ints([-1, config.width])]);
  for (let layer = 0; layer < config.decoderLayers; layer++)
    rows = decoderLayer(parts, rows, { layer, shape, bias, ownBias, memoryMask });
  const final = norm(parts, rows, 'decoder.final_layer_norm');
  const scaled = config.scaledOutput ? g.op('Mul', [final, g.floats([config.width ** -0.5])]) : final;
  const logits = g.op('Gemm', [scaled, outputWeight(parts)], { transB: 1 });
  g.output('logits', logits, 'float', ['R', config.vocabulary]);
  g.output('logProbabilities', g.op('LogSoftmax', [logits], { axis: -1 }), 'float', ['R', config.vocabulary]);
  return g.finish();
}
