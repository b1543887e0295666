// A language model in front of a scripted service: nothing waits, chance is fixed, the log is kept.
import { onTestFinished } from 'vitest';
import { z } from 'zod';
import type { OpenAiConfig } from '../../../src/config.ts';
import type { Usage } from '../../../src/jobs.ts';
import { createLanguageModel } from '../../../src/pipeline/llm/client.ts';
import type { ServiceOptions } from '../../../src/pipeline/llm/service.ts';
import type { Question } from '../../../src/pipeline/llm/types.ts';
import { type Asked, type FakeOpenAiOptions, startOpenAi } from '../../fakes/openai/server.ts';

export const greeting: Question<{ greeting: string }> = {
  name: 'greeting',
  task: 'Greet who is named.',
  material: { name: '보리' },
  answer: z.object({ greeting: z.string().min(1) }),
};
export const HELLO = { greeting: '보리야, 안녕!' };

export interface Stage extends FakeOpenAiOptions {
  readonly config?: Partial<OpenAiConfig>;
  readonly service?: ServiceOptions;
}

export async function stage({ config: given, service, ...options }: Stage = {}) {
  const server = await startOpenAi(options);
  onTestFinished(() => server.close());
  const waits: number[] = [];
  const usage: Usage[] = [];
  const logged: string[] = [];
  const keep = (...line: unknown[]): void => void logged.push(JSON.stringify(line));
  const config: OpenAiConfig = {
    baseUrl: server.url,
    apiKey: 'a-key-for-tests',
    model: 'gpt-test',
    visionModel: 'gpt-test',
    timeout: 30,
    concurrency: 4,
    ...given,
  };
  const parts: ServiceOptions = {
    log: { info: keep },
    wait: async (ms) => void waits.push(ms),
    random: () => 0,
    ...service,
  };
  const model = createLanguageModel(config, parts);
  return { server, config, parts, model, waits, usage, logged, onUsage: (one: Usage) => void usage.push(one) };
}

/** The replies in order; the last one again and again. */
export function inTurn(...replies: readonly unknown[]): (asked: Asked) => unknown {
  let next = 0;
  return () => {
    next += 1;
    return replies[Math.min(next, replies.length) - 1];
  };
}
