// Random lessons: books that are made, given back and made again, rules that change, messages whose arrival is never heard
// of, news that is lost, late or comes twice, books that are deleted, restarts at every turn. Whatever happens, the class
// sees nothing that no teacher has said yes to where that is asked for, and in the end everything that it should.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { countOf } from '../../../src/bots/classroom/summary-view.ts';
import { jobsOwed } from '../../../src/bots/conversation/jobs-owed.ts';
import type { Book } from '../../../src/story.ts';
import { doneNews, failedNews, TEACHER, throughJson } from '../conversation/talk.ts';
import { child, lessonFor, type Message, MINUTE } from './lesson.ts';

const BOOKS = 4;
type Step =
  | {
      readonly do: 'begin' | 'edit' | 'make' | 'print' | 'approve' | 'return' | 'pause' | 'reopen' | 'erase' | 'tell';
      readonly at: number;
    }
  | { readonly do: 'work'; readonly at: number; readonly fails: boolean }
  | { readonly do: 'copy' | 'look'; readonly at: number }
  | { readonly do: 'approval'; readonly on: boolean }
  | { readonly do: 'rule' | 'bind' | 'summary' | 'off' | 'on' }
  | { readonly do: 'news'; readonly fails: boolean }
  | { readonly do: 'send'; readonly at: number; readonly heard: boolean }
  | { readonly do: 'again'; readonly at: number }
  | { readonly do: 'pass'; readonly minutes: number };

const at = fc.nat({ max: BOOKS - 1 });
const of = <T extends object>(weight: number, shape: { readonly [K in keyof T]: fc.Arbitrary<T[K]> }) => ({
  weight,
  arbitrary: fc.record(shape),
});
const rarely = fc.nat({ max: 5 }).map((one) => one === 0);
const step = fc.oneof(
  of(6, { do: fc.constantFrom('begin', 'edit', 'make', 'make', 'return', 'pause', 'reopen'), at }),
  of(6, { do: fc.constant('approve'), at }),
  of(6, { do: fc.constant('print'), at }),
  of(1, { do: fc.constant('erase'), at }),
  of(16, { do: fc.constant('work'), at, fails: rarely }),
  of(8, { do: fc.constant('tell'), at }),
  of(2, { do: fc.constant('copy'), at }),
  of(1, { do: fc.constant('approval'), on: fc.boolean() }),
  of(3, { do: fc.constantFrom('rule', 'rule', 'bind', 'bind', 'summary', 'off', 'on') }),
  of(3, { do: fc.constant('news'), fails: rarely }),
  of(16, { do: fc.constant('send'), at: fc.nat({ max: 5 }), heard: fc.boolean() }),
  of(3, { do: fc.constant('again'), at: fc.nat({ max: 60 }) }),
  of(1, { do: fc.constant('pass'), minutes: fc.constantFrom(1, 9, 30, 200) }),
) as fc.Arbitrary<Step>;

/**
 * The lesson, with what a teacher has said yes to by whatever way.
 * @param isLate word of what was sent may come late, yet before the next is sent: there is one at a time. Else it may never
 * come: then the house was killed.
 */
function world(isLate: boolean) {
  const lesson = lessonFor();
  const yes = { files: new Set<string>(), books: [] as Book[] };
  const titles = { count: 0 };
  /** Files of books that were free to be seen, until somebody had to say yes to them. */
  const recalled: string[] = [];
  return { lesson, isLate, yes, titles, erased: new Set<string>(), recalled };
}
type World = ReturnType<typeof world>;

const threadOf = (index: number): string => `t${index}`;
const openIn = ({ lesson }: World, thread: string) => {
  const found = lesson.sessions.get(`test:${thread}`);
  return found?.state === 'open' ? found : undefined;
};

/** Where no yes is asked for, whatever is printed is as good as approved, but for what was given back, or waited, before. */
function noteFree(w: World, thread: string): void {
  const session = openIn(w, thread);
  if (!session?.book || session.room?.rules.approval) return;
  const { book, review } = session;
  if (review?.state === 'returned' && review.request === book.request) return;
  if (review?.state === 'waiting' && review.job === book.job) return;
  w.yes.files.add(book.pdf.key);
  if (session.approved) w.yes.books.push(session.approved.book);
}

function edit(w: World, thread: string, index: number): void {
  w.titles.count += 1;
  w.lesson.quietly(thread, {
    ...{ type: 'submitted', id: w.lesson.id(), actor: child(index), form: 'book' },
    values: { title: `제목 ${w.titles.count}` },
  });
}

