// What the methods of the fake Web API do and refuse, called by hand, on a clock moved by hand.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ALL_SCOPES } from './app.ts';
import { apiOf, text } from './call.ts';
import { createManualClock, type ManualClock, type Message, type Person, type Slack, startSlack } from './index.ts';
import { newTrigger } from './views.ts';

let clock: ManualClock;
let slack: Slack;
let mina: Person;
let channel: string;
let api: ReturnType<typeof apiOf>;

beforeEach(async () => {
  clock = createManualClock();
  slack = await startSlack({ clock, shareDelay: 500 });
  mina = slack.person('Mina', { isAdmin: true });
  channel = slack.channel('class', [mina]);
  api = apiOf(slack);
});
afterEach(() => slack.close());

const say = async (more: object = {}): Promise<Message> => {
  const { ts } = await api('chat.postMessage', { channel, text: 't', ...more });
  return slack.until(() => slack.message({ channel, ts: String(ts) }));
};
const errorOf = async (method: string, args: object = {}): Promise<string | undefined> =>
  (await api(method, args)).error;
const divider = { type: 'divider' };
const modal = (more: object = {}) => ({ type: 'modal', title: text('t'), blocks: [divider], ...more });
const trigger = (view?: string): string =>
  newTrigger(slack.world, { user: mina.id, team: mina.team, ...(view && { view }) });

describe('direct messages', () => {
  it('are opened with one person, once, and read with a scope of their own', async () => {
    const opened = await api('conversations.open', { users: mina.id });
    const { id } = opened['channel'] as { id: string };
    expect(id).toMatch(/^D/);
    expect(await api('conversations.open', { users: mina.id })).toMatchObject({ already_open: true, channel: { id } });
    expect(slack.direct(mina)).toBe(id);
    expect(slack.direct(slack.person('Juno'))).toBeUndefined();
    const announced: unknown[] = [];
    slack.world.announce = (_, event) => void announced.push(event);
    const { ts } = await api('chat.postMessage', { channel: id, text: 'hello' });
    expect(announced).toEqual([]);
    expect(await api('conversations.history', { channel: id })).toMatchObject({ messages: [{ ts }] });
  });
  it('are refused to several, to nobody and to bots', async () => {
    const error = (users: string) => errorOf('conversations.open', { users });
    expect(await error(`${mina.id},${slack.person('Juno').id}`)).toBe('missing_scope');
    expect(await error('U404')).toBe('user_not_found');
    expect(await error(slack.installation().botUser)).toBe('cannot_dm_bot');
    expect(await error('')).toBe('invalid_arguments');
  });
  it.each([
    ['im:write', 'conversations.open', { users: 'U1' }],
    ['im:history', 'conversations.history', {}],
  ])('take %s', async (scope, method, args) => {
    const { id: team } = slack.team(
      'Other',
      ALL_SCOPES.filter((known) => known !== scope),
    );
    const boss = slack.person('Boss', { team });
    const other = apiOf(slack, slack.installation(team).token);
    const opened = await other('conversations.open', { users: boss.id });
    const channel = (opened['channel'] as { id?: string } | undefined)?.id;
    const answer = await other(method, { ...args, ...(channel !== undefined && { channel }) });
    expect(answer).toMatchObject({ error: 'missing_scope', needed: scope });
  });
});

describe('tokens and scopes', () => {
  it.each([
    ['none', '', 'not_authed'],
    ['an unknown one', 'unknown', 'invalid_auth'],
  ])('refuses a call with %s', async (_, token, error) => {
    expect((await apiOf(slack, token)('auth.test')).error).toBe(error);
  });
  it('gives sockets for the token of the app alone, and methods for that of the bot alone', async () => {
    expect((await apiOf(slack, slack.app.appToken)('apps.connections.open')).ok).toBe(true);
    expect(await errorOf('apps.connections.open')).toBe('not_allowed_token_type');
    expect((await apiOf(slack, slack.app.appToken)('auth.test')).error).toBe('not_allowed_token_type');
  });
  it('names the scope that is missing', async () => {
    const { id } = slack.team(
      'Other',
      ALL_SCOPES.filter((scope) => scope !== 'users:read'),
    );
    const answer = await apiOf(slack, slack.installation(id).token)('users.info', { user: mina.id });
    expect(answer).toMatchObject({ error: 'missing_scope', needed: 'users:read' });
    expect(answer.provided).toContain('chat:write');
  });
  it('knows no other methods', async () => expect(await errorOf('files.upload')).toBe('unknown_method'));
  it('is deaf to the token of an app that was removed', async () => {
    const { token } = slack.installation();
    slack.uninstall(slack.home.id);
    expect((await apiOf(slack, token)('auth.test')).error).toBe('account_inactive');
  });
});

