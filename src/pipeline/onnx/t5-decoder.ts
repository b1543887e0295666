// One step of T5's decoder as an ONNX graph, for the newest tokens of all pages' beams.
// Inputs and outputs are those of `StepArrays`, each cache array by its layer.
import { attend, attendSlots, headsFirst } from './attention.ts';
import type { Checkpoint } from './checkpoint.ts';
import { graphBuilder, type Value } from './graph.ts';
import { HIDDEN } from './layers.ts';
import { type KeysAndValues, stepCache, stepScores } from './step-graph.ts';
import type { T5Config } from './t5-config.ts';
import { biasTable, embed, feedForward, norm, output, project, projectBack, type T5Making } from './t5-parts.ts';

interface Biases {
  /** By how far back a slot's token is. [P, heads, B, S] */
  readonly slots: Value;
  /** Of a token with itself. [heads, 1, 1] */
  readonly own: Value;
  /** [P, 1, 1, E] */
  readonly memory: Value;
}

/** The learned biases by bucket, with one more bucket that hides. */
function biases(making: T5Making): Biases {
  const { g, config } = making;
  const slots = g.input('slots', 'int32', ['P', 'B', 'S']);
  const hidden = g.floats(Array<number>(config.heads).fill(HIDDEN), [1, config.heads]);
  const buckets = g.op('Concat', [biasTable(making, 'decoder'), hidden], { axis: 0 });
  const table = g.op('Transpose', [buckets], { perm: [1, 0] });
  return {
    slots: g.op('Transpose', [g.op('Gather', [table, slots], { axis: 1 })], { perm: [1, 0, 2, 3] }),
    own: g.op('Unsqueeze', [g.op('Gather', [table, g.ints([0])], { axis: 1 }), g.ints([2])]),
    memory: g.input('memory_mask', 'float', ['P', 1, 1, 'E']),
  };
}

/** One layer's part of what the encoder left: first come the keys of all layers, then their values. */
function memoryOf({ g, config: { decoderLayers, heads, headSize } }: T5Making, index: number): KeysAndValues {
  const array = (at: number) => g.input(`memory_${at}`, 'float', ['P', heads, 'E', headSize]);
  return { keys: array(index), values: array(decoderLayers + index) };
}

function decoderLayer(making: T5Making, rows: Value, { index, bias }: { index: number; bias: Biases }): Value {
  const { g } = making;
  const layer = `decoder.block.${index}.layer`;
  const [self, cross] = [`${layer}.0.SelfAttention`, `${layer}.1.EncDecAttention`];
  const normed = norm(making, rows, `${layer}.0.layer_norm`);
  const [queries, newKeys, newValues] = ['q', 'k', 'v'].map((letter) =>
    project(making, normed, `${self}.${letter}`),
  ) as [Value, Value, Value];
  const cache = stepCache(making, { index, newKeys, newValues });
  const own = { newKeys: headsFirst(g, newKeys), newValues: headsFirst(g, newValues), ownBias: bias.own };
  const attended = attendSlots(g, { queries: headsFirst(g, queries), ...cache, ...own, biases: [bias.slots] });
  const asking = projectBack(making, rows, attended, `${self}.o`);
  const asked = headsFirst(g, project(making, norm(making, asking, `${layer}.1.layer_norm`), `${cross}.q`));
  const remembered = attend(g, { queries: asked, ...memoryOf(making, index), biases: [bias.memory] });
  return feedForward(making, projectBack(making, asking, remembered, `${cross}.o`), `${layer}.2`);
}

export function t5Decoder(config: T5Config, checkpoint: Checkpoint): Uint8Array {
  const g = graphBuilder('t5-decoder');
  const tokens = g.input('tokens', 'int32', ['P', 'B']);
  const shape = { heads: config.heads, headSize: config.headSize, outer: g.op('Shape', [tokens]) };
  const making: T5Making = { g, config, checkpoint, shape };
  const bias = biases(making);
  let rows = embed(making, tokens);
  for (let index = 0; index < config.decoderLayers; index++) rows = decoderLayer(making, rows, { index, bias });
  stepScores(g, output(making, norm(making, rows, 'decoder.final_layer_norm')), config.vocabulary);
  return g.finish();
}
