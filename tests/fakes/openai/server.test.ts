// The fake service refuses what the real one refuses; otherwise tests against it would prove nothing.
import { expect, onTestFinished, test } from 'vitest';
import { answer } from './replies.ts';
import { startOpenAi } from './server.ts';
import { schemaFault } from './strict.ts';

async function posting(options: Parameters<typeof startOpenAi>[0] = {}) {
  const server = await startOpenAi({ answer: () => answer('{"a": 1}'), ...options });
  onTestFinished(() => server.close());
  return async (body: object, path = '/chat/completions'): Promise<{ status: number; text: string }> => {
    const headers = { 'content-type': 'application/json', authorization: 'Bearer a-key-for-tests' };
    const response = await fetch(server.url + path, { method: 'POST', headers, body: JSON.stringify(body) });
    return { status: response.status, text: await response.text() };
  };
}
const user = (content: unknown) => ({ model: 'gpt-test', messages: [{ role: 'user', content }] });
const plain = user('{"material": 1}');
const shape = (schema: object) => ({
  response_format: { type: 'json_schema', json_schema: { name: 'a_name', strict: true, schema } },
});
const picture = (url: string) =>
  user([
    { type: 'text', text: '{"material": 1}' },
    { type: 'image_url', image_url: { url } },
  ]);

test.each([
  ['a parameter that it does not know', { ...plain, max_token: 3 }],
  ['a temperature that is too high', { ...plain, temperature: 3 }],
  ['nothing to answer', { model: 'gpt-test', messages: [] }],
  ['an empty message', user('')],
  ['options of a stream without a stream', { ...plain, stream_options: { include_usage: true } }],
  [
    'JSON without its word',
    { ...plain, messages: [{ role: 'user', content: '{}' }], response_format: { type: 'json_object' } },
  ],
  ['a list for a shape', { ...plain, ...shape({ type: 'array', items: { type: 'string' } }) }],
  ['a shape that is open', { ...plain, ...shape({ type: 'object', properties: {}, required: [] }) }],
  ['a picture by its address', picture('https://example.com/a.png')],
  ['a picture that is none', picture('data:image/png;base64,AAAA')],
  ['a picture of another type than it says', picture('data:image/png;base64,/9j/4A==')],
])('it refuses %s', async (_name, body) => {
  const post = await posting();
  const { status, text } = await post(body);
  expect(status).toBe(400);
  expect(JSON.parse(text)).toMatchObject({ error: { type: 'invalid_request_error', message: expect.any(String) } });
});

test('it takes what is in order', async () => {
  const post = await posting();
  const schema = {
    type: 'object',
    properties: { a: { type: 'number' } },
    required: ['a'],
    additionalProperties: false,
  };
  for (const body of [plain, { ...plain, ...shape(schema) }, picture('data:image/jpeg;base64,/9j/4A==')]) {
    const { status, text } = await post(body);
    expect(status).toBe(200);
    expect(JSON.parse(text)).toMatchObject({
      object: 'chat.completion',
      choices: [{ message: { content: '{"a": 1}', refusal: null }, finish_reason: 'stop' }],
      usage: { total_tokens: 15 },
    });
  }
});

test('it streams in pieces, with the count of tokens only where it is asked for', async () => {
  const post = await posting();
  const counted = await post({ ...plain, stream: true, stream_options: { include_usage: true } });
  expect(counted.text).toMatch(/^data: \{[\s\S]+"usage":[\s\S]+data: \[DONE\]\n\n$/);
  expect((await post({ ...plain, stream: true })).text).not.toContain('"usage"');
});

test('strict mode knows neither optional properties nor lengths of strings, at any depth', () => {
  const closed = (properties: object, required: readonly string[]) => ({
    type: 'object',
    properties,
    required,
    additionalProperties: false,
  });
  expect(schemaFault(closed({ a: { type: 'string' } }, ['a']))).toBeUndefined();
  expect(schemaFault(closed({ a: { type: 'string' } }, []))).toContain("Missing 'a'");
  const deep = closed({ a: { type: 'array', items: { anyOf: [{ type: 'string', minLength: 1 }] } } }, ['a']);
  expect(schemaFault(deep)).toContain("'minLength' is not permitted");
});

test('it knows its key, its models, and whether it moderates', async () => {
  const post = await posting({ key: 'another-key' });
  expect((await post(plain)).status).toBe(401);
  const open = await posting();
  expect((await open({ input: ['a'] }, '/moderations')).status).toBe(404);
  expect(JSON.parse((await open({}, '/models')).text)).toMatchObject({ data: [{ id: 'gpt-test' }] });
});
