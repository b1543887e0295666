import { describe, expect, it } from 'vitest';
import { digestOf } from '../../../src/bots/conversation/digest.ts';
import type { Actor } from '../../../src/bots/conversation/events.ts';
import { jobsOwed } from '../../../src/bots/conversation/jobs-owed.ts';
import { keptFor } from '../../../src/bots/conversation/pictures.ts';
import { printName } from '../../../src/bots/conversation/print-name.ts';
import type { RoomRules } from '../../../src/bots/conversation/room.ts';
import type { JobFailure } from '../../../src/jobs.ts';
import { A, createTalk, doneNews, failedNews, JUNO, MINA, PLACE, TEACHER } from './talk.ts';

const RULES: RoomRules = {
  revision: 3,
  approval: true,
  work: { engines: 'own', moderation: true },
  roomy: true,
  notice: '글 도움: 우리 반 이야기 기계',
  keep: { days: 30 },
};

function inClass(rules: Partial<RoomRules> = {}) {
  const talk = createTalk();
  const room = {
    classroom: 'class:test:c',
    label: '7번',
    rules: { ...RULES, ...rules },
    level: '유아',
    format: 'a5',
  } as const;
  talk.hear({ type: 'started', id: 'start', actor: MINA, locale: 'ko', place: { ...PLACE, room } });
  return talk;
}
type Talk = ReturnType<typeof inClass>;

function described(talk: Talk, pictures: readonly number[] = [1, 2]): Talk {
  talk.post(pictures);
  for (const one of pictures) talk.upload(one);
  talk.work();
  for (const one of pictures) talk.submit('A', A, one);
  return talk;
}

function printed(talk: Talk): Talk {
  talk.press({ type: 'make', request: talk.open().requests + 1 });
  talk.work();
  return talk;
}

const books = (talk: Talk) => talk.deliver().filter(({ type }) => type === 'book');
const said = (answers: readonly { readonly type: string; readonly text?: string }[]): string =>
  answers.map((answer) => ('text' in answer ? answer.text : '')).join('\n');

