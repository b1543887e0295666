// Full-size checkpoint folders with random weights, laid out exactly as the published ones.
// Speed does not depend on what the weights say; the tensors are those that our own graphs ask for.
import { mkdir, open, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readBlipConfig } from '../../../src/pipeline/onnx/blip-config.ts';
import { blipText } from '../../../src/pipeline/onnx/blip-text.ts';
import { blipVision } from '../../../src/pipeline/onnx/blip-vision.ts';
import type { Checkpoint } from '../../../src/pipeline/onnx/checkpoint.ts';
import { readT5Config } from '../../../src/pipeline/onnx/t5-config.ts';
import { t5Decoder } from '../../../src/pipeline/onnx/t5-decoder.ts';
import { t5Encoder } from '../../../src/pipeline/onnx/t5-encoder.ts';

const T5_CONFIG = {
  architectures: ['T5ForConditionalGeneration'],
  model_type: 't5',
  is_encoder_decoder: true,
  vocab_size: 32_112,
  d_model: 768,
  d_kv: 64,
  d_ff: 3072,
  num_layers: 12,
  num_decoder_layers: 12,
  num_heads: 12,
  feed_forward_proj: 'relu',
  layer_norm_epsilon: 1e-6,
  relative_attention_num_buckets: 32,
  tie_word_embeddings: true,
  pad_token_id: 0,
  eos_token_id: 1,
  decoder_start_token_id: 0,
};
const BLIP_CONFIG = {
  architectures: ['BlipForConditionalGeneration'],
  model_type: 'blip',
  text_config: { model_type: 'blip_text_model', num_attention_heads: 12, vocab_size: 30_524 },
  vision_config: { model_type: 'blip_vision_model', image_size: 384 },
};

/** Names that a published file holds where our graphs accept several. */
const STORED_AS = new Set([
  'shared.weight',
  'text_decoder.bert.embeddings.word_embeddings.weight',
  'text_decoder.cls.predictions.bias',
]);

type Shapes = Map<string, readonly number[]>;

/** A checkpoint that has everything, and remembers what it was asked for. */
function recorder(folder: string, shapes: Shapes): Checkpoint {
  const tensor: Checkpoint['tensor'] = (names, shape) => {
    const all = typeof names === 'string' ? [names] : names;
    const name = all.find((candidate) => STORED_AS.has(candidate)) ?? all[0] ?? '';
    shapes.set(name, shape);
    return { name, element: 'float', shape, file: '', offset: 0, length: 0 };
  };
  const dense: Checkpoint['dense'] = (names, shape) => ({ weight: tensor(names, shape) });
  return { folder, root: folder, files: [], has: () => true, tensor, dense };
}

const sizeOf = (shape: readonly number[]): number => shape.reduce((product, side) => product * side, 1);

/** Roughly as the models are initialised, so that activations stay finite: norms 1, biases 0, the rest by fan-in. */
function scaleOf(name: string, shape: readonly number[]): { readonly mean: number; readonly spread: number } {
  if (/norm\d?\.weight$|layernorm\.weight$/i.test(name)) return { mean: 1, spread: 0 };
  if (name.endsWith('.bias')) return { mean: 0, spread: 0 };
  if (name === 'shared.weight') return { mean: 0, spread: 1 };
  if (/SelfAttention\.q\.|EncDecAttention\.q\./.test(name)) return { mean: 0, spread: 0.005 };
  return { mean: 0, spread: Math.min(0.03, (shape[1] ?? 1) ** -0.5) };
}

/**
 * Uniform numbers with this spread, copied from one table: making 200 million anew would take longer than the bench.
 * Every tensor begins elsewhere in the table: onnxruntime keeps equal weights only once.
 */
function weights(table: Float32Array, place: number, { size, mean, spread }: Wanted): Float32Array {
  const scaled = table.map((value) => mean + spread * value);
  const data = new Float32Array(size);
  for (let at = 0, from = (place * 7919) % table.length; at < size; from = 0) {
    const part = scaled.subarray(from, Math.min(table.length, from + size - at));
    data.set(part, at);
    at += part.length;
  }
  return data;
}

interface Wanted {
  readonly size: number;
  readonly mean: number;
  readonly spread: number;
}

async function writeSafetensors(path: string, shapes: Shapes): Promise<number> {
  let offset = 0;
  const header = Object.fromEntries(
    [...shapes].map(([name, shape]) => {
      const from = offset;
      offset += sizeOf(shape) * 4;
      return [name, { dtype: 'F32', shape, data_offsets: [from, offset] }] as const;
    }),
  );
  const json = Buffer.from(JSON.stringify({ __metadata__: { format: 'pt' }, ...header }));
  const length = Buffer.alloc(8);
  length.writeBigUInt64LE(BigInt(json.length));
  let seed = 1;
  const table = Float32Array.from({ length: (1 << 20) - 3 }, () => {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
    return (seed / 2 ** 31 - 1) * Math.sqrt(3);
  });
  const file = await open(path, 'w');
  try {
    await file.write(length);
    await file.write(json);
    for (const [place, [name, shape]] of [...shapes].entries()) {
      const data = weights(table, place, { size: sizeOf(shape), ...scaleOf(name, shape) });
      await file.write(new Uint8Array(data.buffer));
    }
  } finally {
    await file.close();
  }
  return offset;
}

export interface MadeCheckpoint {
  readonly folder: string;
  /** Of its weights. */
  readonly bytes: number;
}

async function make(
  folder: string,
  config: object,
  ask: (checkpoint: Checkpoint) => Promise<void>,
): Promise<MadeCheckpoint> {
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'config.json'), JSON.stringify(config));
  const shapes: Shapes = new Map();
  await ask(recorder(folder, shapes));
  return { folder, bytes: await writeSafetensors(join(folder, 'model.safetensors'), shapes) };
}

export const makeT5 = (folder: string): Promise<MadeCheckpoint> =>
  make(folder, T5_CONFIG, async (checkpoint) => {
    const config = await readT5Config(folder);
    t5Encoder(config, checkpoint);
    t5Decoder(config, checkpoint);
  });

export const makeBlip = (folder: string): Promise<MadeCheckpoint> =>
  make(folder, BLIP_CONFIG, async (checkpoint) => {
    const config = await readBlipConfig(folder);
    blipVision(config, checkpoint);
    blipText(config, checkpoint);
    // Our graph does without it; transformers wants it.
    for (let layer = 0; layer < config.text.layers; layer++)
      checkpoint.tensor(`text_decoder.bert.encoder.layer.${layer}.crossattention.self.key.bias`, [config.text.width]);
  });
