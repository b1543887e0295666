// T5's encoder as an ONNX graph, for one page at a time. It ends in the keys and values of every decoder layer's
// cross-attention, so that they are computed once.
import { attend, headsFirst } from './attention.ts';
import type { Checkpoint } from './checkpoint.ts';
import { graphBuilder, type Value } from './graph.ts';
import type { T5Config } from './t5-config.ts';
import { biasTable, embed, feedForward, norm, project, projectBack, type T5Making } from './t5-parts.ts';

/** Relative positions plus what is hidden. [1, heads, L, L] */
function attentionBias(making: T5Making): Value {
  const { g } = making;
  const buckets = g.input('buckets', 'int32', ['L', 'L']);
  const mask = g.input('mask', 'float', [1, 1, 1, 'L']);
  const byHead = g.op('Transpose', [g.op('Gather', [biasTable(making, 'encoder'), buckets])], { perm: [2, 0, 1] });
  return g.op('Add', [g.op('Unsqueeze', [byHead, g.ints([0])]), mask]);
}

function encoderLayer(making: T5Making, rows: Value, { layer, bias }: { layer: string; bias: Value }): Value {
  const attention = `${layer}.0.SelfAttention`;
  const normed = norm(making, rows, `${layer}.0.layer_norm`);
  const part = (letter: string) => headsFirst(making.g, project(making, normed, `${attention}.${letter}`));
  const attended = attend(making.g, { queries: part('q'), keys: part('k'), values: part('v'), biases: [bias] });
  return feedForward(making, projectBack(making, rows, attended, `${attention}.o`), `${layer}.1`);
}

/** Inputs `tokens` [1, L], `buckets` [L, L], `mask` [1, 1, 1, L]; outputs `memory_i` [1, heads, L, headSize]. */
export function t5Encoder(config: T5Config, checkpoint: Checkpoint): Uint8Array {
  const g = graphBuilder('t5-encoder');
  const tokens = g.input('tokens', 'int32', [1, 'L']);
  const shape = { heads: config.heads, headSize: config.headSize, outer: g.op('Shape', [tokens]) };
  const making: T5Making = { g, config, checkpoint, shape };
  const bias = attentionBias(making);
  let rows = embed(making, tokens);
  for (let layer = 0; layer < config.encoderLayers; layer++)
    rows = encoderLayer(making, rows, { layer: `encoder.block.${layer}.layer`, bias });
  const shown = norm(making, rows, 'encoder.final_layer_norm');
  for (let layer = 0; layer < config.decoderLayers; layer++) {
    const part = (letter: string) =>
      headsFirst(g, project(making, shown, `decoder.block.${layer}.layer.1.EncDecAttention.${letter}`));
    const shape = [1, config.heads, 'L', config.headSize];
    g.output(`memory_${layer}`, part('k'), 'float', shape);
    g.output(`memory_${config.decoderLayers + layer}`, part('v'), 'float', shape);
  }
  return g.finish();
}
