// A T5 checkpoint folder as a model that generation can drive.
// Tokenising what goes in and what comes out is left to the callers.
import type { StoreShape } from '../generation/store.ts';
import type { Memory } from '../generation/types.ts';
import { bidirectionalBucket, causalBucket } from './buckets.ts';
import { HIDDEN } from './layers.ts';
import { type Graphs, type LoadedModel, type LoadOptions, openSessions } from './load.ts';
import type { Session } from './runtime.ts';
import { memoryArrays, runStep } from './step.ts';
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

const memoryShape = ({ decoderLayers, heads, headSize }: T5Config): StoreShape => ({
  arrays: 2 * decoderLayers,
  heads,
  headSize,
});

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
  return { length, mask, arrays: await memoryArrays(encoder, inputs, memoryShape(config)) };
}

export async function loadT5(folder: string, options: LoadOptions = {}): Promise<T5Model> {
  const config = await readT5Config(folder);
  const graphs: Graphs = {
    encoder: (checkpoint) => t5Encoder(config, checkpoint),
    decoder: (checkpoint) => t5Decoder(config, checkpoint),
  };
  const { encoder, decoder, device, close } = await openSessions(folder, graphs, options);
  const { heads, headSize, vocabulary, startId, endIds } = config;
  const memory = memoryShape(config);
  return {
    layers: config.decoderLayers,
    heads,
    headSize,
    memory,
    vocabulary,
    startId,
    endIds,
    slotBucket: (distance) => causalBucket(distance, config),
    hiddenBucket: config.buckets,
    show: (input) => show(encoder, config, input),
    step: (arrays) => runStep(decoder, arrays, { heads, headSize, vocabulary, memory, positions: false }),
    device,
    close,
  };
}
