// What GPT2 makes of a prompt, as an ONNX graph for one page at a time: keys and values of every layer, computed once and
// attended to by all beams of the page.
import { attend, headsFirst } from './attention.ts';
import type { Checkpoint } from './checkpoint.ts';
import type { Gpt2Config } from './gpt2-config.ts';
import { closeLayer, embed, layerName, makingOf, project } from './gpt2-parts.ts';
import { graphBuilder } from './graph.ts';

/** Inputs `tokens` [1, L], `places` [L], `mask` [1, 1, L, L]; outputs `memory_i` [1, heads, L, headSize]. */
export function gpt2Prompt(config: Gpt2Config, checkpoint: Checkpoint): Uint8Array {
  const g = graphBuilder('gpt2-prompt');
  const tokens = g.input('tokens', 'int32', [1, 'L']);
  const places = g.input('places', 'int32', ['L']);
  const mask = g.input('mask', 'float', [1, 1, 'L', 'L']);
  const making = makingOf({ g, config, checkpoint, tokens });
  const { heads, headSize, layers } = config;
  let rows = embed(making, tokens, places);
  for (let index = 0; index < layers; index++) {
    const layer = layerName(making, index);
    const projected = project(making, rows, layer);
    const [keys, values] = [headsFirst(g, projected.keys), headsFirst(g, projected.values)];
    g.output(`memory_${index}`, keys, 'float', [1, heads, 'L', headSize]);
    g.output(`memory_${layers + index}`, values, 'float', [1, heads, 'L', headSize]);
    // Of the last layer nothing more is asked: what follows the prompt is the first step's business.
    if (index === layers - 1) break;
    const attended = attend(g, { queries: projected.queries, keys, values, biases: [mask] });
    rows = closeLayer(making, rows, attended, layer);
  }
  return g.finish();
}
