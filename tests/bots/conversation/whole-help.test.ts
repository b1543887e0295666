// Help while people are at it: keywords and titles to tap, captions in another language, what services were asked.
import { describe, expect, it } from 'vitest';
import { cardOf } from '../../../src/bots/conversation/card.ts';
import { converse } from '../../../src/bots/conversation/converse.ts';
import type { Answer } from '../../../src/bots/conversation/replies.ts';
import type { Job, JobNews } from '../../../src/jobs.ts';
import type { Passage } from '../../../src/story.ts';
import { A, createTalk, described, failedNews, finished, pick, texts } from './talk.ts';

const FAULT = { code: 'unexpected', details: {}, retryable: false } as const;
const BUSY = { code: 'service-busy', details: { service: 'x' }, retryable: true } as const;

type Talk = ReturnType<typeof createTalk>;

/** Pictures that have come and were found to be some, in a book without a title. */
function posted(numbers: readonly number[]): Talk {
  const talk = createTalk();
  talk.start();
  talk.post(numbers);
  for (const number of numbers) talk.upload(number);
  for (const job of talk.jobs()) talk.tell(job);
  return talk;
}

const keywordsNews =
  (action: readonly string[], setting: readonly string[] = []) =>
  (job: Job): JobNews => ({
    ...pick(job),
    kind: 'suggest',
    type: 'done',
    output: { keywords: { setting, action, feeling: [] } },
  });

const captionNews =
  (caption: Passage | undefined, used = { calls: 1, input: 0, output: 0 }) =>
  (job: Job): JobNews => ({
    ...pick(job),
    kind: 'describe',
    type: 'done',
    output: { ...(caption && { caption }), used },
  });

/** What may be tapped in the form that an answer opens. */
function tappable([answer]: readonly Answer[]): Readonly<Record<string, readonly string[]>> {
  if (answer?.type !== 'form') throw new Error('no form');
  return Object.fromEntries(
    answer.form.fields.flatMap((field) => ('suggestions' in field ? [[field.name, field.suggestions]] : [])),
  );
}

