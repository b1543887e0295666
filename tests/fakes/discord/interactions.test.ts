// How long an interaction may be answered, how often, and with what.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type ManualClock, manualClock } from './clock.ts';
import { openInteraction } from './interactions.ts';
import { type RawAnswer, raw } from './raw.ts';
import { type FakeDiscord, startDiscord } from './start.ts';
import type { Interaction } from './world.ts';

let clock: ManualClock;
let discord: FakeDiscord;
beforeEach(async () => {
  clock = manualClock();
  discord = await startDiscord({ clock });
});
afterEach(() => discord.close());

const EPHEMERAL = 64;
const V2 = 32_768;
const modal = {
  custom_id: 'm',
  title: '제목',
  components: [{ type: 18, label: '이름', component: { type: 4, custom_id: 'i', style: 1 } }],
};

interface Doing {
  readonly type?: 2 | 3 | 5;
  readonly sourceId?: string;
}

function open({ type = 3, sourceId }: Doing = {}): Interaction {
  const { id: personId } = discord.person();
  const source = sourceId === undefined ? {} : { sourceId };
  const common = { name: 'a press', personId, locale: 'ko', channelId: discord.channelId, data: {} };
  return openInteraction(discord.world, { type, ...common, ...source });
}

const answer = ({ id, token }: Interaction, json: object, query = ''): Promise<RawAnswer> =>
  raw(discord, 'POST', `/interactions/${id}/${token}/callback${query}`, json);
const webhook = ({ token }: Interaction, method: string, json?: object, message = ''): Promise<RawAnswer> =>
  raw(discord, method, `/webhooks/${discord.appId}/${token}${message}`, json);
const card = async (): Promise<string> => {
  const { body } = await raw(discord, 'POST', `/channels/${discord.channelId}/messages`, { content: '카드' });
  return (body as { id: string }).id;
};

describe('the first answer', () => {
  it('is taken within three seconds and not after', async () => {
    const [early, late] = [open(), open()];
    clock.advance(2999);
    expect(await answer(early, { type: 4, data: { content: '네' } })).toMatchObject({ status: 204 });
    clock.advance(1);
    expect(await answer(late, { type: 4, data: { content: '네' } })).toMatchObject({ status: 404, code: 10062 });
    expect(await answer({ ...late, token: 'x' }, { type: 6 })).toMatchObject({ status: 404, code: 10062 });
  });

  it('is the only one', async () => {
    const interaction = open();
    await answer(interaction, { type: 5 });
    expect(await answer(interaction, { type: 9, data: modal })).toMatchObject({ status: 400, code: 40060 });
  });

  it('leaves the interaction open when it was refused', async () => {
    const interaction = open();
    expect(await answer(interaction, { type: 4, data: {} })).toMatchObject({ code: 50006 });
    expect(await answer(interaction, { type: 4, data: { content: 'a'.repeat(2001) } })).toMatchObject({
      errors: ['data.content: BASE_TYPE_MAX_LENGTH'],
    });
    expect(await answer(interaction, { type: 4, data: { content: '네' } })).toMatchObject({ status: 204 });
  });

  it('to a modal is no modal', async () => {
    const refused = await answer(open({ type: 5 }), { type: 9, data: modal });
    expect([refused.status, refused.code, ...refused.errors]).toEqual([400, 50035, 'type: BASE_TYPE_CHOICES']);
    expect(await answer(open({ type: 2 }), { type: 9, data: modal })).toMatchObject({ status: 204 });
  });

  it('updates a message only where there is one', async () => {
    for (const type of [6, 7]) {
      const refused = await answer(open({ type: 2 }), { type, data: { content: 'a' } });
      expect(refused).toMatchObject({ status: 400, errors: ['type: BASE_TYPE_CHOICES'] });
    }
    const sourceId = await card();
    expect(await answer(open({ type: 5, sourceId }), { type: 7, data: { content: '새 카드' } })).toMatchObject({
      status: 204,
    });
    expect(discord.message(sourceId)?.content).toBe('새 카드');
  });

  it('that is put off takes no flag but EPHEMERAL', async () => {
    expect(await answer(open(), { type: 5, data: { flags: EPHEMERAL } })).toMatchObject({ status: 204 });
    const refused = await answer(open(), { type: 5, data: { flags: EPHEMERAL | V2 } });
    expect([refused.status, ...refused.errors]).toEqual([400, 'data.flags: INTERACTION_CALLBACK_FLAGS']);
  });

  it('is told about when asked for', async () => {
    const { body } = await answer(
      open(),
      { type: 4, data: { content: '네', flags: EPHEMERAL } },
      '?with_response=true',
    );
    expect(body).toMatchObject({
      interaction: { type: 3, response_message_ephemeral: true },
      resource: { type: 4, message: { content: '네' } },
    });
  });
});

