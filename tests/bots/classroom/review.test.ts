// From the finished book to the class: a teacher's word, what everybody sees, the shelf; and what becomes of it when a book
// goes.
import { describe, expect, it } from 'vitest';
import { WORDING } from '../../../src/bots/classroom/wording.ts';
import { TEACHER } from '../conversation/talk.ts';
import { child, DAY, type Lesson, lessonFor, textIn, viewIn } from './lesson.ts';

const reviewed = (lesson: Lesson) =>
  lesson.there('review').map(({ shows }) => (shows.type === 'review' ? shows.review : undefined));
const announcedTitles = (lesson: Lesson) =>
  lesson.there('announce').map(({ shows }) => (shows.type === 'announce' ? shows.book.title : ''));
function giveBack(lesson: Lesson, thread: string, comment: string): void {
  lesson.giveBack(thread, comment);
  lesson.tell(thread, true);
}

describe('a finished book', () => {
  it('is shown to teachers with all its pages, and to nobody else', () => {
    const lesson = lessonFor();
    lesson.finish(1, '달빛 소풍');
    lesson.deliver();
    expect(announcedTitles(lesson)).toEqual([]);
    const [message] = lesson.there('review');
    expect(message?.place).toBe('desk');
    const [review] = reviewed(lesson);
    expect(review).toMatchObject({ label: '1번', title: '달빛 소풍', thread: 't1' });
    expect(review?.pages).toHaveLength(2);
    expect(review?.buttons.map(({ label }) => label)).toEqual(['좋아요, 내보내기', '다시 해 보기로 돌려주기']);
  });

  it('reaches the class once a teacher has said yes, and the review has no buttons any more', () => {
    const lesson = lessonFor();
    const thread = lesson.finish(1, '달빛 소풍');
    lesson.deliver();
    lesson.approve(thread);
    const said = lesson.deliver();
    expect(said.map(({ type }) => type).sort()).toEqual(['announce', 'class-card', 'review']);
    expect(announcedTitles(lesson)).toEqual(['달빛 소풍']);
    expect(lesson.there('announce')[0]?.place).toBe('channel');
    expect(reviewed(lesson)).toMatchObject([{ buttons: [] }]);
    expect(lesson.deliver()).toEqual([]);
  });

  it('comes before the teacher as something new after it was given back', () => {
    const lesson = lessonFor();
    const thread = lesson.finish(1, '달빛 소풍');
    lesson.deliver();
    giveBack(lesson, thread, '달을 더 크게 이야기해 볼까?');
    lesson.deliver();
    expect(reviewed(lesson)[0]?.text).toContain('달을 더 크게 이야기해 볼까?');
    expect(lesson.summary().books[0]?.lines[0]).toContain('돌려받아 고치고 있어요');
    lesson.inBook(thread, {
      ...{ type: 'submitted', id: lesson.id(), actor: child(1), form: 'book', values: { title: '더 큰 달' } },
    });
    lesson.make(thread, child(1));
    lesson.deliver();
    expect(reviewed(lesson).map((one) => one?.buttons.length)).toEqual([0, 2]);
    expect(announcedTitles(lesson)).toEqual([]);
  });

  it('replaces the one before it where nobody has decided yet', () => {
    const lesson = lessonFor();
    const thread = lesson.finish(1, '달빛 소풍');
    lesson.deliver();
    lesson.inBook(thread, {
      ...{ type: 'submitted', id: lesson.id(), actor: child(1), form: 'book', values: { title: '더 큰 달' } },
    });
    lesson.make(thread, child(1));
    lesson.deliver();
    expect(reviewed(lesson)).toMatchObject([{ title: '더 큰 달' }]);
  });

  it('has one message with buttons, also where word of the one before came late', () => {
    const lesson = lessonFor();
    const thread = lesson.finish(1, '달빛 소풍');
    const owed = lesson.owed();
    for (const one of owed) lesson.send(one, one.about.type !== 'review');
    for (const one of lesson.owed()) lesson.send(one, one.about.type !== 'review');
    expect(reviewed(lesson).map((one) => one?.buttons.length)).toEqual([2]);
    lesson.approve(thread);
    for (const late of lesson.unheard) lesson.hear(late);
    lesson.inBook(thread, {
      ...{ type: 'submitted', id: lesson.id(), actor: child(1), form: 'book', values: { title: '더 큰 달' } },
    });
    lesson.make(thread, child(1));
    lesson.deliver();
    const open = reviewed(lesson).filter((one) => one && one.buttons.length > 0);
    expect(open).toMatchObject([{ title: '더 큰 달' }]);
  });

  it('takes the place of its earlier edition in the channel', () => {
    const lesson = lessonFor();
    const thread = lesson.publish(1, '달빛 소풍');
    lesson.deliver();
    lesson.inBook(thread, {
      ...{ type: 'submitted', id: lesson.id(), actor: child(1), form: 'book', values: { title: '더 큰 달' } },
    });
    lesson.make(thread, child(1));
    lesson.deliver();
    expect(announcedTitles(lesson)).toEqual(['달빛 소풍']);
    lesson.approve(thread);
    const said = lesson.deliver().map(({ type }) => type);
    expect(said.indexOf('announce')).toBeLessThan(said.indexOf('withdraw'));
    expect(announcedTitles(lesson)).toEqual(['더 큰 달']);
  });

  it('goes out at once where nobody has to say yes', () => {
    const lesson = lessonFor({ approval: 'no' });
    lesson.finish(1, '달빛 소풍');
    lesson.deliver();
    expect(announcedTitles(lesson)).toEqual(['달빛 소풍']);
    expect(reviewed(lesson)).toEqual([]);
  });

  it('that was given back stays unseen when no yes is asked for any more, and counts as ready once it is made again', () => {
    const lesson = lessonFor();
    const thread = lesson.finish(1, '달빛 소풍');
    giveBack(lesson, thread, '조금 더!');
    lesson.submit('who', { approval: 'no' });
    lesson.rule();
    lesson.deliver();
    expect(announcedTitles(lesson)).toEqual([]);
    expect(lesson.summary().books[0]?.lines[0]).toContain('돌려받아 고치고 있어요');
    lesson.make(thread, child(1));
    lesson.deliver();
    expect(announcedTitles(lesson)).toEqual(['달빛 소풍']);
    expect(lesson.summary().about).toContain('1명 가운데 1명 준비 끝');
  });

  it('is taken back where somebody has to say yes from now on, and comes again with it', () => {
    const lesson = lessonFor({ approval: 'no' });
    const thread = lesson.finish(1, '달빛 소풍');
    lesson.deliver();
    expect(announcedTitles(lesson)).toEqual(['달빛 소풍']);
    lesson.submit('who', { approval: 'yes' });
    lesson.rule();
    lesson.deliver();
    expect(announcedTitles(lesson)).toEqual([]);
    expect(reviewed(lesson)).toMatchObject([{ title: '달빛 소풍' }]);
    lesson.approve(thread);
    lesson.deliver();
    expect(announcedTitles(lesson)).toEqual(['달빛 소풍']);
    expect(lesson.deliver()).toEqual([]);
  });

  it('is not posted again for a wish of before, when it had to wait for a yes after all', () => {
    const lesson = lessonFor({ approval: 'no' });
    const thread = lesson.finish(1, '달빛 소풍');
    lesson.deliver();
    lesson.press({ type: 'send', book: lesson.book(thread).key, request: 1 }, child(1));
    lesson.submit('who', { approval: 'yes' });
    lesson.rule();
    lesson.approve(thread);
    lesson.deliver();
    expect(announcedTitles(lesson)).toEqual(['달빛 소풍']);
  });

  it('that can never be posted is told to its teacher, once', () => {
    const lesson = lessonFor();
    const thread = lesson.publish(1, '달빛 소풍');
    lesson.deliver();
    lesson.inBook(thread, {
      ...{ type: 'submitted', id: lesson.id(), actor: child(1), form: 'book', values: { title: '더 큰 달' } },
    });
    lesson.make(thread, child(1));
    lesson.approve(thread);
    const [owed] = lesson.owed();
    expect(owed?.about.type).toBe('announce');
    const failure = { code: 'book-too-big', details: { size: 2, limit: 1 }, retryable: false } as const;
    lesson.hear({ type: 'undeliverable', key: owed?.key ?? '', failure });
    lesson.deliver();
    const [told] = lesson.there('notice');
    expect(told).toMatchObject({ place: 'desk', shows: { text: expect.stringContaining('“더 큰 달”: 반에 올리지') } });
    expect(lesson.deliver()).toEqual([]);
  });
});

