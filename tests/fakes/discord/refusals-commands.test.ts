// Commands that Discord does not register.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RawAnswer, raw } from './raw.ts';
import { type FakeDiscord, startDiscord } from './start.ts';

let discord: FakeDiscord;
beforeAll(async () => {
  discord = await startDiscord();
});
afterAll(() => discord.close());

const letters = (count: number): string => 'a'.repeat(count);
const many = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => make(index));
const slash = (more: object = {}) => ({ name: 'storybook', description: 'Make a book', ...more });
const sub = (more: object = {}) => ({ type: 1, name: 'start', description: 'Start', ...more });
const word = (more: object = {}) => ({ type: 3, name: 'title', description: 'Title', ...more });
const put = (commands: object[], scope = ''): Promise<RawAnswer> =>
  raw(discord, 'PUT', `/applications/${discord.appId}${scope}/commands`, commands);

describe('a command', () => {
  it.each<[string, object, string]>([
    ['capitals', slash({ name: 'Storybook' }), '0.name: APPLICATION_COMMAND_INVALID_NAME'],
    ['a space', slash({ name: 'story book' }), '0.name: APPLICATION_COMMAND_INVALID_NAME'],
    ['33 characters', slash({ name: letters(33) }), '0.name: BASE_TYPE_BAD_LENGTH'],
    ['no description', slash({ description: undefined }), '0.description: BASE_TYPE_REQUIRED'],
    ['a description of 101 characters', slash({ description: letters(101) }), '0.description: BASE_TYPE_BAD_LENGTH'],
    [
      'an unknown locale',
      slash({ name_localizations: { kr: '그림책' } }),
      '0.name_localizations.kr: BASE_TYPE_CHOICES',
    ],
    [
      'a spaced Korean name',
      slash({ name_localizations: { ko: '그림 책' } }),
      '0.name_localizations.ko: APPLICATION_COMMAND_INVALID_NAME',
    ],
    ['26 options', slash({ options: many(26, (n) => word({ name: `o${n}` })) }), '0.options: BASE_TYPE_MAX_LENGTH'],
    [
      'the same option twice',
      slash({ options: [word(), word()] }),
      '0.options.1.name: APPLICATION_COMMAND_OPTIONS_NAME_DUPLICATED',
    ],
    [
      'a required option after another',
      slash({ options: [word(), word({ name: 'b', required: true })] }),
      '0.options.1: APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID',
    ],
    [
      'a sub-command beside an option',
      slash({ options: [sub(), word()] }),
      '0.options: APPLICATION_COMMAND_OPTIONS_TYPE_INVALID',
    ],
    [
      '26 choices',
      slash({ options: [word({ choices: many(26, (n) => ({ name: `${n}`, value: `${n}` })) })] }),
      '0.options.0.choices: BASE_TYPE_MAX_LENGTH',
    ],
    [
      'private channels without user installs',
      slash({ contexts: [0, 2] }),
      '0.contexts: APPLICATION_COMMAND_INVALID_CONTEXTS',
    ],
    [
      '8001 characters in all',
      slash({
        options: many(25, (n) =>
          word({
            name: `o${n}`,
            description: letters(100),
            choices: many(5, (c) => ({ name: `${c}${letters(30)}`, value: `${c}${letters(30)}` })),
          }),
        ),
      }),
      '0: APPLICATION_COMMAND_TOO_LARGE',
    ],
    [
      'a message command with a description',
      { name: '그림책에 넣기', type: 3, description: 'a' },
      '0.description: APPLICATION_COMMAND_CONTEXT_MENU_DESCRIPTION',
    ],
  ])('is refused with %s', async (_, command, error) => {
    const answer = await put([command]);
    expect([answer.status, answer.code, ...answer.errors]).toEqual([400, 50035, error]);
    expect(discord.commands()).toEqual([]);
  });

  it('is refused when there is another of its name, too many of its kind, or too many in all', async () => {
    expect((await put([slash(), slash()])).errors).toEqual(['1.name: APPLICATION_COMMANDS_DUPLICATE_NAME']);
    expect((await put(many(101, (n) => slash({ name: `s${n}` })))).errors).toEqual([': APPLICATION_COMMANDS_TOO_MANY']);
    expect((await put(many(131, (n) => slash({ name: `s${n}` })))).errors).toEqual([': BASE_TYPE_MAX_LENGTH']);
  });

  it('of a server has no direct messages', async () => {
    const answer = await put([slash({ contexts: [1] })], `/guilds/${discord.guildId}`);
    expect(answer.errors).toEqual(['0.contexts: APPLICATION_COMMAND_INVALID_CONTEXTS']);
  });

  it('may be called in Hangul, and have a menu name with spaces', async () => {
    const answer = await put([slash({ name: '그림책' }), { name: '여기서 그림책 만들기', type: 3 }]);
    expect(answer).toMatchObject({ status: 200 });
    expect(await put([])).toMatchObject({ status: 200 });
  });

  it('is registered for the bot alone, with its token', async () => {
    const path = '/applications/123456789012345678/commands';
    expect(await raw(discord, 'PUT', path, [])).toMatchObject({ status: 403, code: 50001 });
    const own = `/applications/${discord.appId}/commands`;
    expect(await raw(discord, 'PUT', own, [], { token: 'wrong' })).toMatchObject({ status: 401 });
  });
});
