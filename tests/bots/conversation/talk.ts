// Plays conversations: people's events under fresh ids, work done by hand, messages taken as a chat service takes them.
import type { Action } from '../../../src/bots/conversation/actions.ts';
import { converse } from '../../../src/bots/conversation/converse.ts';
import type { Actor, HouseEvent, TalkEvent } from '../../../src/bots/conversation/events.ts';
import type { FormId } from '../../../src/bots/conversation/forms.ts';
import { jobsOwed } from '../../../src/bots/conversation/jobs-owed.ts';
import { messagesOwed } from '../../../src/bots/conversation/messages-owed.ts';
import { printName } from '../../../src/bots/conversation/print-name.ts';
import type { Answer, Card, Outbound, Reply } from '../../../src/bots/conversation/replies.ts';
import type { OpenSession, Session } from '../../../src/bots/conversation/session.ts';
import { isAside, type Job, type JobFailure, type JobNews } from '../../../src/jobs.ts';
import { type Picture, thumbnailKey } from '../../../src/story.ts';
import { scriptedPages } from '../../contracts/scripted-handlers.ts';

export const MINA: Actor = { id: 'mina', teacher: false };
export const JUNO: Actor = { id: 'juno', teacher: false };
export const TEACHER: Actor = { id: 'teacher', teacher: true };
export const PLACE = { id: 'test:thread', platform: 'test', thread: 'thread' } as const;

export const place = (number: number): string => `${number}`.padStart(8, '0');
export const posted = (number: number) => ({ source: `p${number}`, place: place(number), name: `${number}.png` });

export const pictureFor = (job: Job<'receive'>): Picture => ({
  key: job.input.keep,
  mediaType: 'image/png',
  size: 100,
  width: 40,
  height: 30,
  sha256: '0'.repeat(64),
});

const MODEL = { kind: 'model', engine: 'scripted' } as const;

/** How a job goes well. */
export function doneNews(job: Job): JobNews {
  const { id, book } = job;
  switch (job.kind) {
    case 'receive':
      return {
        id,
        book,
        kind: 'receive',
        type: 'done',
        output: {
          picture: pictureFor(job),
          thumbnail: { key: thumbnailKey(job.input.keep), mediaType: 'image/jpeg', size: 10 },
        },
      };
    case 'describe': {
      const caption = { text: '달을 보는 아이', locale: 'ko', source: MODEL } as const;
      return { id, book, kind: 'describe', type: 'done', output: { caption } };
    }
    case 'suggest': {
      const keywords = { setting: ['언덕'], action: ['달린다'], feeling: ['설렘'] };
      return { id, book, kind: 'suggest', type: 'done', output: { keywords } };
    }
    case 'entitle':
      return { id, book, kind: 'entitle', type: 'done', output: { titles: ['언덕 위의 하루'] } };
    case 'write': {
      const { manuscript, wanted } = job.input;
      const told = wanted.map((index) => {
        const { name = '', i_action = '' } = manuscript.scenes[index]?.fields ?? {};
        return { text: `${name}, ${i_action} (${manuscript.seed})`, locale: manuscript.locale, source: MODEL };
      });
      return { id, book, kind: 'write', type: 'done', output: { told } };
    }
    case 'fold': {
      const pdf = { key: `booklets/${id}`, mediaType: 'application/pdf', size: 9 };
      const paper = job.input.style === 'pages' ? {} : { paper: 'A4', sheets: 2 };
      return { id, book, kind: 'fold', type: 'done', output: { pdf, ...paper } };
    }
    case 'bind': {
      const { title, books } = job.input.anthology;
      const pdf = { key: `anthologies/${id}`, mediaType: 'application/pdf', size: 9 };
      const volumes = [{ title, pdf, pageCount: books.length }];
      const [cover] = scriptedPages(`anthologies/${id}`);
      return { id, book, kind: 'bind', type: 'done', output: { volumes, cover, notes: [] } };
    }
    case 'print': {
      const pdf = { key: `books/${id}`, mediaType: 'application/pdf', size: 9 };
      return { id, book, kind: 'print', type: 'done', output: { pdf, pages: scriptedPages(`books/${id}`), notes: [] } };
    }
  }
}

/** What news of a job begin with. */
export const pick = ({ id, book }: Job) => ({ id, book });

export const failedNews = ({ id, book, kind }: Job, failure: JobFailure): JobNews => ({
  id,
  book,
  kind,
  type: 'failed',
  failure,
});

export const throughJson = <T>(value: T): T => (value === undefined ? value : JSON.parse(JSON.stringify(value)));

export const A = { name: '별이', i_action: '달을 바라본다', classification: '자연탐구' };

