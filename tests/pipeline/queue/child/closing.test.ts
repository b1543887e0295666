// Closing the queue, at any moment: it resolves when no worker is left, and nothing is told of what was stopped.
import { describe, expect, it } from 'vitest';
import { isAlive } from '../../../support/alive.ts';
import { stage } from './stage.ts';

describe('closing', () => {
  it('before any job, has nothing to do', async () => {
    const { queue, pids } = await stage();
    await queue.close();
    expect(pids()).toEqual([]);
  });

  it('ends a worker that rests', async () => {
    const { queue, job, until, worker } = await stage();
    await queue.add(job('a'));
    await until('a', 'done');
    await queue.close();
    expect(isAlive(await worker(1))).toBe(false);
  });

  it('ends a worker that starts', async () => {
    const { queue, job, worker } = await stage({ start: 'held' });
    await queue.add(job('a'));
    const pid = await worker(1);
    await queue.close();
    expect(isAlive(pid)).toBe(false);
  });

  it('asks a worker that works to stop', async () => {
    const { queue, job, until, worker, ended, log } = await stage({ stopMs: 60_000 });
    await queue.add(job('a', { held: true, steps: 1 }));
    await until('a', 'progress');
    await queue.close();
    expect([isAlive(await worker(1)), ended()]).toEqual([false, []]);
    // It would be said here that it was killed.
    expect(log.warn).not.toHaveBeenCalled();
  });

  it('kills a worker that does not stop', async () => {
    const { queue, job, until, worker, ended, runs } = await stage({ stopMs: 1 });
    await queue.add(job('a', { wild: 'loop', steps: 1 }));
    await until('a', 'progress');
    expect(runs('a')).toBe(1);
    await queue.close();
    expect([isAlive(await worker(1)), ended()]).toEqual([false, []]);
  });

  it('starts no worker any more when it comes between two', async () => {
    const minute = { firstMs: 60_000, mostMs: 60_000 };
    const { queue, job, until, worker, isGone, pids } = await stage({ restart: minute, mostDeaths: 9 });
    await queue.add(job('a', { wild: 'exit', steps: 1 }));
    await until('a', 'progress');
    await isGone(await worker(1));
    await queue.close();
    expect(pids().length).toBe(1);
  });
});

it.each(['concurrency', 'remembered', 'mostDeaths', 'mostStarts'])('refuses a %s that is no count', async (name) => {
  for (const count of [0, -1, 1.5, Number.NaN]) await expect(stage({ [name]: count })).rejects.toThrow(RangeError);
});
