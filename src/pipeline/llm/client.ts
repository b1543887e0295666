// Language models behind a service that speaks OpenAI's protocol: a question in, an answer that passed all checks out,
// after at most one repair. What a server does not understand is left out, and remembered while the program runs.
import type { OpenAiConfig } from '../../config.ts';
import { TalesError } from '../../errors.ts';
import type { CallOptions } from '../types.ts';
import { type Abilities, ALL_ABILITIES, both, lessThan, requestFor, type Wish } from './abilities.ts';
import type { Completion } from './completion.ts';
import { answerFormat } from './connection.ts';
import { ServiceFault } from './fault.ts';
import { messagesFor, withFaults } from './messages.ts';
import { createService, type Service, type ServiceOptions } from './service.ts';
import type { LanguageModel, Question } from './types.ts';
import { judge } from './verdict.ts';

const TEMPERATURE = 0.7;

/** One client for all engines of a configuration: what is asked through it shares the limit on requests. */
export const createLanguageModel = (config: OpenAiConfig, options: ServiceOptions = {}): LanguageModel =>
  languageModelOf(createService(config, options));

/** The model that answers, and the variable that names it. */
function modelFor({ pictures = [] }: Pick<Question<unknown>, 'pictures'>, { model, visionModel }: OpenAiConfig) {
  if (pictures.length === 0 || visionModel === model) return { model, variable: 'OPENAI_MODEL' };
  return { model: visionModel, variable: 'OPENAI_VISION_MODEL' };
}

export function languageModelOf(service: Service): LanguageModel {
  const { config } = service;
  const known = new Map<string, Abilities>();

  /** Asks with less each time something is refused, and remembers what was answered. */
  async function complete(name: string, wish: Wish, options: CallOptions): Promise<Completion> {
    const { model } = wish;
    let refused: ServiceFault | undefined;
    let abilities: Abilities | undefined = known.get(model) ?? ALL_ABILITIES;
    while (abilities) {
      const request = requestFor(wish, abilities);
      try {
        const completion = await service.request<Completion>(
          {
            name,
            model,
            send: (connection, signal) => connection.complete(request, signal),
            usageOf: ({ usage }) => usage,
          },
          options,
        );
        known.set(model, both(known.get(model) ?? ALL_ABILITIES, abilities));
        return completion;
      } catch (error) {
        if (!(error instanceof ServiceFault)) throw error;
        // Of all refusals the first is about what was asked.
        refused ??= error;
        const less = lessThan(abilities, request, error);
        if (!less && error.is.status !== 400 && error.is.status !== 422) throw error;
        abilities = less;
      }
    }
    throw refused;
  }

  async function ask<T>(question: Question<T>, options: CallOptions): Promise<T> {
    const { name, seed, longest, temperature = TEMPERATURE } = question;
    const { model } = modelFor(question, config);
    const format = answerFormat(name, question.answer);
    const first = messagesFor(question, format);
    const wish = { model, format, temperature, ...(seed !== undefined && { seed }), ...(longest && { longest }) };
    const said = await complete(name, { ...wish, messages: first }, options);
    const verdict = judge(said, question);
    if ('answer' in verdict) return verdict.answer;
    const unusable = (reason: typeof verdict.reason) => new TalesError('answer-unusable', { model, reason });
    if (verdict.faults.length === 0) throw unusable(verdict.reason);
    const messages = withFaults(first, said.text, verdict.faults);
    const repaired = judge(await complete(`${name}_repair`, { ...wish, messages }, options), question);
    if ('answer' in repaired) return repaired.answer;
    throw unusable(repaired.reason);
  }

  return {
    name: config.model,
    async ask(question, options = {}) {
      const { model, variable } = modelFor(question, config);
      try {
        return await ask(question, options);
      } catch (error) {
        throw service.failure(error, model, variable);
      }
    },
  };
}
