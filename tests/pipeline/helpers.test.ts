// Engines as a configuration names them: made without a question, through one client.
import { expect, onTestFinished, test } from 'vitest';
import { readConfig } from '../../src/config.ts';
import { openAiCaptioner, openAiModerator, openAiSuggester, openAiTranslator } from '../../src/pipeline/helpers.ts';
import { chooseCaptioner, chooseKeywords, chooseTranslator } from '../../src/pipeline/index.ts';
import type { Passage } from '../../src/story.ts';
import { ERRORS } from '../fakes/openai/replies.ts';
import { startOpenAi } from '../fakes/openai/server.ts';

test('a configuration without a service is told which variables name one', async () => {
  const config = readConfig({});
  for (const make of [openAiCaptioner, openAiTranslator, openAiSuggester, openAiModerator]) {
    await expect(make(config)).rejects.toMatchObject({
      code: 'engine-unconfigured',
      details: { variables: ['OPENAI_API_KEY', 'OPENAI_BASE_URL'] },
    });
  }
});

test('an address alone chooses the engines behind it, and asks them nothing yet', async () => {
  const server = await startOpenAi();
  onTestFinished(() => server.close());
  const config = readConfig({ OPENAI_BASE_URL: server.url });
  const made = await Promise.all([chooseCaptioner(config), chooseTranslator(config), chooseKeywords(config)]);
  expect(made.map(({ name }) => name)).toEqual(['openai', 'openai', 'openai']);
  expect(server.heard).toEqual([]);
  expect(await openAiModerator(config)).toBeUndefined();
});

test('engines of one configuration share their client: what one has found out of the server the other knows', async () => {
  const words = ['하나', '둘', '셋'];
  const server = await startOpenAi({
    answer: ({ chat }) =>
      chat.temperature === undefined
        ? { translations: ['별이 있다'], setting: words, action: words, feeling: words }
        : ERRORS.noTemperature,
  });
  onTestFinished(() => server.close());
  const config = readConfig({ OPENAI_BASE_URL: server.url });
  const star: Passage = { text: 'a star', locale: 'en', source: { kind: 'person' } };
  expect(await (await openAiTranslator(config)).translate([star], 'ko')).toMatchObject([{ text: '별이 있다' }]);
  expect(server.asked).toHaveLength(2);
  const suggester = await openAiSuggester(config);
  const { suggested, note } = await suggester.keywords({ locale: 'ko', scene: { fields: {} }, others: [] });
  expect([suggested.setting, note]).toEqual([words, undefined]);
  expect(server.asked).toHaveLength(3);
});
