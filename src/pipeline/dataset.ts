// Data sets to train and measure models with. What makes them is loaded when it is asked for.
import type { Synthesized, SynthesizeOptions } from './dataset/synthesize.ts';

export type { Synthesized, SynthesizeOptions };

/** Draws a data set of its own. @throws as `synthesize` in `dataset/synthesize.ts`. */
export const synthesizeDataset = async (options: SynthesizeOptions): Promise<Synthesized> =>
  (await import('./dataset/synthesize.ts')).synthesize(options);
