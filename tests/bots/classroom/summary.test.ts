// What teachers see of the whole class: who is ready, who waits, who is stuck; and every book with what can be done about it.
import { describe, expect, it } from 'vitest';
import type { ClassButton } from '../../../src/bots/classroom/replies.ts';
import { nextChange } from '../../../src/bots/classroom/standing.ts';
import { failedNews } from '../conversation/talk.ts';
import { child, DAY, lessonFor, MINUTE, textIn, viewIn } from './lesson.ts';

const labels = (buttons: readonly ClassButton[]): readonly string[] => buttons.map(({ label }) => label);

describe('the summary', () => {
  it('opens a desk for the teacher, and then stands there', () => {
    const lesson = lessonFor({ title: '3학년 2반' });
    const [desk, card] = lesson.deliver();
    expect(desk).toMatchObject({ type: 'desk', teacher: 'teacher', title: '3학년 2반' });
    expect(card).toMatchObject({ type: 'class-card', view: { heading: '3학년 2반 알림판' } });
    expect(lesson.deliver()).toEqual([]);
    expect(lesson.open().desk).toBe('desk');
  });

  it('says how many are ready, who waits for the teacher and who may need help', () => {
    const lesson = lessonFor();
    lesson.publish(1);
    lesson.finish(2);
    lesson.begin('t3', child(3), '별이');
    lesson.begin('t4', child(4));
    lesson.deliver();
    expect(lesson.summary().about).toEqual(['4명 가운데 1명 준비 끝', '검토를 기다려요: 2번']);
    expect(lesson.summary().books.map(({ label, lines }) => [label, ...lines])).toEqual([
      ['2번', '검토를 기다려요 · “책 2”'],
      ['4번', '그림을 올릴 차례예요'],
      ['별이', '그림을 올릴 차례예요'],
      ['1번', '준비 끝 · “책 1”'],
    ]);
    lesson.pass(11 * MINUTE);
    lesson.deliver();
    expect(lesson.summary().about).toContain('도움이 필요해 보여요: 4번, 별이');
    expect(lesson.summary().next).toContain('기다리는 책');
  });

  it('says of a book that is ready or waits that it rests', () => {
    const lesson = lessonFor();
    const thread = lesson.publish(1);
    lesson.pressIn(thread, { type: 'pause' });
    const waits = lesson.finish(2);
    lesson.pressIn(waits, { type: 'close' });
    lesson.begin('t3', child(3));
    lesson.pressIn('t3', { type: 'pause' });
    lesson.deliver();
    expect(lesson.summary().books.map(({ lines }) => lines.join())).toEqual([
      '검토를 기다려요 · 마침 · “책 2”',
      '잠깐 멈춤',
      '준비 끝 · 잠깐 멈춤 · “책 1”',
    ]);
  });

  it('says before all else that the class is closed', () => {
    const lesson = lessonFor();
    lesson.begin('t1', child(1));
    lesson.press({ type: 'off' });
    lesson.deliver();
    expect(lesson.summary().about).toEqual([expect.stringMatching(/^교실이 닫혀 있어요/), '1명 가운데 0명 준비 끝']);
    lesson.press({ type: 'on' });
    lesson.deliver();
    expect(lesson.summary().about).toEqual(['1명 가운데 0명 준비 끝']);
  });

  it('counts books where a child has two', () => {
    const lesson = lessonFor();
    lesson.begin('a', child(1), '별이');
    lesson.begin('b', child(1), '별이');
    lesson.deliver();
    expect(lesson.summary().about).toContain('책 2권 가운데 0권 준비 끝');
    expect(lesson.summary().books.map(({ label }) => label)).toEqual(['별이', '별이 (2)']);
  });

  it('is edited in place, only when it says something else', () => {
    const lesson = lessonFor();
    lesson.begin('t1', child(1));
    lesson.deliver();
    lesson.pass(9 * MINUTE);
    expect(lesson.deliver()).toEqual([]);
    lesson.pass(2 * MINUTE);
    expect(lesson.deliver()).toMatchObject([{ type: 'class-card', ref: expect.any(String) }]);
    lesson.pass(5 * MINUTE);
    expect(lesson.deliver()).toEqual([]);
    expect(lesson.there('class-card')).toHaveLength(1);
  });

  it('takes a book that nobody touched for hours to rest, and then wakes no more but to let it go', () => {
    const lesson = lessonFor();
    lesson.begin('t1', child(1));
    lesson.pass(60 * MINUTE);
    lesson.deliver();
    expect(lesson.summary().books[0]?.lines[0]).toContain('1시간 넘게 그대로예요');
    lesson.pass(180 * MINUTE);
    lesson.deliver();
    expect(lesson.summary().books[0]?.lines[0]).toBe('그림을 올릴 차례예요');
    expect(nextChange(lesson.open())).toBe(lesson.book('t1').changed + 30 * DAY);
  });

  it('does not take a child that is at it for stuck', () => {
    const lesson = lessonFor();
    lesson.begin('t1', child(1));
    lesson.pass(9 * MINUTE);
    lesson.tell('t1', true);
    lesson.pass(9 * MINUTE);
    lesson.deliver();
    expect(lesson.summary().about.join()).not.toContain('도움');
  });

  it('tells of a book whose making failed', () => {
    const lesson = lessonFor();
    lesson.begin('t1', child(1));
    lesson.describe('t1', child(1), '달');
    lesson.pressIn('t1', { type: 'make', request: 1 }, child(1));
    lesson.work('t1', (job) => failedNews(job, { code: 'unexpected', details: {}, retryable: false }));
    lesson.deliver();
    expect(lesson.summary().about).toContain('도움이 필요해 보여요: 1번');
    expect(lesson.summary().books[0]?.lines[0]).toContain('만들다가 멈췄어요');
  });

  it('is posted anew where a teacher wants it below, and the old one goes', () => {
    const lesson = lessonFor();
    lesson.deliver();
    const [before] = lesson.there('class-card');
    lesson.press({ type: 'summary' });
    lesson.deliver();
    const cards = lesson.there('class-card');
    expect(cards).toHaveLength(1);
    expect(cards[0]?.key).not.toBe(before?.key);
  });

  it('names at most thirty books, those in need first, and lets each be picked', () => {
    const lesson = lessonFor();
    for (let number = 1; number <= 33; number += 1) lesson.begin(`t${number}`, child(number));
    lesson.finish(34);
    lesson.deliver();
    const view = lesson.summary();
    expect(view.books).toHaveLength(30);
    expect(view.books[0]?.label).toBe('34번');
    expect(view.about.at(-1)).toBe('그 밖에 4권은 “모든 책 보기”에 있어요.');
    expect(view.pick?.options).toHaveLength(25);
    expect(view.buttons.length).toBeLessThanOrEqual(10);
  });

  it('says so on the settings when the desk cannot be opened, and tries another when asked', () => {
    const lesson = lessonFor();
    const owed = lesson.owed();
    const failure = { code: 'unexpected', details: {}, retryable: false } as const;
    lesson.hear({ type: 'undeliverable', key: owed[0]?.key ?? '', failure });
    expect(lesson.owed()).toEqual([]);
    expect(viewIn(lesson.press({ type: 'settings' })).about.at(-1)).toContain('선생님 방');
    lesson.press({ type: 'summary' });
    const [again] = lesson.owed();
    expect(again?.about.type).toBe('desk');
    expect(again?.key).not.toBe(owed[0]?.key);
  });
});

