// What is acted on from elsewhere has to be in the same server, whatever an address says.
import { describe, expect, it } from 'vitest';
import { newSession } from '../../../src/bots/conversation/session.ts';
import { createEntering } from '../../../src/bots/discord/entering.ts';
import type { Asked } from '../../../src/bots/discord/incoming.ts';
import type { Reception } from '../../../src/bots/types.ts';

const asked = (given: Partial<Asked> = {}): Asked => ({
  id: '9',
  token: 'token',
  application: '1',
  channel: '70',
  channelType: 12,
  parent: '77',
  guild: '7',
  actor: { id: '42', teacher: true, locale: 'ko' },
  locale: 'ko',
  wish: { type: 'unknown' },
  isPrivate: false,
  fromMessage: true,
  botMay: 0n,
  personMay: 0n,
  ...given,
});

const GUILDS: Readonly<Record<string, string>> = { '77': '7', '71': '7', '88': '8', '81': '8' };

const entering = createEntering({
  ask: async () => {
    throw new Error('nothing is to be asked');
  },
  where: {
    find: async (id) => {
      const guild = GUILDS[id];
      return guild === undefined ? undefined : { type: 0, guild };
    },
    channelOf: async (place) => place,
  },
});

const session = (thread: string) =>
  newSession({
    id: `discord:${thread}`,
    platform: 'discord',
    thread,
    born: '1',
    owner: '42',
    locale: 'ko',
    seed: 1,
  });
const reception = { look: async (thread: string) => (thread === '5' ? undefined : session(thread)) } as Reception;

describe('a book or a class elsewhere', () => {
  it.each([
    ['the thread in which it is pressed', '70', true],
    ['a thread of the same server', '71', true],
    ['a thread of another server', '81', false],
    ['a thread that is gone', '72', false],
    ['a thread without a book', '5', false],
  ])('in %s: %s is here: %s', async (_, thread, isHere) => {
    expect(await entering.bookIsHere(reception, asked(), thread)).toBe(isHere);
  });

  it.each([
    ['the channel above', '77', true],
    ['another server', '88', false],
    ['nowhere', '99', false],
  ])('of %s: %s is here: %s', async (_, channel, isHere) => {
    expect(await entering.classIsHere(asked(), channel)).toBe(isHere);
  });

  it('is nobody’s way but a teacher’s', async () => {
    const child = asked({ actor: { id: '43', teacher: false, locale: 'ko' } });
    for (const response of [
      await entering.toBook(reception, child, '71'),
      await entering.toDesk(reception, child, '77'),
    ]) {
      expect(JSON.stringify(response)).toContain('선생님만 할 수 있어요');
    }
  });
});
