// Environment → frozen Config. One table names every variable (`config-variables.ts`), so `.env.example` and the README
// can be held to it; every fault is reported at once, by variable name.
import { join, resolve } from 'node:path';
import {
  type DeviceChoice,
  type EngineChoices,
  type Environment,
  type Precision,
  readValues,
  type ThreadPrivacy,
  type Values,
} from './config-variables.ts';
import { type ConfigProblem, TalesError } from './errors.ts';
import type { LogLevel } from './log.ts';
import type { Locale } from './story.ts';

export {
  type DeviceChoice,
  ENGINES,
  type EngineChoices,
  type Precision,
  type Seam,
  type ThreadPrivacy,
  VARIABLE_NAMES,
} from './config-variables.ts';

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

/** A server that speaks OpenAI's protocol, OpenAI's own or another. Present when a key or an address is set. */
export interface OpenAiConfig {
  /** Absent: the server asks for none. */
  readonly apiKey?: string;
  /** Absent: OpenAI's own. */
  readonly baseUrl?: string;
  readonly model: string;
  /** Looks at pictures. */
  readonly visionModel: string;
  /** How long one answer may take, in seconds. */
  readonly timeout: number;
  /** How many questions may be under way at once. */
  readonly concurrency: number;
}

/** Where models are fetched from, and where everything that speaks to that hub keeps them. */
export interface HubConfig {
  readonly endpoint: string;
  /** Absolute. */
  readonly home: string;
  readonly token?: string;
}

/** A server that sessions, bytes and jobs go through, so that several processes share them. */
export interface RedisConfig {
  /** May hold a password. */
  readonly url: string;
}

export interface WebConfig {
  readonly host: string;
  /** 0 takes any that is free. */
  readonly port: number;
  /** What a visitor has to know; absent: nothing on this computer alone, else made anew at each start. */
  readonly code?: string;
  /** What a teacher has to know to lead the class there; absent: made anew at each start. */
  readonly teacherCode?: string;
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
  /** Checkpoint folder of a KoGPT2 fine-tuned for stories, to compare with. */
  readonly kogpt2Dir?: string;
  /** Checkpoint folder of an English to Korean T5. */
  readonly translatorDir?: string;
  /** What that T5 was trained to see before the text; empty for nothing. */
  readonly translatorPrefix: string;
  readonly engines: EngineChoices;
  /** `fp32` computes to the token what the reference computes; `int8` several times faster, and not exactly the same. */
  readonly precision: Precision;
  /** What computes the models; where it cannot, the processor does. */
  readonly device: DeviceChoice;
  readonly openai?: OpenAiConfig;
  /** Whether words that are not fit for children are looked for, in what people write and in what engines write. */
  readonly moderation: boolean;
  readonly hub: HubConfig;
  /** How long a book in the making is kept after its last change, in days. */
  readonly retentionDays: number;
  /** The database file of sessions. Absolute. Not used beside `redis`. */
  readonly storeFile: string;
  /** Absent: everything is kept below the data folder. */
  readonly redis?: RedisConfig;
  /** How many worker processes the talking process starts. Others than 1 with `redis` alone. */
  readonly workers: number;
  /** Hosts that pictures may be fetched from, besides the chat services' own; `host` or `host:port`. */
  readonly downloadHosts: readonly string[];
  readonly discord?: DiscordConfig;
  readonly slack?: SlackConfig;
  /** The local page; absent when it is switched off. */
  readonly web?: WebConfig;
}

/** Where bytes are kept below the data folder; the talking and the thinking process share it. */
export const blobFolderOf = ({ dataDir }: Pick<Config, 'dataDir'>): string => join(dataDir, 'blobs');

/** What the process that does the work may know of an environment: nothing that opens a door to a chat service. */
export const withoutDoors = (environment: Environment): Environment =>
  Object.fromEntries(
    Object.entries(environment).filter(([name]) => !/^(DISCORD|SLACK|WEB)(_|$)|^HF_TOKEN$/.test(name)),
  );

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

function redisOf(values: Values, problems: ConfigProblem[]): RedisConfig | undefined {
  const { REDIS_URL: url, WORKERS: workers, KEYV_URL: database } = values;
  const setting = 'REDIS_URL';
  if (url && database)
    problems.push({ variable: 'KEYV_URL', value: database, expected: { kind: 'not-with', setting } });
  if (!url && workers !== 1) {
    problems.push({ variable: 'WORKERS', value: String(workers), expected: { kind: 'only-with', setting } });
  }
  return url ? { url } : undefined;
}

function openAiOf(values: Values): OpenAiConfig | undefined {
  const { OPENAI_API_KEY: apiKey, OPENAI_BASE_URL: baseUrl, OPENAI_MODEL: model } = values;
  if (!apiKey && baseUrl === undefined) return undefined;
  return {
    model,
    visionModel: values.OPENAI_VISION_MODEL || model,
    timeout: values.OPENAI_TIMEOUT,
    concurrency: values.OPENAI_CONCURRENCY,
    ...(apiKey && { apiKey }),
    ...(baseUrl !== undefined && { baseUrl }),
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
  const openai = openAiOf(values);
  const redis = redisOf(values, problems);
  const dataDir = resolve(values.DATA_DIR);
  const { BLIP_DIR: blip, KOT5_DIR: kot5, KOGPT2_DIR: kogpt2, TRANSLATOR_DIR: translator } = values;
  const { WEB_CODE: code, WEB_TEACHER_CODE: teacherCode } = values;
  const config: Config = {
    dataDir,
    locale: values.BOOK_LOCALE,
    logLevel: values.LOG_LEVEL,
    maxPictureBytes: values.MAX_PICTURE_MB * 1024 * 1024,
    maxPicturePixels: values.MAX_PICTURE_MEGAPIXELS * 1e6,
    ...(blip && { blipDir: resolve(blip) }),
    ...(kot5 && { kot5Dir: resolve(kot5) }),
    ...(kogpt2 && { kogpt2Dir: resolve(kogpt2) }),
    ...(translator && { translatorDir: resolve(translator) }),
    translatorPrefix: values.TRANSLATOR_PREFIX === 'none' ? '' : values.TRANSLATOR_PREFIX,
    engines: {
      captioner: values.CAPTIONER,
      translator: values.TRANSLATOR,
      keywords: values.KEYWORDS,
      storyteller: values.STORYTELLER,
    },
    precision: values.PRECISION,
    device: values.DEVICE,
    ...(openai && { openai }),
    moderation: values.MODERATION === 'on',
    hub: {
      endpoint: values.HF_ENDPOINT.replace(/\/+$/, ''),
      home: resolve(values.HF_HOME),
      ...(values.HF_TOKEN && { token: values.HF_TOKEN }),
    },
    retentionDays: values.RETENTION_DAYS,
    storeFile: values.KEYV_URL ? resolve(values.KEYV_URL.slice('sqlite://'.length)) : join(dataDir, 'sessions.sqlite'),
    ...(redis && { redis }),
    workers: values.WORKERS,
    downloadHosts: values.DOWNLOAD_HOSTS,
    ...(discord && { discord }),
    ...(slack && { slack }),
    ...(values.WEB === 'on' && {
      web: { host: values.WEB_HOST, port: values.WEB_PORT, ...(code && { code }), ...(teacherCode && { teacherCode }) },
    }),
  };
  if (problems.length > 0) throw new TalesError('config-invalid', { problems });
  return Object.freeze(config);
}
