// How a book is made, and what happens when work fails: whole conversations in Korean, from the first word to the last message.
import { describe, expect, it } from 'vitest';
import { cardText } from '../../../src/bots/conversation/card.ts';
import { A, createTalk, described, doneNews, failedNews, texts } from './talk.ts';

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
    const { pages } = talk.open().book ?? {};
    expect(books[0]).toMatchObject({ book: { cover: pages?.[0], coverAlt: '그림책 “달빛 소풍”의 표지', pages } });
    expect(pages?.map(({ text }) => text)).toEqual(['a cover', 'a page']);
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
    expect(talk.open().book).toMatchObject({ scenes: 2, request: 1 });
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
    expect(talk.open().book).toMatchObject({ scenes: 1 });
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
