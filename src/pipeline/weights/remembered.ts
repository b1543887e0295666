// Which checkpoint folders were fetched or named by command: `models.json` in the data folder. What the environment names
// comes first.
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { Config } from '../../config.ts';
import { TalesError } from '../../errors.ts';
import { errnoOf, storeFault } from '../../store-fault.ts';
import { writeWholeFile } from '../../whole-file.ts';
import { whileLocked } from './lock.ts';
import { MODEL_ENGINES, type ModelEngine } from './manifest.ts';
import { createTools } from './tools.ts';

const VERSION = 1;

const hashSchema = z.union([
  z.object({ kind: z.literal('sha256'), hex: z.string().regex(/^[0-9a-f]{64}$/) }),
  z.object({ kind: z.literal('git-sha1'), hex: z.string().regex(/^[0-9a-f]{40}$/) }),
]);
const folder = z.string().min(1);
const rememberedSchema = z.discriminatedUnion('origin', [
  z.object({
    origin: z.literal('pulled'),
    /** As in the list of models. */
    name: z.string(),
    folder,
    /** What each file has to be, as the hub said. */
    files: z.array(z.object({ path: z.string(), size: z.int().nonnegative(), hash: hashSchema })),
  }),
  z.object({ origin: z.literal('by-hand'), folder }),
]);
const fileSchema = z.object({
  version: z.literal(VERSION),
  /** Whether it was said that a captioner can be fetched. */
  offered: z.boolean().optional(),
  models: z.partialRecord(z.enum(MODEL_ENGINES), rememberedSchema),
});

export type RememberedModel = Readonly<z.infer<typeof rememberedSchema>>;
export type Remembered = Readonly<z.infer<typeof fileSchema>>;

type Place = Pick<Config, 'dataDir'>;

export const rememberedPath = ({ dataDir }: Place): string => join(dataDir, 'models.json');

const NOTHING: Remembered = { version: VERSION, models: {} };

function parse(text: string, path: string): Remembered {
  try {
    const value: unknown = JSON.parse(text);
    const { version } = z.object({ version: z.int() }).parse(value);
    if (version > VERSION) throw new TalesError('store-unusable', { path, reason: 'newer' });
    return fileSchema.parse(value);
  } catch (cause) {
    if (cause instanceof TalesError) throw cause;
    throw new TalesError('store-unusable', { path, reason: 'damaged' }, { cause });
  }
}

/** @throws TalesError `store-unusable` */
export async function readRemembered(place: Place): Promise<Remembered> {
  const path = rememberedPath(place);
  try {
    return parse(await readFile(path, 'utf8'), path);
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return NOTHING;
    throw storeFault(path, error);
  }
}

/** One process at a time changes it, each seeing what the one before has written. @throws TalesError `store-unusable` */
export async function changeRemembered(
  place: Place,
  signal: AbortSignal,
  change: (known: Remembered) => Remembered,
): Promise<void> {
  const path = rememberedPath(place);
  const { clock } = createTools();
  try {
    await mkdir(place.dataDir, { recursive: true, mode: 0o700 });
    await whileLocked(`${path}.lock`, { clock, signal, onWait: () => {} }, async () => {
      const changed = change(await readRemembered(place));
      await writeWholeFile(path, `${JSON.stringify(changed, null, 2)}\n`, { mode: 0o600 });
    });
  } catch (error) {
    throw storeFault(path, error);
  }
}

export const remember = (
  place: Place,
  signal: AbortSignal,
  engine: ModelEngine,
  model: RememberedModel,
): Promise<void> =>
  changeRemembered(place, signal, (known) => ({ ...known, models: { ...known.models, [engine]: model } }));

const KEYS = { blip: 'blipDir', kot5: 'kot5Dir', kogpt2: 'kogpt2Dir', t5: 'translatorDir' } as const;

/** The folder that a configuration itself names for an engine. */
export const namedFolder = (engine: ModelEngine, config: Config): string | undefined => config[KEYS[engine]];

/** Whether a folder of a furnished configuration is what is remembered, rather than named by the environment. */
export async function isRemembered(engine: ModelEngine, folder: string, place: Place): Promise<boolean> {
  // What cannot be read has told nobody of a folder.
  const { models } = await readRemembered(place).catch(() => NOTHING);
  return models[engine]?.folder === folder;
}

/** The configuration with an engine's folder in it. */
export function withFolder(config: Config, engine: ModelEngine, found: string): Config {
  return Object.freeze({ ...config, [KEYS[engine]]: found });
}

/**
 * The configuration with the folders that are remembered, where it names none itself. A folder that has vanished stays in
 * it: whoever needs the model then says so.
 * @throws TalesError `store-unusable` when what is remembered cannot be read.
 */
export async function withRememberedModels(config: Config): Promise<Config> {
  const { models } = await readRemembered(config);
  return MODEL_ENGINES.reduce((whole, engine) => {
    const known = models[engine];
    return known && namedFolder(engine, whole) === undefined ? withFolder(whole, engine, known.folder) : whole;
  }, config);
}
