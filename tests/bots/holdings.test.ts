import { describe, expect, it } from 'vitest';
import { holdingsOf } from '../../src/bots/holdings.ts';
import { A, createTalk, MINA, PLACE, TEACHER } from './conversation/talk.ts';

const ROOM = {
  classroom: 'class:test:c',
  label: '7번',
  rules: { revision: 1, approval: true, work: { engines: 'all', moderation: true }, roomy: false, keep: { days: 30 } },
  level: '저학년',
  format: 'square',
} as const;

describe('what is kept for a book', () => {
  it('names the pictures of an approved edition, though another lies in their place by now', () => {
    const talk = createTalk();
    talk.hear({ type: 'started', id: 'start', actor: MINA, locale: 'ko', place: { ...PLACE, room: ROOM } });
    talk.post([1]);
    talk.upload(1);
    talk.work();
    talk.submit('A', A, 1);
    talk.press({ type: 'make', request: 1 });
    talk.work();
    talk.press({ type: 'approve', request: 1 }, TEACHER);
    const before = talk.scene(1).picture?.key ?? '';
    const pictures = [{ source: 'p2', place: '2' }];
    talk.hear({ type: 'posted', id: 'other', actor: MINA, pictures, into: talk.scene(1).key });
    talk.upload(2);
    talk.work();

    const held = holdingsOf(talk.open());
    expect(held.find(({ key }) => key === before)).toMatchObject({ path: 'pictures/earlier-1', kind: 'picture' });
    expect(held.find(({ path }) => path === 'pictures/1')?.key).toBe(talk.scene(1).picture?.key);
    expect(new Set(held.map(({ path }) => path)).size).toBe(held.length);
  });
});
