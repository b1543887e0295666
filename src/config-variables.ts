// Every variable of the environment that this program reads: how its value is read, its default, and what it has to be.
// What the values mean together is in `config.ts`.
import { homedir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import type { ConfigProblem, Expectation } from './errors.ts';
import { LOG_LEVELS } from './log.ts';
import { LOCALES } from './story.ts';

export const THREAD_PRIVACIES = ['private', 'public'] as const;
export type ThreadPrivacy = (typeof THREAD_PRIVACIES)[number];

export const SLACK_MODES = ['socket', 'http'] as const;

export const PRECISIONS = ['fp32', 'int8'] as const;
export type Precision = (typeof PRECISIONS)[number];

/**
 * `auto` takes a CUDA card whose libraries were installed on purpose, else the processor. `webgpu` has to be asked
 * for: a step's cache travels to the card, so that a weak card is slower than the processor.
 */
export const DEVICE_CHOICES = ['auto', 'cpu', 'webgpu', 'cuda'] as const;
export type DeviceChoice = (typeof DEVICE_CHOICES)[number];

/** What can be chosen for each seam of the thinking room; `auto` takes the best that is set up. */
export const ENGINES = {
  captioner: ['auto', 'none', 'blip', 'openai'],
  translator: ['auto', 'none', 't5', 'openai'],
  keywords: ['auto', 'local', 'openai'],
  storyteller: ['auto', 'frames', 'kot5', 'kogpt2', 'openai'],
} as const;
export type Seam = keyof typeof ENGINES;
export type EngineChoices = { readonly [S in Seam]: (typeof ENGINES)[S][number] };

export type Environment = Readonly<Record<string, string | undefined>>;

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

const TEXT: Expectation = { kind: 'text', most: 1000 };
const text = variable(z.string().max(1000), '', TEXT);
const list = variable(
  z.string().transform((given) => given.split(/[\s,]+/).filter(Boolean)),
  '',
  TEXT,
);
const addressLike = (example: string): Expectation => ({ kind: 'address', example });
/** Absent when blank. */
const address = (example: string) =>
  variable(
    z.union([z.literal('').transform(() => undefined), z.url({ protocol: /^https?$/ })]),
    '',
    addressLike(example),
  );
const port = (fallback: string) =>
  variable(z.coerce.number().int().min(0).max(65_535), fallback, { kind: 'number', least: 0, most: 65_535 });

const FOLDER: Expectation = { kind: 'folder' };
const choice = (values: readonly string[]): Expectation => ({ kind: 'choice', values });

const ON_OFF = ['on', 'off'] as const;
const engine = <T extends string>(engines: readonly ('auto' | T)[]) =>
  variable(z.enum(engines), 'auto', choice(engines));

const VARIABLES = {
  DATA_DIR: variable(z.string(), join(homedir(), '.talesrunner'), FOLDER),
  BOOK_LOCALE: variable(z.enum(LOCALES), 'ko', choice(LOCALES)),
  LOG_LEVEL: variable(z.enum(LOG_LEVELS), 'warn', choice(LOG_LEVELS)),
  MAX_PICTURE_MB: variable(number(1, 200), '40', { kind: 'number', least: 1, most: 200 }),
  MAX_PICTURE_MEGAPIXELS: variable(number(1, 200), '60', { kind: 'number', least: 1, most: 200 }),
  BLIP_DIR: variable(z.string(), '', FOLDER),
  KOT5_DIR: variable(z.string(), '', FOLDER),
  KOGPT2_DIR: variable(z.string(), '', FOLDER),
  TRANSLATOR_DIR: variable(z.string(), '', FOLDER),
  TRANSLATOR_PREFIX: variable(z.string(), 'translate English to Korean:', { kind: 'text', most: 1000 }),
  CAPTIONER: engine(ENGINES.captioner),
  TRANSLATOR: engine(ENGINES.translator),
  KEYWORDS: engine(ENGINES.keywords),
  STORYTELLER: engine(ENGINES.storyteller),
  PRECISION: variable(z.enum(PRECISIONS), 'fp32', choice(PRECISIONS)),
  DEVICE: variable(z.enum(DEVICE_CHOICES), 'auto', choice(DEVICE_CHOICES)),
  OPENAI_API_KEY: text,
  OPENAI_BASE_URL: address('http://127.0.0.1:11434/v1'),
  OPENAI_MODEL: variable(z.string().max(200), 'gpt-4o', { kind: 'text', most: 200 }),
  OPENAI_VISION_MODEL: variable(z.string().max(200), '', { kind: 'text', most: 200 }),
  OPENAI_TIMEOUT: variable(number(1, 3600), '120', { kind: 'number', least: 1, most: 3600 }),
  OPENAI_CONCURRENCY: variable(number(1, 64).int(), '4', { kind: 'number', least: 1, most: 64 }),
  MODERATION: variable(z.enum(ON_OFF), 'off', choice(ON_OFF)),
  HF_ENDPOINT: variable(
    z.url({ protocol: /^https?$/ }),
    'https://huggingface.co',
    addressLike('https://huggingface.co'),
  ),
  HF_HOME: variable(z.string(), join(homedir(), '.cache', 'huggingface'), FOLDER),
  HF_TOKEN: text,
  RETENTION_DAYS: variable(number(1, 3650).int(), '30', { kind: 'number', least: 1, most: 3650 }),
  KEYV_URL: variable(z.string().regex(/^(sqlite:\/\/.+)?$/), '', {
    kind: 'address',
    example: 'sqlite://books/sessions.sqlite',
  }),
  REDIS_URL: variable(
    z.union([z.literal(''), z.url({ protocol: /^rediss?$/ })]),
    '',
    addressLike('redis://127.0.0.1:6379'),
  ),
  WORKERS: variable(number(0, 16).int(), '1', { kind: 'number', least: 0, most: 16 }),
  WEB: variable(z.enum(ON_OFF), 'on', choice(ON_OFF)),
  WEB_HOST: variable(z.string(), '127.0.0.1', TEXT),
  WEB_PORT: port('3210'),
  WEB_CODE: variable(z.string().regex(/^(.{4,100})?$/), '', { kind: 'text', least: 4, most: 100 }),
  WEB_TEACHER_CODE: variable(z.string().regex(/^(.{4,100})?$/), '', { kind: 'text', least: 4, most: 100 }),
  DISCORD_TOKEN: text,
  DISCORD_APP_ID: variable(z.string().regex(/^\d*$/), '', { kind: 'id', example: '123456789012345678' }),
  DISCORD_API_URL: address('http://127.0.0.1:8080/api'),
  DISCORD_THREADS: variable(z.enum(THREAD_PRIVACIES), 'private', choice(THREAD_PRIVACIES)),
  DISCORD_TEACHER_ROLES: list,
  SLACK_BOT_TOKEN: text,
  SLACK_MODE: variable(z.enum(SLACK_MODES), 'socket', choice(SLACK_MODES)),
  SLACK_APP_TOKEN: text,
  SLACK_SIGNING_SECRET: text,
  SLACK_PORT: port('3000'),
  SLACK_CLIENT_ID: text,
  SLACK_CLIENT_SECRET: text,
  SLACK_STATE_SECRET: text,
  SLACK_API_URL: address('http://127.0.0.1:8080/api'),
  SLACK_TEACHERS: list,
  DOWNLOAD_HOSTS: list,
} as const;

/** Every variable this program reads. */
export const VARIABLE_NAMES = Object.keys(VARIABLES) as readonly (keyof typeof VARIABLES)[];

type Variables = typeof VARIABLES;
export type Values = { readonly [N in keyof Variables]: Variables[N] extends Variable<infer T> ? T : never };

/** Each fault is added to `problems`; its variable then has its default. */
export function readValues(environment: Environment, problems: ConfigProblem[]): Values {
  const read = ([name, { schema, fallback, expected }]: [string, Variable<unknown>]): [string, unknown] => {
    const given = environment[name]?.trim();
    const parsed = schema.safeParse(given || fallback);
    // An address may hold a password, also one that cannot be used.
    const shown = given?.replace(/\/\/[^@]*@/, '//…@') ?? '';
    if (!parsed.success) problems.push({ variable: name, value: shown, expected });
    return [name, parsed.success ? parsed.data : schema.parse(fallback)];
  };
  return Object.fromEntries(Object.entries<Variable<unknown>>(VARIABLES).map(read)) as Values;
}
