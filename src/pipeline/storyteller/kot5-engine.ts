// A fine-tuned KoT5 folder as an engine: scenes in, told texts out, with everything worth inspecting in between.
import { TalesError } from '../../errors.ts';
import { createGenerator } from '../generation/generate.ts';
import type { GenerationOptions } from '../generation/types.ts';
import type { DeviceReport } from '../onnx/device.ts';
import type { LoadOptions } from '../onnx/load.ts';
import { loadT5, type T5Input } from '../onnx/t5.ts';
import { loadTokenizer, type Tokenizer } from '../tokenizer/load.ts';
import type { CallOptions } from '../types.ts';
import { type Fitted, fit, MOST_IDS } from './kot5-fit.ts';
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

/** A page told from a text that was made elsewhere, such as a row of a data set. */
export interface ToldText {
  /** Without the start id, with the end id. */
  readonly tokenIds: readonly number[];
  readonly text: string;
  /** Whether the text was longer than what the model reads, and its end was cut off as in training. */
  readonly cut: boolean;
}

export interface Kot5Engine {
  /** What computes it, and what was asked for and could not. */
  readonly device: DeviceReport;
  /** One page per scene, in order; all in one batch, together with those of calls that overlap. */
  write(scenes: readonly Kot5Scene[], options?: WriteOptions): Promise<readonly Kot5Page[]>;
  /** The same from input texts as training had them (`generate: <name> …`), with nothing put in order or left out. */
  tell(inputTexts: readonly string[], options?: WriteOptions): Promise<readonly ToldText[]>;
  close(): Promise<void>;
}

/** As the tokenizer of training truncated: the first ids, and the end id behind them. */
function cutToFit(ids: readonly number[]): readonly number[] {
  return ids.length <= MOST_IDS ? ids : [...ids.slice(0, MOST_IDS - 1), ...ids.slice(-1)];
}

/** @throws TalesError `model-unsupported` when the tokenizer does not know the tokens that the fine-tuning added. */
export function placeholderIds(folder: string, tokenizer: Tokenizer): ReadonlySet<number> {
  const ids = PLACEHOLDERS.map((token) => {
    const id = tokenizer.idOf(token);
    if (id !== undefined) return id;
    const supported = { kind: 'tokens', examples: ['<caption> … <empty>'] } as const;
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
  const inputOf = (inputIds: readonly number[]): T5Input => ({
    inputIds: Int32Array.from(inputIds),
    attentionMask: Uint8Array.from(inputIds, (id) => (hidden.has(id) ? 0 : 1)),
  });
  const told = async (inputs: readonly (readonly number[])[], { settings, signal, onPage }: WriteOptions) => {
    const sequences = await generator.generate(
      inputs.map(inputOf),
      { ...ORIGINAL_SETTINGS, ...settings },
      { ...(signal && { signal }), ...(onPage && { onSequence: onPage }) },
    );
    return sequences.map(({ tokenIds }) => {
      return { tokenIds, text: tokenizer.decode(tokenIds.filter((id) => !hidden.has(id))).trim() };
    });
  };
  return {
    device: model.device,
    async write(scenes, options = {}) {
      const fitted = scenes.map((scene) => fit(shuffledParts(scene), tokenizer));
      const pages = await told(
        fitted.map(({ inputIds }) => inputIds),
        options,
      );
      return fitted.map((input, index) => ({ ...input, ...(pages[index] ?? { tokenIds: [], text: '' }) }));
    },
    async tell(inputTexts, options = {}) {
      const encoded = inputTexts.map((text) => tokenizer.encode(text));
      const pages = await told(encoded.map(cutToFit), options);
      return pages.map((page, index) => ({ ...page, cut: (encoded[index]?.length ?? 0) > MOST_IDS }));
    },
    close: () => model.close(),
  };
}
