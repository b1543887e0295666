// A server on loopback that answers like a service with OpenAI's protocol: chat completions whole and streamed, the
// list of models, moderations. What it answers is scripted by a function; what it was asked is kept.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { type Asked, askedOf } from './asked.ts';
import { answer, type Reply } from './replies.ts';
import { sendJson, sendReply } from './sending.ts';
import { createSilence, type Silence } from './silence.ts';
import { checkChat } from './strict.ts';

export type { Asked } from './asked.ts';

export interface Heard {
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: unknown;
}

export interface FakeOpenAiOptions {
  /** What is no reply is the content of an answer. */
  readonly answer?: (asked: Asked) => unknown;
  readonly models?: readonly string[];
  /** Names of the categories that a text falls under; absent: there is no such endpoint. */
  readonly moderate?: (text: string) => readonly string[];
  /** Every other key is refused. */
  readonly key?: string;
  /** How long a question is thought about, in milliseconds. Default: not at all. */
  readonly thinking?: number;
}

export interface FakeOpenAi extends Pick<Silence, 'silent' | 'left' | 'release'> {
  /** For OPENAI_BASE_URL. */
  readonly url: string;
  readonly heard: readonly Heard[];
  /** Chat questions that were understood. */
  readonly asked: readonly Asked[];
  readonly close: () => Promise<void>;
}

const KINDS: readonly string[] = ['answer', 'refusal', 'error', 'silence', 'cut', 'raw', 'error-within'];
const isReply = (value: unknown): value is Reply =>
  typeof value === 'object' && value !== null && 'kind' in value && KINDS.includes(String(value.kind));

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString();
  return text === '' ? undefined : JSON.parse(text);
}

const invalid = (message: string, code: string | null = null) => ({
  error: { message, type: 'invalid_request_error', param: null, code },
});

const CATEGORIES = ['harassment', 'hate', 'illicit', 'self-harm', 'sexual', 'sexual/minors', 'violence'];

function moderation(body: unknown, moderate: (text: string) => readonly string[]) {
  const { input } = body as { readonly input: readonly string[] };
  const results = input.map((text) => {
    const found = moderate(text);
    const names = [...new Set([...CATEGORIES, ...found])];
    const each = <T>(value: (isFound: boolean) => T) =>
      Object.fromEntries(names.map((name) => [name, value(found.includes(name))]));
    const category_scores = each((isFound) => (isFound ? 0.9 : 0.01));
    return { flagged: found.length > 0, categories: each((isFound) => isFound), category_scores };
  });
  return { id: 'modr-1', model: 'omni-moderation-latest', results };
}

interface Book {
  readonly options: FakeOpenAiOptions;
  readonly asked: Asked[];
  readonly silence: Silence;
}

function replyToChat({ options, asked, silence }: Book, body: unknown, response: ServerResponse): void {
  const checked = checkChat(body);
  if ('refusal' in checked) {
    const { status, ...rest } = checked.refusal;
    sendJson(response, status, { error: { ...rest, type: 'invalid_request_error' } });
    return;
  }
  const { chat } = checked;
  const question = askedOf(chat, asked.length + 1);
  asked.push(question);
  const given = options.answer?.(question) ?? {};
  const reply = isReply(given) ? given : answer(given);
  if (reply.kind === 'silence') silence.hold(response, () => sendReply(response, answer({}), chat));
  else if (options.thinking === undefined) sendReply(response, reply, chat);
  else setTimeout(() => sendReply(response, reply, chat), options.thinking);
}

function route(book: Book, { path, headers, body }: Heard, response: ServerResponse): void {
  const { key, moderate, models = ['gpt-test'] } = book.options;
  if (key !== undefined && headers.authorization !== `Bearer ${key}`) {
    sendJson(response, 401, invalid('Incorrect API key provided.', 'invalid_api_key'));
  } else if (path === '/v1/chat/completions') replyToChat(book, body, response);
  else if (path === '/v1/moderations' && moderate) sendJson(response, 200, moderation(body, moderate));
  else if (path === '/v1/models') {
    const data = models.map((id) => ({ id, object: 'model', created: 1, owned_by: 'test' }));
    sendJson(response, 200, { object: 'list', data });
  } else sendJson(response, 404, invalid(`Invalid URL (POST ${path})`));
}

export async function startOpenAi(options: FakeOpenAiOptions = {}): Promise<FakeOpenAi> {
  const heard: Heard[] = [];
  const asked: Asked[] = [];
  const silence = createSilence();
  const server = createServer(async (request, response) => {
    const one: Heard = { path: request.url ?? '', headers: request.headers, body: await bodyOf(request) };
    heard.push(one);
    route({ options, asked, silence }, one, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  const { silent, left, release } = silence;
  return {
    url: `http://127.0.0.1:${address.port}/v1`,
    heard,
    asked,
    silent,
    left,
    release,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
