import { describe, expect, it } from 'vitest';
import { revised } from '../../src/authorship.ts';
import { describePicture } from '../../src/render/alt.ts';
import { colophonOf } from '../../src/render/colophon.ts';
import type { Book, Page, Passage, Source } from '../../src/story.ts';

const passage = (source: Source, text = '별이가 걸었어요.'): Passage => ({ text, locale: 'ko', source });
const page = (told: Source, caption?: Passage): Page => ({
  picture: { key: 'a', mediaType: 'image/png', size: 1, width: 100, height: 100, sha256: '0123456789abcdef'.repeat(4) },
  scene: {
    fields: { name: '별이', i_action: '달을 본다', classification: '자연탐구' },
    ...(caption === undefined ? {} : { caption }),
  },
  told: passage(told),
});
const book = (pages: readonly Page[], more: Partial<Book> = {}): Book => ({
  title: '달',
  locale: 'ko',
  level: '저학년',
  authors: ['김하늘'],
  pages,
  ...more,
});
const person = { kind: 'person' } as const;
const frames = { kind: 'rules', engine: 'frames' } as const;
const model = { kind: 'model', engine: 'kot5' } as const;
const teacher = { kind: 'person', role: 'teacher' } as const;
const facts = { faces: new Set(['gowun', 'jua', 'noto', 'notoBold'] as const), hasEmoji: false };
const row = (given: Book, label: string, more = facts): readonly string[] | undefined =>
  colophonOf(given, more).rows.find((each) => each.label === label)?.lines;

describe('the colophon', () => {
  it('says that the frames are rules and no AI model, and carries no AI notice', () => {
    const given = book([page(frames), page(frames), page(person)]);
    expect(row(given, '글 도움')).toEqual(['이야기틀(규칙으로 문장을 짓는 프로그램, AI 모델 아님)']);
    expect(colophonOf(given, facts).notice).toBeUndefined();
  });

  it('says so when nobody helped', () => {
    expect(row(book([page(person)]), '글 도움')).toEqual(['없음(글쓴이가 직접 썼습니다)']);
  });

  it.each([
    ['the text', page(model)],
    ['a caption', page(person, passage(model))],
  ])('carries the AI notice when a model wrote %s', (_what, given) => {
    expect(colophonOf(book([given]), facts).notice).toBe('이 책에는 인공지능(AI) 모델이 쓴 글이 들어 있습니다.');
  });

  it('carries what it is given to say in place of that, also where nobody but people wrote', () => {
    const notice = '우리 반 책이에요. AI의 도움은 선생님께 여쭤보세요.';
    for (const given of [page(model), page(frames), page(person)])
      expect(colophonOf(book([given], { notice }), facts).notice).toBe(notice);
    expect(colophonOf(book([page(model)], { notice: ' \n ' }), facts).notice).toContain('인공지능');
    expect(colophonOf(book([page(person)], { notice: ' ' }), facts).notice).toBeUndefined();
  });

  it('names every engine once, with what it did', () => {
    const given = book([page(model, passage({ kind: 'model', engine: 'blip' })), page(model), page(frames)]);
    expect(row(given, '글 도움')).toEqual(['AI(kot5)', '이야기틀(규칙으로 문장을 짓는 프로그램, AI 모델 아님)']);
    expect(row(given, '그림 설명')).toEqual(['AI(blip)']);
  });

  it('names everybody who had a hand in a text: the engine whose sentences stayed, the teacher, the author', () => {
    const told = passage({ kind: 'model', engine: 'gpt-4o' }, '별이가 걸었어요. 달이 떴어요.');
    const byChild = revised(told, '별이가 걸었어요. 나도 걸었어요.', person, 'ko');
    const given = book([
      { ...page(person), told: revised(byChild, `${byChild.text} 참 밝구나!`, teacher, 'ko') },
      page(frames),
    ]);
    expect(row(given, '글·그림')).toEqual(['김하늘']);
    expect(row(given, '글 다듬음')).toEqual(['선생님']);
    expect(row(given, '글 도움')).toEqual(['AI(gpt-4o)', '이야기틀(규칙으로 문장을 짓는 프로그램, AI 모델 아님)']);
    const english = book(given.pages, { locale: 'en' });
    expect(row(english, 'Edited by')).toEqual(['a teacher']);
    expect(row(english, 'Help with words')?.[0]).toBe('AI (gpt-4o)');
  });

  it('carries the AI notice as long as one sentence of a model is left, and no longer', () => {
    const told = passage(model, '별이가 걸었어요. 달이 떴어요.');
    const half = revised(told, '별이가 걸었어요. 내가 썼어요.', person, 'ko');
    const none = revised(half, '나도 걸었어요. 내가 썼어요.', teacher, 'ko');
    const noticed = [told, half, none].map((each) => colophonOf(book([{ ...page(person), told: each }]), facts).notice);
    expect(noticed).toEqual([expect.any(String), expect.any(String), undefined]);
    expect(row(book([{ ...page(person), told: none }]), '글 도움')).toBeUndefined();
  });

  it('says nothing of a caption that is empty, and names a teacher who wrote one', () => {
    const empty = book([page(person, passage(model, ' '))]);
    expect([colophonOf(empty, facts).notice, row(empty, '그림 설명')]).toEqual([undefined, undefined]);
    const mended = revised(passage(model, '아이가 있다.'), '아이가 있다.\n달도 있다.', teacher, 'ko');
    expect(row(book([page(person, mended)]), '그림 설명')).toEqual(['AI(kot5)', '선생님']);
  });

  it('keeps the parts of a name together', () => {
    const given = book([page(person)], { authors: ['3번 하늘', 'Maximiliana Featherstone'] });
    expect(row(given, '글·그림')).toEqual(['3번\u00A0하늘, Maximiliana Featherstone']);
  });

  it('credits each family of fonts once, and emoji only where there are any', () => {
    expect(row(book([page(person)]), '글꼴')?.[0]?.replaceAll('\u00A0', ' ')).toBe(
      'Gowun Dodum (SIL OFL 1.1), Jua (SIL OFL 1.1), Noto Sans KR (SIL OFL 1.1)',
    );
    expect(row(book([page(person)]), '이모지')).toBeUndefined();
    expect(row(book([page(person)]), '이모지', { ...facts, hasEmoji: true })).toEqual([
      'Noto Emoji (Google, Apache License 2.0)',
    ]);
  });

  it('lists the marks of the pictures in order', () => {
    expect(colophonOf(book([page(person), page(person)]), facts).prints).toEqual(['0123456789ab', '0123456789ab']);
  });

  it('leaves out authors that are not named', () => {
    expect(row(book([page(person)], { authors: [' ', ''] }), '글·그림')).toBeUndefined();
  });
});

describe('the description of a picture', () => {
  const caption: Passage = { text: 'A girl looks\nat the moon.', locale: 'en', source: model };

  it('is its caption where that is in the language of the book', () => {
    expect(describePicture(page(person, caption), 'en')).toEqual({ text: 'A girl looks at the moon.', locale: 'en' });
  });

  it('is a sentence from the fields where nobody put the caption into the language of the book', () => {
    expect(describePicture(page(person, caption), 'ko')).toEqual({ text: '별이 그림. 달을 본다.', locale: 'ko' });
  });

  it('is a sentence from the fields where there is no caption', () => {
    expect(describePicture(page(person), 'ko')).toEqual({ text: '별이 그림. 달을 본다.', locale: 'ko' });
    expect(describePicture(page(person, passage(person, ' ')), 'en')).toEqual({
      text: 'A picture of 별이: 달을 본다.',
      locale: 'en',
    });
  });
});
