// Sessions as they come back from a store, also those that an earlier version of the program wrote.
import { describe, expect, it } from 'vitest';
import { type Migrations, migrate, readSession } from '../../../src/bots/conversation/stored.ts';
import { described, throughJson } from './talk.ts';

describe('a stored session', () => {
  it('comes back as it was', () => {
    const session = described(2).open();
    expect(readSession(throughJson(session))).toEqual(session);
  });

  it('of an earlier version is brought up to date step by step', () => {
    const migrations: Migrations = {
      1: ({ name, ...rest }) => ({ ...rest, title: name }),
      2: (stored) => ({ ...stored, authors: [] }),
    };
    expect(migrate({ version: 1, name: '달빛' }, migrations, 3)).toEqual({ version: 3, title: '달빛', authors: [] });
    expect(migrate({ version: 2, title: '달빛' }, migrations, 3)).toEqual({ version: 3, title: '달빛', authors: [] });
  });

  it.each([
    ['of a later version', { version: 99, state: 'open' }, 'newer'],
    ['without a version', { state: 'open' }, 'damaged'],
    ['of no kind', { version: 1, state: 'asleep' }, 'damaged'],
    ['that is none', [], 'damaged'],
    ['from before the first version', { version: 0, state: 'open' }, 'damaged'],
  ])('%s is not guessed at', (_, stored, reason) => {
    expect(() => readSession(stored)).toThrow(
      expect.objectContaining({ code: 'store-unusable', details: { path: 'sessions', reason } }),
    );
  });
});
