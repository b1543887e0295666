// A fine-tuned KoGPT2 folder as an engine: it goes on writing behind the fields. It is here so that the original's
// comparison can be repeated, in which such a model gave back its input where KoT5 told a story.
import { TalesError } from '../../errors.ts';
import { createGenerator } from '../generation/generate.ts';
import type { GenerationOptions } from '../generation/types.ts';
import { type Gpt2Model, loadGpt2 } from '../onnx/gpt2.ts';
import type { LoadOptions } from '../onnx/load.ts';
import { loadTokenizer } from '../tokenizer/load.ts';
import { partsIn, promptForm } from './kogpt2-prompt.ts';
import { type Kot5Engine, type Kot5Page, ORIGINAL_SETTINGS, type WriteOptions } from './kot5-engine.ts';
import { type Fitted, fit } from './kot5-fit.ts';
import type { Kot5Scene } from './kot5-input.ts';

/** What the original's comparison tokenised prompts to. */
const MOST_PROMPT = 256;
/** Fewer ids than these leave no room for what every page has to say. */
const LEAST_PROMPT = 64;

export interface Kogpt2Page extends Kot5Page {
  /** Prompt and text in one, as the original's comparison printed them. */
  readonly whole: string;
}

export interface Kogpt2Engine extends Kot5Engine {
  /** `maxLength` and `minLength` of the settings are those of the told text, as with KoT5: the prompt is not counted. */
  write(scenes: readonly Kot5Scene[], options?: WriteOptions): Promise<readonly Kogpt2Page[]>;
}

/** How long a prompt may be beside a text of that length. @throws TalesError `option-invalid`. */
function roomFor({ maxLength }: GenerationOptions, { maxPositions = 0 }: Gpt2Model): number {
  const room = maxPositions - (maxLength - 1);
  if (room >= LEAST_PROMPT) return Math.min(room, MOST_PROMPT);
  const expected = { kind: 'number', least: 2, most: maxPositions - LEAST_PROMPT + 1 } as const;
  throw new TalesError('option-invalid', { option: 'maxLength', value: String(maxLength), expected });
}

/** Lengths as decoder-only generation counts them: with the prompt, whose last id stands where a start id would. */
const behind = (prompt: readonly number[], settings: GenerationOptions): GenerationOptions => ({
  ...settings,
  maxLength: settings.maxLength + prompt.length - 1,
  ...(settings.minLength && { minLength: settings.minLength + prompt.length - 1 }),
});

/** @throws TalesError `model-…` when the folder is no KoGPT2 that was fine-tuned for stories. */
export async function loadKogpt2(folder: string, options: LoadOptions = {}): Promise<Kogpt2Engine> {
  const tokenizer = await loadTokenizer(folder);
  const form = promptForm(folder, tokenizer);
  const model = await loadGpt2(folder, options);
  const generator = createGenerator(model);
  const textOf = (ids: readonly number[]): string => tokenizer.decode(ids.filter((id) => !form.places.has(id))).trim();

  const told = (fitted: readonly Fitted[], settings: GenerationOptions, { signal, onPage }: WriteOptions) =>
    Promise.all(
      fitted.map(async (input, index): Promise<Kogpt2Page> => {
        const promptIds = input.inputIds;
        const call = { ...(signal && { signal }), ...(onPage && { onSequence: () => onPage(index) }) };
        const [sequence] = await generator.generate([{ promptIds }], behind(promptIds, settings), call);
        const tokenIds = sequence?.tokenIds ?? [];
        return { ...input, tokenIds, text: textOf(tokenIds), whole: textOf([...promptIds, ...tokenIds]) };
      }),
    );

  /** Texts that are not written in parts are read as they are, from their beginning. */
  function fitText(text: string, mostIds: number): { readonly input: Fitted; readonly cut: boolean } {
    const parts = partsIn(text);
    if (!parts) {
      const ids = tokenizer.encode(text);
      const input = { inputText: text, inputIds: ids.slice(0, mostIds), leftOut: [] };
      return { input, cut: ids.length > mostIds };
    }
    const input = fit(parts, tokenizer, { mostIds, textOf: form.text });
    return { input, cut: input.leftOut.length > 0 };
  }

  return {
    device: model.device,
    async write(scenes, options = {}) {
      const settings = { ...ORIGINAL_SETTINGS, ...options.settings };
      const reading = { mostIds: roomFor(settings, model), textOf: form.text };
      return told(
        scenes.map((scene) => fit(form.parts(scene), tokenizer, reading)),
        settings,
        options,
      );
    },
    async tell(inputTexts, options = {}) {
      const settings = { ...ORIGINAL_SETTINGS, ...options.settings };
      const mostIds = roomFor(settings, model);
      const fitted = inputTexts.map((text) => fitText(text, mostIds));
      const pages = await told(
        fitted.map(({ input }) => input),
        settings,
        options,
      );
      return pages.map(({ tokenIds, text }, index) => ({ tokenIds, text, cut: fitted[index]?.cut ?? false }));
    },
    close: () => model.close(),
  };
}
