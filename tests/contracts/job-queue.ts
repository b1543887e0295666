// What every queue of jobs promises. Called by the test of each implementation, with `scriptedHandlers` behind it.
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Job, JobNews, JobQueue } from '../../src/jobs.ts';
import type { Picture } from '../../src/story.ts';
import { freshFolder } from '../support/folder.ts';
import { type Script, scriptedJob } from './scripted-handlers.ts';

export type OpenQueue = (options: { readonly concurrency: number }) => Promise<JobQueue>;

interface Watched {
  readonly news: readonly JobNews[];
  /** The first news of that type about that job, past or to come. */
  until(id: string, type: JobNews['type']): Promise<JobNews>;
}

function watchNews(queue: JobQueue): Watched {
  const news: JobNews[] = [];
  const waiting = new Set<() => void>();
  queue.listen((item) => {
    news.push(item);
    for (const look of [...waiting]) look();
  });
  return {
    news,
    until: (id, type) =>
      new Promise((resolve) => {
        const look = (): void => {
          const found = news.find((item) => item.id === id && item.type === type);
          if (found === undefined) return;
          waiting.delete(look);
          resolve(found);
        };
        waiting.add(look);
        look();
      }),
  };
}

/** Queues of one test: scripted jobs, their runs, and the files that hold them. */
async function stage(openQueue: OpenQueue, concurrency = 1) {
  const folder = await freshFolder();
  const queue = await openQueue({ concurrency });
  onTestFinished(() => queue.close());
  const watched = watchNews(queue);
  return {
    queue,
    ...watched,
    job: (id: string, book: string, script: Omit<Script, 'runs' | 'hold'> & { readonly held?: boolean } = {}) => {
      const { held = false, ...rest } = script;
      const hold = held && { hold: join(folder, `${id}.release`) };
      return scriptedJob(id, book, { runs: join(folder, `${id}.runs`), ...hold, ...rest });
    },
    release: (id: string) => writeFile(join(folder, `${id}.release`), ''),
    runs: async (id: string) =>
      (await readFile(join(folder, `${id}.runs`), 'utf8').catch(() => '')).split('\n').length - 1,
    ended: () => watched.news.filter(({ type }) => type !== 'progress').map(({ id }) => id),
  };
}

const picture: Picture = { key: 'pictures/a', mediaType: 'image/png', size: 1, width: 1, height: 1, sha256: 'a' };

