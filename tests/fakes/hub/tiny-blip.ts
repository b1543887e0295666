// A captioning model small enough for tests, as a model of the list and as a hub has it.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FetchableModel } from '../../../src/pipeline/weights/manifest.ts';
import { checkpoint } from '../../pipeline/golden.ts';

const folder = checkpoint('blip');

/** Besides what is needed, as in a real repository. */
export const TINY_FILES: Readonly<Record<string, Buffer>> = {
  'README.md': Buffer.from('---\nlicense: bsd-3-clause\n---\n'),
  ...Object.fromEntries(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name))])),
  'tf_model.h5': Buffer.alloc(5000, 1),
};

export const NEEDED = ['config.json', 'preprocessor_config.json', 'tokenizer.json', 'model.safetensors'];
export const NEEDED_BYTES = NEEDED.reduce((sum, name) => sum + (TINY_FILES[name]?.length ?? 0), 0);

export const TINY: FetchableModel = {
  name: 'tiny',
  engine: 'blip',
  about: { ko: '작은 것', en: 'a small one' },
  licence: 'BSD-3-Clause',
  hub: {
    repo: 'someone/tiny',
    branch: 'main',
    revision: 'b'.repeat(40),
    files: NEEDED.slice(0, 3),
    weights: ['model.safetensors', 'pytorch_model.bin'],
    approximateSize: 600_000,
  },
};
