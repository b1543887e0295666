// Environment → frozen Config. One table names every variable, so `.env.example` and the README can be held to it;
// every fault is reported at once, by variable name.
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { type ConfigProblem, type Expectation, TalesError } from './errors.ts';
import { LOG_LEVELS, type LogLevel } from './log.ts';
import { LOCALES, type Locale } from './story.ts';

/** Present when its token is set. */
export interface DiscordConfig {
  readonly token: string;
  /** Absent: the service names it. */
  readonly applicationId?: string;
  /** Absent: the real service. */
  readonly apiUrl?: string;
  readonly threads: ThreadPrivacy;
  /** Ids of roles whose members are teachers, besides those who may manage the server. */
  readonly teacherRoles: readonly string[];
}

export const THREAD_PRIVACIES = ['private', 'public'] as const;
export type ThreadPrivacy = (typeof THREAD_PRIVACIES)[number];

export const SLACK_MODES = ['socket', 'http'] as const;
/** How events come: over a connection that this program opens, or to a port of it. */
export type SlackWay =
  /** The port is opened only where people install the bot themselves. */
  | { readonly mode: 'socket'; readonly appToken: string; readonly port: number }
  | { readonly mode: 'http'; readonly signingSecret: string; readonly port: number };

/** One workspace's token, or what is needed to be installed in many. */
export type SlackAccess =
  | { readonly kind: 'token'; readonly botToken: string }
  | {
      readonly kind: 'install';
      readonly clientId: string;
      readonly clientSecret: string;
      readonly stateSecret: string;
    };

/** Present when its tokens are set. */
export interface SlackConfig {
  readonly way: SlackWay;
  readonly access: SlackAccess;
  /** Absent: the real service. */
  readonly apiUrl?: string;
  /** Ids of people who are teachers, besides the workspace's administrators. */
  readonly teachers: readonly string[];
}

export interface WebConfig {
  readonly host: string;
  /** 0 takes any that is free. */
  readonly port: number;
  /** What a visitor has to know; absent: nothing on this computer alone, else made anew at each start. */
  readonly code?: string;
}

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
  /** How long a book in the making is kept after its last change, in days. */
  readonly retentionDays: number;
  /** The database file of sessions. Absolute. */
  readonly storeFile: string;
  /** Hosts that pictures may be fetched from, besides the chat services' own; `host` or `host:port`. */
  readonly downloadHosts: readonly string[];
  readonly discord?: DiscordConfig;
  readonly slack?: SlackConfig;
  /** The local page; absent when it is switched off. */
  readonly web?: WebConfig;
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

const TEXT: Expectation = { kind: 'text', most: 1000 };
const text = variable(z.string().max(1000), '', TEXT);
const list = variable(
  z.string().transform((given) => given.split(/[\s,]+/).filter(Boolean)),
  '',
  TEXT,
);
/** Absent when blank. */
const address = variable(z.union([z.literal('').transform(() => undefined), z.url({ protocol: /^https?$/ })]), '', {
  kind: 'address',
  example: 'http://127.0.0.1:8080/api',
});
const port = (fallback: string) =>
  variable(z.coerce.number().int().min(0).max(65_535), fallback, { kind: 'number', least: 0, most: 65_535 });

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
  RETENTION_DAYS: variable(number(1, 3650).int(), '30', { kind: 'number', least: 1, most: 3650 }),
  KEYV_URL: variable(z.string().regex(/^(sqlite:\/\/.+)?$/), '', {
    kind: 'address',
    example: 'sqlite://books/sessions.sqlite',
  }),
  WEB: variable(z.enum(['on', 'off']), 'on', choice(['on', 'off'])),
  WEB_HOST: variable(z.string(), '127.0.0.1', TEXT),
  WEB_PORT: port('3210'),
  WEB_CODE: variable(z.string().regex(/^(.{4,100})?$/), '', { kind: 'text', least: 4, most: 100 }),
  DISCORD_TOKEN: text,
  DISCORD_APP_ID: variable(z.string().regex(/^\d*$/), '', { kind: 'id', example: '123456789012345678' }),
  DISCORD_API_URL: address,
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
  SLACK_API_URL: address,
  SLACK_TEACHERS: list,
  DOWNLOAD_HOSTS: list,
} as const;

/** Where bytes are kept below the data folder; the talking and the thinking process share it. */
export const blobFolderOf = ({ dataDir }: Pick<Config, 'dataDir'>): string => join(dataDir, 'blobs');

/** Every variable this program reads. */
export const VARIABLE_NAMES = Object.keys(VARIABLES) as readonly (keyof typeof VARIABLES)[];

/** What the process that does the work may know of an environment: nothing that opens a door to a chat service. */
export const withoutDoors = (environment: Environment): Environment =>
  Object.fromEntries(Object.entries(environment).filter(([name]) => !/^(DISCORD|SLACK|WEB)(_|$)/.test(name)));

