// Several workspaces: people install the bot themselves, each with its own token, and take it out again.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createInstallations } from '../../../src/bots/slack/installations.ts';
import { createSlack } from '../../../src/bots/slack/platform.ts';
import { memoryStores, type Store } from '../../../src/store.ts';
import { buttons, type Slack } from '../../fakes/slack/index.ts';
import { freshFolder } from '../../support/folder.ts';
import { freePort } from '../../support/port.ts';
import { type Bot, startBot, startCalmSlack } from './bot.ts';
import { createStory } from './story.ts';

let slack: Slack;
let bot: Bot | undefined;
let folder: string;
/** Where Slack leads people back to has to be known before the bot listens there. */
let port: number;

beforeEach(async () => {
  port = await freePort();
  slack = await startCalmSlack({ redirectUris: [`http://127.0.0.1:${port}/slack/oauth_redirect`] });
  folder = await freshFolder();
});
afterEach(async () => {
  await bot?.stop();
  bot = undefined;
  await slack.close();
});

const variables = (mode: 'http' | 'socket'): Record<string, string> => ({
  SLACK_MODE: mode,
  SLACK_CLIENT_ID: slack.app.clientId,
  SLACK_CLIENT_SECRET: slack.app.clientSecret,
  SLACK_STATE_SECRET: 'a long text of our own',
  SLACK_PORT: `${port}`,
  SLACK_API_URL: slack.apiUrl,
  ...(mode === 'http' ? { SLACK_SIGNING_SECRET: slack.app.signingSecret } : { SLACK_APP_TOKEN: slack.app.appToken }),
});

describe('several workspaces', () => {
  it.each(['http', 'socket'] as const)('install the bot themselves and each make a book, over %s', async (mode) => {
    bot = await startBot({ folder, variables: variables(mode) });
    if (mode === 'http') await slack.useHttp(`http://127.0.0.1:${port}/slack/events`);
    const schools = ['East', 'West'].map((name) => slack.team(name));
    const tokens: string[] = [];
    for (const { id, name } of schools) {
      const person = slack.person(name, { team: id });
      const { status } = await slack.install(person, `http://127.0.0.1:${port}/slack/install`);
      expect(status).toBe(200);
      tokens.push(slack.installation(id).token);
      const channel = slack.channel('class', [person]);
      const story = createStory(slack, channel, person);
      const root = await story.begin(name);
      await story.post(root, 1);
      await story.describe(root, 1);
      await story.make(root);
      await story.delivered(root);
      expect(story.pdfs(root).flatMap(slack.filesOf)[0]?.name).toBe(`${name}.pdf`);
    }
    expect(new Set(tokens).size).toBe(2);
    expect(slack.faults).toEqual([]);
    expect(JSON.stringify(bot.logged)).not.toContain(tokens[0]);
  });

  it('are forgotten when the bot is taken out, and known again after it is back', async () => {
    const seen: Store<unknown>[] = [];
    bot = await startBot({
      folder,
      variables: variables('socket'),
      platforms: async (tools) => {
        seen.push(tools.stores.open({ namespace: 'slack-installations' }));
        return tools.config.slack ? [createSlack(tools, tools.config.slack)] : [];
      },
    });
    const installed = (): Promise<unknown> => Promise.resolve(seen[0]?.get(`team:${school.id}`));
    const school = slack.team('East');
    const person = slack.person('Ara', { team: school.id });
    const page = `http://127.0.0.1:${port}/slack/install`;
    await slack.install(person, page);
    const channel = slack.channel('class', [person]);
    const story = createStory(slack, channel, person);
    await story.begin('하나');
    expect(await installed()).toMatchObject({ bot: { token: slack.installation(school.id).token } });
    slack.uninstall(school.id);
    await slack.quiet();
    await expect.poll(installed).toBeUndefined();
    await slack.install(person, page);
    slack.invite(channel);
    await story.begin('둘');
    expect(slack.roots(channel).filter((one) => buttons(one).length > 0)).toHaveLength(2);
  });

  it('are forgotten with their organisation, where the bot was in all of it', async () => {
    const seen: Store<unknown>[] = [];
    bot = await startBot({
      folder,
      variables: variables('socket'),
      platforms: async (tools) => {
        seen.push(tools.stores.open({ namespace: 'slack-installations' }));
        return tools.config.slack ? [createSlack(tools, tools.config.slack)] : [];
      },
    });
    const known = (name: string): Promise<unknown> => Promise.resolve(seen[0]?.get(name));
    const school = slack.team('East');
    await slack.install(slack.person('Ara', { team: school.id }), `http://127.0.0.1:${port}/slack/install`);
    const installation = slack.installation(school.id);
    slack.world.installations.set(installation.token, { ...installation, organisation: 'E1' });
    await seen[0]?.set('org:E1', await known(`team:${school.id}`));
    slack.uninstall(school.id);
    await slack.quiet();
    await expect.poll(() => known('org:E1')).toBeUndefined();
  });

  it('keeps an organisation’s installation for its workspaces', async () => {
    const store = memoryStores().open<object>({ namespace: 'x' });
    const kept = createInstallations(store);
    const bot = { token: 't', id: 'B1', userId: 'U1' };
    const organisation = { isEnterpriseInstall: true, enterprise: { id: 'E1' }, team: undefined, bot };
    await kept.storeInstallation(organisation);
    await kept.storeInstallation({ team: { id: 'T1' }, bot: { ...bot, token: 'own' } });
    const fetched = async (where: object) => (await kept.fetchInstallation(where)) as { bot?: { token: string } };
    expect((await fetched({ teamId: 'T1' })).bot?.token).toBe('own');
    expect((await fetched({ teamId: 'T2', enterpriseId: 'E1' })).bot?.token).toBe('t');
    expect((await fetched({ teamId: 'T2' })).bot?.token).toBe('t');
    await kept.deleteInstallation({ enterpriseId: 'E1', isEnterpriseInstall: true });
    await expect(kept.fetchInstallation({ teamId: 'T2' })).rejects.toThrow('not installed');
  });
});