export function jobQueueContract(name: string, openQueue: OpenQueue): void {
  describe(`${name} keeps the promises of a JobQueue`, () => {
    it('runs every kind of job and tells its output', async () => {
      const { queue, until, job } = await stage(openQueue);
      await queue.add({ id: 'd', book: 'b', kind: 'describe', input: { picture, locale: 'en' } });
      await queue.add(job('w', 'b'));
      const book = { title: 'title', locale: 'ko', level: '유아', authors: [], pages: [] } as const;
      await queue.add({ id: 'p', book: 'b', kind: 'print', input: { book, format: 'square' } });
      const anthology = { title: 'all', locale: 'ko', books: [book] } as const;
      await queue.add({ id: 'n', book: 'class', kind: 'bind', input: { anthology, format: 'a5', budget: 9 } });
      const pdf = { key: 'books/a.pdf', mediaType: 'application/pdf', size: 1 };
      await queue.add({ id: 'f', book: 'b', kind: 'fold', input: { pdf, style: 'booklet' } });
      const caption = { text: 'seen: pictures/a', locale: 'en', source: { kind: 'model', engine: 'scripted' } };
      expect(await until('d', 'done')).toEqual({
        id: 'd',
        book: 'b',
        kind: 'describe',
        type: 'done',
        output: { caption },
      });
      expect(await until('w', 'done')).toMatchObject({ kind: 'write', output: { told: [{ text: 'page 0' }] } });
      expect(await until('p', 'done')).toMatchObject({ kind: 'print', output: { pdf: { key: 'books/title.pdf' } } });
      expect(await until('n', 'done')).toMatchObject({
        ...{ kind: 'bind', book: 'class' },
        output: { volumes: [{ title: 'all', pageCount: 1 }], notes: [] },
      });
      expect(await until('f', 'done')).toMatchObject({ kind: 'fold', output: { paper: 'A4', sheets: 2 } });
    });

    it('accepts a job before it is done', async () => {
      const { queue, until, job, news, release } = await stage(openQueue);
      await queue.add(job('a', 'b', { held: true }));
      expect(news.filter(({ type }) => type === 'done')).toEqual([]);
      await release('a');
      await until('a', 'done');
    });

    it('tells progress in order, before the end', async () => {
      const { queue, until, job, news } = await stage(openQueue);
      await queue.add(job('a', 'b', { steps: 3 }));
      await until('a', 'done');
      const steps = news.filter((item) => item.type === 'progress').map(({ done, total }) => [done, total]);
      expect(steps).toEqual([
        [1, 3],
        [2, 3],
        [3, 3],
      ]);
      expect(news.at(-1)?.type).toBe('done');
    });

    it.each([
      ['full', { code: 'book-too-big', details: { size: 2, limit: 1 }, retryable: false }],
      ['busy', { code: 'store-unusable', details: { path: 'somewhere', reason: 'busy' }, retryable: true }],
      ['crash', { code: 'unexpected', details: {}, retryable: false }],
      ['not-json', { code: 'unexpected', details: {}, retryable: false }],
    ] as const)('tells a failure (%s) with its code, and goes on', async (fail, failure) => {
      const { queue, until, job } = await stage(openQueue);
      await queue.add(job('a', 'b', { fail }));
      await queue.add(job('next', 'b'));
      expect(await until('a', 'failed')).toEqual({ id: 'a', book: 'b', kind: 'write', type: 'failed', failure });
      await until('next', 'done');
    });

    it('ignores a job that it knows, waiting or running', async () => {
      const { queue, until, job, release, runs, ended } = await stage(openQueue);
      const [running, waiting] = [job('running', 'b', { held: true, steps: 1 }), job('waiting', 'b')];
      await queue.add(running);
      await queue.add(waiting);
      await until('running', 'progress');
      for (const again of [running, waiting, waiting]) await queue.add(again);
      await release('running');
      await until('waiting', 'done');
      await queue.add(job('last', 'b'));
      await until('last', 'done');
      expect([await runs('running'), await runs('waiting')]).toEqual([1, 1]);
      expect(new Set(ended())).toEqual(new Set(['running', 'waiting', 'last']));
    });

    it('tells a job that is done again when it is added again, without running it again', async () => {
      const { queue, until, job, news, runs } = await stage(openQueue);
      await queue.add(job('a', 'b'));
      const first = await until('a', 'done');
      const before = news.length;
      await queue.add(job('a', 'b'));
      await queue.add(job('last', 'b'));
      await until('last', 'done');
      expect(news.slice(before).filter(({ id }) => id === 'a')).toContainEqual(first);
      expect(await runs('a')).toBe(1);
    });

    it('tries a job that failed again when it is added again, even from the news of its failure', async () => {
      const { queue, until, job, runs } = await stage(openQueue);
      queue.listen((item) => (item.type === 'failed' ? queue.add(job('a', 'b')) : undefined));
      await queue.add(job('a', 'b', { fail: 'busy' }));
      await until('a', 'done');
      expect(await runs('a')).toBe(2);
    });

    it('lets books take turns', async () => {
      const { queue, until, job, release, ended } = await stage(openQueue);
      await queue.add(job('first', 'long', { held: true }));
      for (const id of ['long 1', 'long 2', 'long 3']) await queue.add(job(id, 'long'));
      for (const id of ['short 1', 'short 2']) await queue.add(job(id, 'short'));
      await queue.add(job('late', 'late'));
      await release('first');
      await until('long 3', 'done');
      expect(ended()).toEqual(['first', 'long 1', 'short 1', 'late', 'long 2', 'short 2', 'long 3']);
    });

    it('runs no more jobs at once than it may, and no fewer', async () => {
      const { queue, until, job, release, news } = await stage(openQueue, 2);
      for (const id of ['a', 'b', 'c']) await queue.add(job(id, id, { held: true, steps: 1 }));
      await Promise.all([until('a', 'progress'), until('b', 'progress')]);
      await release('a');
      await until('c', 'progress');
      const order = news.map(({ id, type }) => `${id} ${type}`);
      expect(order.indexOf('a done')).toBeLessThan(order.indexOf('c progress'));
      await Promise.all([release('b'), release('c')]);
      await Promise.all([until('b', 'done'), until('c', 'done')]);
    });

    it('loses none of many', async () => {
      const { queue, until, job, runs } = await stage(openQueue, 4);
      const ids = Array.from({ length: 60 }, (_, index) => `job-${index}`);
      await Promise.all(ids.map((id, index) => queue.add(job(id, `book-${index % 7}`))));
      await Promise.all(ids.map((id) => until(id, 'done')));
      expect(await Promise.all(ids.map(runs))).toEqual(ids.map(() => 1));
    });

    it('keeps news for a listener that comes late, and tells every listener', async () => {
      const folder = await freshFolder();
      const queue = await openQueue({ concurrency: 1 });
      onTestFinished(() => queue.close());
      await queue.add(scriptedJob('a', 'b', { runs: join(folder, 'runs') }));
      const first = watchNews(queue);
      await first.until('a', 'done');
      const second = watchNews(queue);
      await queue.add(scriptedJob('b', 'b', { runs: join(folder, 'runs') }));
      await Promise.all([first.until('b', 'done'), second.until('b', 'done')]);
    });

    it('goes on when a listener fails', async () => {
      const { queue, until, job } = await stage(openQueue);
      queue.listen(() => {
        throw new Error('a bug in a listener');
      });
      queue.listen(() => Promise.reject(new Error('a bug in a listener')));
      await queue.add(job('a', 'b'));
      await queue.add(job('b', 'b'));
      await until('b', 'done');
    });

    it('refuses a job that does not survive JSON', async () => {
      const { queue, job } = await stage(openQueue);
      const broken = { ...job('a', 'b'), input: { manuscript: new Map(), wanted: [] } } as unknown as Job;
      await expect(queue.add(broken)).rejects.toThrow(TypeError);
    });

    it('takes the job as it is when added', async () => {
      const { queue, until, job, release } = await stage(openQueue);
      await queue.add(job('first', 'b', { held: true }));
      const wanted = [1];
      const changing = job('a', 'b');
      await queue.add({ ...changing, input: { ...changing.input, wanted } });
      wanted.push(2);
      await release('first');
      expect(await until('a', 'done')).toMatchObject({ output: { told: [{ text: 'page 1' }] } });
    });

    it('stops what runs and drops what waits when closed, and tells nothing of it, for it is still owed', async () => {
      const { queue, until, job, runs, ended } = await stage(openQueue);
      await queue.add(job('running', 'b', { held: true, steps: 1 }));
      await queue.add(job('waiting', 'b'));
      await until('running', 'progress');
      await queue.close();
      await queue.close();
      expect([await runs('running'), await runs('waiting')]).toEqual([1, 0]);
      expect(ended()).toEqual([]);
      await expect(queue.add(job('late', 'b'))).rejects.toMatchObject({ code: 'cancelled' });
    });
  });
}
