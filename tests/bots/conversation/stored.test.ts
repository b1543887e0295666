// Sessions as they come back from a store, also those that an earlier version of the program wrote.
import { describe, expect, it } from 'vitest';
import { cardOf } from '../../../src/bots/conversation/card.ts';
import { converse } from '../../../src/bots/conversation/converse.ts';
import { jobsOwed } from '../../../src/bots/conversation/jobs-owed.ts';
import { type OpenSession, without } from '../../../src/bots/conversation/session.ts';
import { type Migrations, migrate, readSession } from '../../../src/bots/conversation/stored.ts';
import { described, finished, MINA, throughJson } from './talk.ts';

describe('a stored session', () => {
  it('comes back as it was', () => {
    const session = described(2).open();
    expect(readSession(throughJson(session))).toEqual(session);
  });

  describe('that knows no images of its book’s pages', () => {
    const before = (delivered: boolean) => {
      const talk = finished(2);
      const { book, ...session } = talk.open();
      const { scenes, pages, ...printed } = book ?? {};
      return throughJson({ ...session, version: 1, book: { ...printed, pages: scenes, delivered } });
    };

    it('keeps all but the book, and prints that again when it was not handed over yet', () => {
      const session = readSession(before(false));
      expect(session).toEqual({ ...without(finished(2).open(), 'book'), making: true });
      expect(jobsOwed(session).map(({ kind }) => kind)).toEqual(['print']);
    });

    it('leaves a book that lies in the thread at that, until somebody asks for another', () => {
      const session = readSession(before(true));
      expect(session).toEqual({ ...without(finished(2).open(), 'book'), making: false });
      expect(jobsOwed(session)).toEqual([]);
      expect(cardOf(session).buttons[0]).toMatchObject({ action: { type: 'make', request: 2 } });
    });
  });

  describe('that was never asked about and counted nothing', () => {
    const before = (session: OpenSession) => {
      const { used, billed, titles, ...rest } = session;
      const scenes = session.scenes.map((scene) => without(scene, 'suggestions'));
      return throughJson({ ...rest, version: 2, scenes });
    };

    it('is asked about where people are still at it', () => {
      const session = readSession(before(described(2).open()));
      expect(session).toMatchObject({ version: 4, used: { calls: 0, input: 0, output: 0 }, billed: [] });
      const { session: next } = converse(session, { type: 'marked', mark: 'on' });
      expect(next && jobsOwed(next).map(({ kind }) => kind)).toEqual(['suggest', 'suggest']);
    });

    it('is left alone where its book is made, until somebody changes it', () => {
      const session = readSession(before(finished(2).open()));
      const { session: next } = converse(session, { type: 'marked', mark: 'on' });
      expect(next && jobsOwed(next)).toEqual([]);
      const values = { name: '해님' };
      const scene = finished(2).scene(1).key;
      const event = { type: 'submitted', id: 'later', actor: MINA, form: 'A', scene, values } as const;
      const { session: changed } = converse(session, event);
      expect(changed && jobsOwed(changed)).toMatchObject([{ kind: 'suggest', input: { scene: { fields: values } } }]);
    });

    it('and was deleted stays deleted', () => {
      const talk = finished(1);
      talk.submit('delete', {});
      expect(readSession({ ...throughJson(talk.session), version: 2 })).toEqual(talk.session);
    });
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
