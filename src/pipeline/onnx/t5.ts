// A T5 checkpoint folder as a model that generation can drive.
// Tokenising what goes in and what comes out is left to the callers.
import type { Memory } from '../generation/types.ts';
import { bidirectionalBucket, causalBucket } from './buckets.ts';
import { HIDDEN } from './layers.ts';
import { type Graphs, type LoadedModel, type LoadOptions, openSessions } from './load.ts';
import type { Session } from './runtime.ts';
import { layerResults, runStep } from './step.ts';
import { readT5Config, type T5Config } from './t5-config.ts';
import { t5Decoder } from './t5-decoder.ts';
import { t5Encoder } from './t5-encoder.ts';

export interface T5Input {
  /** Token ids, the end id included. */
  readonly inputIds: Int32Array;
  /** 1 where a token is seen, 0 where it is only a placeholder; as long as `inputIds`. */
  readonly attentionMask: Uint8Array;
}
export type T5Model = LoadedModel<T5Input>;

async function show(encoder: Session, config: T5Config, { inputIds, attentionMask }: T5Input): Promise<Memory> {
  const length = inputIds.length;
  const mask = Float32Array.from(attentionMask, (seen) => (seen ? 0 : HIDDEN));
  const buckets = Int32Array.from({ length: length * length }, (_, at) =>
    bidirectionalBucket((at % length) - Math.floor(at / length), config),
  );
  const inputs = {
    tokens: { data: inputIds, shape: [1, length] },
    buckets: { data: buckets, shape: [length, length] },
    mask: { data: mask, shape: [1, 1, 1, length] },
  };
  return { length, mask, ...(await layerResults(encoder, inputs, config.decoderLayers)) };
}

export async function loadT5(folder: string, options: LoadOptions = {}): Promise<T5Model> {
  const config = await readT5Config(folder);
  const graphs: Graphs = {
    encoder: (checkpoint) => t5Encoder(config, checkpoint),
    decoder: (checkpoint) => t5Decoder(config, checkpoint),
  };
  const { encoder, decoder, device, close } = await openSessions(folder, graphs, options);
  const { heads, headSize, vocabulary, startId, endIds } = config;
  return {
    layers: config.decoderLayers,
    heads,
    headSize,
    vocabulary,
    startId,
    endIds,
    slotBucket: (distance) => causalBucket(distance, config),
    hiddenBucket: config.buckets,
    show: (input) => show(encoder, config, input),
    step: (arrays) => runStep(decoder, arrays, { heads, headSize, vocabulary, positions: false }),
    device,
    close,
  };
}
