// A fine-tuned KoT5 folder as an engine: scenes in, told texts out, with everything worth inspecting in between.
import { TalesError } from '../../errors.ts';
import { createGenerator } from '../generation/generate.ts';
import type { GenerationOptions } from '../generation/types.ts';
import type { DeviceReport } from '../onnx/device.ts';
import type { LoadOptions } from '../onnx/load.ts';
import { loadT5, type T5Input } from '../onnx/t5.ts';
import { loadTokenizer, type Tokenizer } from '../tokenizer/load.ts';
import type { CallOptions } from '../types.ts';
import { type Fitted, fit } from './kot5-fit.ts';
import { type Kot5Scene, PLACEHOLDERS, shuffledParts } from './kot5-input.ts';

/** How the original told its stories. */
export const ORIGINAL_SETTINGS: GenerationOptions = {
  numBeams: 3,
  lengthPenalty: 0.8,
  repetitionPenalty: 1.5,
  noRepeatNgramSize: 3,
  earlyStopping: true,
  maxLength: 128,
};

export interface Kot5Page extends Fitted {
  /** Without the start id, with the end id. */
  readonly tokenIds: readonly number[];
  readonly text: string;
}

export interface WriteOptions extends CallOptions {
  /** What differs from `ORIGINAL_SETTINGS`. */
  readonly settings?: Partial<GenerationOptions>;
  /** Called once for each scene as it is finished, with its index. */
  readonly onPage?: (index: number) => void;
}

export interface Kot5Engine {
  /** What computes it, and what was asked for and could not. */
  readonly device: DeviceReport;
  /** One page per scene, in order; all in one batch, together with those of calls that overlap. */
  write(scenes: readonly Kot5Scene[], options?: WriteOptions): Promise<readonly Kot5Page[]>;
  close(): Promise<void>;
}

/** @throws TalesError `model-unsupported` when the tokenizer does not know the tokens that the fine-tuning added. */
export function placeholderIds(folder: string, tokenizer: Tokenizer): ReadonlySet<number> {
  const ids = PLACEHOLDERS.map((token) => {
    const id = tokenizer.idOf(token);
    if (id !== undefined) return id;
    const supported = 'A KoT5 fine-tuned for stories has a token for each field.';
    throw new TalesError('model-unsupported', { folder, option: 'tokenizer.json', value: `- ${token}`, supported });
  });
  return new Set(ids);
}

/** @throws TalesError `model-…` when the folder is no KoT5 that was fine-tuned for stories. */
export async function loadKot5(folder: string, options: LoadOptions = {}): Promise<Kot5Engine> {
  const tokenizer = await loadTokenizer(folder);
  const hidden = placeholderIds(folder, tokenizer);
  const model = await loadT5(folder, options);
  const generator = createGenerator(model);
  const inputOf = ({ inputIds }: Fitted): T5Input => ({
    inputIds: Int32Array.from(inputIds),
    attentionMask: Uint8Array.from(inputIds, (id) => (hidden.has(id) ? 0 : 1)),
  });
  return {
    device: model.device,
    async write(scenes, { settings, signal, onPage } = {}) {
      const fitted = scenes.map((scene) => fit(shuffledParts(scene), tokenizer));
      const sequences = await generator.generate(
        fitted.map(inputOf),
        { ...ORIGINAL_SETTINGS, ...settings },
        { ...(signal && { signal }), ...(onPage && { onSequence: onPage }) },
      );
      return fitted.map((input, index) => {
        const tokenIds = sequences[index]?.tokenIds ?? [];
        return { ...input, tokenIds, text: tokenizer.decode(tokenIds.filter((id) => !hidden.has(id))).trim() };
      });
    },
    close: () => model.close(),
  };
}
