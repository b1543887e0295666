// The promise that nothing of a picture or a story leaves the computer: with no key and no address set, the program, its
// worker and its commands reach nothing but the chat service itself. The guard before each of them is told of that one
// address; any other, and any name that is looked up, fails the test. See `guard.test.ts` for the guard itself.
import { randomUUID } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { expect, it, onTestFinished, vi } from 'vitest';
import { examples, makeBook } from '../bots/discord/house.ts';
import { socketVariables } from '../bots/slack/bot.ts';
import { createStory } from '../bots/slack/story.ts';
import { createVisitor, OWN, type Visitor } from '../bots/web/visitor.ts';
import { startDiscord } from '../fakes/discord/start.ts';
import { startOpenAi } from '../fakes/openai/server.ts';
import { startSlack } from '../fakes/slack/index.ts';
import { checkpoint } from '../pipeline/golden.ts';
import { freshFolder } from '../support/folder.ts';
import { type Guarded, guarded } from '../support/guarded.ts';
import { freePort } from '../support/port.ts';
import { startProgram } from '../support/program.ts';
import { spawnProgram } from './spawn.ts';

// Whole programs that make whole books, beside everything else that tests do.
vi.setConfig({ testTimeout: 240_000 });
/** As long as anything may take. */
const SLOW = { timeout: 120_000 } as const;

/** The program that talks, its worker, and the worker's thread that watches over it. */
const WHOLE_PROGRAM = ['main.ts', 'worker.ts', 'lifeline.ts (thread)'];

/** A small captioner stands in for the large one: what it needs to run is the same. */
const MODELS = { BLIP_DIR: checkpoint('blip') };

/** The whole program behind the guard; stopped, it must have ended well. */
async function live(guard: Guarded, environment: Readonly<Record<string, string>>) {
  const folder = await freshFolder();
  const program = await startProgram(
    { HOME: folder, DATA_DIR: `${folder}/data`, ...MODELS, ...guard.environment, ...environment },
    folder,
  );
  onTestFinished(async () => {
    await program.kill();
    // Whatever else went wrong, this is why.
    expect(guard.strayed()).toEqual([]);
  });
  return program;
}

function expectNothingStrayed(guard: Guarded, programs: readonly string[]): void {
  expect(guard.strayed()).toEqual([]);
  // Each is there once; the worker stands for its models and for the printing.
  expect(guard.programs().toSorted()).toEqual(programs.toSorted());
}

it('storybook make', async () => {
  const guard = await guarded();
  const folder = await freshFolder();
  const book = 'examples/moonlight-picnic';
  const words = ['make', book, '--fields', `${book}/fields.ko.json`, '--out', `${folder}/book.pdf`];
  const { status, output } = await spawnProgram('bin/storybook.js', words, {
    HOME: folder,
    ...MODELS,
    ...guard.environment,
  });
  expect(status, output).toBe(0);
  expect((await readFile(`${folder}/book.pdf`)).subarray(0, 5).toString()).toBe('%PDF-');
  expectNothingStrayed(guard, ['storybook.js', 'cli.ts']);
});

it('storybook doctor', async () => {
  const guard = await guarded();
  const folder = await freshFolder();
  const { status, output } = await spawnProgram(
    'bin/storybook.js',
    ['doctor'],
    { HOME: folder, ...guard.environment },
    folder,
  );
  expect(status, output).toBe(0);
  expectNothingStrayed(guard, ['storybook.js', 'cli.ts']);
});

