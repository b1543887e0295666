// Data sets to train and measure models with. What makes them is loaded when it is asked for.
import type { BuildOptions, BuildStep, BuiltDataset, Describing } from './dataset/build.ts';
import type { FaultKind } from './dataset/report.ts';
import type { CaptionSettings } from './dataset/settings.ts';
import type { Synthesized, SynthesizeOptions } from './dataset/synthesize.ts';

export type { BuildStep, BuiltDataset, CaptionSettings, Describing, FaultKind };

/** Makes a data set of pictures and what people said of them. @throws as `build` in `dataset/build.ts`. */
export const buildDataset = async (options: BuildOptions): Promise<BuiltDataset> =>
  (await import('./dataset/build.ts')).build(options);

/** Draws a data set of its own. @throws as `synthesize` in `dataset/synthesize.ts`. */
export const synthesizeDataset = async (options: SynthesizeOptions): Promise<Synthesized> =>
  (await import('./dataset/synthesize.ts')).synthesize(options);
