// A GPT2 checkpoint folder as a model that generation can drive: it goes on writing where a prompt ends.
// What a prompt says, and making words of tokens, is left to the callers.
import type { StoreShape } from '../generation/store.ts';
import type { Memory } from '../generation/types.ts';
import { type Gpt2Config, readGpt2Config } from './gpt2-config.ts';
import { gpt2Prompt } from './gpt2-prompt.ts';
import { gpt2Step } from './gpt2-step.ts';
import { HIDDEN } from './layers.ts';
import { type Graphs, type LoadedModel, type LoadOptions, openSessions } from './load.ts';
import type { Session } from './runtime.ts';
import { memoryArrays, runStep } from './step.ts';

export interface Gpt2Input {
  /** At least one id, fewer than the model has places for. */
  readonly promptIds: readonly number[];
}
export type Gpt2Model = LoadedModel<Gpt2Input>;

const memoryShape = ({ layers, heads, headSize }: Gpt2Config): StoreShape => ({ arrays: 2 * layers, heads, headSize });

/** Each place sees those before it, and itself. [length, length] */
const causal = (length: number): Float32Array =>
  Float32Array.from({ length: length * length }, (_, at) => (at % length > Math.floor(at / length) ? HIDDEN : 0));

/** The prompt without its last id, which is the first step's. */
async function show(session: Session, config: Gpt2Config, { promptIds: prompt }: Gpt2Input): Promise<Memory> {
  const length = prompt.length - 1;
  if (length < 0 || length >= config.maxPositions) throw new RangeError(`a prompt of ${prompt.length} ids`);
  const shape = memoryShape(config);
  if (length === 0) {
    // A graph's arrays are never empty: one place, seen by nobody.
    const nothing = Array.from({ length: shape.arrays }, () => new Float32Array(shape.heads * shape.headSize));
    return { prompt, length: 1, mask: Float32Array.of(HIDDEN), arrays: nothing };
  }
  const inputs = {
    tokens: { data: Int32Array.from(prompt.slice(0, -1)), shape: [1, length] },
    places: { data: Int32Array.from({ length }, (_, at) => at), shape: [length] },
    mask: { data: causal(length), shape: [1, 1, length, length] },
  };
  return { prompt, length, mask: new Float32Array(length), arrays: await memoryArrays(session, inputs, shape) };
}

/** @throws TalesError `model-…` when the folder holds no GPT2 that can be computed. */
export async function loadGpt2(folder: string, options: LoadOptions = {}): Promise<Gpt2Model> {
  const config = await readGpt2Config(folder);
  const graphs: Graphs = {
    encoder: (checkpoint) => gpt2Prompt(config, checkpoint),
    decoder: (checkpoint) => gpt2Step(config, checkpoint),
  };
  const { encoder, decoder, device, close } = await openSessions(folder, graphs, options);
  const { layers, heads, headSize, vocabulary, maxPositions, endIds } = config;
  const memory = memoryShape(config);
  return {
    ...{ layers, heads, headSize, memory, vocabulary, maxPositions, endIds },
    // Every prompt begins its own sequence; alone, a model of this kind is started by its end.
    startId: endIds[0] as number,
    slotBucket: () => 0,
    hiddenBucket: 1,
    show: (input) => show(encoder, config, input),
    step: (arrays) => runStep(decoder, arrays, { heads, headSize, vocabulary, memory, positions: true }),
    device,
    close,
  };
}
