// `config.json` of a GPT2 checkpoint, with the defaults of transformers' GPT2Config; refuses what the graphs do not build.
import { z } from 'zod';
import { TalesError } from '../../errors.ts';
import { readJson } from './folder.ts';
import { ACTIVATIONS, type Activation } from './layers.ts';

const size = z.int().positive();
const id = z.int().nonnegative();
const never = z.literal(false).nullish();

const schema = z.object({
  model_type: z.literal('gpt2'),
  vocab_size: size.default(50_257),
  n_positions: size.default(1024),
  n_embd: size.default(768),
  n_layer: size.default(12),
  n_head: size.default(12),
  n_inner: size.nullish(),
  activation_function: z.enum(ACTIVATIONS).default('gelu_new'),
  layer_norm_epsilon: z.number().positive().default(1e-5),
  scale_attn_weights: z.boolean().default(true),
  scale_attn_by_inverse_layer_idx: never,
  add_cross_attention: never,
  tie_word_embeddings: z.boolean().nullish(),
  eos_token_id: z.union([id, z.array(id).min(1)], { error: 'ids' }).default(50_256),
});

export interface Gpt2Config {
  readonly folder: string;
  readonly vocabulary: number;
  readonly width: number;
  readonly hidden: number;
  readonly heads: number;
  readonly headSize: number;
  readonly layers: number;
  readonly maxPositions: number;
  readonly activation: Activation;
  readonly epsilon: number;
  /** What scores of attention are multiplied by. */
  readonly scale: number;
  /** Whether the embeddings of words are those of the output too. */
  readonly tied: boolean;
  readonly endIds: readonly number[];
}

/** @throws TalesError `model-file-missing`, `model-file-damaged`, `model-unsupported`. */
export async function readGpt2Config(folder: string): Promise<Gpt2Config> {
  const raw = await readJson({ folder, file: 'config.json', schema });
  const headSize = raw.n_embd / raw.n_head;
  if (!Number.isInteger(headSize)) {
    const supported = { kind: 'divides', setting: `n_embd (${raw.n_embd})` } as const;
    throw new TalesError('model-unsupported', {
      ...{ folder, option: 'config.json: n_head', value: String(raw.n_head), supported },
    });
  }
  return {
    folder,
    vocabulary: raw.vocab_size,
    width: raw.n_embd,
    hidden: raw.n_inner ?? 4 * raw.n_embd,
    heads: raw.n_head,
    headSize,
    layers: raw.n_layer,
    maxPositions: raw.n_positions,
    activation: raw.activation_function,
    epsilon: raw.layer_norm_epsilon,
    scale: raw.scale_attn_weights ? headSize ** -0.5 : 1,
    tied: raw.tie_word_embeddings !== false,
    endIds: typeof raw.eos_token_id === 'number' ? [raw.eos_token_id] : raw.eos_token_id,
  };
}
