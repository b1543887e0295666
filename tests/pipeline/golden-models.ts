// The recorded models of tests/golden/models as tests use them: folders, and what transformers generated from them.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { GenerationOptions, SequenceModel } from '../../src/pipeline/generation/types.ts';
import { type BlipInput, loadBlip } from '../../src/pipeline/onnx/blip.ts';
import { type Gpt2Input, loadGpt2 } from '../../src/pipeline/onnx/gpt2.ts';
import type { LoadOptions } from '../../src/pipeline/onnx/load.ts';
import { loadT5, type T5Input } from '../../src/pipeline/onnx/t5.ts';

const GOLDEN = join(import.meta.dirname, '../golden/models');

export const T5_MODELS = ['t5-relu', 't5-gated', 't5-sharded-bf16', 't5-bin'] as const;
export const BLIP_MODELS = ['blip', 'blip-odd-f16'] as const;
export const GPT2_MODELS = ['gpt2', 'gpt2-bin'] as const;
export type GoldenName = (typeof T5_MODELS)[number] | (typeof BLIP_MODELS)[number] | (typeof GPT2_MODELS)[number];

export interface GoldenCase {
  readonly input: number;
  readonly options: GenerationOptions;
  readonly tokenIds: readonly number[];
  readonly score: number | null;
}

export interface GoldenModel<Input> {
  readonly name: GoldenName;
  readonly inputs: readonly Input[];
  readonly cases: readonly GoldenCase[];
  /** Scores of the token after `decoderIds`. */
  readonly logits: readonly {
    readonly input: number;
    readonly decoderIds: readonly number[];
    readonly logits: Float32Array;
  }[];
  load(options?: LoadOptions): Promise<SequenceModel<Input>>;
}

export const goldenFolder = (name: GoldenName): string => join(GOLDEN, 'checkpoints', name);

interface Recorded {
  readonly inputs: readonly {
    inputIds: number[];
    attentionMask: number[];
    rgb: string;
    width: number;
    height: number;
  }[];
  readonly cases: readonly GoldenCase[];
  readonly logits: readonly { input: number; decoderIds: number[]; ids: number[]; logits: string }[];
  readonly together: { readonly newTokens: number; readonly tokenIds: readonly (readonly number[])[] };
  readonly imageMean: readonly number[];
  readonly imageStd: readonly number[];
}

function read(name: GoldenName): Recorded {
  return JSON.parse(readFileSync(join(GOLDEN, 'values/generation', `${name}.json`), 'utf8')) as Recorded;
}

function floats(base64: string): Float32Array {
  const bytes = Uint8Array.from(Buffer.from(base64, 'base64'));
  return new Float32Array(bytes.buffer, 0, bytes.length / 4);
}

const shared = (name: GoldenName, { cases, logits }: Recorded) => ({
  name,
  cases,
  logits: logits.map((entry) => ({ ...entry, logits: floats(entry.logits) })),
});

export function goldenT5(name: (typeof T5_MODELS)[number]): GoldenModel<T5Input> {
  const recorded = read(name);
  return {
    ...shared(name, recorded),
    inputs: recorded.inputs.map(({ inputIds, attentionMask }) => ({
      inputIds: Int32Array.from(inputIds),
      attentionMask: Uint8Array.from(attentionMask),
    })),
    load: (options = { threads: 1 }) => loadT5(goldenFolder(name), options),
  };
}

export function goldenBlip(name: (typeof BLIP_MODELS)[number]): GoldenModel<BlipInput> {
  const recorded = read(name);
  const { imageMean, imageStd } = recorded;
  const pixels = ({ rgb, width, height }: Recorded['inputs'][number]): Float32Array => {
    const bytes = Buffer.from(rgb, 'base64');
    const size = width * height;
    return Float32Array.from({ length: 3 * size }, (_, at) => {
      const channel = Math.floor(at / size);
      return ((bytes[(at % size) * 3 + channel] ?? 0) / 255 - (imageMean[channel] ?? 0)) / (imageStd[channel] ?? 1);
    });
  };
  return {
    ...shared(name, recorded),
    inputs: recorded.inputs.map((input) => ({ pixels: pixels(input) })),
    load: (options = { threads: 1 }) => loadBlip(goldenFolder(name), options),
  };
}

/** Several prompts at once, as transformers takes them: padded on the left to one length. */
export interface GoldenTogether {
  readonly newTokens: number;
  readonly tokenIds: readonly (readonly number[])[];
}

export function goldenGpt2(
  name: (typeof GPT2_MODELS)[number],
): GoldenModel<Gpt2Input> & { readonly together: GoldenTogether } {
  const recorded = read(name);
  const inputs = recorded.inputs.map(({ inputIds }) => ({ promptIds: inputIds }));
  return {
    ...shared(name, recorded),
    // What is fed step by step begins with the prompt's last id: all before it is shown.
    logits: recorded.logits.map(({ input, ids, logits }) => ({
      input,
      decoderIds: ids.slice((inputs[input]?.promptIds.length ?? 1) - 1),
      logits: floats(logits),
    })),
    inputs,
    together: recorded.together,
    load: (options = { threads: 1 }) => loadGpt2(goldenFolder(name), options),
  };
}
