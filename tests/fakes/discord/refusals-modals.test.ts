// Modals that Discord refuses, and those on the very edge that it takes.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { manualClock } from './clock.ts';
import { openInteraction } from './interactions.ts';
import { type RawAnswer, raw } from './raw.ts';
import { type FakeDiscord, startDiscord } from './start.ts';

let discord: FakeDiscord;
beforeAll(async () => {
  discord = await startDiscord({ clock: manualClock() });
});
afterAll(() => discord.close());

const letters = (count: number): string => 'a'.repeat(count);
const many = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => make(index));
const input = (more: object = {}) => ({ type: 4, custom_id: 'i', style: 1, ...more });
const label = (component: object, more: object = {}) => ({ type: 18, label: '이름', component, ...more });
const option = (index: number) => ({ label: `보기 ${index}`, value: `v${index}` });
const radios = (count: number) => ({ type: 21, custom_id: 'r', options: many(count, option) });
const boxes = (more: object = {}) => ({ type: 22, custom_id: 'c', options: many(3, option), ...more });
const upload = (more: object = {}) => ({ type: 19, custom_id: 'f', ...more });
const select = (more: object = {}) => ({ type: 3, custom_id: 's', options: many(3, option), ...more });
const modal = (...components: object[]) => ({ custom_id: 'm', title: '제목', components });
const IN = 'data.components.0.component';

function show(data: object): Promise<RawAnswer> {
  const { world, channelId } = discord;
  const { id: personId } = discord.person();
  const opening = { type: 3, name: 'a press', personId, locale: 'ko', channelId, data: {} } as const;
  const { id, token } = openInteraction(world, opening);
  return raw(discord, 'POST', `/interactions/${id}/${token}/callback`, { type: 9, data });
}

describe('a modal', () => {
  it.each<[string, object, string]>([
    [
      'six components',
      modal(...many(6, (n) => label(input({ custom_id: `i${n}` })))),
      'data.components: BASE_TYPE_BAD_LENGTH',
    ],
    ['no component', modal(), 'data.components: BASE_TYPE_BAD_LENGTH'],
    ['a title of 46 characters', { ...modal(label(input())), title: letters(46) }, 'data.title: BASE_TYPE_BAD_LENGTH'],
    [
      'a custom_id of 101 characters',
      { ...modal(label(input())), custom_id: letters(101) },
      'data.custom_id: BASE_TYPE_BAD_LENGTH',
    ],
    [
      'a label of 46 characters',
      modal(label(input(), { label: letters(46) })),
      'data.components.0.label: BASE_TYPE_BAD_LENGTH',
    ],
    [
      'a description of 101 characters',
      modal(label(input(), { description: letters(101) })),
      'data.components.0.description: BASE_TYPE_BAD_LENGTH',
    ],
    ['a button', modal(label({ type: 2, style: 1, label: 'a', custom_id: 'b' })), `${IN}.type: UNION_TYPE_CHOICES`],
    ['a field outside a label', modal(upload()), 'data.components.0.type: UNION_TYPE_CHOICES'],
    ['a gallery', modal({ type: 12, items: [] }), 'data.components.0.type: UNION_TYPE_CHOICES'],
    ['an input with a label of its own', modal(label(input({ label: 'a' }))), `${IN}.label: BASE_TYPE_NOT_ALLOWED`],
    ['an input without a style', modal(label(input({ style: undefined }))), `${IN}.style: BASE_TYPE_REQUIRED`],
    ['an input of 4001 characters', modal(label(input({ max_length: 4001 }))), `${IN}.max_length: NUMBER_TYPE_MAX`],
    [
      'a value above its own limit',
      modal(label(input({ max_length: 3, value: 'abcd' }))),
      `${IN}.value: BASE_TYPE_MAX_LENGTH`,
    ],
    [
      'a placeholder of 101 characters',
      modal(label(input({ placeholder: letters(101) }))),
      `${IN}.placeholder: BASE_TYPE_MAX_LENGTH`,
    ],
    ['one radio button', modal(label(radios(1))), `${IN}.options: BASE_TYPE_BAD_LENGTH`],
    ['eleven radio buttons', modal(label(radios(11))), `${IN}.options: BASE_TYPE_BAD_LENGTH`],
    ['eleven boxes', modal(label(boxes({ options: many(11, option) }))), `${IN}.options: BASE_TYPE_BAD_LENGTH`],
    ['none of the required boxes', modal(label(boxes({ min_values: 0 }))), `${IN}.min_values: NUMBER_TYPE_MIN`],
    [
      'a required box',
      modal(label({ type: 23, custom_id: 'b', required: true })),
      `${IN}.required: BASE_TYPE_NOT_ALLOWED`,
    ],
    ['eleven files', modal(label(upload({ max_values: 11 }))), `${IN}.max_values: NUMBER_TYPE_MAX`],
    ['none of the required files', modal(label(upload({ min_values: 0 }))), `${IN}.min_values: NUMBER_TYPE_MIN`],
    [
      'fewer files than the least',
      modal(label(upload({ min_values: 3, max_values: 2 }))),
      `${IN}.max_values: NUMBER_TYPE_MIN`,
    ],
    [
      'a strange kind of file',
      modal(label(upload({ file_types: ['pictures'] }))),
      `${IN}.file_types.0: BASE_TYPE_CHOICES`,
    ],
    ['a disabled select', modal(label(select({ disabled: false }))), `${IN}.disabled: BASE_TYPE_NOT_ALLOWED`],
    ['26 options', modal(label(select({ options: many(26, option) }))), `${IN}.options: BASE_TYPE_BAD_LENGTH`],
    [
      'the same custom_id twice',
      modal(label(input()), label(input())),
      'data.components.1.component.custom_id: COMPONENT_CUSTOM_ID_DUPLICATED',
    ],
  ])('is refused with %s', async (_, data, error) => {
    const answer = await show(data);
    expect([answer.status, answer.code, ...answer.errors]).toEqual([400, 50035, error]);
  });

  it.each<[string, object]>([
    ['five labels', modal(...many(5, (n) => label(input({ custom_id: `i${n}` }))))],
    [
      'text above a field',
      modal({ type: 10, content: '그림을 골라요' }, label(upload({ max_values: 10, file_types: ['image', '.heic'] }))),
    ],
    ['ten radio buttons', modal(label(radios(10)))],
    ['boxes that may stay empty', modal(label(boxes({ min_values: 0, required: false })))],
    ['a box', modal(label({ type: 23, custom_id: 'b', default: true }))],
    ['a full input', modal(label(input({ style: 2, value: letters(4000), max_length: 4000 })))],
    ['an old row', modal({ type: 1, components: [input({ label: '이름' })] })],
  ])('is taken with %s', async (_, data) => {
    expect(await show(data)).toMatchObject({ status: 204 });
  });
});
