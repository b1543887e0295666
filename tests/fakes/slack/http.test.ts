// A real Bolt app behind the HTTP receiver: signatures, challenge, command, modal, repetitions. And installs in two workspaces.
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { App, Installation } from '@slack/bolt';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { freePort } from '../../support/port.ts';
import { httpApp, oauthApp } from './bolt.ts';
import { text } from './call.ts';
import { createManualClock, type ManualClock, type Person, type Slack, startSlack } from './index.ts';

let slack: Slack;
let app: App;
let mina: Person;
let channel: string;

const form = {
  type: 'modal' as const,
  callback_id: 'form',
  title: text('Form') as { type: 'plain_text'; text: string },
  blocks: [{ type: 'divider' }],
};

describe('a Bolt app over HTTP', () => {
  let url: string;
  let clock: ManualClock;
  beforeEach(async () => {
    clock = createManualClock();
    slack = await startSlack({ clock, retryDelays: [0, 0, 0] });
    mina = slack.person('Mina');
    channel = slack.channel('class', [mina]);
    app = httpApp(slack);
    const server = (await app.start(0)) as Server;
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/slack/events`;
  });
  afterEach(async () => {
    await app.stop();
    await slack.close();
  });

  it('answers the challenge, a command with words, and opens a modal in time', async () => {
    app.command('/storybook', async ({ ack, client, body }) => {
      await ack({ text: 'hello', response_type: 'ephemeral' });
      await client.views.open({ trigger_id: body.trigger_id, view: form });
    });
    await slack.useHttp(url);
    expect(await mina.command(channel, '/storybook', 'help')).toEqual({ ok: true });
    expect(mina.ephemerals(channel).map((message) => message.text)).toEqual(['hello']);
    expect((await slack.until(() => mina.view)).title).toBe('Form');
    expect(slack.delivered.map(({ name, type }) => [name, type])).toEqual([['/storybook', 'slash_commands']]);
  });

  it('refuses what is signed with another secret or is older than five minutes', async () => {
    const http = await slack.useHttp(url);
    const parcel = { type: 'slash_commands', payload: { command: '/storybook' } } as const;
    const refused = { type: 'failed', reason: 'http_error', detail: expect.stringMatching(/^401/) };
    expect(await http.carrySigned(parcel, { secret: 'another' })).toMatchObject(refused);
    expect(await http.carrySigned(parcel, { age: 301 })).toMatchObject(refused);
  });

  it('hears an event again with its number and reason, and answers through a response URL five times', async () => {
    const heard: unknown[] = [];
    const said: number[] = [];
    app.event('message', async ({ context, body }) => {
      heard.push([body.event_id, context.retryNum, context.retryReason]);
    });
    app.command('/storybook', async ({ ack, respond }) => {
      await ack();
      for (let time = 0; time < 6; time += 1) {
        await respond(`${time}`).then(
          ({ status }) => said.push(status),
          (error) => said.push(error.statusCode),
        );
      }
      slack.world.changed();
    });
    await slack.useHttp(url);
    mina.post(channel, { text: 'hello' });
    await slack.quiet();
    const id = String(slack.delivered[0]?.payload['event_id']);
    await slack.repeat(id);
    await slack.until(() => heard.length === 2);
    expect(heard).toEqual([
      [id, undefined, undefined],
      [id, 1, 'http_timeout'],
    ]);
    await mina.command(channel, '/storybook');
    await slack.until(() => said.length === 6);
    expect(said).toEqual([200, 200, 200, 200, 200, 404]);
    expect(mina.ephemerals().map((message) => message.text)).toEqual(['0', '1', '2', '3', '4']);
  });

  it('is told an event again when it could not say yet whose it was', async () => {
    const heard: unknown[] = [];
    let isReady = false;
    await app.stop();
    const { token, botUser, botId } = slack.installation();
    app = httpApp(slack, {
      token: undefined as never,
      authorize: async () => {
        if (isReady) return { botToken: token, botUserId: botUser, botId };
        isReady = true;
        throw new Error('the store is slow');
      },
    });
    app.event('message', async ({ context }) => {
      heard.push([context.retryNum, context.retryReason]);
    });
    const server = (await app.start(0)) as Server;
    await slack.useHttp(`http://127.0.0.1:${(server.address() as AddressInfo).port}/slack/events`);
    mina.post(channel, { text: 'hello' });
    await slack.quiet();
    await slack.until(() => heard.length === 1);
    expect(heard).toEqual([[1, 'http_error']]);
  });

  it('tells the person, and the test, when a command is not acknowledged', async () => {
    await slack.useHttp(url);
    const outcome = mina.command(channel, '/storybook');
    await clock.advance(3000);
    expect(await outcome).toEqual({ ok: false, error: 'operation_timeout' });
    expect(slack.faults).toEqual([expect.stringContaining('/storybook of Mina came to nothing')]);
  });
});

describe('a Bolt app for several workspaces', () => {
  it.each([
    ['HTTP', false],
    ['Socket Mode', true],
  ])(
    'is installed over %s by a person of each, answers each with its own token, and hears when it is removed',
    async (_, socketMode) => {
      // Known to Slack before the bot listens there.
      const port = await freePort();
      slack = await startSlack({ redirectUris: [`http://127.0.0.1:${port}/slack/oauth_redirect`] });
      const store = new Map<string, Installation>();
      const gone: string[] = [];
      app = oauthApp(slack, { port, store, socketMode });
      app.command('/storybook', async ({ ack, client, body }) => {
        await ack();
        await client.chat.postMessage({ channel: body.channel_id, text: 'hello' });
      });
      app.event('app_uninstalled', async ({ body }) => {
        gone.push(body.team_id);
        slack.world.changed();
      });
      await app.start(port);
      if (!socketMode) await slack.useHttp(`http://127.0.0.1:${port}/slack/events`);
      const teams = [slack.team('North'), slack.team('South')];
      for (const { id, name } of teams) {
        const person = slack.person(name, { team: id });
        const { status } = await slack.install(person, `http://127.0.0.1:${port}/slack/install`);
        expect(status).toBe(200);
        const room = slack.channel(`room-${name}`, [person]);
        expect(await person.command(room, '/storybook')).toEqual({ ok: true });
        const message = await slack.until(() => slack.roots(room)[0]);
        expect(message.user).toBe(slack.installation(id).botUser);
      }
      expect([...store.keys()]).toEqual(teams.map(({ id }) => id));
      slack.uninstall(teams[0]?.id ?? '');
      await slack.until(() => gone.length === 1);
      expect(gone).toEqual([teams[0]?.id]);
      await app.stop();
      await slack.close();
    },
  );
});