/** What the page's own script does, from the first click to the file. */
async function makeAtPage(visitor: Visitor): Promise<Uint8Array> {
  const book = await visitor.begin('달빛 소풍');
  const bytes = new Uint8Array(await readFile(new URL('../../examples/school-yard/4-sprout.jpg', import.meta.url)));
  const files = ['1.jpg', '2.jpg'].map((name) => ({ name, size: bytes.length, type: 'image/jpeg' }));
  const { sources } = await visitor.announce(book, files);
  for (const source of sources) await visitor.put(book, source, bytes, { ...OWN, 'content-type': 'image/jpeg' });
  const view = () => visitor.view(book);
  await expect.poll(async () => (await view()).scenes.map(({ state }) => state), SLOW).toEqual(['ready', 'ready']);
  const values = { name: '별이', i_action: '달을 본다', classification: '자연탐구' };
  for (const { scene } of (await view()).scenes) {
    await visitor.post(`${book}/say`, { type: 'submitted', id: randomUUID(), form: 'A', scene, values });
  }
  const { request } = await view();
  await visitor.post(`${book}/say`, { type: 'pressed', id: randomUUID(), action: `make.${request}` });
  await expect.poll(async () => (await view()).book?.upToDate, SLOW).toBe(true);
  return new Uint8Array(await (await visitor.fetch(`${book}/book.pdf`)).arrayBuffer());
}

it('the local page, from the first picture to the book', async () => {
  const guard = await guarded();
  const port = await freePort();
  const program = await live(guard, { WEB_PORT: `${port}` });
  const pdf = await makeAtPage(createVisitor(`http://127.0.0.1:${port}`));
  expect(Buffer.from(pdf).subarray(0, 5).toString()).toBe('%PDF-');
  expect(await program.stop()).toBe(0);
  expectNothingStrayed(guard, WHOLE_PROGRAM);
});

it('Discord, where only Discord is reached', async () => {
  const discord = await startDiscord();
  onTestFinished(() => discord.close());
  const { host } = new URL(discord.url);
  const guard = await guarded(host);
  const program = await live(guard, {
    WEB: 'off',
    DISCORD_TOKEN: discord.token,
    DISCORD_API_URL: discord.url,
    DOWNLOAD_HOSTS: host,
  });
  await makeBook(discord, discord.person({ name: '하늘', locale: 'ko' }), '달빛 소풍', await examples(2));
  expect(await program.stop()).toBe(0);
  expectNothingStrayed(guard, WHOLE_PROGRAM);
});

it('Slack, where only Slack is reached', async () => {
  const slack = await startSlack();
  onTestFinished(() => slack.close());
  const guard = await guarded(new URL(slack.apiUrl).host);
  const program = await live(guard, { WEB: 'off', ...socketVariables(slack) });
  const mina = slack.person('Mina');
  const story = createStory(slack, slack.channel('class', [mina]), mina);
  const root = await story.begin();
  await story.post(root, 2);
  await story.describe(root, 2);
  await story.make(root);
  await story.delivered(root);
  expect(await program.stop()).toBe(0);
  expectNothingStrayed(guard, WHOLE_PROGRAM);
});

it('with a service for the engines, where only that service is reached', async () => {
  const openai = await startOpenAi({ answer: () => ({ sentence: '지붕 위에 고양이가 있다.' }) });
  onTestFinished(() => openai.close());
  const guard = await guarded(new URL(openai.url).host);
  const folder = await freshFolder();
  const pictures = ['1-roof.png', '2-forest.png'].map((name) => `examples/moonlight-picnic/${name}`);
  const pages = pictures.map((picture) => ({
    picture: picture.split('/').at(-1),
    fields: { name: '별이', i_action: '달을 본다', classification: '자연탐구' },
  }));
  await writeFile(`${folder}/fields.json`, JSON.stringify({ title: '달', pages }));
  const words = ['make', ...pictures, '--fields', `${folder}/fields.json`, '--out', `${folder}/book.pdf`];
  const environment = { OPENAI_BASE_URL: openai.url, OPENAI_API_KEY: 'a-key', STORYTELLER: 'frames' };
  const { status, output } = await spawnProgram('bin/storybook.js', words, {
    HOME: folder,
    ...guard.environment,
    ...environment,
  });
  expect(status, output).toBe(0);
  expect(openai.asked).toHaveLength(pictures.length);
  expectNothingStrayed(guard, ['storybook.js', 'cli.ts']);
});