describe('keywords', () => {
  it('are asked for once the caption is there, while nothing is typed yet', () => {
    const talk = posted([1, 2]);
    expect(talk.asides()).toEqual([]);
    talk.tell(talk.jobs()[0]);
    expect(talk.asides()).toMatchObject([
      {
        kind: 'suggest',
        input: { locale: 'ko', scene: { caption: { text: '달을 보는 아이' }, fields: {} }, others: [] },
      },
    ]);
    talk.tell(talk.asides()[0], keywordsNews(['달린다'], ['언덕']));
    expect(talk.asides()).toEqual([]);
    expect(tappable(talk.click('1번 그림 이야기하기'))).toMatchObject({ name: [], i_action: ['달린다'], caption: [] });
    expect(tappable(talk.press({ type: 'detail', scene: talk.scene(1).key, part: 'B' }))).toMatchObject({
      setting: ['언덕'],
      action: ['달린다'],
    });
  });

  it('are asked for at once where nobody looks at pictures, and know the scenes before', () => {
    const talk = posted([1, 2]);
    for (const job of talk.jobs()) talk.tell(job, captionNews(undefined));
    expect(talk.asides()).toMatchObject([
      { input: { scene: { fields: {} }, others: [] } },
      { input: { scene: { fields: {} }, others: [{ fields: {} }] } },
    ]);
  });

  it('are asked for again when all that is required is there, or changes, and not for each thing that is added', () => {
    const talk = posted([1]);
    talk.work();
    talk.submit('A', { name: '별이' }, 1);
    expect(talk.asides()).toEqual([]);
    talk.submit('A', A, 1);
    expect(talk.asides()).toMatchObject([{ kind: 'suggest', input: { scene: { fields: A } } }, { kind: 'entitle' }]);
    talk.work();
    talk.submit('B', { setting: '바닷가', feeling: '설렘' }, 1);
    talk.submit('C', { prediction: '잔다' }, 1);
    expect(talk.asides()).toEqual([]);
    talk.submit('A', { caption: '모래성' }, 1);
    expect(talk.asides().map(({ kind }) => kind)).toEqual(['suggest', 'entitle']);
  });

  it('are asked for one question at a time, whatever is typed meanwhile; the last word is asked about afterwards', () => {
    const talk = posted([1, 2]);
    for (const job of talk.jobs()) talk.tell(job);
    const first = talk.asides();
    talk.submit('A', A, 1);
    talk.submit('A', { name: '해님' }, 1);
    talk.submit('A', { name: '달님' }, 1);
    expect(talk.asides()).toEqual(first);
    talk.tell(first[0]);
    expect(talk.asides()).toMatchObject([{ input: { scene: { fields: { name: '달님' } } } }, { id: first[1]?.id }]);
  });

  it('are asked for five times about one picture, and no more, however often people think again; a new picture begins anew', () => {
    const talk = posted([1]);
    talk.work();
    const asked: string[] = [];
    for (const i_action of ['본다', '걷는다', '뛴다', '난다', '웃는다', '잔다', '논다']) {
      talk.submit('A', { ...A, i_action }, 1);
      asked.push(...talk.asides().map(({ kind }) => kind));
      talk.work();
    }
    // The first question came with the picture.
    expect(asked.filter((kind) => kind === 'suggest')).toHaveLength(4);
    expect(asked.filter((kind) => kind === 'entitle')).toHaveLength(5);
    const pictures = [{ source: 'p2', place: '2' }];
    const actor = { id: 'mina', teacher: false };
    talk.hear({ type: 'posted', id: 'new', actor, pictures, into: talk.scene(1).key });
    talk.upload(2);
    talk.work();
    expect(talk.scene(1).suggestions?.times).toBe(1);
  });

  it('stay until better ones come', () => {
    const talk = posted([1]);
    talk.tell(talk.jobs()[0]);
    talk.tell(talk.asides()[0], keywordsNews(['달린다']));
    const open = () => tappable(talk.press({ type: 'detail', scene: talk.scene(1).key, part: 'B' }))['action'];
    talk.submit('A', A, 1);
    expect(open()).toEqual(['달린다']);
    talk.tell(talk.asides()[0], keywordsNews(['웃는다']));
    expect(open()).toEqual(['웃는다']);
  });

  it('leave out what is said, what is too long and what is nothing, and tidy the rest', () => {
    const talk = posted([1]);
    talk.tell(talk.jobs()[0]);
    talk.tell(
      talk.asides()[0],
      keywordsNews([' 웃는다\n', '달을 바라본다', '가'.repeat(41), '', '웃는다'], ['밤, 언덕']),
    );
    talk.submit('A', A, 1);
    talk.submit('B', { setting: '밤' }, 1);
    expect(tappable(talk.press({ type: 'detail', scene: talk.scene(1).key, part: 'B' }))).toMatchObject({
      action: ['웃는다'],
      setting: ['언덕'],
    });
    expect(tappable(talk.press({ type: 'describe', scene: talk.scene(1).key }))['i_action']).toEqual([]);
  });

  it('that do not come trouble nobody: no word, no button, no waiting, and no further try for the same thing', () => {
    const talk = posted([1]);
    talk.tell(talk.jobs()[0]);
    const before = talk.card();
    for (let time = 1; time <= 3; time++) talk.tell(talk.asides()[0], (job) => failedNews(job, BUSY));
    expect(talk.asides()).toEqual([]);
    expect(talk.card()).toEqual(before);
    talk.submit('A', A, 1);
    for (const job of talk.asides()) talk.tell(job, (one) => failedNews(one, FAULT));
    expect(talk.asides()).toEqual([]);
    expect(talk.card()).toMatchObject({ buttons: [{ label: '책 만들기' }, {}, {}, {}, {}] });
    talk.click('책 만들기');
    expect(talk.asides()).toEqual([]);
    talk.work();
    expect(talk.deliver().filter(({ type }) => type === 'book')).toHaveLength(1);
    expect(talk.card().next).toContain('책이 완성됐어요');
    talk.submit('A', { name: '해님' }, 1);
    expect(talk.asides().map(({ kind }) => kind)).toEqual(['suggest', 'entitle']);
  });

  it('never keep a book waiting', () => {
    const talk = described(2);
    expect(talk.asides()).toHaveLength(2);
    expect(talk.card().status).toBeUndefined();
    talk.click('책 만들기');
    for (let jobs = talk.jobs(); jobs.length > 0; jobs = talk.jobs()) for (const job of jobs) talk.tell(job);
    expect(talk.deliver().filter(({ type }) => type === 'book')).toHaveLength(1);
    expect(talk.asides()).toHaveLength(2);
    expect(talk.card()).toMatchObject({ next: expect.stringContaining('책이 완성됐어요') });
    expect(talk.card().status).toBeUndefined();
  });

  it('for a picture that was replaced come from the new one', () => {
    const talk = posted([1]);
    talk.work();
    talk.hear({
      type: 'posted',
      id: 'new',
      actor: { id: 'mina', teacher: false },
      pictures: [{ source: 'p2', place: '2' }],
      into: talk.scene(1).key,
    });
    expect(talk.asides()).toEqual([]);
    talk.upload(2);
    talk.tell(talk.jobs()[0]);
    const castle: Passage = { text: '모래성', locale: 'ko', source: { kind: 'model', engine: 'x' } };
    talk.tell(talk.jobs()[0], captionNews(castle));
    expect(talk.asides()).toMatchObject([{ input: { scene: { caption: { text: '모래성' } } } }]);
  });
});

