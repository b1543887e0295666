// BLIP's vision transformer as an ONNX graph, for one picture at a time. It ends in the keys and values of every text
// layer's cross-attention, so that they are computed once. Norms come before each part.
import { attend, fold, type HeadShape, headsFirst, unfold } from './attention.ts';
import type { BlipConfig } from './blip-config.ts';
import type { Checkpoint } from './checkpoint.ts';
import { graphBuilder, type Value } from './graph.ts';
import { activate, layerNorm, linear, type Making } from './layers.ts';

interface VisionMaking extends Making {
  readonly config: BlipConfig;
  /** Class token and patches. */
  readonly positions: number;
}

/** `pixels` [1, 3, H, W] → rows of a class token and the patches, row by row of the picture. [positions, width] */
function embedPatches({ g, checkpoint, config: { vision }, positions }: VisionMaking, pixels: Value): Value {
  const { width, patchSize } = vision;
  const name = 'vision_model.embeddings';
  const kernel = g.weight(checkpoint.tensor(`${name}.patch_embedding.weight`, [width, 3, patchSize, patchSize]));
  const shift = g.weight(checkpoint.tensor(`${name}.patch_embedding.bias`, [width]));
  const grid = g.op('Conv', [pixels, kernel, shift], { strides: [patchSize, patchSize] });
  const patches = g.op('Transpose', [g.op('Reshape', [grid, g.ints([1, width, -1])])], { perm: [0, 2, 1] });
  const token = g.weight(checkpoint.tensor(`${name}.class_embedding`, [1, 1, width]));
  const place = g.weight(checkpoint.tensor(`${name}.position_embedding`, [1, positions, width]));
  const placed = g.op('Add', [g.op('Concat', [token, patches], { axis: 1 }), place]);
  return g.op('Reshape', [placed, g.ints([-1, width])]);
}

function visionLayer(making: VisionMaking, rows: Value, { name, shape }: { name: string; shape: HeadShape }): Value {
  const { g, config } = making;
  const { width, hidden, heads, headSize, epsilon, activation } = config.vision;
  const normed = layerNorm(making, rows, { name: `${name}.layer_norm1`, width, epsilon });
  const fused = linear(making, normed, { name: `${name}.self_attn.qkv`, from: width, to: 3 * width });
  const parts = g.ops('Split', [fused], 3, { axis: -1, num_outputs: 3 });
  const [queries, keys, values] = parts.map((part) => headsFirst(g, unfold(g, part, shape))) as [Value, Value, Value];
  const scaled = g.op('Mul', [queries, g.floats([headSize ** -0.5])]);
  const found = fold(g, attend(g, { queries: scaled, keys, values, biases: [] }), shape);
  const projection = { name: `${name}.self_attn.projection`, from: heads * headSize, to: width };
  const attended = g.op('Add', [linear(making, found, projection), rows]);
  const again = layerNorm(making, attended, { name: `${name}.layer_norm2`, width, epsilon });
  const inner = activate(g, linear(making, again, { name: `${name}.mlp.fc1`, from: width, to: hidden }), activation);
  return g.op('Add', [linear(making, inner, { name: `${name}.mlp.fc2`, from: hidden, to: width }), attended]);
}

/** Input `pixels` [1, 3, H, W]; outputs `key_i`, `value_i` [1, heads, positions, headSize]. */
export function blipVision(config: BlipConfig, checkpoint: Checkpoint): Uint8Array {
  const { vision, text } = config;
  const g = graphBuilder('blip-vision');
  const positions = Math.floor(vision.imageSize / vision.patchSize) ** 2 + 1;
  const making: VisionMaking = { g, config, checkpoint, positions };
  const outer = g.ints([1, positions]);
  const shape = { heads: vision.heads, headSize: vision.headSize, outer };
  let rows = embedPatches(making, g.input('pixels', 'float', [1, 3, vision.imageSize, vision.imageSize]));
  for (let layer = 0; layer < vision.layers; layer++)
    rows = visionLayer(making, rows, { name: `vision_model.encoder.layers.${layer}`, shape });
  const { width, epsilon } = vision;
  const shown = layerNorm(making, rows, { name: 'vision_model.post_layernorm', width, epsilon });
  const asked = { heads: text.heads, headSize: text.headSize, outer };
  for (let layer = 0; layer < text.layers; layer++) {
    for (const kind of ['key', 'value']) {
      const name = `text_decoder.bert.encoder.layer.${layer}.crossattention.self.${kind}`;
      const part = unfold(g, linear(making, shown, { name, from: width, to: text.width }), asked);
      g.output(`${kind}_${layer}`, headsFirst(g, part), 'float', [1, text.heads, positions, text.headSize]);
    }
  }
  return g.finish();
}
