// Examining the platforms: what is found where a token is right, wrong, or allows too little, and where nothing answers.
import { once } from 'node:events';
import { createServer } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { examinePlatforms } from '../../src/bots/index.ts';
import { readConfig } from '../../src/config.ts';
import type { Finding } from '../../src/finding.ts';
import type { Locale } from '../../src/story.ts';
import { type DiscordOptions, startDiscord } from '../fakes/discord/start.ts';
import { startSlack } from '../fakes/slack/index.ts';
import { socketVariables } from './slack/bot.ts';

interface More {
  readonly signal?: AbortSignal;
  readonly isRunning?: boolean;
  readonly locale?: Locale;
}

async function examine(environment: Readonly<Record<string, string>>, more: More = {}) {
  const { signal = new AbortController().signal, isRunning = false, locale = 'ko' } = more;
  const config = readConfig({ WEB: 'off', ...environment });
  const examined = await examinePlatforms(config, { signal, isRunning, locale });
  const findings = examined.flatMap((each) => each.findings);
  return {
    findings,
    reaches: examined.flatMap((each) => each.reaches),
    of: (id: string): readonly Finding[] => findings.filter((finding) => finding.id === id),
    all: JSON.stringify(findings),
  };
}

async function discordWith(options: DiscordOptions = {}) {
  const discord = await startDiscord(options);
  onTestFinished(() => discord.close());
  return { discord, variables: { DISCORD_TOKEN: discord.token, DISCORD_API_URL: discord.url } };
}

describe('examining Discord', () => {
  it('finds that nothing is missing, and tells no token', async () => {
    const { discord, variables } = await discordWith({ guilds: [{ name: '햇살 유치원' }, { name: '달빛 교실' }] });
    const { of, all, reaches } = await examine(variables);
    expect(of('discord.token')).toMatchObject([{ state: 'ready', detail: expect.stringContaining('토큰이 맞아요') }]);
    expect(of('discord.messages')).toMatchObject([{ state: 'ready' }]);
    expect(of('discord.servers')).toMatchObject([{ state: 'ready', detail: expect.stringContaining('달빛 교실') }]);
    expect(all).not.toContain(discord.token);
    expect(reaches).toEqual([new URL(discord.url).host]);
    expect(discord.gateway.counts().refused).toEqual([]);
    expect(discord.gateway.connected()).toBe(0);
  });

  it('names the variable of a wrong token, not the token', async () => {
    const { variables } = await discordWith();
    const { of, findings, all } = await examine({ ...variables, DISCORD_TOKEN: 'another-token' });
    expect(of('discord.token')).toMatchObject([{ state: 'broken', detail: expect.stringContaining('DISCORD_TOKEN') }]);
    expect(findings.filter(({ id }) => id.startsWith('discord.'))).toHaveLength(1);
    expect(all).not.toContain('another-token');
  });

  it('says how to let it see messages, and what it may see without need', async () => {
    const { variables } = await discordWith({ messageContent: false, otherFlags: 1 << 15 });
    const { of } = await examine(variables);
    expect(of('discord.messages')).toMatchObject([
      { state: 'absent', advice: expect.stringContaining('Message Content Intent') },
    ]);
    expect(of('discord.needless')).toMatchObject([
      { state: 'absent', detail: expect.stringContaining('Server Members Intent') },
    ]);
  });

  it('names the permissions that its roles lack, server by server', async () => {
    const { discord, variables } = await discordWith({ guilds: [{ name: '햇살 유치원' }, { name: '달빛 교실' }] });
    const guild = [...discord.world.guilds.values()].find(({ name }) => name === '달빛 교실');
    if (!guild) throw new Error('no such server');
    const without = ~((1n << 38n) | (1n << 36n));
    const roles = guild.roles.map((role) => ({ ...role, permissions: role.permissions & without }));
    discord.world.guilds.set(guild.id, { ...guild, roles });
    const { of } = await examine(variables);
    const [whole, lacking] = of('discord.servers');
    expect(whole).toMatchObject({ state: 'ready', detail: expect.stringContaining('햇살 유치원') });
    expect(whole?.detail).not.toContain('달빛 교실');
    expect(lacking).toMatchObject({
      state: 'absent',
      detail: expect.stringMatching(/달빛 교실.*비공개 스레드 만들기, 스레드에서/),
    });
    const open = await examine({ ...variables, DISCORD_THREADS: 'public' });
    expect(open.of('discord.servers').at(-1)?.detail).not.toContain('비공개');
  });

  it('invites a bot that is in no server, and knows another application', async () => {
    const { discord, variables } = await discordWith();
    discord.world.guilds.clear();
    const { of } = await examine({ ...variables, DISCORD_APP_ID: '12345' });
    expect(of('discord.servers')).toMatchObject([
      { state: 'absent', advice: expect.stringContaining(`client_id=${discord.appId}&scope=bot`) },
    ]);
    expect(of('discord.application')).toMatchObject([{ state: 'broken' }]);
  });

  it('finds that nothing answers, and waits no longer than it may', async () => {
    const { discord, variables } = await discordWith();
    const answered = Promise.withResolvers<void>();
    onTestFinished(() => answered.resolve());
    const control = new AbortController();
    discord.trouble({ path: /gateway\/bot/, does: { kind: 'wait', until: answered.promise } });
    const found = examine(variables, { signal: control.signal });
    await discord.until(() => discord.requests.length >= 3, 'the other questions');
    control.abort();
    expect((await found).of('discord.token')).toMatchObject([
      { state: 'broken', detail: expect.stringContaining('연결') },
    ]);
    const gone = await examine({ ...variables, DISCORD_API_URL: 'http://127.0.0.1:9/api' });
    expect(gone.of('discord.token')).toMatchObject([{ state: 'broken', detail: expect.stringContaining('연결') }]);
  });
});

