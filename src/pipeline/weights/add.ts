// Remembers a checkpoint folder that a person has put somewhere, once it is known to be of use.
import { access } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Config } from '../../config.ts';
import { TalesError } from '../../errors.ts';
import { checkModel, type SoundModel } from '../models.ts';
import type { ModelEngine } from './manifest.ts';
import { remember, withFolder } from './remembered.ts';

/** @throws TalesError `model-…` saying what is wrong with the folder; `store-unusable`. */
export async function addModel(
  engine: ModelEngine,
  given: string,
  config: Config,
  signal: AbortSignal,
): Promise<SoundModel> {
  const folder = resolve(given);
  await access(folder).catch((cause: unknown) => {
    throw new TalesError('model-folder-missing', { engine, folder }, { cause });
  });
  const sound = await checkModel(engine, withFolder(config, engine, folder));
  await remember(config, signal, engine, { origin: 'by-hand', folder });
  return sound;
}
