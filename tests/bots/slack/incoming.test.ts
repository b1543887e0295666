// What Slack tells, read: words, messages, presses and forms as plain data.
import { describe, expect, it } from 'vitest';
import { readMessage } from '../../../src/bots/slack/incoming/messages.ts';
import { postingsOf } from '../../../src/bots/slack/incoming/pictures.ts';
import { readPress, writeClassPress, writePress } from '../../../src/bots/slack/incoming/presses.ts';
import {
  readClassNote,
  readEntries,
  readNote,
  readOffer,
  writeNote,
} from '../../../src/bots/slack/incoming/submissions.ts';
import { isBare, readWhose, readWish } from '../../../src/bots/slack/incoming/wishes.ts';
import { LIMITS } from '../../../src/bots/slack/limits.ts';
import type { MessageEvent } from '../../../src/bots/slack/payloads.ts';
import {
  nameChannel,
  nameThread,
  placeOf,
  readChannel,
  readRef,
  readThread,
  writeRef,
} from '../../../src/bots/slack/thread.ts';

describe('words', () => {
  it.each([
    ['', { type: 'help' }],
    ['help', { type: 'help' }],
    ['도움말', { type: 'help' }],
    ['start', { type: 'start' }],
    ['START The moon', { type: 'start', title: 'The moon' }],
    ['시작   달빛\n소풍 ', { type: 'start', title: '달빛 소풍' }],
    ['시작 A &amp; B &lt;3', { type: 'start', title: 'A & B <3' }],
    ['<@U1> 시작 <!channel> 숲', { type: 'start', title: '숲' }],
    ['<@U1>  상태', { type: 'press', action: { type: 'status' } }],
    ['이어서', { type: 'press', action: { type: 'resume' } }],
    ['취소', { type: 'press', action: { type: 'cancel' } }],
    ['지우기', { type: 'press', action: { type: 'delete' } }],
    ['무지개', { type: 'unknown' }],
    ['classroom', { type: 'class', action: { type: 'settings' } }],
    ['교실', { type: 'class', action: { type: 'settings' } }],
    ['반', { type: 'class', action: { type: 'roster', from: 0 } }],
    ['알림판', { type: 'class', action: { type: 'summary' } }],
    ['<@U1> 책장', { type: 'class', action: { type: 'shelf', from: 0 } }],
    ['Anthology', { type: 'class', action: { type: 'form', form: 'bind' } }],
    ['문집', { type: 'class', action: { type: 'form', form: 'bind' } }],
    ['시작 해와 달/별 / 3번', { type: 'start', title: '해와 달/별 / 3번' }],
  ])('"%s" is understood', (text, wish) => expect(readWish(text)).toEqual(wish));

  it.each([
    ['달빛 소풍 / 3번', { title: '달빛 소풍', label: '3번' }],
    ['해와 달/별 /하늘 나무', { title: '해와 달/별', label: '하늘 나무' }],
    ['/ 3번', { label: '3번' }],
    ['해/달', { title: '해/달' }],
    ['달 /', { title: '달 /' }],
    ['', {}],
  ])('in a class, "%s" says whose book it is', (said, named) => expect(readWhose(said)).toEqual(named));

  it('keeps a title to its limit', () => {
    const wish = readWish(`시작 ${'가'.repeat(500)}`);
    expect(wish.type === 'start' && wish.title?.length).toBe(200);
  });

  it('tells the name alone from words', () => {
    expect([isBare(' <@U1> '), isBare('<@U1> 안녕'), isBare('')]).toEqual([true, false, true]);
  });
});

const FILE = { id: 'F1', name: 'a.png', mimetype: 'image/png' };
const message = (more: object): MessageEvent => ({
  type: 'message',
  channel: 'C1',
  ts: '20.000200',
  thread_ts: '10.000100',
  user: 'U1',
  files: [FILE],
  ...more,
});

