// Channels, threads and what is kept in them: rights, archives, history, addresses of files, pings, pace.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type ManualClock, manualClock } from './clock.ts';
import { addressOf, keepFile } from './files.ts';
import type { PermissionName } from './permissions.ts';
import { type RawAnswer, raw } from './raw.ts';
import { type FakeDiscord, startDiscord } from './start.ts';

let clock: ManualClock;
let discord: FakeDiscord;
beforeEach(async () => {
  clock = manualClock();
  discord = await startDiscord({ clock, messageRate: true });
});
afterEach(() => discord.close());

const call = (method: string, path: string, json?: object): Promise<RawAnswer> => raw(discord, method, path, json);
const idOf = ({ body }: RawAnswer): string => (body as { id: string }).id;
const thread = async (more: object = {}): Promise<string> =>
  idOf(await call('POST', `/channels/${discord.channelId}/threads`, { name: '책', type: 12, ...more }));
const say = (channel: string, content: string): Promise<RawAnswer> =>
  call('POST', `/channels/${channel}/messages`, { content });

describe('a thread', () => {
  it('is private when its type is not said', async () => {
    expect(await call('POST', `/channels/${discord.channelId}/threads`, { name: '책' })).toMatchObject({
      body: { type: 12 },
    });
  });

  it.each<[string, object, string]>([
    ['a name of 101 characters', { name: 'a'.repeat(101) }, 'name: BASE_TYPE_BAD_LENGTH'],
    ['a strange time of rest', { name: '책', auto_archive_duration: 61 }, 'auto_archive_duration: BASE_TYPE_CHOICES'],
    ['a strange type', { name: '책', type: 1 }, 'type: BASE_TYPE_CHOICES'],
  ])('is refused with %s', async (_, json, error) => {
    const answer = await call('POST', `/channels/${discord.channelId}/threads`, json);
    expect([answer.status, ...answer.errors]).toEqual([400, error]);
  });

  it.each<[PermissionName, number, number]>([
    ['CREATE_PRIVATE_THREADS', 12, 50013],
    ['CREATE_PUBLIC_THREADS', 11, 50013],
    ['VIEW_CHANNEL', 12, 50001],
  ])('is not made without %s', async (permission, type, code) => {
    discord.deny([permission]);
    expect(await call('POST', `/channels/${discord.channelId}/threads`, { name: '책', type })).toMatchObject({
      status: 403,
      code,
    });
    discord.allow([permission]);
    expect(await call('POST', `/channels/${discord.channelId}/threads`, { name: '책', type })).toMatchObject({
      status: 200,
    });
  });

  it('is not spoken in without SEND_MESSAGES_IN_THREADS, whatever is allowed in channels', async () => {
    const id = await thread();
    discord.deny(['SEND_MESSAGES_IN_THREADS']);
    expect(await say(id, 'a')).toMatchObject({ status: 403, code: 50013 });
    expect(await say(discord.channelId, 'a')).toMatchObject({ status: 200 });
  });

  it('that is private is seen by those who were added and by those who manage threads', async () => {
    const [child, stranger] = [discord.person(), discord.person({ name: '바다' })];
    const teacher = discord.person({ permissions: ['MANAGE_THREADS'] });
    const id = await thread();
    expect(await call('PUT', `/channels/${id}/thread-members/${child.id}`)).toMatchObject({ status: 204 });
    expect([child, stranger, teacher].map((person) => person.threads().length)).toEqual([1, 0, 1]);
    expect(() => stranger.post(id, { content: '안녕' })).toThrow('바다 does not see #책');
    expect(await call('PUT', `/channels/${id}/thread-members/123456789012345678`)).toMatchObject({ code: 10013 });
  });

  it('wakes when somebody writes, but takes no edits while it sleeps', async () => {
    const id = await thread();
    const message = idOf(await say(id, 'a'));
    discord.archive(id);
    expect(await call('PATCH', `/channels/${id}/messages/${message}`, { content: 'b' })).toMatchObject({ code: 50083 });
    expect(await say(id, 'c')).toMatchObject({ status: 200 });
    expect(discord.thread(id)?.thread?.archived).toBe(false);
    discord.archive(id, { locked: true });
    expect(await say(id, 'd')).toMatchObject({ status: 400, code: 160005 });
  });

  it('is renamed twice in ten minutes, no more', async () => {
    const id = await thread();
    const rename = async (name: string): Promise<number> => (await call('PATCH', `/channels/${id}`, { name })).status;
    expect([await rename('1쪽'), await rename('2쪽'), await rename('3쪽')]).toEqual([200, 200, 429]);
    clock.advance(10 * 60_000);
    expect(await rename('3쪽')).toBe(200);
  });

  it('is deleted by those who may manage threads', async () => {
    const id = await thread();
    discord.allow(['MANAGE_THREADS']);
    expect(await call('DELETE', `/channels/${id}`)).toMatchObject({ status: 200 });
    expect(await say(id, 'a')).toMatchObject({ status: 404, code: 10003 });
  });

  it('is renamed and archived by its owner, and locked by those who manage threads alone', async () => {
    const id = await thread();
    expect(await call('PATCH', `/channels/${id}`, { name: '새 책', archived: true })).toMatchObject({ status: 200 });
    expect(await call('PATCH', `/channels/${id}`, { archived: false, locked: true })).toMatchObject({ code: 50013 });
    expect(await call('DELETE', `/channels/${id}`)).toMatchObject({ code: 50013 });
  });
});

