// The parts of the queue over a worker process that need no process: pauses, bookkeeping, and messages.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Job } from '../../../../src/jobs.ts';
import { pauseAfter } from '../../../../src/pipeline/queue/child/backoff.ts';
import { readFromWorker, readToWorker } from '../../../../src/pipeline/queue/child/messages.ts';
import { createOwed } from '../../../../src/pipeline/queue/child/owed.ts';
import type { Picture } from '../../../../src/story.ts';
import { scriptedJob } from '../../../contracts/scripted-handlers.ts';

describe('the pause before a new worker', () => {
  const backoff = { firstMs: 500, mostMs: 30_000 };
  const pauses = (random: number) => [1, 2, 3, 7, 8, 2000].map((count) => pauseAfter(count, backoff, () => random));

  it('doubles with each failure up to the most', () => {
    expect(pauses(1)).toEqual([500, 1000, 2000, 30_000, 30_000, 30_000]);
  });
  it('is shortened by chance to half at the least', () => {
    expect(pauses(0)).toEqual([250, 500, 1000, 15_000, 15_000, 15_000]);
  });
});

const PICTURE: Picture = { key: 'pictures/a', mediaType: 'image/png', size: 1, width: 16, height: 16, sha256: 'a' };

const job = (id: string, book = 'b'): Job => scriptedJob(id, book, { runs: '' });

