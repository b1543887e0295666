// Where a book may begin, and what is missing where it may not.
import { describe, expect, it } from 'vitest';
import type { Asked } from '../../../src/bots/discord/incoming.ts';
import { PERMISSIONS, type PermissionName } from '../../../src/bots/discord/permissions.ts';
import { threadFor } from '../../../src/bots/discord/start-book.ts';

const ALL = Object.keys(PERMISSIONS) as PermissionName[];
const may = (...names: readonly PermissionName[]): bigint =>
  names.reduce((sum, name) => sum | PERMISSIONS[name].bit, 0n);
const but = (...without: readonly PermissionName[]): bigint => may(...ALL.filter((name) => !without.includes(name)));

const asked = (given: Partial<Asked> = {}): Asked => ({
  id: '9',
  token: 'token',
  application: '1',
  channel: '77',
  channelType: 0,
  guild: '7',
  actor: { id: '42', teacher: false, locale: 'ko' },
  locale: 'ko',
  wish: { type: 'start' },
  isPrivate: false,
  fromMessage: false,
  botMay: may(...ALL),
  personMay: may(...ALL),
  ...given,
});

describe('a thread for a book', () => {
  it.each([
    ['private', 0, { type: 12 }],
    ['public', 0, { type: 11 }],
    ['public', 5, { type: 10 }],
  ] as const)('that is %s, in a channel of type %i', (privacy, channelType, thread) => {
    expect(threadFor(asked({ channelType }), privacy)).toEqual(thread);
  });

  it.each([1, 2, 4, 10, 11, 12, 13, 15, 16, -1])('is not opened in a channel of type %i', (channelType) => {
    expect(threadFor(asked({ channelType }), 'public')).toEqual({ refusal: expect.stringContaining('보통 채널') });
  });

  it('is never public where it was to be private', () => {
    expect(threadFor(asked({ channelType: 5 }), 'private')).toEqual({ refusal: expect.stringContaining('비공개') });
  });

  it('needs only the right for its own kind', () => {
    expect(threadFor(asked({ botMay: but('createPublicThreads') }), 'private')).toEqual({ type: 12 });
    expect(threadFor(asked({ botMay: but('createPrivateThreads') }), 'public')).toEqual({ type: 11 });
  });

  it('names every right that the bot lacks, in the language of the person', () => {
    const botMay = but('attachFiles', 'createPrivateThreads');
    expect(threadFor(asked({ botMay }), 'private')).toEqual({
      refusal: expect.stringContaining('비공개 스레드 만들기, 파일 첨부'),
    });
    expect(threadFor(asked({ botMay, locale: 'en' }), 'private')).toEqual({
      refusal: expect.stringContaining('Create Private Threads, Attach Files'),
    });
  });

  it('names what the person lacks', () => {
    expect(threadFor(asked({ personMay: but('sendInThreads') }), 'private')).toEqual({
      refusal: expect.stringContaining('스레드에서 메시지 보내기'),
    });
  });

  it('lacks nothing where administrators are', () => {
    expect(threadFor(asked({ botMay: 8n, personMay: 8n }), 'private')).toEqual({ type: 12 });
  });
});
