// A BLIP captioning folder as an engine: picture bytes in, English captions and their token ids out.
import { createGenerator } from '../generation/generate.ts';
import type { GenerationOptions } from '../generation/types.ts';
import { pixelsOf } from '../image/pixels.ts';
import { type BlipInput, loadBlip } from '../onnx/blip.ts';
import type { DeviceReport } from '../onnx/device.ts';
import type { LoadOptions } from '../onnx/load.ts';
import { loadTokenizer } from '../tokenizer/load.ts';
import type { CaptionOptions } from '../types.ts';
import { readPreprocessing } from './preprocessor.ts';

/** What transformers does when it is asked for nothing in particular. */
export const BLIP_SETTINGS: GenerationOptions = { numBeams: 1, maxLength: 20 };

export interface MadeCaption {
  /** Without the start id, with the end id. */
  readonly tokenIds: readonly number[];
  readonly caption: string;
}

export interface BlipOptions extends CaptionOptions {
  /** What differs from `BLIP_SETTINGS`. */
  readonly settings?: Partial<GenerationOptions>;
}

export interface BlipEngine {
  /** What computes it, and what was asked for and could not. */
  readonly device: DeviceReport;
  /** One caption per picture, in order; all in one batch. The bytes are of pictures that passed the intake. */
  caption(pictures: readonly Uint8Array[], options?: BlipOptions): Promise<readonly MadeCaption[]>;
  close(): Promise<void>;
}

/** @throws TalesError `model-…` when the folder is no BLIP captioner. */
export async function loadBlipEngine(folder: string, options: LoadOptions = {}): Promise<BlipEngine> {
  const preprocessing = await readPreprocessing(folder);
  const tokenizer = await loadTokenizer(folder);
  const model = await loadBlip(folder, options);
  const generator = createGenerator(model);
  return {
    device: model.device,
    async caption(pictures, { settings, signal, onPicture } = {}) {
      const inputs: BlipInput[] = [];
      // One after the other: a decoded photograph takes more memory than all tensors.
      for (const bytes of pictures) inputs.push({ pixels: await pixelsOf(bytes, preprocessing, signal) });
      const sequences = await generator.generate(
        inputs,
        { ...BLIP_SETTINGS, ...settings },
        { ...(signal && { signal }), ...(onPicture && { onSequence: onPicture }) },
      );
      return sequences.map(({ tokenIds }) => ({ tokenIds, caption: tokenizer.decode(tokenIds).trim() }));
    },
    close: () => model.close(),
  };
}
