// BLIP's vision transformer as an ONNX graph, for one picture at a time. Norms come before each part.
// What the text decoder makes of the rows that come out is left to it.
import type { BlipConfig } from './blip-config.ts';
import type { Checkpoint } from './checkpoint.ts';
import { graphBuilder, type Value } from './graph.ts';
import { activate, layerNorm, linear, type Making } from './layers.ts';

interface VisionMaking extends Making {
  readonly vision: BlipConfig['vision'];
  /** Class token and patches. */
  readonly positions: number;
}

/** `pixels` [1, 3, H, W] → rows of a class token and the patches, row by row of the picture. [positions, width] */
function embedPatches({ g, checkpoint, vision, positions }: VisionMaking, pixels: Value): Value {
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

function visionLayer(making: VisionMaking, rows: Value, name: string): Value {
  const { g, vision } = making;
  const { width, hidden, heads, headSize, epsilon, activation } = vision;
  const normed = layerNorm(making, rows, { name: `${name}.layer_norm1`, width, epsilon });
  const fused = linear(making, normed, { name: `${name}.self_attn.qkv`, from: width, to: 3 * width });
  const parts = g.ops('Split', [fused], 3, { axis: -1, num_outputs: 3 });
  const batch = parts.map((part) => g.op('Reshape', [part, g.ints([1, -1, width])]));
  const seen = g.op('MultiHeadAttention', batch, { num_heads: heads, scale: { float: headSize ** -0.5 } });
  const found = g.op('Reshape', [seen, g.ints([-1, width])]);
  const projection = { name: `${name}.self_attn.projection`, from: heads * headSize, to: width };
  const attended = g.op('Add', [linear(making, found, projection), rows]);
  const again = layerNorm(making, attended, { name: `${name}.layer_norm2`, width, epsilon });
  const inner = activate(g, linear(making, again, { name: `${name}.mlp.fc1`, from: width, to: hidden }), activation);
  return g.op('Add', [linear(making, inner, { name: `${name}.mlp.fc2`, from: hidden, to: width }), attended]);
}

/** Input `pixels` [1, 3, H, W]; output `memory_0` [1, 1, positions, width]. */
export function blipVision({ vision }: BlipConfig, checkpoint: Checkpoint): Uint8Array {
  const g = graphBuilder('blip-vision');
  const positions = Math.floor(vision.imageSize / vision.patchSize) ** 2 + 1;
  const { width, epsilon } = vision;
  const making: VisionMaking = { g, vision, checkpoint, positions };
  let rows = embedPatches(making, g.input('pixels', 'float', [1, 3, vision.imageSize, vision.imageSize]));
  for (let layer = 0; layer < vision.layers; layer++)
    rows = visionLayer(making, rows, `vision_model.encoder.layers.${layer}`);
  const shown = layerNorm(making, rows, { name: 'vision_model.post_layernorm', width, epsilon });
  const shape = [1, 1, positions, width];
  g.output('memory_0', g.op('Reshape', [shown, g.ints(shape)]), 'float', shape);
  return g.finish();
}
