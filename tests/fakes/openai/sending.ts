// A reply → bytes on the wire: whole as JSON, or streamed in pieces as server-sent events.
import type { ServerResponse } from 'node:http';
import type { Reply } from './replies.ts';
import type { ChatBody } from './strict.ts';

type Said = Extract<Reply, { kind: 'answer' | 'refusal' }>;

const contentOf = (reply: Said): string | null => {
  if (reply.kind === 'refusal') return null;
  return typeof reply.content === 'string' ? reply.content : JSON.stringify(reply.content);
};
const finishOf = (reply: Said): string => (reply.kind === 'answer' && reply.finish) || 'stop';

function usageOf(reply: Said) {
  if (reply.kind === 'answer' && reply.usage === null) return undefined;
  const { input, output } = (reply.kind === 'answer' && reply.usage) || { input: 10, output: 5 };
  return { prompt_tokens: input, completion_tokens: output, total_tokens: input + output };
}

const head = (model: string, object: string) => ({ id: 'chatcmpl-1', object, created: 1, model });

function whole(reply: Said, { model }: ChatBody) {
  const usage = usageOf(reply);
  return {
    ...head(model, 'chat.completion'),
    choices: [
      {
        index: 0,
        message: {
          role: 'assistant',
          content: contentOf(reply),
          refusal: reply.kind === 'refusal' ? reply.words : null,
        },
        logprobs: null,
        finish_reason: finishOf(reply),
      },
    ],
    ...(usage && { usage }),
  };
}

const event = (data: unknown): string => `data: ${JSON.stringify(data)}\n\n`;

/** Pieces of a few characters, as tokens come. */
function events(reply: Said, { model, stream_options }: ChatBody): string[] {
  const piece = (delta: unknown, finish: string | null = null): string =>
    event({ ...head(model, 'chat.completion.chunk'), choices: [{ index: 0, delta, finish_reason: finish }] });
  const pieces = (text: string): readonly string[] => text.match(/[\s\S]{1,7}/g) ?? [];
  const said =
    reply.kind === 'refusal'
      ? pieces(reply.words).map((refusal) => piece({ refusal }))
      : pieces(contentOf(reply) ?? '').map((content) => piece({ content }));
  const usage = stream_options?.include_usage ? usageOf(reply) : undefined;
  return [
    piece({ role: 'assistant', content: '', refusal: null }),
    ...said,
    piece({}, finishOf(reply)),
    ...(usage ? [event({ ...head(model, 'chat.completion.chunk'), choices: [], usage })] : []),
    'data: [DONE]\n\n',
  ];
}

export function sendJson(
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): void {
  response.writeHead(status, { 'content-type': 'application/json', 'x-request-id': 'req_1', ...headers });
  response.end(JSON.stringify(body));
}

const STREAM = { 'content-type': 'text/event-stream; charset=utf-8' };

/** Sends half of something, and breaks off once it has left. */
function breakWithin(response: ServerResponse, text: string, type: string): void {
  response.writeHead(200, { 'content-type': type });
  response.write(text.slice(0, text.length / 2), () => response.destroy());
}

function sendCut(response: ServerResponse, when: 'before' | 'within', chat: ChatBody): void {
  const said: Said = { kind: 'answer', content: 'an answer of which only a part arrives' };
  if (when === 'before') response.destroy();
  else if (chat.stream) breakWithin(response, events(said, chat).join(''), STREAM['content-type']);
  else breakWithin(response, JSON.stringify(whole(said, chat)), 'application/json');
}

function sendText(response: ServerResponse, text: string, type: string): void {
  response.writeHead(200, { 'content-type': type });
  response.end(text);
}

/** Silence is not for this: it is kept by the server. */
export function sendReply(response: ServerResponse, reply: Reply, chat: ChatBody): void {
  if (reply.kind === 'error') sendJson(response, reply.status, reply.body, reply.headers);
  else if (reply.kind === 'raw') sendText(response, reply.text, reply.type ?? 'application/json');
  else if (reply.kind === 'error-within') sendText(response, event({ error: reply.error }), STREAM['content-type']);
  else if (reply.kind === 'cut') sendCut(response, reply.when, chat);
  else if (reply.kind === 'silence') throw new Error('silence cannot be sent');
  else if (chat.stream) sendText(response, events(reply, chat).join(''), STREAM['content-type']);
  else sendJson(response, 200, whole(reply, chat));
}
