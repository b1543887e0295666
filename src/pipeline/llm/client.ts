// Language models behind a service that speaks OpenAI's protocol: a question in, an answer that passed all checks out,
// after at most one repair.
import type { OpenAiConfig } from '../../config.ts';
import { TalesError } from '../../errors.ts';
import type { CallOptions } from '../types.ts';
import { type Complete, createComplete } from './complete.ts';
import { answerFormat } from './connection.ts';
import { messagesFor, withFaults } from './messages.ts';
import { createService, type Service, type ServiceOptions } from './service.ts';
import type { LanguageModel, Question } from './types.ts';
import { type Fault, judge } from './verdict.ts';

const TEMPERATURE = 0.7;

/** One client for all engines of a configuration: what is asked through it shares the limit on requests. */
export const createLanguageModel = (config: OpenAiConfig, options: ServiceOptions = {}): LanguageModel =>
  languageModelOf(createService(config, options));

/** The model that answers, and the variable that names it. */
function modelFor({ pictures = [] }: Pick<Question<unknown>, 'pictures'>, { model, visionModel }: OpenAiConfig) {
  if (pictures.length === 0 || visionModel === model) return { model, variable: 'OPENAI_MODEL' };
  return { model: visionModel, variable: 'OPENAI_VISION_MODEL' };
}

interface Asking extends CallOptions {
  readonly model: string;
  readonly complete: Complete;
}

async function ask<T>(question: Question<T>, { model, complete, ...call }: Asking): Promise<T> {
  const { name, seed, longest, temperature = TEMPERATURE } = question;
  const format = answerFormat(name, question.answer);
  const messages = messagesFor(question, format);
  const wish = { model, format, temperature, ...(seed !== undefined && { seed }), ...(longest && { longest }) };
  const unusable = ({ reason }: Fault) => new TalesError('answer-unusable', { model, reason });
  const said = await complete(name, { ...wish, messages }, call);
  const verdict = judge(said, question);
  if ('answer' in verdict) return verdict.answer;
  if (verdict.faults.length === 0) throw unusable(verdict);
  const again = { ...wish, messages: withFaults(messages, said.text, verdict.faults) };
  const repaired = judge(await complete(`${name}_repair`, again, call), question);
  if ('answer' in repaired) return repaired.answer;
  throw unusable(repaired);
}

export function languageModelOf(service: Service): LanguageModel {
  const complete = createComplete(service);
  return {
    name: service.config.model,
    async ask(question, options = {}) {
      const { model, variable } = modelFor(question, service.config);
      try {
        return await ask(question, { ...options, model, complete });
      } catch (error) {
        throw service.failure(error, model, variable);
      }
    },
  };
}
