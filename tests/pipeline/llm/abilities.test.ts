// Servers that lack a part of the protocol: what they refuse is left out, and they are not asked for it again.
import { describe, expect, test } from 'vitest';
import { answer, ERRORS, OTHERS, type Reply } from '../../fakes/openai/replies.ts';
import type { Asked } from '../../fakes/openai/server.ts';
import { greeting, HELLO, stage } from './stage.ts';

type Chat = Asked['chat'];
const refusing = (isRefused: (chat: Chat) => Reply | undefined) => (asked: Asked) => isRefused(asked.chat) ?? HELLO;
const seeded = { ...greeting, seed: 7, longest: 900 };

const CASES: readonly [string, (chat: Chat) => Reply | undefined, (chat: Chat) => boolean][] = [
  [
    'json_schema',
    (chat) => (chat.response_format?.type === 'json_schema' ? ERRORS.noSchemas : undefined),
    (chat) => chat.response_format?.type === 'json_object' && chat.seed === 7,
  ],
  [
    'any format',
    (chat) => (chat.response_format ? OTHERS.plainText : undefined),
    (chat) => chat.response_format === undefined && chat.seed === 7,
  ],
  [
    'something that it does not name',
    (chat) => (chat.response_format?.type === 'json_schema' ? OTHERS.unnamed : undefined),
    (chat) => chat.response_format?.type === 'json_object',
  ],
  [
    'temperature',
    (chat) => (chat.temperature === undefined ? undefined : ERRORS.noTemperature),
    (chat) => chat.response_format?.type === 'json_schema' && chat.seed === 7,
  ],
  ['seed', (chat) => (chat.seed === undefined ? undefined : ERRORS.noSeed), (chat) => chat.temperature === 0.7],
  [
    'seed, in other words',
    (chat) => (chat.seed === undefined ? undefined : OTHERS.extraForbidden),
    (chat) => chat.response_format?.type === 'json_schema',
  ],
  ['streams', (chat) => (chat.stream ? ERRORS.noStream : undefined), (chat) => chat.stream_options === undefined],
  [
    'max_completion_tokens',
    (chat) => (chat.max_completion_tokens ? unsupported('max_completion_tokens') : undefined),
    (chat) => chat.max_tokens === 900,
  ],
  [
    'stream_options',
    (chat) => (chat.stream_options ? unsupported('stream_options') : undefined),
    (chat) => chat.stream === true,
  ],
];

function unsupported(param: string): Reply {
  const error = {
    message: `Unsupported parameter: '${param}'`,
    type: 'invalid_request_error',
    param,
    code: 'unsupported_parameter',
  };
  return { kind: 'error', status: 400, body: { error } };
}

describe.each(CASES)('a server without %s', (_name, isRefused, isLess) => {
  test('is asked without it, and not for it again', async () => {
    const { model, server, usage, onUsage } = await stage({ answer: refusing(isRefused) });
    expect(await model.ask(seeded, { onUsage })).toEqual(HELLO);
    const tries = server.asked.length;
    expect(tries).toBeGreaterThan(1);
    expect(await model.ask(seeded)).toEqual(HELLO);
    expect(server.asked).toHaveLength(tries + 1);
    const chat = server.asked.at(-1)?.chat;
    expect(chat && isLess(chat)).toBe(true);
    // What was refused cost nothing.
    expect(usage).toHaveLength(1);
  });
});

test('a server that lacks several things is found out step by step', async () => {
  const { model, server } = await stage({
    answer: refusing((chat) => {
      if (chat.response_format) return ERRORS.noSchemas;
      if (chat.temperature !== undefined) return ERRORS.noTemperature;
      return chat.stream ? ERRORS.noStream : undefined;
    }),
  });
  expect(await model.ask(greeting)).toEqual(HELLO);
  expect(server.asked.at(-1)?.chat).toEqual({ model: 'gpt-test', messages: server.asked[0]?.chat.messages });
});

test('a request that is refused in every form is refused for its first reason, and nothing is remembered', async () => {
  let isRefusing = true;
  const { model, server, waits } = await stage({ answer: () => (isRefusing ? OTHERS.unnamed : HELLO) });
  await expect(model.ask(greeting)).rejects.toMatchObject({
    code: 'service-refused',
    details: { reason: 'invalid_request_error' },
    retryable: false,
  });
  expect(waits).toEqual([]);
  isRefusing = false;
  await model.ask(greeting);
  expect(server.asked.at(-1)?.chat.response_format?.type).toBe('json_schema');
});

test('what has nothing to do with abilities is not tried in other forms', async () => {
  const { model, server } = await stage({ answer: () => ERRORS.tooLong });
  await expect(model.ask(greeting)).rejects.toMatchObject({ details: { reason: 'context_length_exceeded' } });
  expect(server.asked).toHaveLength(1);
});

test('a server that is asked to stream and answers whole is understood', async () => {
  const body = { choices: [{ message: { content: JSON.stringify(HELLO) }, finish_reason: 'stop' }] };
  const { model } = await stage({ answer: () => ({ kind: 'raw', text: JSON.stringify(body) }) });
  expect(await model.ask(greeting)).toEqual(HELLO);
});

test('pictures go to the model that sees, and it is known by itself', async () => {
  const jpeg = { bytes: Uint8Array.from([0xff, 0xd8, 0xff, 0xe0]), mediaType: 'image/jpeg' };
  const { model, server } = await stage({
    config: { visionModel: 'gpt-eyes' },
    answer: ({ chat }) => (chat.model === 'gpt-eyes' && chat.response_format ? ERRORS.noSchemas : answer(HELLO)),
  });
  await model.ask({ ...greeting, pictures: [jpeg] });
  expect(server.asked.at(-1)).toMatchObject({ model: 'gpt-eyes', pictures: ['data:image/jpeg;base64,/9j/4A=='] });
  await model.ask(greeting);
  expect(server.asked.at(-1)).toMatchObject({ model: 'gpt-test', name: 'greeting' });
});
