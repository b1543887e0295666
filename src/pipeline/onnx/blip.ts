// A BLIP captioning checkpoint folder as a model that generation can drive.
// Making pixels of pictures and words of tokens is left to the callers.
import type { StoreShape } from '../generation/store.ts';
import type { Memory } from '../generation/types.ts';
import { type BlipConfig, readBlipConfig } from './blip-config.ts';
import { blipText } from './blip-text.ts';
import { blipVision } from './blip-vision.ts';
import { type Graphs, type LoadedModel, type LoadOptions, openSessions } from './load.ts';
import type { Session } from './runtime.ts';
import { memoryArrays, runStep } from './step.ts';

export interface BlipInput {
  /** Normalised, of the checkpoint's own size. [3, imageSize, imageSize] */
  readonly pixels: Float32Array;
}
export type BlipModel = LoadedModel<BlipInput>;

/** The picture's rows themselves, which all layers share. */
const memoryShape = ({ vision }: BlipConfig): StoreShape => ({ arrays: 1, heads: 1, headSize: vision.width });

async function show(vision: Session, config: BlipConfig, { pixels }: BlipInput): Promise<Memory> {
  const { imageSize, width } = config.vision;
  const picture = { data: pixels, shape: [1, 3, imageSize, imageSize] };
  const arrays = await memoryArrays(vision, { pixels: picture }, memoryShape(config));
  const length = (arrays[0]?.length ?? 0) / width;
  return { length, mask: new Float32Array(length), arrays };
}

export async function loadBlip(folder: string, options: LoadOptions = {}): Promise<BlipModel> {
  const config = await readBlipConfig(folder);
  const graphs: Graphs = {
    encoder: (checkpoint) => blipVision(config, checkpoint),
    decoder: (checkpoint) => blipText(config, checkpoint),
  };
  const { encoder, decoder, device, close } = await openSessions(folder, graphs, options);
  const { layers, heads, headSize, vocabulary, maxPositions } = config.text;
  const memory = memoryShape(config);
  return {
    layers,
    heads,
    headSize,
    memory,
    vocabulary,
    maxPositions,
    startId: config.startId,
    endIds: config.endIds,
    slotBucket: () => 0,
    hiddenBucket: 1,
    show: (input) => show(encoder, config, input),
    step: (arrays) => runStep(decoder, arrays, { heads, headSize, vocabulary, memory, positions: true }),
    device,
    close,
  };
}
