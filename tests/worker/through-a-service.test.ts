// A book's jobs from a configuration that names a service: what each asks of it, and what that cost.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openBlobFolder } from '../../src/blob-folder.ts';
import { blobFolderOf, readConfig } from '../../src/config.ts';
import type { Manuscript } from '../../src/story.ts';
import { handlersFor } from '../../src/worker/handlers-for.ts';
import { ERRORS } from '../fakes/openai/replies.ts';
import { type Asked, startOpenAi } from '../fakes/openai/server.ts';
import { freshFolder } from '../support/folder.ts';

const KEYWORDS = {
  setting: ['운동장', '교실 앞', '아침'],
  action: ['웃는다', '뛴다', '쉰다'],
  feeling: ['설렌다', '신난다', '기쁘다'],
};
const ANSWERS: Readonly<Record<string, unknown>> = {
  caption: { sentence: '아이가 지붕 위에서 달을 본다.' },
  keywords: KEYWORDS,
  titles: { titles: ['달을 보는 밤'] },
};
const context = { signal: new AbortController().signal, onProgress: () => {} };
const spent = { calls: 1, input: 10, output: 5 };

/** What a job cost, and whom it asked. */
const usedOn = (url: string) => ({ ...spent, services: [new URL(url).host] });

async function served(answer: (asked: Asked) => unknown, more: Readonly<Record<string, string>> = {}) {
  const server = await startOpenAi({ answer });
  onTestFinished(() => server.close());
  const environment = { OPENAI_BASE_URL: server.url, DATA_DIR: await freshFolder(), LOG_LEVEL: 'silent', ...more };
  const config = readConfig(environment);
  return { server, handlers: handlersFor(config), blobs: await openBlobFolder({ folder: blobFolderOf(config) }) };
}
const manuscript: Manuscript = { locale: 'ko', level: '유아', seed: 1, scenes: [] };
const request = { locale: 'ko', scene: { fields: {} }, others: [] } as const;

test('a picture is described, words and titles are suggested, and each says what it cost', async () => {
  const { handlers, blobs, server } = await served(({ name = '' }) => ANSWERS[name]);
  const used = usedOn(server.url);
  await blobs.put('uploads/a', await readFile(join(import.meta.dirname, '../../examples/moonlight-picnic/1-roof.png')));
  const upload = { key: 'uploads/a', mediaType: 'image/png', size: 1 };
  const { picture } = await handlers.receive({ upload, keep: 'pictures/a' }, context);
  expect(await handlers.describe({ picture, locale: 'ko' }, context)).toEqual({
    caption: { text: '아이가 지붕 위에서 달을 본다.', locale: 'ko', source: { kind: 'model', engine: 'gpt-4o' } },
    used,
  });
  expect(await handlers.suggest(request, context)).toEqual({ keywords: KEYWORDS, used });
  expect(await handlers.entitle({ manuscript }, context)).toEqual({ titles: ['달을 보는 밤'], used });
  // The caption is in the book's language, so that no translator is asked.
  expect(server.asked.map(({ name }) => name)).toEqual(['caption', 'keywords', 'titles']);
});

test('a service that fails fails the description, and leaves the suggestions to what is there, with a note', async () => {
  const { handlers, blobs } = await served(() => ERRORS.quota);
  await blobs.put(
    'pictures/a',
    await readFile(join(import.meta.dirname, '../../examples/moonlight-picnic/1-roof.png')),
  );
  const picture = { key: 'pictures/a', mediaType: 'image/png', size: 1, width: 1, height: 1, sha256: '' };
  await expect(handlers.describe({ picture, locale: 'ko' }, context)).rejects.toMatchObject({ code: 'service-quota' });
  expect(await handlers.suggest(request, context)).toMatchObject({
    note: { code: 'instead', wanted: 'openai', used: 'local' },
  });
});

test('a service that only looks whether words are fit is named as asked, too', async () => {
  const more = { MODERATION: 'on', KEYWORDS: 'local' };
  const { handlers, server } = await served(() => ERRORS.quota, more);
  const { used } = await handlers.suggest({ ...request, scene: { fields: { name: '별이' } } }, context);
  expect(used).toEqual({ calls: 0, input: 0, output: 0, services: [new URL(server.url).host] });
});

const fields = { name: '별이', i_action: '달을 봐요', classification: '자연탐구' } as const;
const story: Manuscript = { locale: 'ko', level: '유아', seed: 1, scenes: [{ fields }] };

test('a class that allows no engine of another computer has none asked, and hears who told instead', async () => {
  const { handlers, blobs, server } = await served(({ name = '' }) => ANSWERS[name], { STORYTELLER: 'openai' });
  const rules = { engines: 'own', moderation: true } as const;
  await blobs.put(
    'pictures/a',
    await readFile(join(import.meta.dirname, '../../examples/moonlight-picnic/1-roof.png')),
  );
  const picture = { key: 'pictures/a', mediaType: 'image/png', size: 1, width: 1, height: 1, sha256: '' };
  expect(await handlers.describe({ picture, locale: 'ko', rules }, context)).toEqual({});
  expect(await handlers.suggest({ ...request, rules }, context)).not.toHaveProperty('used');
  expect(await handlers.entitle({ manuscript: story, rules }, context)).not.toHaveProperty('used');
  const { told, ...rest } = await handlers.write({ manuscript: story, wanted: [0], rules }, context);
  expect(told[0]).toMatchObject({
    source: { kind: 'rules', engine: 'frames' },
    note: { code: 'instead', wanted: 'openai', used: 'frames' },
  });
  expect(rest).toEqual({});
  expect(server.asked).toEqual([]);
});

test('a class may have words looked at although the program does not, by the service where it may be asked', async () => {
  const { handlers, server } = await served(() => ERRORS.quota, { KEYWORDS: 'local', STORYTELLER: 'frames' });
  const write = (engines: 'all' | 'own') =>
    handlers.write({ manuscript: story, wanted: [0], rules: { engines, moderation: true } }, context);
  expect((await write('own')).told[0]).not.toHaveProperty('note');
  expect(server.asked).toEqual([]);
  const { told, used } = await write('all');
  // It has no moderation of its own, which is no fault: this program's list decides.
  expect(told[0]).not.toHaveProperty('note');
  expect(used?.services).toEqual([new URL(server.url).host]);
  const bad: Manuscript = { ...story, scenes: [{ fields: { ...fields, i_action: '씨발' } }] };
  const rules = { engines: 'plain', moderation: true } as const;
  await expect(handlers.write({ manuscript: bad, wanted: [0], rules }, context)).rejects.toMatchObject({
    code: 'text-unsuitable',
  });
  expect((await handlers.write({ manuscript: bad, wanted: [0] }, context)).told).toHaveLength(1);
});
