// The moderator behind a service's own endpoint, where the service has one. What is asked otherwise is left to the caller.
import type { UnsuitableTopic } from '../../errors.ts';
import { ServiceFault } from '../llm/fault.ts';
import type { Service } from '../llm/service.ts';
import type { CallOptions, Moderator } from '../types.ts';

const MODEL = 'omni-moderation-latest';
/** Texts in one request. */
const AT_ONCE = 32;
/** Fit for everybody; asks whether there is such an endpoint. */
const HARMLESS = '안녕하세요.';

/** The gravest first: a text is told by one. */
const TOPICS: readonly (readonly [RegExp, UnsuitableTopic])[] = [
  [/^sexual/, 'sexual'],
  [/^self-harm/, 'self-harm'],
  [/^violence|threatening$|\/violent$/, 'violence'],
  [/^(harassment|hate)/, 'insult'],
  [/^(drugs?|controlled|regulated)/, 'drugs'],
];

/** `undefined` where a text falls under no category; `other` for those that are not known here. */
export function topicOf(categories: readonly string[]): UnsuitableTopic | undefined {
  if (categories.length === 0) return undefined;
  return TOPICS.find(([pattern]) => categories.some((name) => pattern.test(name)))?.[1] ?? 'other';
}

/** No such endpoint, no such model; some servers answer what they do not know with something that is no answer. */
const isMissing = (error: unknown): boolean =>
  error instanceof ServiceFault &&
  (error.kind === 'garbled' || [404, 405, 501].includes(error.is.status ?? 0) || error.is.code === 'model_not_found');

async function flags(service: Service, texts: readonly string[], options: CallOptions | undefined) {
  return service.request(
    { name: 'moderation', model: MODEL, send: (connection, signal) => connection.moderate(texts, signal) },
    options,
  );
}

/** @throws TalesError from `check`, as a language model's; never lets a text pass that was not looked at. */
export function createOpenAiModerator(service: Service): Moderator {
  return {
    name: 'openai',
    async check(texts, options) {
      const asked = texts.filter((text) => text.trim() !== '');
      const topics = new Map<string, UnsuitableTopic | undefined>();
      try {
        for (let start = 0; start < asked.length; start += AT_ONCE) {
          const some = asked.slice(start, start + AT_ONCE);
          const found = await flags(service, some, options);
          some.forEach((text, index) => {
            topics.set(text, topicOf(found[index] ?? []));
          });
        }
      } catch (error) {
        throw service.failure(error, MODEL, 'OPENAI_BASE_URL');
      }
      return texts.map((text) => topics.get(text));
    },
  };
}

/**
 * Asks the service once. @returns nothing where it has no such endpoint: its caller then looks for words by itself.
 * @throws TalesError where that cannot be found out.
 */
export async function openOpenAiModerator(service: Service, options?: CallOptions): Promise<Moderator | undefined> {
  try {
    await flags(service, [HARMLESS], options);
    return createOpenAiModerator(service);
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw service.failure(error, MODEL, 'OPENAI_BASE_URL');
  }
}