describe('the history of a channel', () => {
  const contents = ({ body }: RawAnswer): string[] => (body as { content: string }[]).map(({ content }) => content);

  it('is read newest first, after a message, a page at a time', async () => {
    const child = discord.person();
    const first = child.post(discord.channelId, { content: '1' });
    for (const content of ['2', '3', '4']) child.post(discord.channelId, { content });
    const path = `/channels/${discord.channelId}/messages`;
    expect(contents(await call('GET', path))).toEqual(['4', '3', '2', '1']);
    expect(contents(await call('GET', `${path}?after=${first.id}&limit=2`))).toEqual(['3', '2']);
    expect((await call('GET', `${path}?limit=101`)).errors).toEqual(['limit: NUMBER_TYPE_MAX']);
  });

  it('is empty without READ_MESSAGE_HISTORY', async () => {
    discord.person().post(discord.channelId, { content: '1' });
    discord.deny(['READ_MESSAGE_HISTORY']);
    expect(await call('GET', `/channels/${discord.channelId}/messages`)).toMatchObject({ status: 200, body: [] });
  });
});

describe('a file', () => {
  const bytes = new Uint8Array([1, 2, 3]);

  it('is served for a day under an address that cannot be made up; a new look gives a new address', async () => {
    const { id } = discord
      .person()
      .post(discord.channelId, { files: [{ name: '1.png', bytes, contentType: 'image/png' }] });
    const url = async (): Promise<string> => {
      const { body } = await call('GET', `/channels/${discord.channelId}/messages/${id}`);
      return (body as { attachments: [{ url: string }] }).attachments[0].url;
    };
    const old = await url();
    const response = await fetch(old);
    expect(new Uint8Array(await response.arrayBuffer())).toEqual(bytes);
    expect(response.headers.get('content-type')).toBe('image/png');
    expect((await fetch(old.replace(/hm=\w/, 'hm=x'))).status).toBe(404);
    clock.advance(25 * 60 * 60_000);
    expect((await fetch(old)).status).toBe(404);
    expect((await fetch(await url())).status).toBe(200);
  });

  it('of a modal or a command is kept for a while only, whatever its address says', async () => {
    const short = await startDiscord({ clock, ephemeralLifetime: 60_000 });
    const { world } = short;
    const upload = { name: '1.png', bytes };
    const { id } = keepFile({ world, upload, folder: short.appId, ephemeral: true });
    const url = addressOf(world, id);
    expect(url).toContain('/ephemeral-attachments/');
    const statuses = [(await fetch(url)).status];
    clock.advance(60_001);
    statuses.push((await fetch(url)).status);
    await short.close();
    expect(statuses).toEqual([200, 404]);
  });

  it('goes with its message', async () => {
    const child = discord.person();
    const message = child.post(discord.channelId, { files: [{ name: '1.png', bytes }] });
    const { body } = await call('GET', `/channels/${discord.channelId}/messages/${message.id}`);
    child.delete(message);
    const { url } = (body as { attachments: [{ url: string }] }).attachments[0];
    expect((await fetch(url)).status).toBe(404);
  });
});

describe('a message of the bot', () => {
  it('pings whom it names, cut down to who is allowed', async () => {
    const [child, other] = [discord.person(), discord.person()];
    const role = discord.role('교사');
    const content = `<@${child.id}> <@${other.id}> <@&${role}> @everyone`;
    const pinged = async (allowed_mentions?: object): Promise<readonly string[]> => {
      const path = `/channels/${discord.channelId}/messages`;
      return discord.message(idOf(await call('POST', path, { content, allowed_mentions })))?.pinged ?? ['nothing sent'];
    };
    expect(await pinged()).toEqual([child.id, other.id, role]);
    expect(await pinged({ parse: [] })).toEqual([]);
    expect(await pinged({ users: [child.id] })).toEqual([child.id]);
  });

  it('is the same one for the same nonce, for a few minutes', async () => {
    const send = async (): Promise<string> => {
      const json = { content: '책', nonce: 'n', enforce_nonce: true };
      return idOf(await call('POST', `/channels/${discord.channelId}/messages`, json));
    };
    const first = await send();
    clock.advance(4 * 60_000);
    expect(await send()).toBe(first);
    clock.advance(2 * 60_000);
    expect(await send()).not.toBe(first);
  });

  it('is one of at most five in five seconds', async () => {
    const answers = [];
    for (let n = 0; n < 6; n++) answers.push(await say(discord.channelId, `${n}`));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 429]);
    expect(answers[4]?.headers.get('x-ratelimit-remaining')).toBe('0');
    expect(answers[5]?.body).toMatchObject({ retry_after: 5, global: false });
    clock.advance(5000);
    expect(await say(discord.channelId, 'a')).toMatchObject({ status: 200 });
  });
});
