// The table of engines, and which of them a configuration chooses. A new backend is one file and one line here.
import { type Config, ENGINES, type EngineChoices, type Seam } from '../config.ts';
import { TalesError } from '../errors.ts';
import type { JobKind } from '../jobs.ts';
import { createLog } from '../log.ts';
import { moderatedStoryteller, moderatedSuggester } from './moderated.ts';
import type { Trial } from './trial.ts';
import type { CallOptions, Captioner, KeywordSuggester, Moderator, Storyteller, Translator } from './types.ts';

/** How each engine comes to be, by the name people choose it with. Engines load when they are chosen. */
type Table<S extends Seam, Engine> = Readonly<
  Record<Exclude<EngineChoices[S], 'auto'>, (config: Config) => Promise<Engine>>
>;

const models = () => import('./models.ts');
const helpers = () => import('./helpers.ts');

const CAPTIONERS: Table<'captioner', Captioner> = {
  none: async () => (await import('./captioner/none.ts')).createNoCaptioner(),
  blip: async (config) => (await models()).blipCaptioner(config),
  openai: async (config) => (await helpers()).openAiCaptioner(config),
};
const TRANSLATORS: Table<'translator', Translator> = {
  none: async () => (await import('./translator/none.ts')).createNoTranslator(),
  t5: async (config) => (await models()).t5Translator(config),
  openai: async (config) => (await helpers()).openAiTranslator(config),
};
const SUGGESTERS: Table<'keywords', KeywordSuggester> = {
  local: async () => (await import('./keywords/local.ts')).createLocalSuggester(),
  openai: async (config) => (await helpers()).openAiSuggester(config),
};
const STORYTELLERS: Table<'storyteller', Storyteller> = {
  frames: async () => (await import('./storyteller/frames.ts')).createFrames(),
  kot5: async (config) => (await models()).kot5Storyteller(config, await chooseTranslator(config)),
  kogpt2: async (config) => (await models()).kogpt2Storyteller(config, await chooseTranslator(config)),
  openai: async (config) => (await helpers()).openAiStoryteller(config),
};

/** What `auto` picks: a model whose folder is named, else a service that is named, else what needs neither. */
const automatic = ({ blipDir, translatorDir, kot5Dir, openai }: Config) =>
  ({
    captioner: blipDir ? 'blip' : openai ? 'openai' : 'none',
    translator: openai ? 'openai' : translatorDir ? 't5' : 'none',
    keywords: openai ? 'openai' : 'local',
    storyteller: kot5Dir ? 'kot5' : openai ? 'openai' : 'frames',
  }) as const satisfies { readonly [S in Seam]: EngineChoices[S] };

/** Which engine a seam has; `wanted` by whoever asks comes before the configuration. */
function engineFor<S extends Seam>(seam: S, wanted: string | undefined, config: Config) {
  const name = wanted ?? config.engines[seam];
  return name === 'auto' ? automatic(config)[seam] : name;
}

async function choose<Engine>(
  seam: Seam,
  table: Readonly<Record<string, (config: Config) => Promise<Engine>>>,
  config: Config,
  wanted?: string,
): Promise<Engine> {
  const name = engineFor(seam, wanted, config);
  const create = Object.hasOwn(table, name) ? table[name] : undefined;
  if (!create) throw new TalesError('engine-unknown', { seam, engine: name, known: ENGINES[seam] });
  return create(config);
}

/**
 * `wanted` comes before what the configuration names.
 * @throws TalesError `engine-unknown` when no captioner has that name, `model-unnamed` when its folder is not set,
 * `engine-unconfigured` when its service is not.
 */
export const chooseCaptioner = (config: Config, wanted?: string): Promise<Captioner> =>
  choose('captioner', CAPTIONERS, config, wanted);

/** @throws TalesError `engine-unknown`, `model-unnamed`, `engine-unconfigured`. */
export const chooseTranslator = (config: Config, wanted?: string): Promise<Translator> =>
  choose('translator', TRANSLATORS, config, wanted);

const moderators = new WeakMap<Config, Promise<Moderator>>();

async function makeModerator(config: Config): Promise<Moderator> {
  const local = (await import('./moderator/local.ts')).createLocalModerator();
  if (!config.openai) return local;
  const { createModeratorWithService } = await import('./moderator/with-service.ts');
  const log = createLog(config.logLevel).child({ service: 'openai' });
  return createModeratorWithService(async () => (await helpers()).openAiModerator(config), local, log);
}

/** `undefined` where a configuration asks for none. The same one each time, so that a service is asked once what it can. */
export async function chooseModerator(config: Config): Promise<Moderator | undefined> {
  if (!config.moderation) return undefined;
  const made = moderators.get(config) ?? makeModerator(config);
  moderators.set(config, made);
  return made;
}

