// The driver: it lets a person do what a client would, and no more, and says what there is when something is not there.
import type { App } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { socketApp } from './bolt.ts';
import { apiOf, text } from './call.ts';
import { buttons, type Message, type Person, type Slack, startSlack, texts } from './index.ts';

let slack: Slack;
let app: App;
let mina: Person;
let juno: Person;
let channel: string;

beforeEach(async () => {
  slack = await startSlack();
  mina = slack.person('Mina');
  juno = slack.person('Juno', { locale: 'en-US' });
  channel = slack.channel('class', [mina, juno]);
  app = socketApp(slack);
  await app.start();
});
afterEach(async () => {
  await app.stop();
  await slack.close();
});

const words = (said: string) => ({ type: 'plain_text' as const, text: said });
const option = (label: string) => ({ text: words(label), value: label });
const button = (label: string, id: string) => ({ type: 'button', text: text(label), action_id: id, value: label });
const input = (block_id: string, label: string, element: object, more: object = {}) => ({
  type: 'input',
  block_id,
  label: words(label),
  element: { action_id: 'value', ...element },
  ...more,
});
const modal = (title: string, blocks: object[], more: object = {}) =>
  ({ type: 'modal', callback_id: 'form', title: words(title), submit: words('Save'), blocks, ...more }) as ModalView;

const FORM = modal('Form', [
  input('name', 'Name', { type: 'plain_text_input', min_length: 2, max_length: 5 }),
  input('kind', 'Kind', {
    type: 'radio_buttons',
    options: [option('art'), option('nature')],
    initial_option: option('art'),
  }),
  input('who', 'Who', { type: 'checkboxes', options: [option('a'), option('b')] }, { optional: true }),
  input('file', 'Picture', { type: 'file_input', filetypes: ['png'], max_files: 1 }, { optional: true }),
]);

async function card(...elements: object[]): Promise<Message> {
  const { ts } = await apiOf(slack)('chat.postMessage', {
    channel,
    text: 'card',
    blocks: [{ type: 'actions', elements }],
  });
  return slack.until(() => slack.message({ channel, ts: String(ts) }));
}

/** A button that opens a modal. */
async function opened(view: ModalView): Promise<void> {
  app.action('open', async ({ ack, client, body }) => {
    await ack();
    if ('trigger_id' in body) await client.views.open({ trigger_id: body.trigger_id, view });
  });
  await mina.click(await card(button('Open', 'open')), 'Open');
  await slack.until(() => mina.view);
}

describe('pressing', () => {
  it('finds buttons and options by their words, and says what there is when there is no such thing', async () => {
    const heard: unknown[] = [];
    app.action(/.*/, async ({ ack, action }) => {
      await ack();
      heard.push('selected_option' in action ? action.selected_option : 'value' in action && action.value);
    });
    const menu = { type: 'overflow', action_id: 'menu', options: [option('up'), option('down')] };
    const message = await card(button('Go', 'go'), menu);
    expect(buttons(message)).toEqual(['Go', 'up', 'down']);
    await mina.click(message, 'Go');
    await mina.click(message, 'down');
    expect(heard).toEqual(['Go', option('down')]);
    await expect(mina.click(message, 'Stop')).rejects.toThrow('there is\n  button "Go"\n  overflow "up"');
  });

  it('asks which one when there are two, and can press what an old snapshot shows', async () => {
    const heard: unknown[] = [];
    app.action(/.*/, async ({ ack, action }) => {
      await ack();
      heard.push('action_id' in action && action.action_id);
    });
    const message = await card(button('Go', 'a'), button('Go', 'b'));
    await expect(mina.click(message, 'Go')).rejects.toThrow('say which');
    await mina.click(message, 'Go', { nth: 1 });
    await apiOf(slack)('chat.update', { channel, ts: message.ts, text: 'done' });
    await expect(juno.click(message, 'Go', { nth: 0 })).rejects.toThrow('nothing at all');
    await juno.click(message, 'Go', { nth: 0, stale: true });
    expect(heard).toEqual(['b', 'a']);
  });

  it('is for members of the channel', async () => {
    const message = await card(button('Go', 'go'));
    await expect(slack.person('Stranger').click(message, 'Go')).rejects.toThrow('Stranger is not in');
  });
});