function approve(w: World, thread: string): void {
  const session = openIn(w, thread);
  const request = session?.review?.request ?? 0;
  if (session?.review?.state === 'waiting' && session.book) w.yes.files.add(session.book.pdf.key);
  w.lesson.quietly(thread, {
    type: 'pressed',
    id: w.lesson.id(),
    actor: TEACHER,
    action: { type: 'approve', request },
  });
  const approved = openIn(w, thread)?.approved;
  if (approved && w.yes.files.has(approved.printed.pdf.key)) w.yes.books.push(approved.book);
}

function begin(w: World, thread: string, index: number): void {
  if (openIn(w, thread) || w.erased.has(thread) || !w.lesson.open().settings.on) return;
  w.lesson.begin(thread, child(index));
  w.lesson.describe(thread, child(index), `처음 ${index}`);
}

function inBook(w: World, { do: what, at: index }: Extract<Step, { readonly at: number }> & { do: string }): void {
  const { lesson } = w;
  const thread = threadOf(index);
  if (what === 'begin') begin(w, thread, index);
  const session = openIn(w, thread);
  if (!session) return;
  const press = (type: 'pause' | 'reopen'): void =>
    void lesson.quietly(thread, { type: 'pressed', id: lesson.id(), actor: TEACHER, action: { type } });
  if (what === 'edit') edit(w, thread, index);
  if (what === 'pause' || what === 'reopen') press(what);
  if (what === 'approve') approve(w, thread);
  if (what === 'print') edit(w, thread, index);
  if (what === 'make' || what === 'print') {
    const action = { type: 'make', request: session.requests + 1 } as const;
    lesson.quietly(thread, { type: 'pressed', id: lesson.id(), actor: child(index), action });
  }
  // Its work is done at once, unless the book rests.
  if (what === 'print') for (let times = 0; times < 12; times += 1) work(w, index, false);
  if (what === 'return') {
    lesson.giveBack(thread, '조금 더!');
  }
  if (what === 'erase') {
    lesson.quietly(thread, { type: 'submitted', id: lesson.id(), actor: TEACHER, form: 'delete', values: {} });
    w.erased.add(thread);
  }
  noteFree(w, thread);
}

function work(w: World, index: number, fails: boolean): void {
  const thread = threadOf(index);
  const session = openIn(w, thread);
  const [job] = session ? jobsOwed(session) : [];
  if (!job) return;
  const failure = { code: 'store-unusable', details: { path: 'x', reason: 'busy' }, retryable: true } as const;
  w.lesson.quietly(thread, { type: 'news', news: fails ? failedNews(job, failure) : doneNews(job) });
  noteFree(w, thread);
}

function rule(w: World): void {
  const files = (): string[] =>
    Array.from({ length: BOOKS }, (_, index) => openIn(w, threadOf(index))?.approved?.printed.pdf.key ?? '');
  const before = files();
  w.lesson.rule();
  const after = files();
  w.recalled.push(...before.filter((file) => file !== '' && !after.includes(file)));
  for (let index = 0; index < BOOKS; index += 1) noteFree(w, threadOf(index));
}

function news(w: World, fails: boolean): void {
  for (const job of w.lesson.jobs()) {
    if (job.kind === 'bind') {
      for (const book of job.input.anthology.books) expect(w.yes.books).toContainEqual(book);
    }
    const failure = { code: 'unexpected', details: {}, retryable: false } as const;
    w.lesson.hear({ type: 'news', news: fails ? failedNews(job, failure) : doneNews(job) });
  }
}

function hearLate({ lesson }: World): void {
  for (const event of lesson.unheard.splice(0)) lesson.hear(event);
}

/** After a restart the house sends first of all what it does not know to be there. */
function restart({ lesson }: World): void {
  const keys = new Set(lesson.unheard.flatMap((event) => ('key' in event ? [event.key] : [])));
  for (const owed of lesson.owed()) if (keys.has(owed.key)) lesson.send(owed);
}

function ofClass(w: World, one: Step): void {
  const { lesson } = w;
  switch (one.do) {
    case 'approval':
      lesson.submit('who', { approval: one.on ? 'yes' : 'no' });
      break;
    case 'rule':
      rule(w);
      break;
    case 'bind':
      lesson.submit('bind', {});
      break;
    case 'summary':
    case 'off':
    case 'on':
      lesson.press({ type: one.do });
      break;
    case 'news':
      news(w, one.fails);
      break;
    case 'pass':
      lesson.pass(one.minutes * MINUTE);
      break;
    case 'again': {
      const event = lesson.heard[one.at % lesson.heard.length];
      // What the house tells of books, and of what messages say, is true when it is told, and never old.
      const isOld = event && ('content' in event || ['told', 'joined', 'gone'].includes(event.type));
      if (event && !isOld) lesson.hear(throughJson(event));
      break;
    }
    case 'send': {
      if (w.isLate) hearLate(w);
      const owed = lesson.owed();
      const message = owed[one.at % Math.max(1, owed.length)];
      if (message) lesson.send(message, one.heard);
      break;
    }
    case 'copy': {
      const book = lesson.open().books.find(({ thread }) => thread === threadOf(one.at));
      const request = book?.digest?.approved?.request ?? 1;
      if (book) lesson.press({ type: 'send', book: book.key, request }, child(one.at));
      break;
    }
    case 'tell':
      lesson.tell(threadOf(one.at));
      break;
    default:
      break;
  }
}