describe('what a worker owes', () => {
  it('starts no more at once than it may', () => {
    const owed = createOwed({ concurrency: 2, mostDeaths: 3, together: {}, elsewhere: {} });
    for (const id of ['a', 'b', 'c']) owed.push(job(id));
    expect([owed.start()?.id, owed.start()?.id, owed.start()]).toEqual(['a', 'b', undefined]);
    owed.finish('a');
    expect([owed.start()?.id, owed.start()]).toEqual(['c', undefined]);
  });

  it('lets jobs of a kind that shares its work run beside each other, and no other kind beside them', () => {
    const owed = createOwed({ concurrency: 1, mostDeaths: 3, together: { write: 2 }, elsewhere: {} });
    const look: Job = { id: 'look', book: 'd', kind: 'describe', input: { picture: PICTURE, locale: 'ko' } };
    for (const id of ['a', 'b', 'c']) owed.push(job(id, id));
    owed.push(look);
    expect([owed.start()?.id, owed.start()?.id, owed.start()]).toEqual(['a', 'b', undefined]);
    owed.finish('a');
    expect([owed.start()?.id, owed.start()]).toEqual(['c', undefined]);
    owed.finish('b');
    expect(owed.start()).toBeUndefined();
    owed.finish('c');
    expect([owed.start()?.id, owed.start()]).toEqual(['look', undefined]);
  });

  it('lets what a service does run beside all other work, up to so many of a kind, books taking turns', () => {
    const owed = createOwed({ concurrency: 1, mostDeaths: 3, together: {}, elsewhere: { write: 2 } });
    const look: Job = { id: 'look', book: 'd', kind: 'describe', input: { picture: PICTURE, locale: 'ko' } };
    for (const id of ['a1', 'a2']) owed.push(job(id, 'a'));
    owed.push(job('b', 'b'));
    owed.push(look);
    expect([owed.start()?.id, owed.start()?.id, owed.start()?.id, owed.start()]).toEqual([
      'look',
      'a1',
      'b',
      undefined,
    ]);
    owed.finish('look');
    expect(owed.start()).toBeUndefined();
    owed.finish('b');
    expect(owed.start()?.id).toBe('a2');
    expect(owed.drain().map(({ id }) => id)).toEqual(['a1', 'a2']);
  });

  it('lets help run beside all other work, some at a time, and never in its place', () => {
    const owed = createOwed({ concurrency: 1, mostDeaths: 3, together: {}, elsewhere: {} });
    const help = (id: string): Job => ({
      id,
      book: 'a',
      kind: 'suggest',
      input: { locale: 'ko', scene: { fields: {} }, others: [] },
    });
    for (const id of ['x', 'y', 'z']) owed.push(help(id));
    owed.push(job('a', 'a'));
    owed.push(job('b', 'b'));
    expect([1, 2, 3, 4].map(() => owed.start()?.id)).toEqual(['a', 'x', 'y', undefined]);
    owed.finish('x');
    expect([1, 2].map(() => owed.start()?.id)).toEqual(['z', undefined]);
    owed.finish('a');
    expect(owed.start()?.id).toBe('b');
  });

  it('computes here what its rules forbid to hand to a service, and hands over the rest', () => {
    const owed = createOwed({ concurrency: 1, mostDeaths: 3, together: {}, elsewhere: { describe: 2 } });
    const look = (id: string, engines?: 'all' | 'own' | 'plain'): Job => ({
      ...{ id, book: id, kind: 'describe' },
      input: { picture: PICTURE, locale: 'ko', ...(engines && { rules: { engines, moderation: true } }) },
    });
    for (const waiting of [look('own1', 'own'), look('plain', 'plain'), look('all', 'all'), look('free')])
      owed.push(waiting);
    expect([1, 2, 3, 4].map(() => owed.start()?.id)).toEqual(['own1', 'all', 'free', undefined]);
    owed.finish('own1');
    expect(owed.start()?.id).toBe('plain');
  });

  it('binds anthologies one at a time beside all other work, so that no picture waits for one', () => {
    const owed = createOwed({ concurrency: 1, mostDeaths: 3, together: {}, elsewhere: {} });
    const bind = (id: string): Job => ({
      ...{ id, book: id, kind: 'bind' },
      input: { anthology: { title: id, locale: 'ko', books: [] }, format: 'a5', budget: 1 },
    });
    for (const id of ['first', 'second']) owed.push(bind(id));
    expect([owed.start()?.id, owed.start()]).toEqual(['first', undefined]);
    owed.push({ id: 'look', book: 'd', kind: 'describe', input: { picture: PICTURE, locale: 'ko' } });
    expect([owed.start()?.id, owed.start()]).toEqual(['look', undefined]);
    owed.finish('first');
    expect(owed.start()?.id).toBe('second');
  });

  it('finds out alone whether help takes workers with it, once nothing else is owed', () => {
    const owed = createOwed({ concurrency: 1, mostDeaths: 2, together: {}, elsewhere: {} });
    owed.push({ id: 'x', book: 'a', kind: 'suggest', input: { locale: 'ko', scene: { fields: {} }, others: [] } });
    owed.push(job('a', 'a'));
    expect([owed.start()?.id, owed.start()?.id]).toEqual(['a', 'x']);
    expect(owed.interrupt()).toEqual([]);
    expect([owed.start()?.id, owed.start()]).toEqual(['a', undefined]);
    owed.finish('a');
    expect(owed.start()?.id).toBe('x');
    expect(owed.interrupt().map(({ id }) => id)).toEqual(['x']);
    expect(owed.isEmpty()).toBe(true);
  });

  it('does not let jobs that share overtake one that does not', () => {
    const owed = createOwed({ concurrency: 1, mostDeaths: 3, together: { write: 8 }, elsewhere: {} });
    owed.push(job('a', 'a'));
    owed.push({ id: 'look', book: 'b', kind: 'describe', input: { picture: PICTURE, locale: 'ko' } });
    owed.push(job('c', 'c'));
    expect([owed.start()?.id, owed.start()]).toEqual(['a', undefined]);
    owed.push(job('d', 'd'));
    owed.finish('a');
    expect([owed.start()?.id, owed.start()]).toEqual(['look', undefined]);
  });

  it('runs what was interrupted before anything else, and one by one', () => {
    const owed = createOwed({ concurrency: 2, mostDeaths: 3, together: {}, elsewhere: {} });
    for (const id of ['a', 'b', 'c']) owed.push(job(id));
    owed.start();
    owed.start();
    expect(owed.interrupt()).toEqual([]);
    expect([owed.start()?.id, owed.start()]).toEqual(['a', undefined]);
    owed.finish('a');
    expect([owed.start()?.id, owed.start()]).toEqual(['b', undefined]);
    owed.finish('b');
    expect(owed.start()?.id).toBe('c');
  });

  it('asks a service again before anything else, as many at once as before', () => {
    const owed = createOwed({ concurrency: 1, mostDeaths: 3, together: {}, elsewhere: { write: 2 } });
    for (const id of ['a', 'b', 'c']) owed.push(job(id, id));
    expect([1, 2, 3].map(() => owed.start()?.id)).toEqual(['a', 'b', undefined]);
    expect(owed.interrupt()).toEqual([]);
    expect([1, 2, 3].map(() => owed.start()?.id)).toEqual(['a', 'b', undefined]);
    owed.finish('a');
    expect(owed.start()?.id).toBe('c');
  });

  it('finds out alone which question takes workers with it, though other work never ends', () => {
    const owed = createOwed({ concurrency: 1, mostDeaths: 3, together: {}, elsewhere: { write: 2 } });
    const look = (id: string): Job => ({ id, book: id, kind: 'describe', input: { picture: PICTURE, locale: 'ko' } });
    for (const id of ['a', 'b']) owed.push(job(id, id));
    for (const _ of [1, 2]) {
      for (const _each of [1, 2]) owed.start();
      owed.interrupt();
    }
    for (const id of ['x', 'y']) owed.push(look(id));
    const order: (string | undefined)[] = [];
    for (let turn = 0; turn < 4; turn += 1) {
      const started = owed.start();
      order.push(started?.id);
      expect(['x', 'y'].includes(started?.id ?? '') || owed.start() === undefined).toBe(true);
      owed.finish(started?.id ?? '');
    }
    expect(order).toEqual(['a', 'b', 'x', 'y']);
  });

  it('puts a job that was alone at a second death behind the other books', () => {
    const owed = createOwed({ concurrency: 1, mostDeaths: 3, together: {}, elsewhere: {} });
    for (const [id, book] of [
      ['poison', 'a'],
      ['b', 'b'],
      ['c', 'c'],
    ] as const)
      owed.push(job(id, book));
    const order: (string | undefined)[] = [];
    for (let turn = 0; turn < 5; turn += 1) {
      const started = owed.start();
      order.push(started?.id);
      if (started?.id !== 'poison') owed.finish(started?.id ?? '');
      else if (owed.interrupt().length > 0) order.push('given up');
    }
    expect(order).toEqual(['poison', 'poison', 'b', 'c', 'poison', 'given up']);
    expect(owed.isEmpty()).toBe(true);
  });

  it('waits with a job that killed twice until it can run alone', () => {
    const owed = createOwed({ concurrency: 2, mostDeaths: 9, together: {}, elsewhere: {} });
    owed.push(job('poison'));
    for (const _ of [1, 2]) {
      owed.start();
      owed.interrupt();
    }
    for (const id of ['a', 'b']) owed.push(job(id, 'other'));
    expect(owed.start()?.id).toBe('poison');
    expect(owed.start()).toBeUndefined();
    owed.interrupt();
    expect(owed.start()?.id).toBe('a');
    expect(owed.start()).toBeUndefined();
    owed.finish('a');
    expect(owed.start()?.id).toBe('poison');
  });

  it('loses no job and runs none twice at once, whatever happens', () => {
    const step = fc.constantFrom('add', 'start', 'finish', 'die');
    const together = { write: 2 };
    fc.assert(
      fc.property(fc.array(step, { maxLength: 80 }), fc.integer({ min: 1, max: 3 }), fc.boolean(), (...given) => {
        const [steps, concurrency, isAway] = given;
        const owed = createOwed({ concurrency, mostDeaths: 2, together, elsewhere: isAway ? { write: 2 } : {} });
        const left = new Set<string>();
        const doing = {
          add: (id: string) => {
            left.add(id);
            owed.push(job(id, `book ${left.size % 3}`));
          },
          start: () => void owed.start(),
          finish: () => {
            const [done] = owed.allRunning();
            if (done) owed.finish(done.id);
            if (done) left.delete(done.id);
          },
          die: () => {
            for (const { id } of owed.interrupt()) left.delete(id);
          },
        };
        for (const [index, what] of steps.entries()) {
          doing[what](`${index}`);
          const running = owed.allRunning().map(({ id }) => id);
          expect(running.length).toBeLessThanOrEqual(Math.max(concurrency, together.write));
          expect(left).toEqual(left.union(new Set(running)));
          expect(owed.isEmpty()).toBe(left.size === 0);
        }
        const drained = owed.drain().map(({ id }) => id);
        expect(drained.toSorted()).toEqual([...left].toSorted());
        expect(owed.isEmpty()).toBe(true);
      }),
    );
  });
});

