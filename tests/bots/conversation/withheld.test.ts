import { describe, expect, it } from 'vitest';
import type { Job, JobNews, JobOutput } from '../../../src/jobs.ts';
import { createTalk, doneNews, pick } from './talk.ts';

const withOutput =
  (output: JobOutput<'describe'>) =>
  (job: Job): JobNews =>
    job.kind === 'describe' ? { ...pick(job), kind: 'describe', type: 'done', output } : doneNews(job);

function looked(output: JobOutput<'describe'>) {
  const talk = createTalk();
  talk.start();
  talk.post([1]);
  talk.upload(1);
  talk.work(withOutput(output));
  return talk;
}

const WITHHELD = '저절로 지은 설명이 알맞지 않아서 쓰지 않았어요. 무엇이 보이는지 직접 적어 주세요.';

describe('a caption that is not fit for children', () => {
  it('is nowhere, and the card says so until a person has said what is to be seen', () => {
    const talk = looked({ withheld: true });
    expect(talk.card().pictures[0]?.lines).toContain(WITHHELD);
    talk.submit('caption', { caption: '달을 보는 토끼' }, 1);
    expect(talk.card().pictures[0]?.lines).not.toContain(WITHHELD);
  });

  it('says nothing of the next picture in its place', () => {
    const talk = looked({ withheld: true });
    talk.hear({
      type: 'posted',
      id: 'again',
      actor: { id: 'mina', teacher: false },
      pictures: [{ source: 'p2', place: '2' }],
      into: talk.scene(1).key,
    });
    talk.upload(2);
    talk.work();
    expect(talk.scene(1).remarks).toBeUndefined();
  });

  it('that this program’s own list alone has looked for is said once for all pictures', () => {
    const talk = looked({ note: { code: 'moderated-by-list' } });
    const about = talk.card().about.join('\n');
    talk.post([2]);
    talk.upload(2);
    talk.work(withOutput({ note: { code: 'moderated-by-list' } }));
    expect(talk.card().about.slice(-1)).toEqual(about.split('\n').slice(-1));
  });
});
