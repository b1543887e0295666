// The talking room's door, and the tables of platforms: which of them a configuration starts, and how each is examined
// before. A new platform is one folder and one line in each.
import type { Blobs } from '../blobs.ts';
import type { Config, EngineChoices } from '../config.ts';
import type { Log } from '../log.ts';
import type { Stores } from '../store.ts';
import type { Locale } from '../story.ts';
import type { Examine, Examined, ExamineOptions } from './examination.ts';
import type { Forget, Forgetting } from './forgetting.ts';
import type { Platform } from './types.ts';

export { keptForClass } from './classroom/bytes.ts';
export type { ClassBook, Classroom } from './classroom/facts.ts';
export { goesAt, rulesOf } from './classroom/rules.ts';
export { readClassroom } from './classroom/stored.ts';
export { keptFor } from './conversation/pictures.ts';
export type { Session } from './conversation/session.ts';
export { readSession } from './conversation/stored.ts';
export type { Examined, ExamineOptions } from './examination.ts';
export { type Forgotten, forgetBook } from './forget-book.ts';
export { type Holding, holdingsOf } from './holdings.ts';
export { createHost, type Host, type HostOptions } from './host.ts';
export type { Platform } from './types.ts';

/** What describes pictures here, for pages that say so. */
export interface Captioning {
  /** `none`: people do. */
  readonly engine: EngineName;
  /** How a model could be had, where none was chosen and none is there: a command to type, and about how many bytes it fetches. */
  readonly offer?: { readonly command: string; readonly size: number };
}

type EngineName = Exclude<EngineChoices['captioner'], 'auto'>;

/** What a platform is made from. */
export interface PlatformTools {
  readonly config: Config;
  readonly blobs: Pick<Blobs, 'get'>;
  /** For what a platform itself has to remember. */
  readonly stores: Pick<Stores, 'open'>;
  readonly log: Log;
  /** Tells whoever started the program something, such as an address. */
  readonly announce: (line: string) => void;
  /** The language of whoever started the program. */
  readonly locale: Locale;
  readonly captioning: Captioning;
}

/** `undefined` where the configuration does not ask for the platform. Heavy packages load here. */
type Make = (tools: PlatformTools) => Promise<Platform | undefined>;

const PLATFORMS: Readonly<Record<string, Make>> = {
  discord: async (tools) =>
    tools.config.discord && (await import('./discord/platform.ts')).createDiscordPlatform(tools),
  slack: async (tools) => {
    const { slack } = tools.config;
    return slack && (await import('./slack/platform.ts')).createSlack(tools, slack);
  },
  web: async (tools) =>
    tools.config.web && (await import('./web/platform.ts')).createWebPlatform({ ...tools, web: tools.config.web }),
};

/** The platforms that the configuration asks for. */
export async function choosePlatforms(tools: PlatformTools): Promise<readonly Platform[]> {
  const made = await Promise.all(Object.values(PLATFORMS).map((make) => make(tools)));
  return made.filter((platform) => platform !== undefined);
}

const EXAMINERS: Readonly<Record<string, () => Promise<Examine>>> = {
  web: async () => (await import('./web/examine.ts')).examineWeb,
  discord: async () => (await import('./discord/examine.ts')).examineDiscord,
  slack: async () => (await import('./slack/examine.ts')).examineSlack,
};

/** How long a service may take to answer all that it is asked, in milliseconds. */
const EXAMINED_WITHIN = 10_000;

/** Tries what a configuration says of every platform, all at once, without starting any. */
export const examinePlatforms = (config: Config, options: ExamineOptions): Promise<readonly Examined[]> =>
  Promise.all(
    Object.values(EXAMINERS).map(async (load) => {
      const examine = await load();
      return examine(config, {
        ...options,
        signal: AbortSignal.any([options.signal, AbortSignal.timeout(EXAMINED_WITHIN)]),
      });
    }),
  );

/** What platforms remember beside sessions. */
const FORGETTERS: Readonly<Record<string, (ttl: number) => Promise<Forget>>> = {
  discord: async () => (await import('./discord/forgetting.ts')).forgetDiscord,
  slack: async (ttl) => (await import('./slack/forgetting.ts')).forgetSlack(ttl),
  web: async () => (await import('./web/forgetting.ts')).forgetWeb,
};

const DAY = 24 * 60 * 60 * 1000;

export interface ForgettingThreads extends Pick<Forgetting, 'stores'> {
  readonly isKnown: (platform: string, thread: string) => boolean;
  readonly retentionDays: number;
}

/** Platforms forget threads without a session, also those that are not started now. */
export async function forgetThreads({ stores, isKnown, retentionDays }: ForgettingThreads): Promise<void> {
  for (const [platform, load] of Object.entries(FORGETTERS)) {
    const forget = await load(retentionDays * DAY);
    await forget({ stores, isKnown: (thread) => isKnown(platform, thread) });
  }
}