describe('messages', () => {
  it('are refused where the bot is not', async () => {
    slack.kick(channel);
    const hidden = slack.channel('hidden', [mina], { isPrivate: true, withBot: false });
    expect(await errorOf('chat.postMessage', { channel, text: 't' })).toBe('not_in_channel');
    expect(await errorOf('chat.postMessage', { channel: hidden, text: 't' })).toBe('channel_not_found');
    expect(await errorOf('chat.postMessage', { channel: 'C0', text: 't' })).toBe('channel_not_found');
  });
  it('say something', async () => expect(await errorOf('chat.postMessage', { channel })).toBe('no_text'));
  it('are cut beyond 40000 characters when posted, and refused beyond 4000 when updated', async () => {
    const message = await say({ text: 'x'.repeat(40_001) });
    expect(message.text).toHaveLength(40_000);
    expect(await errorOf('chat.update', { channel, ts: message.ts, text: 'x'.repeat(4001) })).toBe('msg_too_long');
  });
  it('lose their blocks when they are updated with text alone', async () => {
    const message = await say({ blocks: [divider] });
    await api('chat.update', { channel, ts: message.ts, text: 'u', blocks: [divider, divider] });
    expect(slack.message(message)).toMatchObject({ text: 'u', blocks: [divider, divider] });
    expect(slack.message(message)?.edited).toBeUndefined();
    await api('chat.update', { channel, ts: message.ts, text: 'v' });
    expect(slack.message(message)).toMatchObject({ text: 'v', blocks: [], edited: true });
  });
  it('of others are not for the bot to change, and what is gone is gone', async () => {
    const { ts } = mina.post(channel, { text: 'mine' });
    expect(await errorOf('chat.update', { channel, ts, text: 'u' })).toBe('cant_update_message');
    expect(await errorOf('chat.delete', { channel, ts })).toBe('cant_delete_message');
    const message = await say();
    expect((await api('chat.delete', { channel, ts: message.ts })).ok).toBe(true);
    expect(await errorOf('chat.update', { channel, ts: message.ts, text: 'u' })).toBe('message_not_found');
  });
  it('are answered at the root of a thread alone', async () => {
    const root = await say();
    const reply = await say({ thread_ts: root.ts });
    expect(slack.thread(channel, root).map(({ ts }) => ts)).toEqual([root.ts, reply.ts]);
    const to = (thread_ts: string) => errorOf('chat.postMessage', { channel, text: 't', thread_ts });
    expect([await to(reply.ts), await to('1.000001')]).toEqual(['cannot_reply_to_message', 'thread_not_found']);
    const replies = await api('conversations.replies', { channel, ts: root.ts, limit: 1 });
    expect(replies).toMatchObject({ has_more: true, messages: [{ ts: root.ts, reply_count: 1 }] });
  });
  it('for one person reach members alone, and show in a thread only once somebody answered there', async () => {
    const stranger = slack.person('Stranger');
    const root = await say();
    const whisper = (user: string, more: object = {}) =>
      errorOf('chat.postEphemeral', { channel, user, text: 't', ...more });
    expect(await whisper(stranger.id)).toBe('user_not_in_channel');
    await whisper(mina.id, { thread_ts: root.ts });
    expect(mina.ephemerals()).toEqual([]);
    await say({ thread_ts: root.ts });
    await whisper(mina.id, { thread_ts: root.ts });
    expect(mina.ephemerals(channel)).toMatchObject([{ text: 't', threadTs: root.ts }]);
  });
});

describe('people and channels', () => {
  it('are described, with their language when asked', async () => {
    const answer = await api('users.info', { user: mina.id, include_locale: true });
    expect(answer['user']).toMatchObject({ id: mina.id, is_admin: true, locale: 'ko-KR' });
    expect((await api('users.info', { user: mina.id }))['user']).not.toHaveProperty('locale');
    const info = await api('conversations.info', { channel, include_locale: true });
    expect(info['channel']).toMatchObject({ name: 'class', is_member: true, locale: 'ko-KR' });
    expect(await errorOf('users.info', { user: 'U0' })).toBe('user_not_found');
  });
});

describe('modals', () => {
  it('open by a fresh trigger, once', async () => {
    const id = trigger();
    expect((await api('views.open', { trigger_id: id, view: modal() })).ok).toBe(true);
    expect(await errorOf('views.open', { trigger_id: id, view: modal() })).toBe('exchanged_trigger_id');
    expect(await errorOf('views.open', { trigger_id: 'x', view: modal() })).toBe('invalid_trigger_id');
    const old = trigger();
    await clock.advance(3001);
    expect(await errorOf('views.open', { trigger_id: old, view: modal() })).toBe('expired_trigger_id');
  });
  it('lie three on top of each other, not four', async () => {
    await api('views.open', { trigger_id: trigger(), view: modal() });
    const push = () => errorOf('views.push', { trigger_id: trigger(mina.view?.id), view: modal() });
    expect([await push(), await push(), await push()]).toEqual([undefined, undefined, 'push_limit_reached']);
    expect(mina.view?.depth).toBe(3);
  });
  it('are updated by id and hash, and keep what was typed where the ids stay', async () => {
    const input = (block_id: string) => ({
      type: 'input',
      block_id,
      label: text(block_id),
      element: { type: 'plain_text_input', action_id: 'v' },
    });
    const form = (...ids: string[]) => modal({ submit: text('s'), blocks: ids.map(input) });
    const opened = await api('views.open', { trigger_id: trigger(), view: form('a', 'b') });
    const { id, hash } = opened['view'] as { id: string; hash: string };
    await mina.fill({ a: 'kept', b: 'lost' });
    expect((await api('views.update', { view_id: id, hash, view: form('a', 'c') })).ok).toBe(true);
    expect(mina.view?.fields.map(({ label, shows }) => [label, shows])).toEqual([
      ['a', 'kept'],
      ['c', ''],
    ]);
    expect(await errorOf('views.update', { view_id: id, hash, view: modal() })).toBe('hash_conflict');
    expect(await errorOf('views.update', { view_id: 'V0', view: modal() })).toBe('not_found');
    await mina.close();
    expect(await errorOf('views.update', { view_id: id, view: modal() })).toBe('not_found');
  });
});

