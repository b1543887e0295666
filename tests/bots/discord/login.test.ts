// Coming in: what is wrong is named, what may work later is tried later, and what the settings of the application do not
// allow is done without.
import { describe, expect, it, onTestFinished } from 'vitest';
import { memoryBlobs } from '../../../src/blobs.ts';
import { createDiscord } from '../../../src/bots/discord/platform.ts';
import type { Reception } from '../../../src/bots/types.ts';
import { memoryStores } from '../../../src/store.ts';
import type { Locale } from '../../../src/story.ts';
import { type DiscordOptions, type FakeDiscord, startDiscord } from '../../fakes/discord/start.ts';
import { createHouse, examples, plain, startBook } from './house.ts';

const deaf: Reception = {
  receive: async () => [],
  look: async () => undefined,
  missed: async () => {},
  watch: () => {},
  classes: { receive: async () => [], look: async () => undefined, watch: () => {} },
};

async function fake(options: DiscordOptions = {}): Promise<FakeDiscord> {
  const discord = await startDiscord(options);
  onTestFinished(() => discord.close());
  return discord;
}

function platformFor(url: string, token: string, locale: Locale = 'ko') {
  const announced: string[] = [];
  const warned: string[] = [];
  const log = { error: () => {}, warn: (_: unknown, line: string) => void warned.push(line), info: () => {} } as never;
  const platform = createDiscord(
    { token, apiUrl: url, threads: 'private', teacherRoles: [], hosts: [], keptFor: 60_000 },
    { blobs: memoryBlobs(), stores: memoryStores(), log, announce: (line) => void announced.push(line), locale },
  );
  onTestFinished(() => platform.stop());
  return { platform, announced, warned };
}

const codeOf = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => 'none',
    (error: unknown) => error,
  );

describe('logging in', () => {
  it('fails by name with a token that Discord does not know', async () => {
    const discord = await fake();
    const { platform } = platformFor(discord.url, 'another-token');
    expect(await codeOf(platform.start(deaf))).toMatchObject({
      code: 'service-login',
      details: { variable: 'DISCORD_TOKEN' },
      retryable: false,
    });
  });

  it('may work later where nothing answers', async () => {
    const discord = await startDiscord();
    await discord.close();
    const { platform } = platformFor(discord.url, discord.token);
    expect(await codeOf(platform.start(deaf))).toMatchObject({ code: 'service-unreachable', retryable: true });
    expect(await codeOf(platform.send('1', { to: 'thread', type: 'notice', key: 'k', text: 'x' }))).toMatchObject({
      code: 'service-unreachable',
      retryable: true,
    });
  });

  it('works when it is tried again', async () => {
    const discord = await fake();
    discord.trouble({ path: /applications\/@me/, times: 4, does: { kind: 'status', status: 503 } });
    const { platform } = platformFor(discord.url, discord.token);
    expect(await codeOf(platform.start(deaf))).toMatchObject({ code: 'service-unreachable' });
    await platform.start(deaf);
    expect(discord.gateway.connected()).toBe(1);
  });

  it('goes on without messages when the right to see them is taken away later', async () => {
    const { discord, live } = await createHouse();
    await live();
    const child = discord.person();
    const book = await startBook(discord, child);
    Object.assign(discord.world.settings, { messageContent: false });
    discord.gateway.invalidate();
    await discord.until(() => discord.gateway.counts().refused.includes(4014), 'a refusal');
    await discord.until(() => discord.gateway.connected() === 1, 'the bot to come back');
    await child.click(book.card(), '그림 올리기');
    await child.fill({ '그림 파일': await examples(1) }).submit();
    expect(plain(await book.cardSays('그림 1장'))).toContain('봇에게 보이지 않아요');
  });

  it.each([
    ['ko', '켜고 다시 시작해 주세요'],
    ['en', 'switch on Message Content Intent'],
  ] as const)('without messages is told in the language of whoever started the program (%s)', async (locale, words) => {
    const discord = await fake({ messageContent: false });
    const { platform, announced } = platformFor(discord.url, discord.token, locale);
    await platform.start(deaf);
    expect(announced).toEqual([expect.stringContaining(words)]);
  });

  it('can be given up while the gateway is out of reach', async () => {
    const house = await createHouse();
    const talking = await house.live();
    const outage = house.discord.gateway.outage({ resumable: true });
    await house.discord.until(() => house.discord.gateway.connected() === 0, 'the outage');
    await talking.stop();
    outage.end();
    expect(house.announced).toEqual([]);
  });

  it('goes on without messages where the gateway does not allow them, whatever the settings said', async () => {
    const house = await createHouse({ messageContent: false });
    const { discord } = house;
    discord.trouble({
      path: /applications\/@me/,
      does: { kind: 'status', status: 200, body: { id: discord.appId, flags: 1 << 19 } },
    });
    await house.live();
    expect(discord.gateway.counts().refused).toEqual([4014]);
    expect(house.announced).toEqual([expect.stringContaining('Message Content Intent')]);
    const child = discord.person();
    const book = await startBook(discord, child);
    expect(plain(book.card())).toContain('봇에게 보이지 않아요');
    await child.click(book.card(), '그림 올리기');
    await child.fill({ '그림 파일': await examples(1) }).submit();
    await book.cardSays('그림 1장');
  });
});