describe('a book in a class', () => {
  it('begins with what the class has set, and does all its work by the rules of the class', () => {
    const talk = described(inClass());
    expect(talk.open()).toMatchObject({ level: '유아', format: 'a5', room: { label: '7번', state: 'open' } });
    talk.press({ type: 'make', request: 1 });
    const kinds = new Set<string>();
    for (let jobs = jobsOwed(talk.open()); jobs.length > 0; jobs = jobsOwed(talk.open())) {
      for (const job of jobs) {
        kinds.add(job.kind);
        if (job.kind !== 'receive') expect(job.input).toMatchObject({ rules: { engines: 'own', moderation: true } });
        talk.tell(job);
      }
    }
    expect([...kinds]).toEqual(expect.arrayContaining(['suggest', 'entitle', 'write', 'print']));
  });

  it('is by whoever the class knows by its label, where nobody is named, and is printed as the class has it', () => {
    const talk = described(inClass());
    talk.press({ type: 'make', request: 1 });
    talk.tell(talk.jobs()[0]);
    const [print] = talk.jobs();
    expect(print?.input).toMatchObject({
      book: { authors: ['7번'], roomy: true, notice: '글 도움: 우리 반 이야기 기계' },
    });
  });

  it('is not handed over before a teacher has said yes', () => {
    const talk = printed(described(inClass()));
    expect(books(talk)).toEqual([]);
    expect(talk.card().next).toBe('선생님이 책을 보고 계세요. 조금만 기다려 주세요.');
    expect(said(talk.press({ type: 'approve', request: 1 }, MINA))).toBe('이것은 선생님만 할 수 있어요.');
    expect(books(talk)).toEqual([]);
    talk.press({ type: 'approve', request: 1 }, TEACHER);
    expect(books(talk)).toHaveLength(1);
    expect(talk.open()).toMatchObject({
      review: { state: 'approved', by: 'teacher' },
      approved: { printed: { request: 1 }, book: { authors: ['7번'] } },
    });
    expect(talk.open().proof).toBeUndefined();
  });

  it('tells its class of all this', () => {
    const talk = described(inClass());
    expect(digestOf(talk.open())).toMatchObject({ owner: 'mina', pictures: 2, complete: 2, step: 'make', revision: 3 });
    printed(talk);
    expect(digestOf(talk.open())).toMatchObject({ step: 'review', review: { state: 'waiting', request: 1 } });
    expect(digestOf(talk.open())?.approved).toBeUndefined();
    talk.press({ type: 'approve', request: 1 }, TEACHER);
    expect(digestOf(talk.open())).toMatchObject({ approved: { request: 1, authors: ['7번'] } });
  });

  it('comes back with a word, stays as it was, and is looked at again once it is made anew', () => {
    const talk = printed(described(inClass()));
    expect(talk.press({ type: 'return', request: 1 }, TEACHER)).toMatchObject([
      { type: 'form', form: { id: 'return', scene: printName(1) } },
    ]);
    talk.giveBack(' 2쪽을 한 번 더\n읽어 볼까요? ', 1);
    expect(books(talk)).toEqual([]);
    expect(talk.card()).toMatchObject({
      status: '선생님 말씀: 2쪽을 한 번 더\n읽어 볼까요?',
      next: '선생님이 한 번 더 고쳐 보자고 하셨어요. 고친 다음 “다시 만들기”를 눌러 주세요.',
    });
    expect(digestOf(talk.open())).toMatchObject({ step: 'returned', review: { state: 'returned' } });
    talk.submit('text', { text: '달이 웃었어요.' }, 2);
    printed(talk);
    expect(digestOf(talk.open())).toMatchObject({ review: { state: 'waiting', request: 2 } });
    talk.press({ type: 'approve', request: 2 }, TEACHER);
    expect(books(talk)).toHaveLength(1);
  });

  it('takes a sentence of the teacher as the teacher’s', () => {
    const talk = printed(described(inClass()));
    talk.submit('text', { text: '달님이 환하게 웃었어요.' }, 1, TEACHER);
    printed(talk);
    talk.press({ type: 'approve', request: 2 }, TEACHER);
    const page = talk.open().approved?.book.pages[0];
    expect(page?.told.source).toEqual({ kind: 'person', role: 'teacher' });
  });

  it.each([
    ['the teacher mended', TEACHER],
    ['the child changed', MINA],
  ])('is never approved without what %s since it was printed: it is made anew and waits again', (_, actor) => {
    const talk = printed(described(inClass()));
    talk.submit('text', { text: '달님이 환하게 웃었어요.' }, 1, actor);
    expect(said(talk.press({ type: 'approve', request: 1 }, TEACHER))).toBe(
      '고친 것이 아직 책에 없어요. 새로 만들어 다시 보여 드릴게요.',
    );
    expect(talk.open()).toMatchObject({ requests: 2, making: true, review: { state: 'waiting' } });
    // Pressed once more meanwhile, it asks for no other.
    talk.press({ type: 'approve', request: 1 }, TEACHER);
    expect(talk.open()).toMatchObject({ requests: 2, making: true });
    expect(books(talk)).toEqual([]);
    talk.work();
    expect(talk.open()).toMatchObject({ book: { request: 2 }, review: { state: 'waiting', request: 2 } });
    talk.press({ type: 'approve', request: 2 }, TEACHER);
    expect(books(talk)).toHaveLength(1);
    expect(talk.open().approved?.book.pages[0]?.told.text).toBe('달님이 환하게 웃었어요.');
  });

  it('is not approved while something is missing in it', () => {
    const talk = printed(described(inClass()));
    talk.submit('A', { ...A, i_action: '' }, 1);
    talk.post([3]);
    expect(said(talk.press({ type: 'approve', request: 1 }, TEACHER))).toBe(
      '아이가 고치고 있어요. 다 고친 다음 다시 살펴봐 주세요.',
    );
    expect(talk.open()).toMatchObject({ making: false, requests: 1, review: { state: 'waiting' } });
    expect(books(talk)).toEqual([]);
  });

  it('says to a second teacher that somebody has decided', () => {
    const talk = printed(described(inClass()));
    talk.giveBack('한 번 더', 1);
    const decided = '이 책은 벌써 결정했어요.';
    expect(said(talk.press({ type: 'approve', request: 1 }, TEACHER))).toBe(decided);
    expect(said(talk.giveBack('나도', 1))).toBe(decided);
    expect(talk.open().review).toMatchObject({ state: 'returned', comment: '한 번 더' });
    printed(talk);
    expect(said(talk.press({ type: 'return', request: 1 }, TEACHER))).not.toBe(decided);
  });

  it('is given back only as it was looked at: a form that was opened for the print before it gives back nothing', () => {
    const talk = printed(described(inClass()));
    talk.press({ type: 'return', request: 1 }, TEACHER);
    talk.submit('text', { text: '새 글이에요.' }, 1);
    printed(talk);
    const answers = talk.giveBack('처음 것을 보고 쓴 말', 1);
    expect(answers).toEqual(talk.press({ type: 'return', request: 1 }, TEACHER));
    expect(talk.open().review).toMatchObject({ state: 'waiting', request: 2 });
    expect(talk.open().review).not.toHaveProperty('comment');
    talk.giveBack('한 번 더', 2);
    expect(talk.open().review).toMatchObject({ state: 'returned', comment: '한 번 더' });
  });

  it('knows a yes that is too late, comes twice, or is about another print', () => {
    const talk = printed(described(inClass()));
    talk.submit('text', { text: '새 글이에요.' }, 1);
    printed(talk);
    talk.press({ type: 'approve', request: 1 }, TEACHER);
    expect(talk.open().review?.state).toBe('waiting');
    talk.press({ type: 'approve', request: 2 }, TEACHER);
    expect(books(talk)).toHaveLength(1);
    talk.press({ type: 'approve', request: 2 }, TEACHER);
    talk.press({ type: 'return', request: 2 }, TEACHER);
    talk.giveBack('늦었어요', 2);
    expect(talk.open().review?.state).toBe('approved');
    expect(books(talk)).toEqual([]);
  });

  it('asked for again as it was approved, needs no second yes', () => {
    const talk = printed(described(inClass()));
    talk.press({ type: 'approve', request: 1 }, TEACHER);
    books(talk);
    printed(talk);
    expect(books(talk)).toHaveLength(1);
  });

  it('keeps the pictures of the approved edition until there is another', () => {
    const talk = printed(described(inClass()));
    talk.press({ type: 'approve', request: 1 }, TEACHER);
    const first = talk.open().scenes[0]?.picture?.key ?? '';
    talk.hear({
      type: 'posted',
      id: 'other',
      actor: MINA,
      pictures: [{ source: 'p9', place: '9' }],
      into: talk.scene(1).key,
    });
    talk.upload(9);
    talk.work();
    expect(talk.open().doomed).not.toContain(first);
    expect(keptFor(talk.open())).toContain(first);
    printed(talk);
    talk.press({ type: 'approve', request: 2 }, TEACHER);
    expect(talk.open().doomed).toContain(first);
  });

  it('where nobody has to say yes, is handed over at once and may be seen by the class', () => {
    const talk = printed(described(inClass({ approval: false })));
    expect(books(talk)).toHaveLength(1);
    expect(digestOf(talk.open())).toMatchObject({ approved: { request: 1 } });
  });

  it('goes on waiting when the class stops asking for a yes, and goes out with one, or made again without', () => {
    for (const isRemade of [false, true]) {
      const talk = printed(described(inClass()));
      talk.hear({ type: 'ruled', rules: { ...RULES, revision: 2, approval: true }, label: '7번' });
      talk.hear({ type: 'ruled', rules: { ...RULES, revision: 4, approval: false }, label: '7번' });
      expect(books(talk)).toEqual([]);
      expect(talk.open().approved).toBeUndefined();
      if (isRemade) {
        talk.submit('book', { title: '새 제목' });
        talk.press({ type: 'make', request: 2 });
        talk.work();
      } else talk.press({ type: 'approve', request: 1 }, TEACHER);
      expect(books(talk)).toHaveLength(1);
      expect(talk.open().approved).toBeDefined();
      expect(talk.open().review?.state).toBe('approved');
    }
  });

  it('given back, stays with the child when the class stops asking for a yes, and is handed over once it is made again', () => {
    const talk = printed(described(inClass()));
    talk.press({ type: 'return', request: 1 }, TEACHER);
    talk.giveBack('2쪽을 한 번 더', 1);
    talk.hear({ type: 'ruled', rules: { ...RULES, revision: 4, approval: false }, label: '7번' });
    expect(books(talk)).toEqual([]);
    expect(talk.card()).toMatchObject({
      status: '선생님 말씀: 2쪽을 한 번 더',
      next: '선생님이 한 번 더 고쳐 보자고 하셨어요. 고친 다음 “다시 만들기”를 눌러 주세요.',
    });
    expect(digestOf(talk.open())).toMatchObject({ step: 'returned', review: { state: 'returned' } });
    // Made again just as it was: the child has seen what the teacher said.
    printed(talk);
    expect(books(talk)).toHaveLength(1);
    expect(digestOf(talk.open())).toMatchObject({ step: 'done', approved: { request: 2 } });
    expect(talk.card().status).toBeUndefined();
  });

  it('given back when an earlier one was approved, keeps that one for the class where no yes is asked for any more', () => {
    const talk = printed(described(inClass()));
    talk.press({ type: 'approve', request: 1 }, TEACHER);
    books(talk);
    talk.submit('text', { text: '달이 웃었어요.' }, 2);
    printed(talk);
    talk.giveBack('조금 더', 2);
    talk.hear({ type: 'ruled', rules: { ...RULES, revision: 4, approval: false }, label: '7번' });
    expect(books(talk)).toEqual([]);
    expect(digestOf(talk.open())).toMatchObject({ step: 'returned', approved: { request: 1 } });
    talk.submit('text', { text: '달이 활짝 웃었어요.' }, 2);
    printed(talk);
    expect(books(talk)).toHaveLength(1);
    expect(digestOf(talk.open())).toMatchObject({ approved: { request: 3 } });
  });

  it('stays handed over when the class begins to ask for a yes, and waits for one where it was not', () => {
    const asking = { type: 'ruled', rules: { ...RULES, revision: 4 }, label: '7번' } as const;
    const there = printed(described(inClass({ approval: false })));
    expect(books(there)).toHaveLength(1);
    there.hear(asking);
    expect(digestOf(there.open())).toMatchObject({ step: 'done', approved: { request: 1 } });

    const late = printed(described(inClass({ approval: false })));
    late.hear(asking);
    expect(books(late)).toEqual([]);
    expect(digestOf(late.open())).toMatchObject({ step: 'review', review: { state: 'waiting' } });
    expect(digestOf(late.open())?.approved).toBeUndefined();
    late.press({ type: 'approve', request: 1 }, TEACHER);
    expect(books(late)).toHaveLength(1);
  });

  it('rests when a teacher pauses or closes it: only teachers change it, everybody may look', () => {
    const talk = described(inClass());
    expect(said(talk.press({ type: 'pause' }, JUNO))).toBe('이것은 선생님만 할 수 있어요.');
    talk.press({ type: 'pause' }, TEACHER);
    expect(said(talk.press({ type: 'make', request: 1 }))).toMatch(/잠깐 쉬어/);
    expect(said(talk.post([5]))).toMatch(/잠깐 쉬어/);
    expect(talk.open().scenes).toHaveLength(2);
    expect(talk.press({ type: 'status' })).toMatchObject([{ type: 'card' }]);
    talk.submit('A', { ...A, name: '달이' }, 1, TEACHER);
    expect(talk.scene(1).fields.name).toBe('달이');
    talk.press({ type: 'close' }, TEACHER);
    expect(said(talk.press({ type: 'make', request: 1 }))).toMatch(/마쳤어요/);
    // Whoever made it may have it deleted all the same.
    expect(talk.press({ type: 'delete' })).toMatchObject([{ type: 'form', form: { id: 'delete' } }]);
    talk.press({ type: 'reopen' }, TEACHER);
    talk.press({ type: 'make', request: 1 });
    expect(talk.open().making).toBe(true);
  });

  it('is handed to somebody else, who is told so and goes on with it', () => {
    const talk = described(inClass());
    expect(talk.press({ type: 'hand' }, TEACHER)).toMatchObject([
      { form: { id: 'hand', fields: [{ kind: 'person' }] } },
    ]);
    talk.submit('hand', { owner: 'juno' }, undefined, TEACHER);
    expect(talk.deliver()).toMatchObject([{ type: 'welcome', mention: 'juno' }, { type: 'card' }]);
    expect(said(talk.press({ type: 'make', request: 1 }, MINA))).toMatch(/다른 친구/);
    talk.press({ type: 'make', request: 1 }, JUNO);
    expect(talk.open().making).toBe(true);
    expect(talk.deliver().some(({ type }) => type === 'welcome')).toBe(false);
  });

  it.each([
    { clearing: true, withdrawn: 1 },
    { clearing: false, withdrawn: 0 },
  ])('grown old, loses everything, and its messages where they are to go ($clearing)', ({ clearing, withdrawn }) => {
    const talk = printed(described(inClass({ approval: false })));
    expect(books(talk)).toHaveLength(1);
    const kept = keptFor(talk.open());
    talk.hear({ type: 'expired', clearing });
    expect(talk.session).toMatchObject({ state: 'deleted', classroom: 'class:test:c' });
    expect(talk.session?.doomed).toEqual(expect.arrayContaining([...kept]));
    expect(talk.owed().filter(({ type }) => type === 'withdraw')).toHaveLength(withdrawn);
  });
});

