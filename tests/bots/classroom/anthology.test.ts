// Anthologies: which books a teacher chooses, what is bound of them, where it goes, and what becomes of it.
import { describe, expect, it } from 'vitest';
import { keptForClass } from '../../../src/bots/classroom/bytes.ts';
import { readSelection } from '../../../src/bots/classroom/selection.ts';
import { nextChange } from '../../../src/bots/classroom/standing.ts';
import { WORDING } from '../../../src/bots/classroom/wording.ts';
import type { Job, JobFailure } from '../../../src/jobs.ts';
import { doneNews, failedNews, TEACHER } from '../conversation/talk.ts';
import { child, DAY, type Lesson, lessonFor, textIn } from './lesson.ts';

const BROKEN: JobFailure = { code: 'unexpected', details: {}, retryable: false };

/** A class with so many approved books, each message taken. */
function published(count: number) {
  const lesson = lessonFor({ title: '3학년 2반' });
  for (let number = 1; number <= count; number += 1) lesson.publish(number, `책 ${count - number + 1}`);
  lesson.deliver();
  return lesson;
}

const bindJob = (lesson: Lesson): Job<'bind'> => {
  const job = lesson.jobs().find(({ kind }) => kind === 'bind');
  if (job?.kind !== 'bind') throw new Error('nothing is to be bound');
  return job;
};

function bindAll(lesson: Lesson) {
  lesson.submit('bind', {});
  lesson.hear({ type: 'news', news: doneNews(bindJob(lesson)) });
  lesson.deliver();
}

describe('the form', () => {
  it('begins with all books, the name of the class and its size', () => {
    const lesson = published(2);
    const [answer] = lesson.press({ type: 'form', form: 'bind' });
    expect(answer).toMatchObject({
      type: 'class-form',
      form: { fields: [{ value: '3학년 2반 문집' }, { value: '모두' }, { value: 'number' }, { value: 'square' }] },
    });
  });

  it('is not opened for an empty shelf', () => {
    const lesson = lessonFor();
    expect(textIn(lesson.press({ type: 'form', form: 'bind' }))).toBe(WORDING.ko.nothingToBind);
    expect(textIn(lesson.submit('bind', { books: '모두' }))).toBe(WORDING.ko.nothingToBind);
    expect(lesson.open().anthologies).toEqual([]);
  });

  it('names what is not on the shelf or cannot be read, and binds nothing then', () => {
    const lesson = published(3);
    const [answer] = lesson.submit('bind', { books: '1-2, 7, 셋' });
    expect(answer).toMatchObject({
      type: 'class-problems',
      problems: [{ field: 'books', text: expect.stringMatching(/셋.*7/) }],
      form: { fields: [{}, { value: '1-2, 7, 셋' }, {}, {}] },
    });
    expect(lesson.open().anthologies).toEqual([]);
  });
});

