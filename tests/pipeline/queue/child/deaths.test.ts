// A worker that dies, wherever it is in its work: what was owed is run again, and a job that kills workers is given up.
import { describe, expect, it } from 'vitest';
import { WILD_WAYS } from '../../../fakes/wild-handlers.ts';
import { stage } from './stage.ts';

const kill = (pid: number, signal: NodeJS.Signals = 'SIGKILL') => process.kill(pid, signal);
/** For workers that stop answering. */
const IMPATIENT = { everyMs: 150, most: 14 };
/** The same where a worker that answers may not be killed: beside other tests it may be slow. */
const LESS_IMPATIENT = { everyMs: 150, most: 40 };

describe('a worker killed from outside', () => {
  it('while it starts, is followed by another', async () => {
    const { queue, worker, release, job, until, runs } = await stage({ start: 'held' });
    await queue.add(job('a'));
    kill(await worker(1));
    await worker(2);
    await release('start');
    await until('a', 'done');
    expect(runs('a')).toBe(1);
  });

  it('while it works, has its job run again under the same id, and told once', async () => {
    const { queue, worker, release, job, until, runs, ended } = await stage();
    await queue.add(job('a', { held: true, steps: 1 }));
    await until('a', 'progress');
    kill(await worker(1));
    await worker(2);
    await release('a');
    await until('a', 'done');
    expect([runs('a'), ended()]).toEqual([2, ['a done']]);
  });

  it('while it rests, leaves nothing undone and is followed by another when there is work', async () => {
    const { queue, worker, job, until, isGone, runs } = await stage();
    await queue.add(job('a'));
    await until('a', 'done');
    const first = await worker(1);
    kill(first);
    await isGone(first);
    await queue.add(job('b'));
    await until('b', 'done');
    expect([runs('a'), runs('b')]).toEqual([1, 1]);
  });

  it('with several jobs running and more waiting, loses none', async () => {
    const { queue, worker, release, job, until } = await stage({ concurrency: 2 });
    for (const id of ['a', 'b']) await queue.add(job(id, { held: true, steps: 1, book: id }));
    for (const id of ['c', 'd', 'e']) await queue.add(job(id));
    await Promise.all([until('a', 'progress'), until('b', 'progress')]);
    kill(await worker(1));
    await Promise.all([release('a'), release('b')]);
    await Promise.all(['a', 'b', 'c', 'd', 'e'].map((id) => until(id, 'done')));
  });

  it('again and again, between jobs that end well, has none of them fail', async () => {
    const { queue, worker, release, job, until, ended } = await stage({ mostDeaths: 2 });
    const ids = ['a', 'b', 'c', 'd'];
    for (const id of ids) await queue.add(job(id, { held: true, steps: 1 }));
    for (const [index, id] of ids.entries()) {
      await until(id, 'progress');
      kill(await worker(index + 1));
      await release(id);
      await until(id, 'done');
    }
    expect(ended()).toEqual(ids.map((id) => `${id} done`));
  });

  it('takes a job that it knows, after its death too, for known', async () => {
    const { queue, worker, release, job, until, runs } = await stage();
    const held = job('a', { held: true, steps: 1 });
    await queue.add(held);
    await until('a', 'progress');
    kill(await worker(1));
    await queue.add(held);
    await release('a');
    await until('a', 'done');
    await queue.add(job('last'));
    await until('last', 'done');
    expect(runs('a')).toBe(2);
  });
});

it.skipIf(process.platform === 'win32')('a worker that stops answering is killed, and its job run again', async () => {
  const { queue, worker, release, job, until, isGone } = await stage({ heartbeat: IMPATIENT, mostDeaths: 9 });
  await queue.add(job('a', { held: true, steps: 1 }));
  await until('a', 'progress');
  const stopped = await worker(1);
  kill(stopped, 'SIGSTOP');
  await isGone(stopped);
  await release('a');
  await until('a', 'done');
});

it('a worker that does not become ready in time is killed', async () => {
  const { queue, job, until, log } = await stage({ start: 'held', startMs: 1, mostStarts: 2 });
  await queue.add(job('a'));
  expect(await until('a', 'failed')).toMatchObject({ failure: { code: 'worker-not-started' } });
  expect(log.warn).toHaveBeenCalledWith(expect.objectContaining({ reason: 'it does not start' }), expect.anything());
});

