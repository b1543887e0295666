// A real Bolt app over Socket Mode, from the command to the file in the thread.
import type { App } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { socketApp } from './bolt.ts';
import { buttons, createManualClock, type Person, type Slack, startSlack, texts } from './index.ts';

const FORM: ModalView = {
  type: 'modal',
  callback_id: 'form',
  title: { type: 'plain_text', text: '그림 1' },
  submit: { type: 'plain_text', text: '저장' },
  blocks: [
    {
      type: 'input',
      block_id: 'name',
      label: { type: 'plain_text', text: '이름' },
      element: { type: 'plain_text_input', action_id: 'value', max_length: 20 },
    },
  ],
};

let slack: Slack;
let app: App;
let mina: Person;
let channel: string;

beforeEach(async () => {
  slack = await startSlack({ retryDelays: [0, 10, 10], answerWithin: 30_000 });
  mina = slack.person('Mina');
  channel = slack.channel('class', [mina]);
  app = socketApp(slack);
});
afterEach(async () => {
  await app.stop();
  await slack.close();
});

const start = async (): Promise<void> => {
  app.command('/storybook', async ({ ack, client, body }) => {
    await ack();
    const button = {
      type: 'button',
      text: { type: 'plain_text', text: '시작' },
      action_id: 'begin',
      value: 'b1',
    } as const;
    await client.chat.postMessage({
      channel: body.channel_id,
      text: body.text,
      blocks: [{ type: 'actions', elements: [button] }],
    });
  });
  app.action('begin', async ({ ack, client, body }) => {
    await ack();
    if ('trigger_id' in body) await client.views.open({ trigger_id: body.trigger_id, view: FORM });
  });
  await app.start();
};

describe('a Bolt app in Socket Mode', () => {
  it('goes from the command over a button and a modal to a file in the thread', async () => {
    app.view('form', async ({ ack, view, client }) => {
      const name = view.state.values['name']?.['value']?.value ?? '';
      if (name === 'x') return ack({ response_action: 'errors', errors: { name: '이름을 더 길게 적어 주세요' } });
      await ack();
      const root = slack.roots(channel)[0]?.ts ?? '';
      const file = Buffer.from(`%PDF for ${name}`);
      await client.filesUploadV2({ channel_id: channel, thread_ts: root, file, filename: 'book.pdf', title: name });
    });
    await start();
    expect(await mina.command(channel, '/storybook', '달')).toEqual({ ok: true });
    const root = await slack.until(() => slack.roots(channel)[0]);
    expect(texts(root)).toEqual([]);
    expect(root.text).toBe('달');
    expect(buttons(root)).toEqual(['시작']);
    await mina.click(root, '시작');
    const screen = await slack.until(() => mina.view);
    expect(screen.title).toBe('그림 1');
    expect(await mina.submit()).toEqual({
      type: 'incomplete',
      errors: { 이름: 'Please complete this required field.' },
    });
    await mina.fill({ 이름: 'x' });
    expect(await mina.submit()).toEqual({ type: 'errors', errors: { 이름: '이름을 더 길게 적어 주세요' } });
    await mina.fill({ 이름: '미나' });
    expect(await mina.submit()).toEqual({ type: 'closed' });
    const reply = await slack.until(() => slack.thread(channel, root)[1]);
    expect(slack.filesOf(reply).map(({ name, title }) => [name, title])).toEqual([['book.pdf', '미나']]);
    expect(slack.faults).toEqual([]);
    expect(slack.delivered.every(({ reply }) => reply.type === 'acknowledged')).toBe(true);
  });

  it('hears an event again while it does not acknowledge it, and no more afterwards', async () => {
    const clock = createManualClock();
    const other = await startSlack({ clock });
    const juno = other.person('Juno');
    const room = other.channel('room', [juno]);
    const { token, botUser, botId } = other.installation();
    let asked = 0;
    const heard: unknown[] = [];
    const bot = socketApp(other, {
      token: undefined as never,
      authorize: async () => {
        asked += 1;
        if (asked <= 2) throw new Error('the store is slow');
        return { botToken: token, botUserId: botUser, botId };
      },
    });
    bot.event('message', async ({ context }) => {
      heard.push([context.retryNum, context.retryReason]);
    });
    await bot.start();
    juno.post(room, { text: 'hello' });
    for (const wait of [3000, 3000, 60_000]) await clock.advance(wait);
    await other.quiet();
    expect(heard).toEqual([[2, 'http_timeout']]);
    expect(other.delivered.map(({ reply }) => reply.type)).toEqual(['failed', 'failed', 'acknowledged']);
    await bot.stop();
    await other.close();
  });
});
