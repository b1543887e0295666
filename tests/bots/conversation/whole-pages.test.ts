// The pages of a finished book, and deleting it: whole conversations in Korean, from the first word to the last message.
import { describe, expect, it } from 'vitest';
import { A, described, doneNews, finished, texts } from './talk.ts';

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
    const { scenes, book } = talk.open();
    const bytes = [...scenes.map(({ picture }) => picture), book?.pdf, ...(book?.pages ?? [])].map((each) => each?.key);
    expect(bytes).toHaveLength(5);
    expect(talk.click('모두 지우기')).toMatchObject([{ form: { id: 'delete', danger: true } }]);
    expect(talk.open().scenes).toHaveLength(2);
    talk.submit('delete', {});
    expect(talk.session).toMatchObject({ state: 'deleted', doomed: expect.arrayContaining(bytes) });
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
    const book = `books/${print?.id}`;
    expect(talk.session?.doomed).toEqual(expect.arrayContaining([book, `${book}-1.jpg`, `${book}-2.jpg`]));
    for (const event of [...talk.events]) talk.hear(event);
    expect(talk.session).toMatchObject({ state: 'deleted' });
  });

  it('withdraws a book that was on its way meanwhile', () => {
    const talk = described(1);
    talk.deliver();
    talk.click('책 만들기');
    talk.work();
    const book = talk.owed().find(({ type }) => type === 'book');
    talk.submit('delete', {});
    if (book) talk.hear({ type: 'sent', key: book.key, ref: 'late' });
    expect(talk.deliver()).toEqual(
      expect.arrayContaining([expect.objectContaining({ type: 'withdraw', refs: ['late'] })]),
    );
    expect(talk.session).toMatchObject({ state: 'deleted', posted: [] });
  });

  it('withdraws what is still there although a new book begins in its place', () => {
    const talk = finished(1);
    const posted = talk.session?.posted ?? [];
    talk.submit('delete', {});
    const doomed = talk.session?.doomed ?? [];
    talk.start('새 책');
    expect(talk.open()).toMatchObject({ doomed });
    const [first] = talk.deliver();
    expect(first).toMatchObject({ type: 'withdraw', refs: posted });
    expect(talk.owed()).toEqual([]);
    expect(talk.open()).not.toHaveProperty('leftover');
  });

  it('goes on withdrawing when only the card cannot be sent', () => {
    const talk = finished(1);
    talk.submit('delete', {});
    const card = talk.owed().find(({ type }) => type === 'card');
    const failure = { code: 'service-refused', details: { service: 'x', reason: 'y' }, retryable: false } as const;
    if (card) talk.hear({ type: 'undeliverable', key: card.key, failure });
    expect(talk.owed()).toContainEqual(expect.objectContaining({ type: 'withdraw' }));
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