describe('a modal', () => {
  it('is filled in by labels, within what a client lets a person enter', async () => {
    await opened(FORM);
    expect(mina.view?.fields.map(({ label, shows }) => [label, shows])).toEqual([
      ['Name', ''],
      ['Kind', 'art'],
      ['Who', []],
      ['Picture', []],
    ]);
    await expect(mina.fill({ Title: 'x' })).rejects.toThrow('no field "Title"; there is "Name", "Kind"');
    await expect(mina.fill({ Kind: 'play' })).rejects.toThrow('it has "art", "nature"');
    await expect(mina.fill({ Picture: [{ name: 'a.pdf', bytes: Buffer.from('x') }] })).rejects.toThrow('takes png');
    const large = { name: 'a.png', bytes: Buffer.alloc(10 * 1024 * 1024 + 1) };
    await expect(mina.fill({ Picture: [large] })).rejects.toThrow('10 MB');
    await mina.fill({ Name: 'too long' });
    expect(await mina.submit()).toMatchObject({ type: 'incomplete', errors: { Name: expect.stringContaining('5') } });
    expect(slack.delivered.filter(({ name }) => name === 'view_submission')).toEqual([]);
  });

  it('carries everything to the app, files too, which the app can read with its token', async () => {
    const heard: object[] = [];
    app.view('form', async ({ ack, view }) => {
      await ack();
      heard.push(view.state.values);
    });
    await opened(FORM);
    await mina.fill({
      Name: 'Moon',
      Kind: 'nature',
      Who: ['b'],
      Picture: [{ name: 'a.png', bytes: Buffer.from('png') }],
    });
    expect(await mina.submit()).toEqual({ type: 'closed' });
    expect(mina.view).toBeUndefined();
    const [values] = heard as [{ file: { value: { files: [{ id: string; url_private: string }] } } }];
    expect(values).toMatchObject({
      name: { value: { type: 'plain_text_input', value: 'Moon' } },
      kind: { value: { selected_option: { value: 'nature' } } },
      who: { value: { selected_options: [{ value: 'b' }] } },
    });
    const { url_private } = values.file.value.files[0];
    const headers = { authorization: `Bearer ${slack.installation().token}` };
    expect(await (await fetch(url_private, { headers })).text()).toBe('png');
  });

  it('is replaced, added to and cleared by the answer to its submission', async () => {
    const answers = [
      { response_action: 'errors', errors: { name: 'again' } },
      { response_action: 'update', view: modal('Second', [{ type: 'divider' }]) },
      { response_action: 'push', view: modal('Third', [{ type: 'divider' }]) },
      { response_action: 'clear' },
    ] as const;
    let turn = 0;
    app.view('form', async ({ ack }) => {
      await ack(answers[turn] as never);
      turn += 1;
    });
    await opened(FORM);
    await mina.fill({ Name: 'Moon' });
    expect(await mina.submit()).toEqual({ type: 'errors', errors: { Name: 'again' } });
    expect(await mina.submit()).toEqual({ type: 'next', title: 'Second' });
    expect(await mina.submit()).toEqual({ type: 'next', title: 'Third' });
    expect(mina.view).toMatchObject({ depth: 2, title: 'Third' });
    expect(await mina.submit()).toEqual({ type: 'closed' });
    expect(mina.view).toBeUndefined();
    expect(slack.faults).toEqual([]);
  });

  it.each([
    ['an error for no input', { response_action: 'errors', errors: { other: 'x' } }, 'which is no input block'],
    ['a bad view', { response_action: 'update', view: modal('가'.repeat(25), []) }, 'less than 25'],
    ['an unknown action', { response_action: 'close' }, 'unknown response_action'],
  ])('shows trouble after %s, and the test is told', async (_, answer, fault) => {
    app.view('form', ({ ack }) => ack(answer as never));
    await opened(FORM);
    await mina.fill({ Name: 'Moon' });
    expect(await mina.submit()).toMatchObject({ type: 'failed' });
    expect(mina.view?.title).toBe('Form');
    expect(slack.faults).toEqual([expect.stringContaining(fault)]);
  });

  it('tells the app when it is closed, if that was asked for', async () => {
    const heard: unknown[] = [];
    app.view({ type: 'view_closed', callback_id: 'form' }, async ({ ack, body }) => {
      await ack();
      heard.push('is_cleared' in body && body.is_cleared);
    });
    await opened({ ...FORM, notify_on_close: true });
    await mina.close();
    expect(heard).toEqual([false]);
    await expect(mina.close()).rejects.toThrow('Mina has no modal open');
  });
});

describe('several people', () => {
  it('have their own modals, languages and whispers, and may all use shortcuts', async () => {
    app.shortcut('add', async ({ ack, body, client }) => {
      await ack();
      if (body.type !== 'message_action') return;
      await client.chat.postEphemeral({ channel, user: body.user.id, text: `got ${body.message.text}` });
    });
    await opened(FORM);
    expect(juno.view).toBeUndefined();
    await juno.shortcut('add', mina.post(channel, { text: 'picture' }));
    const whisper = await slack.until(() => juno.ephemerals(channel)[0]);
    expect(texts(whisper)).toEqual(['got picture']);
    expect(mina.ephemerals()).toEqual([]);
    expect([mina.locale, juno.locale]).toEqual(['ko-KR', 'en-US']);
  });
});