describe('the shelf', () => {
  it('holds what was approved, ten at a time with covers, under numbers that last', () => {
    const lesson = lessonFor();
    for (let number = 1; number <= 12; number += 1) lesson.publish(number);
    lesson.finish(13);
    const first = viewIn(lesson.press({ type: 'shelf', from: 0 }, child(1)));
    expect(first.about).toEqual(['책 12권', '2쪽 가운데 1쪽']);
    expect(first.books).toHaveLength(10);
    expect(first.books[0]).toMatchObject({
      label: '1번',
      lines: ['책 1 · “책 1”', '글·그림 1번'],
      cover: expect.anything(),
    });
    lesson.sessions.delete('test:t1');
    lesson.tell('t1');
    const after = viewIn(lesson.press({ type: 'shelf', from: 0 }));
    expect(after.books[0]?.lines[0]).toBe('책 2 · “책 2”');
  });

  it('is empty at first, kindly', () => {
    const view = viewIn(lessonFor().press({ type: 'shelf', from: 0 }, child(1)));
    expect(view.about).toEqual(['아직 책장에 책이 없어요.']);
  });

  it('posts a book again for everybody, once for a press, and children not too often', () => {
    const lesson = lessonFor();
    const thread = lesson.publish(1, '달빛 소풍');
    lesson.deliver();
    const { key, digest } = lesson.book(thread);
    const action = { type: 'send', book: key, request: digest?.approved?.request ?? 0 } as const;
    const event = { type: 'pressed', id: 'press', actor: child(2), locale: 'ko', action } as const;
    lesson.hear(event);
    lesson.hear(event);
    lesson.deliver();
    expect(announcedTitles(lesson)).toHaveLength(2);
    expect(textIn(lesson.press(action, child(3)))).toBe(WORDING.ko.sentLately);
    lesson.press(action);
    lesson.deliver();
    expect(announcedTitles(lesson)).toHaveLength(3);
  });

  it('leaves three of those in the channel, the latest, and takes back the ones before', () => {
    const lesson = lessonFor();
    const { key, digest } = lesson.book(lesson.publish(1));
    lesson.deliver();
    const refs: string[] = [];
    for (let times = 0; times < 5; times += 1) {
      lesson.press({ type: 'send', book: key, request: digest?.approved?.request ?? 0 });
      const copy = lesson.owed().find(({ about }) => about.type === 'copy');
      refs.push(`m-${copy?.key}`);
      lesson.deliver();
    }
    const there = [...lesson.service].filter(([, { shows }]) => shows.type === 'announce').map(([ref]) => ref);
    expect(there).toEqual([expect.stringMatching(/^m-show/), ...refs.slice(2)]);
    expect(lesson.open().books[0]?.copies).toEqual(refs.slice(2));
  });

  it('sends nothing but the edition that was approved last', () => {
    const lesson = lessonFor();
    const thread = lesson.publish(1);
    const { key } = lesson.book(thread);
    const answers = lesson.press({ type: 'send', book: key, request: 99 }, child(2));
    expect(textIn(answers)).toBe(WORDING.ko.shelfChanged);
    expect(viewIn(answers).books).toHaveLength(1);
    expect(lesson.open().resends).toEqual([]);
    const waiting = lesson.finish(2);
    lesson.press({ type: 'send', book: lesson.book(waiting).key, request: 1 }, child(2));
    expect(lesson.open().resends).toEqual([]);
  });
});

