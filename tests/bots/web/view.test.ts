// What the page is told of a book in a class: which print a teacher decides on, and what a child may see of it.
import { expect, it } from 'vitest';
import type { RoomRules } from '../../../src/bots/conversation/room.ts';
import { viewOf } from '../../../src/bots/web/view.ts';
import { A, createTalk, MINA, PLACE, TEACHER } from '../conversation/talk.ts';

const RULES: RoomRules = {
  revision: 1,
  approval: true,
  work: { engines: 'all', moderation: true },
  roomy: false,
  keep: { days: 30 },
};

function waiting() {
  const talk = createTalk();
  const room = { classroom: 'class:test:c', label: '7번', rules: RULES, level: '저학년', format: 'square' } as const;
  talk.hear({ type: 'started', id: 'start', actor: MINA, locale: 'ko', place: { ...PLACE, room } });
  talk.post([1]);
  talk.upload(1);
  talk.work();
  talk.submit('A', A, 1);
  talk.press({ type: 'make', request: 1 });
  talk.work();
  const seenBy = (isTeacher: boolean) => {
    const view = viewOf(talk.open(), { locale: 'ko', isTeacher, notices: [], largest: 1 });
    if (view.state !== 'open') throw new Error('the book is gone');
    return view;
  };
  return { talk, seenBy };
}

it('names the print that waits for a teacher, though another was asked for and stopped since', () => {
  const { talk, seenBy } = waiting();
  talk.submit('A', { ...A, name: '새별' }, 1);
  talk.press({ type: 'make', request: 2 });
  talk.press({ type: 'stop', request: 2 });
  const { book, request, classroom } = seenBy(true);
  expect(classroom?.review).toBe('waiting');
  expect(request).toBe(3);
  talk.press({ type: 'approve', request: book?.request ?? 0 }, TEACHER);
  // It is known by that name; what was changed since is printed before the teacher's yes is taken.
  expect(talk.open()).toMatchObject({ making: true, requests: 3, review: { state: 'waiting' } });
});

it('shows a child nothing of the print before that, and all of it afterwards', () => {
  const { talk, seenBy } = waiting();
  expect(seenBy(false).book).toBeUndefined();
  expect(seenBy(true).book?.pdf).toMatch(/^\/class\/b\//);
  talk.press({ type: 'approve', request: 1 }, TEACHER);
  expect(seenBy(false).book).toMatchObject({ pdf: '/b/thread/book.pdf?of=1', request: 1 });
});

it('shows a child the pages of its book that came back, and no file of it', () => {
  const { talk, seenBy } = waiting();
  expect(seenBy(false).scenes[0]?.page?.text).toContain('별이');
  talk.giveBack('한 번 더 읽어 볼까요?', 1);
  const { book } = seenBy(false);
  expect(book?.leaves.length).toBeGreaterThan(0);
  expect(book).not.toHaveProperty('pdf');
  expect(seenBy(true).book).toHaveProperty('pdf');
  // Made anew it waits again, and is the teacher's to look at.
  talk.submit('text', { text: '달이 웃었어요.' }, 1);
  talk.press({ type: 'make', request: 2 });
  talk.work();
  expect(seenBy(false).book).toBeUndefined();
});

it('tells a teacher to decide, and a child to wait', () => {
  const { seenBy } = waiting();
  expect(seenBy(true).next).toBe('살펴보고 결정해 주세요.');
  expect(seenBy(false).next).toBe('선생님이 책을 보고 계세요. 조금만 기다려 주세요.');
});