type Variables = typeof VARIABLES;
type Values = { readonly [N in keyof Variables]: Variables[N] extends Variable<infer T> ? T : never };

function readValues(environment: Environment, problems: ConfigProblem[]): Values {
  const read = ([name, { schema, fallback, expected }]: [string, Variable<unknown>]): [string, unknown] => {
    const given = environment[name]?.trim();
    const parsed = schema.safeParse(given || fallback);
    if (!parsed.success) problems.push({ variable: name, value: given ?? '', expected });
    return [name, parsed.success ? parsed.data : schema.parse(fallback)];
  };
  return Object.fromEntries(Object.entries<Variable<unknown>>(VARIABLES).map(read)) as Values;
}

function discordOf(values: Values): DiscordConfig | undefined {
  if (!values.DISCORD_TOKEN) return undefined;
  return {
    token: values.DISCORD_TOKEN,
    threads: values.DISCORD_THREADS,
    teacherRoles: values.DISCORD_TEACHER_ROLES,
    ...(values.DISCORD_APP_ID && { applicationId: values.DISCORD_APP_ID }),
    ...(values.DISCORD_API_URL !== undefined && { apiUrl: values.DISCORD_API_URL }),
  };
}

/** What Slack needs is judged together: half of it is a mistake that nobody would find. */
function slackOf(values: Values, problems: ConfigProblem[]): SlackConfig | undefined {
  const { SLACK_BOT_TOKEN: botToken, SLACK_CLIENT_ID: clientId } = values;
  const isWanted = Boolean(botToken || clientId || values.SLACK_APP_TOKEN || values.SLACK_SIGNING_SECRET);
  if (!isWanted) return undefined;
  const needs = (variable: keyof Values, setting: string): void => {
    if (!values[variable]) problems.push({ variable, value: '', expected: { kind: 'needed-by', setting } });
  };
  const mode = values.SLACK_MODE;
  const way = `SLACK_MODE=${mode}`;
  if (clientId) {
    needs('SLACK_CLIENT_SECRET', 'SLACK_CLIENT_ID');
    needs('SLACK_STATE_SECRET', 'SLACK_CLIENT_ID');
  } else {
    needs('SLACK_BOT_TOKEN', way);
  }
  needs(mode === 'socket' ? 'SLACK_APP_TOKEN' : 'SLACK_SIGNING_SECRET', way);
  return {
    way:
      mode === 'socket'
        ? { mode, appToken: values.SLACK_APP_TOKEN, port: values.SLACK_PORT }
        : { mode, signingSecret: values.SLACK_SIGNING_SECRET, port: values.SLACK_PORT },
    access: clientId
      ? { kind: 'install', clientId, clientSecret: values.SLACK_CLIENT_SECRET, stateSecret: values.SLACK_STATE_SECRET }
      : { kind: 'token', botToken },
    teachers: values.SLACK_TEACHERS,
    ...(values.SLACK_API_URL !== undefined && { apiUrl: values.SLACK_API_URL }),
  };
}

/**
 * Reads the environment. An absent or blank variable takes its default.
 * @throws TalesError `config-invalid` naming every variable whose value cannot be used.
 */
export function readConfig(environment: Environment): Config {
  const problems: ConfigProblem[] = [];
  const values = readValues(environment, problems);
  const discord = discordOf(values);
  const slack = slackOf(values, problems);
  const dataDir = resolve(values.DATA_DIR);
  const { BLIP_DIR: blip, KOT5_DIR: kot5, TRANSLATOR_DIR: translator, WEB_CODE: code } = values;
  const config: Config = {
    dataDir,
    locale: values.BOOK_LOCALE,
    logLevel: values.LOG_LEVEL,
    maxPictureBytes: values.MAX_PICTURE_MB * 1024 * 1024,
    maxPicturePixels: values.MAX_PICTURE_MEGAPIXELS * 1e6,
    ...(blip && { blipDir: resolve(blip) }),
    ...(kot5 && { kot5Dir: resolve(kot5) }),
    ...(translator && { translatorDir: resolve(translator) }),
    translatorPrefix: values.TRANSLATOR_PREFIX === 'none' ? '' : values.TRANSLATOR_PREFIX,
    precision: values.PRECISION,
    device: values.DEVICE,
    retentionDays: values.RETENTION_DAYS,
    storeFile: values.KEYV_URL ? resolve(values.KEYV_URL.slice('sqlite://'.length)) : join(dataDir, 'sessions.sqlite'),
    downloadHosts: values.DOWNLOAD_HOSTS,
    ...(discord && { discord }),
    ...(slack && { slack }),
    ...(values.WEB === 'on' && { web: { host: values.WEB_HOST, port: values.WEB_PORT, ...(code && { code }) } }),
  };
  if (problems.length > 0) throw new TalesError('config-invalid', { problems });
  return Object.freeze(config);
}
