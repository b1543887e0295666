// Everything that goes wrong between this program and a service: what is tried again and when, and what people are told.
import { describe, expect, test } from 'vitest';
import { isTalesError } from '../../../src/errors.ts';
import { explain } from '../../../src/explain.ts';
import { ServiceFault } from '../../../src/pipeline/llm/fault.ts';
import { waitBefore } from '../../../src/pipeline/llm/retry.ts';
import { busy, ERRORS, OTHERS, type Reply } from '../../fakes/openai/replies.ts';
import { greeting, HELLO, inTurn, stage } from './stage.ts';

describe('what a service says no to is told as what it is:', () => {
  const cases: readonly [string, Reply, object][] = [
    ['a key that it does not know', ERRORS.badKey, { code: 'service-login', details: { variable: 'OPENAI_API_KEY' } }],
    [
      'a country',
      ERRORS.forbidden,
      { code: 'service-refused', details: { reason: 'unsupported_country_region_territory' } },
    ],
    ['a scope', ERRORS.missingScope, { code: 'service-permission', details: { missing: ['model.request'] } }],
    [
      'a model',
      ERRORS.noModel,
      { code: 'service-model-missing', details: { model: 'gpt-test', variable: 'OPENAI_MODEL' } },
    ],
    ['a model, by Ollama', OTHERS.ollamaNoModel, { code: 'service-model-missing' }],
    ['a model, by vLLM', OTHERS.vllmNoModel, { code: 'service-model-missing' }],
    [
      'an address that is none of its own',
      OTHERS.wrongPath,
      { code: 'service-refused', details: { reason: 'HTTP 404' } },
    ],
    ['what is not paid for', ERRORS.quota, { code: 'service-quota', retryable: false }],
  ];
  test.each(cases)('%s', async (_name, reply, told) => {
    const { model, server, waits, usage, onUsage } = await stage({ answer: () => reply });
    const error = await model.ask(greeting, { onUsage }).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject(told);
    if (isTalesError(error) && 'service' in error.details) expect(error.details.service).toBe(new URL(server.url).host);
    expect(server.asked).toHaveLength(1);
    expect(waits).toEqual([]);
    expect(usage).toEqual([]);
  });

  test('a model that sees, by the variable that names it', async () => {
    const { model } = await stage({ config: { visionModel: 'gpt-eyes' }, answer: () => ERRORS.noModel });
    const pictures = [{ bytes: Uint8Array.from([0xff, 0xd8, 0xff, 0xe0]), mediaType: 'image/jpeg' }];
    await expect(model.ask({ ...greeting, pictures })).rejects.toMatchObject({
      details: { model: 'gpt-eyes', variable: 'OPENAI_VISION_MODEL' },
    });
  });
});

describe('what passes is tried again:', () => {
  const cases: readonly [string, Reply, object][] = [
    ['too many requests', busy(), { code: 'service-busy', retryable: true }],
    [
      'a fault of the service',
      ERRORS.broken,
      { code: 'service-refused', details: { reason: 'server_error' }, retryable: true },
    ],
    ['no connection', { kind: 'cut', when: 'before' }, { code: 'service-unreachable', retryable: true }],
    ['a connection that breaks', { kind: 'cut', when: 'within' }, { code: 'service-unreachable', retryable: true }],
    [
      'an answer that is none',
      { kind: 'raw', text: '<html>', type: 'text/html' },
      { code: 'service-refused', retryable: true },
    ],
    [
      'a stream that is none',
      { kind: 'raw', text: 'data: {"choi\n\n', type: 'text/event-stream' },
      { code: 'service-refused' },
    ],
    [
      'a stream that tells of an error',
      { kind: 'error-within', error: { message: 'oh', code: null } },
      { code: 'service-refused' },
    ],
  ];
  test.each(cases)('%s', async (_name, reply, told) => {
    const { model, waits } = await stage({ answer: inTurn(reply, reply, HELLO) });
    expect(await model.ask(greeting)).toEqual(HELLO);
    expect(waits).toEqual([500, 1000]);
    const worse = await stage({ answer: () => reply });
    await expect(worse.model.ask(greeting)).rejects.toMatchObject(told);
    expect(worse.server.asked).toHaveLength(4);
    expect(worse.waits).toEqual([500, 1000, 2000]);
  });

  test('the same connection broken whole, where nothing streams', async () => {
    const { model } = await stage({
      answer: ({ chat, number }) =>
        chat.stream ? ERRORS.noStream : number < 4 ? { kind: 'cut', when: 'within' } : HELLO,
    });
    expect(await model.ask(greeting)).toEqual(HELLO);
  });

  test('when the service wants to be asked again, if that is soon', async () => {
    const answer = inTurn(busy({ 'retry-after': '20' }), busy({ 'retry-after-ms': '1500' }), HELLO);
    const { model, waits } = await stage({ answer });
    await model.ask(greeting);
    expect(waits).toEqual([20_000, 1500]);
  });

  test('and not at all if that is late', async () => {
    const { model, waits, server } = await stage({ answer: () => busy({ 'retry-after': '3600' }) });
    await expect(model.ask(greeting)).rejects.toMatchObject({ code: 'service-busy', retryable: true });
    expect(waits).toEqual([]);
    expect(server.asked).toHaveLength(1);
  });

  test('as the service says, whatever the status', async () => {
    const { model, server } = await stage({ answer: () => busy({ 'x-should-retry': 'false' }) });
    await expect(model.ask(greeting)).rejects.toMatchObject({ code: 'service-busy' });
    expect(server.asked).toHaveLength(1);
  });

  test('at moments that chance spreads', () => {
    const fault = new ServiceFault('unreachable');
    expect([0, 0.5, 1].map((chance) => waitBefore(fault, 1, chance))).toEqual([500, 375, 250]);
    const asked = new ServiceFault('status', { status: 429, retryAfter: 1000 });
    expect([0, 1].map((chance) => waitBefore(asked, 1, chance))).toEqual([1000, 1250]);
  });
});

