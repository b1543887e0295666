// Payloads of Discord as what somebody wants.
import { describe, expect, it } from 'vitest';
import { isWritten, localeOf, readInteraction } from '../../../src/bots/discord/incoming.ts';
import { mergeSuggestions, readValues } from '../../../src/bots/discord/modal-values.ts';
import { picturesOfForm, picturesOfMessage, readSource } from '../../../src/bots/discord/pictures.ts';
import type { WireAttachment, WireInteraction, WireMessage } from '../../../src/bots/discord/wire.ts';

const file = (id: string, filename = `${id}.png`): WireAttachment => ({
  id,
  filename,
  size: 5,
  url: `https://x/${id}`,
});

const interaction = (given: Partial<WireInteraction>): WireInteraction => ({
  id: '900',
  application_id: '1',
  token: 'token',
  type: 2,
  guild_id: '7',
  channel_id: '77',
  channel: { id: '77', type: 0 },
  member: { user: { id: '42' }, roles: [], permissions: '0' },
  locale: 'ko',
  app_permissions: '1024',
  ...given,
});

const slash = (name: string, options?: { name: string; value: string }[]): WireInteraction =>
  interaction({ data: { type: 1, name: 'storybook', options: [{ name, ...(options && { options }) }] } });
const wishOf = (given: WireInteraction) => readInteraction(given, { roles: ['55'] })?.wish;

const message = (given: Partial<WireMessage> = {}): WireMessage => ({
  id: '1001',
  channel_id: '77',
  author: { id: '42' },
  type: 0,
  attachments: [],
  ...given,
});

describe('a command', () => {
  it('starts a book, with its title if it has one', () => {
    expect(wishOf(slash('start'))).toEqual({ type: 'start' });
    expect(wishOf(slash('start', [{ name: 'title', value: '달빛 소풍' }]))).toEqual({
      type: 'start',
      title: '달빛 소풍',
    });
  });

  it.each(['resume', 'status', 'cancel', 'delete', 'help'])('%s is the press of that name', (name) => {
    expect(wishOf(slash(name))).toEqual({ type: 'command', action: { type: name } });
  });

  it('starts a book for somebody whom the class knows by a number or a nickname', () => {
    const wish = wishOf(slash('start', [{ name: 'who', value: ' 3번 ' }]));
    expect(wish).toEqual({ type: 'start', who: '3번' });
    expect(wishOf(slash('start', [{ name: 'who', value: '  ' }]))).toEqual({ type: 'start' });
  });

  it.each([
    ['classroom', { type: 'settings' }],
    ['class', { type: 'roster', from: 0 }],
    ['shelf', { type: 'shelf', from: 0 }],
    ['anthology', { type: 'form', form: 'bind' }],
  ])('%s is about the class', (name, action) => {
    expect(wishOf(slash(name))).toEqual({ type: 'class', action });
  });

  it('in a thread knows the channel above, and elsewhere there is none', () => {
    const at = (type: number) =>
      readInteraction(interaction({ channel: { id: '77', type, parent_id: '66' } }), { roles: [] });
    expect([10, 11, 12].map((type) => at(type)?.parent)).toEqual(['66', '66', '66']);
    // What stands above a channel is a heading.
    expect(at(0)?.parent).toBeUndefined();
    expect(at(0)?.guild).toBe('7');
  });

  it.each([slash('fly'), slash('constructor'), interaction({ data: { type: 1, name: 'other' } })])(
    'nobody knows is unknown',
    (given) => {
      expect(wishOf(given)).toEqual({ type: 'unknown' });
    },
  );

  it('on a message takes its pictures', () => {
    const target = message({ attachments: [file('5'), file('6')] });
    const data = {
      type: 3,
      name: '여기서 그림책 만들기',
      target_id: '1001',
      resolved: { messages: { '1001': target } },
    };
    expect(wishOf(interaction({ data }))).toMatchObject({
      type: 'take',
      pictures: [{ posted: { source: '77/1001/5' } }, { posted: { source: '77/1001/6' } }],
    });
  });
});

describe('whoever does something', () => {
  it('is taken in the own language, Korean in all its kinds, else English', () => {
    expect(['ko', 'ko-KR', 'en-US', 'ja', undefined].map(localeOf)).toEqual(['ko', 'ko', 'en', 'en', 'en']);
    expect(readInteraction(interaction({ locale: 'fr' }), { roles: [] })?.actor).toMatchObject({ locale: 'en' });
  });

  it.each([
    ['with a role of teachers', { roles: ['55'], permissions: '0' }, true],
    ['who may manage the server', { roles: [], permissions: '32' }, true],
    ['who may do everything', { roles: [], permissions: '8' }, true],
    ['with other roles and rights', { roles: ['56'], permissions: '2048' }, false],
  ])('%s: a teacher is %s', (_, member, teacher) => {
    const asked = readInteraction(interaction({ member: { user: { id: '42' }, ...member } }), { roles: ['55'] });
    expect(asked?.actor.teacher).toBe(teacher);
  });

  it('is nobody outside of a server', () => {
    const { guild_id: _, member: __, ...direct } = interaction({ user: { id: '42' } });
    expect(readInteraction(direct, { roles: [] })).toBeUndefined();
  });
});