describe('files', () => {
  const send = async (filename: string, more: object = {}, complete: object = {}) => {
    const bytes = 'bytes';
    const announced = await api('files.getUploadURLExternal', { filename, length: bytes.length, ...more });
    const { status } = await fetch(String(announced['upload_url']), { method: 'POST', body: bytes });
    const files = [{ id: announced['file_id'], title: 'Title' }];
    return {
      status,
      id: String(announced['file_id']),
      answer: await api('files.completeUploadExternal', { files, ...complete }),
    };
  };
  const sharesOf = async (file: string) => ((await api('files.info', { file }))['file'] as { shares: object }).shares;

  it('appear in the thread some time after they were sent', async () => {
    const root = await say();
    const { id, answer } = await send(
      'book.pdf',
      {},
      { channel_id: channel, thread_ts: root.ts, initial_comment: 'here' },
    );
    expect(answer).toMatchObject({ ok: true, files: [{ id, title: 'Title' }] });
    expect(await sharesOf(id)).toEqual({});
    await clock.advance(500);
    expect(await sharesOf(id)).toMatchObject({ public: { [channel]: [{ thread_ts: root.ts }] } });
    expect(slack.thread(channel, root)[1]).toMatchObject({ text: 'here', files: [id], subtype: 'file_share' });
  });
  it('never appear as a PDF with alternative text, though all is said to be well', async () => {
    const { id, answer } = await send('book.pdf', { alt_txt: 'a book' }, { channel_id: channel });
    expect(answer.ok).toBe(true);
    await clock.advance(60_000);
    expect(await sharesOf(id)).toEqual({});
  });
  it('are refused where they cannot be', async () => {
    slack.kick(channel);
    expect((await send('a.png', {}, { channel_id: channel })).answer.error).toBe('not_in_channel');
    expect((await send('a.png', {}, { channel_id: 'C0' })).answer.error).toBe('channel_not_found');
    expect((await send('a.png', {}, { channel_id: '#class' })).answer.error).toBe('invalid_channel');
    expect((await send('a.png', {}, { thread_ts: '1.0' })).answer.error).toBe('invalid_arguments');
    expect(await errorOf('files.getUploadURLExternal', { filename: 'a.png', length: 0 })).toBe('invalid_arguments');
    expect(await errorOf('files.completeUploadExternal', { files: [{ id: 'F0' }] })).toBe('file_not_found');
    expect(await errorOf('files.info', { file: 'F0' })).toBe('file_not_found');
  });
  it('of people are read with the token, and without it there is a page to sign in, with status 200', async () => {
    const posted = mina.post(channel, {
      files: [{ name: 'a.png', bytes: Buffer.from('png'), mimetype: 'image/jpeg' }],
    });
    const { file } = await api('files.info', { file: posted.files[0] });
    const { url_private: url, mimetype } = file as { url_private: string; mimetype: string };
    const read = async (token?: string) => {
      const response = await fetch(url, token ? { headers: { authorization: `Bearer ${token}` } } : {});
      return [response.status, response.headers.get('content-type'), (await response.text()).slice(0, 5)];
    };
    expect(mimetype).toBe('image/jpeg');
    expect(await read(slack.installation().token)).toEqual([200, 'image/jpeg', 'png']);
    const page = [200, 'text/html; charset=utf-8', '<!DOC'];
    expect([await read(), await read('wrong')]).toEqual([page, page]);
  });
  it('that are shared where the bot is not are not for it', async () => {
    const hidden = slack.channel('hidden', [mina], { isPrivate: true, withBot: false });
    const posted = mina.post(hidden, { files: [{ name: 'a.png', bytes: Buffer.from('png') }] });
    const file = posted.files[0] ?? '';
    expect(await errorOf('files.info', { file })).toBe('file_not_found');
    const url = `${slack.origin}/files-pri/${slack.home.id}-${file}/a.png`;
    const response = await fetch(url, { headers: { authorization: `Bearer ${slack.installation().token}` } });
    expect(response.headers.get('content-type')).toContain('text/html');
    const blocks = [{ type: 'image', alt_text: 'a', slack_file: { id: file } }];
    expect(await errorOf('chat.postMessage', { channel, text: 't', blocks })).toBe('invalid_blocks');
  });
});
