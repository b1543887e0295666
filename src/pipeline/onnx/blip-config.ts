// `config.json` of a BLIP captioning checkpoint, with the defaults of transformers' configurations;
// refuses what the graphs do not build.
import { z } from 'zod';
import { readJson } from './folder.ts';
import { ACTIVATIONS, type Activation } from './layers.ts';

const size = z.int().positive();
const id = z.int().nonnegative();
const activation = z.enum(ACTIVATIONS).default('gelu');

const textSchema = z.object({
  vocab_size: size.default(30_524),
  hidden_size: size.default(768),
  intermediate_size: size.default(3072),
  num_hidden_layers: size.default(12),
  num_attention_heads: size.default(8),
  max_position_embeddings: size.default(512),
  hidden_act: activation,
  layer_norm_eps: z.number().positive().default(1e-12),
  bos_token_id: id.default(30_522),
  sep_token_id: id.default(102),
  is_decoder: z.literal(true).default(true),
});

const visionSchema = z.object({
  hidden_size: size.default(768),
  intermediate_size: size.default(3072),
  num_hidden_layers: size.default(12),
  num_attention_heads: size.default(12),
  image_size: z.int().positive().default(384),
  patch_size: z.int().positive().default(16),
  hidden_act: activation,
  layer_norm_eps: z.number().positive().default(1e-5),
});

const schema = z.object({
  model_type: z.literal('blip'),
  text_config: textSchema.prefault({}),
  vision_config: visionSchema.prefault({}),
});

/** A stack of transformer layers. */
export interface Stack {
  readonly width: number;
  readonly hidden: number;
  readonly layers: number;
  readonly heads: number;
  readonly headSize: number;
  readonly activation: Activation;
  readonly epsilon: number;
}

export interface BlipConfig {
  readonly folder: string;
  /** `imageSize` and `patchSize` in pixels. */
  readonly vision: Stack & { readonly imageSize: number; readonly patchSize: number };
  readonly text: Stack & { readonly vocabulary: number; readonly maxPositions: number };
  readonly startId: number;
  readonly endIds: readonly number[];
}

type RawStack = Pick<
  z.infer<typeof textSchema>,
  'hidden_size' | 'intermediate_size' | 'num_hidden_layers' | 'num_attention_heads' | 'hidden_act' | 'layer_norm_eps'
>;

const stack = (raw: RawStack): Stack => ({
  width: raw.hidden_size,
  hidden: raw.intermediate_size,
  layers: raw.num_hidden_layers,
  heads: raw.num_attention_heads,
  headSize: Math.floor(raw.hidden_size / raw.num_attention_heads),
  activation: raw.hidden_act,
  epsilon: raw.layer_norm_eps,
});

export async function readBlipConfig(folder: string): Promise<BlipConfig> {
  const { vision_config: vision, text_config: text } = await readJson({ folder, file: 'config.json', schema });
  return {
    folder,
    vision: { ...stack(vision), imageSize: vision.image_size, patchSize: vision.patch_size },
    text: { ...stack(text), vocabulary: text.vocab_size, maxPositions: text.max_position_embeddings },
    startId: text.bos_token_id,
    endIds: [text.sep_token_id],
  };
}
