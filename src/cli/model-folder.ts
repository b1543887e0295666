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
  if (captioner === 'blip' && storyteller === 'kot5') throw wrong({ kind: 'with', options: ['BLIP_DIR', 'KOT5_DIR'] });
  if (captioner === 'blip') return { ...config, blipDir: folder };
  if (storyteller === 'kot5') return { ...config, kot5Dir: folder };
  throw wrong({ kind: 'with', options: ['--captioner blip', '--storyteller kot5'] });
}