describe('a book that goes', () => {
  const erase = (lesson: Lesson, thread: string) =>
    lesson.inBook(thread, {
      ...{ type: 'submitted', id: lesson.id(), actor: TEACHER, form: 'delete', values: {} },
    });

  it('takes with it every message of ours, when it is deleted', () => {
    const lesson = lessonFor();
    const thread = lesson.finish(1);
    lesson.deliver();
    lesson.approve(thread);
    const { key, digest } = lesson.book(thread);
    lesson.deliver();
    lesson.finish(2);
    lesson.press({ type: 'send', book: key, request: digest?.approved?.request ?? 0 });
    lesson.deliver();
    erase(lesson, thread);
    erase(lesson, 't2');
    lesson.deliver();
    expect(lesson.open().books).toEqual([]);
    expect([...lesson.service.values()].map(({ shows }) => shows.type)).toEqual(['class-card']);
  });

  it('takes back what was on its way when it was deleted', () => {
    const lesson = lessonFor();
    const thread = lesson.publish(1);
    const owed = lesson.owed().find(({ about }) => about.type === 'announce');
    if (!owed) throw new Error('nothing to announce');
    lesson.send(owed, false);
    erase(lesson, thread);
    lesson.hear({ type: 'sent', key: owed.key, ref: `m-${owed.key}` });
    lesson.deliver();
    expect(announcedTitles(lesson)).toEqual([]);
  });

  it.each([
    ['yes', 0],
    ['no', 2],
  ])('because it grew old leaves its messages or not, as the teacher wants (%s)', (clearing, left) => {
    const lesson = lessonFor({ retention: '7', clearing });
    const thread = lesson.finish(1);
    lesson.deliver();
    lesson.approve(thread);
    lesson.deliver();
    lesson.pass(7 * DAY);
    lesson.quietly(thread, { type: 'expired', clearing: clearing === 'yes' });
    lesson.tell(thread);
    lesson.deliver();
    expect(lesson.there('announce').length + lesson.there('review').length).toBe(left);
    expect(lesson.open().books).toEqual([]);
  });
});
