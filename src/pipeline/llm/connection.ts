// The one importer of `openai`: sends one request and reads what comes back, streamed or whole; every fault is a
// ServiceFault. The package reads no environment, waits for nobody, repeats and logs nothing: time limits, repetitions
// and the log are `service.ts`'s, and which parameters a server understands is `abilities.ts`'s.
import OpenAI from 'openai';
import { zodResponseFormat } from 'openai/helpers/zod';
import { Stream } from 'openai/streaming';
import { z } from 'zod';
import type { OpenAiConfig } from '../../config.ts';
import { type Completion, gathering, ofWhole, pieceShape, wholeShape } from './completion.ts';
import { ServiceFault } from './fault.ts';
import { isTooSlow, retryAfterOf, wireError } from './wire-errors.ts';

export type Message = OpenAI.ChatCompletionMessageParam;
export type ContentPart = OpenAI.ChatCompletionContentPart;
export type AnswerFormat = OpenAI.ResponseFormatJSONSchema;
export type ChatRequest = Omit<OpenAI.ChatCompletionCreateParamsNonStreaming, 'stream'> & { readonly stream?: boolean };
type JsonSchema = NonNullable<AnswerFormat['json_schema']['schema']>;

/** One entry per text: the names of the categories that it falls under. */
export type Flags = readonly (readonly string[])[];

export interface Connection {
  /** @throws ServiceFault */
  complete(request: ChatRequest, signal: AbortSignal): Promise<Completion>;
  /** @throws ServiceFault; with status 404 where the server has no such endpoint. */
  moderate(texts: readonly string[], signal: AbortSignal): Promise<Flags>;
}

/** Checked here by zod all the same; strict mode knows of no lengths of strings. */
const LEFT_OUT: readonly string[] = ['$schema', 'minLength', 'maxLength'];

function pruned(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(pruned);
  if (typeof schema !== 'object' || schema === null) return schema;
  return Object.fromEntries(
    Object.entries(schema)
      .filter(([key, value]) => !LEFT_OUT.includes(key) || (typeof value === 'object' && value !== null))
      .map(([key, value]) => [key, pruned(value)]),
  );
}

/** @throws Error when the schema has what strict mode cannot say; a fault of the caller. */
export function answerFormat(name: string, shape: z.ZodType): AnswerFormat {
  const { schema } = zodResponseFormat(shape, name).json_schema;
  return { type: 'json_schema', json_schema: { name, strict: true, schema: pruned(schema) as JsonSchema } };
}

/** The package names the machine and its system in headers, and adds those of an environment variable; none of it goes out. */
const SENT: readonly string[] = ['accept', 'content-type', 'user-agent'];

/** A key that is none is not sent; an address may bring a name and a password instead. */
function headersOf(given: Headers, { apiKey, baseUrl }: OpenAiConfig): Headers {
  const headers = new Headers([...given].filter(([name]) => SENT.includes(name)));
  const { username, password } = new URL(baseUrl ?? 'https://api.openai.com');
  const pair = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
  if (apiKey) headers.set('authorization', `Bearer ${apiKey}`);
  else if (pair !== ':') headers.set('authorization', `Basic ${Buffer.from(pair).toString('base64')}`);
  return headers;
}

async function refusalOf(response: Response): Promise<ServiceFault> {
  const { status, headers } = response;
  const retryAfter = retryAfterOf(headers, Date.now());
  const again = headers.get('x-should-retry');
  return new ServiceFault('status', {
    status,
    ...wireError(await response.text()),
    ...(retryAfter !== undefined && { retryAfter }),
    ...(again !== null && { mayRetry: again === 'true' }),
  });
}

function clientOf(config: OpenAiConfig, send: typeof fetch): OpenAI {
  const address = new URL(config.baseUrl ?? 'https://api.openai.com/v1');
  address.username = '';
  address.password = '';
  return new OpenAI({
    // The package will not be without one; `headersOf` says what is sent.
    apiKey: config.apiKey ?? 'none',
    baseURL: address.href,
    adminAPIKey: null,
    organization: null,
    project: null,
    webhookSecret: null,
    logLevel: 'off',
    maxRetries: 0,
    timeout: 2 ** 31 - 1,
    fetch: async (url, init) => {
      const headers = headersOf(new Headers(init?.headers), config);
      // What people wrote goes to the server that was named, and to none that it names.
      const response = await send(url, { ...init, headers, redirect: 'manual' });
      if (!response.ok) throw await refusalOf(response);
      return response;
    },
  });
}

/** What a thrown thing of the package is; `begun` where an answer had been on its way. */
function faultOf(error: unknown, begun: boolean): ServiceFault {
  const causes: unknown[] = [];
  for (let cause = error; cause instanceof Error && !causes.includes(cause); cause = cause.cause) causes.push(cause);
  const known = causes.find((cause) => cause instanceof ServiceFault);
  if (known) return known;
  if (error instanceof OpenAI.APIError && error.error !== undefined) {
    return new ServiceFault('status', { ...wireError(JSON.stringify({ error: error.error })), begun, cause: error });
  }
  const isGarbled = error instanceof SyntaxError || error instanceof z.ZodError;
  if (isGarbled) return new ServiceFault('garbled', { begun, cause: error });
  return new ServiceFault(causes.some(isTooSlow) ? 'too-slow' : 'unreachable', { begun, cause: error });
}

async function read(response: Response, client: OpenAI): Promise<Completion> {
  if (!response.headers.get('content-type')?.includes('event-stream')) {
    return ofWhole(wholeShape.parse(JSON.parse(await response.text())));
  }
  const { add, gathered } = gathering();
  for await (const piece of Stream.fromSSEResponse<unknown>(response, new AbortController(), client)) {
    add(pieceShape.parse(piece));
  }
  return gathered();
}

const moderation = z.object({
  results: z.array(z.object({ categories: z.record(z.string(), z.boolean().nullish()) })),
});

export function connect(config: OpenAiConfig, send: typeof fetch = fetch): Connection {
  const client = clientOf(config, send);
  async function exchange<T>(
    ask: () => Promise<Response>,
    signal: AbortSignal,
    take: (response: Response) => Promise<T>,
  ) {
    let begun = false;
    try {
      const response = await ask();
      begun = true;
      const taken = await take(response);
      // A stream that is broken off by its signal ends as if it were whole.
      signal.throwIfAborted();
      return taken;
    } catch (error) {
      throw faultOf(error, begun);
    }
  }
  return {
    complete: (request, signal) =>
      exchange(
        () => client.chat.completions.create(request, { signal }).asResponse(),
        signal,
        (response) => read(response, client),
      ),
    moderate: (texts, signal) =>
      exchange(
        () =>
          client.moderations.create({ model: 'omni-moderation-latest', input: [...texts] }, { signal }).asResponse(),
        signal,
        async (response) => {
          const { results } = moderation.parse(JSON.parse(await response.text()));
          if (results.length !== texts.length) throw new SyntaxError('not one result for each text');
          return results.map(({ categories }) => Object.keys(categories).filter((name) => categories[name]));
        },
      ),
  };
}
