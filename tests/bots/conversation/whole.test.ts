// Whole conversations, as a child and a teacher would have them, in Korean.
import { describe, expect, it } from 'vitest';
import { cardText } from '../../../src/bots/conversation/card.ts';
import { A, createTalk, described, doneNews, failedNews, finished, JUNO, MINA, TEACHER, texts } from './talk.ts';

const BROKEN = { code: 'picture-damaged', details: { format: 'PNG' }, retryable: false } as const;
const BUSY = { code: 'store-unusable', details: { path: 'x', reason: 'busy' }, retryable: true } as const;
const TOO_BIG = { code: 'book-too-big', details: { size: 20e6, limit: 10e6 }, retryable: false } as const;

describe('making a book', () => {
  it('leads from the first picture to the book, one step at a time', () => {
    const talk = createTalk();
    talk.start('달빛 소풍');
    expect(talk.card()).toMatchObject({
      heading: '달빛 소풍',
      next: expect.stringContaining('그림을 이야기 순서대로'),
    });

    talk.post([1, 2]);
    expect(talk.card().pictures.map(({ state }) => state)).toEqual(['coming', 'coming']);
    talk.upload(1);
    talk.upload(2);
    talk.work();
    expect(talk.card().pictures.map(({ state }) => state)).toEqual(['ready', 'ready']);
    expect(talk.card().pictures[0]?.lines).toContain('보이는 것: 달을 보는 아이');
    expect(talk.card().next).toBe('1번 그림의 이야기를 들려주세요. (이름, 행동, 이야기 분류)');

    const [form] = talk.click('1번 그림 이야기하기');
    expect(form).toMatchObject({ type: 'form', form: { id: 'A', title: '1번 그림 이야기' } });
    const [saved] = talk.submit('A', A, 1);
    expect(saved).toMatchObject({ type: 'saved', next: { id: 'A', title: '2번 그림 이야기' } });
    expect(texts(talk.submit('A', { ...A, name: '달이' }, 2))).toEqual([
      '저장했어요. 모든 그림의 이야기를 다 적었어요!',
    ]);

    expect(talk.card().buttons[0]?.label).toBe('책 만들기');
    talk.click('책 만들기');
    expect(talk.card()).toMatchObject({
      status: '이야기를 쓰고 있어요.',
      next: expect.stringContaining('만들고 있어요'),
    });
    talk.work();
    const books = talk.deliver().filter(({ type }) => type === 'book');
    expect(books).toHaveLength(1);
    expect(books[0]).toMatchObject({
      book: { title: '달빛 소풍', fileName: '달빛 소풍.pdf', mention: 'mina', text: expect.stringContaining('완성') },
    });
    expect(talk.card().next).toContain('책이 완성됐어요');
  });

  it('reads as one text for those who do not see the card', () => {
    expect(cardText(described(2).card(), 'ko')).toMatchInlineSnapshot(`
      "달빛 소풍
      저학년(1–2학년) · 정사각형(210×210mm)
      그림 2장 · 다 적은 그림 2장

      1번 그림
      보이는 것: 달을 보는 아이
      별이 · 달을 1번 본다 · 자연탐구

      2번 그림
      보이는 것: 달을 보는 아이
      별이 · 달을 2번 본다 · 자연탐구

      준비가 다 됐어요. 이제 책을 만들 수 있어요."
    `);
  });

  it('makes one book for two quick clicks, and another one for another request', () => {
    const talk = described(1);
    talk.press({ type: 'make', request: 1 });
    expect(texts(talk.press({ type: 'make', request: 1 }))).toEqual(['책을 만들고 있어요. 조금만 기다려 주세요.']);
    talk.work();
    talk.deliver();
    expect(texts(talk.press({ type: 'make', request: 1 }))[0]).toContain('지나간 버튼');
    expect(talk.jobs()).toEqual([]);
    talk.click('책 다시 받기');
    talk.work();
    expect(talk.deliver().filter(({ type }) => type === 'book')).toHaveLength(1);
    expect([...talk.thread.values()].filter(({ type }) => type === 'book')).toHaveLength(2);
  });

  it('does not begin before everything needed is said, and says what is missing', () => {
    const talk = createTalk();
    talk.start();
    talk.post([1]);
    expect(texts(talk.press({ type: 'make', request: 1 }))).toEqual([
      '아직 책을 만들 수 없어요. 1번 그림의 이야기를 들려주세요. (이름, 행동, 이야기 분류)',
    ]);
    expect(talk.open().making).toBe(false);
  });

  it('takes a change in the middle of the making into the book', () => {
    const talk = described(2);
    talk.click('책 만들기');
    const [job] = talk.jobs();
    talk.submit('A', { name: '해님' }, 1);
    if (job) talk.hear({ type: 'news', news: doneNews(job) });
    talk.work();
    expect(talk.scene(1).versions.map(({ passage }) => passage.text)).toEqual([
      expect.stringContaining('해님, 달을 1번 본다'),
    ]);
    expect(talk.deliver().filter(({ type }) => type === 'book')).toHaveLength(1);
  });

  it('goes on by itself when a picture comes in the middle of the making and is described', () => {
    const talk = described(1);
    talk.click('책 만들기');
    talk.post([2]);
    talk.upload(2);
    talk.work();
    expect(talk.card()).toMatchObject({ status: '빠진 것을 채우면 바로 이어서 만들게요.' });
    talk.submit('A', A, 2);
    talk.work();
    expect(talk.open().book).toMatchObject({ pages: 2, request: 1 });
  });

  it('stops when asked to, and loses nothing', () => {
    const talk = described(1);
    talk.click('책 만들기');
    expect(texts(talk.click('그만 만들기'))).toEqual(['그만 만들었어요. 그림과 글은 모두 그대로 있어요.']);
    expect(talk.jobs()).toEqual([]);
    expect(texts(talk.press({ type: 'cancel' }))[0]).toContain('지금 만들고 있는 책이 없어요');
    expect(talk.card().buttons[0]?.label).toBe('책 만들기');
  });

  it('shows how far the writing is on the card that is there', () => {
    const talk = described(2);
    talk.deliver();
    talk.click('책 만들기');
    const [job] = talk.jobs();
    if (!job) throw new Error('nothing is owed');
    const { id, book } = job;
    const before = talk.session;
    talk.hear({ type: 'news', news: { id, book, kind: 'write', type: 'progress', done: 1, total: 2 } });
    expect(talk.session).toEqual(before);
    expect(talk.replies).toMatchObject([
      {
        type: 'card',
        passing: true,
        card: { status: '이야기를 쓰고 있어요. (2쪽 가운데 1쪽)', progress: { done: 1, total: 2 } },
      },
    ]);
  });
});

