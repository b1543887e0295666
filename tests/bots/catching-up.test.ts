// Catching up with threads: again until it works, and no thread counts as told before it is.
import { expect, it } from 'vitest';
import { createCatchingUp } from '../../src/bots/catching-up.ts';
import { createTasks } from '../../src/bots/tasks.ts';
import { TalesError } from '../../src/errors.ts';
import { createFakeClock } from './world.ts';

function setUp() {
  const time = createFakeClock();
  const log = { error: () => {}, warn: () => {} };
  const tasks = createTasks(time.clock, log);
  return { time, tasks, catching: createCatchingUp({ tasks, log, delays: [10, 20] }) };
}

/** Fails so many times, then works. */
function failing(times: number, error: () => Error = () => new TalesError('unexpected', {}, { retryable: true })) {
  const counts = { tries: 0 };
  const work = async (): Promise<void> => {
    counts.tries += 1;
    if (counts.tries <= times) throw error();
  };
  return { counts, work };
}

it('tries again ever later until it works, and only then is the thread complete', async () => {
  const { time, tasks, catching } = setUp();
  const { counts, work } = failing(3);
  catching.start('a', work);
  for (const [wait, tries] of [
    [10, 1],
    [20, 2],
    [20, 3],
  ] as const) {
    await tasks.idle();
    expect([counts.tries, catching.isComplete('a')]).toEqual([tries, false]);
    time.pass(wait - 1);
    await tasks.idle();
    expect(counts.tries).toBe(tries);
    time.pass(1);
  }
  await tasks.idle();
  expect([counts.tries, catching.isComplete('a'), catching.isComplete('b'), time.waiting]).toEqual([4, true, false, 0]);
});

it('does not try again what will never work, and leaves the mark where it is', async () => {
  const { time, tasks, catching } = setUp();
  const { work } = failing(1, () => new TalesError('thread-gone', { service: 'x' }));
  catching.start('a', work);
  await tasks.idle();
  expect([time.waiting, catching.isComplete('a')]).toEqual([0, false]);
});

it('lets a later start take the place of one that waits', async () => {
  const { time, tasks, catching } = setUp();
  const [first, second] = [failing(9), failing(0)];
  catching.start('a', first.work);
  await tasks.idle();
  catching.start('a', second.work);
  await tasks.idle();
  time.pass(1000);
  await tasks.idle();
  expect([first.counts.tries, second.counts.tries, catching.isComplete('a')]).toEqual([1, 1, true]);
});

it.each([
  ['was interrupted', (catching: ReturnType<typeof setUp>['catching']) => catching.interrupted()],
  ['could not keep something', (catching: ReturnType<typeof setUp>['catching']) => catching.dropped('a')],
])('does not call a thread complete that %s meanwhile, nor one that was complete before', async (_, happen) => {
  const { tasks, catching } = setUp();
  catching.opened('a');
  expect(catching.isComplete('a')).toBe(true);
  catching.start('a', async () => happen(catching));
  await tasks.idle();
  expect(catching.isComplete('a')).toBe(false);
  catching.start('a', async () => {});
  await tasks.idle();
  expect(catching.isComplete('a')).toBe(true);
  happen(catching);
  expect(catching.isComplete('a')).toBe(false);
});
