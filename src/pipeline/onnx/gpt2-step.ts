// One step of GPT2 as an ONNX graph, for the newest tokens of all pages' beams. Inputs and outputs are those of
// `StepArrays`; the memory is what `gpt2-prompt.ts` has left of the page's prompt.
import { attendSlots, headsFirst } from './attention.ts';
import type { Checkpoint } from './checkpoint.ts';
import type { Gpt2Config } from './gpt2-config.ts';
import { closeLayer, embed, type Gpt2Making, layerName, makingOf, output, project } from './gpt2-parts.ts';
import { graphBuilder, type Value } from './graph.ts';
import { HIDDEN } from './layers.ts';
import { stepCache, stepScores } from './step-graph.ts';

interface Masks {
  /** Which slots are a beam's own. [P, 1, B, S] */
  readonly slots: Value;
  /** Which of the memory are the page's prompt. [P, 1, 1, E] */
  readonly memory: Value;
}

function stepLayer(making: Gpt2Making, rows: Value, { index, masks }: { index: number; masks: Masks }): Value {
  const { g, config } = making;
  const { heads, headSize, layers } = config;
  const layer = layerName(making, index);
  const { queries, keys: newKeys, values: newValues } = project(making, rows, layer);
  const cache = stepCache(making, { index, newKeys, newValues });
  const array = (at: number): Value => g.input(`memory_${at}`, 'float', ['P', heads, 'E', headSize]);
  const attended = attendSlots(g, {
    queries,
    ...cache,
    biases: [masks.slots],
    before: { keys: array(index), values: array(layers + index), bias: masks.memory },
    newKeys: headsFirst(g, newKeys),
    newValues: headsFirst(g, newValues),
  });
  return closeLayer(making, rows, attended, layer);
}

export function gpt2Step(config: Gpt2Config, checkpoint: Checkpoint): Uint8Array {
  const g = graphBuilder('gpt2-step');
  const tokens = g.input('tokens', 'int32', ['P', 'B']);
  const places = g.op('Unsqueeze', [g.input('positions', 'int32', ['P']), g.ints([1])]);
  const own = g.op('Gather', [g.floats([0, HIDDEN]), g.input('slots', 'int32', ['P', 'B', 'S'])]);
  const masks: Masks = {
    slots: g.op('Unsqueeze', [own, g.ints([1])]),
    memory: g.input('memory_mask', 'float', ['P', 1, 1, 'E']),
  };
  const making = makingOf({ g, config, checkpoint, tokens });
  let rows = embed(making, tokens, places);
  for (let index = 0; index < config.layers; index++) rows = stepLayer(making, rows, { index, masks });
  stepScores(g, output(making, rows), config.vocabulary);
  return g.finish();
}