const fileIn = ({ shows }: Message): string | undefined =>
  shows.type === 'announce' ? shows.book.pdf.key : shows.type === 'review' ? shows.review.pdf.key : undefined;

function assertNothingUnapproved({ lesson, yes }: World): void {
  for (const message of lesson.history) {
    if (message.place !== 'channel') continue;
    expect(['announce', 'anthology']).toContain(message.shows.type);
    if (message.shows.type === 'announce') expect(yes.files).toContain(fileIn(message));
  }
}

/** Everything is told, and everything is sent and heard. */
function settle(w: World): void {
  const { lesson } = w;
  if (w.isLate) hearLate(w);
  else restart(w);
  for (let round = 0; round < 4; round += 1) {
    for (const { thread } of lesson.open().books) lesson.tell(thread);
    rule(w);
    news(w, false);
    lesson.deliver();
  }
  expect(lesson.owed()).toEqual([]);
}

function assertAllThere(w: World): void {
  const { lesson } = w;
  const sessions = [...lesson.sessions.values()].filter((session) => session.state === 'open');
  const approved = sessions.flatMap(({ approved: one }) => (one ? [one.printed.pdf.key] : []));
  const there = lesson.there('announce').filter(({ key }) => key.startsWith('show-'));
  expect(there.map(fileIn).sort()).toEqual(approved.sort());
  const ever = lesson.history.filter(({ key }) => key.startsWith('show-')).map(fileIn);
  // Once for each edition; once more for one that had to wait for a yes after all.
  const again = w.recalled.filter((file) => ever.includes(file));
  expect(ever.length - new Set(ever).size).toBeLessThanOrEqual(again.length);
  const open = lesson.there('review').filter(({ shows }) => shows.type === 'review' && shows.review.buttons.length > 0);
  const waiting = sessions.filter(({ review }) => review?.state === 'waiting');
  expect(open.map(fileIn).sort()).toEqual(waiting.map(({ book }) => book?.pdf.key).sort());
}

function assertCounts({ lesson }: World): void {
  const classroom = lesson.open();
  const sessions = [...lesson.sessions.values()].filter((session) => session.state === 'open');
  expect(classroom.books.map(({ book }) => book).sort()).toEqual(sessions.map(({ id }) => id).sort());
  const count = countOf({ classroom, locale: 'ko' });
  const waiting = sessions.filter(({ review }) => review?.state === 'waiting');
  expect(count.waiting.map(({ book }) => book).sort()).toEqual(waiting.map(({ id }) => id).sort());
  const all = [...count.waiting, ...count.helpless, ...count.ready, ...count.rest];
  expect(all).toHaveLength(sessions.length);
  if (sessions.length > 0) {
    // That the class is closed stands before it.
    const line = lesson.summary().about[classroom.settings.on ? 0 : 1];
    expect(line).toBe(`${sessions.length}명 가운데 ${count.ready.length}명 준비 끝`);
  }
  for (const { book } of count.ready) {
    expect(lesson.sessions.get(book)).toMatchObject({ approved: { printed: expect.anything() } });
  }
}

const BOOKISH = ['begin', 'edit', 'make', 'print', 'approve', 'return', 'pause', 'reopen', 'erase'];

it('shows the class nothing without a yes, everything with one, and counts as the books do', () => {
  fc.assert(
    fc.property(fc.boolean(), fc.array(step, { minLength: 40, maxLength: 140 }), (isLate, steps) => {
      const w = world(isLate);
      for (const index of [0, 1, 2]) begin(w, threadOf(index), index);
      for (const one of steps) {
        if (!isLate) restart(w);
        if (one.do === 'work') work(w, one.at, one.fails);
        else if (BOOKISH.includes(one.do)) inBook(w, one as never);
        else ofClass(w, one);
      }
      assertNothingUnapproved(w);
      settle(w);
      assertNothingUnapproved(w);
      assertAllThere(w);
      assertCounts(w);
    }),
    { numRuns: 40 },
  );
}, 120_000);
