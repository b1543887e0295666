// What the doctor finds of the service that engines ask, and which addresses the program would talk to with this
// configuration: all of them, whatever the program does.
import type { Config, OpenAiConfig } from '../../config.ts';
import type { Finding } from '../../finding.ts';
import { enginesOf } from '../../pipeline/index.ts';
import type { Locale } from '../../story.ts';
import { DOCTOR_WORDING } from './wording.ts';

const OPENAI_HOST = 'api.openai.com';

const hostOf = ({ baseUrl }: OpenAiConfig): string => (baseUrl === undefined ? OPENAI_HOST : new URL(baseUrl).host);
const nameOf = (openai: OpenAiConfig): string => (openai.baseUrl === undefined ? 'OpenAI' : hostOf(openai));

/** Whether anything asks it at all. */
const isAsked = (config: Config): boolean =>
  config.moderation || enginesOf(config).some(({ name }) => name === 'openai');

const isHere = (host: string): boolean => /^(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d+)?$/i.test(host);

export function serviceFindings(config: Config, locale: Locale): readonly Finding[] {
  const words = DOCTOR_WORDING[locale];
  const { openai, moderation } = config;
  const about = { id: 'engine.service', what: words.service } as const;
  const key = (service: OpenAiConfig): string => words.key(service.apiKey !== undefined);
  const service: Finding = !openai
    ? { ...about, state: 'ready', detail: words.noService }
    : isAsked(config)
      ? {
          ...about,
          state: 'ready',
          detail: `${words.serviceUsed(nameOf(openai), openai.model, openai.visionModel)} ${key(openai)}`,
        }
      : { ...about, state: 'absent', detail: `${words.serviceIdle(nameOf(openai))} ${key(openai)}` };
  const check = { id: 'engine.moderation', what: words.moderation } as const;
  return [
    service,
    moderation
      ? { ...check, state: 'ready', detail: words.moderationOn }
      : { ...check, state: 'absent', detail: words.moderationOff, advice: words.moderationAdvice },
  ];
}

/** @param reaches hosts of the chat services. */
export function networkFindings(config: Config, reaches: readonly string[], locale: Locale): readonly Finding[] {
  const words = DOCTOR_WORDING[locale];
  const { openai, downloadHosts, hub, redis } = config;
  const ready = (id: string, what: string, detail: string): Finding => ({ id, state: 'ready', what, detail });
  const host = openai && isAsked(config) ? hostOf(openai) : undefined;
  const store = redis && new URL(redis.url).host;
  const isQuiet = reaches.length === 0 && [host, store].every((each) => each === undefined || isHere(each));
  const about = (hosts: readonly string[], what: string): string =>
    [words.sends(hosts, what), ...(hosts.every(isHere) ? [words.thisComputer] : [])].join(' ');
  return [
    ...(isQuiet ? [ready('network.none', words.nowhere, words.noNetwork)] : []),
    ...(reaches.length > 0 ? [ready('network.platforms', words.toPlatforms, about(reaches, words.talk))] : []),
    ...(reaches.length > 0 && downloadHosts.length > 0
      ? [ready('network.downloads', words.toOthers, about(downloadHosts, words.downloads))]
      : []),
    ...(host !== undefined ? [ready('network.service', words.toService, about([host], words.questions))] : []),
    ...(store !== undefined ? [ready('network.redis', words.toRedis, about([store], words.booksThere))] : []),
    ready('network.hub', words.toHub, words.onlyPulling(new URL(hub.endpoint).host)),
  ];
}