describe('examining Slack', () => {
  const slackWith = async () => {
    const slack = await startSlack();
    onTestFinished(() => slack.close());
    return { slack, variables: socketVariables(slack) };
  };

  it('finds that nothing is missing, and tells no token', async () => {
    const { slack, variables } = await slackWith();
    const { of, all, reaches } = await examine(variables);
    expect(of('slack.token')).toMatchObject([{ state: 'ready', detail: expect.stringContaining(slack.home.name) }]);
    expect(of('slack.scopes')).toMatchObject([{ state: 'ready' }]);
    expect(of('slack.socket')).toMatchObject([{ state: 'ready' }]);
    for (const token of [slack.installation().token, slack.app.appToken]) expect(all).not.toContain(token);
    expect(reaches).toEqual([new URL(slack.apiUrl).host]);
  });

  it('names the variable of each wrong token, and those that were mixed up', async () => {
    const { slack, variables } = await slackWith();
    const wrong = await examine({ ...variables, SLACK_BOT_TOKEN: 'wrong-one' });
    expect(wrong.of('slack.token')).toMatchObject([
      { state: 'broken', detail: expect.stringContaining('SLACK_BOT_TOKEN') },
    ]);
    expect(wrong.of('slack.scopes')).toEqual([]);
    expect(wrong.of('slack.socket')).toMatchObject([{ state: 'ready' }]);
    const mixed = await examine({ ...variables, SLACK_APP_TOKEN: slack.installation().token });
    expect(mixed.of('slack.socket')).toMatchObject([
      { state: 'broken', detail: expect.stringContaining('SLACK_APP_TOKEN') },
    ]);
  });

  it('names the scopes that are missing', async () => {
    const { slack, variables } = await slackWith();
    const { id } = slack.team('Other', ['commands', 'chat:write', 'files:read']);
    const { of } = await examine({ ...variables, SLACK_BOT_TOKEN: slack.installation(id).token });
    expect(of('slack.scopes')).toMatchObject([
      { state: 'broken', detail: expect.stringMatching(/channels:history.*files:write/) },
    ]);
    expect(of('slack.scopes')[0]?.detail).not.toContain('files:read');
  });

  it('finds that nothing answers, and waits no longer than it may', async () => {
    const { slack, variables } = await slackWith();
    const answered = Promise.withResolvers<void>();
    onTestFinished(() => answered.resolve());
    slack.trouble('auth.test', { type: 'held', until: answered.promise });
    const control = new AbortController();
    const found = examine(variables, { signal: control.signal });
    await slack.until(() => slack.calls('auth.test').length === 1, 'the question');
    control.abort();
    expect((await found).of('slack.token')).toMatchObject([
      { state: 'broken', detail: expect.stringContaining('연결') },
    ]);
    const gone = await examine({ ...variables, SLACK_API_URL: 'http://127.0.0.1:9/api/' });
    expect(gone.findings.filter(({ state }) => state === 'broken').map(({ id }) => id)).toEqual([
      'slack.token',
      'slack.socket',
    ]);
  });
});

describe('examining the page', () => {
  const takePort = async (): Promise<string> => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    onTestFinished(() => void server.close());
    const address = server.address();
    return typeof address === 'object' && address ? `${address.port}` : '';
  };

  it('finds a port that is taken, unless the program itself has it', async () => {
    const WEB_PORT = await takePort();
    const { of } = await examine({ WEB: 'on', WEB_PORT });
    expect(of('web.page')).toMatchObject([{ state: 'broken', detail: expect.stringContaining(WEB_PORT) }]);
    const own = await examine({ WEB: 'on', WEB_PORT }, { isRunning: true });
    expect(own.of('web.page')).toMatchObject([{ state: 'ready' }]);
  });

  it('says whether visitors are asked for a code, and never the code', async () => {
    const own = await examine({ WEB: 'on', WEB_PORT: '0', WEB_CODE: 'sunflower' });
    expect(own.of('web.code')).toMatchObject([{ detail: expect.stringContaining('WEB_CODE') }]);
    expect(own.all).not.toContain('sunflower');
    const open = await examine({ WEB: 'on', WEB_PORT: '0' });
    expect(open.of('web.code')).toMatchObject([{ detail: expect.stringContaining('묻지 않아요') }]);
    const wide = await examine({ WEB: 'on', WEB_PORT: '0', WEB_HOST: '0.0.0.0' }, { locale: 'en' });
    expect(wide.of('web.code')).toMatchObject([{ detail: expect.stringContaining('each start') }]);
  });

  it('without any platform, says how to get each', async () => {
    const { findings, reaches } = await examine({});
    expect(findings.map(({ id, state }) => [id, state])).toEqual([
      ['web.page', 'absent'],
      ['discord.token', 'absent'],
      ['slack.token', 'absent'],
    ]);
    for (const { advice } of findings) expect(advice).toMatch(/WEB=on|DISCORD_TOKEN|SLACK_BOT_TOKEN/);
    expect(reaches).toEqual([]);
  });
});