describe('titles', () => {
  it('are offered once every scene is complete, and only while the book has none', () => {
    const talk = posted([1, 2]);
    talk.work();
    talk.submit('A', A, 1);
    expect(talk.asides().map(({ kind }) => kind)).toEqual(['suggest']);
    talk.submit('A', A, 2);
    expect(talk.asides().map(({ kind }) => kind)).toEqual(['suggest', 'suggest', 'entitle']);
    talk.work();
    expect(tappable(talk.press({ type: 'book' }))).toMatchObject({ title: ['언덕 위의 하루'] });
    talk.submit('book', { title: '내 책' });
    expect(tappable(talk.press({ type: 'book' }))).toMatchObject({ title: [] });
    talk.submit('A', { name: '해님' }, 1);
    expect(talk.asides().map(({ kind }) => kind)).toEqual(['suggest']);
    expect(cardOf(talk.open()).heading).toBe('내 책');
  });

  it('are never put into a book by themselves', () => {
    const talk = posted([1]);
    talk.submit('A', A, 1);
    talk.work();
    talk.click('책 만들기');
    talk.work();
    expect(talk.open().book?.title).toBe('별이의 이야기');
  });
});

describe('what services were asked', () => {
  it('is added up and told on the card, each job once however often its news come', () => {
    const talk = posted([1, 2]);
    const [one, two] = talk.jobs();
    const used = { calls: 1, input: 1200, output: 34 };
    talk.tell(one, captionNews(undefined, used));
    talk.tell(one, captionNews(undefined, used));
    expect(talk.card().about).toContain('AI가 도운 양: 토큰 1,234개');
    talk.tell(two, captionNews(undefined, { calls: 2, input: 1, output: 1 }));
    expect(talk.open().used).toEqual({ calls: 3, input: 1201, output: 35 });
    expect(cardOf(talk.open(), 'en').about).toContain('AI help: 1,236 tokens');
  });

  it('counts what was done for work that nobody wants any more', () => {
    const talk = posted([1]);
    const [job] = talk.jobs();
    talk.press({ type: 'remove', scene: talk.scene(1).key });
    talk.tell(job, captionNews(undefined, { calls: 1, input: 5, output: 5 }));
    expect(talk.open().used).toEqual({ calls: 1, input: 5, output: 5 });
  });

  it('is no word on the card where there is nothing to tell', () => {
    expect(described(1).card().about.join()).not.toContain('토큰');
  });
});

