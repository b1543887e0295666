// What can be done with the models on the shelf; the code for it loads when it is asked for. These take the configuration
// as the environment has it.
import type { Config } from '../config.ts';
import type { ModelEngine } from './weights/manifest.ts';
import type { PullOptions } from './weights/pull.ts';
import type { Removal } from './weights/remove.ts';
import type { VerifyOptions } from './weights/verify.ts';

const shelf = () => import('./weights/shelf.ts');

/** What can be fetched or placed, and what is here. These take the configuration as the environment has it. */
export const listModels = async (config: Config) => (await shelf()).listModels(config);
/** `names` as in the list; none: all that can be fetched. @throws TalesError `model-unlisted`. */
export const modelsToPull = async (names: readonly string[]) => (await shelf()).modelsToPull(names);
export const pullModel = async (name: string, config: Config, options: PullOptions) =>
  (await shelf()).pullNamed(name, config, options);
export const verifyModels = async (names: readonly string[], config: Config, options: VerifyOptions) =>
  (await shelf()).verifyNamed(names, config, options);
export const addModel = async (engine: ModelEngine, folder: string, config: Config, signal: AbortSignal) =>
  (await shelf()).addModel(engine, folder, config, signal);
export const planRemoval = async (name: string, config: Config) => (await shelf()).planNamed(name, config);
export const removeModel = async (removal: Removal, config: Config, signal: AbortSignal) =>
  (await shelf()).removeModel(removal, config, signal);