describe('an anthology', () => {
  it('holds each chosen book once, whole, in the order that was asked for', () => {
    const lesson = published(3);
    lesson.submit('bind', { title: '우리 반', books: '1, 3, 1-2', order: 'title', format: 'a4' });
    const { input, book } = bindJob(lesson);
    expect(book).toBe(lesson.open().id);
    expect(input).toMatchObject({ format: 'a4', budget: 1000 });
    expect(input.anthology).toMatchObject({ title: '우리 반', locale: 'ko', className: '3학년 2반' });
    expect(input.anthology.books.map(({ title }) => title)).toEqual(['책 1', '책 2', '책 3']);
    expect(input.anthology.books).toContainEqual(lesson.session('t1').approved?.book);
  });

  it('is bound by the rules of the class: nobody reads the books who may not', () => {
    const lesson = published(1);
    lesson.submit('care', { engines: 'own', moderation: 'yes' });
    expect(lesson.open().settings).toMatchObject({ engines: 'own', moderation: true });
    lesson.submit('bind', {});
    expect(bindJob(lesson).input.rules).toEqual({ engines: 'own', moderation: true });
  });

  it('gives a child with two books two chapters', () => {
    const lesson = published(1);
    lesson.begin('more', child(1), '1번');
    lesson.describe('more', child(1), '또 한 권');
    lesson.make('more', child(1));
    lesson.approve('more');
    lesson.submit('bind', {});
    expect(bindJob(lesson).input.anthology.books.map(({ title }) => title)).toEqual(['책 1', '또 한 권']);
  });

  it('holds only what a teacher has said yes to', () => {
    const lesson = published(1);
    const thread = lesson.finish(2);
    lesson.inBook('t1', {
      ...{ type: 'submitted', id: lesson.id(), actor: child(1), form: 'book', values: { title: '아직 안 본 제목' } },
    });
    lesson.make('t1', child(1));
    lesson.submit('bind', {});
    expect(bindJob(lesson).input.anthology.books.map(({ title }) => title)).toEqual(['책 1']);
    expect(lesson.session(thread).approved).toBeUndefined();
  });

  it('goes to the desk of whoever asked, and to the class when it is wanted there', () => {
    const lesson = published(2);
    bindAll(lesson);
    const [message] = lesson.there('anthology');
    expect(message).toMatchObject({ place: 'desk', shows: { anthology: { mention: 'teacher' } } });
    if (message?.shows.type !== 'anthology') throw new Error('no anthology');
    expect(message.shows.anthology.text).toContain('책 2권을 묶었어요');
    expect(message.shows.anthology.buttons.map(({ label }) => label)).toEqual([
      '반 모두에게 보여 주기',
      '인쇄용으로 받기',
    ]);
    lesson.press({ type: 'show', anthology: 1 });
    lesson.deliver();
    const shown = lesson.there('anthology').find(({ place }) => place === 'channel');
    expect(shown?.shows).toMatchObject({ anthology: { buttons: [] } });
    expect(shown?.shows).not.toHaveProperty('anthology.mention');
    expect(textIn(lesson.press({ type: 'show', anthology: 1 }))).toBe(WORDING.ko.isShown);
    expect(lesson.deliver()).toEqual([]);
  });

  it('is made ready for printers, volume by volume, in every style, and sent again when it is asked for again', () => {
    const lesson = published(2);
    lesson.submit('bind', {});
    const news = doneNews(bindJob(lesson));
    if (news.kind !== 'bind' || news.type !== 'done') throw new Error('not bound');
    const volume = (number: number) => {
      const pdf = { key: `v${number}`, mediaType: 'application/pdf', size: 9 };
      return { title: `문집 ${number}`, pdf, pageCount: 8 };
    };
    lesson.hear({ type: 'news', news: { ...news, output: { ...news.output, volumes: [volume(1), volume(2)] } } });
    lesson.deliver();
    const [asked] = lesson.press({ type: 'fold', anthology: 1 });
    expect(asked).toMatchObject({ type: 'class-form', form: { id: 'print', about: '1', fields: [{ name: 'style' }] } });
    const order = (style: string) => lesson.submit('print', { style }, { about: '1' });
    order('booklet');
    const jobs = lesson.jobs();
    expect(textIn(lesson.press({ type: 'fold', anthology: 1 }))).toBe(WORDING.ko.folding);
    expect(jobs.map(({ kind }) => kind)).toEqual(['fold', 'fold']);
    for (const job of jobs) {
      expect(lesson.deliver().filter(({ type }) => type === 'anthology')).toEqual([]);
      lesson.hear({ type: 'news', news: doneNews(job) });
    }
    const said = lesson.deliver().filter(({ type }) => type === 'anthology');
    expect(said).toMatchObject([{ anthology: { files: [{}, {}], text: expect.stringContaining('A4') } }]);
    order('booklet');
    expect(lesson.jobs()).toEqual([]);
    expect(lesson.deliver().filter(({ type }) => type === 'anthology')).toHaveLength(1);
    order('pages');
    for (const job of lesson.jobs()) lesson.hear({ type: 'news', news: doneNews(job) });
    const pages = lesson.deliver().filter(({ type }) => type === 'anthology');
    expect(pages).toMatchObject([
      { anthology: { files: [{ fileName: '문집 1 - 인쇄소용.pdf' }, {}], text: expect.stringContaining('재단선') } },
    ]);
  });

  it('keeps what was made ready in one style while another is wanted', () => {
    const lesson = published(1);
    bindAll(lesson);
    lesson.submit('print', { style: 'booklet' }, { about: '1' });
    const [booklet] = lesson.jobs();
    if (!booklet) throw new Error('nothing to do');
    lesson.hear({ type: 'news', news: failedNews(booklet, BROKEN) });
    lesson.submit('print', { style: 'pages' }, { about: '1' });
    lesson.hear({ type: 'news', news: doneNews(booklet) });
    expect(lesson.open().doomed).toEqual([]);
    expect(lesson.open().anthologies[0]?.folded).toMatchObject({ style: 'pages', booklets: [{ style: 'booklet' }] });
    expect(lesson.jobs()).toMatchObject([{ input: { style: 'pages' } }]);
  });

  it('may be made ready in another way where one has failed, and in no way that there is not', () => {
    const lesson = published(1);
    bindAll(lesson);
    lesson.submit('print', { style: 'cover-apart' }, { about: '1' });
    for (const job of lesson.jobs()) lesson.hear({ type: 'news', news: failedNews(job, BROKEN) });
    expect(lesson.jobs()).toEqual([]);
    expect(lesson.press({ type: 'fold', anthology: 1 })).toMatchObject([{ type: 'class-form' }]);
    expect(lesson.submit('print', { style: 'gold' }, { about: '1' })).toMatchObject([
      { type: 'class-problems', problems: [{ field: 'style' }] },
    ]);
    expect(textIn(lesson.submit('print', { style: 'pages' }, { about: '9' }))).toBe(WORDING.ko.anthologyGone);
    lesson.submit('print', { style: 'pages' }, { about: '1' });
    expect(lesson.jobs()).toMatchObject([{ kind: 'fold', input: { style: 'pages' } }]);
  });

  it('is told of on the summary while it is bound, and when that failed, to be tried again', () => {
    const lesson = published(1);
    lesson.submit('bind', { title: '모음' });
    lesson.deliver();
    expect(lesson.summary().about).toContain('문집 “모음”: 묶고 있어요.');
    lesson.hear({ type: 'news', news: failedNews(bindJob(lesson), BROKEN) });
    lesson.deliver();
    expect(lesson.jobs()).toEqual([]);
    expect(lesson.summary().about.at(-1)).toContain('끝내지 못했어요');
    const again = lesson.summary().buttons.find(({ label }) => label === '문집 다시 해 보기');
    if (again?.to !== 'class') throw new Error('no button');
    lesson.press(again.action);
    expect(bindJob(lesson).input.anthology.title).toBe('모음');
  });

  it('waits while a book of it cannot be read, and leaves nobody out', () => {
    const lesson = published(2);
    lesson.submit('bind', {});
    const session = lesson.session('t2');
    lesson.sessions.delete('test:t2');
    expect(lesson.jobs()).toEqual([]);
    lesson.sessions.set('test:t2', session);
    expect(bindJob(lesson).input.anthology.books).toHaveLength(2);
  });

  it('goes when a book in it is deleted, bytes and messages, and teachers are told', () => {
    const lesson = published(2);
    bindAll(lesson);
    lesson.press({ type: 'show', anthology: 1 });
    lesson.deliver();
    const bytes = keptForClass(lesson.open());
    lesson.inBook('t1', { type: 'submitted', id: lesson.id(), actor: TEACHER, form: 'delete', values: {} });
    lesson.deliver();
    expect(lesson.open().anthologies).toEqual([]);
    expect(lesson.open().doomed).toEqual(bytes);
    expect(lesson.there('anthology')).toEqual([]);
    expect(lesson.there('notice')).toHaveLength(1);
  });

  it('is bound without a book that was deleted meanwhile; what was bound with it is thrown away', () => {
    const lesson = published(2);
    lesson.submit('bind', {});
    const late = bindJob(lesson);
    lesson.inBook('t1', { type: 'submitted', id: lesson.id(), actor: TEACHER, form: 'delete', values: {} });
    lesson.hear({ type: 'news', news: doneNews(late) });
    expect(lesson.open().anthologies[0]).not.toHaveProperty('bound');
    expect(lesson.open().doomed.length).toBeGreaterThan(0);
    expect(bindJob(lesson).input.anthology.books.map(({ title }) => title)).toEqual(['책 1']);
  });

  it('grows old like a book', () => {
    const lesson = published(1);
    bindAll(lesson);
    lesson.pass(30 * DAY);
    lesson.deliver();
    expect(lesson.open().anthologies).toEqual([]);
    expect(lesson.open().doomed).toHaveLength(2);
    expect(lesson.there('anthology')).toEqual([]);
  });

  it('stays where it was posted when later ones are bound, and is taken back when a book in it is deleted', () => {
    const lesson = published(2);
    lesson.submit('bind', { title: '첫 문집', books: '1' });
    lesson.hear({ type: 'news', news: doneNews(bindJob(lesson)) });
    lesson.press({ type: 'show', anthology: 1 });
    lesson.deliver();
    const first = lesson.there('anthology').map(({ key }) => key);
    for (let number = 2; number <= 6; number += 1) {
      lesson.submit('bind', { title: `문집 ${number}`, books: '2' });
      lesson.hear({ type: 'news', news: doneNews(bindJob(lesson)) });
      lesson.deliver();
    }
    expect(lesson.open().anthologies.map(({ number }) => number)).toEqual([2, 3, 4, 5, 6]);
    expect(lesson.there('anthology').map(({ key }) => key)).toEqual(expect.arrayContaining(first));
    lesson.inBook('t1', { type: 'submitted', id: lesson.id(), actor: TEACHER, form: 'delete', values: {} });
    lesson.deliver();
    expect(lesson.there('anthology')).toHaveLength(5);
    expect(lesson.there('anthology').some(({ key }) => first.includes(key))).toBe(false);
    expect(lesson.there('notice').map(({ shows }) => ('text' in shows ? shows.text : ''))).toEqual([
      expect.stringContaining('첫 문집'),
    ]);
    expect(lesson.open().bygone).toBeUndefined();
  });

  it('whose messages stay when it has grown old is still taken back when a child deletes a book in it', () => {
    const lesson = lessonFor({ clearing: 'no' });
    lesson.publish(1);
    lesson.publish(2);
    bindAll(lesson);
    lesson.pass(20 * DAY);
    lesson.tell('t1', true);
    lesson.tell('t2', true);
    lesson.pass(10 * DAY);
    lesson.deliver();
    expect(lesson.open().anthologies).toEqual([]);
    expect(lesson.there('anthology')).toHaveLength(1);
    expect(nextChange(lesson.open())).toBeGreaterThan(lesson.now);
    lesson.inBook('t1', { type: 'submitted', id: lesson.id(), actor: child(1), form: 'delete', values: {} });
    lesson.deliver();
    expect(lesson.there('anthology')).toEqual([]);
  });

  it('that was bound long ago goes from the channel in time, where messages are to go', () => {
    const lesson = published(1);
    for (let number = 1; number <= 6; number += 1) bindAll(lesson);
    lesson.tell('t1', true);
    expect(lesson.there('anthology')).toHaveLength(6);
    lesson.pass(20 * DAY);
    lesson.tell('t1', true);
    lesson.pass(10 * DAY);
    lesson.deliver();
    expect(lesson.there('anthology')).toEqual([]);
    expect(lesson.open().books).toHaveLength(1);
  });

  it('is bound once, however often the news comes', () => {
    const lesson = published(1);
    lesson.submit('bind', {});
    const news = doneNews(bindJob(lesson));
    lesson.hear({ type: 'news', news });
    const before = lesson.open();
    lesson.hear({ type: 'news', news });
    expect(lesson.open()).toEqual(before);
  });
});

describe('the choice of books', () => {
  const shelf = [1, 2, 4, 5, 9];

  it.each([
    ['모두', [1, 2, 4, 5, 9]],
    ['', [1, 2, 4, 5, 9]],
    ['All', [1, 2, 4, 5, 9]],
    ['1-5, 9', [1, 2, 4, 5, 9]],
    ['2번, 4 번', [2, 4]],
    ['4 ~ 5 1', [4, 5, 1]],
    ['5-4', [5, 4]],
    ['1、2；9', [1, 2, 9]],
  ])('%j is %j', (typed, numbers) => {
    expect(readSelection(typed, shelf)).toEqual({ numbers, missing: [], unread: [] });
  });

  it.each([
    ['3', [3]],
    ['6-8', [6, 8]],
    ['5-12', [12]],
    ['0, 10', [0, 10]],
  ])('%j misses %j', (typed, missing) => {
    expect(readSelection(typed, shelf).missing).toEqual(missing);
  });

  it('says what it cannot read', () => {
    expect(readSelection('1, 별이, 2', shelf)).toEqual({ numbers: [1, 2], missing: [], unread: ['별이'] });
  });
});