test('a server that is not there is out of reach', async () => {
  const { server, model } = await stage();
  await server.close();
  await expect(model.ask(greeting)).rejects.toMatchObject({ code: 'service-unreachable' });
});

test('an answer that takes too long is given up, is not asked for again, and may have cost something', async () => {
  const late = new AbortController();
  const limits: number[] = [];
  const limit = (ms: number): AbortSignal => {
    limits.push(ms);
    return late.signal;
  };
  const { model, server, usage, onUsage } = await stage({ answer: () => ({ kind: 'silence' }), service: { limit } });
  const asked = model.ask(greeting, { onUsage });
  await server.silent(1);
  late.abort();
  await expect(asked).rejects.toMatchObject({ code: 'service-too-slow', details: { seconds: 30 }, retryable: true });
  await server.left(1);
  expect(limits).toEqual([30_000]);
  expect(server.asked).toHaveLength(1);
  expect(usage).toEqual([{ calls: 1, input: 0, output: 0 }]);
});

test("Node's own limits are a slow service, not a missing one", async () => {
  const cause = Object.assign(new Error('slow'), { code: 'UND_ERR_HEADERS_TIMEOUT' });
  const send = async () => {
    throw new TypeError('fetch failed', { cause });
  };
  const { model } = await stage({ service: { fetch: send } });
  await expect(model.ask(greeting)).rejects.toMatchObject({ code: 'service-too-slow' });
});

describe('who no longer wants an answer', () => {
  const silent = { answer: () => ({ kind: 'silence' }) };

  test('closes the connection', async () => {
    const { model, server } = await stage(silent);
    const stop = new AbortController();
    const asked = model.ask(greeting, { signal: stop.signal });
    await server.silent(1);
    stop.abort();
    await expect(asked).rejects.toMatchObject({ code: 'cancelled' });
    await server.left(1);
  });

  test('leaves the queue', async () => {
    const { model, server } = await stage({
      config: { concurrency: 1 },
      answer: ({ number }) => (number === 1 ? { kind: 'silence' } : HELLO),
    });
    const stop = new AbortController();
    const first = model.ask(greeting);
    await server.silent(1);
    const second = model.ask(greeting, { signal: stop.signal });
    const third = model.ask(greeting);
    stop.abort();
    await expect(second).rejects.toMatchObject({ code: 'cancelled' });
    expect(server.asked).toHaveLength(1);
    server.release();
    // The first got an empty answer, and was asked again.
    expect(await Promise.all([first, third])).toEqual([HELLO, HELLO]);
    expect(server.asked).toHaveLength(3);
  });

  test('does not wait for another try', async () => {
    const stop = new AbortController();
    const wait = async (_ms: number, signal: AbortSignal | undefined) => {
      stop.abort();
      signal?.throwIfAborted();
    };
    const { model, server } = await stage({ answer: () => busy(), service: { wait } });
    await expect(model.ask(greeting, { signal: stop.signal })).rejects.toMatchObject({ code: 'cancelled' });
    expect(server.asked).toHaveLength(1);
  });

  test('is not asked for anything', async () => {
    const { model, server } = await stage();
    await expect(model.ask(greeting, { signal: AbortSignal.abort() })).rejects.toMatchObject({ code: 'cancelled' });
    expect(server.heard).toEqual([]);
  });
});

test('no more requests are under way than are allowed, and the next goes when one is done', async () => {
  let isHeld = true;
  const { model, server } = await stage({
    config: { concurrency: 2 },
    answer: () => (isHeld ? { kind: 'silence' } : HELLO),
  });
  const asked = [1, 2, 3, 4, 5].map(() => model.ask({ ...greeting, faults: () => [] }));
  await server.silent(2);
  // Whatever else was on its way has arrived when this has.
  await fetch(`${server.url}/models`);
  expect(server.asked).toHaveLength(2);
  isHeld = false;
  server.release();
  const settled = await Promise.allSettled(asked);
  // The two that were held got an empty answer, and were asked again.
  expect(settled.map(({ status }) => status)).toEqual(Array(5).fill('fulfilled'));
  expect(server.asked).toHaveLength(7);
});

test('every failure has a sentence for people in both languages', async () => {
  for (const reply of [ERRORS.badKey, ERRORS.quota, ERRORS.noModel, busy({ 'x-should-retry': 'false' })]) {
    const { model } = await stage({ answer: () => reply });
    const error = await model.ask(greeting).catch((thrown: unknown) => thrown);
    for (const locale of ['ko', 'en'] as const)
      expect(isTalesError(error) ? explain(error, locale) : error).toMatch(/127\.0\.0\.1/);
  }
});
