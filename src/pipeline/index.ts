// The table of engines, and which of them a configuration chooses. A new backend is one file and one line here.
import type { Config } from '../config.ts';
import { TalesError } from '../errors.ts';
import type { CallOptions, Captioner, Storyteller, Translator } from './types.ts';

export type { BlipEngine, MadeCaption } from './captioner/blip-engine.ts';
export { describePictures } from './describe.ts';
export type { GenerationOptions } from './generation/types.ts';
export { MOST_FRAMES, type PictureLimits as ReceiveLimits, receivePicture } from './image/receive.ts';
export { sniff } from './image/sniff.ts';
export { makeThumbnail } from './image/thumbnail.ts';
export type { SoundModel } from './models.ts';
export type { DeviceReport } from './onnx/device.ts';
export { type ChildQueueOptions, createChildQueue } from './queue/child.ts';
export { createInlineQueue, type InlineQueueOptions } from './queue/inline.ts';
export type { Kot5Engine, Kot5Page } from './storyteller/kot5-engine.ts';
export { kot5Scenes } from './storyteller/kot5-scenes.ts';
export type { Captioner, LoadedPicture, Storyteller, Translator } from './types.ts';
export { writeBook } from './write.ts';

/** How each engine comes to be, by the name people choose it with. Engines load when they are chosen. */
type Table<Engine> = Readonly<Record<string, (config: Config) => Promise<Engine>>>;

const models = () => import('./models.ts');

const CAPTIONERS: Table<Captioner> = {
  none: async () => (await import('./captioner/none.ts')).createNoCaptioner(),
  blip: async (config) => (await models()).blipCaptioner(config),
};
const TRANSLATORS: Table<Translator> = {
  none: async () => (await import('./translator/none.ts')).createNoTranslator(),
  t5: async (config) => (await models()).t5Translator(config),
};
const STORYTELLERS: Table<Storyteller> = {
  frames: async () => (await import('./storyteller/frames.ts')).createFrames(),
  kot5: async (config) => (await models()).kot5Storyteller(config, await chooseTranslator('auto', config)),
};

export type Seam = 'captioner' | 'translator' | 'storyteller';

/** What `auto` picks: a model whose folder is named, else what needs none. */
const automatic = ({ blipDir, translatorDir, kot5Dir }: Config): Readonly<Record<Seam, string>> => ({
  captioner: blipDir ? 'blip' : 'none',
  translator: translatorDir ? 't5' : 'none',
  storyteller: kot5Dir ? 'kot5' : 'frames',
});

export const CAPTIONER_NAMES: readonly string[] = Object.keys(CAPTIONERS);
export const STORYTELLER_NAMES: readonly string[] = Object.keys(STORYTELLERS);

async function choose<Engine>(seam: Seam, table: Table<Engine>, wanted: string, config: Config): Promise<Engine> {
  const name = wanted === 'auto' ? automatic(config)[seam] : wanted;
  const create = Object.hasOwn(table, name) ? table[name] : undefined;
  if (!create) throw new TalesError('engine-unknown', { seam, engine: wanted, known: ['auto', ...Object.keys(table)] });
  return create(config);
}

/** @throws TalesError `engine-unknown` when no captioner has that name, `model-unnamed` when its folder is not set. */
export const chooseCaptioner = (wanted: string, config: Config): Promise<Captioner> =>
  choose('captioner', CAPTIONERS, wanted, config);

/** @throws TalesError `engine-unknown`, `model-unnamed`. */
export const chooseTranslator = (wanted: string, config: Config): Promise<Translator> =>
  choose('translator', TRANSLATORS, wanted, config);

/**
 * `auto` gives books in English to `frames` where only a Korean model is there.
 * @throws TalesError `engine-unknown`, `model-unnamed`.
 */
export async function chooseStoryteller(wanted: string, config: Config): Promise<Storyteller> {
  const chosen = await choose('storyteller', STORYTELLERS, wanted, config);
  if (wanted !== 'auto' || chosen.name !== 'kot5') return chosen;
  const { createByLocale } = await import('./storyteller/by-locale.ts');
  return createByLocale({ ko: chosen, en: await choose('storyteller', STORYTELLERS, 'frames', config) });
}

/** The engines behind `blip` and `kot5`, for looking at their tokens. The caller closes them. */
export const openBlip = async (config: Config, options?: CallOptions) => (await models()).blipEngine(config, options);
export const openKot5 = async (config: Config, options?: CallOptions) => (await models()).kot5Engine(config, options);

/** An engine that `auto` chooses. */
export interface ChosenEngine {
  readonly seam: Seam;
  readonly name: string;
  /** All that could be chosen by name. */
  readonly known: readonly string[];
}

/** What `auto` stands for, seam by seam. */
export const enginesOf = (config: Config): readonly ChosenEngine[] => {
  const { captioner, translator, storyteller } = automatic(config);
  return [
    { seam: 'captioner', name: captioner, known: CAPTIONER_NAMES },
    { seam: 'translator', name: translator, known: Object.keys(TRANSLATORS) },
    { seam: 'storyteller', name: storyteller, known: STORYTELLER_NAMES },
  ];
};

/** Whether a chosen engine's folder is sound; `undefined` for engines that have none. @throws TalesError `model-…`. */
export async function checkEngine({ name }: ChosenEngine, config: Config) {
  if (name !== 'blip' && name !== 't5' && name !== 'kot5') return undefined;
  return (await models()).checkModel(name, config);
}

/** What the models would be computed by. @throws TalesError `runtime-unavailable`. */
export const checkDevice = async (config: Config) => (await models()).checkDevice(config);
