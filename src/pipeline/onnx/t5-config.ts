// `config.json` of a T5 checkpoint, with the defaults of transformers' T5Config; refuses what the graphs do not build.
import { z } from 'zod';
import { TalesError } from '../../errors.ts';
import { readJson } from './folder.ts';
import { ACTIVATIONS, type Activation } from './layers.ts';

const size = z.int().positive();

const schema = z.object({
  model_type: z.literal('t5'),
  vocab_size: size.default(32_128),
  d_model: size.default(512),
  d_kv: size.default(64),
  d_ff: size.default(2048),
  num_layers: size.default(6),
  num_decoder_layers: size.nullish(),
  num_heads: size.default(8),
  relative_attention_num_buckets: size.default(32),
  relative_attention_max_distance: size.default(128),
  layer_norm_epsilon: z.number().positive().default(1e-6),
  feed_forward_proj: z.string().default('relu'),
  tie_word_embeddings: z.boolean().nullish(),
  scale_decoder_outputs: z.boolean().nullish(),
  pad_token_id: z.int().nonnegative().default(0),
  eos_token_id: z.union([z.int().nonnegative(), z.array(z.int().nonnegative())], { error: 'ids' }).default(1),
  decoder_start_token_id: z.int().nonnegative().nullish(),
});

export interface T5Config {
  readonly folder: string;
  readonly vocabulary: number;
  readonly width: number;
  readonly headSize: number;
  readonly heads: number;
  readonly hidden: number;
  readonly encoderLayers: number;
  readonly decoderLayers: number;
  readonly buckets: number;
  readonly maxDistance: number;
  readonly epsilon: number;
  readonly activation: Activation;
  /** Two input products, one of them the gate (v1.1). */
  readonly gated: boolean;
  /** The decoder's output is multiplied by width^-0.5 (v1.0). */
  readonly scaledOutput: boolean;
  readonly startId: number;
  readonly endIds: readonly number[];
}

/** `relu`, `gated-gelu` (which has always meant the tanh approximation), `gated-silu`, … */
function feedForward(spelled: string, folder: string): { readonly activation: Activation; readonly gated: boolean } {
  const gated = spelled.startsWith('gated-');
  const name = gated ? spelled.slice('gated-'.length) : spelled;
  const activation = ACTIVATIONS.find((known) => known === (spelled === 'gated-gelu' ? 'gelu_new' : name));
  if (activation) return { activation, gated };
  const values = ACTIVATIONS.flatMap((each) => [each, `gated-${each}`]);
  const supported = { kind: 'choice', values } as const;
  throw new TalesError('model-unsupported', {
    folder,
    option: 'config.json: feed_forward_proj',
    value: spelled,
    supported,
  });
}

export async function readT5Config(folder: string): Promise<T5Config> {
  const raw = await readJson({ folder, file: 'config.json', schema });
  return {
    folder,
    vocabulary: raw.vocab_size,
    width: raw.d_model,
    headSize: raw.d_kv,
    heads: raw.num_heads,
    hidden: raw.d_ff,
    encoderLayers: raw.num_layers,
    decoderLayers: raw.num_decoder_layers ?? raw.num_layers,
    buckets: raw.relative_attention_num_buckets,
    maxDistance: raw.relative_attention_max_distance,
    epsilon: raw.layer_norm_epsilon,
    ...feedForward(raw.feed_forward_proj, folder),
    scaledOutput: raw.scale_decoder_outputs ?? raw.tie_word_embeddings !== false,
    startId: raw.decoder_start_token_id ?? raw.pad_token_id,
    endIds: typeof raw.eos_token_id === 'number' ? [raw.eos_token_id] : raw.eos_token_id,
  };
}
