// Plays a class: its own turns and those of its books, work done by hand, messages taken as a chat service takes them. What
// a book is like reaches the class when it is told to.
import type { ClassAction } from '../../../src/bots/classroom/actions.ts';
import { convene, rulesOwed } from '../../../src/bots/classroom/convene.ts';
import type { ClassEvent, ClassHouseEvent } from '../../../src/bots/classroom/events.ts';
import { type ClassBook, type Classroom, classId } from '../../../src/bots/classroom/facts.ts';
import type { ClassFormId } from '../../../src/bots/classroom/form-ids.ts';
import { booksToBind, jobsOwed as classJobsOwed } from '../../../src/bots/classroom/jobs-owed.ts';
import { labelOf } from '../../../src/bots/classroom/labels.ts';
import { messagesOwed } from '../../../src/bots/classroom/messages-owed.ts';
import type { Owed } from '../../../src/bots/classroom/owed.ts';
import type { ClassAnswer, ClassOutbound, ClassView } from '../../../src/bots/classroom/replies.ts';
import { rulesOf } from '../../../src/bots/classroom/rules.ts';
import type { Action } from '../../../src/bots/conversation/actions.ts';
import { converse } from '../../../src/bots/conversation/converse.ts';
import { digestOf } from '../../../src/bots/conversation/digest.ts';
import type { Actor, TalkEvent } from '../../../src/bots/conversation/events.ts';
import { jobsOwed } from '../../../src/bots/conversation/jobs-owed.ts';
import { printName } from '../../../src/bots/conversation/print-name.ts';
import type { OpenSession, Session } from '../../../src/bots/conversation/session.ts';
import type { Job, JobNews } from '../../../src/jobs.ts';
import { A, doneNews, posted, TEACHER, throughJson } from '../conversation/talk.ts';

export const MINUTE = 60 * 1000;
export const DAY = 24 * 60 * MINUTE;
export const CLASS = { id: classId('test', 'channel'), platform: 'test', channel: 'channel' } as const;
export const child = (number: number): Actor => ({ id: `child${number}`, teacher: false });

export interface Message {
  readonly place: string;
  readonly key: string;
  readonly shows: ClassOutbound;
}