describe('a teacher’s acts outside of classes', () => {
  it('are told to belong to classes', () => {
    const talk = printed(described(createTalkOutside()));
    const teacher: Actor = TEACHER;
    for (const type of ['pause', 'close', 'reopen', 'hand'] as const) {
      expect(said(talk.press({ type }, teacher))).toBe('이 책은 반에서 만드는 책이 아니에요.');
    }
    expect(books(talk)).toHaveLength(1);
    expect(digestOf(talk.open())).toBeUndefined();
  });
});

function createTalkOutside(): Talk {
  const talk = createTalk();
  talk.start();
  return talk;
}

describe('a file for a printer', () => {
  const BROKEN: JobFailure = { code: 'unexpected', details: {}, retryable: false };
  const order = (talk: Talk, style: string) => talk.print(style);
  const asked = (style = 'booklet'): Talk => {
    const talk = printed(described(createTalkOutside()));
    talk.deliver();
    expect(talk.press({ type: 'booklet', request: 1 })).toMatchObject([
      { type: 'form', form: { id: 'print', fields: [{ name: 'style', value: 'booklet' }] } },
    ]);
    order(talk, style);
    return talk;
  };

  it('is made of the book that was handed over, comes once, and goes when everything goes', () => {
    const talk = asked();
    expect(said(talk.press({ type: 'booklet', request: 1 }))).toMatch(/만들고 있어요/);
    order(talk, 'pages');
    expect(talk.jobs()).toMatchObject([{ kind: 'fold', input: { pdf: talk.open().book?.pdf, style: 'booklet' } }]);
    talk.work();
    expect(talk.deliver()).toMatchObject([{ type: 'file', text: expect.stringContaining('A4 종이 2장') }]);
    expect(said(order(talk, 'booklet'))).toMatch(/벌써 만들어/);
    expect(talk.jobs()).toEqual([]);
    expect(talk.open().posted).toHaveLength(2);
    expect(keptFor(talk.open()).some((key) => key.startsWith('booklets/'))).toBe(true);
  });

  it('is made in each way that is asked for, with what to do with it', () => {
    const talk = asked('cover-apart');
    talk.work();
    expect(talk.deliver()).toMatchObject([
      { fileName: expect.stringMatching(/표지 따로\.pdf$/), text: expect.stringContaining('나머지 1장은') },
    ]);
    order(talk, 'pages');
    talk.work();
    expect(talk.deliver()).toMatchObject([
      { fileName: expect.stringMatching(/인쇄소용\.pdf$/), text: expect.stringContaining('재단선') },
    ]);
    expect(order(talk, 'gold')).toMatchObject([{ type: 'problems', problems: [{ field: 'style' }] }]);
  });

  it('is asked for again under another name, so that it comes again after another', () => {
    const talk = asked('booklet');
    const came = (): readonly string[] => {
      talk.work();
      return talk.deliver().flatMap((message) => (message.type === 'file' ? [message.key] : []));
    };
    const keys = [...came()];
    for (const style of ['pages', 'booklet']) {
      order(talk, style);
      keys.push(...came());
    }
    expect(new Set(keys).size).toBe(3);
  });

  it('of an earlier print keeps none of the book waiting that took its place', () => {
    const talk = asked('booklet');
    talk.submit('book', { title: '새 제목' });
    talk.press({ type: 'make', request: 2 });
    const jobs = talk.jobs().filter(({ kind }) => kind !== 'fold');
    for (const job of jobs) talk.tell(job, doneNews);
    while (talk.jobs().some(({ kind }) => kind !== 'fold'))
      for (const job of talk.jobs().filter(({ kind }) => kind !== 'fold')) talk.tell(job, doneNews);
    talk.deliver();
    expect(said(talk.print('booklet', 1))).not.toMatch(/만들고 있어요/);
    talk.print('booklet', 2);
    expect(talk.jobs()).toMatchObject([{ kind: 'fold', input: { pdf: talk.open().book?.pdf } }]);
  });

  it('that is on its way while everything is deleted goes, too', () => {
    const talk = asked('booklet');
    talk.work();
    const { key } = talk.owed().find(({ type }) => type === 'file') ?? { key: '' };
    talk.submit('delete', {});
    talk.hear({ type: 'sent', key, ref: 'late' });
    expect(talk.session?.state === 'deleted' && talk.session.posted).toContain('late');
  });

  it('that cannot be made says so, stops no book, and may be asked for again', () => {
    const talk = asked();
    talk.tell(talk.jobs()[0], (job) => failedNews(job, BROKEN));
    expect(talk.card().status).toMatch(/^인쇄용 파일을 만들지 못했어요/);
    expect(talk.jobs()).toEqual([]);
    order(talk, 'booklet');
    talk.tell(talk.jobs()[0], doneNews);
    expect(talk.deliver()).toMatchObject([{ type: 'file' }]);
  });

  it('of a book that is not handed over is an old button', () => {
    const talk = printed(described(inClass()));
    talk.press({ type: 'booklet', request: 1 });
    order(talk, 'booklet');
    expect(talk.jobs()).toEqual([]);
  });
});
