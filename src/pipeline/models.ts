// The backends that work from checkpoint folders: which folder a configuration gives them, and whether it is sound.
// Nothing of a model is loaded before it is first needed.
import { access } from 'node:fs/promises';
import { join } from 'node:path';
import type { Config } from '../config.ts';
import { TalesError } from '../errors.ts';
import { createBlip } from './captioner/blip.ts';
import { type BlipEngine, loadBlipEngine } from './captioner/blip-engine.ts';
import { readPreprocessing } from './captioner/preprocessor.ts';
import { lazily, oneOfEach } from './lazily.ts';
import { readBlipConfig } from './onnx/blip-config.ts';
import { openCheckpoint } from './onnx/checkpoint.ts';
import type { DeviceReport } from './onnx/device.ts';
import { probeDevice } from './onnx/device-probe.ts';
import { readGpt2Config } from './onnx/gpt2-config.ts';
import type { LoadOptions } from './onnx/load.ts';
import { readT5Config } from './onnx/t5-config.ts';
import { type Kogpt2Engine, loadKogpt2 } from './storyteller/kogpt2-engine.ts';
import { promptForm } from './storyteller/kogpt2-prompt.ts';
import { createKogpt2, createKot5 } from './storyteller/kot5.ts';
import { type Kot5Engine, loadKot5, placeholderIds } from './storyteller/kot5-engine.ts';
import { loadTokenizer } from './tokenizer/load.ts';
import { createT5Translator } from './translator/t5.ts';
import type { CallOptions, Captioner, Storyteller, Translator } from './types.ts';
import { isRemembered } from './weights/remembered.ts';

const VARIABLES = { blip: 'BLIP_DIR', kot5: 'KOT5_DIR', kogpt2: 'KOGPT2_DIR', t5: 'TRANSLATOR_DIR' } as const;
type ModelEngine = keyof typeof VARIABLES;

/** @throws TalesError `model-unnamed`, or `model-folder-missing`. */
async function folderOf(engine: ModelEngine, config: Config): Promise<string> {
  const { blipDir: blip, kot5Dir: kot5, kogpt2Dir: kogpt2, translatorDir: t5 } = config;
  const folder = { blip, kot5, kogpt2, t5 }[engine];
  if (folder === undefined) throw new TalesError('model-unnamed', { engine, variable: VARIABLES[engine] });
  await access(folder).catch(async (cause: unknown) => {
    const variable = (await isRemembered(engine, folder, config)) ? {} : { variable: VARIABLES[engine] };
    throw new TalesError('model-folder-missing', { engine, folder, ...variable }, { cause });
  });
  return folder;
}

/** Where int8 keeps what it makes of weights. */
export const loadOptions = ({ precision, device, dataDir }: Config): LoadOptions =>
  precision === 'int8' ? { device, precision, cacheDir: join(dataDir, 'models') } : { device };

export const blipEngine = async (config: Config, options?: CallOptions): Promise<BlipEngine> =>
  loadBlipEngine(await folderOf('blip', config), { ...loadOptions(config), ...options });

export const kot5Engine = async (config: Config, options?: CallOptions): Promise<Kot5Engine> =>
  loadKot5(await folderOf('kot5', config), { ...loadOptions(config), ...options });

export const kogpt2Engine = async (config: Config, options?: CallOptions): Promise<Kogpt2Engine> =>
  loadKogpt2(await folderOf('kogpt2', config), { ...loadOptions(config), ...options });

const captioners = oneOfEach<Captioner>();
const kot5Engines = oneOfEach<() => Promise<Kot5Engine>>();
const kogpt2Engines = oneOfEach<() => Promise<Kogpt2Engine>>();
const translators = oneOfEach<Translator>();
const nameOf = (...parts: readonly unknown[]): string => JSON.stringify(parts);

export async function blipCaptioner(config: Config): Promise<Captioner> {
  const [folder, options] = [await folderOf('blip', config), loadOptions(config)];
  return captioners(nameOf(folder, options), () => createBlip(lazily(() => loadBlipEngine(folder, options))));
}

export async function kot5Storyteller(config: Config, translator: Translator): Promise<Storyteller> {
  const [folder, options] = [await folderOf('kot5', config), loadOptions(config)];
  const engine = kot5Engines(nameOf(folder, options), () => lazily(() => loadKot5(folder, options)));
  return createKot5(engine, translator);
}

export async function kogpt2Storyteller(config: Config, translator: Translator): Promise<Storyteller> {
  const [folder, options] = [await folderOf('kogpt2', config), loadOptions(config)];
  const engine = kogpt2Engines(nameOf(folder, options), () => lazily(() => loadKogpt2(folder, options)));
  return createKogpt2(engine, translator);
}

export async function t5Translator(config: Config): Promise<Translator> {
  const given = { folder: await folderOf('t5', config), prefix: config.translatorPrefix, load: loadOptions(config) };
  return translators(nameOf(given), () => createT5Translator(given));
}

/** A checkpoint folder that can be used. */
export interface SoundModel {
  readonly folder: string;
  /** Bytes of its weights. */
  readonly size: number;
}

async function checkParts(engine: ModelEngine, folder: string): Promise<void> {
  const tokenizer = await loadTokenizer(folder);
  if (engine === 'blip') {
    await readBlipConfig(folder);
    await readPreprocessing(folder);
  } else if (engine === 'kogpt2') {
    await readGpt2Config(folder);
    promptForm(folder, tokenizer);
  } else {
    await readT5Config(folder);
    if (engine === 'kot5') placeholderIds(folder, tokenizer);
  }
}

/**
 * Looks at everything in an engine's folder but the numbers in its weights.
 * @throws TalesError `model-…` saying what is wrong with it.
 */
export async function checkModel(engine: ModelEngine, config: Config): Promise<SoundModel> {
  const folder = await folderOf(engine, config);
  await checkParts(engine, folder);
  const { files } = await openCheckpoint(folder);
  return { folder, size: files.reduce((sum, { size }) => sum + size, 0) };
}

/** What the models would be computed by, tried on a sum. @throws TalesError `runtime-unavailable`. */
export const checkDevice = ({ device }: Config): Promise<DeviceReport> => probeDevice(device);
