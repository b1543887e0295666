// What a deletion says of itself: numbers that are true, and what lies beyond its reach.
import { describe, expect, it } from 'vitest';
import { TalesError } from '../../../src/errors.ts';
import type { Job, JobNews } from '../../../src/jobs.ts';
import { createTalk, described, doneNews, finished, MINA, PLACE, texts } from './talk.ts';

const REFUSED = new TalesError('service-refused', { service: 'Discord', reason: 'missing_permissions' });
const failure = { code: REFUSED.code, details: REFUSED.details, retryable: false } as const;

const afterDeleting = (talk: ReturnType<typeof finished>): string => texts(talk.submit('delete', {})).join('\n');

function cardShown(talk: ReturnType<typeof finished>) {
  const cards = [...talk.thread.values()].filter((message) => message.type === 'card');
  return cards.at(-1)?.card.next ?? '';
}

describe('the receipt of a deletion', () => {
  it('counts pictures, texts and books, in the answer and on the card that stays', () => {
    const talk = finished(2);
    // Each scene: three fields, a caption and a told text; the title makes eleven.
    const answer = afterDeleting(talk);
    expect(answer).toContain('지운 것: 그림 2장, 글 11개, 만든 책 1권.');
    expect(answer).toContain('대화방에 올린 책 1개도 거두고 있어요.');
    talk.deliver();
    expect(cardShown(talk)).toContain('지운 것: 그림 2장, 글 11개, 만든 책 1권.');
    expect(cardShown(talk)).toContain('대화방에 올린 책 1개도 거두었어요.');
    expect(cardShown(talk)).not.toContain('거두고 있어요');
  });

  it('counts pictures that were taken out, and every book that was made', () => {
    const talk = finished(2);
    talk.press({ type: 'remove', scene: talk.scene(2).key });
    talk.click('다시 만들기');
    talk.work();
    expect(afterDeleting(talk)).toContain('그림 2장, 글 11개, 만든 책 2권');
  });

  it('names what is beyond its reach, in the language of whoever asked', () => {
    const talk = finished(1);
    const [answer] = texts(
      talk.hear({
        type: 'submitted',
        id: 'gone',
        actor: { ...MINA, locale: 'en' },
        form: 'delete',
        values: {},
      }),
    );
    expect(answer).toContain('Deleted: 1 picture, 6 texts, 1 finished book.');
    expect(answer).toContain('downloaded files, printed copies');
    expect(answer).toContain("The program's log holds no picture and no word of the children.");
  });

  it('says so where the chat service does not let a message go', () => {
    const talk = finished(1);
    talk.submit('delete', {});
    const owed = talk.owed().find(({ type }) => type === 'withdraw');
    talk.hear({ type: 'undeliverable', key: owed?.key ?? '', failure });
    talk.deliver();
    expect(cardShown(talk)).toContain('대화방에 올린 책 1개는 거두지 못했어요.');
    expect(cardShown(talk)).not.toContain('거두었어요');
  });

  it('counts a message that was on its way when everything was deleted', () => {
    const talk = described(1);
    talk.deliver();
    talk.click('책 만들기');
    talk.work();
    const book = talk.owed().find(({ type }) => type === 'book');
    expect(afterDeleting(talk)).not.toContain('대화방에 올린 책');
    talk.hear({ type: 'sent', key: book?.key ?? '', ref: 'late' });
    talk.deliver();
    expect(cardShown(talk)).toContain('대화방에 올린 책 1개도 거두었어요.');
  });

  it('names the services that were asked for this book, and none where none was', () => {
    expect(afterDeleting(finished(1))).not.toContain('물어본 곳');
    const asking = (job: Job): JobNews => {
      const news = doneNews(job);
      if (news.type !== 'done' || news.kind !== 'describe') return news;
      const used = { calls: 1, input: 1, output: 1, services: ['ollama.school:11434'] };
      return { ...news, output: { ...news.output, used } };
    };
    expect(afterDeleting(described(1, asking))).toContain('물어본 곳(ollama.school:11434)');
  });

  it('speaks of no chat on the local page', () => {
    const talk = createTalk();
    talk.hear({ type: 'started', id: 's', actor: MINA, locale: 'ko', place: { ...PLACE, platform: 'web' } });
    const answer = afterDeleting(talk);
    expect(answer).toContain('여기에 둔 그림이나 글은 없었어요.');
    expect(answer).not.toContain('대화방');
  });

  it('keeps numbers and no words', () => {
    const talk = finished(1);
    talk.submit('delete', {});
    expect(JSON.stringify(talk.session)).not.toMatch(/별이|달빛|mina/);
  });
});
