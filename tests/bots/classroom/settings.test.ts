// The settings of a class: who may change them, what is taken, and what follows for its books.
import { describe, expect, it } from 'vitest';
import { readClassAction, writeClassAction } from '../../../src/bots/classroom/actions.ts';
import type { ClassEvent } from '../../../src/bots/classroom/events.ts';
import { CLASS_FORM_IDS } from '../../../src/bots/classroom/form-ids.ts';
import { SETTINGS_IN } from '../../../src/bots/classroom/forms.ts';
import { rulesOf } from '../../../src/bots/classroom/rules.ts';
import { expired, nextChange } from '../../../src/bots/classroom/standing.ts';
import { readDay } from '../../../src/bots/classroom/term.ts';
import { WORDING } from '../../../src/bots/classroom/wording.ts';
import { TEACHER } from '../conversation/talk.ts';
import { child, createLesson, DAY, lessonFor, textIn, viewIn } from './lesson.ts';

const MINA = child(1);

describe('a channel', () => {
  it('becomes a class when a teacher says so, and asks for approval from the beginning', () => {
    const lesson = createLesson();
    expect(viewIn(lesson.press({ type: 'settings' })).buttons.map(({ label }) => label)).toEqual(['교실 열기']);
    expect(lesson.classroom).toBeUndefined();
    lesson.press({ type: 'on' });
    expect(lesson.open().settings).toMatchObject({ on: true, approval: true, moderation: true, revision: 1 });
    expect(lesson.open().teacher).toBe(TEACHER.id);
  });

  it('is made a class by nobody else', () => {
    const lesson = createLesson();
    expect(textIn(lesson.press({ type: 'on' }, MINA))).toBe(WORDING.ko.forTeachers);
    expect(lesson.classroom).toBeUndefined();
  });

  it('is closed and opened again, and keeps what it knew', () => {
    const lesson = lessonFor({ title: '3학년 2반' });
    lesson.press({ type: 'off' });
    expect(lesson.open().settings).toMatchObject({ on: false, title: '3학년 2반' });
    lesson.press({ type: 'on' });
    expect(lesson.open().settings).toMatchObject({ on: true, title: '3학년 2반' });
  });
});

describe('children', () => {
  it('change nothing and see no list, whatever they press', () => {
    const lesson = lessonFor();
    const thread = lesson.publish(1);
    const { key } = lesson.book(thread);
    const before = lesson.open();
    const refused = [
      { type: 'off' },
      { type: 'settings' },
      { type: 'form', form: 'who' },
      { type: 'form', form: 'bind' },
      { type: 'summary' },
      { type: 'roster', from: 0 },
      { type: 'look', book: key },
      { type: 'label', book: key },
      { type: 'show', anthology: 1 },
      { type: 'fold', anthology: 1 },
      { type: 'again', anthology: 1 },
    ] as const;
    for (const action of refused) expect(textIn(lesson.press(action, MINA))).toBe(WORDING.ko.forTeachers);
    for (const form of CLASS_FORM_IDS) {
      const answers = lesson.submit(form, { approval: 'no', books: '모두' }, { actor: MINA, about: key });
      expect(textIn(answers)).toBe(WORDING.ko.forTeachers);
    }
    expect(lesson.open()).toEqual(before);
  });

  it('may look at the shelf', () => {
    const lesson = lessonFor();
    lesson.publish(1, '달빛 소풍');
    expect(viewIn(lesson.press({ type: 'shelf', from: 0 }, MINA)).books).toHaveLength(1);
  });
});