describe('the webhook of an interaction', () => {
  it('is there after the first answer, for fifteen minutes', async () => {
    const interaction = open();
    expect(await webhook(interaction, 'POST', { content: 'a' })).toMatchObject({ status: 404, code: 10015 });
    await answer(interaction, { type: 4, data: { content: '네' } });
    clock.advance(15 * 60_000 - 1);
    expect(await webhook(interaction, 'PATCH', { content: '아니요' }, '/messages/@original')).toMatchObject({
      status: 200,
    });
    clock.advance(1);
    expect(await webhook(interaction, 'PATCH', { content: '네' }, '/messages/@original')).toMatchObject({
      status: 401,
      code: 50027,
    });
    expect(await webhook(interaction, 'POST', { content: 'a' })).toMatchObject({ status: 401, code: 50027 });
  });

  it('fills in what was put off, by an edit or by the first follow-up', async () => {
    const [edited, followed] = [open(), open()];
    await answer(edited, { type: 5 });
    await answer(followed, { type: 5 });
    const components = [{ type: 10, content: '다 됐어요' }];
    expect(await webhook(edited, 'PATCH', { flags: V2, components }, '/messages/@original')).toMatchObject({
      status: 200,
    });
    await webhook(followed, 'POST', { content: '하나' });
    await webhook(followed, 'POST', { content: '둘' });
    expect(discord.messages(discord.channelId).map(({ content, flags }) => [content, flags])).toEqual([
      ['', V2],
      ['하나', 0],
      ['둘', 0],
    ]);
  });

  it('is reached by names as clients write them', async () => {
    const interaction = open();
    await answer(interaction, { type: 4, data: { content: '네' } });
    expect(await webhook(interaction, 'GET', undefined, '/messages/%40original')).toMatchObject({
      body: { content: '네' },
    });
  });

  it('alone reaches a message for one person', async () => {
    const interaction = open();
    await answer(interaction, { type: 4, data: { content: '쉿', flags: EPHEMERAL } });
    const message = discord.messages(discord.channelId, interaction.personId)[0];
    expect(discord.messages(discord.channelId)).toEqual([]);
    const path = `/channels/${discord.channelId}/messages/${message?.id}`;
    expect(await raw(discord, 'PATCH', path, { content: 'a' })).toMatchObject({ status: 404, code: 10008 });
    expect(await webhook(interaction, 'PATCH', { content: '네' }, '/messages/@original')).toMatchObject({
      status: 200,
    });
    expect(await webhook(interaction, 'DELETE', undefined, '/messages/@original')).toMatchObject({ status: 204 });
    expect(discord.messages(discord.channelId, interaction.personId)).toEqual([]);
  });

  it('edits the message that a press came from when nothing else was answered', async () => {
    const sourceId = await card();
    const interaction = open({ sourceId });
    await answer(interaction, { type: 6 });
    expect(await webhook(interaction, 'PATCH', { content: '나중에' }, '/messages/@original')).toMatchObject({
      status: 200,
    });
    expect(discord.message(sourceId)?.content).toBe('나중에');
  });
});
