// Pictures that come, go and move, and who may do what: whole conversations in Korean, from the first word to the last message.
import { describe, expect, it } from 'vitest';
import { thumbnailKey } from '../../../src/story.ts';
import { A, createTalk, described, failedNews, JUNO, MINA, TEACHER, texts } from './talk.ts';

const BROKEN = { code: 'picture-damaged', details: { format: 'PNG' }, retryable: false } as const;

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
    expect(talk.open().doomed).toContain(thumbnailKey(old?.key ?? ''));
  });

  it('can be moved, taken out and put back with all that was said', () => {
    const talk = described(3);
    const [first, second, third] = talk.open().scenes;
    expect(texts(talk.press({ type: 'move', scene: third?.key ?? '', to: 0 }))).toEqual(['그림을 1번째로 옮겼어요.']);
    expect(talk.scene(1)).toEqual(third);
    talk.press({ type: 'remove', scene: first?.key ?? '' });
    expect(talk.open().scenes).toHaveLength(2);
    talk.click('뺀 그림 되돌리기');
    expect(talk.open().scenes).toEqual([third, first, second]);
  });

  it('go back to where they lay, though others have come and gone meanwhile', () => {
    const talk = described(3);
    const [first, second, third] = talk.open().scenes;
    talk.press({ type: 'move', scene: third?.key ?? '', to: 0 });
    talk.press({ type: 'remove', scene: second?.key ?? '' });
    talk.press({ type: 'remove', scene: first?.key ?? '' });
    talk.press({ type: 'restore', scene: second?.key ?? '' });
    talk.press({ type: 'restore', scene: first?.key ?? '' });
    expect(talk.open().scenes).toEqual([third, first, second]);
    expect(talk.open().removed).toEqual([]);
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
