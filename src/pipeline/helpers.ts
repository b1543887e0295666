// The backends that work through a language model behind a service: one client for all of them, made from a configuration.
import type { Config, OpenAiConfig } from '../config.ts';
import { TalesError } from '../errors.ts';
import { createLog } from '../log.ts';
import { createOpenAiCaptioner } from './captioner/openai.ts';
import { createLocalSuggester } from './keywords/local.ts';
import { createOpenAiSuggester } from './keywords/openai.ts';
import { createSuggesterWithFallback } from './keywords/with-fallback.ts';
import { languageModelOf } from './llm/client.ts';
import { createService } from './llm/service.ts';
import { openOpenAiModerator } from './moderator/openai.ts';
import { createOpenAiStoryteller } from './storyteller/openai.ts';
import { createOpenAiTranslator } from './translator/openai.ts';
import type { Captioner, KeywordSuggester, Moderator, Storyteller, Translator } from './types.ts';

/** @throws TalesError `engine-unconfigured`. */
function serviceOf({ openai }: Config): OpenAiConfig {
  if (openai) return openai;
  throw new TalesError('engine-unconfigured', { engine: 'openai', variables: ['OPENAI_API_KEY', 'OPENAI_BASE_URL'] });
}

function clientFor(openai: OpenAiConfig, config: Config) {
  const log = createLog(config.logLevel).child({ service: 'openai' });
  const service = createService(openai, { log });
  return { openai, log, service, model: languageModelOf(service) };
}

/**
 * All engines that ask a service share their client, and with it the limit on requests and what it knows of the server;
 * so do those of a configuration and of what the rules of classrooms leave of it.
 */
const clients = new WeakMap<OpenAiConfig, ReturnType<typeof clientFor>>();

function clientOf(config: Config): ReturnType<typeof clientFor> {
  const openai = serviceOf(config);
  const client = clients.get(openai) ?? clientFor(openai, config);
  clients.set(openai, client);
  return client;
}

/** @throws TalesError `engine-unconfigured`, as all of these. */
export async function openAiCaptioner(config: Config): Promise<Captioner> {
  const { model, openai } = clientOf(config);
  return createOpenAiCaptioner(model, { engine: openai.visionModel });
}

export async function openAiTranslator(config: Config): Promise<Translator> {
  return createOpenAiTranslator(clientOf(config).model);
}

/** Without the service, words are suggested from what is there, with a note. */
export async function openAiSuggester(config: Config): Promise<KeywordSuggester> {
  const { model, log } = clientOf(config);
  return createSuggesterWithFallback({ wanted: createOpenAiSuggester(model), instead: createLocalSuggester(), log });
}

export async function openAiStoryteller(config: Config): Promise<Storyteller> {
  return createOpenAiStoryteller(clientOf(config).model);
}

/** Nothing where the service has no endpoint for it. @throws TalesError where that cannot be found out. */
export const openAiModerator = async (config: Config): Promise<Moderator | undefined> =>
  openOpenAiModerator(clientOf(config).service);