describe('settings', () => {
  it('come in forms of at most five fields, filled with what holds now', () => {
    const lesson = lessonFor({ title: '3학년 2반', approval: 'no' });
    for (const form of ['who', 'books', 'care'] as const) {
      const [answer] = lesson.press({ type: 'form', form });
      if (answer?.type !== 'class-form') throw new Error('no form');
      expect(answer.form.fields.length).toBeLessThanOrEqual(5);
      expect(answer.form.title.length).toBeLessThanOrEqual(24);
      expect(answer.form.submit.length).toBeLessThanOrEqual(24);
      for (const { label, hint = '' } of answer.form.fields) {
        expect(label.length).toBeLessThanOrEqual(45);
        expect(hint.length).toBeLessThanOrEqual(100);
      }
      expect(answer.form.fields.map(({ name }) => name)).toEqual(SETTINGS_IN[form]);
    }
    const [answer] = lesson.press({ type: 'form', form: 'who' });
    expect(answer).toMatchObject({ form: { fields: [{ value: '3학년 2반' }, {}, {}, {}, { value: 'no' }] } });
  });

  it('have a new revision for each change, and none for no change', () => {
    const lesson = lessonFor();
    lesson.submit('books', { level: '유아', roomy: 'yes' });
    expect(lesson.open().settings).toMatchObject({ level: '유아', roomy: true, revision: 2 });
    lesson.submit('books', { level: '유아', roomy: 'yes' });
    expect(lesson.open().settings.revision).toBe(2);
    lesson.press({ type: 'off' });
    expect(lesson.open().settings.revision).toBe(3);
  });

  it('take an event once, however often it is told', () => {
    const lesson = lessonFor();
    const event: ClassEvent = {
      ...{ type: 'submitted', id: 'same', actor: TEACHER, locale: 'ko', form: 'who', values: { title: '1반' } },
    };
    lesson.hear(event);
    lesson.submit('who', { title: '2반' });
    expect(lesson.hear(event)).toEqual([]);
    expect(lesson.open().settings.title).toBe('2반');
  });

  it('keep what is right where something else is to be mended', () => {
    const lesson = lessonFor();
    const answers = lesson.submit('who', { title: '가'.repeat(41), approval: 'perhaps', starters: 'teachers' });
    expect(lesson.open().settings).toMatchObject({ title: '', approval: true, starters: 'teachers' });
    expect(answers).toMatchObject([{ type: 'class-problems', problems: [{ field: 'title' }, { field: 'approval' }] }]);
  });

  it('keep books until the end of term only with its day, a real one within a year', () => {
    const lesson = lessonFor();
    const wrong = [
      ['', WORDING.ko.problemNoDay],
      ['내년', WORDING.ko.problemDay],
      ['2027-02-30', WORDING.ko.problemDay],
      ['2026-11-20', WORDING.ko.problemPast],
      ['2028-11-20', WORDING.ko.problemFar],
    ] as const;
    for (const [termEnds, text] of wrong) {
      const [answer] = lesson.submit('care', { retention: 'term', termEnds, clearing: 'no' });
      expect(answer).toMatchObject({ type: 'class-problems', problems: [{ field: 'termEnds', text }] });
      expect(lesson.open().settings).toMatchObject({ retention: '30', clearing: false });
    }
    lesson.submit('care', { retention: 'term', termEnds: '2027. 2. 12.' });
    expect(lesson.open().settings).toMatchObject({ retention: 'term', termEnds: '2027-02-12' });
    expect(rulesOf(lesson.open().settings).keep).toEqual({ until: Date.parse('2027-02-13T00:00:00Z') });
    lesson.submit('care', { moderation: 'no' });
    expect(lesson.open().settings).toMatchObject({ retention: 'term', termEnds: '2027-02-12', moderation: false });
  });

  it('that shorten how long books are kept leave a day to think twice, and say so', () => {
    const lesson = lessonFor();
    lesson.publish(1);
    lesson.pass(10 * DAY);
    lesson.begin('t2', child(2));
    const view = viewIn(lesson.submit('care', { retention: '7' }));
    expect(view.next).toContain('책 1권이 지워져요');
    expect(expired(lesson.open(), lesson.now)).toEqual([]);
    expect(viewIn(lesson.submit('care', { moderation: 'no' })).next).not.toContain('지워져요');
    expect(nextChange(lesson.open())).toBeLessThanOrEqual(lesson.now + DAY);
    expect(expired(lesson.open(), lesson.now + DAY).map(({ thread }) => thread)).toEqual(['t1']);
  });

  it('say all on one card, with what each means', () => {
    const lesson = lessonFor({ title: '3학년 2반' });
    const view = viewIn(lesson.press({ type: 'settings' }));
    expect(view.heading).toBe('3학년 2반 교실 설정');
    expect(view.about).toContain('선생님이 먼저 검토하나요: 네, 선생님이 좋다고 한 책만 나가요');
    expect(view.about).toContain('언제까지 두나요: 마지막으로 고친 날부터 30일 뒤에 모두 지워요');
    expect(view.about).toHaveLength(14);
    expect(view.buttons.length).toBeLessThanOrEqual(10);
  });

  it('reach the books that are there, once', () => {
    const lesson = lessonFor();
    const thread = lesson.finish(1);
    lesson.submit('books', { notice: 'AI가 글쓰기를 도왔어요.' });
    lesson.rule();
    expect(lesson.session(thread).room?.rules).toMatchObject({ notice: 'AI가 글쓰기를 도왔어요.', revision: 2 });
    const before = lesson.open();
    lesson.rule();
    expect(lesson.open()).toBe(before);
  });
});

it('reads days as people write them', () => {
  const now = Date.parse('2026-11-23T08:00:00Z');
  for (const typed of ['2027-02-12', '2027.2.12', '2027. 2. 12.', '2027/02/12', '2027년 2월 12일', '20270212']) {
    expect(readDay(typed, now)).toEqual({ day: '2027-02-12' });
  }
  expect(readDay('2026-11-23', now)).toEqual({ fault: 'past' });
  expect(readDay('12-02-2027', now)).toEqual({ fault: 'unread' });
});

it('writes what is pressed into short ids and reads it back', () => {
  const actions = [
    { type: 'on' },
    { type: 'form', form: 'bind' },
    { type: 'roster', from: 25 },
    { type: 'shelf', from: 10 },
    { type: 'look', book: 'b30' },
    { type: 'label', book: 'b30' },
    { type: 'send', book: 'b30', request: 12 },
    { type: 'show', anthology: 3 },
    { type: 'fold', anthology: 3 },
    { type: 'again', anthology: 3 },
  ] as const;
  for (const action of actions) {
    const written = writeClassAction(action);
    expect(written).toMatch(/^[a-zA-Z0-9.-]{1,40}$/);
    expect(readClassAction(written)).toEqual(action);
  }
  for (const foreign of ['', 'look', 'look.s1', 'form.delete', 'send.b1', 'toString', 'on.1']) {
    expect(readClassAction(foreign)).toBeUndefined();
  }
});