describe('a caption in another language', () => {
  const ENGLISH: Passage = {
    text: 'a child looks at the moon',
    locale: 'en',
    source: { kind: 'model', engine: 'blip' },
    note: { code: 'untranslated', locale: 'en' },
  };
  const english = (): Talk => {
    const talk = posted([1]);
    talk.tell(talk.jobs()[0], captionNews(ENGLISH));
    return talk;
  };

  it('is marked where it is shown, and mended with one tap', () => {
    const talk = english();
    const mark = '영어 설명이에요 – 눌러서 한국어로 고쳐 주세요.';
    expect(talk.card().pictures[0]?.lines).toEqual(expect.arrayContaining([`보이는 것: ${ENGLISH.text}`, mark]));
    expect(talk.card().pictures[0]?.alt).toBe(`1번 그림: (영어) ${ENGLISH.text}`);
    const [answer] = talk.click('설명을 한국어로 고치기');
    expect(answer).toMatchObject({
      form: { id: 'caption', fields: [{ name: 'caption', value: ENGLISH.text, hint: mark, required: false }] },
    });
    expect(talk.press({ type: 'describe', scene: talk.scene(1).key })).toMatchObject([
      { form: { fields: [{}, {}, {}, { name: 'caption', hint: mark }] } },
    ]);
    talk.submit('caption', { caption: '달을 보는 아이' }, 1);
    expect(talk.scene(1).caption).toEqual({ text: '달을 보는 아이', locale: 'ko', source: { kind: 'person' } });
    expect(talk.card().pictures[0]?.lines).not.toContain(mark);
    expect(talk.card().pictures[0]?.buttons.map(({ label }) => label)).not.toContain('설명을 한국어로 고치기');
  });

  it('goes when it is emptied, and does not come back', () => {
    const talk = english();
    const events = [...talk.events];
    talk.submit('caption', { caption: ' ' }, 1);
    for (const event of events) talk.hear(event);
    expect(talk.scene(1).caption).toBeUndefined();
    expect(talk.jobs()).toEqual([]);
  });

  it('stays what it is while nobody touches it, and keeps no book waiting; the card says so before', () => {
    const talk = english();
    talk.submit('A', { ...A, caption: ENGLISH.text }, 1);
    expect(talk.scene(1).caption).toEqual(ENGLISH);
    expect(talk.card().pictures[0]?.alt).toBe('1번 그림: 별이, 달을 바라본다');
    expect(talk.card().next).toBe(
      '준비가 다 됐어요. 이제 책을 만들 수 있어요. 아직 다른 나라 말로 된 그림 설명이 있어요: 1번 그림.',
    );
    talk.click('책 만들기');
    expect(talk.jobs()).toMatchObject([{ input: { manuscript: { scenes: [{ caption: { locale: 'en' } }] } } }]);
    talk.work();
    expect(talk.deliver().filter(({ type }) => type === 'book')).toHaveLength(1);
  });

  it('is kept as it is when it is sent by itself unchanged, and is asked about no more', () => {
    const talk = english();
    talk.submit('A', A, 1);
    talk.submit('caption', { caption: ENGLISH.text }, 1);
    const { note: _, ...kept } = ENGLISH;
    expect(talk.scene(1).caption).toEqual(kept);
    expect(talk.card().pictures[0]?.lines.join()).not.toContain('영어 설명이에요');
    expect(talk.card().pictures[0]?.buttons.map(({ action }) => action.type)).not.toContain('caption');
    expect(talk.card().next).toBe('준비가 다 됐어요. 이제 책을 만들 수 있어요.');
    // It is no alternative text of a Korean book for all that.
    expect(talk.card().pictures[0]?.alt).toBe('1번 그림: 별이, 달을 바라본다');
  });

  it('is a caption like any other in a book of that language', () => {
    const { session } = converse(undefined, {
      type: 'started',
      id: 's',
      actor: { id: 'mina', teacher: false },
      locale: 'en',
      place: { id: 'x', platform: 'test', thread: 't' },
    });
    if (session?.state !== 'open') throw new Error('no session');
    const scene = { ...described(1).scene(1), caption: ENGLISH };
    const card = cardOf({ ...session, scenes: [scene] }, 'ko');
    expect(card.pictures[0]?.lines).toContain(`보이는 것: ${ENGLISH.text}`);
    expect(card.pictures[0]?.buttons.map(({ action }) => action.type)).not.toContain('caption');
  });
});

