// What the fake service refuses in blocks and modals: one bad payload a line, and the sentence that Slack gives for it.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ApiError, apiOf, text } from './call.ts';
import { type Person, type Slack, startSlack } from './index.ts';

let slack: Slack;
let mina: Person;
let channel: string;
let pdf: string;
let picture: string;

beforeAll(async () => {
  slack = await startSlack();
  mina = slack.person('Mina');
  channel = slack.channel('class', [mina]);
  const bytes = Buffer.from('x');
  const posted = mina.post(channel, {
    files: [
      { name: 'a.pdf', bytes },
      { name: 'a.png', bytes },
    ],
  });
  [pdf = '', picture = ''] = posted.files;
});
afterAll(() => slack.close());

const long = (length: number): string => '가'.repeat(length);
const times = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => make(index));
const option = (index: number, value: string = `${index}`) => ({ text: text(`o${index}`), value });
const button = (more: object = {}) => ({ type: 'button', text: text('b'), action_id: 'a', ...more });
const actions = (...elements: object[]) => ({ type: 'actions', elements });
const image = (more: object = {}) => ({
  type: 'image',
  image_url: 'https://example.com/a.png',
  alt_text: 'a',
  ...more,
});
const input = (element: object, more: object = {}) => ({ type: 'input', label: text('l'), element, ...more });
const typed = (more: object = {}) => input({ type: 'plain_text_input', action_id: 'v', ...more });
const radio = (count: number) => ({ type: 'radio_buttons', action_id: 'r', options: times(count, (i) => option(i)) });
const section = (more: object = {}) => ({ type: 'section', text: text('s'), ...more });
const sure = (more: object = {}) => ({
  confirm: { title: text('t'), text: text('t'), confirm: text('y'), deny: text('n'), ...more },
});
const markdown = (length: number) => ({ type: 'markdown', text: long(length) });

