// `config.json` of a BERT checkpoint, with the defaults of transformers' BertConfig; refuses what the graph does not build.
import { z } from 'zod';
import { readJson } from './folder.ts';
import { ACTIVATIONS, type Activation } from './layers.ts';

const size = z.int().positive();

const schema = z.object({
  model_type: z.literal('bert'),
  vocab_size: size.default(30_522),
  hidden_size: size.default(768),
  intermediate_size: size.default(3072),
  num_hidden_layers: size.default(12),
  num_attention_heads: size.default(12),
  max_position_embeddings: size.default(512),
  type_vocab_size: size.default(2),
  hidden_act: z.enum(ACTIVATIONS).default('gelu'),
  layer_norm_eps: z.number().positive().default(1e-12),
  position_embedding_type: z.literal('absolute').nullish(),
  is_decoder: z.literal(false).default(false),
});

export interface BertConfig {
  readonly vocabulary: number;
  readonly width: number;
  readonly hidden: number;
  readonly layers: number;
  readonly heads: number;
  readonly headSize: number;
  readonly maxPositions: number;
  readonly types: number;
  readonly activation: Activation;
  readonly epsilon: number;
}

export async function readBertConfig(folder: string): Promise<BertConfig> {
  const raw = await readJson({ folder, file: 'config.json', schema });
  return {
    vocabulary: raw.vocab_size,
    width: raw.hidden_size,
    hidden: raw.intermediate_size,
    layers: raw.num_hidden_layers,
    heads: raw.num_attention_heads,
    headSize: Math.floor(raw.hidden_size / raw.num_attention_heads),
    maxPositions: raw.max_position_embeddings,
    types: raw.type_vocab_size,
    activation: raw.hidden_act,
    epsilon: raw.layer_norm_eps,
  };
}