describe('a page that is told again', () => {
  const said = (job: Job | undefined) =>
    job?.kind === 'write' ? job.input.manuscript.scenes.map(({ told }) => told) : undefined;

  it('knows what the other pages say and what it said itself, and asks for the same as often as it is computed', () => {
    const talk = finished(3);
    const before = [1, 2, 3].map((number) => talk.scene(number).versions[0]?.passage.text);
    talk.press({ type: 'retell', scene: talk.scene(2).key, version: 0 });
    const [job] = talk.jobs();
    expect(job).toMatchObject({ input: { wanted: [1] } });
    expect(said(job)).toEqual(before);
    talk.press({ type: 'status' });
    talk.submit('book', { authors: '하늘' });
    expect(talk.jobs().map(({ id }) => id)).toEqual([job?.id]);
    talk.tell(job);
    expect(talk.scene(2).versions).toHaveLength(2);
    expect([1, 3].map((number) => talk.scene(number).versions.length)).toEqual([1, 1]);
    expect(talk.jobs()).toEqual([]);
  });

  it('is not told of texts that will be told anew themselves, and gets those of authors as theirs', () => {
    const talk = finished(3);
    talk.submit('A', { name: '해님' }, 1);
    talk.submit('text', { text: '아이의 문장.' }, 3);
    talk.press({ type: 'retell', scene: talk.scene(2).key, version: 0 });
    expect(said(talk.jobs()[0])).toEqual([undefined, talk.scene(2).versions[0]?.passage.text, undefined]);
    expect(talk.jobs()).toMatchObject([{ input: { manuscript: { scenes: [{}, {}, { text: '아이의 문장.' }] } } }]);
  });

  it('knows nothing of before where the whole book is told for the first time', () => {
    const talk = described(2);
    talk.click('책 만들기');
    expect(said(talk.jobs()[0])).toEqual([undefined, undefined]);
  });

  it('takes its turn after the others, so that it is told once and keeps to what they say now', () => {
    const talk = finished(2);
    talk.press({ type: 'retell', scene: talk.scene(2).key, version: 0 });
    talk.work();
    talk.submit('book', { level: '고학년' });
    talk.click('다시 만들기');
    const [first, ...others] = talk.jobs();
    expect([first, ...others]).toMatchObject([{ kind: 'write', input: { wanted: [0] } }]);
    talk.tell(first);
    const [second] = talk.jobs();
    expect(second).toMatchObject({ input: { wanted: [1] } });
    expect(said(second)).toEqual([talk.scene(1).versions.at(-1)?.passage.text, undefined]);
    talk.tell(second);
    expect(talk.jobs().map(({ kind }) => kind)).toEqual(['print']);
  });

  it('that cannot be told keeps no other page waiting', () => {
    const talk = finished(2);
    talk.press({ type: 'retell', scene: talk.scene(1).key, version: 0 });
    talk.work();
    talk.press({ type: 'retell', scene: talk.scene(2).key, version: 0 });
    talk.tell(talk.jobs()[0], (job) => failedNews(job, FAULT));
    talk.press({ type: 'retell', scene: talk.scene(1).key, version: 1 });
    expect(talk.jobs()).toMatchObject([{ input: { wanted: [0] } }]);
    talk.tell(talk.jobs()[0]);
    expect(talk.scene(1).versions).toHaveLength(3);
    expect(texts(talk.press({ type: 'cancel' }))[0]).toContain('그만 만들었어요');
  });

  it('has all its earlier texts to choose from, and stays as it is once one was chosen', () => {
    const talk = finished(1);
    talk.press({ type: 'retell', scene: talk.scene(1).key, version: 0 });
    talk.work();
    const [answer] = talk.press({ type: 'versions', scene: talk.scene(1).key });
    const field = answer?.type === 'form' ? answer.form.fields[0] : undefined;
    if (field?.kind !== 'choice') throw new Error('nothing to choose from');
    talk.submit('versions', { version: field.choices[0]?.value ?? '' }, 1);
    expect(talk.scene(1)).toMatchObject({ chosen: 0, locked: true });
    expect(talk.scene(1).versions).toHaveLength(2);
    talk.submit('A', { name: '해님' }, 1);
    talk.click('다시 만들기');
    expect(talk.jobs().map(({ kind }) => kind)).toEqual(['print']);
  });
});
