// What the app hears of a channel: which events, with what in them, and which not.
import type { App } from '@slack/bolt';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { socketApp } from './bolt.ts';
import { apiOf } from './call.ts';
import { type Person, type Slack, startSlack } from './index.ts';
import { fieldsOf, listOf } from './json.ts';

let slack: Slack;
let app: App;
let mina: Person;
let channel: string;

beforeEach(async () => {
  slack = await startSlack();
  mina = slack.person('Mina');
  channel = slack.channel('class', [mina]);
  app = socketApp(slack);
  await app.start();
});
afterEach(async () => {
  await app.stop();
  await slack.close();
});

/** The events that were brought, once all are acknowledged. */
const events = async () => {
  await slack.quiet();
  return slack.delivered.map(({ payload }) => fieldsOf(payload['event']));
};
const kinds = async () => (await events()).map(({ type, subtype }) => [type, subtype].filter((name) => name).join('/'));
const png = { name: 'a.png', bytes: Buffer.from('png') };

describe('the app', () => {
  it('hears messages with files, with and without their subtype, in the thread', async () => {
    const root = mina.post(channel, { text: 'root' });
    mina.post(channel, { thread: root, files: [png, { ...png, name: 'b.heic' }] });
    mina.post(channel, { thread: root, files: [png], plain: true });
    mina.post(channel, { thread: root, text: 'see', broadcast: true });
    expect(await kinds()).toEqual(['message', 'message/file_share', 'message', 'message/thread_broadcast']);
    const [, shared] = await events();
    expect(shared).toMatchObject({ thread_ts: root.ts, user: mina.id, channel, channel_type: 'channel' });
    expect(
      listOf(shared?.['files']).map(({ name, mimetype, thumb_360 }) => [name, mimetype, typeof thumb_360]),
    ).toEqual([
      ['a.png', 'image/png', 'string'],
      ['b.heic', 'image/heic', 'undefined'],
    ]);
  });

  it('is given stubs that files.info completes', async () => {
    const { files } = mina.post(channel, { files: [png], stubs: true });
    const [event] = await events();
    expect(listOf(event?.['files'])).toMatchObject([{ id: files[0], file_access: 'check_file_info' }]);
    expect(listOf(event?.['files'])[0]).not.toHaveProperty('url_private');
    const { file } = (await apiOf(slack)('files.info', { file: files[0] })) as { file?: object };
    expect(file).toMatchObject({ name: 'a.png', url_private: expect.stringContaining(slack.origin) });
  });

  it('hears what is changed and deleted, also by itself', async () => {
    const { ts } = await apiOf(slack)('chat.postMessage', { channel, text: 'a' });
    await apiOf(slack)('chat.update', { channel, ts, text: 'b' });
    const message = mina.post(channel, { text: 'c' });
    mina.edit(message, 'd');
    mina.delete(message);
    expect(await kinds()).toEqual([
      'message',
      'message/message_changed',
      'message',
      'message/message_changed',
      'message/message_deleted',
    ]);
    const heard = await events();
    expect(heard[1]).toMatchObject({ message: { text: 'b' }, previous_message: { text: 'a' } });
    expect(heard[1]).not.toHaveProperty('user');
    expect(heard[4]).toMatchObject({ deleted_ts: message.ts });
  });

  it('hears of a deleted file, and of the message that went with it', async () => {
    const { files } = mina.post(channel, { files: [png] });
    mina.deleteFile(files[0] ?? '');
    expect(await kinds()).toEqual(['message/file_share', 'message/message_deleted', 'file_deleted']);
  });

  it('hears a mention twice, as a message and as a mention', async () => {
    const root = mina.post(channel, { text: 'root' });
    const said = mina.mention(channel, root, 'status');
    expect(await kinds()).toEqual(['message', 'message', 'app_mention']);
    expect((await events())[2]).toMatchObject({
      ts: said.ts,
      thread_ts: root.ts,
      text: expect.stringContaining('status'),
    });
  });

  it('hears nothing where it is not', async () => {
    slack.kick(channel);
    mina.mention(channel, undefined, 'hello');
    const hidden = slack.channel('hidden', [mina], { isPrivate: true, withBot: false });
    mina.post(hidden, { text: 'secret' });
    expect(await events()).toEqual([]);
  });

  it('runs the step of a workflow and says how it ended, once', async () => {
    app.function('make_storybook', async ({ inputs, complete }) => {
      await complete({ outputs: { title: inputs['title'] } });
    });
    const id = slack.runStep('make_storybook', { title: '달' });
    const done = await slack.until(() => {
      const execution = slack.world.executions.get(id);
      return execution?.state === 'completed' && execution;
    });
    expect(done.outputs).toEqual({ title: '달' });
    const again = await apiOf(slack)('functions.completeError', { function_execution_id: id, error: 'late' });
    expect(again.error).toBe('execution_not_in_running_state');
  });
});