describe('work that fails', () => {
  it('is tried three times where that may help, and then people are asked', () => {
    const talk = described(1);
    talk.click('책 만들기');
    for (let time = 1; time <= 3; time++) {
      const [job] = talk.jobs();
      if (!job) throw new Error(`nothing is owed the ${time}. time`);
      talk.hear({ type: 'news', news: failedNews(job, BUSY) });
    }
    expect(talk.jobs()).toEqual([]);
    expect(talk.card()).toMatchObject({ status: expect.stringContaining('다른 프로그램이 오래 쓰고 있어요') });
    talk.click('다시 해 보기');
    talk.work();
    expect(talk.deliver().some(({ type }) => type === 'book')).toBe(true);
  });

  it('is not tried again where that cannot help; what people change is', () => {
    const talk = described(2);
    talk.click('책 만들기');
    const [write] = talk.jobs();
    if (write) talk.hear({ type: 'news', news: doneNews(write) });
    const [print] = talk.jobs();
    if (print) talk.hear({ type: 'news', news: failedNews(print, TOO_BIG) });
    expect(talk.card()).toMatchObject({
      status: expect.stringContaining('그림 수를 줄여 주세요'),
      buttons: [{ label: '다시 해 보기' }, {}, {}, {}, {}, {}, {}],
    });
    talk.press({ type: 'remove', scene: talk.scene(2).key });
    talk.work();
    expect(talk.open().book).toMatchObject({ pages: 1 });
  });

  it('leaves the description to people when the captioner fails', () => {
    const talk = createTalk();
    talk.start();
    talk.post([1]);
    talk.upload(1);
    const [receive] = talk.jobs();
    if (receive) talk.hear({ type: 'news', news: doneNews(receive) });
    const [describing] = talk.jobs();
    if (describing)
      talk.hear({ type: 'news', news: failedNews(describing, { ...BROKEN, code: 'unexpected', details: {} }) });
    expect(talk.jobs()).toEqual([]);
    talk.submit('A', { ...A, caption: '언덕 위의 아이' }, 1);
    expect(talk.scene(1).caption).toMatchObject({ text: '언덕 위의 아이', source: { kind: 'person' } });
  });

  it('says why a book cannot be handed over, and offers to make it again', () => {
    const talk = described(1);
    talk.click('책 만들기');
    talk.work();
    const book = talk.replies.find((reply) => reply.to === 'thread' && reply.type === 'book');
    if (book?.to !== 'thread') throw new Error('no book is owed');
    const failure = { code: 'blob-missing', details: { key: 'books/x' }, retryable: false } as const;
    talk.hear({ type: 'undeliverable', key: book.key, failure });
    expect(talk.card()).toMatchObject({ status: expect.stringContaining('없어졌어요') });
    talk.click('다시 만들기');
    talk.work();
    expect(talk.deliver().filter(({ type }) => type === 'book')).toHaveLength(1);
    expect(talk.card().status).toBeUndefined();
  });
});

