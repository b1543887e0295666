// Messages that Discord refuses, and those on the very edge that it takes.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RawAnswer, raw } from './raw.ts';
import { type FakeDiscord, startDiscord } from './start.ts';

let discord: FakeDiscord;
beforeAll(async () => {
  discord = await startDiscord();
});
afterAll(() => discord.close());

const V2 = 32_768;
const letters = (count: number, letter = 'a'): string => letter.repeat(count);
const many = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => make(index));
const button = (more: object = {}) => ({ type: 2, style: 1, label: '누르기', custom_id: 'a', ...more });
const row = (...components: object[]) => ({ type: 1, components });
const display = (content: string) => ({ type: 10, content });
const option = (index: number) => ({ label: `보기 ${index}`, value: `v${index}` });
const select = (more: object = {}) => ({ type: 3, custom_id: 's', options: [option(1), option(2)], ...more });
const v2 = (...components: object[]) => ({ flags: V2, components });
const gallery = (count: number) => ({
  type: 12,
  items: many(count, () => ({ media: { url: 'https://example.org/a.png' } })),
});
const file = (size: number, name = 'a.png') => ({ name, bytes: new Uint8Array(size), contentType: 'image/png' });
const post = (json: object, files: ReturnType<typeof file>[] = []): Promise<RawAnswer> =>
  raw(discord, 'POST', `/channels/${discord.channelId}/messages`, json, { files });