const BAD_BLOCKS: readonly (readonly [string, () => readonly unknown[], string])[] = [
  ['51 blocks', () => times(51, () => ({ type: 'divider' })), 'no more than 50 items allowed [json-pointer:/blocks]'],
  ['an unknown block', () => [{ type: 'poster' }], 'unsupported type: poster [json-pointer:/blocks/0/type]'],
  ['an unknown property', () => [{ type: 'divider', color: 'red' }], 'invalid additional property: color'],
  [
    'a long section',
    () => [section({ text: text(long(3001)) })],
    'must be less than 3001 characters [json-pointer:/blocks/0/text/text]',
  ],
  ['an empty text', () => [section({ text: text('') })], 'must be more than 0 characters'],
  ['a section of nothing', () => [{ type: 'section' }], 'missing required field: text'],
  ['11 fields', () => [section({ fields: times(11, () => text('f')) })], 'no more than 10 items allowed'],
  ['a long field', () => [section({ fields: [text(long(2001))] })], 'must be less than 2001 characters'],
  ['a long header', () => [{ type: 'header', text: text(long(151)) }], 'must be less than 151 characters'],
  ['a header in mrkdwn', () => [{ type: 'header', text: text('h', 'mrkdwn') }], 'unsupported type: mrkdwn'],
  [
    '11 things in a context',
    () => [{ type: 'context', elements: times(11, () => text('c')) }],
    'no more than 10 items',
  ],
  ['a button in a context', () => [{ type: 'context', elements: [button()] }], 'unsupported type: button'],
  ['26 buttons', () => [actions(...times(26, (i) => button({ action_id: `${i}` })))], 'no more than 25 items allowed'],
  ['no buttons', () => [actions()], 'no less than 1 items required'],
  ['a long button', () => [actions(button({ text: text(long(76)) }))], 'must be less than 76 characters'],
  ['a button in mrkdwn', () => [actions(button({ text: text('b', 'mrkdwn') }))], 'unsupported type: mrkdwn'],
  ['a long value', () => [actions(button({ value: long(2001) }))], 'must be less than 2001 characters'],
  ['an unknown style', () => [actions(button({ style: 'loud' }))], 'must be a valid enum value'],
  ['a long action_id', () => [actions(button({ action_id: long(256) }))], 'must be less than 256 characters'],
  ['one action_id twice', () => [actions(button(), button())], '`action_id` "a" already exists'],
  ['one block_id twice', () => times(2, () => ({ type: 'divider', block_id: 'd' })), '`block_id` "d" already exists'],
  ['a long block_id', () => [{ type: 'divider', block_id: long(256) }], 'must be less than 256 characters'],
  [
    '6 options in an overflow',
    () => [section({ accessory: { type: 'overflow', options: times(6, (i) => option(i)) } })],
    'no more than 5 items',
  ],
  [
    'a long option',
    () => [section({ accessory: { type: 'overflow', options: [{ text: text(long(76)), value: 'v' }] } })],
    'must be less than 76',
  ],
  [
    'a long value of an option',
    () => [section({ accessory: { type: 'overflow', options: [option(1, long(76))] } })],
    'must be less than 76',
  ],
  [
    '101 options in a select',
    () => [actions({ type: 'static_select', options: times(101, (i) => option(i)) })],
    'no more than 100 items',
  ],
  [
    'a menu with markup',
    () => [section({ accessory: { type: 'overflow', options: [{ text: text('o', 'mrkdwn'), value: 'v' }] } })],
    'unsupported type: mrkdwn',
  ],
  ['11 radio buttons', () => [actions(radio(11))], 'no more than 10 items allowed'],
  [
    'an initial option that is none',
    () => [actions({ ...radio(2), initial_option: option(5) })],
    'initial option is not among the options',
  ],
  [
    'a long confirm title',
    () => [actions(button(sure({ title: text(long(101)) })))],
    'must be less than 101 characters',
  ],
  ['a long confirm text', () => [actions(button(sure({ text: text(long(301)) })))], 'must be less than 301 characters'],
  [
    'a long confirm button',
    () => [actions(button(sure({ confirm: text(long(31)) })))],
    'must be less than 31 characters',
  ],
  [
    'an image without words',
    () => [{ type: 'image', image_url: 'https://example.com/a.png' }],
    'missing required field: alt_text',
  ],
  ['an image with empty words', () => [image({ alt_text: '' })], 'must be more than 0 characters'],
  ['an image of nothing', () => [{ type: 'image', alt_text: 'a' }], 'missing required field: image_url'],
  ['an image with many words', () => [image({ alt_text: long(2001) })], 'must be less than 2001 characters'],
  [
    'a file that is not there',
    () => [{ type: 'image', alt_text: 'a', slack_file: { id: 'F0' } }],
    'invalid slack file',
  ],
  [
    'a file that is no picture',
    () => [{ type: 'image', alt_text: 'a', slack_file: { id: pdf } }],
    'slack file must be a png, jpg, jpeg or gif',
  ],
  ['a file_input', () => [input({ type: 'file_input' })], 'file_input is allowed in modals only'],
  ['much markdown', () => times(2, () => markdown(7000)), 'markdown text exceeds 12000 characters'],
  [
    'an input as an accessory',
    () => [section({ accessory: { type: 'plain_text_input' } })],
    'unsupported type: plain_text_input',
  ],
];

const view = (more: object = {}) => ({
  type: 'modal',
  title: text('t'),
  submit: text('s'),
  blocks: [typed()],
  ...more,
});