describe.each(WILD_WAYS.filter((way) => way !== 'late-exit'))('a job that ends its worker (%s)', (wild) => {
  const options = {
    ...(wild === 'loop' && { heartbeat: LESS_IMPATIENT }),
    env: { NODE_OPTIONS: '--max-old-space-size=64' },
  };

  it('is run again, and is done when it goes well', async () => {
    const { queue, job, until, runs } = await stage({ ...options, mostDeaths: 9 });
    await queue.add(job('a', { wild, times: 1 }));
    await until('a', 'done');
    expect(runs('a')).toBeGreaterThanOrEqual(2);
  });

  it('fails when it never goes well, and the next job is done', async () => {
    const { queue, job, until, runs, ended } = await stage({ ...options, mostDeaths: 2 });
    await queue.add(job('poison', { wild }));
    expect(await until('poison', 'failed')).toEqual({
      id: 'poison',
      book: 'b',
      kind: 'write',
      type: 'failed',
      failure: { code: 'worker-died', details: { times: 2 }, retryable: false },
    });
    await queue.add(job('next'));
    await until('next', 'done');
    expect([runs('poison'), ended()]).toEqual([2, ['poison failed', 'next done']]);
  });
});

describe('a job that kills workers', () => {
  it('does not make those fail that ran beside it', async () => {
    const { queue, job, until, release, runs, ended } = await stage({ concurrency: 3, mostDeaths: 3 });
    for (const id of ['a', 'b']) await queue.add(job(id, { held: true, steps: 1, book: id }));
    await Promise.all([until('a', 'progress'), until('b', 'progress')]);
    await queue.add(job('poison', { wild: 'exit' }));
    await Promise.all([release('a'), release('b')]);
    await until('poison', 'failed');
    await Promise.all([until('a', 'done'), until('b', 'done')]);
    expect(runs('poison')).toBe(3);
    expect(ended()).toContain('a done');
  });

  it('is tried again when it is added again', async () => {
    const { queue, job, until, runs } = await stage({ mostDeaths: 1 });
    await queue.add(job('a', { wild: 'exit', times: 1 }));
    await until('a', 'failed');
    await queue.add(job('a', { wild: 'exit', times: 1 }));
    await until('a', 'done');
    expect(runs('a')).toBe(2);
  });

  it('after it has told its end, is done', async () => {
    const { queue, job, until, ended } = await stage({ mostDeaths: 2 });
    await queue.add(job('a', { wild: 'late-exit' }));
    await queue.add(job('b'));
    await until('b', 'done');
    expect(ended()).toEqual(['a done', 'b done']);
  });
});

describe('a worker that cannot start', () => {
  it('makes all jobs fail in the end, so that nobody waits for ever', async () => {
    const { queue, job, until, pids } = await stage({ start: 'die', mostStarts: 3, concurrency: 2 });
    for (const id of ['a', 'b', 'c']) await queue.add(job(id));
    const failure = { code: 'worker-not-started', details: { times: 3 }, retryable: true };
    for (const id of ['a', 'b', 'c']) expect(await until(id, 'failed')).toMatchObject({ failure });
    expect(pids().length).toBe(3);
  });

  it('is tried again for the next job', async () => {
    const { queue, worker, job, until, release } = await stage({ start: 'held', mostStarts: 1 });
    await queue.add(job('a'));
    kill(await worker(1));
    expect(await until('a', 'failed')).toMatchObject({ failure: { code: 'worker-not-started' } });
    await release('start');
    await queue.add(job('a'));
    await until('a', 'done');
  });

  it('is a file that is not there', async () => {
    const module = new URL('./no-such-worker.ts', import.meta.url);
    const { queue, job, until } = await stage({ module, mostStarts: 1 });
    await queue.add(job('a'));
    expect(await until('a', 'failed')).toMatchObject({ failure: { code: 'worker-not-started' } });
  });
});

describe('the log', () => {
  it('says which job was given up and how its workers ended, and nothing that a child wrote', async () => {
    const { queue, job, until, log } = await stage({ mostDeaths: 1 });
    const [words, poison] = ['토끼가 달에서 떡을 찧어요', job('poison', { wild: 'garbage' })];
    const manuscript = { ...poison.input.manuscript, scenes: [{ fields: FIELDS, text: words }] };
    await queue.add({ ...poison, input: { ...poison.input, manuscript } });
    await until('poison', 'failed');
    const said = [...log.warn.mock.calls, ...log.error.mock.calls];
    expect(said).toContainEqual([
      { job: 'poison', book: 'b', kind: 'write', code: 'worker-died' },
      'a job was given up',
    ]);
    expect(said).toContainEqual([expect.objectContaining({ signal: 'SIGKILL' }), 'the worker has ended']);
    expect(JSON.stringify(said)).not.toContain('토끼');
  });
});

const FIELDS = { name: '토끼', i_action: '떡을 찧는다', classification: '자연탐구' } as const;