describe('messages of a worker', () => {
  const about = { id: 'a', book: 'b' };
  const news = (item: object) => ({ type: 'news', news: { ...about, ...item } });
  const told = { text: 't', locale: 'ko', source: { kind: 'rules', engine: 'frames' } };
  const pdf = { key: 'books/a.pdf', mediaType: 'application/pdf', size: 1 };
  const page = { ...pdf, key: 'books/a-1.jpg', width: 1200, height: 850, text: '끝' };
  const failure = { code: 'book-too-big', details: { size: 2, limit: 1 }, retryable: false };
  const noted = { ...told, note: { code: 'untranslated', locale: 'en' } };
  const notes = [
    { code: 'undrawable', characters: ['𓀀'] },
    { code: 'reduced-pictures', longSide: 1000 },
    { code: 'left-out', fields: ['caption', 'feeling'] },
    { code: 'moderated-by-list' },
  ];
  const volumes = [{ title: '우리 반 1권', pdf, pageCount: 40 }];

  it.each([
    { type: 'ready' },
    { type: 'alive' },
    news({ kind: 'print', type: 'progress', done: 0, total: 3 }),
    news({ kind: 'describe', type: 'done', output: {} }),
    news({ kind: 'describe', type: 'done', output: { caption: noted } }),
    news({ kind: 'write', type: 'done', output: { told: [told, { ...told, source: { kind: 'person' } }] } }),
    news({ kind: 'print', type: 'done', output: { pdf, pages: [page, page], notes } }),
    news({ kind: 'describe', type: 'done', output: { withheld: true, note: { code: 'moderated-by-list' } } }),
    news({ kind: 'bind', type: 'done', output: { volumes, cover: page, notes } }),
    news({ kind: 'fold', type: 'done', output: { pdf, paper: 'A4', sheets: 3 } }),
    news({ kind: 'write', type: 'failed', failure }),
    news({ kind: 'write', type: 'done', output: { told: [{ ...told, later: 'kept' }] } }),
  ])('are read whole: %j', (message) => expect(readFromWorker(message)).toBe(message));

  it.each([
    undefined,
    null,
    'ready',
    { type: 'news' },
    { type: 'other' },
    news({ kind: 'dance', type: 'progress', done: 0, total: 3 }),
    news({ kind: 'print', type: 'progress', done: -1, total: 3 }),
    news({ kind: 'print', type: 'progress', done: 'one', total: 3 }),
    news({ kind: 'describe', type: 'done' }),
    news({ kind: 'write', type: 'done', output: { told: 'once upon a time' } }),
    news({ kind: 'write', type: 'done', output: { told: [{ ...told, locale: 'fr' }] } }),
    news({ kind: 'write', type: 'done', output: { told: [{ ...told, note: { code: 'other' } }] } }),
    news({ kind: 'print', type: 'done', output: { told: [told] } }),
    news({ kind: 'print', type: 'done', output: { pdf: { ...pdf, size: '1' }, pages: [page], notes: [] } }),
    news({ kind: 'print', type: 'done', output: { pdf, pages: [], notes: [] } }),
    news({ kind: 'print', type: 'done', output: { pdf, pages: [page, pdf], notes: [] } }),
    news({ kind: 'describe', type: 'done', output: { withheld: 'yes' } }),
    news({ kind: 'bind', type: 'done', output: { volumes: [{ title: '1권', pdf }], cover: page, notes: [] } }),
    news({ kind: 'bind', type: 'done', output: { volumes, notes: [] } }),
    news({ kind: 'fold', type: 'done', output: { pdf, paper: 4, sheets: 3 } }),
    news({ kind: 'write', type: 'failed', failure: { ...failure, code: 'no-such-code' } }),
    news({ kind: 'write', type: 'failed', failure: { ...failure, code: 'toString' } }),
    news({ kind: 'write', type: 'failed', failure: { ...failure, retryable: 'maybe' } }),
  ])('are refused: %j', (message) => expect(readFromWorker(message)).toBeUndefined());

  it('and of its parent are read and refused alike', () => {
    const run = { type: 'run', job: job('a') };
    expect(readToWorker(run)).toBe(run);
    for (const type of ['ping', 'stop']) expect(readToWorker({ type })).toEqual({ type });
    for (const job of [undefined, {}, { ...run.job, kind: 'dance' }, { ...run.job, input: undefined }]) {
      expect(readToWorker({ type: 'run', job })).toBeUndefined();
    }
  });
});