describe('a press', () => {
  const press = (custom_id: string, values?: string[], flags = 0) =>
    interaction({ type: 3, message: message({ flags }), data: { custom_id, ...(values && { values }) } });

  it('is the action of its button', () => {
    expect(wishOf(press('a:make.2~card-x'))).toEqual({ type: 'press', action: { type: 'make', request: 2 } });
    expect(wishOf(press('a@s:remove.s3'))).toEqual({
      type: 'press',
      action: { type: 'remove', scene: 's3' },
      view: 'scene',
    });
  });

  it('may pick a scene or a page', () => {
    expect(wishOf(press('o@s:', ['s4']))).toEqual({ type: 'pick', view: 'scene', scene: 's4' });
    expect(wishOf(press('o@p:~card-x', ['s4']))).toEqual({ type: 'pick', view: 'page', scene: 's4' });
  });

  it('may be about a book elsewhere, or about a class', () => {
    expect(wishOf(press('a#99:approve.2~rev-x'))).toEqual({
      type: 'press',
      action: { type: 'approve', request: 2 },
      thread: '99',
    });
    expect(wishOf(press('c#66:look.b3'))).toEqual({
      type: 'class',
      channel: '66',
      action: { type: 'look', book: 'b3' },
    });
    expect(wishOf(press('j#99:'))).toEqual({ type: 'enter', thread: '99' });
  });

  it('on a menu is what was chosen there', () => {
    expect(wishOf(press('m:0~card-x', ['c#66:look.b3']))).toMatchObject({ type: 'class', action: { book: 'b3' } });
    expect(wishOf(press('m:1', ['a#99:pause']))).toMatchObject({ type: 'press', thread: '99' });
    expect(wishOf(press('m:1', ['m:1']))).toEqual({ type: 'unknown' });
    expect(wishOf(press('m:1', []))).toEqual({ type: 'unknown' });
  });

  it('of an earlier version is unknown', () => expect(wishOf(press('old-button'))).toEqual({ type: 'unknown' }));

  it('knows whether only this person saw the button', () => {
    expect(readInteraction(press('a:help', undefined, 64), { roles: [] })?.isPrivate).toBe(true);
    expect(readInteraction(press('a:help'), { roles: [] })?.isPrivate).toBe(false);
  });
});

describe('a form', () => {
  const label = (component: object) => ({ type: 18, component: { type: 4, ...component } });

  it('comes with what was typed, chosen and tapped', () => {
    const components = [
      label({ custom_id: 'name', value: '별이, 달이' }),
      label({ type: 21, custom_id: 'classification', value: '자연탐구' }),
      label({ custom_id: 'setting', value: '' }),
      label({ type: 22, custom_id: '+', values: ['name=달이', 'name=해', 'setting=언덕 위'] }),
    ];
    const given = interaction({ type: 5, data: { custom_id: 'f:A.s2', components } });
    expect(wishOf(given)).toEqual({
      type: 'submit',
      form: 'A',
      scene: 's2',
      values: { name: '별이, 달이, 해', classification: '자연탐구', setting: '언덕 위' },
    });
  });

  it('of a class comes with the book that it is about', () => {
    const components = [label({ custom_id: 'label', value: '3번' })];
    expect(wishOf(interaction({ type: 5, data: { custom_id: 'g#66:label.b3', components } }))).toEqual({
      type: 'class-submit',
      channel: '66',
      form: 'label',
      about: 'b3',
      values: { label: '3번' },
    });
  });

  it('comes with the person who was chosen', () => {
    const components = [label({ type: 5, custom_id: 'owner', values: ['43'] })];
    expect(wishOf(interaction({ type: 5, data: { custom_id: 'f#99:hand.', components } }))).toEqual({
      type: 'submit',
      form: 'hand',
      thread: '99',
      values: { owner: '43' },
    });
  });

  it('says nothing of what was not chosen', () => {
    const read = readValues([label({ type: 21, custom_id: 'classification', value: null })]);
    expect(mergeSuggestions(read)).toEqual({});
  });

  it('with files has them in the order in which they were chosen', () => {
    const components = [label({ type: 19, custom_id: 'pictures', values: ['9', '3'] })];
    const resolved = { attachments: { '3': file('3'), '9': file('9') } };
    const given = interaction({ type: 5, data: { custom_id: 'f:pictures.s2', components, resolved } });
    expect(wishOf(given)).toMatchObject({
      type: 'upload',
      scene: 's2',
      pictures: [{ posted: { source: 'form/900/9' } }, { posted: { source: 'form/900/3' } }],
    });
  });
});

describe('a picture', () => {
  it('has a place that sorts as text, by message and then within it', () => {
    const early = picturesOfMessage(message({ id: '99999', attachments: [file('1'), file('2')] }));
    const late = picturesOfMessage(message({ id: '100000', attachments: [file('3')] }));
    const many = picturesOfForm(
      '100001',
      Array.from({ length: 10 }, (_, index) => file(`${index}`)),
    );
    const places = [...early, ...late, ...many].map(({ posted }) => posted.place);
    expect([...places].sort()).toEqual(places);
  });

  it('may come in a message that is forwarded', () => {
    const forwarded = message({ message_snapshots: [{ message: { attachments: [file('8')] } }, { message: {} }] });
    expect(picturesOfMessage(forwarded).map(({ posted }) => posted.source)).toEqual(['77/1001/8']);
  });

  it('keeps the name it had before Discord changed it', () => {
    const [picture] = picturesOfMessage(message({ attachments: [{ ...file('1', '_.png'), title: '달' }] }));
    expect(picture?.posted.name).toBe('달');
  });

  it.each(['', 'a/b/c', '1/2', 'form/x/3', '1/2/x'])('%j is no source of ours', (source) => {
    expect(readSource(source)).toBeUndefined();
  });

  it('counts where a person wrote it', () => {
    expect(isWritten(message())).toBe(true);
    expect(isWritten(message({ type: 19 }))).toBe(true);
    expect(isWritten(message({ author: { id: '1', bot: true } }))).toBe(false);
    expect(isWritten(message({ webhook_id: '8' }))).toBe(false);
    expect(isWritten(message({ type: 18 }))).toBe(false);
  });
});
