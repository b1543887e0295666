// What a configuration means for people's data: who gets what, where it lies and for how long. Pure; the sentences are in
// `wording-ko.ts` and `wording-en.ts`, and say nothing that is not here or true of every installation.
import type { Config } from '../../config.ts';
import { enginesOf, serviceName } from '../../pipeline/index.ts';
import { shownAddress } from '../../redis.ts';
import { type ClassFacts, classFacts, configIn, type KeptClasses, type Moderation, moderationOf } from './classes.ts';

/** What is sent to a service of language models. */
export type Sent = 'pictures' | 'captions' | 'words' | 'checked-words';

export interface PrivacyFacts {
  readonly dataDir: string;
  readonly storeFile: string;
  /** Absent: everything lies on this computer. Without a password. */
  readonly redis?: string;
  readonly retentionDays: number;
  /** The local page; `open` where other computers reach it, `code` where a word of entry is asked. */
  readonly web?: { readonly open: boolean; readonly code: boolean };
  readonly chats: readonly ('Discord' | 'Slack')[];
  /** Whether Discord threads can be seen by the whole channel. */
  readonly publicThreads: boolean;
  readonly service?: {
    readonly name: string;
    /** On this computer itself. */
    readonly isHere: boolean;
    readonly sent: readonly Sent[];
  };
  /** Names of engines, seam by seam. */
  readonly engines: Readonly<Record<string, string>>;
  /** Whether a neural network may write or describe anything here. */
  readonly usesModel: boolean;
  /** Of books outside of classes. */
  readonly moderation: Moderation;
  readonly classes: readonly ClassFacts[] | 'unreadable';
  readonly hub: string;
  readonly logLevel: string;
}

/** Of accounts in South Korea, as the services' pages said in 2026. */
export const LEAST_AGE = { Discord: 14, Slack: 16 } as const;

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/i;

const enginesIn = (config: Config): Readonly<Record<string, string>> =>
  Object.fromEntries(enginesOf(config).map(({ seam, name }) => [seam, name]));

function sentTo(config: Config): readonly Sent[] {
  const { openai } = config;
  const engines = enginesIn(config);
  if (!openai) return [];
  const asks = (seam: string): boolean => engines[seam] === 'openai';
  // Where a Korean model is there and nobody chose, books in English go to the service.
  const english = config.engines.storyteller === 'auto' && engines['storyteller'] === 'kot5';
  return [
    ...(asks('captioner') ? (['pictures'] as const) : []),
    ...(asks('translator') ? (['captions'] as const) : []),
    ...(asks('keywords') || asks('storyteller') || english ? (['words'] as const) : []),
    ...(config.moderation ? (['checked-words'] as const) : []),
  ];
}

const MODELS: readonly string[] = ['blip', 't5', 'kot5', 'kogpt2', 'openai'];

/** All that is sent for any book: a class may have words looked at where the configuration does not. */
function sentForAny(config: Config, classes: KeptClasses): readonly Sent[] {
  const inClasses =
    classes === 'unreadable'
      ? [{ ...config, moderation: true }]
      : classes.map(({ settings }) => configIn(config, settings));
  return [...new Set([config, ...inClasses].flatMap(sentTo))];
}

/** Whether anything is, or may be, otherwise for some books than the configuration says. */
export const hasClasses = ({ classes }: Pick<PrivacyFacts, 'classes'>): boolean =>
  classes === 'unreadable' || classes.length > 0;

export function privacyFacts(config: Config, classes: KeptClasses): PrivacyFacts {
  const { dataDir, storeFile, retentionDays, redis, web, discord, slack, openai, hub, logLevel } = config;
  const engines = enginesIn(config);
  const sent = sentForAny(config, classes);
  const host = openai?.baseUrl === undefined ? '' : new URL(openai.baseUrl).hostname;
  const open = web !== undefined && !LOOPBACK.test(web.host);
  return {
    ...{ dataDir, storeFile, retentionDays, engines, logLevel },
    ...(redis && { redis: shownAddress(redis.url) }),
    ...(web && { web: { open, code: open || web.code !== undefined } }),
    chats: [...(discord ? (['Discord'] as const) : []), ...(slack ? (['Slack'] as const) : [])],
    publicThreads: discord?.threads === 'public',
    ...(openai && sent.length > 0 && { service: { name: serviceName(openai), isHere: LOOPBACK.test(host), sent } }),
    usesModel: Object.values(engines).some((name) => MODELS.includes(name)) || sent.includes('words'),
    moderation: moderationOf(config),
    classes: classes === 'unreadable' ? classes : classes.map((kept) => classFacts(kept, config)),
    hub: new URL(hub.endpoint).host,
  };
}
