// What people are told when the words of a book may not be fit: where they are and what to do, never the words themselves.
import { describe, expect, it } from 'vitest';
import { WORDING } from '../../../src/bots/conversation/wording.ts';
import { TalesError } from '../../../src/errors.ts';
import { explain } from '../../../src/explain.ts';
import { failedNews, finished } from './talk.ts';

const error = new TalesError('text-unsuitable', {
  places: [
    { part: 'title', topic: 'insult' },
    { page: 2, part: 'i_action', topic: 'violence' },
    { page: 3, part: 'told', topic: 'drugs' },
  ],
});

describe('the card of a book with unfit words', () => {
  it('names page and field and what to do, in Korean', () => {
    const said = WORDING.ko.faulty(explain(error, 'ko'));
    expect(said).toContain('고쳐서 다시 해 주세요');
    expect(said).toContain('책 제목: 놀리거나 욕하는 말');
    expect(said).toContain('2쪽 행동: 무섭거나 다치게 하는 말');
    expect(said).toContain(
      '3쪽 컴퓨터가 지은 글: 술이나 약에 관한 말 (이 쪽의 이름이나 행동을 바꾸거나, 글을 직접 적어 주세요)',
    );
  });

  it('does so in English', () => {
    const said = WORDING.en.faulty(explain(error, 'en'));
    expect(said).toContain('Change them and try again');
    expect(said).toContain('Title: insulting words');
    expect(said).toMatch(/Page 2, .+: frightening or violent words/);
    expect(said).toContain('write its text yourself');
  });
});

describe('a name that was refused', () => {
  it('is looked at with the rest of what a page is told from, and tried again once it is another', () => {
    const talk = finished(2);
    talk.submit('book', { authors: '나쁜 이름' });
    talk.press({ type: 'retell', scene: talk.scene(1).key, version: 0 });
    const [job] = talk.jobs();
    expect(job).toMatchObject({ kind: 'write', input: { authors: ['나쁜 이름'] } });
    const { code, retryable } = error;
    const details = { places: [{ part: 'authors', topic: 'insult' }] } as const;
    talk.tell(job, (each) => failedNews(each, { code, details, retryable }));
    expect(talk.jobs()).toEqual([]);
    talk.submit('book', { title: '달빛 소풍' });
    expect(talk.jobs()).toEqual([]);
    talk.submit('book', { authors: '하늘' });
    expect(talk.jobs()).toMatchObject([{ kind: 'write', input: { authors: ['하늘'] } }]);
  });
});