describe('a message', () => {
  it.each<[string, object, string]>([
    ['content of 2001 characters', { content: letters(2001) }, 'content: BASE_TYPE_MAX_LENGTH'],
    ['eleven embeds', { embeds: many(11, () => ({ title: 'a' })) }, 'embeds: BASE_TYPE_MAX_LENGTH'],
    ['a long embed title', { embeds: [{ title: letters(257) }] }, 'embeds.0.title: BASE_TYPE_BAD_LENGTH'],
    [
      '6001 characters of embeds',
      { embeds: [{ description: letters(4000) }, { description: letters(2001) }] },
      'embeds: MAX_EMBED_SIZE_EXCEEDED',
    ],
    ['a nonce of 26 characters', { content: 'a', nonce: letters(26) }, 'nonce: BASE_TYPE_BAD_LENGTH'],
    [
      'users both parsed and named',
      { content: 'a', allowed_mentions: { parse: ['users'], users: ['123456789012345678'] } },
      'allowed_mentions: MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE',
    ],
    [
      'six rows',
      { components: many(6, (n) => row(button({ custom_id: `b${n}` }))) },
      'components: BASE_TYPE_MAX_LENGTH',
    ],
    ['a row of none', { components: [row()] }, 'components.0.components: BASE_TYPE_BAD_LENGTH'],
    [
      'a row of six buttons',
      { components: [row(...many(6, (n) => button({ custom_id: `b${n}` })))] },
      'components.0.components: BASE_TYPE_BAD_LENGTH',
    ],
    [
      'a select beside a button',
      { components: [row(select(), button())] },
      'components.0.components: COMPONENT_LAYOUT_WIDTH_EXCEEDED',
    ],
    ['a display without the flag', { components: [display('a')] }, 'components.0.type: UNION_TYPE_CHOICES'],
    [
      'a label of 81 characters',
      { components: [row(button({ label: letters(81) }))] },
      'components.0.components.0.label: BASE_TYPE_BAD_LENGTH',
    ],
    [
      'a button without a word',
      { components: [row(button({ label: undefined }))] },
      'components.0.components.0: BUTTON_COMPONENT_INVALID_LABEL',
    ],
    [
      'a custom_id of 101 characters',
      { components: [row(button({ custom_id: letters(101) }))] },
      'components.0.components.0.custom_id: BASE_TYPE_BAD_LENGTH',
    ],
    [
      'the same custom_id twice',
      { components: [row(button()), row(button())] },
      'components.1.components.0.custom_id: COMPONENT_CUSTOM_ID_DUPLICATED',
    ],
    [
      'a link with a custom_id',
      { components: [row(button({ style: 5, url: 'https://example.org' }))] },
      'components.0.components.0.custom_id: BASE_TYPE_NOT_ALLOWED',
    ],
    [
      'a button with neither',
      { components: [row(button({ custom_id: undefined }))] },
      'components.0.components.0.custom_id: BASE_TYPE_REQUIRED',
    ],
    [
      '26 options',
      { components: [row(select({ options: many(26, option) }))] },
      'components.0.components.0.options: BASE_TYPE_BAD_LENGTH',
    ],
    [
      'the same option twice',
      { components: [row(select({ options: [option(1), option(1)] }))] },
      'components.0.components.0.options.1.value: SELECT_COMPONENT_OPTION_VALUE_DUPLICATED',
    ],
    [
      'more choices than options',
      { components: [row(select({ max_values: 3 }))] },
      'components.0.components.0.options: BASE_TYPE_BAD_LENGTH',
    ],
    [
      'a long placeholder',
      { components: [row(select({ placeholder: letters(151) }))] },
      'components.0.components.0.placeholder: BASE_TYPE_MAX_LENGTH',
    ],
    ['a file that is not there', { content: 'a', attachments: [{ id: 0 }] }, 'attachments.0.id: ATTACHMENT_NOT_FOUND'],
  ])('is refused with %s', async (_, json, error) => {
    const answer = await post(json);
    expect([answer.status, answer.code, ...answer.errors]).toEqual([400, 50035, error]);
  });

  it.each<[string, object, string]>([
    ['content', { ...v2(display('a')), content: 'b' }, 'content: MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2'],
    [
      'embeds',
      { ...v2(display('a')), embeds: [{ title: 'b' }] },
      'embeds: MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
    ],
    [
      '41 components, nested ones too',
      v2({ type: 17, components: many(40, () => display('a')) }),
      'components: COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED',
    ],
    [
      '4001 characters in two displays',
      v2(display(letters(4000)), display('a')),
      'components: COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED',
    ],
    ['an empty display', v2(display(' ')), 'components.0.content: BASE_TYPE_REQUIRED'],
    ['an empty container', v2({ type: 17, components: [] }), 'components.0.components: BASE_TYPE_BAD_LENGTH'],
    [
      'a container in a container',
      v2({ type: 17, components: [{ type: 17, components: [display('a')] }] }),
      'components.0.components.0.type: UNION_TYPE_CHOICES',
    ],
    [
      'a colour beyond white',
      v2({ type: 17, accent_color: 0x1000000, components: [display('a')] }),
      'components.0.accent_color: NUMBER_TYPE_MAX',
    ],
    [
      'a section without anything beside it',
      v2({ type: 9, components: [display('a')] }),
      'components.0.accessory: BASE_TYPE_REQUIRED',
    ],
    [
      'a section of four texts',
      v2({ type: 9, components: many(4, () => display('a')), accessory: button() }),
      'components.0.components: BASE_TYPE_BAD_LENGTH',
    ],
    ['a gallery of eleven', v2(gallery(11)), 'components.0.items: BASE_TYPE_BAD_LENGTH'],
    ['a button outside a row', v2(button()), 'components.0.type: UNION_TYPE_CHOICES'],
    [
      'a modal field',
      v2({ type: 18, label: 'a', component: { type: 19, custom_id: 'f' } }),
      'components.0.type: UNION_TYPE_CHOICES',
    ],
    [
      'a picture that was not sent',
      v2({ type: 12, items: [{ media: { url: 'attachment://b.png' } }] }),
      'components.0.items.0.media.url: UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND',
    ],
    [
      'a file from elsewhere',
      v2({ type: 13, file: { url: 'https://example.org/a.pdf' } }),
      'components.0.file.url: URL_TYPE_INVALID_SCHEME',
    ],
    [
      'an alternative text of 1025 characters',
      v2({ type: 12, items: [{ media: { url: 'https://example.org/a.png' }, description: letters(1025) }] }),
      'components.0.items.0.description: BASE_TYPE_BAD_LENGTH',
    ],
    [
      'the same id twice',
      v2({ ...display('a'), id: 7 }, { ...display('b'), id: 7 }),
      'components.1.id: COMPONENT_ID_DUPLICATED',
    ],
  ])('with Components V2 is refused with %s', async (_, json, error) => {
    const answer = await post(json);
    expect([answer.status, answer.code, ...answer.errors]).toEqual([400, 50035, error]);
  });

  it.each<[string, object]>([
    ['2000 characters', { content: letters(2000, '가') }],
    [
      'five rows of five',
      { content: 'a', components: many(5, (r) => row(...many(5, (n) => button({ custom_id: `${r}${n}` })))) },
    ],
    ['40 components', v2({ type: 17, components: many(39, () => display('a')) })],
    ['4000 characters', v2(display(letters(4000)))],
    ['3386 Hangul syllables', v2(display(letters(3386, '가')))],
    ['a gallery of ten', v2(gallery(10))],
    ['25 options', { content: 'a', components: [row(select({ options: many(25, option), max_values: 25 }))] }],
    ['a link', { content: 'a', components: [row({ type: 2, style: 5, label: '보기', url: 'https://example.org' })] }],
  ])('is taken with %s', async (_, json) => {
    expect(await post(json)).toMatchObject({ status: 200 });
  });

  it('breaks Discord with one byte more than 3386 Hangul syllables, fewer in several displays', async () => {
    const most = letters(3386, '가');
    expect(await post(v2(display(`${most}a`)))).toMatchObject({ status: 500, code: 0 });
    expect(await post(v2(display(most.slice(1)), display('가')))).toMatchObject({ status: 500, code: 0 });
    expect(await post(v2(display(most.slice(5)), display('가')))).toMatchObject({ status: 200 });
  });

  it.each<[string, object, ReturnType<typeof file>[], number, number]>([
    ['nothing in it', {}, [], 400, 50006],
    ['blanks alone', { content: '  \n' }, [], 400, 50006],
    ['V2 and no components', { flags: V2, components: [] }, [], 400, 50006],
    ['a file above 10 MiB', {}, [file(10 * 1024 * 1024 + 1)], 413, 40005],
    ['files above 25 MiB together', {}, many(3, () => file(9 * 1024 * 1024)), 413, 40005],
  ])('is refused with %s, by a code of its own', async (_, json, files, status, code) => {
    expect(await post(json, files)).toMatchObject({ status, code });
  });

  it('takes ten files and shows their pictures', async () => {
    const files = many(10, (index) => file(3, `${index}.png`));
    const items = many(10, (index) => ({ media: { url: `attachment://${index}.png` } }));
    expect(await post(v2({ type: 12, items }), files)).toMatchObject({ status: 200 });
  });

  it('does not find an attachment by a name with special characters', async () => {
    const json = v2({ type: 13, file: { url: 'attachment://그림책.pdf' } });
    expect((await post(json, [file(3, '그림책.pdf')])).errors).toEqual([
      'components.0.file.url: UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND',
    ]);
    expect(await post(v2({ type: 13, file: { url: 'attachment://book.pdf' } }), [file(3, 'book.pdf')])).toMatchObject({
      status: 200,
    });
  });
});

