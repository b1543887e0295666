// What an evaluation is asked, what it says while it works, and what comes out of it.
import type { GenerationOptions } from '../generation/types.ts';
import type { DeviceReport } from '../onnx/device.ts';
import type { LoadOptions } from '../onnx/load.ts';
import type { MeasuredRow } from './columns.ts';
import type { SampleWish } from './rows.ts';
import type { SharedModels } from './shared.ts';

export interface BertWish {
  readonly folder: string;
  /** Layer whose rows are compared; bert-score takes the 9th of bert-base-multilingual-cased. */
  readonly layer: number;
  /** Whether rare tokens weigh more; bert-score's default is not. */
  readonly idf: boolean;
}

export interface EvaluationRequest extends SampleWish {
  /** A CSV as `storybook dataset build` makes it. */
  readonly data: string;
  /** The folder of the checkpoint that tells. */
  readonly model: string;
  /** What differs from how the model tells by itself. */
  readonly settings: Partial<GenerationOptions>;
  readonly load: LoadOptions;
  readonly bert?: BertWish;
  /** The official program of SPICE. */
  readonly spice?: { readonly jar: string };
  /** How CIDEr's texts are cut: at spaces, or as its Java tokenizer would. */
  readonly ciderWords: 'spaces' | 'bare';
  /** A folder that is there; what took long is kept below it. */
  readonly out: string;
  /** Absent: models are opened for this evaluation alone. */
  readonly shared?: SharedModels;
}

/** What may have to be told to people beside the figures. */
export type EvaluationNote =
  /** Lines of the file that were passed over. */
  | { readonly code: 'blank'; readonly lines: readonly number[] }
  /** More pages were asked for than there are: all were taken. */
  | { readonly code: 'few'; readonly asked: number; readonly pages: number }
  /** So many pages had been told before. */
  | { readonly code: 'kept'; readonly pages: number }
  /** Inputs that were longer than what the model reads. */
  | { readonly code: 'cut'; readonly pages: number }
  | { readonly code: 'no-bert' }
  /** `reason` is what the program said; absent where none was named. */
  | { readonly code: 'no-spice'; readonly reason?: string }
  | { readonly code: 'device'; readonly device: DeviceReport };

export type Stage = 'telling' | 'encoding' | 'spice' | 'measuring';

export interface EvaluationCall {
  readonly signal?: AbortSignal;
  /** A stage begins that has so many parts, of which some were done before. */
  readonly onStage?: (stage: Stage, total: number, done: number) => void;
  readonly onDone?: (done: number) => void;
  readonly onNote?: (note: EvaluationNote) => void;
}

export interface Evaluation {
  /** How pages were told, all of it. */
  readonly settings: GenerationOptions;
  readonly rows: readonly MeasuredRow[];
  readonly notes: readonly EvaluationNote[];
}