describe('a message', () => {
  it.each([undefined, 'file_share', 'thread_broadcast'])('with files in a thread brings pictures (%s)', (subtype) => {
    const said = readMessage(message(subtype === undefined ? {} : { subtype }), 'UBOT');
    expect(said).toMatchObject({ type: 'pictures', root: '10.000100', user: 'U1', ts: '20.000200' });
    expect(said?.type === 'pictures' && said.postings[0]?.picture).toEqual({
      source: 'F1:20.000200',
      place: '000000000020.000200-000',
      name: 'a.png',
    });
  });

  it.each([
    ['of the bot', { user: 'UBOT' }],
    ['of another bot', { bot_id: 'B9' }],
    ['that was changed', { subtype: 'message_changed' }],
    ['of somebody who joined', { subtype: 'channel_join' }],
    ['without files', { files: [] }],
    ['outside of threads', { thread_ts: undefined }],
    ['that is a root itself', { thread_ts: '20.000200' }],
    ['whose file is gone', { files: [{ ...FILE, mode: 'tombstone' }] }],
  ])('%s brings none', (_, more) => expect(readMessage(message(more), 'UBOT')).toBeUndefined());

  it('that was deleted takes its pictures back, unless it was the bot’s', () => {
    const previous = { ts: '20.000200', thread_ts: '10.000100', user: 'U1', files: [FILE] };
    const deleted = (before: object) =>
      message({ subtype: 'message_deleted', files: undefined, previous_message: before });
    expect(readMessage(deleted(previous), 'UBOT')).toEqual({
      type: 'withdrawn',
      root: '10.000100',
      sources: ['F1:20.000200'],
    });
    expect(readMessage(deleted({ ...previous, user: 'UBOT' }), 'UBOT')).toBeUndefined();
    expect(readMessage(deleted({ ...previous, files: [] }), 'UBOT')).toBeUndefined();
  });

  it('sorts its pictures as they were posted', () => {
    const places = [
      placeOf('9.5', 0),
      placeOf('1712345678.000100', 2),
      placeOf('1712345678.000100', 10),
      placeOf('1712345678.000200', 0),
      placeOf('11712345678.000000', 0),
    ];
    expect(places.toSorted()).toEqual(places);
  });

  it('keeps the place of each file', () => {
    const sources = postingsOf([FILE, { id: 'F2', mode: 'tombstone' }, { id: 'F3' }], '1.0').map(
      ({ picture }) => picture.source,
    );
    expect(sources).toEqual(['F1:1.0', 'F3:1.0']);
  });
});

describe('a press', () => {
  const pressed = (value: string, more: object = {}) => ({
    user: { id: 'U1' },
    channel: { id: 'C1' },
    trigger_id: 't',
    actions: [{ action_id: 'press:0', value }],
    ...more,
  });

  it('comes back as it was written, from buttons and menus', () => {
    const action = { type: 'move', scene: 's999999', to: 999_999 } as const;
    const value = writePress({ root: '1712345678.123456' }, action, true);
    expect(value.length).toBeLessThanOrEqual(LIMITS.option);
    const at = { channel: 'C1', isPrivate: false };
    const own = { about: 'book', root: '1712345678.123456', channel: 'C1', inThread: true, isAway: false };
    const expected = { ...own, at, action };
    expect(readPress(pressed(value))).toEqual(expected);
    const chosen = { action_id: 'press:1', type: 'overflow', selected_option: { value } };
    expect(readPress(pressed('', { actions: [chosen] }))).toEqual(expected);
  });

  it('knows whether the person sees the thread', () => {
    const value = writePress({ root: '10.1' }, { type: 'add' }, false);
    const seen = (more: object) => {
      const press = readPress(pressed(value, more));
      return press?.about === 'book' && press.inThread;
    };
    expect(seen({ message: { ts: '10.1' } })).toBe(false);
    expect(seen({ message: { ts: '10.1', thread_ts: '10.1', reply_count: 2 } })).toBe(true);
    expect(seen({ message: { ts: '12.1', thread_ts: '10.1' } })).toBe(true);
    expect(seen({ container: { thread_ts: '10.1' } })).toBe(true);
  });

  it('elsewhere names the book or the class that it is about, and keeps within what menus take', () => {
    const away = { root: '1712345678.123456', channel: 'C0123456789A' };
    const action = { type: 'approve', request: 999_999 } as const;
    const value = writePress(away, action, false);
    expect(value.length).toBeLessThanOrEqual(LIMITS.option);
    const desk = { channel: { id: 'D9' }, container: { thread_ts: '5.5', is_ephemeral: true } };
    const at = { channel: 'D9', thread: '5.5', isPrivate: true };
    expect(readPress(pressed(value, desk))).toEqual({
      about: 'book',
      ...away,
      at,
      inThread: false,
      isAway: true,
      action,
    });
    const send = { type: 'send', book: 'b999999', request: 999_999 } as const;
    const ofClass = writeClassPress('C0123456789A', send);
    expect(ofClass.length).toBeLessThanOrEqual(LIMITS.option);
    expect(readPress(pressed(ofClass, desk))).toEqual({ about: 'class', channel: 'C0123456789A', at, action: send });
    expect(readPress(pressed('C0123456789A|dance'))).toEqual({
      about: 'class',
      channel: 'C0123456789A',
      at: { channel: 'C1', isPrivate: false },
    });
  });

  it.each(['C1/|approve.1', '/10.1|approve.1', 'c1|settings', 'C1:10.1|approve.1', '|settings', 'C1/10.1/2|add'])(
    'with the address %s is not ours',
    (value) => expect(readPress(pressed(value))).toBeUndefined(),
  );

  it('of something unknown has no action, and of something that is not ours is none', () => {
    expect(readPress(pressed('10.1|fly'))).toMatchObject({ root: '10.1' });
    expect(readPress(pressed('10.1|fly'))?.action).toBeUndefined();
    expect(readPress(pressed('nonsense'))).toBeUndefined();
    expect(readPress(pressed('10.1|add', { actions: [{ action_id: 'other', value: '10.1|add' }] }))).toBeUndefined();
    expect(readPress(pressed('10.1|add', { channel: undefined }))).toBeUndefined();
  });
});