describe('pictures', () => {
  it('lie in the order in which they were posted, whatever the order in which they are told of', () => {
    const talk = createTalk();
    talk.start();
    talk.post([3]);
    talk.post([1]);
    talk.post([2, 1, 3]);
    expect(talk.open().scenes.map(({ incoming }) => incoming?.source)).toEqual(['p1', 'p2', 'p3']);
  });

  it('are ten at most; the eleventh is refused by name and the others stay', () => {
    const talk = createTalk();
    talk.start();
    talk.post([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
    expect(talk.open().scenes).toHaveLength(10);
    const told = talk.deliver().filter(({ type }) => type === 'notice');
    expect(told).toMatchObject([{ text: expect.stringContaining('11.png – 그림은 10장까지') }]);
    talk.post([11]);
    expect(talk.deliver()).toEqual([]);
    expect(texts(talk.press({ type: 'add' }))[0]).toContain('하나를 빼면');
  });

  it('that are broken go alone, with the reason', () => {
    const talk = createTalk();
    talk.start();
    talk.post([1, 2, 3]);
    for (const number of [1, 2, 3]) talk.upload(number);
    const broken = talk.jobs()[1];
    if (broken) talk.hear({ type: 'news', news: failedNews(broken, BROKEN) });
    talk.work();
    expect(talk.open().scenes.map(({ source }) => source)).toEqual(['p1', 'p3']);
    expect(talk.deliver()).toMatchObject([
      { type: 'notice', text: expect.stringMatching(/2\.png – PNG.*망가졌/) },
      { type: 'card' },
    ]);
    expect(talk.open().doomed).toContain('uploads/u2');
  });

  it('that are broken leave behind what was already said about them', () => {
    const talk = createTalk();
    talk.start();
    talk.post([1]);
    talk.upload(1);
    talk.submit('A', A, 1);
    const [job] = talk.jobs();
    if (job) talk.hear({ type: 'news', news: failedNews(job, BROKEN) });
    expect(talk.scene(1).fields).toEqual(A);
    expect(talk.card()).toMatchObject({
      next: '1번 그림을 다시 올려 주세요.',
      buttons: [{ label: '1번 그림 다시 올리기' }, {}, {}, {}, {}],
    });
    talk.hear({
      type: 'posted',
      id: 'again',
      actor: MINA,
      pictures: [{ source: 'p9', place: '9' }],
      into: talk.scene(1).key,
    });
    talk.upload(9);
    talk.work();
    expect(talk.card().next).toBe('준비가 다 됐어요. 이제 책을 만들 수 있어요.');
  });

  it('are replaced only once the new one is found to be a picture', () => {
    const talk = described(1);
    const old = talk.scene(1).picture;
    const replace = (number: number): void => {
      talk.hear({
        type: 'posted',
        id: `r${number}`,
        actor: MINA,
        pictures: [{ source: `p${number}`, place: 'x' }],
        into: talk.scene(1).key,
      });
      talk.upload(number);
    };
    replace(8);
    const [job] = talk.jobs();
    if (job) talk.hear({ type: 'news', news: failedNews(job, BROKEN) });
    expect(talk.scene(1).picture).toEqual(old);
    replace(9);
    talk.work();
    expect(talk.scene(1).picture).not.toEqual(old);
    expect(talk.scene(1).fields).toMatchObject({ name: '별이' });
    expect(talk.open().doomed).toContain(old?.key);
  });

  it('can be moved, taken out and put back with all that was said', () => {
    const talk = described(3);
    const [first, , third] = talk.open().scenes;
    expect(texts(talk.press({ type: 'move', scene: third?.key ?? '', to: 0 }))).toEqual(['그림을 1번째로 옮겼어요.']);
    expect(talk.scene(1)).toEqual(third);
    talk.press({ type: 'remove', scene: first?.key ?? '' });
    expect(talk.open().scenes).toHaveLength(2);
    talk.click('뺀 그림 되돌리기');
    expect(talk.open().scenes.at(-1)).toEqual(first);
  });

  it('go when their message is deleted, also when that is heard before the message', () => {
    const talk = described(2);
    talk.hear({ type: 'withdrawn', id: 'w1', sources: ['p1', 'p7'] });
    talk.post([7]);
    expect(talk.open().scenes.map(({ source }) => source)).toEqual(['p2']);
    expect(talk.card().buttons.map(({ label }) => label)).toContain('뺀 그림 되돌리기');
  });

  it('that are lost on the way are asked for again', () => {
    const talk = createTalk();
    talk.start();
    talk.post([1]);
    talk.hear({ type: 'lost', id: 'l1', sources: ['p1'] });
    expect(talk.deliver()).toMatchObject([
      { type: 'notice', text: expect.stringContaining('끝까지 받지 못했어요') },
      { type: 'card' },
    ]);
    expect(talk.open().scenes).toEqual([]);
  });
});

describe('who may do what', () => {
  it.each([
    ['press', () => described(1).press({ type: 'make', request: 1 }, JUNO)],
    ['fill in a form', () => described(1).submit('A', { name: '나' }, 1, JUNO)],
    ['delete', () => described(1).submit('delete', {}, undefined, JUNO)],
    ['post pictures', () => described(1).post([5], JUNO)],
  ])('nobody else may %s; the answer is friendly, private and changes nothing', (_, attempt) => {
    expect(texts(attempt())).toEqual([expect.stringContaining('다른 친구가 만들고 있어요')]);
  });

  it('keeps the facts as they were when somebody else tries', () => {
    const talk = described(1);
    const before = talk.open();
    talk.submit('A', { name: '나' }, 1, JUNO);
    expect({ ...talk.open(), seen: [] }).toEqual({ ...before, seen: [] });
  });

  it('lets anybody look, and teachers do everything', () => {
    const talk = described(1);
    expect(talk.press({ type: 'status' }, JUNO)[0]?.type).toBe('card');
    expect(talk.press({ type: 'help' }, JUNO)[0]?.type).toBe('notice');
    talk.submit('A', { name: '선생님' }, 1, TEACHER);
    expect(talk.scene(1).fields.name).toBe('선생님');
  });

  it('answers in the language of the person, while the card keeps that of the book', () => {
    const talk = described(1);
    const english = { ...JUNO, locale: 'en' } as const;
    expect(texts(talk.press({ type: 'delete' }, english))[0]).toContain('Somebody else is making this book');
    expect(talk.press({ type: 'describe', scene: talk.scene(1).key }, { ...MINA, locale: 'en' })).toMatchObject([
      { form: { title: 'Picture 1', fields: [{ label: 'Name' }, {}, {}, {}] } },
    ]);
    expect(talk.deliver().at(-1)).toMatchObject({ card: { next: expect.stringContaining('준비가 다 됐어요') } });
  });

  it('says so where no book is', () => {
    expect(texts(createTalk().press({ type: 'status' }))).toEqual([
      '여기에는 아직 책이 없어요. 새 책을 시작해 주세요.',
    ]);
    expect(createTalk().post([1])).toEqual([]);
  });
});

describe('the pages of a book', () => {
  it('can be written by hand, and are then never touched', () => {
    const talk = finished(2);
    talk.submit('text', { text: '달아, 안녕! 나는 별이야.' }, 1);
    talk.submit('A', { name: '해님' }, 1);
    expect(talk.card().buttons[0]?.label).toBe('다시 만들기');
    talk.click('다시 만들기');
    const [job] = talk.jobs();
    expect(job).toMatchObject({
      kind: 'print',
      input: { book: { pages: [{ told: { text: '달아, 안녕! 나는 별이야.', source: { kind: 'person' } } }, {}] } },
    });
  });

  it('can hold a sentence of the child before anything is told', () => {
    const talk = described(2);
    talk.submit('text', { text: '달아, 안녕!' }, 2);
    talk.click('책 만들기');
    const [job] = talk.jobs();
    expect(job).toMatchObject({
      kind: 'write',
      input: { wanted: [0], manuscript: { scenes: [{}, { text: '달아, 안녕!' }] } },
    });
  });

  it('are told again one by one, at once, keeping what they were', () => {
    const talk = finished(2);
    const before = talk.scene(2).versions;
    const key = talk.scene(2).key;
    talk.press({ type: 'retell', scene: key, version: 0 });
    expect(talk.jobs()).toMatchObject([{ kind: 'write', input: { wanted: [1] } }]);
    expect(texts(talk.press({ type: 'retell', scene: key, version: 0 }))[0]).toContain('지나간 버튼');
    talk.work();
    expect(talk.scene(2).versions).toHaveLength(2);
    expect(talk.scene(2).versions[0]).toEqual(before[0]);
    expect(talk.card().next).toContain('바뀐 것이 있어요');
    talk.click('다시 만들기');
    expect(talk.jobs()).toMatchObject([{ kind: 'print' }]);
  });

  it('take an earlier text back, and keep it', () => {
    const talk = finished(1);
    const first = talk.scene(1).versions[0]?.passage.text;
    talk.press({ type: 'retell', scene: talk.scene(1).key, version: 0 });
    talk.work();
    const [answer] = talk.press({ type: 'versions', scene: talk.scene(1).key });
    if (answer?.type !== 'form') throw new Error('no form');
    const [field] = answer.form.fields;
    if (field?.kind !== 'choice') throw new Error('no choice');
    talk.submit('versions', { version: field.choices[0]?.value ?? '' }, 1);
    expect(talk.scene(1)).toMatchObject({ locked: true, chosen: 0 });
    expect(talk.open().book).toBeDefined();
    expect(talk.scene(1).versions[0]?.passage.text).toBe(first);
  });

  it('stay as they are when locked, whatever else changes, until they are unlocked', () => {
    const talk = finished(1);
    const { key } = talk.scene(1);
    talk.press({ type: 'lock', scene: key });
    talk.submit('A', { name: '해님' }, 1);
    talk.press({ type: 'make', request: 2 });
    expect(talk.jobs()).toMatchObject([{ kind: 'print' }]);
    talk.work();
    talk.press({ type: 'unlock', scene: key });
    talk.press({ type: 'make', request: 3 });
    expect(talk.jobs()).toMatchObject([{ kind: 'write' }]);
  });

  it('that did not change keep their text when the book is made again', () => {
    const talk = finished(3);
    talk.submit('B', { feeling: '설렘' }, 2);
    talk.click('다시 만들기');
    expect(talk.jobs()).toMatchObject([{ kind: 'write', input: { wanted: [1] } }]);
  });
});

describe('deleting', () => {
  it('asks first, then forgets everything and says so', () => {
    const talk = finished(2);
    const pictures = talk.open().scenes.map(({ picture }) => picture?.key);
    expect(talk.click('모두 지우기')).toMatchObject([{ form: { id: 'delete', danger: true } }]);
    expect(talk.open().scenes).toHaveLength(2);
    talk.submit('delete', {});
    expect(talk.session).toMatchObject({ state: 'deleted', doomed: expect.arrayContaining(pictures) });
    expect(JSON.stringify(talk.session)).not.toMatch(/별이|달빛|mina/);
    expect(talk.deliver()).toMatchObject([{ type: 'withdraw' }, { type: 'card', card: { heading: '모두 지웠어요' } }]);
  });

  it('also takes what work still brings, and lets old events pass by', () => {
    const talk = described(1);
    talk.click('책 만들기');
    const write = talk.jobs()[0];
    if (write) talk.hear({ type: 'news', news: doneNews(write) });
    const [print] = talk.jobs();
    talk.submit('delete', {});
    if (print) talk.hear({ type: 'news', news: doneNews(print) });
    expect(talk.session?.doomed).toContain(`books/${print?.id}`);
    for (const event of [...talk.events]) talk.hear(event);
    expect(talk.session).toMatchObject({ state: 'deleted' });
  });

  it('leaves room for another book in the same thread', () => {
    const talk = finished(1);
    talk.submit('delete', {});
    talk.start('새 책');
    expect(talk.open()).toMatchObject({ title: '새 책', scenes: [], requests: 0 });
    const books = new Set([...talk.thread.keys()]);
    talk.post([21]);
    talk.upload(21);
    talk.work();
    talk.submit('A', A, 1);
    talk.press({ type: 'make', request: 1 });
    talk.work();
    const [book] = talk.deliver().filter(({ type }) => type === 'book');
    expect(books.has(book?.key ?? '')).toBe(false);
  });
});

it('posts the card anew when asked to, and edits it otherwise', () => {
  const talk = described(1);
  const [card] = talk.deliver();
  expect(card).not.toHaveProperty('ref');
  talk.submit('book', { title: '해 질 녘', authors: '김하늘, 이바다', level: '유아', format: 'a5' });
  expect(talk.deliver()).toMatchObject([
    {
      ref: card?.key,
      card: { heading: '해 질 녘', about: ['유아 · A5(148×210mm)', '글·그림 김하늘, 이바다', expect.any(String)] },
    },
  ]);
  talk.press({ type: 'resume' });
  const [anew] = talk.deliver();
  expect(anew).not.toHaveProperty('ref');
  expect(anew?.key).not.toBe(card?.key);
  expect(talk.deliver()).toEqual([]);
});