export function createTalk() {
  let session: Session | undefined;
  let count = 0;
  let replies: readonly Reply[] = [];
  const events: TalkEvent[] = [];
  /** What stands in the thread, by key. */
  const thread = new Map<string, Outbound>();

  const hear = (event: TalkEvent): readonly Answer[] => {
    events.push(event);
    ({ session, replies } = converse(throughJson(session), event));
    return replies.filter((reply) => reply.to === 'actor');
  };
  const id = (): string => `e${++count}`;
  const open = (): OpenSession => {
    if (session?.state !== 'open') throw new Error('there is no open session');
    return session;
  };
  const scene = (number: number): OpenSession['scenes'][number] => {
    const found = open().scenes[number - 1];
    if (!found) throw new Error(`there is no scene ${number}`);
    return found;
  };
  const press = (action: Action, actor: Actor = MINA) => hear({ type: 'pressed', id: id(), actor, action });
  const talk = {
    hear,
    events,
    thread,
    open,
    scene,
    press,
    get session() {
      return session;
    },
    get replies() {
      return replies;
    },
    start: (title?: string) =>
      hear({ type: 'started', id: id(), actor: MINA, locale: 'ko', place: PLACE, ...(title && { title }) }),
    post: (numbers: readonly number[], actor: Actor = MINA) =>
      hear({ type: 'posted', id: id(), actor, pictures: numbers.map(posted) }),
    upload: (number: number) =>
      hear({ type: 'uploaded', source: `p${number}`, upload: { key: `uploads/u${number}`, mediaType: 'x', size: 5 } }),
    submit: (form: FormId, values: Readonly<Record<string, string>>, number?: number, actor: Actor = MINA) =>
      hear({
        type: 'submitted',
        id: id(),
        actor,
        form,
        values,
        ...(number !== undefined && { scene: scene(number).key }),
      }),
    /** The form that asks how the book that answered that request is to be printed. */
    print: (style: string, request = 1) =>
      hear({
        ...{ type: 'submitted', id: id(), actor: MINA, form: 'print', values: { style } },
        scene: printName(request),
      }),
    /** A teacher sends the form for giving back, opened for the book that answered that request. */
    giveBack: (comment: string, request: number) =>
      hear({
        ...{ type: 'submitted', id: id(), actor: TEACHER, form: 'return', values: { comment } },
        scene: printName(request),
      }),
    /** The card that is there. */
    card: (): Card => {
      const [answer] = press({ type: 'status' }, TEACHER);
      if (answer?.type !== 'card') throw new Error('no card');
      return answer.card;
    },
    /** Presses what the card offers under a label. */
    click: (label: string, actor: Actor = MINA) => {
      const card = talk.card();
      const button = [...card.buttons, ...card.pictures.flatMap(({ buttons }) => buttons)].find(
        (candidate) => candidate.label === label,
      );
      if (!button) throw new Error(`no button ${label}`);
      return press(button.action, actor);
    },
    /** What the book waits for. */
    jobs: () => (session ? jobsOwed(session).filter(({ kind }) => !isAside(kind)) : []),
    /** What helps people on meanwhile. */
    asides: () => (session ? jobsOwed(session).filter(({ kind }) => isAside(kind)) : []),
    /** Tells how a job went: well, unless something else is said. */
    tell: (job: Job | undefined, news: (job: Job) => JobNews = doneNews) => {
      if (!job) throw new Error('that is not owed');
      return hear({ type: 'news', news: news(job) });
    },
    /** Messages that the thread is still to be told. */
    owed: () => messagesOwed(open0(session)),
    /** Does all work, in order. */
    work: (news: (job: Job) => JobNews = doneNews) => {
      const all = () => [...talk.jobs(), ...talk.asides()];
      for (let jobs = all(); jobs.length > 0; jobs = all()) {
        for (const job of jobs) hear({ type: 'news', news: news(job) });
      }
    },
    /** Takes every message, as a chat service that knows keys again. */
    deliver: () => {
      const said: Outbound[] = [];
      for (let owed = messagesOwed(open0(session)); owed[0]; owed = messagesOwed(open0(session))) {
        const [message] = owed;
        said.push(message);
        thread.set(message.key, message);
        const content = message.type === 'card' ? message.content : undefined;
        const ref = message.type === 'card' ? (message.ref ?? message.key) : message.key;
        const sent: HouseEvent = { type: 'sent', key: message.key, ref, ...(content && { content }) };
        hear(sent);
      }
      return said;
    },
  };
  return talk;
}

const open0 = (session: Session | undefined): Session => {
  if (!session) throw new Error('there is no session');
  return session;
};

/** A session with so many pictures, each described, and no book yet. */
export function described(pictures: number, news: (job: Job) => JobNews = doneNews) {
  const talk = createTalk();
  talk.start('달빛 소풍');
  const numbers = Array.from({ length: pictures }, (_, index) => index + 1);
  talk.post(numbers);
  for (const number of numbers) talk.upload(number);
  talk.work(news);
  for (const number of numbers) talk.submit('A', { ...A, i_action: `달을 ${number}번 본다` }, number);
  return talk;
}

/** A session whose book lies in the thread. */
export function finished(pictures: number) {
  const talk = described(pictures);
  talk.click('책 만들기');
  talk.work();
  talk.deliver();
  return talk;
}

export const texts = (answers: readonly Answer[]): readonly string[] =>
  answers.flatMap((answer) => ('text' in answer ? [answer.text] : []));
