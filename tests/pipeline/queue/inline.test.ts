// The in-process queue: the shared contract, then what its log and its memory hold.
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { TalesError } from '../../../src/errors.ts';
import type { JobHandlers, JobNews } from '../../../src/jobs.ts';
import { createInlineQueue, type InlineQueueOptions } from '../../../src/pipeline/queue/inline.ts';
import { jobQueueContract } from '../../contracts/job-queue.ts';
import { scriptedHandlers, scriptedJob } from '../../contracts/scripted-handlers.ts';

const silent = { error: () => {}, warn: () => {} };

jobQueueContract('the inline queue', async ({ concurrency }) =>
  createInlineQueue({ handlers: scriptedHandlers, log: silent, concurrency }),
);

const job = (id: string) => scriptedJob(id, 'book', { runs: '' });

function open(write: JobHandlers['write'], options: Partial<InlineQueueOptions> = {}) {
  const log = { error: vi.fn(), warn: vi.fn() };
  const queue = createInlineQueue({ handlers: { ...scriptedHandlers, write }, log, ...options });
  onTestFinished(() => queue.close());
  const ended = (id: string): Promise<JobNews> =>
    new Promise((resolve) => {
      queue.listen((news) => {
        if (news.id === id && news.type !== 'progress') resolve(news);
      });
    });
  return { queue, log, ended };
}

describe('the inline queue', () => {
  it('logs the cause of what is unexpected, with the job and without its words', async () => {
    const bug = new Error('a bug');
    const { queue, log, ended } = open(() => Promise.reject(bug));
    await queue.add(job('a'));
    await ended('a');
    expect(log.error.mock.calls).toEqual([[{ err: bug, job: 'a', book: 'book', kind: 'write' }, 'a job failed']]);
  });

  it('logs in one line that something was refused, which whoever sent it is told', async () => {
    const refusal = new TalesError('picture-not-a-picture', { found: 'pdf' });
    const { queue, log, ended } = open(() => Promise.reject(refusal));
    await queue.add(job('a'));
    await ended('a');
    const about = { job: 'a', book: 'book', kind: 'write', code: 'picture-not-a-picture' };
    expect(log.warn.mock.calls).toEqual([[about, 'a job was refused']]);
    expect(log.error).not.toHaveBeenCalled();
  });

  it('logs the fault of a listener', async () => {
    const { queue, log, ended } = open(async () => ({ told: [] }));
    const bug = new Error('a bug');
    queue.listen(() => Promise.reject(bug));
    await queue.add(job('a'));
    await ended('a');
    await expect.poll(() => log.error).toHaveBeenCalledWith(expect.objectContaining({ err: bug }), expect.anything());
  });

  it('takes a handler that throws at once for one that rejects', async () => {
    const { queue, ended } = open(() => {
      throw new Error('a bug');
    });
    await queue.add(job('a'));
    expect(await ended('a')).toMatchObject({ type: 'failed', failure: { code: 'unexpected' } });
  });

  it('hears no progress of a job that has ended', async () => {
    let late = (): void => {};
    const { queue, ended } = open(async (_, { onProgress }) => {
      late = () => onProgress(1, 1);
      return { told: [] };
    });
    const news: string[] = [];
    queue.listen(({ type }) => void news.push(type));
    await queue.add(job('a'));
    await ended('a');
    late();
    expect(news).toEqual(['done']);
  });

  it('tells what a job has finished in spite of being stopped', async () => {
    const stopped = Promise.withResolvers<void>();
    const { queue, ended } = open(async (_, { signal }) => {
      signal.addEventListener('abort', () => stopped.resolve());
      await stopped.promise;
      return { told: [] };
    });
    await queue.add(job('a'));
    const end = ended('a');
    await queue.close();
    expect(await end).toMatchObject({ type: 'done' });
  });

  it('logs, but tells nothing of, what went wrong while it was stopping', async () => {
    const bug = new Error('a bug in cleaning up');
    const { queue, log } = open(
      (_, { signal }) => new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(bug))),
    );
    const news: JobNews[] = [];
    queue.listen((item) => void news.push(item));
    await queue.add(job('a'));
    await queue.close();
    expect(log.error).toHaveBeenCalledWith(expect.objectContaining({ err: bug, job: 'a' }), 'a job failed');
    expect(news).toEqual([]);
  });

  it('remembers no more finished jobs than it may', async () => {
    const write = vi.fn<JobHandlers['write']>(async () => ({ told: [] }));
    const { queue, ended } = open(write, { remembered: 1 });
    await queue.add(job('a'));
    await queue.add(job('b'));
    await ended('b');
    await queue.add(job('b'));
    await queue.add(job('a'));
    await expect.poll(() => write).toHaveBeenCalledTimes(3);
  });

  it.each([0, -1, 1.5, Number.NaN])('refuses a concurrency or memory of %d', (count) => {
    const options = { handlers: scriptedHandlers, log: silent };
    expect(() => createInlineQueue({ ...options, concurrency: count })).toThrow(RangeError);
    expect(() => createInlineQueue({ ...options, remembered: count })).toThrow(RangeError);
  });
});