const BAD_VIEWS: readonly (readonly [string, () => unknown, string])[] = [
  [
    'a long title',
    () => view({ title: text(long(25)) }),
    'must be less than 25 characters [json-pointer:/view/title/text]',
  ],
  [
    'a long submit',
    () => view({ submit: text(long(25)) }),
    'must be less than 25 characters [json-pointer:/view/submit/text]',
  ],
  [
    'a long close',
    () => view({ close: text(long(25)) }),
    'must be less than 25 characters [json-pointer:/view/close/text]',
  ],
  ['a title in mrkdwn', () => view({ title: text('t', 'mrkdwn') }), 'unsupported type: mrkdwn'],
  ['no title', () => view({ title: undefined }), 'missing required field: title'],
  ['an input and nothing to send it by', () => view({ submit: undefined }), 'missing required field: submit'],
  ['101 blocks', () => view({ blocks: times(101, () => ({ type: 'divider' })) }), 'no more than 100 items allowed'],
  ['much private metadata', () => view({ private_metadata: long(3001) }), 'must be less than 3001 characters'],
  ['a long callback_id', () => view({ callback_id: long(256) }), 'must be less than 256 characters'],
  ['a home tab', () => view({ type: 'home' }), 'unsupported type'],
  [
    'a long label',
    () => view({ blocks: [{ ...typed(), label: text(long(2001)) }] }),
    'must be less than 2001 characters',
  ],
  ['max_length over 3000', () => view({ blocks: [typed({ max_length: 3001 })] }), 'must be less than or equal to 3000'],
  ['max_length of 0', () => view({ blocks: [typed({ max_length: 0 })] }), 'must be greater than or equal to 1'],
  ['min over max', () => view({ blocks: [typed({ min_length: 9, max_length: 5 })] }), 'min_length must not be greater'],
  [
    'more text than fits',
    () => view({ blocks: [typed({ max_length: 5, initial_value: '여섯글자요!' })] }),
    'must be less than 6 characters',
  ],
  [
    'a long placeholder',
    () => view({ blocks: [typed({ placeholder: text(long(151)) })] }),
    'must be less than 151 characters',
  ],
  ['a button in an input', () => view({ blocks: [input(button())] }), 'unsupported type: button'],
  [
    'a file_input in actions',
    () => view({ blocks: [actions({ type: 'file_input' })] }),
    'unsupported type: file_input',
  ],
  [
    '11 files',
    () => view({ blocks: [input({ type: 'file_input', max_files: 11 })] }),
    'must be less than or equal to 10',
  ],
  [
    'a file_input that dispatches',
    () => view({ blocks: [input({ type: 'file_input' }, { dispatch_action: true })] }),
    'dispatch_action is not allowed',
  ],
  ['markdown', () => view({ blocks: [markdown(5)] }), 'unsupported type: markdown'],
];

const messagesOf = (answer: ApiError): string => (answer.response_metadata?.messages ?? []).join('\n');

describe('the fake service', () => {
  it.each(BAD_BLOCKS)('refuses %s in a message', async (_, blocks, sentence) => {
    const answer = await apiOf(slack)('chat.postMessage', { channel, text: 't', blocks: blocks() });
    expect(answer.error).toBe('invalid_blocks');
    expect(messagesOf(answer)).toContain(`[ERROR] ${sentence}`);
  });

  it.each(BAD_VIEWS)('refuses %s in a modal', async (_, bad, sentence) => {
    const answer = await apiOf(slack)('views.open', { trigger_id: 'none', view: bad() });
    expect(answer.error).toBe('invalid_arguments');
    expect(messagesOf(answer)).toContain(sentence);
  });

  it('refuses a view over 250 kB by its own name', async () => {
    const blocks = times(100, (index) => section({ block_id: `${index}`, text: text(long(2900)) }));
    expect((await apiOf(slack)('views.open', { trigger_id: 'none', view: view({ blocks }) })).error).toBe(
      'view_too_large',
    );
  });

  it('takes everything at its limit', async () => {
    const full = [
      section({ text: text(long(3000)), fields: times(10, () => text(long(2000))) }),
      { type: 'header', text: text(long(150)) },
      actions(...times(25, (i) => button({ action_id: `${i}`, text: text(long(75)), value: long(2000) }))),
      section({ accessory: { type: 'overflow', options: times(5, (i) => option(i, `${long(74)}${i}`)) } }),
      actions(radio(10)),
      image({ alt_text: long(2000), title: text(long(2000)) }),
      { type: 'image', alt_text: 'a', slack_file: { id: picture } },
      { type: 'context', elements: times(10, () => text('c')) },
      actions(button(sure({ title: text(long(100)), text: text(long(300)), deny: text(long(30)) }))),
      ...times(41, () => ({ type: 'divider' })),
    ];
    expect(await apiOf(slack)('chat.postMessage', { channel, text: 't', blocks: full })).toMatchObject({ ok: true });
  });
});
