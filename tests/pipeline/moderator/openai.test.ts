// The moderator behind a service's own endpoint, and how it is told that there is none.
import { expect, test } from 'vitest';
import { createService } from '../../../src/pipeline/llm/service.ts';
import { openOpenAiModerator, topicOf } from '../../../src/pipeline/moderator/openai.ts';
import { type Stage, stage } from '../llm/stage.ts';

async function serviceOn(options: Stage) {
  const { server, config, parts, waits } = await stage(options);
  return { server, waits, service: createService(config, parts) };
}
const moderate = (text: string): readonly string[] =>
  text.includes('때린다') ? ['violence', 'harassment'] : text.includes('바보') ? ['harassment'] : [];

test('texts come back with their topics, in order; blank ones are not sent', async () => {
  const { service, server } = await serviceOn({ moderate });
  const moderator = await openOpenAiModerator(service);
  const texts = ['꽃이 핀다', '너는 바보야', ' ', '때린다', ''];
  expect(await moderator?.check(texts)).toEqual([undefined, 'insult', undefined, 'violence', undefined]);
  expect(server.heard.at(-1)?.body).toEqual({
    model: 'omni-moderation-latest',
    input: ['꽃이 핀다', '너는 바보야', '때린다'],
  });
  const asked = server.heard.length;
  expect(await moderator?.check(['', ' '])).toEqual([undefined, undefined]);
  expect(server.heard).toHaveLength(asked);
});

test('many texts go in several requests, and none is lost', async () => {
  const { service } = await serviceOn({ moderate });
  const texts = Array.from({ length: 70 }, (_, index) => (index === 69 ? '너는 바보야' : `꽃 ${index}`));
  const found = await (await openOpenAiModerator(service))?.check(texts);
  expect(found).toHaveLength(70);
  expect(found?.flatMap((topic, index) => (topic ? [[index, topic]] : []))).toEqual([[69, 'insult']]);
});

test('a server without the endpoint has no moderator', async () => {
  const { service, server } = await serviceOn({});
  expect(await openOpenAiModerator(service)).toBeUndefined();
  expect(server.heard).toHaveLength(1);
});

test('a server that answers something else where it has no endpoint has none either', async () => {
  const send: typeof fetch = async () =>
    Response.json({ error: 'Unexpected endpoint or method. (POST /v1/moderations)' });
  const { service } = await serviceOn({ service: { fetch: send } });
  expect(await openOpenAiModerator(service)).toBeUndefined();
});

test('whether there is one cannot be told by a service that does not know the key, or is not there', async () => {
  const { service } = await serviceOn({ key: 'another-key', moderate });
  await expect(openOpenAiModerator(service)).rejects.toMatchObject({ code: 'service-login' });
  const gone = await serviceOn({ moderate });
  await gone.server.close();
  await expect(openOpenAiModerator(gone.service)).rejects.toMatchObject({ code: 'service-unreachable' });
});

test('what was not looked at does not pass', async () => {
  const { service, server } = await serviceOn({ moderate });
  const moderator = await openOpenAiModerator(service);
  await server.close();
  await expect(moderator?.check(['꽃'])).rejects.toMatchObject({ code: 'service-unreachable', retryable: true });
  const signal = AbortSignal.abort();
  await expect(moderator?.check(['꽃'], { signal })).rejects.toMatchObject({ code: 'cancelled' });
});

test('a service that says too little of a batch is not believed', async () => {
  const send: typeof fetch = async () => Response.json({ results: [{ categories: {} }] });
  const { service } = await serviceOn({ service: { fetch: send } });
  const moderator = await openOpenAiModerator(service);
  await expect(moderator?.check(['하나', '둘'])).rejects.toMatchObject({ code: 'service-refused', retryable: true });
});

test.each([
  [[], undefined],
  [['harassment'], 'insult'],
  [['hate'], 'insult'],
  [['hate/threatening', 'hate'], 'violence'],
  [['violence/graphic'], 'violence'],
  [['illicit/violent'], 'violence'],
  [['sexual/minors', 'harassment'], 'sexual'],
  [['self-harm/instructions', 'violence'], 'self-harm'],
  [['illicit'], 'other'],
  [['something-new'], 'other'],
])('%j is told as %s', (categories, topic) => {
  expect(topicOf(categories)).toBe(topic);
});