export function createLesson(start = Date.parse('2026-11-23T00:00:00Z')) {
  let classroom: Classroom | undefined;
  let count = 0;
  let now = start;
  const sessions = new Map<string, Session>();
  /** What stands in the channel and at the desk, by the service's name for it. */
  const service = new Map<string, Message>();
  /** Every message that was ever posted anew. */
  const history: Message[] = [];
  const heard: ClassEvent[] = [];
  /** Messages that are there, though the class does not know. */
  const unheard: ClassHouseEvent[] = [];

  const hear = (event: ClassEvent): readonly ClassAnswer[] => {
    heard.push(event);
    const turn = convene(throughJson(classroom), event, CLASS, now);
    classroom = turn.classroom;
    return turn.answers;
  };
  const id = (): string => `e${++count}`;
  const open = (): Classroom => {
    if (!classroom) throw new Error('there is no class');
    return classroom;
  };
  const session = (thread: string): OpenSession => {
    const found = sessions.get(`test:${thread}`);
    if (found?.state !== 'open') throw new Error(`there is no open book in ${thread}`);
    return found;
  };
  const book = (thread: string): ClassBook => {
    const found = open().books.find((one) => one.thread === thread);
    if (!found) throw new Error(`the class knows no book in ${thread}`);
    return found;
  };

  /** The service takes a message, and knows its key again. */
  const put = ({ key, place }: Owed, message: ClassOutbound): { ref: string; isKnown: boolean } => {
    if (message.type === 'withdraw') for (const gone of message.refs) service.delete(gone);
    if (message.type === 'withdraw' || message.type === 'desk') return { ref: message.type, isKnown: false };
    const shows = throughJson(message);
    const edits = 'ref' in message ? message.ref : undefined;
    if (edits !== undefined) {
      if (service.has(edits)) service.set(edits, { place, key, shows });
      return { ref: edits, isKnown: false };
    }
    const ref = `m-${key}`;
    const isKnown = service.has(ref);
    if (!isKnown) {
      history.push({ place, key, shows });
      service.set(ref, { place, key, shows });
    }
    return { ref, isKnown };
  };

  const lesson = {
    hear,
    heard,
    unheard,
    sessions,
    service,
    history,
    open,
    session,
    book,
    id,
    get now() {
      return now;
    },
    get classroom() {
      return classroom;
    },
    pass(milliseconds: number) {
      now += milliseconds;
      hear({ type: 'tick' });
    },
    press: (action: ClassAction, actor: Actor = TEACHER) =>
      hear({ type: 'pressed', id: id(), actor, locale: 'ko', action }),
    submit: (
      form: ClassFormId,
      values: Readonly<Record<string, string>>,
      more: { actor?: Actor; about?: string } = {},
    ) => {
      const { actor = TEACHER, about } = more;
      return hear({
        ...{ type: 'submitted', id: id(), actor, locale: 'ko', form, values },
        ...(about !== undefined && { about }),
      });
    },
    /** The house tells the class what the book is like. */
    tell(thread: string, active = false) {
      const found = sessions.get(`test:${thread}`);
      const digest = found?.state === 'open' ? digestOf(found) : undefined;
      const told: ClassHouseEvent = digest
        ? { type: 'told', book: `test:${thread}`, digest, ...(active && { active }) }
        : { type: 'gone', book: `test:${thread}` };
      hear(told);
    },
    /** Something happens in a book; nobody has told the class. */
    quietly(thread: string, event: TalkEvent) {
      const turn = converse(throughJson(sessions.get(`test:${thread}`)), event);
      if (turn.session) sessions.set(`test:${thread}`, turn.session);
      return turn.replies;
    },
    inBook(thread: string, event: TalkEvent) {
      const replies = lesson.quietly(thread, event);
      lesson.tell(thread, 'actor' in event);
      return replies;
    },
    pressIn: (thread: string, action: Action, actor: Actor = TEACHER) =>
      lesson.inBook(thread, { type: 'pressed', id: id(), actor, action }),
    begin(thread: string, actor: Actor, label?: string) {
      hear({ type: 'joined', book: `test:${thread}`, thread, ...(label !== undefined && { label }) });
      const { settings } = open();
      const { level, format } = settings;
      const room = {
        ...{ classroom: CLASS.id, label: labelOf(open(), book(thread)), rules: rulesOf(settings), level, format },
      };
      const place = { id: `test:${thread}`, platform: 'test', thread, room };
      lesson.inBook(thread, { type: 'started', id: id(), actor, locale: settings.locale, place });
    },
    /** Does all that a book owes. */
    work(thread: string, news: (job: Job) => JobNews = doneNews) {
      for (let jobs = jobsOwed(session(thread)); jobs.length > 0; jobs = jobsOwed(session(thread))) {
        for (const job of jobs) lesson.quietly(thread, { type: 'news', news: news(job) });
      }
      lesson.tell(thread);
    },
    /** A picture with its story; no book is asked for. */
    describe(thread: string, actor: Actor, title: string) {
      lesson.inBook(thread, { type: 'posted', id: id(), actor, pictures: [posted(1)] });
      const upload = { key: `uploads/${thread}`, mediaType: 'x', size: 5 };
      lesson.quietly(thread, { type: 'uploaded', source: 'p1', upload });
      lesson.work(thread);
      const scene = session(thread).scenes[0]?.key ?? '';
      lesson.inBook(thread, { type: 'submitted', id: id(), actor, form: 'A', scene, values: A });
      lesson.inBook(thread, { type: 'submitted', id: id(), actor, form: 'book', values: { title } });
    },
    /** The child has the book made as it stands. */
    make(thread: string, actor: Actor) {
      lesson.pressIn(thread, { type: 'make', request: session(thread).requests + 1 }, actor);
      lesson.work(thread);
    },
    /** A book that waits for the teacher. */
    finish(number: number, title = `책 ${number}`, label?: string) {
      const thread = `t${number}`;
      lesson.begin(thread, child(number), label);
      lesson.describe(thread, child(number), title);
      lesson.make(thread, child(number));
      return thread;
    },
    approve(thread: string) {
      lesson.pressIn(thread, { type: 'approve', request: session(thread).review?.request ?? 0 });
    },
    /** Nobody has told the class. */
    giveBack(thread: string, comment: string) {
      const scene = printName(session(thread).review?.request ?? 0);
      const values = { comment };
      lesson.quietly(thread, { type: 'submitted', id: id(), actor: TEACHER, form: 'return', scene, values });
    },
    /** A book that everybody may see. */
    publish(number: number, title?: string, label?: string) {
      const thread = lesson.finish(number, title, label);
      lesson.approve(thread);
      return thread;
    },
    /** Tells books what holds in the class now. */
    rule() {
      for (const { thread, label } of rulesOwed(open())) {
        lesson.inBook(thread, { type: 'ruled', rules: rulesOf(open().settings), label });
      }
    },
    jobs: (budget = 1000) => {
      const approved = new Map(
        booksToBind(open()).flatMap(({ key, book: of }) => {
          const found = sessions.get(of);
          return found?.state === 'open' && found.approved ? [[key, found.approved.book] as const] : [];
        }),
      );
      return classJobsOwed(open(), { approved, budget });
    },
    /** Takes one message as a chat service that knows keys again. `isHeard`: whether the house learns of it. */
    send(owed: Owed, isHeard = true): ClassOutbound | undefined {
      const from = owed.of === undefined ? undefined : sessions.get(owed.of);
      const message = owed.draw(from?.state === 'open' ? from : undefined);
      if (!message) return undefined;
      const { key } = owed;
      const { ref, isKnown } = put(owed, message);
      const content = 'content' in message && !isKnown ? { content: message.content } : {};
      const sent: ClassHouseEvent = { type: 'sent', key, ref, ...content };
      if (isHeard) hear(sent);
      else unheard.push(sent);
      return message;
    },
    /** Takes every message; what was said anew. */
    deliver() {
      const said: ClassOutbound[] = [];
      const tried = new Set<string>();
      for (;;) {
        const owed = messagesOwed(open()).find(({ key }) => !tried.has(key));
        if (!owed) return said;
        tried.add(owed.key);
        const message = lesson.send(owed);
        if (message) said.push(message);
      }
    },
    owed: () => messagesOwed(open()),
    /** What stands in the channel, or at the desk, of a kind. */
    there: (type: ClassOutbound['type']) => [...service.values()].filter(({ shows }) => shows.type === type),
    summary: (): ClassView => {
      // The last one: word of an earlier one may never have come.
      const found = lesson.there('class-card').at(-1);
      if (found?.shows.type !== 'class-card') throw new Error('there is no summary');
      return found.shows.view;
    },
  };
  return lesson;
}

export type Lesson = ReturnType<typeof createLesson>;

/** A class that is open. */
export function lessonFor(settings: Readonly<Record<string, string>> = {}) {
  const lesson = createLesson();
  lesson.press({ type: 'on' });
  const forms = {
    who: ['title', 'locale', 'starters', 'threads', 'approval'],
    care: ['retention', 'termEnds', 'clearing'],
  };
  for (const [form, names] of Object.entries(forms)) {
    const values = Object.fromEntries(Object.entries(settings).filter(([name]) => names.includes(name)));
    if (Object.keys(values).length > 0) lesson.submit(form as ClassFormId, values);
  }
  return lesson;
}

export const viewIn = (answers: readonly ClassAnswer[]): ClassView => {
  const answer = answers.find(({ type }) => type === 'class-view');
  if (answer?.type !== 'class-view') throw new Error('no view was answered');
  return answer.view;
};

export const textIn = (answers: readonly ClassAnswer[]): string =>
  answers.flatMap((answer) => (answer.type === 'notice' ? [answer.text] : [])).join('\n');