/** Moderated where the configuration asks for it. @throws TalesError `engine-unknown`, `engine-unconfigured`. */
export async function chooseKeywords(config: Config, wanted?: string): Promise<KeywordSuggester> {
  const [chosen, moderator] = [await choose('keywords', SUGGESTERS, config, wanted), await chooseModerator(config)];
  return moderator ? moderatedSuggester(chosen, moderator) : chosen;
}

/** Moderated where the configuration asks for it. @throws as `storytellerFor`. */
export async function chooseStoryteller(config: Config, wanted?: string): Promise<Storyteller> {
  const [chosen, moderator] = [await storytellerFor(config, wanted), await chooseModerator(config)];
  return moderator ? moderatedStoryteller(chosen, moderator) : chosen;
}

/**
 * `auto` gives books in English to `openai`, or else to `frames`, where only a Korean model is there.
 * @throws TalesError `engine-unknown`, `model-unnamed`, `engine-unconfigured`.
 */
async function storytellerFor(config: Config, wanted?: string): Promise<Storyteller> {
  const chosen = await choose('storyteller', STORYTELLERS, config, wanted);
  if ((wanted ?? config.engines.storyteller) !== 'auto' || chosen.name !== 'kot5') return chosen;
  const { createByLocale } = await import('./storyteller/by-locale.ts');
  const en = await choose('storyteller', STORYTELLERS, config, config.openai ? 'openai' : 'frames');
  return createByLocale({ ko: chosen, en });
}

/** The engines behind `blip`, `kot5` and `kogpt2`, for looking at their tokens. The caller closes them. */
export const openBlip = async (config: Config, options?: CallOptions) => (await models()).blipEngine(config, options);
export const openKot5 = async (config: Config, options?: CallOptions) => (await models()).kot5Engine(config, options);
export const openKogpt2 = async (config: Config, options?: CallOptions) =>
  (await models()).kogpt2Engine(config, options);

/** An engine that a configuration chooses. */
export interface ChosenEngine {
  readonly seam: Seam;
  readonly name: string;
  /** All that could be chosen by name. */
  readonly known: readonly string[];
}

/** What a configuration stands for, seam by seam. */
export const enginesOf = (config: Config): readonly ChosenEngine[] =>
  (Object.keys(ENGINES) as Seam[]).map((seam) => ({
    seam,
    name: engineFor(seam, undefined, config),
    known: ENGINES[seam].filter((name) => name !== 'auto'),
  }));

/** So many jobs of a kind may wait for a service at once; its client sees to how many it is really asked. */
const MOST_ELSEWHERE = 16;

/**
 * The kinds of jobs that a configuration has done by a service, not by this computer. Jobs whose rules forbid services are
 * none of them: see `lanes.ts`.
 */
export function kindsElsewhere(config: Config): Readonly<Partial<Record<JobKind, number>>> {
  const isElsewhere = (seam: Seam): boolean => engineFor(seam, undefined, config) === 'openai';
  return {
    ...(isElsewhere('captioner') && { describe: MOST_ELSEWHERE }),
    ...(isElsewhere('storyteller') && { write: MOST_ELSEWHERE }),
  };
}

/** Which captioner a configuration stands for. */
export function captionerNameOf(config: Config): Exclude<EngineChoices['captioner'], 'auto'> {
  const { captioner } = config.engines;
  return captioner === 'auto' ? automatic(config).captioner : captioner;
}

/** Whether a chosen engine's folder is sound; `undefined` for engines that have none. @throws TalesError `model-…`. */
export async function checkEngine({ name }: ChosenEngine, config: Config) {
  if (name !== 'blip' && name !== 't5' && name !== 'kot5' && name !== 'kogpt2') return undefined;
  return (await models()).checkModel(name, config);
}

/** What the models would be computed by. @throws TalesError `runtime-unavailable`. */
export const checkDevice = async (config: Config) => (await models()).checkDevice(config);

/**
 * Has the chosen engine do something small, as the configuration has it work; `undefined` where there is none.
 * @throws what the engine throws: `cancelled` when the signal fires first.
 */
export async function tryEngine(
  { seam, name }: ChosenEngine,
  config: Config,
  options: CallOptions,
): Promise<Trial | undefined> {
  if (name === 'none') return undefined;
  const trials = await import('./trial.ts');
  if (name === 'blip') return trials.tryBlip(() => openBlip(config, options), options);
  if (name === 'kot5') return trials.tryKot5(() => openKot5(config, options), options);
  if (name === 'kogpt2') return trials.tryKot5(() => openKogpt2(config, options), options);
  switch (seam) {
    case 'captioner':
      return trials.tryCaptioner(await chooseCaptioner(config), options);
    case 'translator':
      return trials.tryTranslator(await chooseTranslator(config), name === 't5', options);
    case 'keywords':
      return trials.trySuggester(await chooseKeywords(config), config.locale, options);
    case 'storyteller':
      return trials.tryStoryteller(await chooseStoryteller(config), config.locale, options);
  }
}
