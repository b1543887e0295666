// The process that has the queue: when it dies, its worker goes with it; how they stand to each other while both live;
// and what both write in the log.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { getPriority } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { scriptedJob } from '../../../contracts/scripted-handlers.ts';
import type { WildScript } from '../../../fakes/wild-handlers.ts';
import { isAlive } from '../../../support/alive.ts';
import { startChild } from '../../../support/child.ts';
import { freshFolder } from '../../../support/folder.ts';
import { stage } from './stage.ts';

type Scripts = Readonly<Record<string, Omit<WildScript, 'runs'>>>;

async function startParent(scripts: Scripts, words = '') {
  const folder = await freshFolder();
  const pids = join(folder, 'pids');
  const jobs = Object.entries(scripts).map(([id, script]) => {
    const job = scriptedJob(id, 'b', { runs: join(folder, id), ...script });
    const fields = { name: words, i_action: words, classification: '자연탐구' } as const;
    return { ...job, input: { ...job.input, manuscript: { ...job.input.manuscript, scenes: [{ fields }] } } };
  });
  const parent = startChild('fakes/wild-parent.ts', [pids, JSON.stringify(jobs)]);
  onTestFinished(() => void parent.process.kill('SIGKILL'));
  return {
    parent,
    said: (line: string) => vi.waitFor(() => expect(parent.output()).toContain(line), { timeout: 90_000 }),
    worker: () => Number(existsSync(pids) ? readFileSync(pids, 'utf8') : ''),
  };
}

const gone = (pid: number) => vi.waitFor(() => expect(isAlive(pid)).toBe(false), { timeout: 90_000 });
/** A file that nobody writes, in a folder that is there. */
/** A thread may have ended since it was listed. */
const readIfThere = (path: string): string | undefined => {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ESRCH')) return;
    throw error;
  }
};

const NEVER = join(import.meta.dirname, 'never');

describe('a parent that is killed takes its worker with it', () => {
  it.each([
    ['which waits', { steps: 1, hold: NEVER }],
    ['which is lost in an endless loop', { steps: 1, wild: 'loop' }],
  ] as const)('%s', async (_, script) => {
    const { parent, said, worker } = await startParent({ a: script });
    await said('a progress');
    const pid = worker();
    onTestFinished(() => void (isAlive(pid) && process.kill(pid, 'SIGKILL')));
    expect(isAlive(pid)).toBe(true);
    parent.process.kill('SIGKILL');
    await gone(pid);
  });

  it.skipIf(process.platform === 'win32')('but not by the signals that a terminal sends to both', async () => {
    const { queue, job, until, worker, release, runs } = await stage();
    await queue.add(job('a', { held: true, steps: 1 }));
    await until('a', 'progress');
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.kill(await worker(1), signal);
    await release('a');
    await until('a', 'done');
    expect(runs('a')).toBe(1);
  });
});

it('a parent whose queue is closed ends by itself', async () => {
  const { parent, worker } = await startParent({ a: {}, b: {} });
  expect(await parent.ended).toMatchObject({ code: 0 });
  expect(isAlive(worker())).toBe(false);
});

it.runIf(process.platform === 'linux')(
  'a worker stands behind its parent, with all its threads, and with few heaps',
  async () => {
    const { queue, job, until, worker } = await stage({ niceness: 5 });
    await queue.add(job('a', { held: true, steps: 1 }));
    await until('a', 'progress');
    const pid = await worker(1);
    // The field after 16 others that follow the name, which may hold anything but is closed by the last parenthesis.
    const niceness = readdirSync(`/proc/${pid}/task`).flatMap((thread) => {
      const path = `/proc/${pid}/task/${thread}/stat`;
      const stat = readIfThere(path);
      return stat === undefined ? [] : [Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[16])];
    });
    expect(niceness.length).toBeGreaterThan(1);
    expect(new Set(niceness)).toEqual(new Set([Math.min(19, getPriority() + 5)]));
    const environment = readFileSync(`/proc/${pid}/environ`, 'utf8').split('\0');
    expect(environment).toContain(`MALLOC_ARENA_MAX=${process.env['MALLOC_ARENA_MAX'] ?? 2}`);
  },
);

it('neither process writes what a child wrote into the log, whatever happens', async () => {
  const words = '토끼가 달에서 떡을 찧어요';
  const { parent } = await startParent(
    {
      full: { fail: 'full' },
      crash: { fail: 'crash' },
      'not-json': { fail: 'not-json' },
      throw: { wild: 'throw' },
      exit: { wild: 'exit' },
      garbage: { wild: 'garbage' },
      foreign: { wild: 'foreign' },
    },
    words,
  );
  const { errors } = await parent.ended;
  for (const id of ['full', 'crash', 'not-json']) expect(errors).toContain(`"job":"${id}"`);
  for (const id of ['throw', 'exit', 'garbage', 'foreign']) expect(errors).toContain(`"job":"${id}"`);
  expect(errors).toContain('"msg":"the worker failed"');
  expect(errors).not.toContain('토끼');
});
