// Environment → frozen Config. One table names every variable, so `.env.example` and the README can be held to it;
// every fault is reported at once, by variable name.
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { type ConfigProblem, type Expectation, TalesError } from './errors.ts';
import { LOG_LEVELS, type LogLevel } from './log.ts';
import { LOCALES, type Locale } from './story.ts';

export interface Config {
  /** Where sessions and pictures are kept. Absolute. */
  readonly dataDir: string;
  /** Language of a new book when nobody says otherwise. */
  readonly locale: Locale;
  readonly logLevel: LogLevel;
  /** Largest picture file accepted, in bytes. */
  readonly maxPictureBytes: number;
  /** Largest picture accepted, in pixels (width × height). */
  readonly maxPicturePixels: number;
  /** Checkpoint folder of a BLIP captioner. Absolute; absent when there is none. */
  readonly blipDir?: string;
  /** Checkpoint folder of a KoT5 fine-tuned for stories. */
  readonly kot5Dir?: string;
  /** Checkpoint folder of an English to Korean T5. */
  readonly translatorDir?: string;
  /** What that T5 was trained to see before the text; empty for nothing. */
  readonly translatorPrefix: string;
  /** `fp32` computes to the token what the reference computes; `int8` several times faster, and not exactly the same. */
  readonly precision: Precision;
  /** What computes the models; where it cannot, the processor does. */
  readonly device: DeviceChoice;
}

export const PRECISIONS = ['fp32', 'int8'] as const;
export type Precision = (typeof PRECISIONS)[number];

/**
 * `auto` takes a CUDA card whose libraries were installed on purpose, else the processor. `webgpu` has to be asked
 * for: a step's cache travels to the card, so that a weak card is slower than the processor.
 */
export const DEVICE_CHOICES = ['auto', 'cpu', 'webgpu', 'cuda'] as const;
export type DeviceChoice = (typeof DEVICE_CHOICES)[number];

type Environment = Readonly<Record<string, string | undefined>>;

const number = (least: number, most: number) => z.coerce.number().min(least).max(most);

interface Variable<T> {
  readonly schema: z.ZodType<T>;
  /** Written as in `.env`. */
  readonly fallback: string;
  /** What a value has to be, for the error. */
  readonly expected: Expectation;
}

const variable = <T>(schema: z.ZodType<T>, fallback: string, expected: Expectation): Variable<T> => ({
  schema,
  fallback,
  expected,
});

const FOLDER: Expectation = { kind: 'folder' };
const choice = (values: readonly string[]): Expectation => ({ kind: 'choice', values });

const VARIABLES = {
  DATA_DIR: variable(z.string(), join(homedir(), '.talesrunner'), FOLDER),
  BOOK_LOCALE: variable(z.enum(LOCALES), 'ko', choice(LOCALES)),
  LOG_LEVEL: variable(z.enum(LOG_LEVELS), 'warn', choice(LOG_LEVELS)),
  MAX_PICTURE_MB: variable(number(1, 200), '40', { kind: 'number', least: 1, most: 200 }),
  MAX_PICTURE_MEGAPIXELS: variable(number(1, 200), '60', { kind: 'number', least: 1, most: 200 }),
  BLIP_DIR: variable(z.string(), '', FOLDER),
  KOT5_DIR: variable(z.string(), '', FOLDER),
  TRANSLATOR_DIR: variable(z.string(), '', FOLDER),
  TRANSLATOR_PREFIX: variable(z.string(), 'translate English to Korean:', { kind: 'text', most: 1000 }),
  PRECISION: variable(z.enum(PRECISIONS), 'fp32', choice(PRECISIONS)),
  DEVICE: variable(z.enum(DEVICE_CHOICES), 'auto', choice(DEVICE_CHOICES)),
} as const;

/** Where bytes are kept below the data folder; the talking and the thinking process share it. */
export const blobFolderOf = ({ dataDir }: Pick<Config, 'dataDir'>): string => join(dataDir, 'blobs');

/** Every variable this program reads. */
export const VARIABLE_NAMES = Object.keys(VARIABLES) as readonly (keyof typeof VARIABLES)[];

/**
 * Reads the environment. An absent or blank variable takes its default.
 * @throws TalesError `config-invalid` naming every variable whose value cannot be used.
 */
export function readConfig(environment: Environment): Config {
  const problems: ConfigProblem[] = [];
  const read = <T>(name: keyof typeof VARIABLES, { schema, fallback, expected }: Variable<T>): T => {
    const given = environment[name]?.trim();
    const parsed = schema.safeParse(given || fallback);
    if (parsed.success) return parsed.data;
    problems.push({ variable: name, value: given ?? '', expected });
    return schema.parse(fallback);
  };
  const blipDir = read('BLIP_DIR', VARIABLES.BLIP_DIR);
  const kot5Dir = read('KOT5_DIR', VARIABLES.KOT5_DIR);
  const translatorDir = read('TRANSLATOR_DIR', VARIABLES.TRANSLATOR_DIR);
  const prefix = read('TRANSLATOR_PREFIX', VARIABLES.TRANSLATOR_PREFIX);
  const config: Config = {
    dataDir: resolve(read('DATA_DIR', VARIABLES.DATA_DIR)),
    locale: read('BOOK_LOCALE', VARIABLES.BOOK_LOCALE),
    logLevel: read('LOG_LEVEL', VARIABLES.LOG_LEVEL),
    maxPictureBytes: read('MAX_PICTURE_MB', VARIABLES.MAX_PICTURE_MB) * 1024 * 1024,
    maxPicturePixels: read('MAX_PICTURE_MEGAPIXELS', VARIABLES.MAX_PICTURE_MEGAPIXELS) * 1e6,
    ...(blipDir && { blipDir: resolve(blipDir) }),
    ...(kot5Dir && { kot5Dir: resolve(kot5Dir) }),
    ...(translatorDir && { translatorDir: resolve(translatorDir) }),
    translatorPrefix: prefix === 'none' ? '' : prefix,
    precision: read('PRECISION', VARIABLES.PRECISION),
    device: read('DEVICE', VARIABLES.DEVICE),
  };
  if (problems.length > 0) throw new TalesError('config-invalid', { problems });
  return Object.freeze(config);
}
