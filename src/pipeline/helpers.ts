// The backends that work through a language model behind a service: one client for all of them, made from a configuration.
import type { Config, OpenAiConfig } from '../config.ts';
import { TalesError } from '../errors.ts';
import type { Captioner, KeywordSuggester, Moderator, Storyteller, Translator } from './types.ts';

/** @throws TalesError `engine-unconfigured`. */
function serviceOf({ openai }: Config): OpenAiConfig {
  if (openai) return openai;
  throw new TalesError('engine-unconfigured', { engine: 'openai', variables: ['OPENAI_API_KEY', 'OPENAI_BASE_URL'] });
}

export async function openAiCaptioner(config: Config): Promise<Captioner> {
  throw new Error(`not built yet: ${serviceOf(config).model}`);
}
export async function openAiTranslator(config: Config): Promise<Translator> {
  throw new Error(`not built yet: ${serviceOf(config).model}`);
}
export async function openAiSuggester(config: Config): Promise<KeywordSuggester> {
  throw new Error(`not built yet: ${serviceOf(config).model}`);
}
export async function openAiStoryteller(config: Config): Promise<Storyteller> {
  throw new Error(`not built yet: ${serviceOf(config).model}`);
}
/** @returns nothing where the service has no such endpoint. */
export async function openAiModerator(config: Config): Promise<Moderator | undefined> {
  throw new Error(`not built yet: ${serviceOf(config).model}`);
}