describe('the list of books', () => {
  it('has pages of 25 in the order in which people count', () => {
    const lesson = lessonFor();
    for (let number = 1; number <= 27; number += 1) lesson.begin(`t${number}`, child(number));
    const first = viewIn(lesson.press({ type: 'roster', from: 0 }));
    expect(first.books.map(({ label }) => label).slice(0, 3)).toEqual(['1번', '2번', '3번']);
    expect(first.books).toHaveLength(25);
    expect(labels(first.buttons)).toContain('더 보기');
    const second = viewIn(lesson.press({ type: 'roster', from: 25 }));
    expect(second.books.map(({ label }) => label)).toEqual(['26번', '27번']);
    expect(labels(second.buttons)).toContain('앞쪽 보기');
    expect(viewIn(lesson.press({ type: 'roster', from: 999 })).books).toHaveLength(2);
  });

  it('shows one book with all that can be done about it, at most ten buttons', () => {
    const lesson = lessonFor();
    const thread = lesson.publish(1, '달빛 소풍');
    lesson.make(thread, child(1));
    const { key } = lesson.book(thread);
    const view = viewIn(lesson.press({ type: 'look', book: key }));
    expect(view.heading).toBe('1번 – “달빛 소풍”');
    expect(view.buttons.length).toBeLessThanOrEqual(10);
    expect(view.books[0]?.cover).toBeDefined();
    lesson.pressIn(thread, { type: 'pause' });
    const paused = labels(viewIn(lesson.press({ type: 'look', book: key })).buttons);
    expect(paused).toContain('다시 열기');
    expect(paused).not.toContain('잠깐 멈추기');
    expect(textIn(lesson.press({ type: 'look', book: 'b9' }))).toBe('이 책은 이제 없어요.');
  });
});

describe('what a child is called', () => {
  it('is the number in which it came, or what was said, told apart where two are the same', () => {
    const lesson = lessonFor();
    lesson.begin('a', child(1));
    lesson.begin('b', child(2), ' 2번 ');
    lesson.begin('c', child(3));
    lesson.begin('d', child(4), '2번');
    expect(viewIn(lesson.press({ type: 'roster', from: 0 })).books.map(({ label }) => label)).toEqual([
      '1번',
      '2번',
      '2번 (2)',
      '3번',
    ]);
  });

  it('is told to its book when a teacher changes it', () => {
    const lesson = lessonFor();
    lesson.begin('a', child(1));
    const { key } = lesson.book('a');
    const [answer] = lesson.press({ type: 'label', book: key });
    expect(answer).toMatchObject({ type: 'class-form', form: { about: key, fields: [{ value: '1번' }] } });
    lesson.submit('label', { label: '  별이\n' }, { about: key });
    lesson.rule();
    expect(lesson.session('a').room?.label).toBe('별이');
    const changed = lesson.submit('label', { label: '' }, { about: key });
    expect(changed).toMatchObject([{ type: 'class-problems', problems: [{ field: 'label' }] }]);
  });

  it('is joined once, however often a book begins', () => {
    const lesson = lessonFor();
    lesson.begin('a', child(1), '별이');
    lesson.begin('a', child(1), '달이');
    expect(lesson.open().books).toHaveLength(1);
    expect(lesson.book('a').label).toBe('별이');
  });
});
