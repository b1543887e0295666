// Whatever tells pages from the input texts of a data set, by the kind of checkpoint that lies in a folder.
// How pages are told is left to the engines.
import { z } from 'zod';
import { TalesError } from '../../errors.ts';
import type { GenerationOptions } from '../generation/types.ts';
import type { DeviceReport } from '../onnx/device.ts';
import { readJson } from '../onnx/folder.ts';
import type { LoadOptions } from '../onnx/load.ts';
import { loadKogpt2 } from '../storyteller/kogpt2-engine.ts';
import { loadKot5, ORIGINAL_SETTINGS } from '../storyteller/kot5-engine.ts';
import type { CallOptions } from '../types.ts';

export interface TellerPage {
  readonly text: string;
  /** Whether the input was longer than what the model reads. */
  readonly cut: boolean;
}

export interface Teller {
  readonly device: DeviceReport;
  /** One page for each text; calls may overlap, their pages then share steps. */
  tell(
    inputTexts: readonly string[],
    options?: CallOptions & { readonly settings?: Partial<GenerationOptions> },
  ): Promise<readonly TellerPage[]>;
  close(): Promise<void>;
}

interface Kind {
  load(folder: string, options: LoadOptions): Promise<Teller>;
  /** The storyteller of that kind, as `--storyteller` names it. */
  readonly engine: 'kot5' | 'kogpt2';
  /** What the engine does where nothing else is asked for. */
  readonly settings: GenerationOptions;
}

/** By `model_type` of config.json. */
const KINDS: Readonly<Record<string, Kind>> = {
  t5: { load: loadKot5, engine: 'kot5', settings: ORIGINAL_SETTINGS },
  gpt2: { load: loadKogpt2, engine: 'kogpt2', settings: ORIGINAL_SETTINGS },
};

const schema = z.looseObject({ model_type: z.string() });

/** @throws TalesError `model-…` when the folder holds no checkpoint that tells pages. */
export async function tellerKind(folder: string): Promise<Kind> {
  const { model_type: type } = await readJson({ folder, file: 'config.json', schema });
  const kind = KINDS[type];
  if (kind) return kind;
  const supported = { kind: 'choice', values: Object.keys(KINDS) } as const;
  throw new TalesError('model-unsupported', { folder, option: 'config.json: model_type', value: type, supported });
}