describe('an edit', () => {
  const edit = async (first: object, second: object, files: ReturnType<typeof file>[] = []): Promise<RawAnswer> => {
    const { body } = await post(first, files);
    const { id } = body as { id: string };
    return raw(discord, 'PATCH', `/channels/${discord.channelId}/messages/${id}`, second);
  };

  it('never takes Components V2 away', async () => {
    expect(await edit(v2(display('a')), { flags: 0 })).toMatchObject({
      status: 400,
      errors: ['flags: MESSAGE_CANNOT_REMOVE_COMPONENTS_V2_FLAG'],
    });
    expect((await edit(v2(display('a')), { content: 'b' })).errors).toEqual([
      'content: MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
    ]);
    expect(await edit(v2(display('a')), { components: [display('b')] })).toMatchObject({ status: 200 });
  });

  it('turns an old message into one of V2 only when its content goes', async () => {
    expect((await edit({ content: 'a' }, v2(display('b')))).errors).toEqual([
      'content: MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
    ]);
    expect(await edit({ content: 'a' }, { ...v2(display('b')), content: null })).toMatchObject({ status: 200 });
  });

  it('keeps the attachments that it lists, and all when it lists none', async () => {
    const names = ({ body }: RawAnswer): string[] =>
      (body as { attachments: { filename: string }[] }).attachments.map(({ filename }) => filename);
    const files = [file(1, 'a.png'), file(1, 'b.png')];
    expect(names(await edit({}, { content: 'x' }, files))).toEqual(['a.png', 'b.png']);
    expect(names(await edit({}, { content: 'x', attachments: [] }, files))).toEqual([]);
    const { body } = await post({}, files);
    const { id, attachments } = body as { id: string; attachments: { id: string }[] };
    const kept = { attachments: [{ id: attachments[1]?.id }] };
    expect(names(await raw(discord, 'PATCH', `/channels/${discord.channelId}/messages/${id}`, kept))).toEqual([
      'b.png',
    ]);
  });

  it('is refused for what is not there, and for what somebody else wrote', async () => {
    const path = `/channels/${discord.channelId}/messages`;
    const child = discord.person();
    const { id } = child.post(discord.channelId, { content: '제 말이에요' });
    expect(await raw(discord, 'PATCH', `${path}/${discord.appId}`, { content: 'a' })).toMatchObject({ code: 10008 });
    expect(await raw(discord, 'PATCH', '/channels/123456789012345678/messages/1', {})).toMatchObject({ code: 10003 });
    expect(await raw(discord, 'PATCH', `${path}/${id}`, { content: 'a' })).toMatchObject({ status: 403, code: 50005 });
    expect(await raw(discord, 'DELETE', `${path}/${id}`)).toMatchObject({ status: 403, code: 50013 });
  });
});
