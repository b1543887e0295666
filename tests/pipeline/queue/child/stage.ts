// A child queue over the wild worker, for one test: its news, its workers' ids, and the files that hold its jobs.
import { existsSync, readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { onTestFinished, vi } from 'vitest';
import type { Job, JobNews } from '../../../../src/jobs.ts';
import { type ChildQueueOptions, createChildQueue } from '../../../../src/pipeline/queue/child.ts';
import { scriptedJob } from '../../../contracts/scripted-handlers.ts';
import type { WildScript } from '../../../fakes/wild-handlers.ts';
import { isAlive } from '../../../support/alive.ts';
import { freshFolder } from '../../../support/folder.ts';

export const WILD_WORKER = new URL('../../../fakes/wild-worker.ts', import.meta.url);

export interface StageOptions extends Partial<ChildQueueOptions> {
  /** How workers start: `die`, or `held` until `release('start')`. */
  readonly start?: 'die' | 'held';
}

export interface WildJob extends Omit<WildScript, 'runs' | 'hold'> {
  readonly held?: boolean;
  readonly book?: string;
}

const linesOf = (path: string): readonly string[] =>
  existsSync(path) ? readFileSync(path, 'utf8').split('\n').slice(0, -1) : [];

/** Any pause before a new worker is a pause of the test. */
const SOON = { firstMs: 1, mostMs: 1 };

export async function stage({ start, env, ...options }: StageOptions = {}) {
  const folder = await freshFolder();
  const at = (name: string): string => join(folder, name);
  const log = { warn: vi.fn(), error: vi.fn() };
  const queue = createChildQueue({
    module: WILD_WORKER,
    log,
    restart: SOON,
    // Other tests compute beside this one; here the worker is waited for.
    niceness: 0,
    env: {
      ...process.env,
      LOG_LEVEL: 'silent',
      WORKER_PIDS: at('pids'),
      ...(start !== undefined && { WORKER_START: start === 'die' ? 'die' : at('start.release') }),
      ...env,
    },
    ...options,
  });
  onTestFinished(() => queue.close());
  const news: JobNews[] = [];
  queue.listen((item) => void news.push(item));
  const find = (id: string, type: JobNews['type']) => news.find((item) => item.id === id && item.type === type);
  const pids = () => linesOf(at('pids')).map(Number);
  const until = <T>(look: () => T | undefined): Promise<T> =>
    vi.waitFor(
      () => {
        const found = look();
        if (found === undefined) throw new Error('not yet');
        return found;
      },
      { timeout: 90_000, interval: 10 },
    );
  return {
    queue,
    log,
    news,
    pids,
    until: (id: string, type: JobNews['type']) => until(() => find(id, type)),
    /** The process id of the worker that is the first, second, … to start. */
    worker: (count: number) => until(() => pids()[count - 1]),
    isGone: (pid: number) => until(() => !isAlive(pid) || undefined),
    ended: () => news.filter(({ type }) => type !== 'progress').map(({ id, type }) => `${id} ${type}`),
    runs: (id: string) => linesOf(at(`${id}.runs`)).length,
    release: (name: string) => writeFile(at(`${name}.release`), ''),
    job: (id: string, { held = false, book = 'b', ...script }: WildJob = {}): Job<'write'> => {
      const whole: WildScript = { runs: at(`${id}.runs`), ...(held && { hold: at(`${id}.release`) }), ...script };
      return scriptedJob(id, book, whole);
    },
  };
}
