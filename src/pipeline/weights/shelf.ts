// The verbs of this folder by the names of models, for the table of engines. Loads what reads checkpoints.
import type { Config } from '../../config.ts';
import { isFetchable, MODELS, modelNamed } from './manifest.ts';
import { type PulledModel, type PullOptions, pullModel } from './pull.ts';
import { planRemoval, type Removal } from './remove.ts';
import { type VerifiedModel, type VerifyOptions, verifyModels } from './verify.ts';

export { addModel } from './add.ts';
export { listModels } from './list.ts';
export { removeModel } from './remove.ts';

const fetchable = MODELS.filter(isFetchable);

/** @throws TalesError `model-unlisted` for what is not in the list, and for what has to be placed by hand. */
export const modelsToPull = (names: readonly string[]) =>
  names.length === 0 ? fetchable : names.map((name) => modelNamed(name, fetchable));

export const pullNamed = (name: string, config: Config, options: PullOptions): Promise<PulledModel> =>
  pullModel(modelNamed(name, fetchable), config, options);

export async function verifyNamed(
  names: readonly string[],
  config: Config,
  options: VerifyOptions,
): Promise<readonly VerifiedModel[]> {
  for (const name of names) modelNamed(name, MODELS);
  return verifyModels(names, config, options);
}

export const planNamed = async (name: string, config: Config): Promise<Removal> =>
  planRemoval(modelNamed(name, MODELS), config);
