// Bots that go away and come back: killed and started again, connections refreshed and broken. The service forgets nothing.
import type { ChildProcess } from 'node:child_process';
import { type App, SocketModeReceiver } from '@slack/bolt';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startChild } from '../../support/child.ts';
import { SILENT, socketApp } from './bolt.ts';
import { createManualClock, type ManualClock, type Message, type Person, type Slack, startSlack } from './index.ts';

let clock: ManualClock;
let slack: Slack;
let mina: Person;
let channel: string;

beforeEach(async () => {
  clock = createManualClock();
  slack = await startSlack({ clock });
  mina = slack.person('Mina');
  channel = slack.channel('class', [mina]);
});
afterEach(() => slack.close());

const connected = (count: number) => slack.until(() => slack.socketMode.connected() === count, `${count} connected`);
const answerTo = (message: Message) => slack.until(() => slack.thread(channel, message)[1]?.text, 'an answer');

describe('a bot in another process', () => {
  const bots = new Set<ChildProcess>();
  afterEach(() => {
    for (const bot of bots) bot.kill('SIGKILL');
  });
  const startBot = async (): Promise<ChildProcess> => {
    const args = [slack.apiUrl, slack.installation().token, slack.app.appToken];
    const { process: bot } = startChild('fakes/slack/bot-process.ts', args);
    bots.add(bot);
    await connected(1);
    return bot;
  };

  it('hears after its death what was said while it was dead', async () => {
    const first = await startBot();
    expect(await answerTo(mina.post(channel, { text: 'one' }))).toBe('one!');
    first.kill('SIGKILL');
    await connected(0);
    const missed = mina.post(channel, { text: 'two' });
    const failures = () => slack.delivered.filter(({ reply }) => reply.type === 'failed');
    await slack.until(() => failures().length === 2);
    await startBot();
    await clock.advance(60_000);
    expect(await answerTo(missed)).toBe('two!');
    await slack.quiet();
    expect(slack.lost).toEqual([]);
  });
});

describe('a bot in Socket Mode', () => {
  let app: App;
  beforeEach(async () => {
    const clientOptions = { slackApiUrl: slack.apiUrl };
    const receiver = new SocketModeReceiver({
      appToken: slack.app.appToken,
      clientPingTimeout: 400,
      logger: SILENT,
      installerOptions: { clientOptions },
    });
    app = socketApp(slack, { receiver, socketMode: false });
    app.message(async ({ message, say }) => {
      if (!('bot_id' in message)) await say({ text: 'heard', thread_ts: message.ts });
    });
    await app.start();
  });
  afterEach(() => app.stop());

  it.each([
    ['is asked to connect anew', () => slack.socketMode.refresh()],
    ['loses its connection', () => slack.socketMode.drop()],
  ])('is there again after it %s', async (_, disturb) => {
    disturb();
    await connected(0);
    await connected(1);
    expect(await answerTo(mina.post(channel, { text: 'hello' }))).toBe('heard');
  });
});