describe('a form', () => {
  it('remembers what it is about', () => {
    const note = { thread: 'T:C:1.1', form: 'A', scene: 's1', inThread: true } as const;
    expect(readNote({ id: 'V', private_metadata: writeNote(note) })).toEqual(note);
    const away = { ...note, at: { team: 'T', channel: 'D', ts: '2.2' } };
    expect(readNote({ id: 'V', private_metadata: writeNote(away) })).toEqual(away);
    const ofClass = { channel: 'T:C', class: 'label', about: 'b3', at: { team: 'T', channel: 'C' } } as const;
    expect(readClassNote({ id: 'V', private_metadata: writeNote(ofClass) })).toEqual(ofClass);
    expect(readClassNote({ id: 'V', private_metadata: writeNote(note) })).toBeUndefined();
    const offer = { channel: 'C', ts: '1.1', files: ['F1'], inClass: true };
    expect(readOffer({ id: 'V', private_metadata: writeNote(offer) })).toEqual(offer);
  });

  it.each(['', '{', 'null', '[]', '{"thread":1,"form":"A"}', '{"thread":"T","form":"Z"}'])(
    'is not ours with %s',
    (text) => {
      expect(readNote({ id: 'V', private_metadata: text })).toBeUndefined();
      expect(readOffer({ id: 'V', private_metadata: text })).toBeUndefined();
      expect(readClassNote({ id: 'V', private_metadata: text })).toBeUndefined();
    },
  );

  it('is read with what was typed, chosen and added', () => {
    const values = {
      's1/name': { entry: { type: 'plain_text_input', value: '별이' } },
      's1/name+': { entry: { type: 'checkboxes', selected_options: [{ value: '루나' }, { value: '별이' }] } },
      's1/setting': { entry: { type: 'plain_text_input', value: null } },
      's1/setting+': { entry: { type: 'checkboxes', selected_options: [{ value: '숲' }] } },
      's1/i_action': { entry: { type: 'plain_text_input', value: '본다, ' } },
      's1/classification': { entry: { type: 'radio_buttons', selected_option: { value: '자연탐구' } } },
      's1/feeling': { entry: { type: 'radio_buttons', selected_option: null } },
      other: { thing: { value: 'x' } },
    };
    expect(readEntries({ id: 'V', state: { values } })).toEqual({
      values: {
        name: '별이, 루나',
        setting: '숲',
        i_action: '본다, ',
        classification: '자연탐구',
        feeling: '',
      },
      files: [],
    });
  });

  it.each([
    [null, '달린다', '달린다'],
    [null, ',', ''],
    ['난다', '달린다', '난다'],
    ['난다', ',', '난다'],
  ])('with %j typed and %j chosen of many says %j', (value, chosen, said) => {
    const values = {
      's1/i_action': { entry: { type: 'plain_text_input', value } },
      's1/i_action+': { entry: { type: 'radio_buttons', selected_option: { value: chosen } } },
    };
    expect(readEntries({ id: 'V', state: { values } }).values).toEqual({ i_action: said });
  });

  it('brings a person by the id', () => {
    const values = { 'book/owner': { entry: { type: 'users_select', selected_user: 'U2' } } };
    expect(readEntries({ id: 'V', state: { values } }).values).toEqual({ owner: 'U2' });
  });

  it('brings files', () => {
    const state = { values: { 'book/pictures': { entry: { type: 'file_input', files: [FILE] } } } };
    expect(readEntries({ id: 'V', state })).toEqual({ values: {}, files: [FILE] });
  });
});

describe('names', () => {
  it('of threads and messages come back as they were', () => {
    const spot = { team: 'T0123456789', channel: 'C0123456789', ts: '1712345678.123456' };
    expect(readThread(nameThread(spot))).toEqual(spot);
    expect(nameThread(spot).length).toBeLessThan(200);
    expect(() => readThread('nonsense')).toThrow();
    const channel = { team: 'T0123456789', channel: 'D0123456789' };
    expect(readChannel(nameChannel(channel))).toEqual(channel);
    expect(() => readChannel(nameThread(spot))).toThrow();
    expect(() => readThread(nameChannel(channel))).toThrow();
    const parts = { messages: ['1.1', '2.2'], files: ['F1', 'F2'] };
    expect(readRef(writeRef(parts))).toEqual(parts);
  });
});
