// Which engine `--model DIR` is for: the one that was named beside it.
import { resolve } from 'node:path';
import type { Config } from '../config.ts';
import { type Expectation, TalesError } from '../errors.ts';

interface Named {
  readonly captioner?: string;
  readonly storyteller?: string;
}

/**
 * The configuration with the folder in the place of what the environment says.
 * @throws TalesError `option-invalid` where no engine, or more than one, could be meant.
 */
export function withModel(config: Config, model: string | undefined, { captioner, storyteller }: Named): Config {
  if (model === undefined) return config;
  const wrong = (expected: Expectation): TalesError =>
    new TalesError('option-invalid', { option: '--model', value: model, expected });
  if (model.trim() === '') throw wrong({ kind: 'folder' });
  const folder = resolve(model);
  const variable = storyteller === 'kot5' ? 'KOT5_DIR' : storyteller === 'kogpt2' ? 'KOGPT2_DIR' : undefined;
  if (captioner === 'blip' && variable) throw wrong({ kind: 'with', options: ['BLIP_DIR', variable] });
  if (captioner === 'blip') return { ...config, blipDir: folder };
  if (storyteller === 'kot5') return { ...config, kot5Dir: folder };
  if (storyteller === 'kogpt2') return { ...config, kogpt2Dir: folder };
  throw wrong({ kind: 'with', options: ['--captioner blip', '--storyteller kot5', '--storyteller kogpt2'] });
}
