// What becomes of answers: those that can be used, those that are sent back once, and those that cannot be used at all.
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { jsonIn } from '../../../src/pipeline/llm/json-in.ts';
import { answer, ERRORS } from '../../fakes/openai/replies.ts';
import { greeting, HELLO, inTurn, stage } from './stage.ts';

describe.each([{ name: 'streamed' }, { name: 'whole' }])('an answer that comes $name', ({ name }) => {
  /** A server that lets nobody stream is asked for the whole from then on. */
  const served = (next: (asked: never) => unknown) => (asked: { chat: { stream?: boolean | undefined } }) =>
    name === 'whole' && asked.chat.stream ? ERRORS.noStream : next(asked as never);

  test('is what the model said, and its tokens are counted', async () => {
    const reply = answer(HELLO, { usage: { input: 31, output: 7 } });
    const { model, usage, onUsage } = await stage({ answer: served(() => reply) });
    expect(await model.ask(greeting, { onUsage })).toEqual(HELLO);
    expect(usage).toEqual([{ calls: 1, input: 31, output: 7 }]);
  });

  test('counts as a call where the service counts no tokens', async () => {
    const { model, usage, onUsage } = await stage({ answer: served(() => answer(HELLO, { usage: null })) });
    await model.ask(greeting, { onUsage });
    expect(usage).toEqual([{ calls: 1, input: 0, output: 0 }]);
  });

  test('that is a refusal is not asked for again', async () => {
    const { model, server } = await stage({ answer: served(() => ({ kind: 'refusal', words: 'I cannot help.' })) });
    await expect(model.ask(greeting)).rejects.toMatchObject({
      code: 'answer-unusable',
      details: { model: 'gpt-test', reason: 'refused' },
    });
    expect(server.asked.length).toBe(name === 'whole' ? 2 : 1);
  });

  test('that is cut off is not asked for again, and is paid for', async () => {
    const cut = answer('{"greeting": "보리', { finish: 'length' });
    const { model, usage, onUsage } = await stage({ answer: served(() => cut) });
    await expect(model.ask(greeting, { onUsage })).rejects.toMatchObject({ details: { reason: 'cut-off' } });
    expect(usage).toHaveLength(1);
  });

  test('that a filter held back is a refusal', async () => {
    const { model } = await stage({ answer: served(() => answer('', { finish: 'content_filter' })) });
    await expect(model.ask(greeting)).rejects.toMatchObject({ details: { reason: 'refused' } });
  });
});

describe('an answer that cannot be used', () => {
  test('is sent back with what is wrong in its shape, once, and both are paid for', async () => {
    const { model, server, usage, onUsage } = await stage({ answer: inTurn({ hello: '보리' }, HELLO) });
    expect(await model.ask(greeting, { onUsage })).toEqual(HELLO);
    const [first, second] = server.asked;
    expect(second?.chat.messages.slice(0, 2)).toEqual(first?.chat.messages);
    expect(second?.chat.messages[2]).toEqual({ role: 'assistant', content: '{"hello":"보리"}' });
    expect(second?.faults).toEqual([expect.stringMatching(/^greeting: /)]);
    expect(usage).toHaveLength(2);
  });

  test('is sent back with the faults that the asker finds', async () => {
    const { model, server } = await stage({ answer: inTurn({ greeting: 'Hello' }, HELLO) });
    const faults = ({ greeting }: typeof HELLO) => (greeting.includes('보리') ? [] : ['It does not say "보리".']);
    expect(await model.ask({ ...greeting, faults })).toEqual(HELLO);
    expect(server.asked[1]?.faults).toEqual(['It does not say "보리".']);
  });

  test.each([
    ['shape', 'Hello!'],
    ['shape', { hello: '보리' }],
    ['shape', { greeting: '' }],
    ['shape', ''],
    ['faulty', { greeting: 'Hello' }],
  ])('is given up after the second time: %s', async (reason, said) => {
    const { model, server } = await stage({ answer: () => answer(said) });
    const asked = model.ask({ ...greeting, faults: () => ['no'] });
    await expect(asked).rejects.toMatchObject({ code: 'answer-unusable', details: { model: 'gpt-test', reason } });
    expect(server.asked).toHaveLength(2);
  });
});

test('JSON is found alone, in a fence and between words, and is never mended', () => {
  const value = { a: '}' };
  const json = JSON.stringify(value);
  expect(jsonIn(json)).toEqual(value);
  expect(jsonIn(`\n ${json}\n`)).toEqual(value);
  expect(jsonIn(`Here it is:\n\`\`\`json\n${json}\n\`\`\`\nHave fun!`)).toEqual(value);
  expect(jsonIn(`\`\`\`\n${json}\n\`\`\``)).toEqual(value);
  expect(jsonIn(`The answer is ${json}. Have fun!`)).toEqual(value);
  expect(jsonIn(`<think>{"a": 1} or {"a": 2}?</think>\n${json}`)).toEqual(value);
  for (const broken of ['', 'none', '{"a": "b"', "{'a': 'b'}", '{"a": "b",}', '}{']) {
    expect(jsonIn(broken)).toBeUndefined();
  }
});

test('the shape goes out as strict mode wants it, and lengths are checked here', async () => {
  const { model, server } = await stage({
    answer: inTurn(answer({ list: ['a'], perhaps: null }), answer({ list: ['a'], perhaps: 'much too long' })),
  });
  const question = {
    name: 'listing',
    task: 'List.',
    material: {},
    answer: z.object({ list: z.array(z.string().max(3)).min(1).max(3), perhaps: z.string().max(5).nullable() }),
  };
  expect(await model.ask(question)).toEqual({ list: ['a'], perhaps: null });
  expect(server.asked[0]?.chat.response_format).toMatchObject({
    json_schema: {
      strict: true,
      schema: { additionalProperties: false, required: ['list', 'perhaps'], properties: { list: { maxItems: 3 } } },
    },
  });
  await expect(model.ask(question)).rejects.toMatchObject({ details: { reason: 'shape' } });
});

test('a shape that no service can be held to is a fault of whoever asks', async () => {
  const { model, server } = await stage();
  const shapes: readonly z.ZodType[] = [
    z.object({ a: z.string().optional() }),
    z.array(z.string()),
    z.record(z.string(), z.string()),
  ];
  for (const shape of shapes) {
    await expect(model.ask({ name: 'shaping', task: 'Shape.', material: {}, answer: shape })).rejects.toThrow(
      /[Ss]chema/,
    );
  }
  expect(server.heard).toEqual([]);
});
